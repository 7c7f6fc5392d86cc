"""The usual vault note, read at the speed of one match.

Most notes of a vault have one shape: arXiv address, title with authors, perhaps a
quoted abstract, paragraphs of one line, hashtags, perhaps wikilinks. Indexing a vault
for the first time is mostly these. Whatever departs from that shape is left to the
reader that looks at each line; the tests hold both to the same result.
"""

import re

from tuireader.domain.entry import Entry, Paragraph
from tuireader.formats.abstracts import unescaped
from tuireader.formats.author_lists import usual_authors
from tuireader.formats.links import cited_ids, own_link, wikilinks_in
from tuireader.text.language import language_of

# Possessive throughout: a note of another shape is turned down at the first odd sign.
_LINE = r"[^\s\#＃<>h`~\[][^\n]*+"
_END = r"(?:\n\n++|\n?+\Z)"
_NOTE = re.compile(
    rf"""(https?://[^\s<>]++)[ ]*+\n\n++
    (\*?+)([^\W_][^\n*()\[\]]{{0,280}}[^\n*()\[\]\s_.,])\2
    [ ]\(([^\n()\[\]]++)\)[ ]*+{_END}
    (?:>[ ]([^\s\[][^\n]*+){_END})?+
    ((?:{_LINE}{_END})*+)
    (?:<english>\n++((?:{_LINE}(?:\n\n++|\n(?=</)))*+)</english>{_END})?+
    (?:(\#[^\W\d][\w-]*+(?:[ ]++\#[^\W\d][\w-]*+)*+)[ ]?\n*+)?+
    ((?:\#[ ]Links\n++|\[\[[^\[\]\n]{{1,512}}+\]\](?:\n++|\Z))*+)""",
    re.VERBOSE,
)
_LABEL_WITHIN = 18


def read_usual(text: str, date: str | None) -> Entry | None:
    """Return the entry of a note of the usual shape, None for any other note.

    Args:
        text: The note.
        date: The day that its path tells.
    """
    if not (match := _NOTE.fullmatch(text)):
        return None
    url, star, title, names, abstract, body, english, tags, links = match.groups()
    prose = body + english if english else body
    authors = usual_authors(names)
    # What the reader of lines would take for something else than it is here.
    if not authors or "  " in title or "\t" in title or "[[" in prose:
        return None
    if not star and ("://" in title or not title.isascii()):
        return None
    if (not abstract and ":" in body[:_LABEL_WITHIN]) or (not tags and "#" in prose):
        return None
    if links and not tags and not links.startswith("# Links"):
        return None
    paragraphs = [_paragraph(line.strip()) for line in body.split("\n") if line]
    if english:
        lines = filter(None, english.split("\n"))
        paragraphs += [_paragraph(line.strip(), translation=True) for line in lines]
    own, base = own_link(url)
    return Entry(
        title,
        authors,
        date,
        unescaped(abstract.strip()) if abstract else "",
        tuple(paragraphs),
        tuple(dict.fromkeys([tag[1:] for tag in tags.split()])) if tags else (),
        own,
        base,
        cited_ids((prose,), base),
        tuple(dict.fromkeys(wikilinks_in(links)[0])) if links else (),
    )


def _paragraph(text: str, *, translation: bool = False) -> Paragraph:
    return Paragraph(text, language_of(text), translation)
