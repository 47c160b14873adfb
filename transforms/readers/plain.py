"""Plain text and Markdown, with optional YAML front matter: title, source, published, uri, language."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import re2
import yaml

from transforms.readers.article import MAX_TEXT, Article, Place
from transforms.readers.days import published
from transforms.readers.encoding import decode
from transforms.readers.errors import UnreadableError
from transforms.records import Reject

_FRONT = re2.compile(r"(?s)\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)")
_MAX_FRONT = 65_536
_KEYS = {"title", "source", "author", "published", "uri", "language"}
# The standard library's, as RE2 for Python substitutes a thousand times slower; none can go back over what it read.
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?:\*\*|__|\*|`)([^*_`\n]+)(?:\*\*|__|\*|`)")
_MARK = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)", re.MULTILINE)
_HEADING = re2.compile(r"\s*#[ \t]+([^\n]+)")


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The one article of a text file."""
    data = file.read(4 * MAX_TEXT + 1)
    if len(data) > 4 * MAX_TEXT:
        raise UnreadableError("oversized", f"over {MAX_TEXT // 1_000_000} MB of text; split it into articles")
    text = decode(data).replace("\r\n", "\n")
    front, text = front_matter(text)
    title = front.get("title")
    if place.name.endswith((".md", ".markdown")):
        heading = _HEADING.match(text)
        title = title or (unmarked(heading.group(1)) if heading else None)
        text = unmarked(text)
    try:
        days = published(front.get("published"), "given")
    except ValueError as error:
        raise UnreadableError("bad date", f"front matter, published: {error}; write YYYY-MM-DD") from None
    yield Article(
        uri=front.get("uri") or place.uri,
        text=text,
        title=title,
        source=front.get("source"),
        author=front.get("author"),
        language=front.get("language"),
        published=days,
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The keys of the front matter that concern an article, as they are written, and the text after it.

    A text that begins with a rule of dashes and has no keys after it is text.

    Raises:
        UnreadableError: front matter that is no YAML mapping of words.
    """
    match = _FRONT.match(text[:_MAX_FRONT])
    if match is None or ":" not in match.group(1):
        return {}, text
    try:
        # The base loader makes strings of all scalars: a day stays as precise as it is written.
        loaded = yaml.load(match.group(1), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableError("bad front matter", f"not YAML: {error}") from None
    if not isinstance(loaded, dict):
        return {}, text
    for key in sorted(_KEYS & loaded.keys()):
        if not isinstance(loaded[key], str):
            raise UnreadableError("bad front matter", f"{key} is not one line of text")
    return {key: loaded[key] for key in _KEYS & loaded.keys() if loaded[key]}, text[match.end() :]


def unmarked(text: str) -> str:
    """Markdown without its marks: the words of links, emphasis, headings and lists."""
    return _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", _MARK.sub("", text)))
