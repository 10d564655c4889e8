"""A fragment of HTML with drawings in it, read by the letter of the standard."""

from __future__ import annotations

import html5lib


def parsed(html):
    """Return the fragment, its drawings without a namespace: any parse error raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    fragment = parser.parseFragment(html)
    for element in fragment.iter():
        element.tag = element.tag.rpartition("}")[2]
    return fragment
