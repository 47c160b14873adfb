"""What runs on a schedule beside the timeline itself: polling sources, backfilling days, deleting old snapshots."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from flows.fetch import Fetcher, FetchPolicy
from flows.inputs import expand
from flows.landing import Landing
from flows.outcome import Outcome
from flows.pipeline import Caller
from flows.pipeline import run as run_stages
from flows.plain import PlainCaller
from flows.runners import Direct
from flows.settings import Settings
from flows.sources import load_sources
from flows.watch import paths, poll_due

if TYPE_CHECKING:
    from flows.inputs import Input


def landing_folder(lake: str) -> str:
    """Where fetched pages of a lake in a local folder are kept."""
    return str(Path(lake) / "landing")


def gather(settings: Settings, folder: str | None, early: bool, caller: Caller | None = None) -> Outcome | None:
    """Polls the sources that are due and publishes the timeline; null when nothing has ever landed.

    Raises:
        UserError: a source file cannot be understood, or the lake not used.
    """
    sources = load_sources(folder)
    with Landing(landing_folder(settings.lake)) as landing, Fetcher(policy(settings), landing) as fetcher:
        for polled in poll_due(sources, landing, fetcher, early=early):
            for reject in polled.rejects:
                print(f"{polled.source}: {reject.uri}: {reject.error}: {reject.detail}")
        found = paths(sources, landing)
    if not found:
        return None
    entries = expand(found, published=settings.published, source=settings.source)
    return run_stages(entries, settings, caller or PlainCaller(Direct(), 1))


def policy(settings: Settings) -> FetchPolicy:
    """How far a fetch may go, by the settings."""
    hosts = (host.strip().lower() for host in settings.private_hosts.split(","))
    return FetchPolicy(contact=settings.contact, private_hosts=frozenset(host for host in hosts if host))


def within(entries: "list[Input]", first: date, last: date) -> "list[Input]":
    """The inputs that their manifest or setting says were published in a range of days, both included."""
    return [entry for entry in entries if entry.defaults.published and first <= entry.defaults.published <= last]


def months(first: date, last: date) -> list[tuple[date, date]]:
    """The months of a range of days, the first and last cut to it, both ends included."""
    found = []
    begin = first
    while begin <= last:
        after = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
        found.append((begin, min(last, after - timedelta(days=1))))
        begin = after
    return found
