"""The days of an event: the tightest interval that its tellings jointly support."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.dedup.sql import store

GRAINS = ((1, "day"), (3, "weekend"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"), (3660, "decade"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The interval that `support` originals (copies of one article counted once) give; a null bound is open."""

    earliest: date | None
    latest: date | None
    grain: str | None
    support: int


def consensus(told: Iterable[Told]) -> Told:
    """Where all tellings overlap, their intersection; else the best supported, cut with all that overlaps it in turn.

    The grain is that of the telling whose interval it is, or the smallest that holds the interval; none while open.
    """
    ordered = sorted(told, key=_rank)
    earliest, latest = ordered[0].earliest, ordered[0].latest
    for one in ordered[1:]:
        low, high = _later(earliest, one.earliest), _earlier(latest, one.latest)
        if low is None or high is None or low <= high:
            earliest, latest = low, high
    return Told(
        earliest=earliest,
        latest=latest,
        grain=_grain(earliest, latest, ordered),
        support=sum(_within(one, earliest, latest) for one in ordered),
    )


def _rank(one: Told) -> tuple[int, int, int, date, date]:
    """Closed before open, much supported before little, narrow before wide."""
    closed = one.earliest is not None and one.latest is not None
    width = (one.latest - one.earliest).days if one.earliest and one.latest else 0
    return (0 if closed else 1, -one.support, width, one.earliest or date.min, one.latest or date.max)


def _later(a: date | None, b: date | None) -> date | None:
    return max((day for day in (a, b) if day), default=None)


def _earlier(a: date | None, b: date | None) -> date | None:
    return min((day for day in (a, b) if day), default=None)


def _within(one: Told, earliest: date | None, latest: date | None) -> int:
    fits = (one.earliest is None or latest is None or one.earliest <= latest) and (
        one.latest is None or earliest is None or one.latest >= earliest
    )
    return one.support if fits else 0


def _grain(earliest: date | None, latest: date | None, told: Sequence[Told]) -> str | None:
    if earliest is None or latest is None:
        return None
    for one in told:
        if (one.earliest, one.latest) == (earliest, latest) and one.grain:
            return one.grain
    width = (latest - earliest).days + 1
    return next((grain for most, grain in GRAINS if width <= most), "century")


def best_day(earliest: date | None, latest: date | None) -> date | None:
    """The middle of a closed interval, the earlier of two middle days; null while a bound is open."""
    if earliest is None or latest is None:
        return None
    return earliest + timedelta(days=(latest - earliest).days // 2)


def date_events(con: DuckDBPyConnection) -> None:
    """Create the temporary table `event_days` from `told_days` and `clusters`."""
    rows = con.execute(
        """SELECT event_id, list({'earliest': earliest, 'latest': latest, 'grain': grain, 'support': support}) FROM (
               SELECT c.event_id, t.earliest, t.latest, t.grain,
                      count(DISTINCT coalesce(d.duplicate_of, d.document_id)) AS support
               FROM clusters c JOIN told_days t USING (mention_id) JOIN mentions m USING (mention_id)
               JOIN documents d USING (document_id)
               GROUP BY ALL)
           GROUP BY event_id ORDER BY event_id"""
    ).fetchall()
    found = [(event_id, consensus(Told(**row) for row in told)) for event_id, told in rows]
    days = [(event_id, d.earliest, d.latest, d.grain, best_day(d.earliest, d.latest)) for event_id, d in found]
    day = pa.date32()
    columns = {"event_id": pa.string(), "earliest": day, "latest": day, "grain": pa.string(), "best_day": day}
    store(con, "event_days", days, columns)
