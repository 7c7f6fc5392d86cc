"""What the keys of JSON records mean, however their maker spells them."""

import re
from functools import lru_cache

from tuireader.formats.markdown.labels import Role, label_of

TITLES = (
    "title", "paper_title", "papertitle", "name", "title_en", "标题", "제목",
    "タイトル",
)  # fmt: skip
DATES = ("date", "digest_date", "day", "日期", "날짜", "日付")
AUTHORS = (
    "authors", "author", "author_list", "authors_list", "author_names", "authornames",
    "authorships", "creators",
    "作者", "저자", "著者",
)  # fmt: skip
ABSTRACTS = (
    "abstract", "abstract_en", "original_abstract", "paper_abstract", "abstracttext",
    "abstract_text", "paperabstract",
    "摘要", "초록", "要旨",
)  # fmt: skip
# The arXiv API's name for the abstract; where there is an abstract too, commentary.
SUMMARIES = ("summary",)
LINKS = (
    "arxiv_id", "arxivid", "arxiv", "paper_id", "id", "entry_id", "url", "link", "abs",
    "abs_url", "arxiv_url", "arxiv_link", "paper_url", "paper_link", "pdf", "pdf_url",
    "pdf_link", "pdfurl", "paperurl", "arxivurl", "doi", "links", "链接", "링크",
)  # fmt: skip
PUBLISHED = (
    "published", "published_at", "publishedat", "publish_date", "published_date",
    "publisheddate", "publication_date", "publicationdate", "submitted", "announced",
    "updated", "update_date",
)  # fmt: skip
TAGS = (
    "tags", "keywords", "categories", "category", "primary_category", "subjects",
    "topics", "labels", "ai_keywords", "标签", "关键词", "태그",
)  # fmt: skip
COMMENTARY = ("commentary", "comment", "note", "notes", "review")
SECTIONS = ("section", "group", "topic")
# Where there is no abstract, the prose in one of these is it.
DESCRIPTIONS = ("abs", "description", "desc", "body", "content", "text", "snippet")
KNOWN = frozenset((
    *TITLES, *DATES, *AUTHORS, *ABSTRACTS, *SUMMARIES, *LINKS, *PUBLISHED, *TAGS,
    *COMMENTARY, *SECTIONS, *DESCRIPTIONS, "paper", "papers", "data", "items",
))  # fmt: skip
"""Keys that mean what they say."""

_PARTS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_.-]+")
_BEFORE = re.compile(r"^(?:paper|arxiv|article|论文|論文|논문) ?(?=\S)")
_BEHIND = re.compile(r" (?:en|eng|english|original|orig|str|string|full|raw)$")
_OF_ROLES = {
    Role.TITLE: "title", Role.AUTHORS: "authors", Role.ABSTRACT: "abstract",
    Role.TAGS: "tags", Role.DATE: "date", Role.PUBLISHED: "published",
    Role.LINK: "url",
}  # fmt: skip
_OTHERS = {
    "headline": "title", "heading": "title", "byline": "authors",
    "writers": "authors", "contributors": "authors", "authors list": "authors",
    "summary": "summary", "ts": "published", "timestamp": "published",
    "time": "published", "abs url": "url", "fields of study": "tags",
    "dateread": "date", "dateadded": "date",
    "uri": "url", "href": "url", "web": "url", "landing page": "url",
}  # fmt: skip


@lru_cache(maxsize=1024)
def canonical(key: str) -> str:
    """Return the usual name of what `key` holds, or nothing if it is none of these.

    `paperTitle`, `title_en`, `论文标题` and `headline` are titles; a key that speaks of
    a translation is none of the paper's own fields.

    Args:
        key: A key as its maker wrote it.
    """
    name = " ".join(_PARTS.sub(" ", key).casefold().split())
    for known in (name, bare := _BEHIND.sub("", _BEFORE.sub("", name))):
        if known in _OTHERS:
            return _OTHERS[known]
        if (label := label_of(known)) and (role := _OF_ROLES.get(label.role)):
            return "" if label.translated and not label.original else role
    return _OTHERS.get(_BEHIND.sub("", bare), "")
