"""A JSON array of records, streamed, or one object: a record, or the wrapper of a list of them."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from transforms.readers.article import Article, Place
from transforms.readers.encoding import chunks
from transforms.readers.errors import UnreadableError
from transforms.readers.fields import articles_of
from transforms.records import Reject

LONGEST = 16_000_000
_BLANKS = " \t\r\n\ufeff"


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article of each record."""
    for number, value in enumerate(values(chunks(file, 65_536)), 1):
        yield from articles_of(value, place, number)


def values(pieces: Iterator[str]) -> Iterator[Any]:
    """The values that a JSON text holds one after another; those of an outer array one at a time.

    Raises:
        UnreadableError: no JSON from here on, or one value over 16 MB.
    """
    buffer, inside = "", False
    while True:
        buffer = buffer.lstrip(_BLANKS)
        if not buffer:
            buffer = next(pieces, "\x00")
            if buffer == "\x00" and inside:
                raise UnreadableError("not JSON", "the array ends in the middle; what came before was read")
            if buffer == "\x00":
                return
        elif buffer[0] == "[" and not inside:
            buffer, inside = buffer[1:], True
        elif buffer[0] == "]" and inside:
            buffer, inside = buffer[1:], False
        elif buffer[0] == "," and inside:
            buffer = buffer[1:]
        else:
            value, buffer = _value(buffer, pieces)
            yield value


def _value(buffer: str, pieces: Iterator[str]) -> tuple[Any, str]:
    decoder = json.JSONDecoder()
    tried = 0
    piece: str | None = ""
    while True:
        # Decoding starts over each time, so it waits until twice as much is there: linear in all.
        if len(buffer) >= 2 * tried or piece is None:
            tried = len(buffer)
            try:
                value, end = decoder.raw_decode(buffer)
                return value, buffer[end:]
            except RecursionError:
                raise UnreadableError("not JSON", "nested too deeply") from None
            except ValueError as error:
                if piece is None:
                    raise UnreadableError("not JSON", str(error)) from None
        if len(buffer) > LONGEST:
            raise UnreadableError("oversized", f"one value over {LONGEST // 1_000_000} MB; write JSON lines")
        piece = next(pieces, None)
        buffer += piece or ""
