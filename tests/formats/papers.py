"""Papers to write digests about: titles, authors and ids are facts, words our own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """What a digest says about one paper."""

    title: str
    authors: tuple[str, ...]
    id: str
    abstract: str
    korean: tuple[str, ...]
    english: tuple[str, ...]
    tags: tuple[str, ...]


PAPERS = (
    Paper(
        "Attention Is All You Need",
        (
            "Ashish Vaswani",
            "Noam Shazeer",
            "Niki Parmar",
            "Jakob Uszkoreit",
            "Llion Jones",
            "Aidan N. Gomez",
            "Łukasz Kaiser",
            "Illia Polosukhin",
        ),
        "1706.03762",
        "Sequence models have so far been recurrent or convolutional. We propose the "
        "Transformer, which does without either and relates all positions by attention "
        "alone. On two translation tasks it is better than earlier models, trains in a "
        "fraction of their time, and we show that it also parses English well.",
        (
            "순환 구조 없이 어텐션만으로 번역 모델을 만들었습니다.",
            "병렬화가 쉽다는 점이 결국 가장 중요했던 것 같네요.",
        ),
        (
            "The paper that started it all, and still a pleasant read.",
            "What I like most is how little of it turned out to be optional.",
        ),
        ("transformer", "attention"),
    ),
    Paper(
        "LoRA: Low-Rank Adaptation of Large Language Models",
        ("Edward J. Hu", "Yelong Shen", "Phillip Wallis", "Zeyuan Allen-Zhu"),
        "2106.09685",
        "Adapting a large model by updating all of its weights is costly once there "
        "are many tasks. We freeze the weights and train a product of two thin "
        "matrices for each layer instead. This cuts the number of trained parameters "
        "by orders of magnitude (e.g. 10,000 times), adds no latency, and our "
        "experiments show no loss of quality.",
        (
            "랭크가 낮은 행렬만 학습해도 충분하다는 결과. (https://arxiv.org/abs/2012.13255)",
        ),
        (
            "Cheap, simple, and everyone uses it now, see https://arxiv.org/abs/2012.13255.",
        ),
        ("llm", "efficient-training"),
    ),
    Paper(
        "Mamba: Linear-Time Sequence Modeling with Selective State Spaces",
        ("Albert Gu", "Tri Dao"),
        "2312.00752",
        "Transformers dominate because attention can route information by content, but "
        "their cost grows with the square of the length. We let the parameters of a "
        "state space model depend on its input, so that it can keep or forget along "
        "the sequence. The result runs in linear time and we find that it matches "
        "Transformers of twice its size.",
        (
            "상태 공간 모델의 파라미터를 입력에 따라 바꿉니다.",
            "(하드웨어를 고려한 구현이 핵심입니다.)",
            "긴 시퀀스에서 정말로 유리한지는 더 봐야겠네요.",
        ),
        (
            "Selective state spaces look like the first serious rival of attention.",
            "I'd wait for results at larger scale, though.",
        ),
        ("ssm", "long-context", "llm"),
    ),
    Paper(
        "Are Emergent Abilities of Large Language Models a Mirage?",
        ("Rylan Schaeffer", "Brando Miranda", "Sanmi Koyejo"),
        "2304.15004",
        "It has been claimed that abilities appear suddenly as models grow. We argue "
        "that the choice of metric creates the jump: with a metric that is linear in "
        "the errors per token, the same outputs improve smoothly. We test three "
        "predictions of this explanation on arithmetic and on vision networks, and all "
        "of them hold.",
        ("창발성이 평가 지표의 문제일 수 있다는 주장.",),
        ("A healthy dose of scepticism about sudden jumps.",),
        ("llm", "evaluation"),
    ),
)
RELEASE = Paper(
    "Claude 3.5 Sonnet",
    (),
    "",
    "",
    ("리포트 없이 공개된 모델입니다.", "코딩 성능이 인상적이네요."),
    ("A release without a report.", "I find its coding quite impressive."),
    ("llm", "release"),
)
