"""Layouts of vault notes, each with the fields in which it differs from `WHOLE`."""

from tests.formats.papers import PAPERS

PAPER = PAPERS[1]
URL = f"https://arxiv.org/abs/{PAPER.id}"
NAMES = ", ".join(PAPER.authors)
LINKED = ", ".join(f"[[{name}]]" for name in PAPER.authors)
KOREAN = "\n\n".join(PAPER.korean)
TAGS = " ".join(f"#{tag}" for tag in PAPER.tags)
TITLED = f"*{PAPER.title}* ({NAMES})"
NOTE = f"{URL}\n\n{TITLED}\n\n> {PAPER.abstract}\n\n{KOREAN}\n\n{TAGS}\n"
ENGLISH = "\n\n".join(PAPER.english)

WHOLE = {
    "title": PAPER.title,
    "authors": PAPER.authors,
    "abstract": PAPER.abstract,
    "words": PAPER.korean,
    "tags": PAPER.tags,
    "arxiv_id": PAPER.id,
}
BELOW = f"> {PAPER.abstract}\n\n{KOREAN}\n"
PLAIN = f"# {PAPER.title}\n\n{BELOW}\n{TAGS}\n"
INLINE = f"title:: {PAPER.title}\n[authors:: {NAMES}]\n"
QUOTED = f"> [!info] Metadata\n> **Title**:: {PAPER.title}\n> **Author**:: {NAMES}\n"

LAYOUTS: dict[str, tuple[str, dict[str, object]]] = {
    "usual": (NOTE, {}),
    "front matter above": (f"---\naliases: [LoRA, 저랭크 적응]\n---\n{NOTE}", {}),
    "tags in front matter": (
        f"---\ntags: '{TAGS}'\n---\n" + NOTE.replace(TAGS, ""),
        {},
    ),
    "front matter, id and folded abstract": (
        (
            f"---\ntitle: '{PAPER.title}'\nauthor: {NAMES}\n"
            f"tags: {', '.join(PAPER.tags)}\narxiv: '{PAPER.id}'\n"
            f"abstract: >\n  {PAPER.abstract}\n---\n\n{KOREAN}\n"
        ),
        {},
    ),
    "front matter, names that are links": (
        (
            f"---\ntitle: '{PAPER.title}'\nauthors: {LINKED}\ntags: "
            f"[{', '.join(PAPER.tags)}]\narxiv: {PAPER.id}\n---\n\n{BELOW}"
        ),
        {},
    ),
    "properties of an outliner": (
        (
            f"title:: {PAPER.title}\nauthors:: {LINKED}\ntags:: [[llm]], "
            f"[[efficient-training]]\nurl:: {URL}\n\n{BELOW}"
        ),
        {},
    ),
    "callout": (NOTE.replace("> ", "> [!abstract]\n> "), {}),
    "folded callout": (NOTE.replace("> ", "> [!quote]- Abstract\n> "), {}),
    "heading above the abstract": (
        NOTE.replace(f"> {PAPER.abstract}", f"## Abstract\n\n{PAPER.abstract}\n\n## N"),
        {"words": ("## N", *PAPER.korean)},
    ),
    "translation": (
        NOTE.replace(TAGS, f"<english>\n\n{ENGLISH}\n\n</english>\n\n{TAGS}"),
        {"words": (*PAPER.korean, *PAPER.english)},
    ),
    "translation on the lines of its marks": (
        NOTE.replace(TAGS, f"<english>{ENGLISH}</english>\n{TAGS}"),
        {"words": (*PAPER.korean, *PAPER.english)},
    ),
    "translation behind the tags": (
        f"{NOTE}\n<english>\n{ENGLISH}\n</english>\n",
        {"words": (*PAPER.korean, *PAPER.english)},
    ),
    "code": (
        NOTE.replace(KOREAN, f"{KOREAN}\n\n```\n# no tag\n```"),
        {"words": (*PAPER.korean, "```\n# no tag\n```")},
    ),
    "table": (
        NOTE.replace(KOREAN, f"{KOREAN}\n\n| a | b |\n|---|---|\n| 1 | #2 |"),
        {"words": (*PAPER.korean, "| a | b |\n|---|---|\n| 1 | #2 |")},
    ),
    "fields of Dataview": (
        f"title:: {PAPER.title}\nauthor:: {LINKED}\nurl:: {URL}\n\n{BELOW}\n{TAGS}\n",
        {},
    ),
    "fields of Dataview at the end": (
        f"{URL}\n\n{BELOW}\n{TAGS}\n\n" + INLINE + "rating:: 5\n",
        {"words": (*PAPER.korean, "rating:: 5")},
    ),
    "two callouts": (
        NOTE.replace(
            f"> {PAPER.abstract}", "> [!abstract]- Abstract\n> " + PAPER.abstract
        ).replace(KOREAN, "> [!note] 메모\n> " + PAPER.korean[0]),
        {"words": (f"> [!note] 메모\n> {PAPER.korean[0]}",)},
    ),
    "a callout above that of the abstract": (
        f"{URL}\n\n{QUOTED}\n> [!abstract]\n{BELOW}\n{TAGS}\n",
        {"words": ("> [!info] Metadata", *PAPER.korean)},
    ),
    "named abstract": (NOTE.replace("> ", "**Abstract:** "), {}),
    "named abstract in a quote": (NOTE.replace("> ", "> **Abstract.** "), {}),
    "named tags": (NOTE.replace(TAGS, f"태그: {TAGS}"), {}),
    "a line of links": (
        NOTE.replace(
            URL, f"[arXiv]({URL}) · [code](https://github.com/microsoft/LoRA)"
        ),
        {"words": ("https://github.com/microsoft/LoRA", *PAPER.korean)},
    ),
    "front matter with links for names": (
        f'---\nAuthors: "{LINKED}"\nLink: {URL}\n---\n{PLAIN}',
        {},
    ),
    "korean front matter": (
        f"---\n저자: {NAMES}\n링크: {URL}\n---\n{PLAIN}",
        {},
    ),
    "no address": (NOTE.replace(URL, ""), {"arxiv_id": None}),
    "no asterisks": (NOTE.replace("*", ""), {}),
    "two asterisks": (NOTE.replace("*", "**"), {}),
    "named address": (NOTE.replace(URL, f"[arXiv]({URL})"), {}),
    "labelled address": (NOTE.replace(URL, f"arXiv: {URL}"), {}),
    "PDF": (NOTE.replace(URL, f"https://arxiv.org/pdf/{PAPER.id}v2.pdf"), {}),
    "a second address": (
        NOTE.replace(URL, f"{URL}\nhttps://github.com/microsoft/LoRA"),
        {"words": ("https://github.com/microsoft/LoRA", *PAPER.korean)},
    ),
    "names below a heading": (
        f"# {PAPER.title}\n\n{NAMES}\n\n{URL}\n\n{BELOW}\n{TAGS}\n",
        {},
    ),
    "names below a heading with a link": (
        f"# [{PAPER.title}]({URL})\n\n{NAMES}\n\n{BELOW}\n{TAGS}\n",
        {},
    ),
    "tags on top": (f"{TAGS}\n\n" + NOTE.replace(TAGS, ""), {}),
    "tags below the title": (f"{URL}\n\n{TITLED}\n\n{TAGS}\n\n{BELOW}", {}),
    "tags between commas": (NOTE.replace(" #", ", #"), {}),
    "tags between address and title": (
        f"{URL}\n{TAGS}\n\n" + NOTE.replace(TAGS, "").replace(URL, ""),
        {},
    ),
    "address last": (f"{NOTE.replace(URL, '')}\n{URL}\n", {}),
    "address last, above the tags": (
        NOTE.replace(URL, "").replace(TAGS, f"{URL}\n\n{TAGS}"),
        {},
    ),
    "names and address below the title": (
        f"**{PAPER.title}**\n*{NAMES}*\n<{URL}>\n\n{BELOW}\n{TAGS}\n",
        {},
    ),
    "title and names on one line": (
        f"{PAPER.title} — {NAMES} (2021)\n{URL}\n\n{BELOW}\n{TAGS}\n",
        {},
    ),
    "labelled code below the labelled address": (
        f"Paper: {URL}\nCode: https://example.org/lora\n\n{TITLED}\n\n{BELOW}\n{TAGS}",
        {"words": ("https://example.org/lora", *PAPER.korean)},
    ),
    "table of fields": (
        (
            f"# {PAPER.title}\n\n| | |\n|---|---|\n| Authors | {NAMES} |\n"
            f"| Link | {URL} |\n| Tags | {TAGS} |\n\n{BELOW}"
        ),
        {},
    ),
    "quoted abstract behind words": (
        NOTE.replace("> ", f"{ENGLISH}\n\n> "),
        {"words": (*PAPER.english, *PAPER.korean)},
    ),
    "remark behind the title": (
        (
            f"{URL}\n\n# {PAPER.title} (Extended Version)\n\nby {NAMES}, 김민수\n\n"
            f"{BELOW}\n{TAGS}"
        ),
        {
            "title": f"{PAPER.title} (Extended Version)",
            "authors": (*PAPER.authors, "김민수"),
        },
    ),
    "bold names of parts": (
        NOTE.replace("> ", "**초록**\n\n").replace(KOREAN, f"**메모**\n\n{KOREAN}"),
        {"words": ("**메모**", *PAPER.korean)},
    ),
    "fields above the heading": (
        (
            f"Status: read\nTags: [[llm]] [[efficient-training]]\nLink: {URL}\n\n"
            f"# {PAPER.title}\n\n*{NAMES}*\n\n{BELOW}"
        ),
        {"words": ("Status: read", *PAPER.korean)},
    ),
    "title that is a link": (f"[{PAPER.title}]({URL})\n\n{NAMES}\n\n{BELOW}{TAGS}", {}),
    "escaped star in the title": (
        NOTE.replace("LoRA:", "LoRA\\*:"),
        {"title": PAPER.title.replace("LoRA:", "LoRA*:")},
    ),
    "heading above a quoted abstract, behind words": (
        NOTE.replace("> ", f"## TL;DR\n\n{ENGLISH}\n\n## Abstract\n\n> ").replace(
            KOREAN, f"## Notes\n\n{KOREAN}"
        ),
        {"words": ("## TL;DR", *PAPER.english, "## Notes", *PAPER.korean)},
    ),
    "all items of an outline": (
        f"{URL}\n\n{TITLED}\n\n- > {PAPER.abstract}\n- {PAPER.korean[0]}\n- {TAGS}\n",
        {"words": (f"- {PAPER.korean[0]}",)},
    ),
    "nested tags": (
        NOTE.replace(TAGS, "#llm/tuning #efficient-training"),
        {"tags": ("llm/tuning", "efficient-training")},
    ),
}
