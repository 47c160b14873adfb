"""A web page: its article's text, headline, outlet, language and day."""

from collections.abc import Iterator
from typing import BinaryIO

from transforms.readers import markup
from transforms.readers.article import Article, Place, UnreadableError
from transforms.readers.encoding import decode
from transforms.records import Reject

MAX_PAGE = 10_000_000


def articles(file: BinaryIO, place: Place) -> Iterator[Article | Reject]:
    """The one article of a page."""
    data = file.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        raise UnreadableError("oversized", f"a page over {MAX_PAGE // 1_000_000} MB")
    from trafilatura import bare_extraction

    tree = markup.parse(decode(data))
    if tree is None:
        raise UnreadableError("unreadable", "no HTML tree can be made of it")
    found = bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or not found.text:
        raise UnreadableError("no article", "the page has no text that reads as an article")
    yield Article(
        uri=place.uri,
        text="\n\n".join(found.text.split("\n")),
        title=found.title,
        source=found.sitename,
        language=found.language,
    )
