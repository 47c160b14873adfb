"""gzip, bzip2 and xz: what is inside, streamed, read as whatever it looks like."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from transforms.readers.article import Article, Place
from transforms.readers.registry import articles as articles_of
from transforms.records import Reject

XZ_MEMORY = 100_000_000
"""Bytes that unpacking xz may take: a file names its own dictionary, of up to 4 GB; `xz -9` makes one of 64 MB."""


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of the one file inside, which keeps the address of the outer one."""
    buffered = io.BufferedReader(cast(io.RawIOBase, file))
    unpacked = place.inflation.metered(_unpacked(buffered))
    yield from articles_of(unpacked, replace(place, depth=place.depth + 1))


def _unpacked(packed: "io.BufferedReader[io.RawIOBase]") -> BinaryIO:
    head = packed.peek(6)
    if head.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=packed))
    if head.startswith(b"BZh"):
        return cast(BinaryIO, bz2.BZ2File(packed))
    return cast(BinaryIO, _Xz(packed))


class _Xz:
    """What `lzma.LZMAFile` reads, within `XZ_MEMORY`, which it cannot be told."""

    def __init__(self, packed: "io.BufferedReader[io.RawIOBase]") -> None:
        self._packed = packed
        self._stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)

    def read(self, size: int) -> bytes:
        while True:
            if self._stream.eof:
                rest = (self._stream.unused_data or self._packed.read1()).lstrip(b"\0")
                if not rest:
                    return b""
                self._stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)
            else:
                rest = self._packed.read1() if self._stream.needs_input else b""
                if self._stream.needs_input and not rest:
                    raise EOFError("the compressed file ends before its end-of-stream marker")
            if data := self._stream.decompress(rest, size):
                return data
