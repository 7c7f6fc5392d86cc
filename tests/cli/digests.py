"""Small digests, written into a folder by the tests that need them."""

from pathlib import Path

PLAIN = """\
2024년 8월 30일
Attention Is All You Need
(Ashish Vaswani, Noam Shazeer, Niki Parmar)
Translation needs attention alone, no recurrence, and then trains within days.
어텐션만으로 번역합니다. 순서는 위치 인코딩으로 넣습니다. (https://arxiv.org/abs/1512.03385)
#attention #machine-translation
Scaling Laws for Neural Language Models
(Jared Kaplan, Sam McCandlish)
손실이 모델 크기, 데이터, 연산량의 거듭제곱을 따라 줄어듭니다.
#scaling_law #llm
"""

NOTE = """\
https://arxiv.org/abs/1706.03762

*Attention Is All You Need* (Ashish Vaswani, Noam Shazeer, Niki Parmar)

> Attention alone is enough for translation, and trains in parallel.

길이 방향으로 병렬화된다는 점이 가장 크다.

#attention #Machine_Translation
"""


def write_plain(folder: Path) -> Path:
    """Write a digest of two papers without links."""
    file = folder / "2024-08-30.txt"
    file.write_text(PLAIN)
    return file


def write_note(folder: Path) -> Path:
    """Write a note on one of these papers, with its link."""
    file = folder / "170612 Attention Is All You Need.md"
    file.write_text(NOTE)
    return file
