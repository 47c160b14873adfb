"""The day a page was published, and what says so.

Evidence in the order of its trust: the article's own schema.org or OpenGraph stamp; the one time that the page shows
its readers; a full date in the address; looser metadata; then whatever `htmldate` finds in the page. The clock of a
stamp in UTC may be a day off that of the outlet, so the address decides between two days side by side.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta, tzinfo
from functools import partial
from typing import Any

import re2

from transforms.readers.article import Published
from transforms.readers.days import published
from transforms.readers.page_metadata import PageMetadata

_STRONG = ("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "published_time", "pubdate")
_WEAK = (
    *("og:article:published_time", "og:published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date"),
    *("dcterms.created", "dc.date.created", "citation_publication_date", "article.published", "publish-date", "date"),
)
_URL_DAY = re2.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|-|$)")
_NOT_PUBLISHED = re2.compile(r"(?i)updat|modif|comment|relative|event|upcoming")
_EARLIEST = date(1994, 1, 1)


def page_day(
    tree: Any, metadata: PageMetadata, address: str, latest: date, zone: tzinfo | None = None
) -> Published | None:
    """The day of publication with its basis (`metadata`, `url` or `text`), or null; none after `latest` is believed."""
    first = partial(_first, latest=latest, zone=zone)
    strong = first([*_stamps(metadata.articles), *_metas(metadata, _STRONG), *_stamps(metadata.pages)])
    in_address = first(address_days(metadata.canonical, address))
    if strong and in_address and abs(strong - in_address) == timedelta(days=1):
        return _published(in_address, "url")
    if strong:
        return _published(strong, "metadata")
    if shown := first(_shown(tree)):
        return _published(shown, "text")
    if in_address:
        return _published(in_address, "url")
    if weak := first(_metas(metadata, _WEAK)):
        return _published(weak, "metadata")
    return _searched(tree, latest)


def address_days(*addresses: str | None) -> Iterator[str]:
    """Full dates in the paths of addresses, as ISO days."""
    for address in addresses:
        if match := _URL_DAY.search(address or ""):
            yield "-".join(match.groups())


def _stamps(nodes: Iterable[dict[str, Any]]) -> Iterator[Any]:
    for key in ("datePublished", "dateCreated"):
        yield from (node.get(key) for node in nodes)


def _metas(metadata: PageMetadata, names: Iterable[str]) -> Iterator[Any]:
    return (metadata.metas.get(name) for name in names)


def _first(values: Iterable[Any], latest: date, zone: tzinfo | None) -> date | None:
    for value in values:
        try:
            days = published(value, "metadata", zone) if isinstance(value, str) else None
        except ValueError:
            continue
        if days and days.earliest == days.latest and days.earliest and _EARLIEST <= days.earliest <= latest:
            return days.earliest
    return None


def _shown(tree: Any) -> list[str]:
    """The stamp of the page's `time` elements when all are of one day and none of them marks a change or a comment."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    around = " ".join(f"{time.get('class')} {time.getparent().get('class')}" for time in times)
    if _NOT_PUBLISHED.search(around) or len({time.get("datetime")[:10] for time in times}) != 1:
        return []
    return [times[0].get("datetime")]


def _searched(tree: Any, latest: date) -> Published | None:
    from htmldate import find_date

    found = find_date(tree, original_date=True, extensive_search=True, max_date=latest.isoformat())
    return _published(date.fromisoformat(found), "text") if found else None


def _published(day: date, basis: Any) -> Published:
    return Published(earliest=day, latest=day, basis=basis)
