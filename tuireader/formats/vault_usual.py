"""The usual vault note, read at the speed of one match.

Most notes of a vault have one shape: address, title with authors, perhaps a quoted
abstract, paragraphs, hashtags, perhaps a translation and wikilinks; older ones have no
title. Indexing a vault for the first time is mostly these. Whatever departs from it is
left to the reader that looks at each line; the tests hold both to the same result.
"""

import re

from tuireader.domain.entry import Entry, Paragraph
from tuireader.formats.abstracts import labelled_abstract, unescaped
from tuireader.formats.author_lists import author_list, split_authors
from tuireader.formats.hashtags import trailing_tags
from tuireader.formats.links import cited_ids, link_of_line, own_link, wikilinks_in
from tuireader.formats.paragraphs import paragraphs_of
from tuireader.formats.titles import is_latin
from tuireader.formats.vault_fields import begins_with_label, names_people
from tuireader.formats.vault_head import starts_paper
from tuireader.text.language import language_of

# Possessive throughout: a note of another shape is turned down at the first odd sign.
# A line that may name what it is, an abstract or tags, goes the long way, and so do
# quotes and tags that are items of an outline.
_NAMES = r"abstract|초록|摘要|概要|要旨|(?:tags?|태그|키워드|keywords)\W{0,3}:"
_LINE = rf"(?!\W{{0,3}}(?i:{_NAMES})|-[ ]++[>\#])[^\s\#＃<>`~][^\n]*+"
_END = r"(?:\n++|\Z)"
_TAG = r"\#[0-9]*+[^\W\d_][\w-]*+"
_NOTE = re.compile(
    rf"""(https?://[^\s<>]++)[ ]*+\n++
    (?:(\*?+)([^\W_][^\n*()\[\]]{{0,280}}(?:\n[ ]++[^\n*()\[\]]{{1,280}}){{0,4}}
    [^\n*()\[\]\s_.,])\2[ ]\(([^\n()\[\]]++(?:\n[ ]++[^\n()\[\]]++){{0,4}})\)[ ]*+{_END}
    (?:>[ ]([^\s\[][^\n]*+)(?:\n\n++|\n?+\Z))?+)?+
    ((?:{_LINE}{_END})*+)
    (?:<english>\n++((?:{_LINE}\n++)*+)</english>{_END})?+
    (?:({_TAG}(?:[ ]++{_TAG})*+)[ ]?{_END}((?:(?!\[){_LINE}{_END})*+))?+
    ((?:\#[ ]Links\n++|\[\[[^\[\]\n]{{1,512}}+\]\]{_END})*+)""",
    re.VERBOSE,
)
# What the first line below an address begins with, if it may be more than prose.
_NO_PROSE = tuple("[-*+_")
_LONGEST_TITLE = 300
_MOST_BREAKS = 5


def read_usual(text: str, date: str | None, name: str = "") -> Entry | None:
    """Return the entry of a note of the usual shape, None for any other note.

    Args:
        text: The note.
        date: The day that its path tells.
        name: What its file name says beside the day: the title, if no line is one.
            Such an entry has no authors.
    """
    if not (match := _NOTE.fullmatch(text)):
        return None
    url, star, title, names, abstract, body, english, tags, behind, links = (
        match.groups()
    )
    if names:
        if "\n" in title or "\n" in names:
            title, names = _unbroken(star, title, names)
        authors = split_authors(names) if star else author_list(names)
        below = body.partition("\n")[0]
        if len(authors) == 1 and not abstract and names_people(below):
            return None
        sure = bool(authors) and _is_titled(title, star, "" if abstract else body)
    else:
        title, authors = name, ()
        sure = bool(name) and _is_untitled(body) and bool(body or not behind)
    if not sure or _is_odd(english, tags, behind, links):
        return None
    said = body + (english or "") + (behind or "")
    if _is_labelled(abstract, said):
        return None
    own, base = own_link(url)
    if "http" in said and _has_head(text.split("\n"), own):
        return None
    paragraphs = _all_paragraphs(body, english, behind)
    return Entry(
        title,
        authors,
        date,
        unescaped(abstract.strip()) if abstract else "",
        tuple(paragraphs),
        _tags(tags, paragraphs),
        own,
        base,
        cited_ids([paragraph.text for paragraph in paragraphs], base),
        _wikilinks(paragraphs, links) if "[" in text else (),
    )


def _unbroken(star: str, title: str, names: str) -> tuple[str, str]:
    """Return title and authors, set in below as listings of arXiv have them, in a line.

    Neither where they stand on more lines than the other reader looks at.
    """
    if star or title.count("\n") + names.count("\n") > _MOST_BREAKS:
        return "", ""
    title = " ".join([line.strip() for line in title.split("\n")])
    return title, " ".join([line.strip() for line in names.split("\n")])


def _has_head(lines: list[str], own: str) -> bool:
    """Say whether an address among `lines` is the own one again, or another paper's."""
    for at, line in enumerate(lines):
        if at and line.startswith("http"):
            url, rest = link_of_line(line.strip())
            if (
                url
                and not rest
                and (own_link(url).url == own or starts_paper(lines, at))
            ):
                return True
    return False


def _is_titled(title: str, star: str, below: str) -> bool:
    """Say whether the reader of lines takes title and what is below for these too."""
    if not star and ("://" in title or not is_latin(title)):
        return False
    if len(title) > _LONGEST_TITLE:
        return False
    if not title.isascii() and title != " ".join(title.split()):
        return False  # no-break spaces
    if below.startswith("|") and _is_row(below[1:].partition("\n")[0]):
        return False
    if begins_with_label(below):
        return False
    return "  " not in title and "\t" not in title


def _is_row(rest: str) -> bool:
    """Say whether a line may be a row of a table of fields, from what is behind `|`."""
    return "|" in rest or ":" in rest or "：" in rest


def _is_labelled(abstract: str | None, said: str) -> bool:
    """Say whether an abstract may be named as such, or a field of Dataview be set."""
    if "bstract" in said or "::" in said:
        return True
    return abstract is not None and labelled_abstract(abstract) is not None


def _is_odd(
    english: str | None, tags: str | None, behind: str | None, links: str | None
) -> bool:
    """Say whether lines are among these that mean something by where they stand."""
    if links and not tags and not links.startswith("# Links"):
        return True
    if english and "</" in english:
        return True
    return behind is not None and "[[" in behind


def _is_untitled(body: str) -> bool:
    """Say whether the first line below the address is a sentence and no title."""
    line = body.partition("\n")[0].strip()
    return not line or (
        not line.startswith(_NO_PROSE)
        and "://" not in line
        and "rxiv" not in line.lower()
        and not is_latin(line)
        and line[-1] != ")"
        and line.count("(") == line.count(")")
        and not begins_with_label(line)
    )


def _all_paragraphs(
    body: str, english: str | None, behind: str | None
) -> list[Paragraph]:
    found = _paragraphs(body)
    if english:
        found += _paragraphs(english, translation=True)
    if behind:
        found += _behind_tags(found, _paragraphs(behind))
    return found


def _paragraphs(text: str, *, translation: bool = False) -> list[Paragraph]:
    texts: list[str] = []
    text = text.strip()
    for block in text.split("\n\n") if "\n" in text else (text,):
        if "\n" in (block := block.strip()):
            texts += paragraphs_of([line.strip() for line in block.split("\n")])
        elif block:
            texts.append(block)
    return [Paragraph(each, language_of(each), translation) for each in texts]


def _behind_tags(before: list[Paragraph], behind: list[Paragraph]) -> list[Paragraph]:
    """Return what stands behind the tags: English there translates other languages."""
    languages = {paragraph.language for paragraph in behind}
    if languages != {"en"} or all(each.language == "en" for each in before):
        return behind
    return [Paragraph(paragraph.text, "en", translation=True) for paragraph in behind]


def _tags(line: str | None, paragraphs: list[Paragraph]) -> tuple[str, ...]:
    if line:
        if " " not in line:  # one tag, as many notes have
            return (line[1:],)
        return tuple(dict.fromkeys([tag[1:] for tag in line.split()]))
    if paragraphs and ("#" in (last := paragraphs[-1].text) or "＃" in last):
        return tuple(dict.fromkeys(trailing_tags(last)))
    return ()


def _wikilinks(paragraphs: list[Paragraph], links: str | None) -> tuple[str, ...]:
    found = [
        target for paragraph in paragraphs for target in wikilinks_in(paragraph.text)[0]
    ]
    return tuple(dict.fromkeys(found + wikilinks_in(links or "")[0]))
