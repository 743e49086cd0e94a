"""Texts of a plan are written so that they are read back as they were, and as the library writes them."""

import pytest
import tomli
import tomli_w

from plan_tracker.editing.plan_text import key, literal

TEXTS = (
    *(
        "",
        "营造林",
        "forest-1",
        "a.b",
        "PM2.5浓度",
        "'0012",
        "100%",
        "# 1",
        "😀",
        "\u3000全角",
        "\xa0",
        "\ue000",
    ),
    *('说"好"', "C:\\路径", "一行\n二行", "a\tb", "\x00", "\x7f", "\u202e", "\u2028", '"""'),
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_written_as_the_library_writes_it(text: str) -> None:
    assert f"k = {literal(text)}\n" == tomli_w.dumps({"k": text})


@pytest.mark.parametrize("text", TEXTS)
def test_a_key_is_read_back(text: str) -> None:
    assert tomli.loads(f"{key(text)} = 1") == {text: 1}
