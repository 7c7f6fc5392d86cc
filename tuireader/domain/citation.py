"""A paper as a line to paste elsewhere: Markdown and BibTeX."""

import re

from tuireader.domain.paper import Paper

_WORD = re.compile(r"[^\W\d_]+")
# What BibTeX or TeX reads as a command; TeX that is already in a title stays as it is.
_SPECIAL = re.compile(r"(?<!\\)([&%#_])")
_SHORT = 3
"""Letters of a word that says too little to name a paper by: the, for, via."""
_BRACKETS = re.compile(r"([\[\]\\])")


def markdown(paper: Paper, url: str) -> str:
    """Return `[title](url)`, brackets of the title escaped."""
    if not url:
        return paper.title
    title = _BRACKETS.sub(r"\\\1", paper.title)
    return f"[{title}]({url})"


def bibtex(paper: Paper, url: str) -> str:
    """Return a `@misc` record; arXiv papers get `eprint` as arXiv asks for.

    See https://info.arxiv.org/help/hypertex/bibstyles/index.html.
    """
    fields = {
        "title": "{" + _braced(paper.title) + "}",
        "author": " and ".join(_braced(author) for author in paper.authors),
        "year": _year(paper),
        "eprint": paper.arxiv_id or "",
        "archivePrefix": "arXiv" if paper.arxiv_id else "",
        "url": url,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{_cite_key(paper)},\n" + ",\n".join(lines) + "\n}"


def _year(paper: Paper) -> str:
    if paper.arxiv_id and paper.arxiv_id[:4].isdigit():
        return f"20{paper.arxiv_id[:2]}"
    return (paper.date or "")[:4]


def _cite_key(paper: Paper) -> str:
    author = paper.authors[0].split()[-1] if paper.authors and paper.authors[0] else ""
    name = "".join(_WORD.findall(author)) or "paper"
    word = next((word for word in _WORD.findall(paper.title) if len(word) > _SHORT), "")
    return f"{name}{_year(paper)}{word}".lower()


def _braced(text: str) -> str:
    if text.count("{") != text.count("}"):  # an unbalanced brace would end the field
        text = text.replace("{", "").replace("}", "")
    return _SPECIAL.sub(r"\\\1", text)
