"""What a reader of one format yields: an article as the input gives it, before it is made a document."""

from dataclasses import dataclass, replace
from datetime import date, tzinfo

from transforms.readers.inflation import Inflation
from transforms.records import Basis, Reject

MAX_TEXT = 5_000_000
MAX_DEPTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What is taken for granted where the input itself does not say; `timezone` is of the outlet ("Europe/London")."""

    source: str | None = None
    published: date | None = None
    language: str | None = None
    title: str | None = None
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The days, inclusive, in which an article was published, as far as its input tells, and from what."""

    earliest: date | None
    latest: date | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read; `reader` is the format it was read from."""

    uri: str
    text: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    published: Published | None = None
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where bytes were found: the input's address, then the path inside archives; `depth` counts the archives.

    No article in it was published after the day `latest`.
    """

    uri: str
    latest: date
    inflation: Inflation
    zone: tzinfo | None = None
    depth: int = 0

    @property
    def name(self) -> str:
        """The last part of the address in lower case, without the endings of compression."""
        name = self.uri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1].lower()
        return name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")

    def part(self, part: str | int) -> str:
        """The address of a part of this input."""
        return f"{self.uri}#{part}"

    def inside(self, part: str | int) -> "Place":
        """The place of a member of the archive at this place."""
        return replace(self, uri=self.part(part), depth=self.depth + 1)

    def reject(self, error: str, detail: str, part: str | int | None = None) -> Reject:
        """A row for `rejects`: `error` is the kind of fault, `detail` says what to do about it."""
        uri = self.uri if part is None else self.part(part)
        return Reject(uri=one_line(uri), stage="read", error=error, detail=one_line(detail)[:300])


def one_line(words: str) -> str:
    """Words of an input as they may be shown: on one line, nothing unprintable, no lone surrogates."""
    line = " ".join(words.split())
    return line if line.isprintable() else "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
