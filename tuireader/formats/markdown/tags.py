"""Tags: categories, keywords, hashtags and chips."""

import re

from tuireader.formats.markdown.bars import JOINTS
from tuireader.formats.markdown.blocks import BOLD, CODE, TAG, Run, plain

_CATEGORY_NAMES = (
    r"(?:(?:cs|math|stat|eess|econ|q-bio|q-fin|physics|astro-ph|cond-mat|nlin)"
    r"\.[A-Za-z-]{2,12}|quant-ph|hep-th|hep-ph|hep-ex|hep-lat|gr-qc|math-ph|nucl-th)"
)
_CATEGORIES = re.compile(rf"{_CATEGORY_NAMES}(?:[\s,;/|]+{_CATEGORY_NAMES})*")
_CATEGORY = re.compile(r"\(([a-z][a-z-]{1,11}(?:\.[A-Za-z-]{2,12})?)\)")
_ANNOUNCED = re.compile(
    rf"\(?arxiv:\s?[0-9.]{{9,10}}(?:v[0-9]{{1,2}})?\s(?:\[({_CATEGORY_NAMES})\](.{{0,40}})"
    r"|(announce type: [\w-]{2,20})$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,，、;；|\n]|\s[·•/]\s")
_HASHTAG = re.compile(r"#([^\s#,，、]{1,60})")
_ID = re.compile(r"(?:arXiv:\s?)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?", re.IGNORECASE)
_AROUND = " \t\n|｜·•,，;；:：-–—&→#*`\"'"
LONGEST_TAG = 80
_WORDS_OR_ASCII = re.compile(r"[\w!-~]")


def announced_in(text: str) -> tuple[list[str], str] | None:
    """Return categories and what else arXiv's feed says behind a title.

    `arXiv:1706.03762v7 [cs.CL] UPDATED` or `arXiv:1706.03762v7 Announce Type: new`.
    """
    found = _ANNOUNCED.match(text)
    if not found:
        return None
    return (found[1] or "").split(), (found[2] or found[3] or "").strip(JOINTS)


def is_category(text: str) -> bool:
    """Say whether `text` is one or several of arXiv's categories, such as `cs.CL`."""
    return _CATEGORIES.fullmatch(text) is not None


def are_tags(runs: list[Run], text: str) -> bool:
    """Say whether a line is tags by its looks: hashtags, categories, code, chips."""
    if text.startswith("#") and not _HASHTAG.sub("", text).strip(JOINTS):
        return True
    if is_category(text):
        return True
    spoken = [run for run in runs if run.text.strip(JOINTS) and not is_mark(run)]
    return bool(spoken) and all(map(_is_chip, spoken))


def is_mark(run: Run) -> bool:
    """Say whether a run has neither words nor punctuation, as `⭐⭐⭐` has."""
    text = run.text.strip(JOINTS)
    return bool(text) and not run.href and _WORDS_OR_ASCII.search(text) is None


def _is_chip(run: Run) -> bool:
    styled = bool(run.style & (CODE | TAG))
    return styled and not run.href and len(run.text) <= LONGEST_TAG


def tags_of(runs: list[Run]) -> list[str]:
    """Return the tags in a field of categories, keywords or hashtags.

    Of `Machine Learning (cs.LG)` the category; code spans and chips are one tag each.
    """
    chips = [_tag(run.text) for run in runs if run.style & (CODE | TAG)]
    if chips:
        return [chip for chip in chips if chip.strip() and not _ID.fullmatch(chip)]
    text = plain(runs)
    if text.lstrip().startswith("#"):
        return _HASHTAG.findall(text)
    bold = [run.text for run in runs if run.style & BOLD and run.text.strip()]
    spoken = "".join(run.text for run in runs if not run.style & BOLD)
    if bold and not spoken.strip(JOINTS):
        text = "\n".join(bold)
    pieces = _ENDS.split(text)
    tags: list[str] = []
    for piece in pieces:
        if any(map(str.isalnum, tag := _tag(piece))):
            tags += tag.split() if " " in tag and is_category(tag) else [tag]
    return tags


def unchipped(runs: list[Run]) -> bool:
    """Say whether more than a name stands beside chips, or words beside hashtags."""
    if not any(run.style & (CODE | TAG) for run in runs):
        text = plain(runs).strip()
        beside = _HASHTAG.sub("", text) if text.startswith("#") else ""
        return any(map(str.isalnum, beside))
    beside = plain([run for run in runs if not run.style & (CODE | TAG)])
    return any(map(str.isalnum, beside))


def _tag(text: str) -> str:
    """Return a tag without marks; of `Machine Learning (cs.LG)` the category."""
    category = _CATEGORY.search(text)
    if category and not any(map(str.isalnum, text[category.end() :])):
        return category[1]
    tag = text.strip(_AROUND)
    return tag if "(" in tag or "（" in tag else tag.strip(JOINTS)
