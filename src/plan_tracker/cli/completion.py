"""`plan-tracker completion`: prints the script with which a shell asks what may be typed next."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from plan_tracker.cli import options


class Shell(StrEnum):
    """A shell for which there is a script."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


_SCRIPTS = {
    Shell.BASH: """\
_plan_tracker() {
    local IFS=$'\\n'
    COMPREPLY=( $( env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
                   _PLAN_TRACKER_COMPLETE=complete_bash "$1" ) )
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/] ]] && compopt -o nospace
    return 0
}
complete -o default -F _plan_tracker plan-tracker
""",
    Shell.ZSH: """\
#compdef plan-tracker
_plan_tracker() {
    eval $(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _PLAN_TRACKER_COMPLETE=complete_zsh plan-tracker)
}
compdef _plan_tracker plan-tracker
""",
    Shell.FISH: """\
function __plan_tracker
    env _PLAN_TRACKER_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=$argv[1] \\
        _TYPER_COMPLETE_ARGS=(commandline -cp) plan-tracker
end
complete --command plan-tracker --no-files --arguments '(__plan_tracker get-args)' \\
    --condition '__plan_tracker is-args'
""",
}
"""What each shell runs to ask for completions, in the way that Typer answers."""


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="bash|zsh|fish")],
    *,
    lang: options.Lang = None,  # noqa: ARG001 - of its help and errors
) -> None:
    """Print the script that completes commands in bash, zsh or fish."""
    sys.stdout.write(_SCRIPTS[shell])
