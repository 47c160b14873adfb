"""Which reader takes which bytes: an ordered table, decided by what the content looks like."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import BinaryIO, cast

from transforms.readers import sniff
from transforms.readers.article import MAX_DEPTH, Article, Place, UnreadableError
from transforms.readers.encoding import SAMPLE
from transforms.records import Reject

Read = Callable[[BinaryIO, Place], Iterator[Article | Reject]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, how to know it by its beginning, and the module here whose `articles(file, place)` reads it."""

    name: str
    matches: Callable[[sniff.Head], bool]
    module: str
    nests: bool = False

    def reader(self) -> Read:
        """The reading function; its libraries are imported only now."""
        return cast(Read, import_module(f"transforms.readers.{self.module}").articles)


# The first that matches reads: signatures, then marked-up text from the strictest to the loosest, then plain text.
FORMATS = (
    Format("json", sniff.is_json, "json_values"),
    Format("jsonl", sniff.is_jsonl, "jsonl"),
    Format("html", sniff.is_html, "html"),
    Format("markdown", sniff.is_markdown, "plain"),
    Format("text", sniff.is_text, "plain"),
)


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The articles of an input of any format; whatever goes wrong inside it becomes a reject."""
    head = sniff.Head(file.read(SAMPLE), place.name)
    file.seek(0)
    if not head.data.strip(b"\0 \t\r\n"):
        yield place.reject("empty", "no content")
        return
    chosen = next((form for form in FORMATS if form.matches(head)), None)
    if chosen is None:
        yield place.reject("binary", "neither text nor a format that can be read")
        return
    if chosen.nests and place.depth >= MAX_DEPTH:
        yield place.reject("nested", f"archives inside archives are opened {MAX_DEPTH} deep; unpack it first")
        return
    try:
        for item in chosen.reader()(file, place):
            yield replace(item, reader=item.reader or chosen.name) if isinstance(item, Article) else item
    except UnreadableError as error:
        yield place.reject(error.error, error.detail)
    except Exception as error:  # a parser met by hostile bytes may raise anything, and one input must not end a run
        yield place.reject("unreadable", f"as {chosen.name}: {type(error).__name__}: {error}"[:300])
