"""Secrets that a plan must not hold and are never shown: the address of a database, and its password."""

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
    """Returns a plan's text in which nothing that could be an address or a password can be read.

    Everything stays in its place, and TOML stays TOML: this text has the same faults as the plan's.
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
    """Hides a value: a text becomes stars, letters and digits of others become ones, to stay a value."""
    quotes = value[:3] if value[:3] in ('"""', "'''") else value[0]
    if quotes[0] not in "\"'":
        return re.sub(r"[^\W\d]", "x", re.sub(r"\d", "1", value))
    inside = value[len(quotes) :].removesuffix(quotes)
    return quotes + re.sub(r"[^\r\n]", "*", inside) + value[len(quotes) + len(inside) :]
