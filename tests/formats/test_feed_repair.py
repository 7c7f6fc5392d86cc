"""Feeds that are no well-formed XML: every whole item of them is kept."""

import time

import pytest

from tests.formats.comparing import said
from tuireader.domain.entry import Digest
from tuireader.formats import Source, read_digest
from tuireader.formats.feed import Feed

RSS = """<?xml version='1.0'?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.CL updates on arXiv.org</title>
<pubDate>Fri, 30 Aug 2024 00:00:00 -0400</pubDate>
{}
</channel></rss>
"""
BEFORE = (
    "<item><title>Before</title><link>https://arxiv.org/abs/2401.00001</link></item>"
)
BEHIND = (
    "<item><title>Behind</title><link>https://arxiv.org/abs/2401.00003</link></item>"
)
TITLES = ["Before", "Between", "Behind"]
BROKEN = "<item><title>Bad</ttle></item>"
CUT = "<item><title>Cut o"


def read(text: str) -> Digest:
    digest = read_digest(Source("feed.xml", text))
    assert digest.format == "feed", digest.problems
    return digest


def between(description: str) -> str:
    return (
        "<item><title>Between</title><link>https://arxiv.org/abs/2401.00002</link>"
        f"<description>Abstract: {description}</description></item>"
    )


@pytest.mark.parametrize("ending", ["", BROKEN, CUT], ids=["", "broken", "cut"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a \x01b\x1f\ufffe", "a \ufffdb\ufffd\ufffd"),
        ("&#0; &#x1b; &#xFFFF;", "\ufffd \ufffd \ufffd"),
        ("R&D of &eacute; &copy;&nbsp;x", "R&D of é © x"),
        ("<![CDATA[ <p>R&D</p> x ]]>", "\n\nR&D\n\nx"),
        ("<![CDATA[ x </item> <item> y ]]>", "x y"),
        ("<![CDATA[<!DOCTYPE html><b>x</b>]]>", "x"),
        ("<![CDATA[ open", "<![CDATA[ open"),
        ("x ]]> y", "x ]]> y"),
        ("x <!-- a & b -- c --> y", "x y"),
        ("x <!-- <item> <title>a</title> </item> --> y", "x y"),
        ("<!-- open", "<!-- open"),
        ("one<br>two<BR>three", "one\n\ntwo\n\nthree"),
        ("<p>one<p>two", "\n\none\n\ntwo"),
        ("<div>one<hr></div><img src=x?a=1&b=2>", "\n\none"),
        ("<b>one<i>two</b></i>", "onetwo"),
        ("a < b and 3<4", "a < b and 3<4"),
        ("<media:x>y</media:x>", "y"),
    ],
)
def test_what_an_item_says_costs_it_in_no_feed(
    written: str, meant: str, ending: str
) -> None:
    """Whatever a description holds that is no XML, and whatever follows."""
    text = RSS.format("\n".join([BEFORE, between(written), BEHIND, ending]))
    digest = read(text[: text.index(CUT) + len(CUT)] if ending == CUT else text)
    entries = digest.entries
    assert [entry.title for entry in entries] == TITLES
    assert entries[1].abstract.split() == f"Abstract: {meant}".split()
    assert entries[1].abstract.count("\n\n") == meant.count("\n\n")
    assert [entry.line for entry in entries] == [5, 6, 7]
    assert [entry.date for entry in entries] == ["2024-08-30"] * 3
    assert ("Bad" in said(digest)) == (ending == BROKEN)


def test_a_mark_that_nobody_ended_takes_no_later_item() -> None:
    """The end that follows belongs to a mark of its own."""
    for opening, end in (("<![CDATA[", "]]>"), ("<!--", "-->")):
        later = BEHIND.replace(
            "</item>", f"<comments>{opening} x {end}</comments></item>"
        )
        text = RSS.format(f"{BEFORE}\n{between(opening)}\n{later}")
        assert [entry.title for entry in read(text).entries] == TITLES


def test_titles_keep_what_nobody_escaped() -> None:
    title = "R&D of A&amp;B &nbsp;&#27;[31m&#xFFFF; in Not <closed"
    digest = read(RSS.format(BEFORE.replace("Before", title) + BROKEN))
    assert digest.entries[0].title == "R&D of A&B \ufffd[31m\ufffd in Not <closed"


def test_what_a_field_of_parts_holds_stays_apart() -> None:
    """An author of Atom has a name and an address, HTML beside them or not."""
    person = "<author><name>{}</name><uri>x</uri></author>"
    people = "".join(map(person.format, ["Ada Lovelace", "Alan Turing"]))
    text = (
        f"<feed><title>T</title><entry><title>One</title>{people}"
        "<summary>a<br>b</summary></entry></feed>"
    )
    (entry,) = read(text).entries
    assert entry.authors == ("Ada Lovelace", "Alan Turing")


def test_prefixes_that_nobody_declared_cost_no_item() -> None:
    text = RSS.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', "").format(
        f"{BEFORE}<item><title>Between</title><dc:creator>Ada Lovelace</dc:creator>"
        f'<media:content media:url="x" é:a="b"/></item>{BEHIND}'
    )
    digest = read(text.replace(' é:a="b"', ""))
    assert [entry.title for entry in digest.entries] == TITLES
    assert digest.entries[1].authors == ("Ada Lovelace",)
    assert [entry.title for entry in read(text).entries] == ["Before", "Behind"]


@pytest.mark.parametrize(
    "around",
    [
        ("\ufffd", ""),
        ("", "\ufffd\ufffd"),
        ("", "<!-- served in 3 ms -->\ntrailing words"),
        ("<!-- <rss> & -->", ""),
    ],
    ids=["a second byte order mark", "padding", "junk", "a comment"],
)
def test_what_stands_around_a_feed_costs_no_item(around: tuple[str, str]) -> None:
    before, behind = around
    text = f"{before}{RSS.format(BEFORE + BEHIND)}{behind}"
    assert [entry.title for entry in read(text).entries] == ["Before", "Behind"]


@pytest.mark.parametrize(
    "root", ["<rss version=2.0>", "<rss\nversion='&'>", "<rss a:b='c'>", "<rss a>"]
)
def test_a_root_that_is_no_xml_costs_no_item(root: str) -> None:
    text = f"{root}<channel><title>T</title>\n{BEFORE}\n{BEHIND}</channel></rss>"
    digest = read_digest(Source("feed.xml", text))
    assert [entry.title for entry in digest.entries] == ["Before", "Behind"]
    assert [entry.line for entry in digest.entries] == [
        2 + root.count("\n"), 3 + root.count("\n")
    ]  # fmt: skip


def test_no_entity_of_a_feed_is_defined() -> None:
    """Not even where a look at its head does not show that it defines some."""
    text = RSS.format(BEFORE.replace("Before", "x &a; y"))
    text = text.replace("<rss", "<?xml x ><rss ?><!DOCTYPE x [<!ENTITY a 'b'>]><rss")
    assert "x &a; y" in said(read(text))


def test_a_head_that_is_lost_is_told() -> None:
    text = RSS.format(f"<image><a></image>{BEFORE}{BROKEN}")
    digest = read(text)
    (head,) = (each for each in digest.problems if "no whole head" in each.what)
    assert "cs.CL updates on arXiv.org" in head.what
    kept = read(RSS.format(f"<description>a<br>b</description>{BEFORE}"))
    assert kept.entries[0].date == "2024-08-30"
    assert not any("no whole" in each.what for each in kept.problems)


def test_lines_are_those_of_items_not_of_comments() -> None:
    text = RSS.format(f"<!--\n<item>\n-->{BEFORE}\n{between('<![CDATA[<item>]]>')}")
    assert [entry.line for entry in read(f"{text}").entries] == [7, 8]


def test_well_formed_markup_of_an_item_ends_lines_too() -> None:
    text = RSS.format(between("one<br/>two<div><p>three</p>four</div>"))
    assert read(text).entries[0].abstract == "Abstract: one\n\ntwo\n\nthree\n\nfour"


def test_what_is_read_of_too_many_items_is_told() -> None:
    digest = read(RSS.format("<item><title>A</title></item>\n" * 25_001))
    assert len(digest.entries) == 25_000
    assert "25,001 items" in said(digest)


@pytest.mark.parametrize(
    "unit",
    [
        "<![CDATA[", "<!--", "]]>", "<a>", "<a", "</a ", "<a ", "&", "<a><b></a>",
        "<item>", "<item><a>", "<item><title>x</title></item>", "<x:", " a:b='",
        "<item><a><b></a></item>", "<![CDATA[</item>", "<item><p><title></p></item>",
    ],
)  # fmt: skip
def test_repair_takes_time_in_proportion(unit: str) -> None:
    """However a megabyte of a feed is broken."""
    text = RSS[: RSS.index("{")] + BEFORE + BROKEN + unit * (1_000_000 // len(unit))
    begin = time.process_time()
    reading = Feed().read(Source("feed.xml", text))
    assert time.process_time() - begin < 6  # one where nothing else runs
    assert reading.entries[0].title == "Before"


def test_names_without_number_take_time_in_proportion() -> None:
    tags = "".join(f"<a{number}>" for number in range(100_000))
    text = RSS.format(f"{BEFORE}<item>{tags}</item>")
    begin = time.process_time()
    assert [entry.title for entry in read(text).entries] == ["Before"]
    assert time.process_time() - begin < 6
