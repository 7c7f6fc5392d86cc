"""Named colours and sizes; the only place that holds their values."""

from zlib import crc32

from textual.color import Color
from textual.theme import Theme

from tuireader.domain.identity import canonical_tag

DARK = "tuireader-dark"
LIGHT = "tuireader-light"

TAG_COLOURS = 8
"""How many colours tags share; a tag keeps its own by a stable hash of its name."""

TEXT_WIDTH = 88
"""Cells: longer lines are hard to read."""

_SIZES = {
    "sidebar-width": "28",
    "detail-head": "4",
}

# Each passes a contrast of 4.5 against its theme's surface, as the tests compute.
_DARK_TAGS = (
    "#7aa2f7", "#9ece6a", "#e0af68", "#bb9af7",
    "#7dcfff", "#f7768e", "#73daca", "#ff9e64",
)  # fmt: skip
_LIGHT_TAGS = (
    "#1d4fb8", "#3d6b1f", "#7a5200", "#6d3fc0",
    "#00637d", "#b0233f", "#0b6656", "#9a4300",
)  # fmt: skip


def _tags(colours: tuple[str, ...]) -> dict[str, str]:
    return {f"tag-{number}": colour for number, colour in enumerate(colours)}


DARK_THEME = Theme(
    name=DARK,
    dark=True,
    primary="#7aa2f7",
    accent="#7aa2f7",
    foreground="#c8cedb",
    background="#16181f",
    surface="#16181f",
    panel="#20232e",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    variables=_SIZES
    | _tags(_DARK_TAGS)
    | {
        "quiet": "#828a9e",
        "faint": "#3b4050",
        "cursor-row": "#262b3b",
        "cursor-row-far": "#1d202a",
        "heading": "#e6eaf2",
    },
)

LIGHT_THEME = Theme(
    name=LIGHT,
    dark=False,
    primary="#1d4fb8",
    accent="#1d4fb8",
    foreground="#2b303b",
    background="#fbfbf9",
    surface="#fbfbf9",
    panel="#eeeeea",
    warning="#7a5200",
    error="#b0233f",
    success="#3d6b1f",
    variables=_SIZES
    | _tags(_LIGHT_TAGS)
    | {
        "quiet": "#636a78",
        "faint": "#c9ccd2",
        "cursor-row": "#dfe6f5",
        "cursor-row-far": "#eceef2",
        "heading": "#11141a",
    },
)


def tokens(theme: Theme) -> dict[str, str]:
    """Return every name that the stylesheets and the palette use, for any theme.

    Themes that are not this program's own get what they lack mixed from their colours.
    """
    own = DARK_THEME if theme.dark else LIGHT_THEME
    plain = {
        "foreground": theme.foreground or own.foreground or "",
        "background": theme.background or own.background or "",
        "accent": theme.accent or theme.primary,
        "panel": theme.panel or theme.surface or own.panel or "",
        "warning": theme.warning or own.warning or "",
        "error": theme.error or own.error or "",
    }
    return own.variables | plain | _mixed(theme, plain) | theme.variables


def _mixed(theme: Theme, plain: dict[str, str]) -> dict[str, str]:
    if theme.name in {DARK, LIGHT} or theme.ansi:
        return {}
    text, ground = Color.parse(plain["foreground"]), Color.parse(plain["background"])
    accent = Color.parse(plain["accent"])
    return {
        "quiet": text.blend(ground, 0.35).hex,
        "faint": text.blend(ground, 0.75).hex,
        "heading": text.hex,
        "cursor-row": ground.blend(accent, 0.25).hex,
        "cursor-row-far": ground.blend(accent, 0.1).hex,
    }


def tag_colour(tag: str) -> int:
    """Return which of the tag colours `tag` has, the same in every session."""
    return crc32(canonical_tag(tag).encode()) % TAG_COLOURS
