"""The shape of the usual vault note, as one pattern.

Address, further addresses, title with authors, perhaps a quoted abstract, paragraphs, a
translation, hashtags and what stands behind them, wikilinks.
"""

import re

# Possessive throughout: a note of another shape is turned down at the first odd sign.
# A line that may name what it is, an abstract or tags, goes the long way, and so do
# quotes and tags that are items of an outline.
_NAMED = r"abstract|초록|摘要|概要|要旨|(?:tags?|태그|키워드|keywords)\W{0,3}:"
# Before the names in any case, what these begin with: one look turns down nearly all.
_PROSE = (
    rf"(?!\W{{0,3}}(?=[AaTtKk초摘概要태키])(?i:{_NAMED})|-[ ]++[>\#])"
    r"[^\s\#＃<>`~][^\n]*+"
)
_END = r"(?:\n++|\Z)"
_TAG = r"\#[0-9]*+[^\W\d_][\w-]*+"
NOTE = re.compile(
    rf"""(https?://[^\s<>]++)(?:[ ]*+{_END}|(?P<gap>[ ])[ ]*+(?=[^\W_])(?!http))
    (?P<more>(?:https?://[^\s<>]++[ ]*+{_END})*+)
    (?:(?:(\*?+)
    (?P<title>[^\W_][^\n*()\[\]]{{0,280}}(?:\n[ ]++[^\n*()\[\]]{{1,280}}){{0,4}}
    [^\n*()\[\]\s_.,])\4[ ]\((?P<names>[^\n()\[\]]++(?:\n[ ]++[^\n()\[\]]++){{0,4}})\)
    [ ]*+
    |(?P<line>(?:\*++(?=[^\s*_])|[\w$(])[^\n]*+(?<=\)))){_END}
    (?:>[ ](?P<quote>[^\s\[][^\n]*+)(?:\n\n++|\n?+\Z))?+)?+
    (?P<body>(?:{_PROSE}{_END})*+)
    (?:<english>\n++((?:{_PROSE}\n++)*+)</english>{_END})?+
    (?:({_TAG}(?:[ ]++{_TAG})*+)[ ]?{_END}(?P<behind>(?:(?!\[){_PROSE}{_END})*+))?+
    ((?:\#[ ]Links\n++|\[\[[^\[\]\n]{{1,512}}+\]\]{_END})*+)""",
    re.VERBOSE,
)
"""The groups, in order: address, whether words stand beside it, more addresses, star,
title, names, a title line of another form, quote, body, translation, tags, what stands
behind them, wikilinks."""
is_prose = re.compile(_PROSE, re.VERBOSE).fullmatch
"""Tells whether a line is one that a body is made of."""
