"""Catching up, and going from a paper to what is related to it."""

from pathlib import Path

import pytest

from tests.ui.conftest import Opened, RecordedLinks, kept, read
from tests.ui.looking import screen_of, shown, title
from tuireader.domain.habits import Habits
from tuireader.ui.screens.picker import PickerScreen
from tuireader.ui.screens.walk_actions import CATCH_UP
from tuireader.ui.widgets.sidebar import Sidebar

NOTE = """---
title: "{title}"
arxiv: https://arxiv.org/abs/{id}
---

{text}

#{tag}
"""


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """A digest whose papers are about two things, and one from before."""
    folder = tmp_path / "week"
    folder.mkdir()
    text = "".join(
        f"Paper {name} of the Week\n(A. B.)\n모델 {name}.\n#{tag}\n"
        for name, tag in (("A", "moe"), ("B", "rl"), ("C", "moe"), ("D", "rl"))
    )
    (folder / "2024-08-30.txt").write_text(text, encoding="utf-8")
    old = "Paper Old of Before\n(A. B.)\n옛 모델.\n#rl\n"
    (folder / "2024-08-01.txt").write_text(old, encoding="utf-8")
    return folder


async def test_what_is_unread_is_grouped_by_the_tags_of_what_is_starred(
    opened: Opened, week: Path
) -> None:
    async with opened(week, habits=Habits("dwell", 600)) as pilot:
        screen = screen_of(pilot)
        await kept(pilot, "G", "s", "c")
        await pilot.pause(0.2)
        await kept(pilot)
        assert screen.library.query.text == CATCH_UP
        groups = [(name, papers) for _, name, papers in screen.library.days()]
        assert groups == [("#rl", 2), ("others", 2)]
        assert title(pilot) == "Paper B of the Week"
        assert "#rl" in shown(pilot)
        assert "0 of 4 read" in shown(pilot)
        await kept(pilot, "space")
        assert "1 of 4 read" in shown(pilot)
        assert title(pilot) == "Paper D of the Week"


async def test_the_end_is_said_and_escape_lists_everything_again(
    opened: Opened, week: Path
) -> None:
    async with opened(week, habits=Habits("dwell", 600)) as pilot:
        screen = screen_of(pilot)
        await kept(pilot, "c")
        for _ in range(4):
            await kept(pilot, "space")
        assert "4 of 4 read" in shown(pilot)
        assert "the end" in shown(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "nothing is unread" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.library.query.text == ""


@pytest.mark.parametrize("how", ["chip", "sidebar", "backspace", "escape"])
async def test_nothing_is_left_of_catching_up(
    opened: Opened, week: Path, how: str
) -> None:
    async with opened(week, habits=Habits("dwell", 600)) as pilot:
        screen = screen_of(pilot)
        await kept(pilot, "c")
        await pilot.pause(0.2)
        if how == "chip":
            cross = shown(pilot).split("\n")[0].index("×")
            await pilot.click(offset=(cross, 0))
        elif how == "sidebar":
            sidebar = screen.query_one(Sidebar)
            await pilot.click(sidebar, offset=(6, 2))
        else:
            await pilot.press(how, *(["enter"] if how == "backspace" else []))
        await pilot.pause(0.2)
        assert screen.library.query.text == ""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Three notes, one of which cites the others and a paper that is not here."""
    folder = tmp_path / "notes"
    folder.mkdir()
    first = NOTE.format(title="First Thing", id="2401.00001", text="아래.", tag="a")
    second = NOTE.format(
        title="Second Thing", id="2402.00002", tag="a",
        text="비슷한 https://arxiv.org/abs/2401.00001 그리고 "
        "https://arxiv.org/abs/1706.03762 와 [[240103 Third]]",
    )  # fmt: skip
    third = NOTE.format(title="Third Thing", id="2403.00003", text="끝.", tag="b")
    (folder / "240101 First.md").write_text(first, encoding="utf-8")
    (folder / "240102 Second.md").write_text(second, encoding="utf-8")
    (folder / "240103 Third.md").write_text(third, encoding="utf-8")
    return folder


async def test_a_paper_leads_to_what_it_cites_and_what_mentions_it(
    opened: Opened, notes: Path, links: RecordedLinks
) -> None:
    async with opened(notes) as pilot:
        await pilot.press("slash", *"second", "enter", "b")
        await read(pilot)
        assert isinstance(pilot.app.screen, PickerScreen)
        labels = [choice.label for choice in pilot.app.screen.choices]
        assert labels == ["First Thing", "arXiv 1706.03762", "Third Thing"]
        await pilot.press(*"1706", "enter")
        await pilot.app.workers.wait_for_complete()
        assert links.asked == [("open", "https://arxiv.org/abs/1706.03762")]


async def test_related_papers_are_gone_to_forth_and_back(
    opened: Opened, notes: Path
) -> None:
    async with opened(notes) as pilot:
        await pilot.press("slash", *"second", "enter", "b")
        await read(pilot)
        await pilot.press(*"first", "enter")
        await pilot.pause()
        assert title(pilot) == "First Thing"
        assert screen_of(pilot).library.query.is_empty
        await pilot.press("b")
        await read(pilot)
        assert "mentioned by" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert title(pilot) == "Second Thing"


async def test_an_appearance_on_another_day_is_gone_to(
    opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "twice"
    folder.mkdir()
    text = "Said Twice\n(A. B.)\n모델.\n#a\nOther {day} Thing\n(C. D.)\n것.\n#a\n"
    for day in ("2024-08-30", "2024-08-01"):
        (folder / f"{day}.txt").write_text(text.format(day=day), encoding="utf-8")
    async with opened(folder) as pilot:
        await pilot.press("b")
        await read(pilot)
        assert "also in 2024-08-01" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        paper = screen_of(pilot).paper
        assert paper is not None
        assert (paper.title, paper.date) == ("Said Twice", "2024-08-01")
