"""newsboat over a feed, an article a paper: its filter of a list, and its search.

The filter (`F`, `content =~ "WORD"`) takes the articles of the open feed one by one;
the search (`/`) asks newsboat's database, and finds words of titles as well.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from tests.benchmarks.papers import Paper, papers
from tests.benchmarks.peer import Peer, body_of, home_of_peer, variables
from tests.benchmarks.sessions import QUIET, SETTLED
from tests.terminal.terminal import Terminal

_PATIENCE = 180.0
_FEED = "Notes of papers"
_UNFILTERED = "\x06"


def feed(count: int) -> Path:
    """Return a feed of the papers, an article each; it is written once and kept."""
    path = home_of_peer("newsboat", count) / "feed.xml"
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            file.writelines(_lines(count))
    return path


def _lines(count: int) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
    yield f"<title>{_FEED}</title><link>http://localhost/</link>\n"
    yield from map(_item, papers(count))
    yield "</channel></rss>\n"


def _item(paper: Paper) -> str:
    sent = format_datetime(datetime.combine(paper.day, time(12), UTC))
    address = f"<link>http://localhost/{paper.number}</link>"
    return (
        f"<item><title>{escape(paper.title)}</title>{address}<pubDate>{sent}</pubDate>"
        f"<guid>{paper.number}</guid>"
        f"<description>{escape(body_of(paper))}</description></item>\n"
    )


def _start(program: str, count: int) -> Terminal:
    home = home_of_peer("newsboat", count)
    urls, cache, config = home / "urls", home / "cache.db", home / "config"
    command = [program, "-q", "-u", str(urls), "-c", str(cache), "-C", str(config)]
    read = home / "feed-is-read"
    if not read.exists():
        cache.unlink(missing_ok=True)
        urls.write_text(f"{feed(count).as_uri()}\n", encoding="utf-8")
        config.write_text("auto-reload no\n", encoding="utf-8")
        reload = [*command, "-x", "reload"]
        subprocess.run(reload, env=variables(home), check=True, capture_output=True)
        read.touch()
    return Terminal(command, variables(home), quiet=QUIET)


def _listed(newsboat: Terminal, count: int) -> float:
    # The numbers beside it are cut off from 10,000 articles on.
    newsboat.wait_for(_FEED, seconds=_PATIENCE)
    newsboat.send("\r")
    return newsboat.wait_for(f"{count} total", "Kestrel-000000:", seconds=_PATIENCE)


def _filtered(newsboat: Terminal, word: str, count: int) -> float:
    found = (paper.name for paper in papers(count) if word in body_of(paper).lower())
    first = next(found, "")

    def shown(text: str) -> bool:
        title, _, rest = text.partition("\n")
        is_listed = first in rest if first else "Kestrel" not in rest
        return "matching filter" in title and word in title and is_listed

    newsboat.press("F")
    newsboat.send(f'content =~ "{word}"')
    newsboat.settle(SETTLED)
    sent = newsboat.send("\r")
    stamp = newsboat.wait_until(shown, word, _PATIENCE)
    newsboat.settle(SETTLED)
    newsboat.send(_UNFILTERED)
    newsboat.wait_gone("matching filter", _PATIENCE)
    newsboat.settle(SETTLED)
    return (stamp - sent) * 1000


def _found(newsboat: Terminal, word: str, _count: int) -> float:
    newsboat.press("/")
    newsboat.send(word)
    newsboat.settle(SETTLED)
    sent = newsboat.send("\r")
    told = re.compile(r"Search results \(\d+ unread, \d+ total\)|No results\.").search
    stamp = newsboat.wait_until(lambda text: bool(told(text)), word, _PATIENCE)
    newsboat.settle(SETTLED)
    if "No results." not in newsboat.text:
        newsboat.send("q")
        newsboat.wait_gone("Search results", _PATIENCE)
    newsboat.settle(SETTLED)
    return (stamp - sent) * 1000


def _program() -> str | None:
    return shutil.which("newsboat")


NEWSBOAT = Peer(
    "newsboat", _program, _start, _listed, _filtered, '`F`, `content =~ "WORD"`'
)
NEWSBOAT_SEARCH = Peer(
    "newsboat's search", _program, _start, _listed, _found, "`/`, its database",
    is_started=False,
)  # fmt: skip
