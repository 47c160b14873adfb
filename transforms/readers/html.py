"""A web page: its article's text, headline, outlet, language, address and day."""

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

import re2

from transforms.readers import markup
from transforms.readers.article import Article, Place
from transforms.readers.encoding import decode
from transforms.readers.errors import UnreadableError
from transforms.readers.fields import language_code
from transforms.readers.page_day import page_day
from transforms.readers.page_metadata import PageMetadata, page_metadata
from transforms.records import Reject

MAX_PAGE = 5_000_000
MAX_ELEMENTS = 20_000
_CHARSET = re2.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)")


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The one article of a page."""
    data = file.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        raise UnreadableError("oversized", f"a page over {MAX_PAGE // 1_000_000} MB")
    declared = _CHARSET.search(data[:4096])
    tree = markup.parse(decode(data, declared.group(1).decode() if declared else None))
    if tree is None:
        raise UnreadableError("unreadable", "no HTML tree can be made of it in reasonable time")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise UnreadableError("oversized", f"a page of over {MAX_ELEMENTS} elements")
    metadata = page_metadata(tree)
    address = _address(metadata, place)
    days = page_day(tree, metadata, place.uri, place.latest, place.zone)
    yield Article(
        uri=address,
        text=page_text(tree),
        title=metadata.title,
        source=metadata.source,
        author=metadata.author,
        language=language_code(metadata.language),
        published=days,
    )


def page_text(tree: object) -> str:
    """The article in a page, a blank line between paragraphs; "" when nothing reads like one."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=False)
    return "" if found is None else "\n\n".join((found.text or "").split("\n"))


def canonical_address(data: bytes, address: str) -> str | None:
    """The address that a page fetched from `address` gives as its own, or null when it gives none of the web."""
    try:
        tree = markup.parse(decode(data[:MAX_PAGE]))
    except UnreadableError:
        return None
    said = page_metadata(tree).canonical if tree is not None else None
    found = urljoin(address, said) if said else None
    return found if found and urlsplit(found).scheme in {"http", "https"} else None


def _address(metadata: PageMetadata, place: Place) -> str:
    if not metadata.canonical:
        return place.uri
    base = place.uri if urlsplit(place.uri).scheme in {"http", "https"} else ""
    address = urljoin(base, metadata.canonical)
    return address if urlsplit(address).scheme in {"http", "https"} else place.uri
