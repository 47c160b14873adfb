"""Web archives, streamed: each answer of a web server that holds a page or text."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO, cast

from transforms.readers.article import Article, Place, Published
from transforms.readers.errors import UnreadableError
from transforms.readers.html import MAX_PAGE
from transforms.readers.registry import articles as articles_of
from transforms.records import Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer as archived; `body` is decoded, and null when it is over 10 MB."""

    number: int
    uri: str
    fetched_at: datetime | None
    status: int | None
    content_type: str
    body: bytes | None


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article of each response; other kinds of records are about the crawl and are passed over."""
    for response in responses(file):
        if response.status != 200:
            yield place.reject("no page", f"the server answered {response.status} for {response.uri}", response.number)
        elif response.body is None:
            yield place.reject("oversized", f"a page over {MAX_PAGE // 1_000_000} MB", response.number)
        else:
            yield from _dated(articles_of(io.BytesIO(response.body), _inside(place, response)), response)


def responses(file: BinaryIO) -> Iterator[Response]:
    """The responses in a web archive in its order, counted with all its records from 1.

    Raises:
        UnreadableError: no archive from here on.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        records = ArchiveIterator(
            cast(BinaryIO, _Counted(file)), parse_http=True, auto_decode="all", max_header_len=1 << 20
        )
        for number, record in enumerate(records, 1):
            if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
                continue
            body = record.reader.read(MAX_PAGE + 1)
            http = record.http_headers
            yield Response(
                number=number,
                uri=(record.headers.get("WARC-Target-URI") or "").strip("<> "),
                fetched_at=record.record_date,
                status=http.status_code if http is not None else 200,
                content_type=record.http_content_type or record.headers.get("Content-Type") or "",
                body=body if len(body) <= MAX_PAGE else None,
            )
    except (OSError, ValueError) as error:
        raise UnreadableError("unreadable", f"the archive breaks off: {error}") from None


class _Counted:
    """A stream that knows how far it was read, which the library asks of every stream and pipes cannot tell."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._passed = 0

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self._passed += len(data)
        return data

    def tell(self) -> int:
        return self._passed


def _inside(place: Place, response: Response) -> Place:
    inner = place.inside(response.number)
    return replace(
        inner,
        uri=response.uri or inner.uri,
        latest=min(place.latest, response.fetched_at.date()) if response.fetched_at else place.latest,
    )


def _dated(items: Iterator[Article | Reject], response: Response) -> Iterator[Article | Reject]:
    """A page without a day was published, at the latest, when it was fetched."""
    latest = response.fetched_at.date() if response.fetched_at else None
    for item in items:
        if isinstance(item, Article) and item.published is None and latest:
            yield replace(item, published=Published(earliest=None, latest=latest, basis="metadata"))
        else:
            yield item
