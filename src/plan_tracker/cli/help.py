"""What `--help` prints, in the language of the user: usage, options, examples that run, exit codes."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from inspect import unwrap
from io import StringIO
from itertools import zip_longest
from typing import Any, get_args, get_type_hints

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from plan_tracker.cli.options import Color
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.telling import wants_color
from plan_tracker.language import Language, Phrase
from plan_tracker.wording import help as words
from plan_tracker.wording.parameters import PARAMETERS, PLACEHOLDERS

_LINE = 80
"""How many cells a line has in a pipe; a terminal has its own width, up to one that is still easy to read."""

_WIDEST, _ROOM, _GAP, _LEAST = 100, 30, 2, 20
"""In cells: the widest line, the names of options, the gap behind them, the narrowest description."""

_FEW = 24
"""How many cells of choices may stand beside an option; longer ones are listed in its description."""


def write_command(command: TyperCommand, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - classes of Typer's own
    """Writes the help of a command."""
    known = words.COMMANDS[command.name or ""]
    page = _Page(speaking())
    page.usage(ctx, command)
    page.line(known.about.text(page.language))
    page.parameters(command, ctx)
    page.listed(words.EXAMPLES, (each.text(page.language) for each in known.examples))
    page.listed(words.EXIT_CODES, (each.text(page.language) for each in known.exits))
    page.write(ctx, formatter)


def write_overview(program: TyperGroup, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
    """Writes the overview of all commands."""
    page = _Page(speaking())
    page.usage(ctx, program, words.COMMAND_THERE)
    page.line(words.ABOUT.text(page.language))
    for panel in dict.fromkeys(known.panel for known in words.COMMANDS.values()):
        rows = [
            (name, known.about.text(page.language))
            for name, known in words.COMMANDS.items()
            if known.panel is panel
        ]
        page.table(panel, rows, least=max(map(len, words.COMMANDS)))
    page.shared(program, ctx)
    page.write(ctx, formatter)


class _Page:
    """A page of help while it is written."""

    def __init__(self, language: Language) -> None:
        from shutil import get_terminal_size

        from rich.console import Console

        self.language, self._text = language, StringIO()
        self._colored = wants_color(Color.AUTO, sys.stdout)
        self._console = Console(
            file=self._text,
            width=min(_WIDEST, get_terminal_size((_LINE, 24)).columns),
            color_system="256" if self._colored else None,
            force_terminal=self._colored,
            no_color=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def usage(self, ctx: typer.Context, command: TyperCommand | TyperGroup, *more: Phrase) -> None:
        """Writes how a command is called."""
        arguments = [
            _name(each, command, self.language) for each in command.params if isinstance(each, TyperArgument)
        ]
        pieces = [words.OPTIONS_THERE, *more]
        self._console.print(
            words.USAGE.text(self.language) + ctx.command_path,
            *(each.text(self.language) for each in pieces),
            *arguments,
            style="bold",
        )

    def line(self, text: str) -> None:
        """Writes a text, an empty line before it."""
        from plan_tracker.formats.terminal.folding import fold

        self._console.print("", *fold(text, self._console.width), sep="\n")

    def listed(self, heading: Phrase, lines: Iterable[str]) -> None:
        """Writes lines that are never folded below a heading; nothing if there are none."""
        every = list(lines)
        if every:
            self._heading(heading)
        for each in every:
            self._console.print(f"  {each}", soft_wrap=True)

    def table(self, heading: Phrase, rows: Iterable[tuple[str, str]], *, least: int = 0) -> None:
        """Writes rows of a name and its description below a heading; nothing if there are none."""
        from rich.cells import cell_len
        from rich.text import Text

        from plan_tracker.formats.terminal.folding import fold

        every, width = list(rows), self._console.width - _GAP
        if not every:
            return
        self._heading(heading)
        room = max(0, width - _GAP - _LEAST)
        left = min(max(least, *(cell_len(name) for name, _ in every)), _ROOM, room) + _GAP
        for name, said in every:
            names, lines = fold(name, width), fold(said, width - left)
            if cell_len(name) > left - _GAP:  # what is said of it stands below
                lines = [*[""] * len(names), *lines]
            for begin, line in zip_longest(names, lines, fillvalue=""):
                shown = (" " * _GAP, (begin, "bold color(31)"), " " * (left - cell_len(begin)), line)
                self._console.print(Text.assemble(*shown))

    def parameters(self, command: TyperCommand | TyperGroup, ctx: typer.Context) -> None:
        """Writes the arguments and the options of a command."""
        for heading, kind in ((words.ARGUMENTS, TyperArgument), (words.OPTIONS, TyperOption)):
            shown = [each for each in command.get_params(ctx) if isinstance(each, kind) and not each.hidden]
            self.table(
                heading,
                [
                    (_name(each, command, self.language), said_of(each, command, self.language))
                    for each in shown
                ],
            )

    def shared(self, program: TyperGroup, ctx: Any) -> None:  # noqa: ANN401 - as above
        """Writes the options of the program, among them those that are passed on to its commands."""
        given_on = [
            (f"-f, --file {placeholder('FILE', self.language)}", PARAMETERS["--file"]),
            (f"--lang {'|'.join(Language)}", PARAMETERS["--lang"]),
        ]
        known = [each for each in program.get_params(ctx) if isinstance(each, TyperOption)]
        own = [(_name(each, program, self.language), PARAMETERS[_key(each)]) for each in known]
        self.table(words.OPTIONS, [(name, said.text(self.language)) for name, said in (*given_on, *own)])

    def write(self, ctx: typer.Context, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Gives the page to Typer, which prints it."""
        ctx.color = self._colored
        formatter.write("\n".join(line.rstrip() for line in self._text.getvalue().splitlines()) + "\n")

    def _heading(self, heading: Phrase) -> None:
        from rich.text import Text

        self._console.print(Text(f"\n{heading.text(self.language)}", style="bold"))


def said_of(
    param: TyperArgument | TyperOption, command: TyperCommand | TyperGroup, language: Language
) -> str:
    """Returns the description of a parameter, with its default."""
    key = _key(param)
    known = PARAMETERS.get(f"{command.name} {key}") or PARAMETERS.get(key)
    text = known.text(language) if known else ""
    if len(listed := "|".join(choices(param, command))) > _FEW:
        text = words.WITH_CHOICES.text(language, text=text.rstrip(".。"), choices=listed)
    default = param.default
    if isinstance(param, TyperOption) and param.show_default and isinstance(default, StrEnum):
        more = words.DEFAULT.text(language, value=default.value)
    elif isinstance(param, TyperArgument) and param.required:
        more = words.REQUIRED.text(language)
    else:
        return text
    return words.IN_BRACKETS.text(language, text=text, more=more)


def placeholder(metavar: str, language: Language) -> str:
    """Returns a placeholder, or the words between its `|`, in the language."""
    if metavar in PLACEHOLDERS:
        return PLACEHOLDERS[metavar].text(language)
    known = (PLACEHOLDERS.get(each, Phrase(each, each)) for each in metavar.split("|"))
    return "|".join(each.text(language) for each in known)


def choices(param: TyperArgument | TyperOption, command: TyperCommand | TyperGroup) -> list[str]:
    """Returns the words that a parameter takes, if it takes only some."""
    hints = get_type_hints(unwrap(command.callback)) if command.callback else {}
    hint = hints.get(param.name or "")
    for kind in (hint, *get_args(hint)):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return [each.value for each in kind]
    return []


def _key(param: TyperArgument | TyperOption) -> str:
    """Returns the long name of an option, or the placeholder of an argument."""
    if isinstance(param, TyperArgument):
        return (param.metavar or param.name or "").strip("[].")
    return max(param.opts, key=len)


def _name(param: TyperArgument | TyperOption, command: TyperCommand | TyperGroup, language: Language) -> str:
    """Writes a parameter as it is typed: -f, --file FILE."""
    if isinstance(param, TyperArgument):
        name = placeholder(param.metavar or param.name or "", language)
        return name if param.required or name.startswith("[") else f"[{name}]"
    names = ", ".join((*sorted(param.opts, key=len), *param.secondary_opts))
    if param.is_flag:
        return names
    allowed = "|".join(choices(param, command))
    metavar = param.metavar or ("FORMAT" if len(allowed) > _FEW else allowed) or (param.name or "").upper()
    return f"{names} {placeholder(metavar, language)}"
