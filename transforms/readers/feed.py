"""RSS and Atom feeds."""

import io
from collections.abc import Iterator
from datetime import tzinfo
from typing import Any, BinaryIO

from transforms.readers import markup
from transforms.readers.article import Article, Place, Published
from transforms.readers.days import published
from transforms.readers.errors import UnreadableError
from transforms.readers.fields import language_code
from transforms.readers.links import Link
from transforms.records import Reject

MAX_FEED = 10_000_000
MAX_TAGS = 200_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article of each entry: its full text, else its summary."""
    feed = parse(file.read(MAX_FEED + 1))
    for number, entry in enumerate(feed.entries, 1):
        link = _link(entry, feed, place.zone)
        text = full_text(entry) or markup.plain(entry.get("summary") or "")
        if text.strip():
            yield Article(
                uri=link.uri or place.part(number),
                text=text,
                title=link.title,
                source=link.source,
                author=entry.get("author"),
                language=link.language,
                published=link.published,
            )
        else:
            yield place.reject(
                "no text", f"the entry has none; read the page {link.uri[:200] or 'it links to'}", number
            )


def links(data: bytes, zone: tzinfo | None = None) -> list[Link]:
    """The links of a feed whose entries do not hold their articles' full text, each page once.

    Raises:
        UnreadableError: no feed.
    """
    feed = parse(data)
    found: dict[str, Link] = {}
    for entry in feed.entries:
        link = _link(entry, feed, zone)
        if link.uri and not full_text(entry):
            found.setdefault(link.uri, link)
    return list(found.values())


def has_full_text(data: bytes) -> bool:
    """Whether any entry of a feed holds its article's full text.

    Raises:
        UnreadableError: no feed.
    """
    return any(full_text(entry) for entry in parse(data).entries)


def parse(data: bytes) -> Any:
    """The feed as feedparser gives it.

    Raises:
        UnreadableError: over 10 MB, with entities of its own, or no feed.
    """
    if len(data) > MAX_FEED:
        raise UnreadableError("oversized", f"a feed over {MAX_FEED // 1_000_000} MB")
    if b"<!ENTITY" in data:
        raise UnreadableError("refused", "the feed declares entities")
    if data.count(b"<") > MAX_TAGS:
        raise UnreadableError("oversized", f"a feed of over {MAX_TAGS} tags")
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and not feed.version:
        raise UnreadableError("unreadable", "no RSS or Atom feed can be made of it")
    return feed


def full_text(entry: Any) -> str:
    """The text of an entry's content; "" when the feed gives only a summary."""
    contents = [content.get("value") or "" for content in entry.get("content") or []]
    return "\n\n".join(markup.plain(content) for content in contents).strip()


def _link(entry: Any, feed: Any, zone: tzinfo | None) -> Link:
    return Link(
        uri=(entry.get("link") or "").strip(),
        title=markup.plain(entry.get("title") or "") or None,
        published=_day(entry.get("published"), zone) or _day(entry.get("updated"), zone),
        language=language_code(entry.get("language") or feed.feed.get("language")),
        source=(entry.get("source") or {}).get("title") or feed.feed.get("title") or None,
    )


def _day(stamp: str | None, zone: tzinfo | None) -> Published | None:
    try:
        return published(stamp, "metadata", zone)
    except ValueError:
        return None
