"""Lines of links, and what bars and dots part in a line."""

import re

from tuireader.formats.markdown.blocks import IMAGE, Block, Run, cut, plain
from tuireader.formats.markdown.labels import names_bar, names_link
from tuireader.formats.people import looks_like_authors

JOINTS = " \t\n|｜·•/()[]（）【】,，;；:：-–—&→"
"""What stands between the pieces of a line and says nothing."""
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】"}
_BAR = re.compile(r"\s[|｜·•]\s|\n")
_LONGEST = 400
_BEFORE_TAILS = frozenset("([（【|·•–—-:→.。")


def is_link_bar(runs: list[Run]) -> bool:
    """Say whether a line is only links that are named after what they lead to."""
    linked = [run for run in runs if run.href]
    if not linked or not all(map(_is_name, linked)):
        return False
    other = "".join(run.text for run in runs if not run.href)
    return names_bar(other.strip(JOINTS))


def is_badge(block: Block) -> bool:
    """Say whether a block is nothing but pictures, those of links among them."""
    spoken = [run for run in block.runs if run.text.strip()]
    return bool(spoken) and all(run.style & IMAGE for run in spoken)


def bare(runs: list[Run]) -> list[Run]:
    """Return `runs` without what joins them to their neighbours.

    Bars and dashes, and brackets that hold all of it or have lost their other half.
    """
    text = plain(runs)
    start, end = _edges(text)
    return runs if end - start == len(text) else cut(runs, start, end)


def bare_text(text: str) -> str:
    """Return `text` without what joins it to its neighbours."""
    start, end = _edges(text)
    return text[start:end]


def _edges(text: str) -> tuple[int, int]:
    core = text.strip(JOINTS)
    start = len(text) - len(text.lstrip(JOINTS)) if core else 0
    end = start + len(core)
    for opener, closer in _BRACKETS.items():
        missing = core.count(opener) - core.count(closer)
        if missing > 0 and text[end : end + 1] == closer:
            end += 1
        elif missing < 0 and text[:start].endswith(opener):
            start -= 1
    return start, end


def _is_name(run: Run) -> bool:
    return bool(run.style & IMAGE) or names_link(run.text.strip())


def pieces_of(runs: list[Run]) -> list[list[Run]]:
    """Return what bars or dots part in a short line; of a long one, the line."""
    text = plain(runs)
    cuts = list(_BAR.finditer(text)) if len(text) <= _LONGEST else []
    if not cuts:
        return [runs]
    starts = [0, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(text)]
    return [
        bare(cut(runs, start, end)) for start, end in zip(starts, ends, strict=True)
    ]


def parted_tail(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Return a line without the links named after themselves at its end, and these.

    A link that a sentence needs (`find it [here](…)`) belongs to the sentence.
    """
    end = len(runs)
    while end and (
        _is_name(runs[end - 1])
        if runs[end - 1].href
        else names_bar(runs[end - 1].text.strip(JOINTS))
    ):
        end -= 1
    end = next((at for at in range(end, len(runs)) if runs[at].href), 0)
    if not end or any(run.text.startswith("http") for run in runs[end:]):
        return runs, []
    body = plain(runs[:end]).rstrip()
    if body[-1:] not in _BEFORE_TAILS and not looks_like_authors(body):
        return runs, []
    stop = len(body.rstrip(" ([（【|｜·•–—-:：→"))
    return cut(runs, 0, stop), runs[end:]
