"""Which of two happenings of one sentence came first, and how many days apart: "resigned two days after the vote"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import duckdb

import seeds

REACH = 120
"""Characters between two mentions that are looked at."""

DAYS = {"D": 1, "W": 7}

NEIGHBOURS = f"""
with neighbours as (
    select *, lead(mention_id) over beside as next_id, lead(happening) over beside as next_happening,
           lead(start) over beside as next_start
    from network_mentions
    where modality = 'asserted'
    window beside as (partition by document_id, sentence_start order by start, mention_id)
)
select n.mention_id, n.next_id, substring(d.text, n."end" + 1, n.next_start - n."end"), t."end" - n."end", t.value
from neighbours n join documents d using (document_id)
left join timexes t
    on t.document_id = n.document_id and t.type = 'DURATION' and t.start between n."end" and n.next_start
where n.next_happening is distinct from n.happening and n.next_start - n."end" between 1 and {REACH}
order by all
"""


@dataclass(frozen=True, slots=True)
class Order:
    """The mention told first, the later and the earlier one, the fewest and the most days between, and the words."""

    first: str
    later: str
    earlier: str
    fewest: int
    most: int | None
    words: str


def read_order(con: duckdb.DuckDBPyConnection) -> list[Order]:
    """The pairs of neighbouring mentions whose sentence tells their order."""
    found: dict[tuple[str, str], Order] = {}
    for first, second, between, measured, value in con.execute(NEIGHBOURS).fetchall():
        for order in orders(first, second, between, measured or 0, value):
            known = found.get((first, second))
            if known is None or known.most is None:
                found[first, second] = order
    return list(found.values())


def orders(first: str, second: str, between: str, measured: int, value: str | None) -> Iterator[Order]:
    """The order that the text between two mentions tells, if it tells one.

    `measured` is the offset in it where a length of time ends whose TIMEX3 value is `value`.
    """
    match = _cue().search(between)
    if match is None:
        return
    later, earlier = (first, second) if match["after"] else (second, first)
    length = re.fullmatch(r"P(\d{1,3})([DW])", value or "")
    days = int(length[1]) * DAYS[length[2]] if length and not between[measured : match.start("cue")].strip() else None
    words = " ".join(between[: match.end("cue")].split()) if days is not None else match["cue"]
    yield Order(first, later, earlier, days or 0, days, words.lstrip(",; "))


@cache
def _cue() -> re.Pattern[str]:
    """A word of order with a few words behind it that lead to the second trigger."""
    words = {kind: "|".join(map(re.escape, listed)) for kind, listed in seeds.toml("words/time_order.toml").items()}
    unless = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in seeds.toml("words/time_order.toml")["not_after"])
    return re.compile(
        rf"\A[^.;:\"“”]*?\b{unless}(?P<cue>(?P<after>{words['after']})|{words['before']})(?=\s)(?:\s[\w’'-]+){{0,5}}\s\Z"
    )
