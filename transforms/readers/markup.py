"""Fragments of HTML to plain text: paragraphs kept apart, scripts and styles left out."""

import re
from typing import Any

import re2

_BLOCKS = re2.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6r]|header|li|main|nav|ol|p|pre|"
    "section|table|t[dhr]|ul"
)
# Attributes as the HTML standard tokenises them. The standard library's expressions, as every tag of a page is matched;
# possessive, so nothing is read twice.
_PAIR = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+"""
_ATTRIBUTE = re.compile(rf"[\s/]++{_PAIR}")
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?:[\s/]++(?:{_PAIR})?+)*+")
_LONG_TAG = 2_000
_SILENT = re2.compile("script|style|noscript|template|iframe|svg|math|head")


def plain(fragment: str) -> str:
    """The text of a fragment of HTML; the fragment itself when nothing in it can be parsed."""
    tree = parse(fragment)
    return fragment if tree is None else text_of(tree)


def parse(page: str) -> Any:
    """The tree of a page or fragment, or null when there is none, or when it is made to be slow.

    libxml2 without its "huge" option refuses nesting beyond 256 levels instead of running out of stack.
    """
    if _crowded(page):
        return None
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    data = page.encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _crowded(page: str) -> bool:
    """Whether an element has over a thousand attributes, whose square is the time that every tool takes."""
    if len(page) < _LONG_TAG:
        return False
    tags = (match.group() for match in _TAG.finditer(page) if match.end() - match.start() > _LONG_TAG)
    return any(sum(1 for _ in _ATTRIBUTE.finditer(tag)) > 1_000 for tag in tags)


def text_of(tree: Any) -> str:
    """All words of a tree in their order, a blank line between blocks; linear, and without recursion."""
    from lxml import etree

    pieces: list[str] = []
    silent = 0
    for step, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if _SILENT.fullmatch(tag):
            silent += 1 if step == "start" else -1
        if _BLOCKS.fullmatch(tag):
            pieces.append("\n\n")
        words = element.text if step == "start" else element.tail
        if words and not silent:
            pieces.append(words)
    paragraphs = ("".join(pieces)).split("\n\n")
    return "\n\n".join(filter(None, (" ".join(paragraph.split()) for paragraph in paragraphs)))
