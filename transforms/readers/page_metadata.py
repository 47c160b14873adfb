"""What a page says of itself for machines: JSON-LD (schema.org), OpenGraph and other meta elements, its address."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import re2

_ARTICLE = re2.compile(r"(?i)\w*(?:Article|BlogPosting|Report|Review)|LiveBlogPosting")
_PAGE = re2.compile(r"(?i)\w*Page|CreativeWork|Website")
_MAX_NODES = 20_000


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """`articles` are the JSON-LD objects of an article, `pages` those of the page; `metas` go by lower-case names."""

    articles: list[dict[str, Any]]
    pages: list[dict[str, Any]]
    metas: dict[str, str]
    canonical: str | None
    heading: str | None
    page_title: str | None
    language: str | None

    def meta(self, *names: str) -> str | None:
        """The content of the first of these meta elements that has any."""
        return next((self.metas[name] for name in names if self.metas.get(name)), None)

    def said(self, *keys: str) -> str | None:
        """The first of these properties of the page's article, as text; of an object its name."""
        for node in self.articles:
            for key in keys:
                if value := _name(node.get(key)):
                    return value
        return None

    @property
    def title(self) -> str | None:
        """The headline: of the article itself, or the page's title without the outlet's name."""
        said = self.said("headline", "name") or self.meta("og:title", "twitter:title", "dc.title", "parsely-title")
        title = said or self.heading or self.page_title
        outlet = self.source
        if title and outlet:
            for mark in (" | ", " - ", " – ", " — ", " :: ", " · "):
                title = title.removesuffix(f"{mark}{outlet}")
        return title

    @property
    def source(self) -> str | None:
        """The outlet."""
        return self.said("publisher") or self.meta("og:site_name", "dc.publisher", "application-name", "twitter:site")

    @property
    def author(self) -> str | None:
        """Who wrote it, several parted by commas; an address of a profile is no name."""
        said = next((names for node in self.articles if (names := _names(node.get("author")))), None)
        named = said or self.meta("author", "dc.creator", "parsely-author", "article:author")
        return None if named is None or "://" in named else named


def page_metadata(tree: Any) -> PageMetadata:
    """The metadata in the tree of a page."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name, content = element.get(attribute), (element.get("content") or "").strip()
            if name and content:
                metas.setdefault(name.strip().lower(), content)
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    for node in _linked_data(tree):
        kinds = node.get("@type")
        words = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        if any(_ARTICLE.fullmatch(word) for word in words):
            articles.append(node)
        elif any(_PAGE.fullmatch(word) for word in words):
            pages.append(node)
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    return PageMetadata(
        articles=articles,
        pages=pages,
        metas=metas,
        canonical=(canonical or "").strip() or metas.get("og:url"),
        heading=_only_heading(tree),
        page_title=next((_text(title) for title in tree.iter("title")), None),
        language=tree.get("lang") or metas.get("og:locale") or metas.get("language"),
    )


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects of a page, outer before inner, in the page's order."""
    seen = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and seen < _MAX_NODES:
            node = waiting.pop()
            seen += 1
            if isinstance(node, dict):
                yield node
                waiting.extend(reversed(list(node.values())))
            elif isinstance(node, list):
                waiting.extend(reversed(node))


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return unescape(value).strip() or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    each = [_name(one) for one in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(name for name in each if name)) or None


def _only_heading(tree: Any) -> str | None:
    headings = {_text(heading) for heading in tree.iter("h1")} - {None}
    return headings.pop() if len(headings) == 1 else None


def _text(element: Any) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None
