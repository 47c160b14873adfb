"""What a format looks like at its beginning; the name of the input only decides between look-alikes."""

import json
from dataclasses import dataclass
from functools import cached_property

import re2

from transforms.readers.encoding import SAMPLE, encoding
from transforms.readers.fields import field_of

_HTML = re2.compile(
    r"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|h1|p|script|link)\b"
)
_HTML_LATER = re2.compile(r"(?i)<!doctype\s+html|<html[\s>]")
_XML_START = r"(?is)(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
_MAIL_HEADER = re2.compile(
    r"(?im)^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type):"
)


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


def is_compressed(head: Head) -> bool:
    """gzip, bzip2 or xz."""
    return head.data.startswith((b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0"))


def is_zip(head: Head) -> bool:
    """A ZIP archive, empty ones too."""
    return head.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_docx(head: Head) -> bool:
    """A ZIP archive that begins as the packages of Office do."""
    first = head.data[30:60]
    return is_zip(head) and first.startswith((b"[Content_Types].xml", b"word/", b"_rels/", b"docProps/"))


def is_tar(head: Head) -> bool:
    """A tar archive of any age since POSIX."""
    return head.data[257:262] == b"ustar"


def is_parquet(head: Head) -> bool:
    """Parquet, also when it is encrypted."""
    return head.data.startswith((b"PAR1", b"PARE"))


def is_pdf(head: Head) -> bool:
    """PDF, whose readers forgive rubbish before the mark."""
    return b"%PDF-" in head.data[:1024]


def is_warc(head: Head) -> bool:
    """A web archive."""
    return head.data.startswith(b"WARC/1.")


def is_mbox(head: Head) -> bool:
    """A mailbox: the line that separates messages, then headers."""
    return head.begins(r"From [^\n]*\n(?:>?[\w-]+:|\s)")


def is_mail(head: Head) -> bool:
    """A message: headers first, and two that only messages have."""
    if not head.begins(r"[\w-]+:[ \t]?[^\n]*\r?\n"):
        return False
    headers = re2.split(r"\r?\n\r?\n", head.text or "", maxsplit=1)[0]
    return len(set(map(str.lower, _MAIL_HEADER.findall(headers)))) >= 2


def is_feed(head: Head) -> bool:
    """RSS of any version, or Atom."""
    return head.begins(_XML_START + r"<(?:rss|feed|rdf:RDF)\b")


def is_sitemap(head: Head) -> bool:
    """A sitemap, or a list of them."""
    return head.begins(_XML_START + r"<(?:urlset|sitemapindex)\b")


def is_csv(head: Head) -> bool:
    """A header line with a column of text and another that is known, or the ending of a table."""
    if head.text is None:
        return False
    line = head.text.split("\n", 1)[0]
    names = [name.strip().strip('"') for name in line.split(delimiter(line))]
    if len(names) > 1 and head.name.endswith((".csv", ".tsv")):
        return True
    known = {wanted for name in names for wanted in field_of(name)}
    return "text" in known and len(known) > 1 and all(len(name) <= 40 for name in names)


def delimiter(line: str) -> str:
    """What separates the fields of a header line: the commonest of comma, semicolon, tab and bar."""
    return max(",;\t|", key=line.count)


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
