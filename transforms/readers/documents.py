"""An article as read to the document that is kept: cleaned, with its headline first, identified by its content."""

from datetime import datetime

import re2

from transforms.ids import content_id
from transforms.readers.article import MAX_TEXT, Article, Defaults, Published
from transforms.records import Document, Reject

_UNSEEN = re2.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{feff}]")
_SPACES = re2.compile(r"\s+")
_BLANK_LINES = re2.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


def document(article: Article, *, defaults: Defaults, landed_at: datetime) -> Document | Reject:
    """The document of an article, or why it is none: no text, or over 5 MB of it."""
    title = headline(article.title or defaults.title)
    text = with_headline(title, clean(article.text))
    if not clean(article.text):
        return _reject(article, "empty", "no text in it")
    if len(text.encode()) > MAX_TEXT:
        return _reject(article, "oversized", f"over {MAX_TEXT // 1_000_000} MB of text; split it into articles")
    source = headline(article.source) or defaults.source
    published = article.published
    if defaults.published and (published is None or published.basis in {"text", "unknown"}):
        published = Published(earliest=defaults.published, latest=defaults.published, basis="given")
    earliest, latest = (published.earliest, published.latest) if published else (None, None)
    return Document(
        document_id=content_id("document", source, text),
        source=source,
        uri=clean(article.uri),
        title=title,
        language=article.language or defaults.language,
        published=earliest if earliest == latest else None,
        published_earliest=earliest,
        published_latest=latest,
        published_basis=published.basis if published else "unknown",
        text=text,
        duplicate_of=None,
        landed_at=landed_at,
        reader=article.reader,
    )


def clean(text: str) -> str:
    """Text fit to be stored and matched on: line feeds only, nothing unseen, no lone surrogates, no outer blanks."""
    text = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n")
    text = _UNSEEN.sub("", text.replace("\u2029", "\n\n"))
    return str(_BLANK_LINES.sub("\n\n", text)).strip()


def headline(text: str | None) -> str | None:
    """A title or name on one line, or null when there is nothing in it."""
    return str(_SPACES.sub(" ", clean(text))).strip() or None if text else None


def with_headline(title: str | None, text: str) -> str:
    """The text with its headline before it, unless it begins with it already."""
    if title is None:
        return text
    start = str(_SPACES.sub(" ", text[: 4 * len(title) + 1])).casefold()
    rest = start.removeprefix(title.casefold())
    return text if rest != start and not rest[:1].isalnum() else f"{title}\n\n{text}"


def _reject(article: Article, error: str, detail: str) -> Reject:
    return Reject(uri=article.uri, stage="read", error=error, detail=detail)
