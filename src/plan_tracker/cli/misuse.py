"""What is wrong with how the program was called, where Typer finds it: told with what to do."""

import os
import re
from collections.abc import Iterable
from errno import EACCES
from pathlib import Path
from typing import Any

from plan_tracker.cli.speech import speaking
from plan_tracker.language import Message, inserted, listed
from plan_tracker.problems import NotDone, closest, in_shell, quoted
from plan_tracker.wording import usage
from plan_tracker.wording.help import COMMANDS

_QUOTED = re.compile(r"^(?:(['\"])(?P<quoted>.*?)\1|(?P<bare>\S+)) is (?:not|an invalid)", re.DOTALL)
_UNREADABLE = re.compile(r"(['\"])(.*)\1 is not readable", re.DOTALL)
_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_NO_COMMAND = re.compile(r"No such command (['\"])(.*?)\1\.", re.DOTALL)
_OF_ONE_PLAN = frozenset({"record", "add", "init", "import", "audit"})
_OUTPUT, _SHOWN = frozenset({"o", "output"}), frozenset({"status", "outlook", "show"})
"""The option of commands that write files, and the commands that only show what `export` writes."""

_WITHOUT_PLAN = {
    "import": usage.IMPORT_WRITES,
    **dict.fromkeys(("schema", "completion"), usage.NEEDS_NO_PLAN),
}
"""What to do about `-f` in commands that read no plan."""

_OF_PROGRAM = frozenset({"help", "version"})
"""Options of the program that others have as commands."""

_SET_AGAIN = frozenset({"lang", "color"})
_ONCE = {
    "file": usage.SEVERAL_PLANS,
    **dict.fromkeys(("only", "fail_on", "warn_on"), usage.WORDS_WITH_COMMAS),
}
"""What to do about an option that is given twice, where giving it once is not all."""

_FORMATS = {"excel": "xlsx", "xls": "xlsx", "word": "docx", "doc": "docx", "md": "markdown", "htm": "html"}
"""What people call formats besides their own names."""

_PLAN = ".toml"


def meaning(error: Any, given: Iterable[str]) -> tuple[Message, Message | None]:  # noqa: ANN401 - of a private class
    """Tells what is wrong, and what to do about it."""
    text = error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            return _no_option(error.option_name, error.ctx)
        case "MissingParameter":
            return usage.NO_ARGUMENT.fill(name=_name(error.param)), _see_help(error.ctx)
        case "BadParameter":
            return _bad_value(error)
        case "BadOptionUsage" if "not take" in text:
            return usage.NO_VALUE_TAKEN.fill(option=quoted(error.option_name)), _see_help(error.ctx)
        case "BadOptionUsage":
            return usage.NO_VALUE_GIVEN.fill(option=quoted(error.option_name)), _see_help(error.ctx)
        case _ if match := _NO_COMMAND.search(text):
            return _no_command(match[2])
        case _ if match := _EXTRA.search(text):
            return _too_much(error, match[1], list(given))
        case _ if "Missing command" in text:
            return usage.NO_COMMAND_GIVEN.fill(), _see_help(error.ctx)
        case _:
            return usage.MISUSED.fill(reason=quoted(text)), _see_help(error.ctx)


def refuse_unknown(words: Iterable[str], context: Any) -> None:  # noqa: ANN401 - as above
    """Raises NotDone for a word that is written as an option is; -1.5 is a value."""
    for word in words:
        if word.startswith("-") and not (word[1:2].isdigit() or word[1:2] == "."):
            message, hint = _no_option(word, context)
            raise NotDone(message, hint)


def refuse_repeated(params: Iterable[Any], given: Iterable[str], *, of: str | None) -> None:
    """Raises NotDone for an option that is given twice, or with its contrary: --parts --no-parts.

    `params` are those given, `given` the words behind the command, `of` is the command. Language and colours
    may be set again, as behind an alias: nothing is lost by that.
    """
    params, words = list(params), frozenset(given)
    for param in params:
        contrary = [name for names in (param.opts, param.secondary_opts) for name in names if name in words]
        if param.secondary_opts and len(contrary) > 1:
            one, other, *_ = contrary
            raise NotDone(usage.CONTRARY.fill(one=one, other=other), usage.SAY_ONE.fill())
    options = [
        param
        for param in params
        if param.param_type_name == "option" and not (param.is_flag or param.multiple)
    ]
    for at, param in enumerate(options):
        if param in options[:at] and param.name not in _SET_AGAIN:
            is_one_plan = param.name == "file" and of in _OF_ONE_PLAN
            hint = usage.SAY_ONCE if is_one_plan else _ONCE.get(param.name, usage.SAY_ONCE)
            name = _name(param)
            raise NotDone(usage.GIVEN_TWICE.fill(option=name), hint.fill(option=name))


def _see_help(context: Any) -> Message:  # noqa: ANN401 - as above
    return usage.SEE_HELP.fill(command=context.command_path if context else "plan-tracker")


def _no_option(option: str, context: Any) -> tuple[Message, Message | None]:  # noqa: ANN401 - as above
    """Tells that there is no such option, and which one may be meant."""
    from plan_tracker.cli.help import choices
    from plan_tracker.reading.faults.hints import did_you_mean

    command, message, word = context.command, usage.NO_OPTION.fill(text=quoted(option)), option.lstrip("-")
    for param in command.params:
        if "--format" in param.opts and word in choices(param, command):
            return message, usage.WRITE_OPTION.fill(option=f"--format {word}")
    if word in {"f", "file"} and (hint := _WITHOUT_PLAN.get(command.name)):
        return message, hint.fill()
    if word in _OUTPUT and command.name in _SHOWN:
        return message, usage.EXPORT_WRITES.fill()
    opts = (name for param in command.params for name in param.opts if name.startswith("--"))
    known = {name.lstrip("-"): name for name in opts}
    if option in known.values():
        return message, usage.BEFORE_DASHES.fill(option=option)
    begun = [name for name in known if name.startswith(word)]
    near = begun[0] if len(begun) == 1 else closest(word, known)
    return message, did_you_mean(near and known[near]) or _see_help(context)


def _bad_value(error: Any) -> tuple[Message, Message | None]:  # noqa: ANN401 - as above
    """Tells that a value is none of those allowed, beyond a range, or a file that may not be read."""
    from plan_tracker.cli.help import choices
    from plan_tracker.reading.faults.hints import CHECK_RIGHTS, did_you_mean
    from plan_tracker.wording import files

    if match := _UNREADABLE.search(error.message):
        reason = os.strerror(EACCES)
        return files.UNREADABLE.fill(file=match[2], reason=reason), CHECK_RIGHTS.fill()
    name, allowed = _name(error.param), choices(error.param, error.ctx.command)
    found = _value(error)
    if allowed:
        near = _choice_meant(found, allowed)
        words = listed(allowed)
        message = inserted(usage.NOT_A_CHOICE, words=words).fill(name=name, text=quoted(found))
        if name == "|".join(allowed):  # an argument that is called by what it may be
            message = inserted(usage.NOT_A_WORD, words=words).fill(text=quoted(found))
        return message, did_you_mean(near)
    kind = getattr(error.param, "type", error.param)  # before 0.29 a range was a type
    low, high = (getattr(kind, end, None) for end in ("min", "max"))
    if low is not None and high is not None:
        return usage.NOT_IN_RANGE.fill(name=name, text=quoted(found), low=str(low), high=str(high)), None
    return usage.BAD_VALUE.fill(name=name, text=quoted(found)), _see_help(error.ctx)


def _choice_meant(word: str, allowed: list[str]) -> str | None:
    """Returns the choice that was probably meant: in capitals, by the name of a program, or misspelt."""
    from plan_tracker.plan.names import simplest
    from plan_tracker.reading.faults.words import CHOICES

    plain = simplest(word)
    meant = CHOICES["language"].get(plain) or _FORMATS.get(plain, plain)
    return meant if meant in allowed else closest(plain, allowed)


def _value(error: Any) -> str:  # noqa: ANN401 - as above
    """Returns the value that was refused: Pydantic keeps it, older versions of Typer quote it."""
    if error.__cause__ is not None and hasattr(error.__cause__, "errors"):
        return str(error.__cause__.errors()[0]["input"])
    match = _QUOTED.search(error.message)
    return (match["quoted"] or match["bare"] or "") if match else ""


def _no_command(word: str) -> tuple[Message, Message | None]:
    from plan_tracker.reading.faults.hints import did_you_mean

    message = usage.NO_COMMAND.fill(text=quoted(word))
    if word.endswith(_PLAN):
        return message, usage.FILE_BY_OPTION.fill(command="status", file=in_shell(word))
    if word in _OF_PROGRAM:
        return message, usage.WRITE_OPTION.fill(option=f"plan-tracker --{word}")
    near = closest(word, COMMANDS)
    return message, did_you_mean(near) or inserted(usage.KNOWN_COMMANDS, words=listed(COMMANDS)).fill()


def _too_much(error: Any, extra: str, given: list[str]) -> tuple[Message, Message | None]:  # noqa: ANN401 - as above
    """Tells of words where none are expected: plans need -f before them, outputs -o, reports --document."""
    from plan_tracker.cli.export import ENDINGS
    from plan_tracker.cli.versions import is_file
    from plan_tracker.reading.plan_file import means_several

    command = error.ctx.command
    options = {name for param in command.params for name in param.opts}
    file = next((word for word in given if f"{extra} ".startswith(f"{word} ")), extra)  # the first of several
    suffix = Path(file).suffix.lower()
    message = usage.TOO_MUCH.fill(command=command.name or "", text=quoted(extra))
    if "--document" in options and suffix != _PLAN and (suffix or is_file(file)):
        return message, usage.DOCUMENT_BY_OPTION.fill(command=command.name, file=in_shell(file))
    if "-o" in options and (suffix in ENDINGS or (suffix == _PLAN and command.name == "import")):
        return message, usage.OUTPUT_BY_OPTION.fill(command=command.name, file=in_shell(file))
    if "-f" in options and (suffix == _PLAN or is_file(file) or means_several(Path(file))):
        if command.name not in _OF_ONE_PLAN and any(word.startswith(("-f", "--file")) for word in given):
            return message, usage.SEVERAL_PLANS.fill(option="-f")  # as a shell writes out c/*.toml
        return message, usage.FILE_BY_OPTION.fill(command=command.name, file=in_shell(file))
    return message, _as_one_word(command, extra, given) or _see_help(error.ctx)


def _as_one_word(command: Any, extra: str, given: list[str]) -> Message | None:  # noqa: ANN401 - as above
    """Returns the hint at words of an option that came as several: `--only behind, missed`.

    PowerShell makes several also of `--only behind,missed`, which it takes for a list of its own.
    """
    lists = {name for param in command.params if str(param.metavar).endswith(",…") for name in param.opts}
    for at, option in enumerate(given):
        first, *others = given[at + 1 :] or [""]
        text = ",".join(filter(None, (word.strip(",") for word in (first, *extra.split()))))
        is_next = f"{' '.join(others)} ".startswith(f"{extra} ")
        if option in lists and is_next and re.fullmatch(r"[\w,-]+", text):
            return usage.AS_ONE_WORD.fill(option=option, text=text)
    return None


def _name(param: Any) -> str:  # noqa: ANN401 - as above
    """Returns a parameter as messages call it."""
    from plan_tracker.cli.help import placeholder

    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return placeholder(str(param.metavar or param.name), speaking())
