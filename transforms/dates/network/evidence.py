"""What articles say about days, as statements of a calendar network.

Variables are `d:<document_id>` for a day of publication that is not known, those of `joins` for the days of what
articles tell and those of `ages` for the days that people were born on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from transforms.dates.network.ages import age_part, read_ages
from transforms.dates.network.order import Order, read_order
from transforms.dates.network.reasons import Statement
from transforms.dates.network.told import Told
from transforms.dates.network.units import Unit
from transforms.dates.pattern import Pattern, pattern_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WEIGHTS = {"untimed": 1, "order": 2, "age": 2, "told": 3, "ordered": 4, "dated": 5, "pin": 6, "known": 9}
"""How far each kind of statement is trusted.

What ties an event to an undated article rests on dedup being right (`told`), that an article appeared after what it
dates and tells as past does not (`ordered`); a day that a source gives for its own article stands above all.
"""

UNIT_DAYS: dict[Unit, float] = {"month": 30.44, "quarter": 91.31, "year": 365.25}
"""Mean lengths of calendar units, in days of the Gregorian calendar."""

MOST_PARTS = 7
"""How many statements a mention makes at the most: of each of two variables its days, its words and an open side; and
on which side of the next mention it came."""

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


Part = tuple[dict[str, Any], str]
"""The fields of a statement, and the statement in words."""


def gather(con: duckdb.DuckDBPyConnection, told: list[Told]) -> dict[int, Evidence]:
    """All evidence about the days of undated articles and of the events in `told`, by the numbers of its statements.

    A statement has the same number whatever events its mentions are grouped into.
    """
    found: dict[int, Evidence] = {}

    def add(number: int, part: Part, outlet: str, document_id: str, mention_id: str | None) -> None:
        statement = Statement(number=number, teller=mention_id or document_id, **part[0])
        found[number] = Evidence(
            statement=statement, outlet=outlet, words=part[1], document_id=document_id, mention_id=mention_id
        )

    undated = con.execute(UNDATED).fetchall()
    for document_id, outlet, *known in undated:
        for part in document_parts(document_id, outlet, *known):
            add(len(found), part, outlet, document_id, None)
    first = len(found)
    for mention in told:
        for number, part in enumerate(mention_parts(mention), first + mention.place * MOST_PARTS):
            add(number, part, mention.outlet, mention.document_id, mention.mention_id)
    by_id = {mention.mention_id: mention for mention in told}
    for order in read_order(con):
        later, earlier = by_id.get(order.later), by_id.get(order.earlier)
        if later and earlier and later.subject != earlier.subject:
            number = first + by_id[order.first].place * MOST_PARTS + MOST_PARTS - 1
            add(number, order_part(order, later, earlier), later.outlet, later.document_id, order.first)
    ((mentions,),) = con.execute("select count(*) from network_mentions").fetchall()
    for number, age in enumerate(read_ages(con) if undated else (), first + mentions * MOST_PARTS):
        add(number, age_part(age, WEIGHTS["age"]), age.outlet, age.document_id, None)
    return found


def order_part(order: Order, later: Told, earlier: Told) -> Part:
    """What a sentence says of two happenings by telling which came first."""
    fields = {"subject": later.subject, "origin": earlier.subject, "low": order.fewest, "high": order.most}
    words = f"{later.outlet} tells the “{later.trigger}” and the “{earlier.trigger}” in order, by “{order.words}”"
    return {**fields, "weight": WEIGHTS["order"]}, words


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
    outlet = told.outlet if told.published is None else f"{told.outlet}, dated {spelled(told.published)},"
    said = f"{outlet} says “{told.date_basis}” of the “{told.trigger}”"
    untimed = f"{outlet} {untimed_words(told)}"
    for subject in told.subjects:
        if told.earliest or told.latest:
            days = {"subject": subject, "low": ordinal(told.earliest), "high": ordinal(told.latest)}
            weight = WEIGHTS["dated" if told.date_basis else "untimed"]
            yield {**days, "weight": weight}, said if told.date_basis else untimed
        for apart, timed in distances(told):
            weight = WEIGHTS["told" if timed else "ordered" if told.date_basis else "untimed"]
            origin = {"subject": subject, "origin": f"d:{told.document_id}"}
            yield {**origin, "weight": weight, **apart}, said if timed else untimed


def distances(told: Told) -> Iterator[tuple[dict[str, Any], bool]]:
    """How far an event lies from an article without a day, and whether time words tell it.

    The words give units of the calendar and patterns; the sentence may move them ("will vote on Friday") or leave a
    side open ("by Friday"), and then they give days alone. Without words, what happened is not after its article and
    what is planned not before it.
    """
    low, high = told.offset_earliest, told.offset_latest
    if low is None and high is None:
        return
    if told.value is None or told.earliest or told.latest:
        yield {"low": low, "high": high}, False
        return
    words = difference(told.grain, told.words_earliest, told.words_latest)
    days = {"low": low, "high": high}
    pattern = pattern_of(told.value) if low is not None and high is not None else None
    meant = within(low, told.words_earliest, told.words_latest) and within(high, told.words_earliest, told.words_latest)
    if words["unit"] == "day" or not meant:
        yield {**days, "pattern": pattern}, True
        return
    yield {**words, "pattern": pattern}, True
    if (low, high) != (told.words_earliest, told.words_latest):
        yield days, True


def within(day: int | None, low: int | None, high: int | None) -> bool:
    """Whether a number of days is known and lies in a range; a null side of the range is open."""
    return day is not None and (low is None or low <= day) and (high is None or day <= high)


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


def untimed_words(told: Told) -> str:
    """How a mention without time words is told."""
    happened = told.outcome if told.outcome in ("passed", "rejected", "withdrawn") else "having happened"
    return f"tells the “{told.trigger}” as {'planned' if told.modality == 'planned' else happened}"


def ordinal(day: date | None) -> int | None:
    """The number of a day, null for null."""
    return None if day is None else day.toordinal()


def day(number: int | None) -> date | None:
    """The day of an ordinal, null for null."""
    return None if number is None else date.fromordinal(number)


def spelled(day: date) -> str:
    """A day as people write it: 25 July 2019."""
    return f"{day.day} {day:%B %Y}"
