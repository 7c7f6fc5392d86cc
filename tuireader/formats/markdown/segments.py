"""The fields of a line: `**Authors**: … | **Date**: …`."""

import re
from typing import NamedTuple

from tuireader.formats.markdown.blocks import BOLD, CODE, Run, cut, plain, strip
from tuireader.formats.markdown.labels import Label, Role, label_of, names_bar

# What parts fields that stand in one line. One character of white space is enough: what
# is found is stripped.
_BETWEEN = re.compile(r"[|｜‖\n\u3000\u2003]|\s[·•∙／]\s|\s{3,}")
_MARKS = ("|", "\n", "   ", " /", "\t")
"""One of these is in every ASCII text in which there is one of those."""
# Behind a comma only what names a link begins a field: `, Code: [link](…)`.
_COMMA = re.compile(r"[,;，；]\s?(?=[^\W\d_][\w ]{1,15}[:：])")
_COLON = re.compile("[:：]")
# `> [!abstract]`: callouts of Obsidian and GitHub.
_CALLOUT = re.compile(r"\[!([\w-]{2,24})\][+-]?")
# Signs that stand for the name of a field.
_SIGNS = {
    "👥": Role.AUTHORS, "👤": Role.AUTHORS, "✍": Role.AUTHORS, "🧑": Role.AUTHORS,
    "👨": Role.AUTHORS, "👩": Role.AUTHORS, "📅": Role.PUBLISHED, "🗓": Role.PUBLISHED,
    "📆": Role.PUBLISHED, "🏷": Role.TAGS,
}  # fmt: skip
_SIGN = re.compile(
    rf"([{''.join(_SIGNS)}])[\ufe0f\u200d\U0001f3fb-\U0001f4bb]*\s+"
    r"|[⭐🌟👍🔥❤💬💖👁📈▲]\ufe0f?\s*(?=[0-9])"
)
# 【作者】 and, where the name leaves no doubt, [Authors].
_BRACKETED = re.compile(r"(?:【([^【】\n]{1,16})】|\[([^\[\]\n]{2,16})\])\s?[:：]?")
_SURE = frozenset((Role.AUTHORS, Role.ABSTRACT, Role.TITLE, Role.TAGS, Role.PUBLISHED))
_EDGES = " \t\n*_-–—•>|·:："
_AROUND_VALUES = " \t\n-–—•>|·:："
_AROUND_WHOLES = " \t\n|｜·•"
_FURTHEST_COLON = 48
_MOST = 48
_ALONE = frozenset((Role.ABSTRACT, Role.AUTHORS, Role.TAGS, Role.NOTE, Role.LINK))
_ALONE_PLAIN = frozenset((Role.ABSTRACT, Role.AUTHORS, Role.TAGS))


class Segment(NamedTuple):
    """A field, or text that is none."""

    label: Label | None
    runs: list[Run]
    """The value: what stands behind the name of the field."""
    whole: list[Run]
    """The value with its name."""


def leading_label(text: str) -> tuple[Label | None, int]:
    """Return the known field name that `text` begins with and where its value is."""
    if text.startswith("[!") and (callout := _CALLOUT.match(text)):
        return label_of(callout[1]) or Label(Role.NOTE), callout.end()
    if text[:1] in "【[" and (found := _bracketed(text)):
        return found
    match = _COLON.search(text, 0, _FURTHEST_COLON)
    name = text[: match.start()].strip(_EDGES) if match else ""
    if match and "|" not in name and "\n" not in name and (label := label_of(name)):
        return label, match.end()
    sign = _SIGN.match(text)
    return (Label(_SIGNS.get(sign[1], Role.NOTE)), sign.end()) if sign else (None, 0)


def _bracketed(text: str) -> tuple[Label, int] | None:
    match = _BRACKETED.match(text)
    label = label_of(match[1] or match[2]) if match else None
    if match and label and (match[1] or label.role in _SURE):
        return label, match.end()
    return None


def bold_names(runs: list[Run]) -> list[int]:
    """Return where names of fields in bold begin: `**作者** …` needs no colon."""
    names: list[int] = []
    at = 0
    for run in runs:
        label = label_of(run.text.strip(_EDGES)) if run.style & BOLD else None
        if label and label.role not in {Role.NOTE, Role.ROW}:
            names.append(at)
        at += len(run.text)
    return names


def segments(runs: list[Run], *, commas: bool = True) -> list[Segment]:
    """Return the fields of a line; text before the first field is one without label.

    Args:
        runs: The line.
        commas: Whether the name of a link behind a comma begins a field.
    """
    text = plain(runs)
    if (alone := _name_alone(text)) and not any(run.href for run in runs):
        return [Segment(alone, [], runs)]
    bold = _bold_runs(runs)
    found = [(0, *_label_at(runs, text, 0, bold))]
    for start in _possible_starts(runs, text, commas=commas):
        label, value = _label_at(runs, text, start, bold)
        if label:
            found.append((start, label, value))
        if len(found) == _MOST:
            break
    if len(found) == 1:
        return [_segment(runs, found[0], None)]
    ends = [start for start, _, _ in found[1:]]
    return [
        _segment(runs, field, end)
        for field, end in zip(found, [*ends, None], strict=True)
    ]


def _name_alone(text: str) -> Label | None:
    """Return the label that a line is and nothing else: `- Abstract`."""
    name = text.strip(_EDGES)
    if len(text) > _FURTHEST_COLON or _COLON.search(name):
        return None  # `tags: [moe, llm]`: what is in brackets is the value
    label = label_of(name)
    return label if label and label.role in _ALONE_PLAIN else None


def _segment(
    runs: list[Run], field: tuple[int, Label | None, int], end: int | None
) -> Segment:
    start, label, value = field
    whole = strip(cut(runs, start, end) if start or end else runs, _AROUND_WHOLES)
    if label is None:
        return Segment(None, whole, whole)
    return Segment(label, strip(cut(runs, value, end), _AROUND_VALUES), whole)


def _possible_starts(runs: list[Run], text: str, *, commas: bool) -> list[int]:
    """Return where a further field may begin: behind a bar, or at a bold field name."""
    starts: list[int] = []
    if not text.isascii() or any(mark in text for mark in _MARKS):
        starts += [match.end() for match in _BETWEEN.finditer(text)]
    if commas and (":" in text or "：" in text):
        starts += [
            match.end()
            for match in _COMMA.finditer(text)
            if names_bar(text[match.end() : text.find(":", match.end())])
        ]
    names = bold_names(runs) if len(runs) > 1 else []
    return sorted({*starts, *names} - {0})


def _bold_runs(runs: list[Run]) -> dict[int, int]:
    """Return the indices of bold runs by where they begin."""
    found: dict[int, int] = {}
    at = 0
    for index, run in enumerate(runs):
        if run.style & BOLD and not run.href and not run.style & CODE:
            found[at] = index
        at += len(run.text)
    return found


def _label_at(
    runs: list[Run], text: str, start: int, bold: dict[int, int]
) -> tuple[Label | None, int]:
    """Return the field name at `start`: known, or bold and followed by a colon."""
    head = text[start : start + 2 * _FURTHEST_COLON]
    label, length = leading_label(head)
    if not label and head[:1].isspace():
        blank = len(head) - len(head.lstrip())
        label, length = leading_label(head[blank:])
        length += blank
    if label:
        linked = any(run.href for run in cut(runs, start, start + length))
        return (None, 0) if linked else (label, start + length)
    # White space, bullets and emoji may stand between a bar and the name.
    for at in range(start, min(start + 8, len(text))):
        if at in bold:
            return _bold_label(runs[bold[at]], text, at)
        if text[at].isalnum():
            break
    return None, 0


def _bold_label(run: Run, text: str, start: int) -> tuple[Label | None, int]:
    end = start + len(run.text)
    name = run.text.strip(_EDGES)
    if end >= len(text):  # the value is in the next line or paragraph
        label = label_of(name)
        return (label, end) if label and label.role in _ALONE else (None, 0)
    behind = text[end : end + 8].lstrip()
    colon = run.text.rstrip().endswith((":", "：")) or behind[:1] in (":", "：")
    if label := label_of(name):
        return label, end
    if colon and name and len(name) <= _FURTHEST_COLON:
        return Label(Role.NOTE), end
    return None, 0
