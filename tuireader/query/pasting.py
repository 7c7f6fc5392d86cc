"""What a pasted text means as a filter."""

from tuireader.domain.arxiv_id import ArxivId
from tuireader.text import sanitise


def one_line(pasted: str) -> str:
    """Return a pasted text as one line; empty lines and indents say nothing."""
    lines = map(str.strip, sanitise(pasted).splitlines())
    return " ".join(line for line in lines if line)


def query_of_paste(pasted: str) -> str:
    """Return what is looked for when `pasted` is a filter.

    Lines that are addresses of arXiv papers, as in a list of tabs or references, ask
    for all of these papers; other lines are one text, as a title over two lines is.
    """
    line = one_line(pasted)
    words = line.split()
    papers = [paper for word in words if (paper := ArxivId.parse(word))]
    if 1 < len(words) == len(papers):
        return "id:" + ",".join(dict.fromkeys(map(str, papers)))
    return line
