"""An article as read to the document that is kept: cleaned, with its headline first, identified by its content."""

from datetime import datetime

from transforms.ids import content_id
from transforms.readers.article import MAX_TEXT, Article, Defaults, Published, one_line
from transforms.records import Document, Reject

MAX_TITLE = 1_000
_UNSEEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFEFF]) | {0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}


def document(article: Article, *, defaults: Defaults, landed_at: datetime) -> Document | Reject:
    """The document of an article, or why it is none: no text, or over 5 MB of it."""
    title = headline(article.title or defaults.title)
    body = clean(article.text)
    text = with_headline(title, body)
    if not body:
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
        uri=one_line(article.uri),
        title=_shortened(title),
        author=_shortened(headline(article.author)),
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
    """Text fit to be stored and matched on: line feeds only, nothing unseen, no lone surrogates, no outer blanks.

    Of several blank lines one is kept.
    """
    text = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN).strip()
    lines = [line if line.strip() else "" for line in text.split("\n")]
    return "\n".join(line for line, before in zip(lines, ["", *lines], strict=False) if line or before)


def headline(text: str | None) -> str | None:
    """A title or name on one line, or null when there is nothing in it."""
    return " ".join(clean(text).split()) or None if text else None


def _shortened(line: str | None) -> str | None:
    """The line, or null when it is far too long to be what it claims."""
    return line if line is None or len(line) <= MAX_TITLE else None


def with_headline(title: str | None, text: str) -> str:
    """The text with its headline before it, unless it begins with it already."""
    if title is None:
        return text
    start = " ".join(text[: 4 * len(title) + 1].split()).casefold()
    rest = start.removeprefix(title.casefold())
    return text if rest != start and not rest[:1].isalnum() else f"{title}\n\n{text}"


def _reject(article: Article, error: str, detail: str) -> Reject:
    return Reject(uri=one_line(article.uri), stage="read", error=error, detail=detail)
