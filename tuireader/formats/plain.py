"""Plain digests: dated text with title, authors, abstract, commentary and hashtags."""

from tuireader.formats.base import Reading, Recognition, Source
from tuireader.formats.path_dates import date_of_path
from tuireader.formats.plain_evidence import Evidence, look
from tuireader.formats.plain_reader import read_plain

_NOTHING = Recognition(0, "")
_MAIL_HEAD = 16_384
_MAILED = "\n\\\\\n"
_NO_BREAK = "\N{NO-BREAK SPACE}"


class PlainDigest:
    """A dated text that lists several papers."""

    name = "plain"

    def recognise(self, source: Source) -> Recognition:
        """Say how sure it is, by date lines, author lines and lines of hashtags."""
        if source.text.startswith(("http", "<", "{")):
            return _NOTHING
        if source.text.find(_MAILED, 0, _MAIL_HEAD) >= 0:
            return _NOTHING
        evidence = look(_with_blanks(source))
        if evidence.code * 5 > evidence.lines:
            return _NOTHING
        score = _score(evidence, source)
        if not score:
            return _NOTHING
        return Recognition(score, str(evidence))

    def read(self, source: Source) -> Reading:
        """Read every entry; lines above the first paper become a problem."""
        return read_plain(_with_blanks(source))


def _with_blanks(source: Source) -> Source:
    """Return a text with usual blanks; what is copied from web pages has others."""
    if _NO_BREAK not in source.text:
        return source
    text = source.text.replace(_NO_BREAK, " ")
    return Source(source.path, text, source.encoding)


def _score(evidence: Evidence, source: Source) -> int:
    authors, tags = evidence.authors, evidence.tags
    if evidence.dated:
        score = 95 if authors and tags else 92 if authors > 1 else 0
        told = 60 if evidence.abstracts or evidence.links > 1 else 50 if tags else 0
        score = score or (75 if tags > 1 else 70 if authors else told)
    elif authors:
        score = 80 if authors > 1 and tags else 70 if authors > 2 else 45  # noqa: PLR2004
        if authors == 1 and not tags:
            score = 0
    else:
        score = 45 if tags > 1 and date_of_path(source.path) else 0
    # Links and headings in Markdown's form speak for the formats that know Markdown.
    headings = source.text.count("\n## ") + source.text.count("\n### ")
    if headings > 1 and headings >= authors:
        score = min(score, 60)
    return min(score, 40) if source.text.count("](") > authors + tags else score
