"""Characters, accents and commands of TeX, each as what it stands for."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.text import sanitise
from tuireader.text.tex import readable


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"run$\unicode{x2014}$each", "run—each"),
        (r"(7B)$\unicode{x2014}$2 models", "(7B)—2 models"),
        (r"\unicode{8212} \unicode[Times]{x2014}", "— —"),
        (r"$a\unicode{x2264}b$", "a≤b"),
        ("\\symbol{8212}\\symbol{\"2014}\\symbol{'176}", "——~"),
        ('a\\char"2014 b \\char8212 c', "a—b —c"),
        (r"x.org/\char`\~user \symbol{92}", "x.org/~user \\"),
        ("a^^^^2014b ^^^^^^01f600", "a—b 😀"),
        (r"\unicode{x24}5 and \unicode{x24}6", "$5 and $6"),
    ],
)
def test_a_character_by_its_number_is_that_character(tex: str, text: str) -> None:
    assert readable(tex) == text


@pytest.mark.threat("T1", "T4", "T6")
@pytest.mark.parametrize(
    "code", [0, 0x0A, 0x0D, 0x1B, 0x7F, 0x9B, 0x202E, 0x2066, 0xD800, 0xE0041, 0x110000]
)
@pytest.mark.parametrize(
    "form",
    [r"\unicode{{x{0:X}}}", r"$\unicode{{{0}}}$", r"\symbol{{{0}}}", '\\char"{0:X}'],
)
def test_a_number_that_no_text_may_hold_stays_a_number(code: int, form: str) -> None:
    assert readable(f"a {form.format(code)}[31m").startswith("a ")
    assert form.format(code).strip("$") in readable(f"a {form.format(code)}[31m")


@pytest.mark.parametrize(
    "text", [r"\unicode{zz}", r"\unicode{}", r"\symbol{}", "^^ ^^"]
)
def test_what_is_no_number_stays(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"Fran\c cois \c{c} \v{S}imon Erd\H{o}s", "François ç Šimon Erdős"),
        (r"{\"o} \"{o} na\"{\i}ve \'\i \aa{} {\aa}", "ö ö naïve í å å"),
        (r"\L ukasz Stra\ss e \O{}y", "Łukasz Straße Øy"),
        (
            "``What's up'' he said---twice",
            "“What's up” he said—twice",
        ),
        ("10--20, Bose--Einstein", "10–20, Bose–Einstein"),
        (r"Fig.~3, et al.~(2020), Table~\ref{t}", "Fig. 3, et al. (2020), Table [t]"),
        (r"10\,000", "10 000"),
        (r"3\,$\times$\,Qwen", "3 × Qwen"),
    ],
)
def test_accents_and_typed_signs_are_read(tex: str, text: str) -> None:
    assert readable(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\texttt{foo\_bar} \mbox{x} {\it y}", "foo_bar x y"),
        (r"\url{https://a.b/c%20d_e~f}", "https://a.b/c%20d_e~f"),
        (r"\href{https://a.b/c_d}{page}", "page (https://a.b/c_d)"),
        (r"\cite[p. 3]{a,b}", "[a, b]"),
        (r"$2^{n+1}$ $x_{t-1}$ $10^{-3}$", "2^(n+1) x_(t-1) 10^-3"),
        (r"\frac{a+b}{c} $\tfrac{1}{2}$", "(a+b)/c 1/2"),
        (r"10\textsuperscript{2} 4\textsuperscript{th}", "10^2 4th"),
        (r"$\|x\|$ $O(n\log n)$", "‖x‖ O(n log n)"),
        (r"$\sim$10 and $<$1B", "∼10 and <1B"),
        (r"\mathbb{R}^{d\times k}", "ℝ^(d×k)"),
    ],
)
def test_what_a_command_says_is_kept(tex: str, text: str) -> None:
    """Arguments are neither dropped nor run together into other numbers."""
    assert readable(tex) == text


@pytest.mark.parametrize(
    "text",
    [
        r"a \foo{b} {c}",
        r"\d+ and \b or \u00e9",
        "$5M and 10k$ more",
        "| --- | --- |",
        "--flag a--b",
        "small~large, 5~10, ~42%",
        r"\emph{a {b",
    ],
)
def test_what_is_not_understood_stays_as_written(text: str) -> None:
    assert readable(text) == text


def test_an_unknown_command_within_a_formula_stays() -> None:
    assert readable(r"$x\foo{y} + \alpha$") == r"x\foo{y} + α"


@pytest.mark.threat("T30", "T45")
@pytest.mark.parametrize(
    "unit",
    ["\\unicode{", "\\unicode[", "\\a[x]", "{\\bf ", "``a", "``a' ", "^^^^", "a\\c "],
)
def test_signs_made_to_be_slow_take_no_time(unit: str) -> None:
    readable("$x$")  # what it needs is loaded when it is first met
    begin = time.process_time()
    readable(unit * (64_000 // len(unit)))
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    "deep",
    ["$" + "{" * 290 + "}" * 290 + "$", "$" + "^{" * 190 + "}" * 190 + "$"],
)
def test_braces_nested_too_deep_fail_nobody(deep: str) -> None:
    assert readable(f"a {deep} b").startswith("a ")


@given(st.integers(0, 0x11FFFF), st.sampled_from(["\\unicode{{x{0:x}}}", "\\char{0} "]))
def test_no_number_brings_what_a_terminal_acts_on(code: int, form: str) -> None:
    shown = readable(form.format(code) + "x")
    assert sanitise(shown) == shown
