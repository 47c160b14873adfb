"""ZIP archives: each member read as whatever it looks like."""

import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from transforms.readers.archive_members import MAX_MEMBERS, hidden, unsafe
from transforms.readers.article import Article, Place
from transforms.readers.registry import articles as articles_of
from transforms.records import Reject

_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of all members in the archive's order; nothing is written to disk."""
    with zipfile.ZipFile(file) as archive:
        for number, member in enumerate(archive.infolist()):
            if member.is_dir() or hidden(member.filename):
                continue
            if number >= MAX_MEMBERS:
                yield place.reject("oversized", f"over {MAX_MEMBERS} members; the rest is not read")
                return
            if reason := _refusal(member):
                yield place.reject("refused", reason, ascii(member.filename)[1:200])
                continue
            with archive.open(member) as unpacked:
                metered = place.inflation.metered(cast(BinaryIO, unpacked))
                yield from articles_of(metered, place.inside(member.filename))


def _refusal(member: zipfile.ZipInfo) -> str | None:
    if reason := unsafe(member.filename):
        return reason
    if member.flag_bits & 0x1:
        return "encrypted"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a link"
    return None if member.compress_type in _METHODS else f"packed by method {member.compress_type}"
