"""One consistent calendar across all articles.

Every day of publication that is not known and every event's day are variables of one calendar network
(`solver`); what articles say (`evidence`) ties them together. An event that only dated articles tell,
and tell consistently, needs no network: its interval is what all of them allow.
"""

from collections.abc import Callable, Iterator, Mapping

import duckdb
import pyarrow as pa

from transforms.dates.network.chains import reason_rows
from transforms.dates.network.evidence import WEIGHTS, Evidence, day, gather, ordinal
from transforms.dates.network.reasons import Reason, narrowings
from transforms.dates.network.solver import Solution, solve
from transforms.dates.network.support import Unsupported, supported, unreliable
from transforms.dates.network.told import Told, read_told

WINDOWS = """
-- Where an article tells one happening as past, its other words of it without a day ("could", "will") say nothing, and
-- in an undated article not even those with a day, which may be the one that a decision takes effect on ("will step
-- down in June"). Where it gives days of the calendar for a happening, it does not count them from its own day too.
create or replace temp table network_mentions as
select row_number() over (order by m.document_id, m.start, m.mention_id) - 1 as place,
       m.* replace (case when said then m.earliest end as earliest, case when said then m.latest end as latest,
                    case when said and not fixed then m.offset_earliest end as offset_earliest,
                    case when said and not fixed then m.offset_latest end as offset_latest), said
from (
    select *, modality = 'asserted' or not bool_or(modality = 'asserted') over one
                or (date_basis is not null and not undated) as said,
           date_basis is not null and earliest is null and latest is null
           and bool_or(date_basis is not null and coalesce(earliest, latest) is not null) over one as fixed
    from mentions join (select document_id, published is null as undated from documents) using (document_id)
    window one as (partition by document_id, happening)
) m;
create or replace temp table event_windows as
select c.event_id, max(m.earliest) as earliest, min(m.latest) as latest,
       bool_or(d.published is null) or coalesce(max(m.earliest) > min(m.latest), false) as needs_network
from network_mentions m join clusters c using (mention_id) join documents d using (document_id)
group by c.event_id;
create or replace temp table network_events as select event_id from event_windows where needs_network;
"""

TABLES = {
    "document_days": "document_id varchar, published date, earliest date, latest date, basis varchar",
    "mention_days": "mention_id varchar, earliest date, latest date, grain varchar",
    "date_reasons": "subject_kind varchar, subject_id varchar, side varchar, step integer, day date, "
    "statement varchar, document_id varchar, mention_id varchar, set_aside boolean",
}

GIVEN = """
insert into document_days
select document_id, published, published_earliest, published_latest, published_basis from documents
where published is not null
"""


def date_everything(con: duckdb.DuckDBPyConnection, before: Solution | None = None) -> Solution:
    """Makes the tables `document_days`, `mention_days` and `date_reasons` from what the connection holds.

    Reads `documents`, `mentions`, `timexes`, `clusters` and, where there are any, `pairs`. `document_days` has a row
    for every document, `mention_days` one for every mention: the interval that all evidence about its event supports,
    or, for a mention that contradicts the rest and was set aside, its own. `date_reasons` holds the chain of evidence,
    foundation first, behind each bound that the network found, and the statements that were set aside.

    Returns what the network found, from which a later call with the same articles takes what has not changed.
    """
    con.execute(
        "create table if not exists pairs (mention_a varchar, mention_b varchar, same boolean, distinctive boolean)"
    )
    con.execute(WINDOWS)
    told = read_told(con)
    evidence = gather(con, told)
    statements = [item.statement for item in evidence.values()]
    exact = solve(statements, before)
    solution = exact
    doubted: list[Unsupported] = []
    if unreliable(statements, exact):
        undated = {name for item in statements if (name := item.origin) is not None and name.startswith("d:")}
        solution, doubted = supported(statements, exact, undated)
    aside = {found.set_aside.number for found in solution.contradictions}
    write(con, "mention_days", network_days(told, evidence, solution, aside))
    con.execute(
        """
        insert into mention_days
        select m.mention_id, w.earliest, w.latest, m.grain
        from mentions m join clusters c using (mention_id) join event_windows w using (event_id)
        where not w.needs_network
        order by m.mention_id
        """
    )
    con.execute(f"update mention_days set grain = {GRAIN_SQL}")
    write(con, "date_reasons", reason_rows(evidence, solution, aside, doubted))
    write(con, "document_days", document_rows(con, solution))
    con.execute(GIVEN)
    return exact


ROUNDS = 3
"""How often mentions are grouped at the most: with their own days, then with what the network found for them."""

LEND = """
alter table mentions rename to told_mentions;
create table mentions as
select m.* replace (coalesce(m.earliest, d.earliest) as earliest, coalesce(m.latest, d.latest) as latest,
                    coalesce(m.grain, d.grain) as grain)
from told_mentions m
left join (
    select n.* from mention_days n join told_mentions t using (mention_id) where t.earliest is null and t.latest is null
) d using (mention_id);
create or replace temp table grouped_before as from clusters;
"""

TAKE_BACK = """
drop table mentions;
alter table told_mentions rename to mentions;
"""

MOVED = "select count(*) from (from clusters except from grouped_before)"


def date_and_regroup(con: duckdb.DuckDBPyConnection, regroup: Callable[[], None]) -> None:
    """`date_everything`, with mentions of undated articles grouped again by the days that were found for them.

    Dedup and dating help each other: what the network shows to be of other days comes apart, what it shows to be of
    the same days may join, and the new groups are dated again, until nothing moves or `ROUNDS` are over. `regroup`
    makes table `clusters` anew from table `mentions`, which holds the found days while it runs.
    """
    solution = date_everything(con)
    for _ in range(1, ROUNDS):
        if not count(con, "select count(*) from document_days where basis = 'network'"):
            return
        con.execute(LEND)
        regroup()
        con.execute(TAKE_BACK)
        if not count(con, MOVED):
            return
        solution = date_everything(con, solution)


def count(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    """The one number that a query gives."""
    return int(con.execute(sql).fetchall()[0][0])


GRAIN_SQL = """
case when earliest is null or latest is null then null
     when latest = earliest then 'day'
     when latest - earliest < 7 then 'week'
     when latest - earliest < 31 then 'month'
     when latest - earliest < 92 then 'quarter'
     when latest - earliest < 366 then 'year'
     else 'decade' end
"""


def network_days(
    told: list[Told], evidence: Mapping[int, Evidence], solution: Solution, aside: set[int]
) -> Iterator[tuple[object, ...]]:
    """Rows of `mention_days` for mentions of events in the network."""
    timed = [item for item in evidence.values() if item.statement.weight in (WEIGHTS["told"], WEIGHTS["dated"])]
    refused = {item.mention_id: item for item in timed if item.statement.number in aside}
    for mention in told:
        if mention.mention_id in refused:
            earliest, latest = own_days(mention, refused[mention.mention_id], solution)
        else:
            earliest, latest = solution.bounds(mention.subject)
        yield mention.mention_id, day(earliest), day(latest), None


def own_days(mention: Told, item: Evidence, solution: Solution) -> tuple[int | None, int | None]:
    """What a mention says by itself, its article's day being what the network found."""
    if item.statement.origin is None:
        return ordinal(mention.earliest), ordinal(mention.latest)
    known: dict[tuple[str, bool], Reason] = {}
    origin = f"d:{mention.document_id}"
    for upper, side in ((False, solution.earliest), (True, solution.latest)):
        if origin in side:
            known[origin, upper] = side[origin]
    for _ in range(2):  # the difference first, then its pattern
        for reason in narrowings(item.statement, known):
            if reason.variable == item.statement.subject:
                known[reason.variable, reason.upper] = reason
    low, high = known.get((item.statement.subject, False)), known.get((item.statement.subject, True))
    return (low.day if low else None), (high.day if high else None)


def document_rows(con: duckdb.DuckDBPyConnection, solution: Solution) -> Iterator[tuple[object, ...]]:
    """Rows of `document_days` of the documents without a day, as far as the network bounds theirs."""
    rows = con.execute(
        "select document_id, published_earliest, published_latest, published_basis from documents "
        "where published is null order by 1"
    ).fetchall()
    for document_id, earliest, latest, basis in rows:
        low, high = solution.bounds(f"d:{document_id}")
        if low is None and high is None:
            yield document_id, None, earliest, latest, basis
        else:
            exact = day(low) if low == high else None
            same = day(low) == earliest and day(high) == latest
            yield document_id, exact, day(low), day(high), basis if same else "network"


def write(con: duckdb.DuckDBPyConnection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    """Makes a table of `TABLES` with the given rows."""
    con.execute(f"create or replace table {table} ({TABLES[table]})")
    columns = list(zip(*rows, strict=True))
    if not columns:
        return
    names = [part.split()[0] for part in TABLES[table].split(", ")]
    con.register("network_rows", pa.table({name: list(values) for name, values in zip(names, columns, strict=True)}))
    con.execute(f"insert into {table} select * from network_rows")
    con.unregister("network_rows")
