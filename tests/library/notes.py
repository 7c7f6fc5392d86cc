"""Notes and digests for the tests of the library, written into real folders."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

ATTENTION = """\
https://arxiv.org/abs/1706.03762

*Attention Is All You Need* (Ashish Vaswani, Noam Shazeer)

> Translation with attention alone.

순환 없이 어텐션만으로 번역한다. (https://arxiv.org/abs/1409.0473)

#attention #Machine_Translation
"""
SCALING = """\
https://arxiv.org/abs/2001.08361

*Scaling Laws for Neural Language Models* (Jared Kaplan, Sam McCandlish)

손실은 거듭제곱을 따라 줄어든다.

#scaling-law #llm

# Links

- [[170612 Attention Is All You Need]]
"""
CHINCHILLA = """\
https://arxiv.org/abs/2203.15556

*Training Compute-Optimal Large Language Models* (Jordan Hoffmann)

> Models are too large for the data that they see.

같은 연산량이면 데이터를 더 보는 쪽이 낫다.

#scaling_law #llm
"""
DIGEST = """\
2024년 8월 30일
Attention Is All You Need
(Ashish Vaswani, Noam Shazeer)
Attention alone is enough to translate, we find, and training takes days only.
다시 읽어도 명료한 글.
#attention #transformer
A Paper That No Note Is About
(Nobody Atall)
링크가 없는 항목이다.
#llm
"""

VAULT: Mapping[str, str] = {
    "2017/170612 Attention Is All You Need.md": ATTENTION,
    "2020/200123 Scaling Laws.md": SCALING,
    "2022/220329 Chinchilla.md": CHINCHILLA,
    "2024-08-30.txt": DIGEST,
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` below `folder`, as if some time ago, and return it."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        file.write_bytes(data)
        age(file)
    return folder


def age(file: Path, seconds: float = 60) -> None:
    """Let `file` have changed some time ago, as files have when one starts to read."""
    then = time.time() - seconds
    os.utime(file, (then, then))
