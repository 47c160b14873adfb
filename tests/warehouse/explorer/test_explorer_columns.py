"""What travels to the page is what was sent."""

import base64
import gzip
import json
from datetime import date

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.explorer_events import fill, rows_of
from warehouse.explorer.columns import Strings, day_number, known_steps, packed, steps, utf16_length
from warehouse.explorer.events import DISPUTED, LASTING, event_columns
from warehouse.explorer.evidence import evidence_columns, excerpt


@given(st.lists(st.one_of(st.none(), st.integers(-(10**6), 10**6))))
def test_steps_lead_back(numbers: list[int | None]) -> None:
    total, found = 0, []
    for step in known_steps(numbers):
        total += step or 0
        found.append(None if step is None else total)
    assert found == numbers
    known = [number for number in numbers if number is not None]
    assert [sum(steps(known)[: n + 1]) for n in range(len(known))] == known


@given(st.dictionaries(st.text(), st.lists(st.one_of(st.integers(), st.text()))))
def test_a_block_is_read_again(value: dict[str, list[int | str]]) -> None:
    text = packed(value)
    assert not set(text) & set("<'\"\\& \n") - {"&"}
    assert json.loads(gzip.decompress(base64.b85decode(text.replace("/", "<")))) == value


@given(st.text(), st.integers(0, 50), st.integers(0, 3000))
def test_an_excerpt_holds_where_the_trigger_begins(text: str, times: int, start: int) -> None:
    sentence = text * times + "x"
    trigger = start % len(sentence)
    cut, shown = excerpt(sentence, trigger)
    assert len(shown) <= 900
    assert shown[trigger - cut] == sentence[trigger]


@given(st.text())
def test_utf16_counts_as_javascript_does(text: str) -> None:
    assert utf16_length(text) == sum(2 if ord(sign) > 0xFFFF else 1 for sign in text)


def test_strings_are_numbered_once() -> None:
    strings = Strings()
    assert [strings.number(text) for text in ("a", "b", "a", None, "")] == [0, 1, 0, -1, 2]
    assert strings.values == ["a", "b", ""]


def test_days_count_from_1970() -> None:
    assert [day_number(day) for day in (date(1970, 1, 1), date(1969, 12, 31), date(2019, 2, 20), None)] == [
        0,
        -1,
        17947,
        None,
    ]


def test_events_carry_their_days_and_marks() -> None:
    rows = rows_of(300)
    with duckdb.connect() as con:
        fill(con, rows)
        events, ids = event_columns(con)
        evidence = evidence_columns(con, ids)
        disputed = {event_id for (event_id,) in con.execute("SELECT event_id FROM disputed").fetchall()}
    lasting = {row["event_id"] for row in rows["events"] if row["grain"] == "day" and row["earliest"] != row["latest"]}
    lasting -= {row["event_id"] for row in rows["events"] if row["earliest"] is None}
    assert {ids[n] for n, flags in enumerate(events["flags"]) if flags & DISPUTED} == disputed != set()
    assert {ids[n] for n, flags in enumerate(events["flags"]) if flags & LASTING} == lasting != set()
    by_id = {row["event_id"]: row for row in rows["events"]}
    at = 0
    for position, step in enumerate(events["at"]):
        at += step
        row = by_id[ids[position]]
        before, after = events["before"][position], events["after"][position]
        assert row["title"] == events["title"][position]
        assert day_number(row["earliest"]) == (None if before < 0 else at - before)
        assert day_number(row["latest"]) == (None if after < 0 else at + after)
    assert [by_id[key]["best_day"] for key in ids[len(events["at"]) :]] == [None] * (300 - len(events["at"]))
    assert sum(evidence["told"]) == len(rows["mentions"])
    sentence = 0
    told = evidence["mentions"]
    found = set()
    for number, step in enumerate(told["sentence"]):
        sentence += step
        start, length = told["trigger"][number], told["trigger_length"][number]
        found.add(evidence["sentences"][sentence][start : start + length])
    assert found == {row["trigger"] for row in rows["mentions"]}
