"""Small folders of digests that the tests read, written by themselves."""

from pathlib import Path

DAY = """2024년 8월 30일
Routing Tokens to Few Experts Is Enough
(Ada Moor, Bo Lindqvist, 김하늘)
We train a sparse model in which a router sends each token to two experts of sixty-four, and find that the loss follows that of a dense model of the same active size.
라우터가 토큰마다 전문가 둘만 고르는 희소 모델입니다. 활성 파라미터가 같은 밀집 모델과 비슷한 손실 곡선을 보인다고 하네요.
전문가 사이의 부하를 맞추는 손실을 빼도 무너지지 않았다는 점이 흥미롭습니다.
#moe #llm
Long Videos as Short Memories
(Chiara Verdi, Deniz Aksoy)
A video model keeps a memory of fixed size and reads an hour of film with it.
긴 영상을 고정된 크기의 메모리로 읽습니다.
#video #memory
보상 모델은 무엇을 배우는가
(박서연, 이도윤)
보상 모델이 길이를 배운다는 것을 보이고, 길이를 뺀 보상으로 다시 학습한 결과를 보고합니다.
한국어 제목의 논문도 정렬이 맞아야 합니다. 전각 문자는 두 칸을 차지합니다.
#reward-model #rl
2024년 8월 29일
Benchmarks That Cannot Be Memorised
(Emre Kaya)
Questions are generated anew for each model, so that no answer can have been seen.
벤치마크를 외울 수 없게 만들었습니다.
#benchmark #llm
"""  # noqa: E501 - a line is a paragraph

NOTE = """https://arxiv.org/abs/2401.02954

*Scaling Laws for Small Kitchens* (Fay Okoro, Gil Peretz)

> How many pans are enough? We fit a power law to the number of pans in a kitchen and find that two suffice.

팬이 두 개면 충분하다는 결과. 거듭제곱 법칙이 잘 맞습니다.

#scaling-law #llm
"""  # noqa: E501 - a line is a paragraph
LINK = "https://arxiv.org/abs/2401.02954"


def write_day(folder: Path) -> Path:
    """Write one plain digest of four papers into `folder` and return it."""
    folder.mkdir(exist_ok=True)
    (folder / "2024-08-30.txt").write_text(DAY, encoding="utf-8")
    return folder


def write_note(folder: Path) -> Path:
    """Write one vault note of a paper that has a link into `folder` and return it."""
    folder.mkdir(exist_ok=True)
    note = folder / "240104 Scaling Laws for Small Kitchens.md"
    note.write_text(NOTE, encoding="utf-8")
    return folder
