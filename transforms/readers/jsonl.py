"""JSON lines: one object a line, streamed."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from transforms.readers.article import Article, Place
from transforms.readers.encoding import lines
from transforms.readers.fields import articles_of
from transforms.records import Reject

LONGEST = 16_000_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article of each line; a line that holds none becomes a reject that names it."""
    for number, line in enumerate(lines(file, LONGEST), 1):
        if line is None:
            yield place.reject("oversized", f"a line over {LONGEST // 1_000_000} MB", number)
        elif line.strip():
            try:
                yield from articles_of(json.loads(line), place, number)
            except (ValueError, RecursionError) as error:
                yield place.reject("not JSON", f"line {number}: {error}", number)
