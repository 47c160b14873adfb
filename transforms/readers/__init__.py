"""Bytes of any format to documents: pure, streamed, with a reject for everything that could not be taken in."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from typing import BinaryIO
from zoneinfo import ZoneInfo

from transforms.readers.article import Defaults, Place
from transforms.readers.documents import document
from transforms.readers.inflation import Inflation
from transforms.readers.registry import articles
from transforms.records import Document, Reject

__all__ = ["Defaults", "read", "read_stream"]


def read(
    data: bytes, *, uri: str, defaults: Defaults | None = None, landed_at: datetime
) -> tuple[list[Document], list[Reject]]:
    """All documents in one input, and a reject for each part of it that is none.

    The format is sniffed from the content; the name in `uri` only decides between formats that look alike. `defaults`
    fill what the input does not say itself. The two lists are never both empty.
    """
    documents: list[Document] = []
    rejects: list[Reject] = []
    for item in read_stream(BytesIO(data), uri=uri, defaults=defaults, landed_at=landed_at):
        if isinstance(item, Document):
            documents.append(item)
        else:
            rejects.append(item)
    return documents, rejects


def read_stream(
    file: BinaryIO, *, uri: str, defaults: Defaults | None = None, landed_at: datetime
) -> Iterator[Document | Reject]:
    """The same as `read`, one item at a time, in the order of the input and in constant memory.

    `file` must be seekable and stand at its beginning. Bytes that no reader can take become rejects; errors of the
    file itself do too.
    """
    defaults = defaults or Defaults()
    size = file.seek(0, 2)
    file.seek(0)
    place = Place(
        uri=uri,
        latest=(landed_at + timedelta(days=1)).date(),
        inflation=Inflation(size),
        zone=ZoneInfo(defaults.timezone) if defaults.timezone else None,
    )
    found = False
    for item in articles(file, place):
        found = True
        yield item if isinstance(item, Reject) else document(item, defaults=defaults, landed_at=landed_at)
    if not found:
        yield place.reject("no article", "the input was read to its end and holds no article")
