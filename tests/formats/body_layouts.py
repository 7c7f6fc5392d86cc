"""Layouts of plain digests below the titles: abstracts, links, tags, rules."""

from dataclasses import replace

from tests.formats.layouts import ALL, Layout, english, hashed, listed, wrapped
from tests.formats.papers import PAPERS, Paper


def _tagged(mark: str, between: str) -> Layout:
    return Layout(tags=lambda paper: between.join(f"{mark}{t}" for t in paper.tags))


def _linked(form: str, order: str = "TALaWG") -> Layout:
    return Layout(papers=PAPERS, order=order, link=lambda paper: form.format(paper.id))


def _blanks(paper: Paper) -> tuple[str, ...]:
    return tuple(tag.replace("-", " ") for tag in paper.tags)


def _id(paper: Paper) -> str:
    return paper.id


_CODE = (
    "The code that trains all of the models of this paper will be found at "
    "https://example.org/a-long-address/of-code."
)

_COUNTED = (
    "We study whether all of this (1) does help larger models as well, (2) holds on "
    "other kinds of data, and (3) changes with the number of the steps of training."
)

BODIES: dict[str, Layout] = {
    "abstract indented": Layout(
        abstract=lambda paper: wrapped(paper.abstract, 80, "    ")
    ),
    "> abstract": Layout(abstract=lambda paper: f"> {paper.abstract}"),
    "> abstract wrapped": Layout(
        abstract=lambda paper: wrapped(paper.abstract, 80, "> ")
    ),
    "quoted abstract": Layout(abstract=lambda paper: f"“{paper.abstract}”"),
    "parts as items": Layout(
        title=lambda _, paper: f"* {paper.title}",
        authors=lambda paper: f"  - {listed(paper)}",
        abstract=lambda paper: f"  - {paper.abstract}",
        words=lambda paper: [f"  - {paper.korean[0]}"],
        tags=lambda paper: f"  - {hashed(paper)}",
        expected={"words": lambda paper: list(paper.korean[:1])},
    ),
    "Abstract: abstract": Layout(abstract=lambda paper: f"Abstract: {paper.abstract}"),
    "Abstract: abstract below the words": replace(
        Layout(order="TAWaG"), abstract=lambda paper: f"Abstract: {paper.abstract}"
    ),
    "[초록] abstract": Layout(abstract=lambda paper: f"[초록] {paper.abstract}"),
    "Abstract above": Layout(abstract=lambda paper: f"Abstract\n{paper.abstract}"),
    "labels": Layout(
        title=lambda _, paper: f"Title: {paper.title}",
        authors=lambda paper: f"Authors: {listed(paper)}",
        abstract=lambda paper: f"Abstract: {paper.abstract}",
        tags=lambda paper: f"Tags: {', '.join(paper.tags)}",
    ),
    "korean labels": Layout(
        title=lambda _, paper: f"제목: {paper.title}",
        authors=lambda paper: f"저자: {listed(paper)}",
        abstract=lambda paper: f"초록: {paper.abstract}",
        tags=lambda paper: f"태그: {', '.join(paper.tags)}",
    ),
    "labels and link": Layout(
        papers=PAPERS,
        order="TALaWG",
        title=lambda _, paper: f"Title: {paper.title}",
        authors=lambda paper: f"Authors: {listed(paper)}",
        link=lambda paper: f"URL: https://arxiv.org/abs/{paper.id}",
        abstract=lambda paper: f"Abstract: {paper.abstract}",
    ),
    "link below authors": replace(_linked("https://arxiv.org/abs/{}"), papers=ALL),
    "link below title": _linked("https://arxiv.org/abs/{}v2", "TLAaWG"),
    "link above title": _linked("https://arxiv.org/pdf/{}", "LTAaWG"),
    "link above title that calls": replace(
        _linked("https://arxiv.org/abs/{}", "BLTAaW"),
        title=lambda _, paper: f"{paper.title}!",
        expected={"title": lambda paper: f"{paper.title}!"},
    ),
    "link below abstract": _linked("https://arxiv.org/abs/{}", "TAaLWG"),
    "link above tags": _linked("https://arxiv.org/abs/{}", "TAaWLG"),
    "link last": _linked("https://arxiv.org/abs/{}", "TAaWGL"),
    "link last, no tags": _linked("https://arxiv.org/abs/{}", "TAaWL"),
    "Link: link": _linked("Link: https://arxiv.org/abs/{}"),
    "🔗 link": _linked("🔗 https://arxiv.org/pdf/{}.pdf"),
    "<link>": _linked("<https://arxiv.org/abs/{}>"),
    "arXiv:id": _linked("arXiv:{}"),
    "arXiv:id [subject]": _linked("arXiv:{}v2 [cs.CL]"),
    "arXiv:id [subject] day": _linked("arXiv:{}v2 [cs.CL] 29 Aug 2024"),
    "authors | link": Layout(
        papers=PAPERS,
        authors=lambda p: f"저자: {listed(p)} | 링크: https://arxiv.org/abs/{p.id}",
        expected={"arxiv_id": _id},
    ),
    "title (link)": Layout(
        papers=PAPERS,
        title=lambda _, paper: f"{paper.title} (https://arxiv.org/abs/{paper.id})",
        expected={"arxiv_id": _id},
    ),
    "title link, authors without parentheses": Layout(
        papers=PAPERS,
        title=lambda _, paper: f"{paper.title} https://arxiv.org/abs/{paper.id}",
        authors=listed,
        expected={"arxiv_id": _id},
    ),
    "title (arXiv:id)": Layout(
        papers=PAPERS,
        title=lambda _, paper: f"{paper.title} (arXiv:{paper.id})",
        expected={"arxiv_id": _id},
    ),
    "[id] title": Layout(
        papers=PAPERS,
        title=lambda _, paper: f"[{paper.id}] {paper.title}",
        expected={"arxiv_id": _id},
    ),
    "tags on lines of their own": _tagged("#", "\n"),
    "tags, commas": _tagged("#", ", "),
    "tags, commas without blanks": _tagged("#", ","),
    "tags without blanks": _tagged("#", ""),
    "tags | pipes": _tagged("#", " | "),
    "tags / slashes": _tagged("#", " / "),
    "🏷 tags": Layout(tags=lambda paper: f"🏷️ {hashed(paper)}"),
    "# tags": _tagged("# ", " "),
    "[tags]": Layout(tags=lambda paper: " ".join(f"[{tag}]" for tag in paper.tags)),
    "`tags`": Layout(tags=lambda paper: " ".join(f"`{tag}`" for tag in paper.tags)),
    "Keywords: tags": Layout(tags=lambda paper: f"Keywords: {', '.join(paper.tags)}"),
    "Categories: tags": Layout(
        tags=lambda _: "Categories: cs.CL cs.LG",
        expected={"tags": lambda _: ("cs.CL", "cs.LG")},
    ),
    "tags with blanks": Layout(
        tags=lambda paper: " ".join(f"#{tag}" for tag in _blanks(paper)),
        expected={"tags": _blanks},
    ),
    "tags with blanks, commas": Layout(
        tags=lambda paper: ", ".join(f"#{tag}" for tag in _blanks(paper)),
        expected={"tags": _blanks},
    ),
    "korean tags": Layout(
        tags=lambda paper: f"{hashed(paper)} #강화학습 #자연어_처리",
        expected={"tags": lambda paper: (*paper.tags, "강화학습", "자연어_처리")},
    ),
    "tags below authors": Layout(papers=PAPERS, order="TAGaW"),
    "---": Layout(order="TAaW", between="---"),
    "=====": Layout(order="TAaW", between="====="),
    "* * *": Layout(order="TAaW", between="* * *"),
    "#####": Layout(order="TAaW", between="#####"),
    "⸻": Layout(order="TAaW", between="⸻"),
    "greeting": Layout(head=("2024-08-30", "안녕하세요. 오늘의 논문입니다.")),
    "english greeting": Layout(
        head=("2024-08-30", "Good morning! Here are today's papers."), words=english
    ),
    "goodbye": Layout(tail=("", "오늘은 여기까지입니다. 감사합니다.")),
    "english goodbye": Layout(
        words=english, tail=("That's all for today, see you tomorrow!",)
    ),
    "stars": Layout(
        words=lambda paper: ["★★★★☆", *paper.korean],
    ),
    "signature": Layout(tail=("", "--", "Ada Lovelace", "https://example.org/ada")),
    "two sentences of which one asks": Layout(
        papers=PAPERS,
        order="TALBaBWB",
        words=lambda _: ["Pauses help a lot. How much of it is plain compute?"],
    ),
    "marked sections": Layout(
        papers=PAPERS,
        head=("2024-08-30", "■ 언어 모델"),
        tags=lambda paper: (
            hashed(paper) + ("" if paper == PAPERS[-1] else "\n■ 그 밖에")
        ),
    ),
    "<english>": Layout(
        words=lambda p: [*p.korean, "<english>", *p.english, "</english>"],
        expected={"words": lambda paper: [*paper.korean, *paper.english]},
    ),
    "<english> behind tags": Layout(
        tags=lambda p: "\n".join([hashed(p), "<english>", *p.english, "</english>"]),
        expected={"words": lambda paper: [*paper.korean, *paper.english]},
    ),
    "english behind tags": Layout(
        papers=PAPERS,
        tags=lambda paper: "\n".join([hashed(paper), *paper.english]),
        expected={"words": lambda paper: [*paper.korean, *paper.english]},
    ),
}


WRAPPED: dict[str, Layout] = {
    "abstract wrapped": Layout(abstract=lambda paper: wrapped(paper.abstract)),
    "abstract wrapped before an address": Layout(
        abstract=lambda paper: wrapped(f"{paper.abstract} {_CODE}", 72),
        expected={"abstract": lambda p: f"{p.abstract} {_CODE}" if p.abstract else ""},
    ),
    "abstract wrapped before what it counts": Layout(
        papers=PAPERS,
        abstract=lambda paper: wrapped(f"{paper.abstract} {_COUNTED}", 51),
        expected={"abstract": lambda paper: f"{paper.abstract} {_COUNTED}"},
    ),
    "all wrapped": Layout(
        order="TAaBWBGB",
        abstract=lambda paper: wrapped(paper.abstract),
        words=lambda paper: [wrapped(text) for text in paper.english],
        expected={"words": lambda paper: list(paper.english)},
    ),
    "all wrapped, no authors, no tags": Layout(
        papers=PAPERS,
        head=("August 30, 2024", ""),
        order="TBaBWBB",
        abstract=lambda paper: wrapped(paper.abstract),
        words=lambda paper: [wrapped(text) for text in paper.english],
        expected={"words": lambda paper: list(paper.english)},
    ),
    "abstracts wrapped, nothing else": Layout(
        papers=PAPERS,
        head=("August 30, 2024",),
        order="TaB",
        abstract=lambda paper: wrapped(paper.abstract),
    ),
}
