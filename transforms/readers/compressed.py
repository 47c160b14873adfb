"""gzip and bzip2: what is inside, streamed, read as whatever it looks like."""

import bz2
import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from transforms.readers.article import Article, Place
from transforms.readers.registry import articles as articles_of
from transforms.records import Reject


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of the one file inside, which keeps the address of the outer one."""
    buffered = io.BufferedReader(cast(io.RawIOBase, file))
    unpacked = gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == b"\x1f\x8b" else bz2.BZ2File(buffered)
    yield from articles_of(place.inflation.metered(cast(BinaryIO, unpacked)), replace(place, depth=place.depth + 1))
