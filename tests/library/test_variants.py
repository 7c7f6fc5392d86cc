"""Tags written in several ways."""

from pathlib import Path

import pytest

from tests.library.notes import write
from tuireader.domain.catalogue import TagCount
from tuireader.library.library import Library
from tuireader.library.loader import Loader
from tuireader.library.variants import merged_tags, suggested

NOTE = """\
https://arxiv.org/abs/2401.{number:05}

*Paper {number}* (A. Author)

글 {number}.

{tags}
"""


def library_of(folder: Path, *tags: str, **aliases: str) -> Library:
    notes = {
        f"2024/240101 Paper {number}.md": NOTE.format(number=number + 1, tags=each)
        for number, each in enumerate(tags)
    }
    vault = write(folder / "vault", notes)
    return Loader([vault], folder / "cache", aliases=aliases).refresh().library


def test_spellings_of_one_tag_are_told_with_their_uses(tmp_path: Path) -> None:
    library = library_of(
        tmp_path, "#long_context", "#Long-Context #moe", "#long_context"
    )
    [merged] = merged_tags(library.catalogue)
    assert merged.tag == TagCount("long-context", "long_context", 3)
    assert merged.spellings == (("long_context", 2), ("Long-Context", 1))


def test_an_alias_merges_counts_and_finds_under_both_names(tmp_path: Path) -> None:
    library = library_of(
        tmp_path, "#rl", "#reinforce #rl", "#reinforce", reinforce="rl"
    )
    assert library.facets.tags == (TagCount("rl", "rl", 3),)
    for text in ("#rl", "#reinforce", "tag:rein*"):
        assert len(library.matching(library.parse(text))) == 3
    [merged] = merged_tags(library.catalogue)
    assert merged.spellings == (("reinforce", 2), ("rl", 2))
    assert library.paper_at(0).tags  # as written


def test_an_alias_for_a_tag_that_nothing_has_names_it_as_configured(
    tmp_path: Path,
) -> None:
    library = library_of(tmp_path, "#llms", llms="language-models")
    assert library.facets.tags == (TagCount("language-models", "language-models", 1),)


@pytest.mark.parametrize(
    ("common", "rare", "reason"),
    [
        ("vlm", "vlms", "plural"),
        ("study", "studies", "plural"),
        ("meta-learning", "metalearning", "hyphen"),
        ("llm", "large-language-model", "acronym"),
        ("llms", "large-language-models", "acronym"),
        ("diffusion", "difussion", "spelling"),
        ("autoregressive", "autoregresive", "spelling"),
    ],
)
def test_what_may_be_one_tag_is_suggested(common: str, rare: str, reason: str) -> None:
    tags = [TagCount(common, common, 9), TagCount("other", "other", 5)]
    found = suggested([*tags, TagCount(rare, rare, 2)])
    assert [(one.rare.tag, one.common.tag, one.reason) for one in found] == [
        (rare, common, reason)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("gpt-3", "gpt-4"), ("segment-2d", "segment-3d"), ("rl", "rlhf"), ("gan", "gam")],
)
def test_what_differs_in_a_number_or_is_too_short_is_not(one: str, other: str) -> None:
    assert suggested([TagCount(one, one, 9), TagCount(other, other, 2)]) == ()
