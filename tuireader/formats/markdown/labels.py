"""Names that digests give to the fields of a paper, in four languages.

English, Korean, Chinese and Japanese; collected from the layouts of public digests and
from what the arXiv API calls its fields.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tuireader.formats.markdown import label_names
from tuireader.formats.markdown.words import words


class Role:
    """What a field says about its paper."""

    TITLE = "title"
    AUTHORS = "authors"
    ABSTRACT = "abstract"
    TAGS = "tags"
    DATE = "date"
    PUBLISHED = "published"
    """The day of the paper itself, which a digest of another day may list."""
    LINK = "link"
    NOTE = "note"
    """The curator's words: summaries, ratings, comments."""
    ROW = "row"
    """The number of a table row, and columns of buttons."""


class Label(NamedTuple):
    """A field name that was recognised."""

    role: str
    original: bool = False
    """Whether it says that the text is the original, as `摘要（原文）` does."""
    translated: bool = False
    """Whether it says that the text is a translation, as `中文摘要` does."""


_NAMES = {
    Role.TITLE: label_names.TITLE,
    Role.AUTHORS: label_names.AUTHORS,
    Role.ABSTRACT: label_names.ABSTRACT,
    Role.TAGS: label_names.TAGS,
    Role.DATE: label_names.DATE,
    Role.PUBLISHED: label_names.PUBLISHED,
    Role.LINK: label_names.LINK,
    Role.NOTE: label_names.NOTE,
    Role.ROW: label_names.ROW,
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}

_PARENTHESES = re.compile(r"[\s]*[(（\[【]([^()（）\[\]【】]{0,40})[)）\]】]")
_ORIGINAL = re.compile("原文|原始|英文|original|english|원문|영문|원본|\\ben\\b")
_TRANSLATED = re.compile(
    "中文|译|翻訳|번역|한글|국문|한국어|日本語|和訳|chinese|korean|japanese|translat|\\bzh\\b|\\bko\\b"
    "|\\bja\\b"
)
# What a button beside the name of a field does.
_ACTION = re.compile(
    r"\b(?:click )?(?:to )?(?:show|view|expand|toggle|see|read)\b(?: the\b)?"
    r"|点击|展开|查看|显示|보기|펼치기|を見る|を表示|を読む|表示"
)
_EDGE = re.compile(r"^[\W\d_]+|[\W_]+$")
_LONGEST_LABEL = 40


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label | None:
    """Return what the field name `text` means, or None if it is no known name.

    Case, emoji, numbering, marks around it and a remark in parentheses do not matter.
    """
    if not text or len(text) > _LONGEST_LABEL:
        return None
    name = " ".join(text.casefold().split()).rstrip(":： ")
    if role := _ROLES.get(name):
        return Label(role, *_kind(name))
    name = _ACTION.sub("", name)
    remarks = " ".join(_PARENTHESES.findall(name))
    core = _EDGE.sub("", _PARENTHESES.sub("", name)).strip()
    if not (role := _ROLES.get(core) or _ROLES.get(_EDGE.sub("", name))):
        return None
    if core and (before := _PARENTHESES.match(name)) and _is_remark(before[1]):
        return None  # what is said before a name is not part of it
    return Label(role, *_kind(f"{core} {remarks}"))


def _is_remark(words: str) -> bool:
    """Say whether words in parentheses are more than a number or one adjective.

    `(1)`, `(Official)` and `(in Chinese)` go with the name behind them; `(as I read
    it)` does not.
    """
    return len(words.split()) > 1 and not any(_kind(words))


def _kind(name: str) -> tuple[bool, bool]:
    return bool(_ORIGINAL.search(name)), bool(_TRANSLATED.search(name))


# Words that name a link but not what it leads to.
_LINK_WORDS = words(
    """pdf arxiv abs abstract html paper papers link links url doi page pages web
    website site code github git repo repository project homepage home blog post tweet
    twitter x slides video youtube demo dataset data model models weights huggingface
    hf hugging face space colab poster other format abs. openreview semantic scholar
    alphaxiv alpha xiv bibtex cite citation here read more view full text download
    source original open supplementary supp notes note summary thread discussion
    reddit news article docs documentation api back top details the on at in or and to
    for see this official publication journal conference kimi cool papers.cool
    preprint version v1 v2 v3 latex tex ar5iv scholar google connected s2 dblp scirate
    论文 链接 原文 代码 项目 主页 下载 查看 详情 全文 阅读 阅读原文 论文链接 代码链接
    原文链接 项目主页 项目页面 数据 数据集 模型 点击 这里 返回 首页 目录 解读 收藏
    分享 文章 网页 博客 논문 링크 원문 코드 프로젝트 페이지 보기 바로가기 전문
    다운로드 여기 블로그 데이터 모델 論文 リンク コード 原論文 プロジェクト ページ
    詳細 こちら 全文 데모 データ モデル null none n/a"""
)
_TOKEN = re.compile(r"[^\W_][\w.#/-]*|[^\W_]")
_IDENTIFIER = re.compile(
    r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?|[0-9]|v[0-9]|[0-9.]{1,6}k"
)
_ADDRESS = re.compile(
    r"(?:www\.)?(?:ar|alpha)xiv\.org/|(?:huggingface|hf)\.co/|doi\.org/"
)
_NUMERIC = re.compile(
    r"[0-9.v/:]+[km]?|[a-z][a-z-]{1,15}/[0-9]{7}(?:v[0-9]+)?|(?:cs|math|stat|eess|quant)[.-][a-z]{2,}",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def names_link(text: str) -> bool:
    """Say whether a link's text names the link (`PDF`, `arXiv`, `论文`, an id) only."""
    if len(text) > 80:  # noqa: PLR2004  no name of a link is longer
        return text.startswith(("http://", "https://")) and " " not in text
    if text.startswith(("http://", "https://", "www.")):
        return True
    words = _TOKEN.findall(text.casefold())
    return all(
        word in _LINK_WORDS
        or word.rstrip(".") in _LINK_WORDS
        or _NUMERIC.fullmatch(word)
        or _ADDRESS.match(word)
        for word in words
    )


def names_button(text: str) -> bool:
    """Say whether a text names what a click shows: `Show`, `Abstract`, `点击展开`."""
    name = text.casefold()
    return not _ACTION.sub("", name).strip() or bool(label_of(name))


# Words that stand between the links of a line of links.
_BAR_WORDS = words(
    """paper papers arxiv pdf html abs abstract link links url code github project
    page website demo blog video slides poster dataset hf huggingface alphaxiv
    openreview id doi page stars star forks and or on at the read more here see
    also available source full text
    论文 链接 代码 原文 项目 논문 링크 코드 원문 論文 リンク コード 原論文"""
)


def names_bar(text: str) -> bool:
    """Say whether text between links only names them, or is an id."""
    words = (match[0] for match in _TOKEN.finditer(text.casefold()))
    return all(  # most texts are known by their first word
        word.rstrip(".:") in _BAR_WORDS
        or _IDENTIFIER.fullmatch(word)
        or _ADDRESS.match(word)
        for word in words
    )
