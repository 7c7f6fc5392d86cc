"""Reading a digest in a real terminal."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Opened

FIRST = "Routing Tokens to Few Experts Is Enough"


def test_a_digest_opens_as_sidebar_list_abstract_and_commentary(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Library", "Papers 4", "Abstract", "Commentary", "#moe")
    terminal.wait_for("2024-08-30 Fri", FIRST, "Ada Moor", "We train a sparse model")
    terminal.wait_for("라우터가 토큰마다")


def test_abstract_and_commentary_begin_on_one_line(opened: Opened, day: Path) -> None:
    terminal = opened(day)
    terminal.wait_for("We train a sparse", "라우터가")
    (line,) = [line for line in terminal.text.splitlines() if "We train a sp" in line]
    assert line.index("We train") < line.index("라우터가")


def test_a_tag_picked_by_its_letters_leaves_its_papers(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4")
    terminal.press("t")
    terminal.wait_for("Require a tag")
    terminal.press("moe", "\r")
    terminal.wait_for("Papers 1 of 4", FIRST)
    terminal.wait_gone("Long Videos as Short")


def test_the_filter_line_filters_while_it_is_typed_into(
    opened: Opened, day: Path
) -> None:
    terminal = opened(day)
    terminal.wait_for("Papers 4")
    terminal.press("/", "보상")
    terminal.wait_for("Papers 1 of 4", "보상 모델은 무엇을 배우는가")
    terminal.press("\x7f", "\x7f", "#llm")
    terminal.wait_for("Papers 2 of 4", "Benchmarks That Cannot")
    terminal.press("\r", "j")
    terminal.wait_for("벤치마크를 외울 수")
    terminal.send("\x1b")
    terminal.wait_for("Papers 4")


def test_moving_shows_the_paper(opened: Opened, day: Path) -> None:
    terminal = opened(day)
    terminal.wait_for("라우터가")
    terminal.send("j")
    terminal.wait_for("A video model keeps", "긴 영상을")
    terminal.send("G")
    terminal.wait_for("Questions are generated")
    terminal.send("k")
    terminal.wait_for("한국어 제목의 논문도")


@pytest.mark.parametrize("keys", ["tmoe\r", "/#moe", "/#mox\x7fe", "tmoe\rjkj"])
def test_keys_that_arrive_at_once_are_dealt_with_one_after_the_other(
    opened: Opened, day: Path, keys: str
) -> None:
    """As a script sends them, or a slow line delivers them."""
    terminal = opened(day)
    terminal.wait_for("Papers 4", "라우터가")
    terminal.send(keys)
    terminal.wait_for("Papers 1 of 4", FIRST, seconds=3)
