"""What articles tell, as the calendar network reads it from the tables."""

from dataclasses import dataclass, replace
from datetime import date

import duckdb

from transforms.dates.network.joins import Telling, variables

TOLD = """
select m.place, c.event_id, m.mention_id, m.document_id, m.happening, m.trigger, m.modality, m.date_basis,
       m.earliest, m.latest, t.type, t.value, t.grain, t.offset_earliest, t.offset_latest,
       m.offset_earliest, m.offset_latest, m.outcome,
       d.published, coalesce(d.source, d.uri) as outlet, m.said
from network_mentions m
join clusters c using (mention_id)
join documents d using (document_id)
left join timexes t on t.document_id = m.document_id and t.timex_no = m.timex_no
where c.event_id in (select event_id from network_events)
order by m.document_id, m.start, m.mention_id
"""

JOINS = """
with stances as (
    select document_id, happening,
           case when bool_or(modality = 'asserted') then 1 when bool_or(modality = 'negated') then -1 else 0 end stance
    from mentions group by all
)
select distinct a.document_id, a.happening, b.document_id, b.happening, p.distinctive and x.stance = y.stance
from pairs p join mentions a on a.mention_id = p.mention_a join mentions b on b.mention_id = p.mention_b
join stances x on x.document_id = a.document_id and x.happening is not distinct from a.happening
join stances y on y.document_id = b.document_id and y.happening is not distinct from b.happening
where p.same
order by all
"""
"""Pairs of tellings, and whether each bears witness to the day of the other.

A report that something happened does not show when a plan for it was told, nor a plan when the report was: a body holds
many meetings and votes, and plans change.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One row of `TOLD`: a mention, its place among all, its time expression if it has one, and its article."""

    place: int
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
    words_earliest: int | None
    words_latest: int | None
    offset_earliest: int | None
    offset_latest: int | None
    outcome: str | None
    published: date | None
    outlet: str
    said: bool

    subjects: tuple[str, ...] = ()

    @property
    def telling(self) -> Telling:
        """What dedup joins: a happening of an article."""
        return self.document_id, self.happening

    @property
    def subject(self) -> str:
        """The variable of the told event's day."""
        return self.subjects[0]


def read_told(con: duckdb.DuckDBPyConnection) -> list[Told]:
    """The mentions of the events in table `network_events`, with what dates them."""
    told = [Told(*row) for row in con.execute(TOLD).fetchall()]
    joins = [((a, x), (b, y), distinctive) for a, x, b, y, distinctive in con.execute(JOINS).fetchall()]
    tellings = {one.telling: (one.event_id, one.published is not None) for one in told}
    found = variables(tellings, joins)
    return [replace(one, subjects=found[one.telling]) for one in told]
