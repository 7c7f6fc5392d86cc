"""A paragraph knows which language it is in."""

import pytest

from tuireader.text import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A plain sentence.", "en"),
        ("Naïve café — “quoted”", "en"),
        ("Transformer와 Mamba를 섞었군요.", "ko"),
        ("模型的推理能力", "zh"),
        ("モデルの推論", "ja"),
        ("推論の話", "ja"),
        ("漢字를 섞은 한국어", "ko"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
