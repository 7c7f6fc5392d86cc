"""What stands in the code blocks of a tree."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tuireader.formats.markdown.protect import restore

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_COMMENTS = re.compile("<!--(.*?)-->", re.DOTALL)


def code_of(node: "LexborNode", attributes: Mapping[str, str | None]) -> str:
    """Return the text of a code block; words behind its opening marks are a line."""
    text = node.text()
    if behind := attributes.get("data-meta"):
        text = f"{attributes.get('lang') or ''} {behind}\n{text}"
    return restore(text).strip("\n")


def comments_of(node: "LexborNode") -> list[str]:
    """Return the comments in a code block, which are none of its text."""
    html = node.html or ""
    found = _COMMENTS.findall(html) if "<!--" in html else []
    return [restore(comment.strip()) for comment in found]
