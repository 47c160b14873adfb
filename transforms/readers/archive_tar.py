"""tar archives, streamed: each member read as whatever it looks like."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from transforms.readers.archive_members import MAX_MEMBERS, hidden, unsafe
from transforms.readers.article import Article, Place
from transforms.readers.registry import articles as articles_of
from transforms.records import Reject


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of all regular members in the archive's order; nothing is written to disk."""
    with tarfile.open(fileobj=file, mode="r|", errorlevel=1) as archive:
        for number, member in enumerate(archive):
            if member.isdir() or hidden(member.name):
                continue
            if number >= MAX_MEMBERS:
                yield place.reject("oversized", f"over {MAX_MEMBERS} members; the rest is not read")
                return
            reason = unsafe(member.name) or (None if member.isreg() else "not a regular file")
            unpacked = archive.extractfile(member) if reason is None else None
            if unpacked is None:
                yield place.reject("refused", reason or "not a regular file", ascii(member.name)[1:200])
            else:
                yield from articles_of(cast(BinaryIO, unpacked), place.inside(member.name))
