"""Stands for `gh` and the GitHub behind it: `gh api` on the comments of one pull request, kept in a file."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import jq

LIMIT = 65_536
PAGE = 2
"""So few comments come at once that a second page is soon needed."""


def main(words: list[str]) -> int:
    """Answers one request: prints the answer, or why there is none."""
    state_file = Path(os.environ["FAKE_GITHUB"])
    state = json.loads(state_file.read_text(encoding="utf-8"))
    method = words[words.index("--method") + 1] if "--method" in words else "GET"
    path = next(word for word in words[1:] if word.startswith("repos/"))
    state["requests"].append([method, path])
    state["token"], state["host"] = os.environ["GH_TOKEN"], os.environ["GH_HOST"]
    fault = state["faults"].get(method) or answer(state, method, path.partition("?")[0], words)
    state_file.write_text(json.dumps(state), encoding="utf-8")
    if fault:
        sys.stderr.write(fault + "\n")
    return 1 if fault else 0


def answer(state: dict[str, Any], method: str, path: str, words: list[str]) -> str:
    """Does what is asked; returns what is wrong with it, or an empty text."""
    comments = state["comments"]
    if method == "GET":
        assert "--paginate" in words
        query = jq.compile(words[words.index("--jq") + 1])
        for start in range(0, len(comments), PAGE):
            for found in query.input_value(comments[start : start + PAGE]).all():
                print(found)  # noqa: T201 - as gh does
        return ""
    file = next(word for word in words if word.startswith("body=@")).removeprefix("body=@")
    body = Path(file).read_text(encoding="utf-8")
    if len(body.encode("utf-16-le")) // 2 > LIMIT:
        return f"gh: Validation Failed (HTTP 422)\nBody is too long (maximum is {LIMIT} characters)"
    if method == "POST":
        comments.append({"id": 900 + len(comments), "user": {"login": "github-actions[bot]"}, "body": body})
        return ""
    number = int(path.rpartition("/")[2])
    found = next((each for each in comments if each["id"] == number), None)
    if found is None:
        return "gh: Not Found (HTTP 404)"
    found["body"] = body
    return ""


if __name__ == "__main__":
    if code := main(sys.argv[1:]):
        sys.exit(code)
