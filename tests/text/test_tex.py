"""TeX in prose reads as text; what only looks like TeX stays."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.text.tex import readable


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"about \textasciitilde42% time", "about ~42% time"),
        (r"PIXART-{\delta}, fast", "PIXART-δ, fast"),
        (r"$\tau^2$-bench", "τ^2-bench"),
        (r"$O(\log n)$ steps", "O(log n) steps"),
        (r"Schr\"odinger and \'etude", "Schrödinger and étude"),
        (r"\emph{very} \textbf{bold}", "very bold"),
        (r"50\% of \& all", "50% of & all"),
        (r"$10\times$ faster", "10× faster"),
    ],
)
def test_tex_is_read(tex: str, text: str) -> None:
    assert readable(tex) == text


@pytest.mark.parametrize(
    "text",
    [
        r"\textcolor is a command",
        r"\textcolor{red}",
        r"\frac",
        r"a \frac \textcolor{x}",
    ],
)
def test_a_command_without_its_arguments_stays(
    text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """The converter raises, or logs to the terminal and gives its pattern away."""
    assert readable(text) == text
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "costs $5 and $10 more",
        r"C:\newfolder\foo",
        r"\unknowncommand",
        "100% of #tags & more_words",
        "a $ b $ c",
    ],
)
def test_what_is_no_tex_stays(text: str) -> None:
    assert readable(text) == text


def test_the_words_of_an_unknown_command_stay() -> None:
    assert "keep me" in readable(r"\unknowncommand{keep me}")


@pytest.mark.threat("T30", "T45")
@pytest.mark.parametrize(
    "unit",
    ["\\u{n} ", "\\a{n}b{{c}} ", "$x_{n}$ ", "\\(", "\\a{{", "{{\\a", "$a", "\\'{{"],
)
def test_tex_made_to_be_slow_is_left_as_it_is(unit: str) -> None:
    text = "".join(unit.format(n=n) for n in range(64_000 // len(unit)))
    readable("$x$")  # what it needs is loaded when it is first met
    begin = time.process_time()
    readable(text)
    assert time.process_time() - begin < 1


@given(st.text(alphabet="ab $\\{}%^_~'\"\n", max_size=120))
def test_no_text_fails_or_loses_its_letters(text: str) -> None:
    shown = readable(text)
    if "\\" not in text:
        assert [c for c in shown if c in "ab"] == [c for c in text if c in "ab"]
