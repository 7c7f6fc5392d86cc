"""TeX, backslashes and odd tags come out of the parser as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import source
from tests.safety import faults, texts_of
from tuireader.domain.entry import Digest
from tuireader.formats.markdown.protect import protect, restore, restore_address
from tuireader.formats.markdown.reader import read_html, read_markdown
from tuireader.text import sanitise

LINK = "https://arxiv.org/abs/1706.03762"


def title_of(text: str) -> str:
    """Return the title that an entry has whose link text is `text`."""
    (entry,) = read_markdown(source(f"- [{text}]({LINK})", "a.md")).entries
    return entry.title


@pytest.mark.parametrize(
    "title",
    [
        "A Bound of $O(n^2)$ for $f_*$ and $g_*$",
        r"Learning $\mathcal{N}(\mu, \sigma_{i}^{2})$ by Steps",
        r"From \(a*b\) to \(c*d\) in One Step",
        "$$x_1 * x_2$$ and More of It",
        "Costs of $5 and $6 in snake_case_names",
        "The C* Algebra of 2 * 3 Things",
        r"Tilde \textasciitilde and Percent \% in TeX",
        "``Quoted'' in the Manner of TeX",
        "Angles < and > and a<b",
        "Tags Such as <think> in Reasoning",
        r"A Pipe \| in Bars",
    ],
)
def test_titles_keep_their_tex(title: str) -> None:
    assert title_of(title) == title.replace(r"\|", "|")


def test_emphasis_outside_of_tex_is_markup() -> None:
    assert title_of("A *Very* Good **Bound** of $a_b$") == (
        "A *Very* Good Bound of $a_b$"
    )


def test_a_bar_in_tex_ends_no_cell() -> None:
    text = f"| Title | Link |\n|---|---|\n| On $p(y|x)$ Now | [x]({LINK}) |\n"
    (entry,) = read_markdown(source(text, "a.md")).entries
    assert entry.title == "On $p(y|x)$ Now"


@pytest.mark.parametrize(
    ("spelled", "shown"),
    [
        ("A &amp; B of It", "A & B of It"),
        ("Caf&eacute; Models at Work", "Café Models at Work"),
        ("Red &#27;&#91;31m Models", "Red \ufffd[31m Models"),
        ("Turned &#x202e; Models", "Turned \ufffd Models"),
    ],
)
def test_character_references_spell_nothing_unsafe(spelled: str, shown: str) -> None:
    assert title_of(spelled) == shown


def test_addresses_keep_their_odd_characters() -> None:
    text = f"- [A Title]({LINK}) [code](https://x.org/a_b*c~d?e=$f$)"
    (entry,) = read_markdown(source(text, "a.md")).entries
    assert [paragraph.text for paragraph in entry.commentary] == [
        "[code](https://x.org/a_b*c~d?e=$f$)"
    ]


def test_private_characters_of_a_source_stay_no_markup() -> None:
    assert title_of("Icons \ue02a\ue05f of a Font") == "Icons \ufffd\ufffd of a Font"


@pytest.mark.parametrize(
    "text",
    ["> " * 500 + "deep", "- " * 500 + "deep", "<div>" * 3_000 + "deep"],
    ids=["quotes", "lists", "elements"],
)
def test_what_nests_too_deeply_is_text(text: str) -> None:
    reading = read_markdown(source(f"{text}\n\n- [A Title]({LINK})\n", "a.md"))
    assert [entry.title for entry in reading.entries] == ["A Title"]
    assert "deep" in f"{reading.problems} {reading.entries}"


@given(st.text(alphabet="$\\()*_`<>[]|~ax1 \n", max_size=80))
def test_what_is_moved_aside_comes_back(text: str) -> None:
    assert restore(protect(text, 1)) == text


@given(st.text(max_size=200))
def test_what_comes_back_is_safe(text: str) -> None:
    safe = sanitise(text)
    assert restore(protect(safe, 1)) == sanitise(restore(protect(safe, 1)))
    assert restore_address(protect(safe, 1)) == restore(protect(safe, 1))


@pytest.mark.threat("T4")
@pytest.mark.parametrize("mark", ["\u0301", "\u0301" * 8, "\u11a8", "\u200d" * 8])
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_what_elements_part_does_not_join_to_what_is_not_safe(
    mark: str, name: str
) -> None:
    """Each piece is safe by itself: a letter, and in an element of their own marks."""
    words = f"가<sup>l</sup>{f'<b>{mark}</b><i>{mark}</i>' * 3} end"
    link = f"<a href='{LINK}'>A Title of {words}</a>"
    text = f"<p>{words}</p>\n\n<ul><li>{link} {words}</li></ul>\n"
    reading = (read_html if name == "a.html" else read_markdown)(source(text, name))
    assert len(reading.entries) == 1
    for said in texts_of(Digest(name, "", "", "", *reading)):
        assert faults(said) == set()
