"""A mailbox of messages one after another, streamed."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from transforms.readers.article import Article, Place
from transforms.readers.mail import MAX_MESSAGE, message_articles
from transforms.records import Reject

_LONGEST_LINE = 1_000_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of each message."""
    for number, message in enumerate(messages(file), 1):
        if message is None:
            yield place.reject("oversized", f"a message over {MAX_MESSAGE // 1_000_000} MB", number)
        else:
            yield from message_articles(message, place.inside(number))


def messages(file: BinaryIO) -> Iterator[bytes | None]:
    """The messages between lines that begin with "From " after an empty line; null for one that is too long."""
    kept: io.BytesIO | None = None
    size, blank = 0, True
    while line := file.readline(_LONGEST_LINE):
        if blank and line.startswith(b"From "):
            if kept is not None:
                yield kept.getvalue() if size <= MAX_MESSAGE else None
            kept, size = io.BytesIO(), 0
        elif kept is not None:
            size += len(line)
            if size <= MAX_MESSAGE:
                kept.write(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip(b"\r\n")
    if kept is not None:
        yield kept.getvalue() if size <= MAX_MESSAGE else None
