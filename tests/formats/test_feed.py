"""Feeds: what arXiv's own feeds, its interface and blogs say."""

import pytest

from tests.formats.comparing import said
from tests.formats.papers import PAPERS
from tests.formats.samples import source
from tuireader.domain.entry import Digest
from tuireader.formats import Source, read_digest

RSS = """<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.CL updates on arXiv.org</title>
<pubDate>Fri, 30 Aug 2024 00:00:00 -0400</pubDate>
{}
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title type="html">ArXiv Query: all:attention</title>
<updated>2024-08-30T00:00:00-04:00</updated>
{}
</feed>
"""


def read(text: str, path: str = "feed.xml") -> Digest:
    digest = read_digest(Source(path, text))
    assert digest.format == "feed", digest.reason
    return digest


def _announced(kind: str) -> str:
    return RSS.format(
        "\n".join(
            f"<item><title>{p.title}</title><link>https://arxiv.org/abs/{p.id}</link>"
            f"<description>arXiv:{p.id}v1 Announce Type: {kind} \n"
            f"Abstract: {p.abstract}</description>"
            "<category>cs.CL</category><category>cs.AI</category>"
            f"<dc:creator>{', '.join(p.authors)}</dc:creator></item>"
            for p in PAPERS
        )
    )


def _queried() -> str:
    people = "<author><name>{}</name></author>"
    return ATOM.format(
        "\n".join(
            f"<entry><id>http://arxiv.org/abs/{p.id}v2</id><title>{p.title}</title>"
            f"<published>2024-08-29T17:00:00Z</published><summary>{p.abstract}\n</summary>"
            f"{''.join(map(people.format, p.authors))}<comment>15 pages</comment>"
            '<category term="cs.CL"/><category term="cs.AI"/></entry>'
            for p in PAPERS
        )
    )


def _older() -> str:
    return RSS.format(
        "\n".join(
            f"<item><title>{p.title}. (arXiv:{p.id}v1 [cs.CL] UPDATED)</title>"
            f"<link>http://arxiv.org/abs/{p.id}</link><category>cs.AI</category>"
            f"<description>&lt;p&gt;{p.abstract}&lt;/p&gt;</description><dc:creator>"
            + ", ".join(f'&lt;a href="x"&gt;{name}&lt;/a&gt;' for name in p.authors)
            + "</dc:creator></item>"
            for p in PAPERS
        )
    )


@pytest.mark.parametrize(
    ("text", "day", "section"),
    [
        (_announced("new"), "2024-08-30", "new"),
        (_announced("replace-cross"), "2024-08-30", "replace-cross"),
        (_queried(), "2024-08-29", ""),
        (_older(), "2024-08-30", "updated"),
    ],
    ids=["rss", "replaced", "atom", "older rss"],
)
def test_the_feeds_of_arxiv(text: str, day: str, section: str) -> None:
    for paper, entry in zip(PAPERS, read(text).entries, strict=True):
        assert (entry.title, entry.authors) == (paper.title, paper.authors)
        assert (entry.abstract, entry.arxiv_id) == (paper.abstract, paper.id)
        assert (entry.date, entry.section) == (day, section)
        assert sorted(entry.tags) == ["cs.AI", "cs.CL"]


def test_what_no_field_takes_is_commentary() -> None:
    (note,) = read(_queried()).entries[0].commentary
    assert note.text == "**comment**: 15 pages"


def test_posts_of_a_blog_have_commentary() -> None:
    text = RSS.format(
        "<item><title>A release</title><link>https://example.org/1</link>"
        "<description>It is out, see arXiv:2106.09685.</description></item>"
    )
    (entry,) = read(text).entries
    assert (entry.title, entry.url) == ("A release", "https://example.org/1")
    assert [paragraph.text for paragraph in entry.commentary] == [
        "It is out, see arXiv:2106.09685."
    ]
    assert entry.references == ("2106.09685",)


def test_what_a_feed_says_of_itself_is_told() -> None:
    digest = read(_queried())
    assert "ArXiv Query: all:attention" in digest.problems[0].what
    assert all(paper.title in said(digest) for paper in PAPERS)


def test_the_line_of_each_item() -> None:
    assert [entry.line for entry in read(_queried()).entries] == [
        5 + 2 * number for number in range(len(PAPERS))
    ]


@pytest.mark.parametrize(
    "text",
    [
        _announced("new")[:500],
        '<!DOCTYPE x [<!ENTITY a "b">]>' + _announced("new"),
    ],
    ids=["cut off in its first item", "entities"],
)
def test_what_is_no_feed_is_left_to_the_other_shapes(text: str) -> None:
    assert read_digest(Source("feed.xml", text)).format != "feed"


def test_of_a_feed_that_is_cut_off_the_whole_items_are_read() -> None:
    for whole in (_announced("new"), _queried(), _older()):
        last = whole.rindex("<item>" if "<item>" in whole else "<entry>")
        expected, digest = read(whole), read(whole[: last + 90])
        assert digest.entries == expected.entries[:-1]
        (cut,) = (each for each in digest.problems if "no whole item" in each.what)
        assert PAPERS[-1].id in cut.what or PAPERS[-1].title[:20] in cut.what
        assert cut.line == expected.entries[-1].line
        assert read(
            whole[: whole.rindex("</channel>" if "<item>" in whole else "<")]
        ).entries


def test_a_post_that_links_a_paper_by_its_title_is_about_that_paper() -> None:
    """Further papers that it links are cited."""
    text = (
        "<rss version='2.0'><channel><title>Picks</title>"
        "<item><title>Attention Is All You Need</title>"
        "<link>https://blog.example/attention</link><description><![CDATA[<p>"
        "After <a href='https://arxiv.org/abs/1409.0473'>alignment</a> came "
        "<a href='https://arxiv.org/abs/1706.03762'>Attention is all you need</a>."
        "</p>]]></description></item></channel></rss>"
    )
    (entry,) = read_digest(source(text, "feed.xml")).entries
    assert entry.arxiv_id == "1706.03762"
