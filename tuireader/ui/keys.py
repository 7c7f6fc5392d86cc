"""Every key, what it does and in which words: for bindings, footer, help and README."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

_LATIN_KEYS = "qwertyuiop asdfghjkl zxcvbnm QWERTOP"
_JAMO_KEYS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ ㅁㄴㅇㄹㅎㅗㅓㅏㅣ ㅋㅌㅊㅍㅠㅜㅡ ㅃㅉㄸㄲㅆㅒㅖ"
# Where the 2-set Korean layout has its jamo on a Latin keyboard: keys work while a
# Korean input method is on. Shift changes only seven of them.
_JAMO = dict(zip(_LATIN_KEYS, _JAMO_KEYS, strict=True))


_OPTION_DIGITS = (
    "inverted_exclamation_mark", "trade_mark_sign", "pound_sign", "cent_sign",
    "infinity", "section_sign", "pilcrow_sign", "bullet", "ª",
)  # fmt: skip
"""What Alt and a digit are in most terminals, as Textual 8.2 reads them: ¡ ™ £ …"""


class Key(NamedTuple):
    """One thing that the reader can do by a key."""

    id: str
    """Its name in the configuration's `[keys]`."""
    keys: tuple[str, ...]
    """Key names as Textual has them; the first is the one that is shown."""
    action: str
    """Textual action that it runs."""
    words: str
    """What it does, for help."""
    group: str
    """Under which heading help shows it."""
    hint: str = ""
    """Its word in the footer; empty keeps it out."""


MOVE, READ, FILTER, MARK, TAKE, VIEW, PROGRAM = (
    "Move", "Read", "Filter", "Mark", "Take", "View", "Program",
)  # fmt: skip

KEYS: tuple[Key, ...] = (
    Key("down", ("j", "down"), "move(1)", "next paper", MOVE, "next"),
    Key("up", ("k", "up"), "move(-1)", "previous paper", MOVE),
    Key("page-down", ("ctrl+d", "pagedown"), "move_page(1)", "half a page down", MOVE),
    Key("page-up", ("ctrl+u", "pageup"), "move_page(-1)", "half a page up", MOVE),
    Key("first", ("g", "home"), "move_to(0)", "first paper", MOVE),
    Key("last", ("G", "end"), "move_to(-1)", "last paper", MOVE),
    Key("day-previous", ("[",), "move_day(-1, 10)", "newer day", MOVE),
    Key("day-next", ("]",), "move_day(1, 10)", "older day", MOVE),
    Key("month-previous", ("{",), "move_day(-1, 7)", "newer month", MOVE),
    Key("month-next", ("}",), "move_day(1, 7)", "older month", MOVE),
    Key(
        "month-earlier",
        ("less_than_sign",),
        "move_month(-1)",
        "month before, by time",
        MOVE,
    ),
    Key(
        "month-later",
        ("greater_than_sign",),
        "move_month(1)",
        "month after, by time",
        MOVE,
    ),
    Key("unread-next", ("n",), "move_unread(1)", "next unread paper", MOVE, "unread"),
    Key("unread-previous", ("N",), "move_unread(-1)", "previous unread paper", MOVE),
    Key("catch-up", ("c",), "catch_up", "all unread, by what you star", MOVE),
    Key("related", ("b",), "related", "cited, mentioned by, also in", MOVE),
    Key("read", ("enter",), "read", "go into the paper", READ),
    Key("scroll-down", ("J",), "scroll_detail(1)", "scroll the paper down", READ),
    Key("scroll-up", ("K",), "scroll_detail(-1)", "scroll the paper up", READ),
    Key(
        "page", ("space",), "page_detail", "page the paper, then the next", READ, "read"
    ),
    Key("view", ("v",), "cycle_view", "both, commentary, abstract", READ),
    Key(
        "filter", ("slash",), "filter", "filter by words, #tag, -tag:", FILTER, "filter"
    ),
    Key("tag", ("t",), "pick_tag(False)", "pick a tag to require", FILTER, "tag"),
    Key("tag-not", ("T",), "pick_tag(True)", "pick a tag to exclude", FILTER),
    Key("back", ("escape",), "back", "back, or drop the last filter", FILTER),
    Key("drop", ("backspace", "delete"), "drop", "drop a part of the filter", FILTER),
    Key("save", ("F",), "save_filter", "save the filter, rename a saved one", FILTER),
    Key("saved", ("f",), "open_saved", "open a saved search", FILTER),
    *(
        Key(
            f"saved-{place}",
            (f"alt+{place}", option),
            f"open_saved_at({place})",
            "open a saved search by its number",
            FILTER,
        )
        for place, option in enumerate(_OPTION_DIGITS, 1)
    ),
    Key("sort", ("S",), "cycle_sort", "newest, oldest, by title, best match", FILTER),
    Key("exclude", ("minus",), "exclude", "in the sidebar: exclude it", FILTER),
    Key("order", ("O",), "order_facets", "sidebar by count or by name", FILTER),
    Key("star", ("s",), "star", "star, or no longer", MARK, "star"),
    Key("queue", ("a",), "queue", "append to the queue, or take out", MARK),
    Key("queue-up", ("(", "shift+up"), "move_queued(-1)", "up in the queue", MARK),
    Key("queue-down", (")", "shift+down"), "move_queued(1)", "down in the queue", MARK),
    Key("note", ("e",), "note", "write a note on it", MARK),
    Key("note-editor", ("E",), "edit_note", "write it in $EDITOR", MARK),
    Key("own-tags", ("+",), "own_tags", "give it a tag of your own", MARK),
    Key("read-toggle", ("r",), "toggle_read", "mark read, or unread", MARK),
    Key("read-listed", ("R",), "read_listed", "mark all that is listed read", MARK),
    Key("undo", ("u",), "undo", "undo the last mark", MARK),
    Key("redo", ("U", "ctrl+y"), "redo", "do again what was undone", MARK),
    Key("copy", ("y",), "link('copy')", "copy the paper's link", TAKE, "copy link"),
    Key("copy-menu", ("Y",), "copy_menu", "copy PDF, id, title, Markdown…", TAKE),
    Key("open", ("o",), "link('open')", "open its page in the browser", TAKE, "open"),
    Key("open-pdf", ("p",), "link('pdf')", "open its PDF in the browser", TAKE),
    Key("select", ("x",), "select", "select, then the next", TAKE),
    Key("select-all", ("X",), "select_all", "select all listed, or none", TAKE),
    Key("export", ("w",), "export", "write selected or listed to a file", TAKE),
    Key(
        "pane-previous",
        ("h", "left", "shift+tab"),
        "pane(-1)",
        "pane to the left",
        VIEW,
    ),
    Key("pane-next", ("l", "right", "tab"), "pane(1)", "pane to the right", VIEW),
    Key("pane-1", ("1",), "pane_at(0)", "sidebar", VIEW),
    Key("pane-2", ("2",), "pane_at(1)", "list", VIEW),
    Key("pane-3", ("3",), "pane_at(2)", "paper", VIEW),
    Key("sidebar", ("backslash",), "toggle_sidebar", "show or hide the sidebar", VIEW),
    Key("timeline", ("m",), "toggle_timeline", "papers by month", VIEW),
    Key("zen", ("z",), "zen", "nothing but the paper", VIEW),
    Key("theme", ("D",), "app.toggle_dark", "dark or light", VIEW),
    Key("rescan", ("ctrl+r",), "app.rescan", "read changed digests now", PROGRAM),
    Key("palette", ("ctrl+p", ":"), "app.command_palette", "command palette", PROGRAM),
    Key("suspend", ("ctrl+z",), "app.suspend", "suspend to the shell", PROGRAM),
    Key("help", ("question_mark", "f1"), "help", "this table", PROGRAM, "help"),
    Key("quit", ("q", "ctrl+q"), "app.quit", "quit", PROGRAM, "quit"),
)

HINTS_LEFT_OUT = (
    "star", "open", "down", "unread-next", "page", "tag", "copy", "filter", "quit",
)  # fmt: skip
"""Ids of keys that a narrow footer leaves out, in this order; not the one for help."""

_SHOWN = {
    "slash": "/", "question_mark": "?", "backslash": "\\", "escape": "esc",
    "pagedown": "pgdn", "pageup": "pgup", "down": "↓", "up": "↑", "left": "←",
    "right": "→", "less_than_sign": "<", "greater_than_sign": ">", "minus": "-",
}  # fmt: skip

_TEXTUAL = {short: key for key, short in _SHOWN.items()}
"""What readers write in the configuration, as Textual calls it."""


def rows(table: Sequence[Key] = KEYS) -> Iterator[Key]:
    """Yield a table as it is read: keys that do the same are one row."""
    bound = [key for key in table if key.keys]
    for _, same in groupby(bound, key=lambda key: (key.group, key.words)):
        first, *rest = same
        if rest:
            first = first._replace(keys=(first.keys[0], "…", rest[-1].keys[0]))
        yield first


def shown(key: str) -> str:
    """Return `key` as a reader would write it."""
    return _SHOWN.get(key, key)


def with_jamo(keys: tuple[str, ...]) -> str:
    """Return `keys` as a binding that answers to a Korean layout's jamo as well."""
    return ",".join(
        [_comma(key) for key in keys] + [_JAMO[key] for key in keys if key in _JAMO]
    )


def _comma(key: str) -> str:
    return "comma" if key == "," else key


def keymap(configured: Mapping[str, str]) -> dict[str, str]:
    """Return Textual's keymap for what the configuration's `[keys]` says.

    Args:
        configured: Key ids to keys, several separated by commas.

    Raises:
        ValueError: An id that no key has, or one key for two of them.
    """
    known = {key.id for key in KEYS}
    taken: dict[str, str] = {}
    for name, keys in configured.items():
        if name not in known:
            raise ValueError(f"no key is called {name!r}: `tuireader keys` lists them")
        for key in _named(keys):
            if (other := taken.setdefault(key, name)) != name:
                raise ValueError(f"{shown(key)!r} cannot be both {other} and {name}")
    return {name: with_jamo(_named(keys)) for name, keys in configured.items()}


def remapped(configured: Mapping[str, str]) -> tuple[Key, ...]:
    """Return the table under the configuration's `[keys]`, which go before others.

    Args:
        configured: What `keymap` accepts.
    """
    wanted = {name: _named(keys) for name, keys in configured.items()}
    taken = {key for keys in wanted.values() for key in keys}
    return tuple(
        key._replace(
            keys=wanted.get(key.id) or tuple(k for k in key.keys if k not in taken)
        )
        for key in KEYS
    )


def _named(keys: str) -> tuple[str, ...]:
    names = (key.strip() for key in keys.split(","))
    return tuple(_TEXTUAL.get(key, key) for key in names if key)
