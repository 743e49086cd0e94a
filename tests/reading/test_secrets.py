"""What is shown of a plan never holds an address or a password, even where it is no TOML."""

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kit.program import Run, Write
from plan_tracker.reading.secrets import discreet

FEED = '[feeds.register]\nquery = "q.sql"\n'
TARGET = '[targets.a]\nname = "A"\n'


@pytest.mark.parametrize(
    "line",
    [
        'password = "hunter2"',
        "password = 'hunter2'",
        "password = hunter2",
        'password = "hunter2',
        'password = """\nhunter2"""',
        r'password = "a\"hunter2"',
        "PassWord = hunter2",
        '"password" = "hunter2"',
        'connection = { password = "hunter2" }',
        'connection = { host = "x", url = "hunter2" }',
        'url = "postgresql://klara:hunter2@db/kasse"',
        "url = postgresql://klara:hunter2@db/kasse",
        'anything = "postgresql://klara:hunter2@db/kasse"',
        'anything = "https://klara:hunter2@db/kasse"',
        "# postgresql://klara:hunter2@db/kasse\nanything = 1",
        'user = "hunter2"',
        'dsn = "hunter2"\ndsn = "hunter2"',
        'token = "hunter2" anything',
        "password = my hunter2",
        'password: "hunter2"',
        "PASSWORD : hunter2",
        'password ＝ "hunter2"',
        "password => 'hunter2'",
        "password = “hunter2”",
        'password "hunter2"',
        "password hunter2",
        'connection = { user: "klara", password hunter2 }',
        'pg_password = "hunter2"',
        'db-user: "klara"',
        'connection_string = "host=h password=hunter2"',
        '密码 = "hunter2"',
        "口令：hunter2",
        '用户名 = "klara"',
        "[feeds.register.login]\npassword = 'hunter2'",
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_plan_with_a_secret_is_refused_without_repeating_it(
    run: Run, plan: Write, line: str, language: str
) -> None:
    done = run("status", "-f", plan(f"{FEED}{line}\n{TARGET}"), "--lang", language)

    assert (done.code, done.out) == (2, "")
    assert "hunter2" not in done.err
    assert "klara" not in done.err


@pytest.mark.parametrize(
    "text",
    [
        'source = "https://stats.example/2024.html"',
        "committed = { port = 5, server = 7.5 }",
        "user_count = 3",
        "new_user = 3",
        'committed = { "用户" = 100 }',
        'name = "用户：3万户"',
        "name = 'A passwordless login'",
        'name = "the password = one"'.replace("password =", "password is"),
    ],
)
def test_what_is_no_secret_can_be_read(text: str) -> None:
    assert discreet(text) == text


@given(
    st.text(alphabet="\"'\\=ab12 \n#{},.:/@" + "é", max_size=60), st.sampled_from(["password", "url", "x"])
)
def test_everything_stays_in_its_place_and_toml_stays_toml(rest: str, key: str) -> None:
    text = f"{key} = {rest}"
    hidden = discreet(text)

    assert len(hidden) == len(text)
    assert [at for at, letter in enumerate(hidden) if letter == "\n"] == [
        at for at, letter in enumerate(text) if letter == "\n"
    ]
    try:
        known = set(tomli.loads(text))
    except tomli.TOMLDecodeError:
        return
    assert set(tomli.loads(hidden)) == known


@pytest.mark.parametrize(
    "text",
    [
        *("a.b+" * 50_000, "x" * 200_000, "url='" * 40_000, "a://" * 50_000, '"""' * 60_000),
        *("a_" * 100_000, "pw " * 60_000, "pw a\n" * 40_000, "{,\t" * 60_000, "," + " " * 200_000),
    ],
)
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    assert (
        len(discreet(f"{text} url = 1")) == len(text) + 8
    )  # a pattern that goes back and forth would not end
