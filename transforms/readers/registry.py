"""Which reader takes which bytes: an ordered table, decided by what the content looks like."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import BinaryIO, cast

from transforms.readers import sniff
from transforms.readers.article import MAX_DEPTH, Article, Place
from transforms.readers.encoding import SAMPLE
from transforms.readers.errors import UnreadableError, told
from transforms.records import Reject

MAX_SEEKABLE = 50_000_000
Read = Callable[[BinaryIO, Place], Iterator[Article | Reject]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, how to know it by its beginning, and the module here whose `articles(file, place)` reads it.

    A format that `seeks` is read back and forth, so inside an archive it is taken into memory first.
    """

    name: str
    matches: Callable[[sniff.Head], bool]
    module: str
    seeks: bool = False
    nests: bool = False

    def reader(self) -> Read:
        """The reading function; its libraries are imported only now."""
        return cast(Read, import_module(f"transforms.readers.{self.module}").articles)


# The first that matches reads: signatures, then marked-up text from the strictest to the loosest, then plain text.
FORMATS = (
    Format("compressed", sniff.is_compressed, "compressed", nests=True),
    Format("docx", sniff.is_docx, "docx", seeks=True),
    Format("zip", sniff.is_zip, "archive_zip", seeks=True, nests=True),
    Format("tar", sniff.is_tar, "archive_tar", nests=True),
    Format("parquet", sniff.is_parquet, "parquet", seeks=True),
    Format("pdf", sniff.is_pdf, "pdf", seeks=True),
    Format("warc", sniff.is_warc, "warc", nests=True),
    Format("mbox", sniff.is_mbox, "mbox", nests=True),
    Format("mail", sniff.is_mail, "mail", nests=True),
    Format("json", sniff.is_json, "json_values"),
    Format("jsonl", sniff.is_jsonl, "jsonl"),
    Format("feed", sniff.is_feed, "feed"),
    Format("sitemap", sniff.is_sitemap, "sitemap"),
    Format("html", sniff.is_html, "html"),
    Format("csv", sniff.is_csv, "csv_table"),
    Format("markdown", sniff.is_markdown, "plain"),
    Format("text", sniff.is_text, "plain"),
)


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of an input of any format; whatever goes wrong inside it becomes a reject."""
    try:
        head = sniff.Head(file.read(SAMPLE), place.name)
        chosen = choose(head)
        if chosen.nests and place.depth >= MAX_DEPTH:
            raise UnreadableError("nested", f"archives inside archives are opened {MAX_DEPTH} deep; unpack it first")
        for item in chosen.reader()(_whole(file, head.data, chosen, place), place):
            if isinstance(item, Article) and not item.reader:
                yield replace(item, reader=chosen.name)
            else:
                yield item
    except UnreadableError as error:
        yield place.reject(error.error, error.detail)
    except Exception as error:  # a parser met by hostile bytes may raise anything, and one input must not end a run
        yield place.reject("unreadable", told(error))


def choose(head: sniff.Head) -> Format:
    """The format of an input that begins so.

    Raises:
        UnreadableError: there is nothing, or nothing that can be read.
    """
    if not head.data.strip(b"\0 \t\r\n"):
        raise UnreadableError("empty", f"no content in its first {SAMPLE // 1024} KB")
    for form in FORMATS:
        if form.matches(head):
            return form
    raise UnreadableError("binary", "neither text nor a format that can be read")


def _whole(file: BinaryIO, head: bytes, chosen: Format, place: Place) -> BinaryIO:
    """The file from its beginning again, though its head is read already."""
    if not chosen.seeks:
        return cast(BinaryIO, io.BufferedReader(_Rewound(head, file), SAMPLE))
    if place.depth == 0:
        file.seek(0)
        return file
    rest = file.read(MAX_SEEKABLE)
    if len(rest) >= MAX_SEEKABLE:
        raise UnreadableError("oversized", f"over {MAX_SEEKABLE // 1_000_000} MB inside an archive; unpack it first")
    return io.BytesIO(head + rest)


class _Rewound(io.RawIOBase):
    """A stream whose beginning is put back before the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer has no length
        if self._head:
            taken = min(len(buffer), len(self._head))
            buffer[:taken] = self._head[:taken]
            self._head = self._head[taken:]
            return taken
        data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
