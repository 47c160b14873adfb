"""Sitemaps: lists of a site's pages, or of its other sitemaps."""

import io
from collections.abc import Iterator
from datetime import tzinfo
from typing import BinaryIO

from transforms.readers.article import Article, Place, Published
from transforms.readers.days import published
from transforms.readers.errors import UnreadableError
from transforms.readers.fields import language_code
from transforms.readers.links import Link
from transforms.records import Reject

MAX_SITEMAP = 50_000_000
MAX_LINKS = 50_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """None: a sitemap says where articles are, not what they say."""
    raise UnreadableError("no article", "a sitemap lists addresses; name it in a source of kind sitemap to fetch them")


def links(data: bytes, zone: tzinfo | None = None) -> tuple[list[Link], list[str]]:
    """The pages that a sitemap lists, and the addresses of the sitemaps it refers to; at most 50,000 of each.

    Raises:
        UnreadableError: over 50 MB, with entities of its own, or no XML.
    """
    if len(data) > MAX_SITEMAP:
        raise UnreadableError("oversized", f"a sitemap over {MAX_SITEMAP // 1_000_000} MB")
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    pages: list[Link] = []
    further: list[str] = []
    fields: dict[str, str] = {}
    try:
        for _, element in iterparse(io.BytesIO(data), forbid_dtd=True):
            name = element.tag.rsplit("}", 1)[-1]
            if name == "url" and fields.get("loc") and len(pages) < MAX_LINKS:
                pages.append(_link(fields, zone))
            elif name == "sitemap" and fields.get("loc") and len(further) < MAX_LINKS:
                further.append(fields["loc"])
            if name in {"url", "sitemap"}:
                fields = {}
                element.clear()
            elif element.text and element.text.strip():
                fields.setdefault(name, element.text.strip())
    except (DefusedXmlException, ParseError, ValueError) as error:
        raise UnreadableError("unreadable", f"no sound sitemap: {error}") from None
    return pages, further


def _link(fields: dict[str, str], zone: tzinfo | None) -> Link:
    return Link(
        uri=fields["loc"],
        title=fields.get("title"),
        published=_day(fields.get("publication_date"), zone),
        language=language_code(fields.get("language")),
        source=fields.get("name"),
    )


def _day(stamp: str | None, zone: tzinfo | None) -> Published | None:
    try:
        return published(stamp, "metadata", zone)
    except ValueError:
        return None
