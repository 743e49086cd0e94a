"""Secrets that a plan must not hold and are never shown: the address of a database, and its password."""

import re

_SECRET_WORDS = (
    *("password", "passphrase", "passwd", "pwd", "pw", "secret", "token", "credentials"),
    *("密码", "口令", "密钥"),
)
_ADDRESS_WORDS = (
    *("url", "uri", "dsn", "address", "connection", "connection_string", "host", "hostname", "server"),
    *("port", "user", "username", "login", "database", "dbname"),
    *("用户", "用户名", "账号", "帐号", "账户", "地址", "网址", "主机", "服务器", "端口", "数据库", "连接"),
)
_SECRET, _ADDRESS = "|".join(_SECRET_WORDS), "|".join(_ADDRESS_WORDS)
_PREFIX = r"(?:[\w-]*[_-])?"
"""What a longer key may begin with: db_password."""

_KEY = re.compile(rf"{_PREFIX}(?:{_SECRET}|{_ADDRESS})", re.IGNORECASE)
_QUOTED = r"""\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}[^']*?'{3}|"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?"""
_MORE = r"""(?:[ \t]+[^\s,}\]#"'=]+)*"""
_BARE = rf"""[^\s,}}\]#"']+{_MORE}"""
_BARE_WORD = rf"""(?![\d.:+-]+(?:[\s,}}#]|$))[^\s,}}\]#"'{{\[]+{_MORE}"""
_ANY_VALUE, _TEXT_VALUE = rf"({_QUOTED}|{_BARE})", rf"({_QUOTED}|{_BARE_WORD})"
_PAIR = re.compile(
    rf"""(?<![^\W_])(?: (?:{_SECRET})["']?[ \t]*=>?[ \t]*{_ANY_VALUE}
                     | (?:{_ADDRESS})["']?[ \t]*=>?[ \t]*{_TEXT_VALUE} )
    | (?:^|(?<=[{{,]))[ \t]*["']?{_PREFIX}
      (?: (?:{_SECRET})["']?(?:[ \t]*[＝:：][ \t]*|[ \t]+(?![=＝:：])){_ANY_VALUE}
        | (?:{_ADDRESS})["']?[ \t]*[＝:：][ \t]*{_TEXT_VALUE} )""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
"""A key and its value: also with another sign between them, where a key stands, or a secret with none."""

_LINK = re.compile(r"""://(?P<text>[^\s"'`]+)""")


def is_address_key(key: str) -> bool:
    """Tells whether a key is for the address of a database, its user or password."""
    return _KEY.fullmatch(key) is not None


def discreet(text: str) -> str:
    """Returns a plan's text in which nothing that could be an address or a password can be read.

    Everything stays in its place, and TOML stays TOML: this text has the same faults as the plan's.
    """
    lowered = text.lower()
    if any(
        key in lowered and re.search(rf"{key}[\"']?[ \t]*[=＝:： \t]", lowered) for key in _SECRET_WORDS
    ) or any(key in lowered and re.search(rf"{key}[\"']?[ \t]*[=＝:：]", lowered) for key in _ADDRESS_WORDS):
        text = _PAIR.sub(_hide_value, text)  # few plans have such a key, and to look for values takes long
    return _LINK.sub(_hide_link, text)


def _hide_value(match: re.Match[str]) -> str:
    value = match[match.lastindex or 0]
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
