"""The usual vault note, read at the speed of one match.

Most notes of a vault have one shape: address, title with authors, perhaps a quoted
abstract, paragraphs, hashtags, perhaps a translation and wikilinks; older ones have no
title. Indexing a vault for the first time is mostly these. Whatever departs from it is
left to the reader that looks at each line; the tests hold both to the same result.
"""

from tuireader.domain.entry import Entry, Paragraph
from tuireader.formats.abstracts import labelled_abstract, unescaped
from tuireader.formats.hashtags import trailing_tags
from tuireader.formats.links import cited_ids, own_link, wikilinks_in
from tuireader.formats.paragraphs import paragraphs_of
from tuireader.formats.titles import is_latin
from tuireader.formats.vault_shape import NOTE
from tuireader.formats.vault_usual_head import (
    has_head,
    odd_head,
    own_beside,
    usual_head,
)
from tuireader.text.language import language_of


def read_usual(text: str, date: str | None, name: str = "") -> Entry | None:
    """Return the entry of a note of the usual shape, None for any other note.

    Args:
        text: The note.
        date: The day that its path tells.
        name: What its file name says beside the day: the title, if no line is one.
            Such an entry has no authors.
    """
    if not (match := NOTE.fullmatch(text)) or match[1][-1] in ",;":
        return None
    (
        url, gap, more, star, title, names, _, abstract, body, english, tags,
        behind, links,
    ) = match.groups()  # fmt: skip
    if names and not gap and (star or is_latin(title)):
        head = usual_head(star, title, names, abstract, body)
    else:
        head = odd_head(match, name)
    if head is None or _is_odd(english, tags, behind, links):
        return None
    title, authors, body = head
    said = body + (english or "") + (behind or "")
    if _is_labelled(abstract, said):
        return None
    link = own_link(url)
    paragraphs = _all_paragraphs(body, english, behind)
    if more:
        link, beside = own_beside(url, more)
        paragraphs = beside + paragraphs
    own, base = link
    if not own or ("http" in said and has_head(text, match.end("more"), own)):
        return None
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


def _is_labelled(abstract: str | None, said: str) -> bool:
    """Say whether an abstract may be named as such, or a field of Dataview be set."""
    if "bstract" in said or (":" in said and "::" in said):  # one sign costs least
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
    texts = [text for text, _, _ in paragraphs if "[[" in text]
    found = [
        target for text in (*texts, links or "") for target in wikilinks_in(text)[0]
    ]
    return tuple(dict.fromkeys(found))
