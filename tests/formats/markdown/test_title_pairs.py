"""What stands behind a link that is but the short name of a method."""

import pytest

from tests.formats.samples import source
from tuireader.domain.entry import Entry
from tuireader.formats.markdown.reader import read_markdown

LAYOUTS = {
    "items": "- [{}]({}){}",
    "numbered, bold": "1. **[{}]({})**{}",
    "headings": "## [{}]({}){}\n\nWords below it.",
    "cells": "| [{}]({}){} | 2 |",
}


def only(layout: str, behind: str) -> Entry:
    """Return the entry of a line that links a name and has `behind` behind it."""
    link = "https://arxiv.org/abs/2005.12872"
    above = "| Paper | n |\n|---|---|\n" if layout == "cells" else ""
    line = LAYOUTS[layout].format("DETR", link, behind)
    other = line.replace("12872", "14165")
    between = "\n" if layout == "cells" else "\n\n"
    text = f"# Papers\n\n{above}{line}{between}{other}\n"
    entry, _ = read_markdown(source(text, "a.md")).entries
    assert entry.arxiv_id == "2005.12872"
    return entry


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "remark",
    [
        " - a nice idea for detection",
        " — A very nice idea for detection",
        ": a big win for us all",
        " A big win for all of us. Go and read it.",
        " a Must Read Paper From Meta",
        " - Great Work From The Paris Team!",
        " Great Work From The Paris Team! More to come.",
    ],
)
def test_a_remark_behind_a_linked_name_is_no_title(layout: str, remark: str) -> None:
    entry = only(layout, remark)
    assert entry.title == "DETR"
    words = " ".join(paragraph.text for paragraph in entry.commentary)
    assert remark.strip(" -—:") in words


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "behind",
    [
        " End-to-End Object Detection with Transformers",
        ": End-to-End Object Detection with Transformers",
        " - Is It All in the Box?",
        " DETR: What to Do If It Is On",
    ],
)
def test_words_with_the_capitals_of_a_title_are_one(layout: str, behind: str) -> None:
    assert only(layout, behind).title == behind.strip(" -:")


def test_a_title_keeps_the_mark_of_its_question_and_leaves_the_full_stop() -> None:
    asking = only("items", " Were RNNs All We Needed? Leo Feng, Bo Wu")
    assert asking.title == "Were RNNs All We Needed?"
    assert asking.authors == ("Leo Feng", "Bo Wu")
    ending = only("items", " End-to-End Detection with Transformers. It is neat.")
    assert ending.title == "End-to-End Detection with Transformers"
    assert [paragraph.text for paragraph in ending.commentary] == ["DETR · It is neat."]
