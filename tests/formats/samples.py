"""Digests and notes of the project's own writing about real papers."""

from tuireader.formats import Source
from tuireader.text import sanitise

ABSTRACT = (
    "We study how a language model can notice and repair its own slips while it solves "
    "word problems. Training on traces that contain a slip followed by its repair "
    "improves accuracy without any prompting trick, and we measure how much of the "
    "gain survives fine-tuning on data without slips."
)

DIGEST = f"""2024년 8월 30일
Physics of Language Models: Part 2.2, How to Learn From Mistakes
(Tian Ye, Zicheng Xu, Yuanzhi Li, Zeyuan Allen-Zhu)
{ABSTRACT}
실수와 그 수정을 프리트레이닝에 넣으면 추론이 나아진다는 결과. (https://arxiv.org/abs/2407.20311)
사고 과정이 텍스트에 없다는 문제와 이어집니다.
#llm #reasoning
Qwen2-VL: To See the World More Clearly
(Qwen Team)
Qwen2-VL이 공개됐습니다. 해상도에 따라 토큰 수가 달라집니다.
#vision-language
Claude 3.5 Sonnet
논문 없이 나온 발표입니다.
(정식 리포트는 없습니다.)
1. 코드 성능
2. 비전 성능
#llm #release
"""

NOTE = f"""https://arxiv.org/abs/2408.16293

*Physics of Language Models: Part 2.2* (Tian Ye, Zicheng Xu)

> {ABSTRACT}

실수와 그 수정을 프리트레이닝에 넣어 본 결과. (https://arxiv.org/abs/2310.13798)

재미있는 방향입니다.

#llm #reasoning

# Links

[[240729 Part 2.1.md]]
"""


def source(text: str, path: str = "2024-08-30.txt") -> Source:
    """Return `text` as the program hands it to a format."""
    return Source(path, sanitise(text))
