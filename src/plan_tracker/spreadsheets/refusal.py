"""Why a file is not read: one exception for tables and documents, with what to do."""

from plan_tracker.language import Message


class NotRead(Exception):  # noqa: N818 - what is told is why it cannot be read
    """A file that cannot be read as what it should be, why, and what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint
