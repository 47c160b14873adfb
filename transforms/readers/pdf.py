"""PDF: the text layer; a scanned page has none."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from transforms.readers.article import MAX_TEXT, Article, Place, Published
from transforms.readers.errors import UnreadableError, told
from transforms.records import Reject

MAX_FILE = 50_000_000
MAX_PAGES = 500
MAX_OPERATORS = 200_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The one article of a PDF.

    The file was made after the article was written, or with it: its day of creation is the latest of publication.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    file.seek(0, 2)
    if file.tell() > MAX_FILE:
        raise UnreadableError("oversized", f"a PDF over {MAX_FILE // 1_000_000} MB")
    file.seek(0)
    try:
        reader = PdfReader(file, strict=False)
        if reader.is_encrypted:
            raise UnreadableError("encrypted", "the PDF wants a password")
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableError("oversized", f"over {MAX_PAGES} pages; split it into articles")
        text = "\n\n".join(_pages(reader))
        about = reader.metadata
        title = about.title if about and isinstance(about.title, str) else None
        made = about.creation_date if about else None
    except PyPdfError as error:
        raise UnreadableError("unreadable", f"no sound PDF: {told(error)}") from None
    if not text.strip():
        raise UnreadableError("no text", "the PDF has no text layer; run text recognition over it first")
    days = Published(earliest=None, latest=made.date(), basis="metadata") if made else None
    yield Article(uri=place.uri, text=text, title=title, published=days)


def _pages(reader: Any) -> Iterator[str]:
    size = done = 0

    def count(*_: Any) -> None:
        # Forms may be drawn inside forms, so a small file can ask for more than anybody could wait for.
        nonlocal done
        done += 1
        if done > MAX_OPERATORS:
            raise UnreadableError("oversized", f"over {MAX_OPERATORS} drawing operators; split it into articles")

    for page in reader.pages:
        text = paragraphs(page.extract_text(visitor_operand_before=count))
        size += len(text)
        if size > MAX_TEXT:
            raise UnreadableError("oversized", f"over {MAX_TEXT // 1_000_000} MB of text; split it into articles")
        yield text


def paragraphs(lines: str) -> str:
    """Text laid out in lines, its lines joined to paragraphs, which end at a blank or at a short line with a stop."""
    rows = [line.strip() for line in lines.split("\n")]
    widest = max(map(len, rows), default=0)
    found = [""]
    for row in rows:
        found[-1] += row if not found[-1] or found[-1].endswith("-") else f" {row}" if row else ""
        stops = row.endswith((".", "!", "?", ":", '"', "”", "’"))
        if found[-1] and (not row or (stops and len(row) < 0.8 * widest)):
            found.append("")
    return "\n\n".join(filter(None, found))
