"""What a plan must not hold and is never shown of it: where a database is, and the word that opens it."""

import re

_OPENING = ("password", "passphrase", "passwd", "pwd", "pw", "secret", "token", "credentials")
_LEADING = (
    *("url", "uri", "dsn", "address", "connection", "host", "hostname", "server", "port"),
    *("user", "username", "login", "database", "dbname"),
)
ADDRESS_KEYS = frozenset({*_OPENING, *_LEADING})

_QUOTED = r"""\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}[^']*?'{3}|"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?"""
_BARE, _BARE_WORD = r"""[^\s,}\]#"']+""", r"""(?![\d.:+-]+(?:[\s,}#]|$))[^\s,}\]#"'{\[]+"""
_PAIR = re.compile(
    rf"""(?<![\w-])["']?
    (?:(?:{"|".join(_OPENING)})["']?[ \t]*=[ \t]*(?P<secret>{_QUOTED}|{_BARE})
      |(?:{"|".join(_LEADING)})["']?[ \t]*=[ \t]*(?P<text>{_QUOTED}|{_BARE_WORD}))""",
    re.IGNORECASE | re.VERBOSE,
)
_LINK = re.compile(r"""://(?P<text>[^\s"'`]+)""")


def discreet(text: str) -> str:
    """A plan's text in which what could be an address or a password cannot be read.

    Everything stays in its place, and TOML stays TOML: the faults of this text are those of the plan's.
    """
    lowered = text.lower()
    if any(key in lowered and re.search(rf"{key}[\"']?[ \t]*=", lowered) for key in ADDRESS_KEYS):
        text = _PAIR.sub(_hide_value, text)  # few plans have such a key, and to look for values takes long
    return _LINK.sub(_hide_link, text)


def _hide_value(match: re.Match[str]) -> str:
    value = match["secret"] or match["text"]
    return match[0].removesuffix(value) + _hidden(value)


def _hide_link(match: re.Match[str]) -> str:
    start = match.start()
    scheme = match.string[max(0, start - len("https")) : start].lower()
    if scheme.endswith(("http", "https")) and "@" not in match["text"]:
        return match[0]
    return f"://{'*' * len(match['text'])}"


def _hidden(value: str) -> str:
    """A text becomes stars, whatever else letters and ones, so that it is a value as before."""
    quotes = value[:3] if value[:3] in ('"""', "'''") else value[0]
    if quotes[0] not in "\"'":
        return re.sub(r"[^\W\d]", "x", re.sub(r"\d", "1", value))
    inside = value[len(quotes) :].removesuffix(quotes)
    return quotes + re.sub(r"[^\r\n]", "*", inside) + value[len(quotes) + len(inside) :]
