"""A link to an article, as feeds and sitemaps list them."""

from dataclasses import dataclass

from transforms.readers.article import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An article's address and what the list says of it."""

    uri: str
    title: str | None = None
    published: Published | None = None
    language: str | None = None
    source: str | None = None
