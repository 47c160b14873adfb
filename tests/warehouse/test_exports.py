"""Each export is read back by its own format's reader, and hostile text stays text."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import feedparser
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from warehouse.cells import cell
from warehouse.errors import UserError
from warehouse.exports import FORMS, export
from warehouse.exports.csv import ACTIVE
from warehouse.exports.events import happenings
from warehouse.formats import render
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse


@pytest.fixture(scope="module")
def timeline(database: Path) -> Iterator[pa.Table]:
    """The made-up timeline: a dated motion, a planned resignation in a week, a protest with an open end."""
    with open_warehouse(Lake(str(database.parent))) as con:
        yield ask(con, "FROM timeline ORDER BY event_id")


def one(**changes: object) -> pa.Table:
    row = {
        "title": "Council meets",
        "earliest": date(2024, 5, 7),
        "latest": date(2024, 5, 7),
        "grain": "day",
        "event_type": "meeting",
        "modality": "asserted",
        "event_id": "x",
    }
    return pa.Table.from_pylist([{**row, **changes}])


def test_csv_is_read_back(timeline: pa.Table) -> None:
    rows = list(csv.DictReader(io.StringIO(export(timeline, "csv").decode(), newline="")))
    assert [row["event_id"] for row in rows] == ["e1", "e2", "e3"]
    assert rows[0]["outlets"] == "Northern Post, Southern Mail"
    assert rows[2]["title"] == "'=Friends of Hollin: protest"
    assert rows[2]["latest"] == ""


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1))
def test_no_csv_cell_begins_like_a_formula(values: list[str]) -> None:
    data = export(pa.table({"text": values}), "csv").decode()
    read = [row[0] if row else "" for row in csv.reader(io.StringIO(data, newline=""))][1:]
    assert [text.removeprefix("'") for text in read] == [text.removeprefix("'") for text in values]
    assert not [text for text in read if text.startswith(ACTIVE)]


def test_jsonl_is_one_object_a_line(timeline: pa.Table) -> None:
    rows = [json.loads(line) for line in export(timeline, "jsonl").decode().splitlines()]
    assert [row["event_id"] for row in rows] == ["e1", "e2", "e3"]
    assert (rows[1]["earliest"], rows[2]["latest"]) == ("2024-05-13", None)


def test_ics_is_read_by_icalendar(timeline: pa.Table) -> None:
    calendar = Calendar.from_ical(export(timeline, "ics"))
    entries = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    assert list(entries) == ["e1@daybook", "e2@daybook"]
    week = entries["e2@daybook"]
    assert (week["DTSTART"].dt, week["DTEND"].dt, week["STATUS"]) == (date(2024, 5, 13), date(2024, 5, 20), "TENTATIVE")
    assert entries["e1@daybook"]["STATUS"] == "CONFIRMED"
    assert "Body: Hollin Council\nTarget: Ada Quill" in str(entries["e1@daybook"]["DESCRIPTION"])
    assert calendar.errors == []


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "CONFIRMED"),
        ({"modality": "planned"}, "TENTATIVE"),
        ({"modality": "possible"}, "TENTATIVE"),
        ({"modality": "negated"}, "CANCELLED"),
        ({"latest": date(2024, 5, 9)}, "TENTATIVE"),
    ],
)
def test_a_calendar_says_how_sure_it_is(changes: dict[str, object], status: str) -> None:
    [entry] = Calendar.from_ical(export(one(**changes), "ics")).walk("VEVENT")
    assert entry["STATUS"] == status


def test_the_last_day_there_is_ends_a_calendar_entry() -> None:
    [entry] = Calendar.from_ical(export(one(earliest=date.max, latest=date.max), "ics")).walk("VEVENT")
    assert entry["DTSTART"].dt == date.max


DAY = {
    "type": "object",
    "properties": {name: {"type": "integer"} for name in ("year", "month", "day")},
    "required": ["year"],
    "additionalProperties": False,
}
TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id"],
                "properties": {
                    "start_date": DAY,
                    "end_date": DAY,
                    "text": {
                        "type": "object",
                        "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
                        "additionalProperties": False,
                    },
                    "group": {"type": "string"},
                    "unique_id": {"type": "string"},
                    "display_date": {"type": "string"},
                },
                "additionalProperties": False,
            },
        }
    },
}


def test_timelinejs_is_what_its_documentation_asks_for(timeline: pa.Table) -> None:
    from jsonschema import validate

    told = json.loads(export(timeline, "timelinejs"))
    validate(told, TIMELINEJS)
    assert [slide["unique_id"] for slide in told["events"]] == ["e1", "e2", "e3"]
    assert "end_date" not in told["events"][0]
    assert told["events"][1]["end_date"] == {"year": 2024, "month": 5, "day": 19}
    assert told["events"][2]["display_date"] == "from 2024-05-09"


@pytest.mark.parametrize(
    ("grain", "expected"),
    [
        ("day", {"year": 2024, "month": 1, "day": 1}),
        ("month", {"year": 2024, "month": 1}),
        ("quarter", {"year": 2024, "month": 1}),
        ("year", {"year": 2024}),
    ],
)
def test_timelinejs_invents_no_precision(grain: str, expected: dict[str, int]) -> None:
    rows = one(earliest=date(2024, 1, 1), latest=date(2024, 12, 31), grain=grain)
    [slide] = json.loads(export(rows, "timelinejs"))["events"]
    assert slide["start_date"] == expected


def test_jsonld_gives_a_start_date_only_to_what_is_known_to_the_day(timeline: pa.Table) -> None:
    told = json.loads(export(timeline, "jsonld"))
    assert told["@context"] == "https://schema.org"
    motion, leaving, protest = told["@graph"]
    assert motion["startDate"] == "2024-05-07"
    assert motion["organizer"] == [{"@type": "Organization", "name": "Hollin Council"}]
    assert "startDate" not in leaving
    assert leaving["eventStatus"] == "https://schema.org/EventScheduled"
    assert protest["temporalCoverage"] == "2024-05-09/.."


def test_atom_is_read_by_feedparser(timeline: pa.Table) -> None:
    feed = feedparser.parse(export(timeline, "atom"))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.id for entry in feed.entries] == [f"urn:daybook:event:{event_id}" for event_id in ("e3", "e2", "e1")]
    assert feed.entries[2].updated == "2024-05-08T00:00:00+00:00"
    assert "Target: Ada Quill" in feed.entries[2].content[0].value


HOSTILE = "<script>alert(1)</script> \x00\x1b[2J \ud7ff \ufffe ]]> & 'x'"


@pytest.mark.parametrize("form", FORMS)
def test_hostile_titles_stay_text(form: str) -> None:
    data = export(one(title=HOSTILE), form)
    if form == "atom":
        feed = feedparser.parse(data)
        assert not feed.bozo
        assert feed.entries[0].title.startswith("<script>alert(1)") or "&lt;script&gt;" in feed.entries[0].title
        assert b"<script>" not in data
    elif form == "timelinejs":
        assert json.loads(data)["events"][0]["text"]["headline"].startswith("&lt;script&gt;")
    elif form == "ics":
        assert len(Calendar.from_ical(data).walk("VEVENT")) == 1
    elif form == "csv":
        assert next(csv.DictReader(io.StringIO(data.decode(), newline="")))["title"] == HOSTILE
    else:
        assert json.loads(data)


@given(
    title=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200),
    outlet=st.text(st.characters(codec="utf-8"), max_size=50),
)
def test_any_text_can_be_exported(title: str, outlet: str) -> None:
    rows = one(title=title, outlets=[outlet])
    assert not feedparser.parse(export(rows, "atom")).bozo
    [entry] = Calendar.from_ical(export(rows, "ics")).walk("VEVENT")
    assert entry["DTSTART"].dt == date(2024, 5, 7)
    assert json.loads(export(rows, "timelinejs"))["events"][0]["unique_id"] == "x"
    table = render(rows, "table").decode()
    assert not [sign for sign in table if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf")]


@pytest.mark.parametrize("form", FORMS)
def test_no_rows_are_an_empty_export(timeline: pa.Table, form: str) -> None:
    data = export(timeline.slice(0, 0), form)
    assert {
        "csv": lambda: len(data.splitlines()) == 1,
        "jsonl": lambda: data == b"",
        "ics": lambda: Calendar.from_ical(data).walk("VEVENT") == [],
        "timelinejs": lambda: json.loads(data) == {"events": []},
        "jsonld": lambda: json.loads(data)["@graph"] == [],
        "atom": lambda: feedparser.parse(data).entries == [],
    }[form]()


def test_any_query_can_be_exported_and_events_need_their_columns() -> None:
    with duckdb.connect() as con:
        rows = con.sql("SELECT 'a' AS title, DATE '2024-01-02' AS best_day").to_arrow_table()
        [told] = happenings(rows)
        assert (told.earliest, told.latest, told.when) == (date(2024, 1, 2), date(2024, 1, 2), "2024-01-02")
        with pytest.raises(UserError, match="needs the columns title"):
            export(con.sql("SELECT 1 AS x").to_arrow_table(), "ics")
        with pytest.raises(UserError, match="no export format 'xls'; there are csv"):
            export(rows, "xls")


def test_formats_of_a_query(timeline: pa.Table) -> None:
    rows = timeline.select(["event_id", "title", "earliest", "outlets"])
    assert render(rows, "markdown").decode().splitlines()[2] == (
        "| e1 | Hollin Council: motion against Ada Quill | 2024-05-07 | Northern Post, Southern Mail |"
    )
    assert json.loads(render(rows, "json"))[0]["outlets"] == ["Northern Post", "Southern Mail"]
    assert pa.parquet.read_table(io.BytesIO(render(rows, "parquet"))).equals(rows)
    assert render(rows, "table").decode().endswith("3 rows\n")
    with pytest.raises(UserError, match="no format 'xml'; there are table, csv"):
        render(rows, "xml")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (["a", None, "b"], "a, , b"),
        (0.5, "0.5"),
        ({"a": date(2024, 1, 2)}, '{"a": "2024-01-02"}'),
    ],
)
def test_values_as_text(value: object, expected: str) -> None:
    assert cell(value) == expected
