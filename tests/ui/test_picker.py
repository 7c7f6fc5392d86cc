"""A few letters find the tag that is meant."""

from tests.ui.conftest import Opened
from tests.ui.looking import shown
from tuireader.ui.screens.picker import matching
from tuireader.ui.widgets.picker_list import Choice

TAGS = [
    Choice(tag, f"#{tag}")
    for tag in ("multimodal", "language-model", "moe", "memory", "강화학습", "llm")
]


def found(typed: str) -> list[str]:
    return [choice.key for choice in matching(typed, TAGS)]


def test_nothing_typed_offers_everything_in_its_order() -> None:
    assert found("") == [choice.key for choice in TAGS]


def test_the_very_word_comes_first_then_beginnings_then_parts() -> None:
    assert found("moe")[0] == "moe"
    assert found("mo")[:3] == ["moe", "multimodal", "language-model"]
    assert found("#m")[:3] == ["multimodal", "moe", "memory"]


def test_spelling_and_case_do_not_matter() -> None:
    assert found("Language_Model")[0] == "language-model"


def test_a_slip_of_the_finger_still_finds_the_tag() -> None:
    assert found("multimdal")[0] == "multimodal"


def test_korean_is_found_by_its_beginning() -> None:
    assert found("강화") == ["강화학습"]


def test_what_resembles_nothing_is_not_offered() -> None:
    assert found("zzzz") == []


async def test_a_picker_says_that_nothing_fits_while_that_is_so(opened: Opened) -> None:
    async with opened() as pilot:
        await pilot.press("t", *"zzzz")
        await pilot.pause()
        assert "nothing fits" in shown(pilot)
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert "nothing fits" not in shown(pilot)
