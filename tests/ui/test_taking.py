"""Selecting papers, copying several, writing them to a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import Opened, RecordedLinks
from tests.ui.looking import filtered, screen_of, settled, shown
from tuireader.ui.messages import LinkRequested, Notice
from tuireader.ui.screens.prompt import PromptScreen
from tuireader.ui.screens.take_actions import checked_path
from tuireader.ui.widgets.paper_lines import SELECTED
from tuireader.ui.widgets.paper_list import PaperList


def selected(pilot: Pilot[int]) -> frozenset[str]:
    return screen_of(pilot).query_one(PaperList).selected


async def test_selecting_marks_the_paper_and_goes_on(opened: Opened) -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        papers = screen.query_one(PaperList)
        keys = [screen.library.key_at(row) for row in range(2)]
        await settled(pilot, "x", "x")
        assert selected(pilot) == set(keys)
        assert papers.row == 2
        assert "· 2 selected" in shown(pilot)
        lines = [papers.render_line(y).text for y in range(papers.size.height)]
        assert [line[2] for line in lines].count(SELECTED) == 2
        await pilot.press("k", "x")
        assert selected(pilot) == set(keys[:1])


async def test_all_listed_are_selected_and_stay_so_under_another_filter(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        screen = await filtered(pilot, "tag:ssm")
        await settled(pilot, "X")
        assert len(selected(pilot)) == len(screen.library) == 2
        await settled(pilot, "escape")
        assert len(selected(pilot)) == 2
        assert "· 2 selected" in shown(pilot)
        await settled(pilot, "X")
        assert len(selected(pilot)) == len(screen.library)
        await settled(pilot, "X")
        assert not selected(pilot)


async def test_the_copy_menu_offers_what_is_selected_first(
    opened: Opened, links: RecordedLinks, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[list[str]] = []

    def handle(request: LinkRequested, send: Callable[[str], object]) -> Notice:
        titles.append([paper.title for paper in request.papers])
        send(request.purpose)
        return Notice(request.purpose)

    monkeypatch.setattr(links, "handle", handle)
    async with opened() as pilot:
        screen = screen_of(pilot)
        wanted = [screen.library.title_at(row) for row in range(2)]
        await pilot.press("x", "x")
        await filtered(pilot, "mamba")
        await settled(pilot, "Y", "enter")
        assert titles == [wanted]
        assert pilot.app.clipboard == "many-copy"
        await pilot.press("Y")
        await pilot.pause()
        assert "BibTeX of 2 selected" in shown(pilot)


@pytest.mark.parametrize("end", ["md", "bib", "jsonl"])
async def test_what_is_listed_is_written_in_the_form_of_the_files_end(
    opened: Opened, tmp_path: Path, end: str
) -> None:
    file = tmp_path / f"picks.{end}"
    async with opened() as pilot:
        screen = await filtered(pilot, "tag:ssm")
        titles = {paper.title for paper in screen.library.listed_papers()}
        await settled(pilot, "w", "ctrl+u", *str(file), "enter")
        assert "wrote " in shown(pilot)
        text = file.read_text()
        if end == "jsonl":
            records = [json.loads(line) for line in text.splitlines()]
            assert {record["title"] for record in records} == titles
            assert [record["date"] for record in records] == sorted(
                record["date"] for record in records
            )
        else:
            assert all(title in text for title in titles)
            assert text.count("@misc" if end == "bib" else "\n- ") == len(titles) - (
                end == "md"
            )


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(
    opened: Opened, tmp_path: Path
) -> None:
    file = tmp_path / "picks.md"
    file.write_text("mine")
    async with opened() as pilot:
        await pilot.press("w", "ctrl+u", *str(file), "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PromptScreen)
        assert "enter again" in shown(pilot)
        assert file.read_text() == "mine"
        await settled(pilot, "enter")
        assert file.read_text().startswith("- ")


async def test_escape_writes_nothing(opened: Opened, tmp_path: Path) -> None:
    async with opened() as pilot:
        await settled(pilot, "w", "ctrl+u", *str(tmp_path / "x.md"), "escape")
        assert not list(tmp_path.iterdir())


def test_a_path_says_its_form_and_has_a_folder(tmp_path: Path) -> None:
    assert checked_path(str(tmp_path / "x.md")) == ("", False)
    assert ".bib" in checked_path(str(tmp_path / "x.pdf"))[0]
    assert "no folder" in checked_path(str(tmp_path / "no" / "x.md"))[0]
    (tmp_path / "y.md").mkdir()
    assert "is a folder" in checked_path(str(tmp_path / "y.md"))[0]


@pytest.mark.parametrize("name", ["~nobody-of-this-name/x.md", "x" * 5_000 + "/y.md"])
def test_any_text_is_some_path(name: str) -> None:
    assert "no folder" in checked_path(name)[0]


async def test_a_name_too_long_to_write_is_said(opened: Opened, tmp_path: Path) -> None:
    async with opened() as pilot:
        await settled(pilot, "w", "ctrl+u")
        pilot.app.screen.query_one(Input).value = f"{tmp_path}/{'x' * 5_000}.md"
        await settled(pilot, "enter")
        assert "not written" in shown(pilot)


async def test_a_file_that_cannot_be_written_is_said(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tuireader.ui.exporting.write_files", full)
    async with opened() as pilot:
        await settled(pilot, "w", "ctrl+u", *str(tmp_path / "x.md"), "enter")
        assert "x.md not written: No space left on device " in shown(pilot)
        assert pilot.app.is_running
