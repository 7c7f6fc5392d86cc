"""Layouts of the heads of plain digests: days, titles, authors."""

from dataclasses import replace

from tests.formats.layouts import Layout, english, listed, wrapped
from tests.formats.papers import PAPERS


def _titled(form: str) -> Layout:
    return Layout(title=lambda n, paper: form.format(paper.title, n=n))


def _authors(form: str) -> Layout:
    return Layout(authors=lambda paper: form.format(listed(paper)))


DAYS = (
    "24년 8월 30일 논문 모음",
    "2024년 8월 30일", "2024년 08월 30일 금요일", "2024년 8월 30일 (금)", "2024-08-30",
    "2024-08-30 (금)", "2024-8-30 Fri.", "2024.08.30", "2024. 8. 30.", "2024/08/30",
    "24.08.30", "240830", "20240830", "2024年8月30日", "August 30, 2024",
    "Aug 30, 2024",
    "Aug. 30th, 2024", "30 August 2024", "30 Aug 2024", "Friday, August 30, 2024",
    "Fri 30 Aug 2024", "08/30/2024", "30.08.2024", "# 2024-08-30", "**2024-08-30**",
    "[2024-08-30]", "== 2024-08-30 ==", "📅 2024-08-30", "Date: 2024-08-30",
    "날짜: 2024년 8월 30일", "2024-08-30\n==========", "Daily Papers 2024-08-30",
    "arXiv digest — 2024-08-30", "Papers for Friday, 30 August 2024",
    "오늘의 논문 (2024년 8월 30일)", "논문 리뷰 2024-08-30", "2024년 8월 30일의 논문",
    "Morning papers | 2024-08-30", "ML paper digest: Aug 30 2024",
    "２０２４年８月３０日", "２０２４．８．３０",
    "Week 35, 2024 (Aug 24 – Aug 30)",
    "'24. 8. 30.(금)", "24.08.30 금요일", "240830 Fri.", "２０２４年８月３０日（金）",
    "2024年8月30日 金曜日", "2024年8月30日 周五",
    "2024-08-30 (5 papers)", "2024\N{NON-BREAKING HYPHEN}08\N{NON-BREAKING HYPHEN}30",
)  # fmt: skip

HEADS: dict[str, Layout] = {
    "english commentary": Layout(words=english),
    "no authors": Layout(order="TaWG"),
    "no abstract": Layout(order="TAWG"),
    "no abstract, english": Layout(order="TAWG", words=english),
    "no tags": Layout(papers=PAPERS, order="TAaW"),
    "no tags, a blank line between": Layout(order="TAaWB"),
    "no tags, no abstract": Layout(papers=PAPERS, order="TAW"),
    "title and commentary": Layout(order="TWG"),
    "title and abstract": Layout(papers=PAPERS, order="TaWB"),
    "1.": _titled("{n}. {}"),
    "1번.": _titled("{n}번. {}"),
    "1)": _titled("{n}) {}"),
    "(1)": _titled("({n}) {}"),
    "[1]": _titled("[{n}] {}"),
    "[1/5]": _titled("[{n}/5] {}"),
    "【1】": _titled("【{n}】{}"),
    "#1": _titled("#{n} {}"),
    "1:": _titled("{n}: {}"),
    "01.": _titled("{n:02}. {}"),
    "Paper 1:": _titled("Paper {n}: {}"),
    "keycap": _titled("{n}\ufe0f\u20e3 {}"),
    "circled": Layout(title=lambda n, paper: f"{'①②③④⑤'[n - 1]} {paper.title}"),
    "- title": _titled("- {}"),
    "* title": _titled("* {}"),
    "・title": _titled("・{}"),
    "‣ title": _titled("‣ {}"),
    "• title": _titled("• {}"),
    "■ title": _titled("■ {}"),
    "▶ title": _titled("▶ {}"),
    "→ title": _titled("→ {}"),
    ">> title": _titled(">> {}"),
    "📄 title": _titled("📄 {}"),
    "[title]": _titled("[{}]"),
    "「title」": _titled("「{}」"),
    "<title>": _titled("<{}>"),
    "quoted title": _titled('"{}"'),
    "**title**": _titled("**{}**"),
    "*title*": _titled("*{}*"),
    "authors wrapped": Layout(authors=lambda paper: wrapped(f"({listed(paper)})", 60)),
    "authors and": Layout(
        authors=lambda p: f"({', '.join(p.authors[:-1])} and {p.authors[-1]})"
    ),
    "authors ;": Layout(authors=lambda paper: f"({'; '.join(paper.authors)})"),
    "et al.": Layout(
        authors=lambda paper: f"({paper.authors[0]} et al.)",
        expected={"authors": lambda p: (*p.authors[:1], "et al.") if p.authors else ()},
    ),
    "a group beside people": Layout(
        papers=PAPERS[:2],
        authors=lambda paper: f"DeepSeek-AI, {listed(paper)}",
        expected={"authors": lambda paper: ("DeepSeek-AI", *paper.authors)},
    ),
    "affiliation in parentheses": Layout(
        authors=lambda paper: f"({', '.join(f'{a} (CMU)' for a in paper.authors)})",
        expected={"authors": lambda paper: tuple(f"{a} (CMU)" for a in paper.authors)},
    ),
    "affiliation below": Layout(
        papers=PAPERS,
        authors=lambda paper: f"({listed(paper)})\n(Google Research)",
        expected={"words": lambda paper: ["(Google Research)", *paper.korean]},
    ),
    "authors without parentheses": _authors("{}"),
    "authors without parentheses, no tags": replace(
        _authors("{}"), papers=PAPERS, order="TAaW"
    ),
    "by authors": _authors("by {}"),
    "By: authors": _authors("By: {}"),
    "- authors": _authors("- {}"),
    "— authors": _authors("— {}"),
    "👥 authors": replace(_authors("👥 {}"), papers=PAPERS),
    "[authors]": _authors("[{}]"),
    "（authors）": _authors("（{}）"),
    "Authors: authors": _authors("Authors: {}"),
    "title (authors)": Layout(
        papers=PAPERS,
        order="TaWG",
        title=lambda _, paper: f"{paper.title} ({listed(paper)})",
        expected={"authors": lambda paper: paper.authors},
    ),
    "title / authors": Layout(
        papers=PAPERS,
        order="TaWG",
        title=lambda _, paper: f"▷ {paper.title} / {listed(paper)}",
        expected={"authors": lambda paper: paper.authors},
    ),
    "title — authors": Layout(
        papers=PAPERS,
        order="TaWG",
        title=lambda _, paper: f"{paper.title} — {listed(paper)}",
        expected={"authors": lambda paper: paper.authors},
    ),
}

TITLES = (
    "(Ir)rationality and Cognitive Biases in Large Language Models",
    "$\\infty$Bench: Extending Long Context Evaluation Beyond 100K Tokens",
    "s1", "Sora", "Gemma 2", "2 OLMo 2 Furious", "1.5-Pints Technical Report",
    "HyperCLOVA X 기술 보고서", "네이버 하이퍼클로바 공개",
    "DeepSeek-V3 기술 리포트 (Technical Report)",
    "What's In My Big Data?", "Let's Verify Step by Step.", "Don't Stop! Keep Going",
    "VL-Mamba (v2)", "3D Gaussian Splatting (and Friends)",
    "GPT-4o System Card (August 2024)", "A Closer Look at 2024-07-18 Checkpoints",
    "Beyond A*: Better Planning", "#hashtag: Are Tags Useful?",
    "LLaVA-UHD: an LMM Perceiving Any Aspect Ratio and High-Resolution Images",
    "Vision, Language, Action: One Model for All",
)  # fmt: skip
