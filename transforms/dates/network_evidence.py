"""What articles say about days, as statements of a calendar network.

Variables are `d:<document_id>` for a day of publication that is not known and `e:<event_id>` for the day of an event.
An undated article that tells an event in words which only just made dedup join it bears no witness to that event's day,
nor the event to the article's: what it tells has a variable of its own, `e:<event_id>/<document_id>/<happening>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from transforms.dates.network_reasons import Statement
from transforms.dates.network_units import Pattern, Unit

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WEIGHTS = {"untimed": 1, "told": 3, "ordered": 4, "dated": 5, "pin": 6, "known": 9}
"""How far each kind of statement is trusted.

What ties an event to an undated article rests on dedup being right (`told`), that an article appeared after what it
dates and tells as past does not (`ordered`); a day that a source gives for its own article stands above all.
"""

UNIT_DAYS: dict[Unit, float] = {"month": 30.44, "quarter": 91.31, "year": 365.25}
"""Mean lengths of calendar units, in days of the Gregorian calendar."""

JOIN_BITS = 6.0
"""From how many bits of dedup's score on a join counts as evidence of days: odds of 64 to 1 beyond its threshold."""

TOLD = """
select c.event_id, m.mention_id, m.document_id, m.happening, m.trigger, m.modality, m.date_basis,
       m.earliest, m.latest, t.type, t.value, t.grain, t.anchor, t.offset_earliest, t.offset_latest,
       d.published, coalesce(d.source, d.uri) as outlet, m.said, j.bits
from network_mentions m
join clusters c using (mention_id)
join documents d using (document_id)
left join network_joins j on j.document_id = m.document_id and j.happening = m.happening
left join timexes t on t.document_id = m.document_id and t.timex_no = m.timex_no
where c.event_id in (select event_id from network_events)
order by m.document_id, m.start, m.mention_id
"""

UNDATED = f"""
select document_id, coalesce(source, uri) as outlet, published_earliest, published_latest,
       nullif(regexp_extract(text, '[Tt]oday[’''´]s ({"|".join(WEEKDAYS)}) [A-Z]', 1), '') as issue,
       nullif(regexp_extract(text, '[Tt]oday \\(({"|".join(WEEKDAYS)})\\)', 1), '') as today
from documents
where published is null
order by document_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A statement, in words, with the article and the mention that make it."""

    statement: Statement
    outlet: str
    words: str
    document_id: str
    mention_id: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One row of `TOLD`: a mention, its time expression if it has one, and its article."""

    event_id: str
    mention_id: str
    document_id: str
    happening: int
    trigger: str
    modality: str
    date_basis: str | None
    earliest: date | None
    latest: date | None
    timex_type: str | None
    value: str | None
    grain: str | None
    anchor: str | None
    offset_earliest: int | None
    offset_latest: int | None
    published: date | None
    outlet: str
    said: bool
    bits: float | None

    @property
    def subject(self) -> str:
        """The variable of the told event's day."""
        weak = self.published is None and self.bits is not None and self.bits < JOIN_BITS
        return f"e:{self.event_id}/{self.document_id}/{self.happening}" if weak else f"e:{self.event_id}"


def read_told(con: duckdb.DuckDBPyConnection) -> list[Told]:
    """The mentions of the events in table `network_events`, with what dates them."""
    return [Told(*row) for row in con.execute(TOLD).fetchall()]


Part = tuple[dict[str, Any], str]
"""The fields of a statement, and the statement in words."""


def gather(con: duckdb.DuckDBPyConnection, told: list[Told]) -> list[Evidence]:
    """All evidence about the days of undated articles and of the events in `told`, numbered in a fixed order."""
    parts: list[tuple[Part, str, str, str | None]] = []
    for document_id, outlet, *known in con.execute(UNDATED).fetchall():
        parts += [(part, outlet, document_id, None) for part in document_parts(document_id, outlet, *known)]
    for mention in told:
        parts += [(part, mention.outlet, mention.document_id, mention.mention_id) for part in mention_parts(mention)]
    return [
        Evidence(
            statement=Statement(number=number, teller=mention_id or document_id, **fields),
            outlet=outlet,
            words=words,
            document_id=document_id,
            mention_id=mention_id,
        )
        for number, ((fields, words), outlet, document_id, mention_id) in enumerate(parts)
    ]


def document_parts(
    document_id: str, outlet: str, earliest: date | None, latest: date | None, issue: str | None, today: str | None
) -> Iterator[Part]:
    """What an undated article says of its own day: bounds that came with it, a weekday that it names."""
    subject = f"d:{document_id}"
    if earliest or latest:
        bounds = {"subject": subject, "low": ordinal(earliest), "high": ordinal(latest), "weight": WEIGHTS["known"]}
        yield bounds, f"{outlet} came with bounds for its day"
    for weekday, words in ((issue, "today’s {} paper"), (today, "today ({})")):
        if weekday:
            pattern = Pattern(weekday=WEEKDAYS.index(weekday))
            fields = {"subject": subject, "pattern": pattern, "weight": WEIGHTS["pin"]}
            yield fields, f"{outlet} says “{words.format(weekday)}”"


def mention_parts(told: Told) -> Iterator[Part]:
    """What one mention says of the day of its event."""
    if not told.said:
        return
    subject, origin = told.subject, f"d:{told.document_id}"
    outlet = told.outlet if told.published is None else f"{told.outlet}, dated {spelled(told.published)},"
    said = f"{outlet} says “{told.date_basis}” of the “{told.trigger}”"
    untimed = f"{outlet} {untimed_words(told)}"
    if told.earliest or told.latest:
        days = {"subject": subject, "low": ordinal(told.earliest), "high": ordinal(told.latest)}
        weight = WEIGHTS["dated" if told.date_basis else "untimed"]
        yield {**days, "weight": weight}, said if told.date_basis else untimed
    elif apart := relative(told):
        yield {"subject": subject, "origin": origin, "weight": WEIGHTS["told"], **apart}, said
    if told.published is None and (order := told_order(told)):
        weight = WEIGHTS["ordered" if told.earliest or told.latest else "untimed"]
        yield {"subject": subject, "origin": origin, "weight": weight, **order}, untimed


def told_order(told: Told) -> dict[str, Any]:
    """What happened is not after its article, what is planned is not before it."""
    if told.modality == "asserted" and (told.offset_earliest is None or told.offset_earliest <= 0):
        return {"high": 0}
    if told.modality == "planned" and (told.offset_latest is None or told.offset_latest >= 0):
        return {"low": 0}
    return {}


def relative(told: Told) -> dict[str, Any]:
    """The difference and the pattern of a time expression that does not name its year; empty where it says neither."""
    if told.value is None or told.timex_type not in ("DATE", "TIME"):
        return {}
    fields: dict[str, Any] = {}
    if told.offset_earliest is not None or told.offset_latest is not None:
        fields.update(difference(told.grain, told.offset_earliest, told.offset_latest))
    if pattern := pattern_of(told.value):
        fields["pattern"] = pattern
    return fields


def difference(grain: str | None, low: int | None, high: int | None) -> dict[str, Any]:
    """Offsets in days as a difference of calendar units, where they are those of whole units ("last week", "in June").

    "Last week" lies 13 to 1 days back whatever today is, and is always the calendar week before today's.
    """
    if low is not None and high is not None:
        width = high - low
        if grain == "week" and width == 12 and (low + 6) % 7 == 0:
            return {"unit": "week", "low": (low + 6) // 7, "high": (low + 6) // 7}
        if grain == "weekend" and width == 7 and (low + 1) % 7 == 0:
            return {"unit": "week", "low": (low + 1) // 7, "high": (low + 1) // 7}
        for unit, days in UNIT_DAYS.items():
            if grain == unit and abs(width - 2 * (days - 1)) <= 4:
                count = round((low + high) / 2 / days)
                return {"unit": unit, "low": count, "high": count}
    return {"unit": "day", "low": low, "high": high}


def pattern_of(value: str) -> Pattern | None:
    """The pattern that a TIMEX3 value of unknown year leaves: `XXXX-WXX-5`, `XXXX-03`, `XXXX-03-08`."""
    if match := re.match(r"XXXX-WXX-([1-7])", value):
        return Pattern(weekday=int(match[1]) - 1)
    if match := re.match(r"XXXX-(\d\d)(?:-(\d\d))?", value):
        return Pattern(month=int(match[1]), day=int(match[2]) if match[2] else None)
    return None


def untimed_words(told: Told) -> str:
    """How a mention without time words is told."""
    way = "as planned" if told.modality == "planned" else "as having happened"
    return f"tells the “{told.trigger}” {way}"


def ordinal(day: date | None) -> int | None:
    """The number of a day, null for null."""
    return None if day is None else day.toordinal()


def spelled(day: date) -> str:
    """A day as people write it: 25 July 2019."""
    return f"{day.day} {day:%B %Y}"
