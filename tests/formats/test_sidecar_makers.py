"""JSON as scripts, services and interfaces leave it."""

import json
import time

import pytest

from tests.formats.papers import PAPERS, Paper
from tests.formats.test_sidecar import read
from tuireader.formats import Source, read_digest
from tuireader.text import decode


def _papers() -> list[dict[str, object]]:
    return [
        {
            "title": paper.title,
            "authors": list(paper.authors),
            "abstract": paper.abstract,
            "url": f"https://arxiv.org/abs/{paper.id}",
        }
        for paper in PAPERS
    ]


def _people(paper: Paper, *keys: str) -> list[dict[str, str]]:
    parted = [name.rsplit(" ", len(keys) - 1) for name in paper.authors]
    return [dict(zip(keys, parts, strict=True)) for parts in parted]


LINES = [json.dumps(paper) for paper in _papers()]
BY_ID = {
    paper.id: {**fields, "url": ""}
    for paper, fields in zip(PAPERS, _papers(), strict=True)
}
DOCUMENTS: dict[str, object] = {
    "lines": "\n".join(LINES),
    "lines after a mark": "\ufeff" + "\r\n".join(LINES),
    "lines, the first broken": "\n".join([LINES[0][:40], *LINES]),
    "lines, one broken": "\n".join([*LINES[:2], LINES[0][:40], *LINES[2:]]),
    "lines with commas": ",\n".join(LINES) + ",",
    "objects behind objects": "\n".join(json.dumps(p, indent=1) for p in _papers()),
    "a list that was cut off": json.dumps([*_papers(), {"title": "x"}], indent=1)[:-9],
    "by day": {"2024-08-30": _papers()},
    "by day and id": {"2024-08-30": BY_ID},
    "by id": BY_ID,
    "by topic": {"cs.CL": _papers()[:2], "cs.LG": _papers()[2:]},
    "day beside papers": {"meta": {"date": "2024-08-30"}, "data": {"list": _papers()}},
    "columns": {name: [p[name] for p in _papers()] for name in _papers()[0]},
    "a row of a table each": {
        "LLM": {
            p.id: f"|**2024-08-30**|**{p.title}**|{', '.join(p.authors)}"
            f"|[{p.id}](http://arxiv.org/abs/{p.id}v1)|null|\n"
            for p in PAPERS
        }
    },
    "daily papers of a hub": [
        {
            "paper": {"id": p.id, "title": p.title, "summary": p.abstract,
                      "publishedAt": "2024-08-29T00:00:00.000Z",
                      "authors": [{"name": a, "hidden": False} for a in p.authors]},
            "publishedAt": "2024-08-30T01:00:00.000Z",
        }
        for p in PAPERS
    ],
    "camel case": [
        {"paperTitle": p.title, "authorNames": p.authors, "abstractText": p.abstract,
         "arxivId": p.id, "publishedDate": "2024-08-30"}
        for p in PAPERS
    ],
    "a graph of papers": {
        "data": [
            {"title": p.title, "abstract": p.abstract, "externalIds": {"ArXiv": p.id},
             "authors": [{"authorId": "1", "name": a} for a in p.authors],
             "publicationDate": "2024-08-30", "url": "https://example.org/paper"}
            for p in PAPERS
        ]
    },
    "works": {
        "results": [
            {"title": p.title, "doi": f"https://doi.org/10.48550/arXiv.{p.id}",
             "authorships": [{"author": {"display_name": a}} for a in p.authors],
             "publication_date": "2024-08-30", "abstract": p.abstract}
            for p in PAPERS
        ]
    },
    "parts of names": [
        {"title": [p.title], "author": _people(p, "given", "family"),
         "abstract": p.abstract, "date": "2024-08-30", "URL": f"https://arxiv.org/abs/{p.id}"}
        for p in PAPERS
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_of_many_makers(name: str) -> None:
    made = DOCUMENTS[name]
    text = made if isinstance(made, str) else json.dumps(made, indent=1)
    dated = "2024-08-30" in text
    decoded = decode(text.encode())
    path = "papers.json" if dated else "2024-08-30.json"
    digest = read_digest(Source(path, decoded.text, decoded.encoding))
    assert digest.format == "json"
    for entry, paper in zip(digest.entries, PAPERS, strict=True):
        assert (entry.title, entry.arxiv_id) == (paper.title, paper.id)
        assert (entry.authors, entry.date) == (paper.authors, "2024-08-30")
        assert entry.abstract in (paper.abstract, "")
        assert entry.abstract or "row" in name


def test_more_papers_than_anybody_reads_are_told() -> None:
    text = "[" + '{"title":"a","url":"b"},' * 600_000 + "{}]"
    begin = time.process_time()
    digest = read(text)
    assert time.process_time() - begin < 10  # two on a machine with nothing else to do
    assert "more than" in digest.problems[0].what


def test_integers_that_python_refuses_are_read() -> None:
    (entry,) = read('[{"title": "T", "url": "x", "n": ' + "9" * 5000 + "}]").entries
    assert entry.title == "T"
