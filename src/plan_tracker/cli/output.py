"""Where a command's output goes: standard output, or a file that is whole or untouched."""

import os
import stat
import sys
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import BinaryIO, TextIO

from plan_tracker.cli.session import UsageFailure
from plan_tracker.language import Language, Phrase
from plan_tracker.problems import printable

CANNOT_WRITE = Phrase("{file} cannot be written: {reason}", "{file} 无法写入：{reason}")
BINARY = Phrase("a workbook cannot be shown in a terminal", "工作簿无法在终端显示")
GIVE_FILE = Phrase("write it to a file: -o progress.xlsx", "请写入文件：-o progress.xlsx")
MODE_OF_NEW = 0o666


def write_text(output: Path | None, language: Language, write: Callable[[TextIO], None]) -> None:
    """Writes text to a file as UTF-8 with its line ends as they are, or to standard output."""
    text = StringIO(newline="")
    write(text)
    if output is None:
        _to_stdout(text.getvalue())
    else:
        _replace(output, text.getvalue().encode(), language)


def write_binary(output: Path | None, language: Language, write: Callable[[BinaryIO], None]) -> None:
    """Writes bytes to a file, or to standard output unless that is a terminal."""
    if output is None and sys.stdout.isatty():
        raise UsageFailure(BINARY.fill(), GIVE_FILE.fill(), language)
    whole = BytesIO()
    write(whole)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(whole.getvalue())
        sys.stdout.buffer.flush()
    else:
        _replace(output, whole.getvalue(), language)


def _to_stdout(text: str) -> None:
    """Writes text with its line ends as they are, wherever the system would change them."""
    if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def _replace(output: Path, content: bytes, language: Language) -> None:
    """Puts the content in the place of a file at once; what is no ordinary file is written to."""
    try:
        target = output.resolve()
        old = target.stat() if target.exists() else None
        if old and not stat.S_ISREG(old.st_mode):
            target.write_bytes(content)
            return
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            handle = os.open(
                beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), MODE_OF_NEW
            )
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            if old:
                beside.chmod(stat.S_IMODE(old.st_mode))
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        values = {"file": printable(str(output)), "reason": error.strerror or str(error)}
        raise UsageFailure(CANNOT_WRITE.fill(**values), None, language) from None
