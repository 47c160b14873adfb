"""What a format looks like at its beginning; the name of the input only decides between look-alikes."""

import json
from dataclasses import dataclass
from functools import cached_property

import re2

from transforms.readers.encoding import SAMPLE, encoding

_HTML = re2.compile(
    r"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|h1|p|script|link)\b"
)
_HTML_LATER = re2.compile(r"(?i)<!doctype\s+html|<html[\s>]")


@dataclass(frozen=True)
class Head:
    """The first bytes of an input, and its name in lower case."""

    data: bytes
    name: str

    @cached_property
    def text(self) -> str | None:
        """The beginning as text without leading blanks, or null for bytes that are no text."""
        known = encoding(self.data)
        return None if known is None else self.data.decode(known, "replace").lstrip("\ufeff \t\r\n")

    def begins(self, pattern: str) -> bool:
        """Whether the text begins with an RE2 pattern."""
        return self.text is not None and re2.match(pattern, self.text) is not None


def is_text(head: Head) -> bool:
    """Text of any kind."""
    return head.text is not None


def is_markdown(head: Head) -> bool:
    """Text that calls itself Markdown."""
    return is_text(head) and head.name.endswith((".md", ".markdown"))


def is_html(head: Head) -> bool:
    """A tag of HTML comes first, or any tag and a document of HTML soon after it, or the name says so."""
    if head.text is None:
        return False
    if _HTML.match(head.text) or (head.text.startswith("<") and _HTML_LATER.search(head.text)):
        return True
    return head.name.endswith((".html", ".htm")) and "</" in head.text


def is_jsonl(head: Head) -> bool:
    """The first line is a whole JSON object, or the beginning of one too long to see the end of."""
    if head.text is None or not head.text.startswith("{"):
        return False
    line, end, _ = head.text.partition("\n")
    if not end and len(head.data) >= SAMPLE:
        return head.begins(r'\{\s*"')
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return head.name.endswith((".jsonl", ".ndjson"))


def is_json(head: Head) -> bool:
    """An array of objects, or one object over several lines."""
    if head.begins(r"\[\s*(?:[\[{\"\d\]]|$)"):
        return head.name.endswith(".json") or head.begins(r"\[\s*(?:\{|\]\s*$)")
    return head.begins(r'\{\s*(?:"|\}|$)') and not is_jsonl(head)
