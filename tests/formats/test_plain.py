"""Plain digests: recognised by what their lines hold."""

import pytest

from tests.formats.samples import DIGEST, source
from tuireader.formats.plain import PlainDigest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "2024-08-30\n\nDear diary, it rained.\n\nI stayed in and read.\n",
        "2024-08-30 12:00:01 INFO started\n2024-08-30 12:00:02 INFO stopped\n",
        "name,date,value,unit,note\na,2024-08-30,1,kg,x\nb,2024-08-30,2,kg,y\n",
        "#include <stdio.h>\n\nint main(void)\n{\n    return 0;\n}\n",
        "import os\n\n#todo\ndef f(a, b):\n    return (a, b)\n#done\n",
        "Once upon a time there was a king.\n(He had two daughters.)\nThey left.\n",
        '{"date": "2024-08-30", "papers": []}',
        "<html><body>2024-08-30</body></html>",
        "TODO\n(Buy Milk, Call Mom)\n",
    ],
)
def test_unrelated_text_is_not_claimed(text: str) -> None:
    assert PlainDigest().recognise(source(text, "file.txt")).score == 0


def test_what_was_seen_is_told() -> None:
    recognition = PlainDigest().recognise(source(DIGEST))
    assert recognition.score > 90
    assert recognition.reason == (
        "date line, 1 author line, 1 hashtag line, in the first 7 lines"
    )
