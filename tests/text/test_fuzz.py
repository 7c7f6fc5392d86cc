"""Whatever bytes or characters come in, what goes on is safe."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from tests.fuzzing import digests, examples, payloads
from tests.safety import faults
from tuireader.text import decode, sanitise
from tuireader.text.tex import readable

RARE = st.sampled_from(
    "\r\n\t\x1b\x9b\x00\u0301\u0345\u1100\u1161\u11a8\u200d\ufe0f\u0903\u3164\u202e"
    "\u2061\ud800\udfff\ufeff\U000e0041\U0001f3fd가각e\u0340\u212b\u0f73\u0f75"
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=80),
    st.text(RARE, max_size=60),
    st.text(st.one_of(RARE, st.characters()), max_size=60),
    st.lists(payloads, max_size=4).map("".join),
    digests,
)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949",
     "cp1252", "latin-1", "shift_jis", "gb18030", "utf-7"]
)  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=200),
    st.tuples(TEXTS, ENCODINGS, st.binary(max_size=3)).map(
        lambda made: made[0].encode(made[1], "ignore") + made[2]
    ),
)


@pytest.mark.threat("T1", "T3", "T4", "T32")
@given(TEXTS)
@example("\r\r\n\n\r")
@example("\u1100" + "\u1161" * 20 + "\u11a8" * 20)
@example("a" + "\u0301" * 9 + "\u11a8")
@example("\u0903" * 300)
@example("\U000e0fff")
@examples(300)
def test_sanitised_text_is_safe_and_stays_as_it_is(text: str) -> None:
    safe = sanitise(text)
    assert faults(safe) == set()
    assert sanitise(safe) == safe
    assert len(safe) <= len(text) * 3


@pytest.mark.threat("T5")
def test_no_character_can_be_piled_up() -> None:
    """Every character that takes no cell is capped, a screen of them is not sent."""
    piled = []
    # Between them no character is assigned; behind them are private ones, two cells.
    for code in (*range(0x20, 0x20000), *range(0xE0000, 0xE1000)):
        char = chr(code)
        if not get_character_cell_size(char):
            kept = sanitise(f"a{char * 30}b")
            piled += [hex(code)] if len(kept) > 25 and "\ufffd" not in kept else []
    assert piled == []


@pytest.mark.threat("T6", "T31")
@given(BYTES)
@examples(300)
def test_any_bytes_become_safe_text(data: bytes) -> None:
    decoded = decode(data)
    assert faults(decoded.text) == set()
    assert decoded.encoding in {
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949",
    }  # fmt: skip


@given(digests, ENCODINGS)
@examples(100)
def test_text_in_a_known_encoding_comes_back(text: str, encoding: str) -> None:
    if encoding in {"utf-8-sig", "utf-16", "utf-32"}:  # those that say what they are
        data = text.encode(encoding, "replace")
        assert decode(data).text == sanitise(data.decode(encoding))


TEX = st.text(st.sampled_from("\\{}$%_^&#~ab \x1b\u202e\n\"'`"), max_size=40)


@given(st.one_of(TEX, TEXTS))
@example("\\char27[2J")
@example('$\\char"9b$')
@example("^^[[2J \\symbol{27}")
@examples(300)
def test_tex_made_readable_is_safe(text: str) -> None:
    safe = readable(sanitise(text))
    assert faults(safe) == set()
