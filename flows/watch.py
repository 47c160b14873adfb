"""Polling sources: what is new lands, and the landing zone is what the timeline reads."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from flows.fetch import Fetcher, Page
from flows.fetch_address import FetchError, canonical
from flows.inputs import expand
from flows.landing import Landed, Landing
from flows.sources import Kind, Source
from transforms.readers import feed, read, sitemap
from transforms.readers.errors import UnreadableError
from transforms.readers.html import canonical_address
from transforms.readers.links import Link
from transforms.records import Reject
from warehouse.errors import UserError

BATCH = 50
MAX_SITEMAPS = 20


@dataclass(slots=True, kw_only=True)
class Polled:
    """What became of a source: pages that landed now, and what could not be had.

    It is `whole` when nothing is left that the next poll should try again.
    """

    source: str
    unchanged: bool = False
    whole: bool = True
    landed: int = 0
    rejects: list[Reject] = field(default_factory=list)

    def refuse(self, address: str, error: FetchError | UnreadableError) -> None:
        """Take note of an address that could not be had."""
        self.rejects.append(Reject(uri=address, stage="fetch", error=error.error, detail=error.detail))
        self.whole = self.whole and error.error not in {"unreachable", "too slow"}


def poll(source: Source, landing: Landing, fetcher: Fetcher) -> Polled:
    """Land what is new at a source; a fault of one page is a reject, and the others are fetched all the same."""
    polled = Polled(source=source.name)
    if source.address is None:
        return polled
    try:
        page = fetcher.get(source.address, landing.validators(source.address))
    except FetchError as error:
        polled.refuse(source.address, error)
        return polled
    if page is None:
        polled.unchanged = True
        return polled
    try:
        for batch in batches(_pages(source, page, landing, fetcher, polled)):
            polled.landed += len(landing.land(batch))
    except UnreadableError as error:
        polled.refuse(source.address, error)
    # Noted last: a poll that was cut short is to find the list changed when it runs again.
    if polled.whole:
        landing.note(source.address, page)
    return polled


def poll_due(sources: Iterable[Source], landing: Landing, fetcher: Fetcher, *, early: bool = False) -> Iterator[Polled]:
    """Poll one after another the enabled sources whose time has come, or all of them when `early`."""
    for source in sources:
        last = landing.polled(source.name)
        # a poll in the future is one of before the clock was put back
        due = early or last is None or not timedelta(0) <= landing.now - last < source.interval
        if source.enabled and source.kind is not Kind.FOLDER and due:
            landing.note_poll(source.name)
            yield poll(source, landing, fetcher)


def paths(sources: Iterable[Source], landing: Landing) -> list[str]:
    """What a timeline of these sources is made from: the landing zone and the folders watched, where they are."""
    watched = [source.path for source in sources if source.enabled and source.path is not None]
    return [path for path in [str(landing.folder), *watched] if has_files(path)]


def has_files(folder: str) -> bool:
    """Whether there is anything in a folder that `flows.inputs.expand` would take."""
    return any(not name.startswith(".") for name in os.listdir(folder)) if os.path.isdir(folder) else False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A source that was tried: `found` counts its links, or its articles where it holds them itself."""

    source: str
    kind: Kind
    enabled: bool
    found: int
    error: str | None


def check(source: Source, fetcher: Fetcher) -> Checked:
    """Try a source once, without landing anything."""
    try:
        found, error = _found(source, fetcher), None
    except (FetchError, UnreadableError, UserError) as failure:
        found, error = 0, str(failure)
    return Checked(source=source.name, kind=source.kind, enabled=source.enabled, found=found, error=error)


def _found(source: Source, fetcher: Fetcher) -> int:
    if source.address is None:
        return len(expand([str(source.path)], published=None, source=None))
    page = fetcher.get(source.address)
    if page is None:
        return 0
    if source.kind is Kind.SITEMAP:
        links, further = sitemap.links(page.body)
        return len(links) + len(further)
    documents, rejects = read(page.body, uri=page.address, landed_at=datetime.now(UTC))
    if source.kind is Kind.FEED:
        return max(len(documents), len(feed.links(page.body)))
    if not documents:
        raise UnreadableError(rejects[0].error, rejects[0].detail)
    return len(documents)


def batches(items: Iterator[Landed]) -> Iterator[list[Landed]]:
    """Items in lists of at most 50."""
    batch: list[Landed] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _pages(source: Source, page: Page, landing: Landing, fetcher: Fetcher, polled: Polled) -> Iterator[Landed]:
    itself = Landed(page=page, link=_told(source, Link(uri=page.address)), timezone=source.timezone, addresses=())
    if source.kind is Kind.FILE:
        yield itself
        return
    if source.kind is Kind.FEED:
        if feed.has_full_text(page.body):
            yield itself
        links = feed.links(page.body, ZoneInfo(source.timezone))
    else:
        links = list(_sitemap_links(source, page, fetcher, polled))
    asked = 0
    taken: set[str] = set()
    for link in links:
        try:
            address = canonical(urljoin(page.address, link.uri))
            if address in taken or landing.knows(address):
                continue
            if asked == source.limit:
                polled.whole = False
                return
            asked += 1
            article = _article(address, source, link, landing, fetcher)
            # What was taken in this poll is noted only when its batch has landed.
            if article and taken.isdisjoint(article.addresses):
                yield article
            taken |= {address, *(article.addresses if article else ())}
        except FetchError as error:
            polled.refuse(link.uri, error)


def _told(source: Source, link: Link) -> Link:
    """A link with what its source knows better, or knows at all."""
    return replace(
        link,
        source=source.outlet or link.source or source.name,
        language=link.language or source.language,
    )


def _article(address: str, source: Source, link: Link, landing: Landing, fetcher: Fetcher) -> Landed | None:
    """The page of a link; null when it says that it is another page which has landed already."""
    page = fetcher.get(address)
    if page is None:
        return None
    known = {address, canonical(page.address)}
    says = canonical_address(page.body, page.address)
    # A page speaks for its own host alone: else it could take the place of somebody else's article.
    if says and urlsplit(says).hostname == urlsplit(page.address).hostname:
        known.add(canonical(says))
    if any(landing.knows(one) for one in known):
        for one in known:
            landing.note(one, page)
        return None
    return Landed(page=page, link=_told(source, link), timezone=source.timezone, addresses=tuple(sorted(known)))


def _sitemap_links(source: Source, page: Page, fetcher: Fetcher, polled: Polled) -> Iterator[Link]:
    waiting, asked = [page], 1
    while waiting:
        links, further = sitemap.links(waiting.pop(0).body, ZoneInfo(source.timezone))
        yield from links
        for address in further[: MAX_SITEMAPS - asked]:
            asked += 1
            try:
                found = fetcher.get(urljoin(page.address, address), max_bytes=sitemap.MAX_SITEMAP)
            except FetchError as error:
                polled.refuse(address, error)
                continue
            waiting += [found] if found else []
