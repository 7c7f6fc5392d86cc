"""The colours are readable and a tag keeps its own."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tuireader.ui.theme import DARK_THEME, LIGHT_THEME, TAG_COLOURS, tag_colour

ENOUGH = 4.5
"""Contrast that WCAG 2.2 asks for text at its level AA."""


def contrast(one: str, other: str) -> float:
    bright, dark = sorted(
        (_luminance(Color.parse(one)), _luminance(Color.parse(other))), reverse=True
    )
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    "theme", [DARK_THEME, LIGHT_THEME], ids=lambda theme: theme.name
)
def test_text_and_tags_pass_contrast_in_both_themes(theme: Theme) -> None:
    names = [f"tag-{number}" for number in range(TAG_COLOURS)]
    colours = {name: theme.variables[name] for name in [*names, "quiet", "heading"]}
    colours |= {"foreground": theme.foreground or "", "accent": theme.accent or ""}
    grounds = [theme.background or "", theme.variables["cursor-row-far"]]
    poor = {
        (name, ground): round(contrast(colour, ground), 2)
        for name, colour in colours.items()
        for ground in grounds
        if contrast(colour, ground) < ENOUGH
    }
    assert not poor


def test_spellings_of_a_tag_share_its_colour_and_tags_use_all_colours() -> None:
    assert tag_colour("Auto_Regressive") == tag_colour("auto-regressive")
    assert {tag_colour(f"tag{number}") for number in range(200)} == set(
        range(TAG_COLOURS)
    )
