"""One e-mail message: a newsletter is an article whose outlet is the name of its sender."""

import email
import io
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from transforms.readers import markup
from transforms.readers.article import Article, Place, Published
from transforms.readers.days import published
from transforms.readers.encoding import decode
from transforms.readers.errors import UnreadableError
from transforms.readers.registry import articles as articles_of
from transforms.records import Reject

MAX_MESSAGE = 25_000_000
_MAX_HEADER = 2_000
_MAX_PARTS = 200
_ATTACHED = {"text", "application", "message"}


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The article in the body of a message, and those in what is attached to it."""
    data = file.read(MAX_MESSAGE + 1)
    if len(data) > MAX_MESSAGE:
        raise UnreadableError("oversized", f"a message over {MAX_MESSAGE // 1_000_000} MB")
    yield from message_articles(data, place)


def message_articles(data: bytes, place: Place) -> Iterator[Article | Reject]:
    """The same for a message in memory."""
    # The old policy: the new one parses headers in quadratic time.
    message = email.message_from_bytes(data)
    parts = [part for part in message.walk() if not part.is_multipart()][:_MAX_PARTS]
    bodies = [part for part in parts if part.get_content_maintype() == "text" and not part.get_filename()]
    if text := _text(bodies):
        yield Article(
            uri=_header(message, "Archived-At").strip("<> ") or place.uri,
            text=text,
            title=_header(message, "Subject") or None,
            source=parseaddr(_header(message, "From"))[0] or None,
            published=_day(message, place),
            reader="mail",
        )
    else:
        yield place.reject("empty", "the message has no text")
    for part in parts:
        if (name := part.get_filename()) and part.get_content_maintype() in _ATTACHED:
            yield from articles_of(io.BytesIO(_payload(part)), place.inside(name[:200]))


def _text(bodies: list[Message]) -> str:
    for part in bodies:
        if part.get_content_subtype() == "plain" and (text := _decoded(part)).strip():
            return text
    pages = [part for part in bodies if part.get_content_subtype() == "html"]
    return "\n\n".join(markup.plain(_decoded(page)) for page in pages)


def _decoded(part: Message) -> str:
    return decode(_payload(part), part.get_content_charset()) if _payload(part).strip() else ""


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: Message, name: str) -> str:
    written = str(message.get(name) or "")[:_MAX_HEADER]
    try:
        return " ".join(str(make_header(decode_header(written))).split())
    except (HeaderParseError, LookupError, ValueError):
        return " ".join(written.split())


def _day(message: Message, place: Place) -> Published | None:
    try:
        return published(_header(message, "Date")[:100], "metadata", place.zone)
    except ValueError:
        return None
