"""A checkout in which the action is tried: its plan, its history, and files of it that try to run."""

import subprocess
import sysconfig
from pathlib import Path

from kit.runner import CHECK, Ran, Runner

HOSTILE = ["$(touch x)", '"; echo pwned; "', "`touch x`", "'; touch x #", "--help", "-x", "a\nstatus=passed"]
MODULES = [
    *("json", "pathlib", "os", "re", "shutil", "subprocess", "urllib", "typing", "site", "sitecustomize"),
    *("usercustomize", "pip", "venv", "ensurepip", "plan_tracker", "typer", "rich", "pydantic"),
    *("tomli", "backend", "hatchling", "setuptools"),
]
PROGRAMS = [
    *("python", "python3", "git", "gh", "bash", "sh", "env", "rm", "cat", "head", "dirname", "mkdir"),
    *("uname", "touch", "jq"),
]


def check(folder: Path, **inputs: str) -> Ran:
    """Runs the step that checks, with inputs of the action."""
    return Runner(folder).run(CHECK, values_of(inputs))


def values_of(inputs: dict[str, str]) -> dict[str, str]:
    """Returns the values of the expressions that stand for inputs."""
    return {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}


def git(folder: Path, *words: str) -> str:
    """Returns what git prints in a folder."""
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
    done = subprocess.run(  # noqa: S603 - git
        ["git", *identity, *words],  # noqa: S607 - wherever it is
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def set_traps(folder: Path) -> tuple[dict[str, str], str]:
    """Puts files all over a checkout that tell when they run; returns a job's variables and PATH."""
    told = folder.parent / "pwned"
    code = f"open({str(told)!r}, 'a').write(__name__ + ' ')\nraise SystemExit(0)\n"
    script = f"#!/bin/sh\necho $0 >> '{told}'\nexit 0\n"
    version = sysconfig.get_config_var("py_version_short")
    packages = folder / "user" / "lib" / f"python{version}" / "site-packages"
    for place in (folder, packages):
        for name in MODULES:
            (place / name).mkdir(parents=True)
            (place / f"{name}.py").write_text(code, encoding="utf-8")
            for file in ("__init__.py", "__main__.py"):
                (place / name / file).write_text(code, encoding="utf-8")
        path_file = f"import os; open({str(told)!r}, 'a').write('pth ')\n"
        (place / "evil.pth").write_text(path_file, encoding="utf-8")
    for place in (folder, folder / "bin"):
        place.mkdir(exist_ok=True)
        for name in PROGRAMS:
            (place / name).write_text(script, encoding="utf-8")
            (place / name).chmod(0o755)
    target = folder / "target"
    (folder / "pip.conf").write_text(f"[install]\ntarget = {target}\n", encoding="utf-8")
    (folder / "setup.cfg").write_text(f"[install]\nprefix = {target}\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text('[build-system]\nbuild-backend = "backend"\n', encoding="utf-8")
    (folder / "gitconfig").write_text(f"[core]\nfsmonitor = {folder / 'git'}\n", encoding="utf-8")
    (folder / "pyvenv.cfg").write_text(f"home = {folder}\n", encoding="utf-8")
    variables = {
        "PYTHONPATH": str(folder),
        "PYTHONHOME": str(folder),
        "PYTHONSTARTUP": str(folder / "json.py"),
        "PYTHONUSERBASE": str(folder / "user"),
        "PYTHONINSPECT": "1",
        "PIP_CONFIG_FILE": str(folder / "pip.conf"),
        "PIP_TARGET": str(target),
        "PIP_PREFIX": str(target),
        "PIP_QUIET": "3",
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "GIT_EXEC_PATH": str(folder),
        "GIT_SSH_COMMAND": str(folder / "git"),
        "GIT_DIR": str(folder / "json"),
        "BASH_ENV": str(folder / "sh"),
    }
    return variables, f".::{folder}:{folder}/bin:bin:"


def assert_nothing_ran(folder: Path) -> None:
    """Asserts that no trap was sprung, and that nothing was installed where the checkout wanted it."""
    told = folder.parent / "pwned"
    assert not told.exists(), told.read_text(encoding="utf-8")
    assert not (folder / "target").exists()
