"""Two reports of one vote, of which both, one or neither carry a day: what the other's days come to."""

import json
from datetime import date
from pathlib import Path

import duckdb

from flows.inputs import expand
from flows.names import RunnerName
from flows.pipeline import run
from flows.plain import PlainCaller
from flows.runners import executor, workers
from flows.settings import settings
from warehouse.explain import explain_event, explanation_text

Days = tuple[date | None, date | None]

GAZETTE = """Peers of the Orchard Party stood by a colleague who was criticised for backing an advert in a paper.

Lord Piers Holloway was the subject of an emergency motion put to Fellbeck and the Dales Constituency Orchard \
Party, which demanded his expulsion.

The motion - discussed and voted on at a private meeting last week - won what members called clear support.

At their own gathering the peers put forward a motion of no confidence in the party's leader.

"We side with Ottilie Marchbank and Una Sefton, against whom local parties have passed motions of expulsion," they \
said.
"""

ECHO = """More than 100 Orchard Party members in the north have signed an open letter in support of Ottilie Marchbank.

It follows a vote by the East Wexley Constituency Orchard Party (COP) to expel Baroness Marchbank, who was last week \
among 60 peers who put their names to a newspaper advert.

The open letter, which was published on Saturday night, said: "We are proud of the traditions of our region."

The East Wexley COP voted on the motion, which binds nobody, on Friday.
"""

DAYS = {"Gazette": "2021-07-22", "Echo": "2021-07-19"}
NOW = "2026-01-01T00:00:00"


def day(number: int) -> date:
    """A day of July 2021."""
    return date(2021, 7, number)


class Timeline:
    """What came of a run on the two reports, of which some carry their day."""

    def __init__(self, folder: Path, *dated: str) -> None:
        articles = folder / "articles"
        articles.mkdir()
        for source, text in (("Gazette", GAZETTE), ("Echo", ECHO)):
            (articles / f"{source}.txt").write_text(text, encoding="utf-8")
        rows = [
            {"file": f"{source}.txt", "source": source, **({"published": DAYS[source]} if source in dated else {})}
            for source in DAYS
        ]
        (articles / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        chosen = settings(lake=str(folder / "lake"), runner=RunnerName.DIRECT, now=NOW)
        with executor(chosen) as on:
            run(expand([articles], published=None, source=None), chosen, PlainCaller(on, workers(chosen)))
        self.con = duckdb.connect(str(folder / "lake" / "daybook.duckdb"), read_only=True)

    def published(self, source: str) -> Days:
        """The bounds of an article's day."""
        sql = "select published_earliest, published_latest from documents where source = ?"
        return self.con.execute(sql, [source]).fetchall()[0]

    def event(self, source: str, trigger: str) -> str:
        """The one event that an article tells with a trigger."""
        found = self.con.execute(
            "select distinct event_id from mentions join documents using (document_id) "
            "where source = ? and trigger = ?",
            [source, trigger],
        ).fetchall()
        assert len(found) == 1, (source, trigger, found)
        return str(found[0][0])

    def days(self, source: str, trigger: str) -> Days:
        """The days of that event."""
        sql = "select earliest, latest from events where event_id = ?"
        return self.con.execute(sql, [self.event(source, trigger)]).fetchall()[0]

    def explained(self, source: str, trigger: str) -> str:
        """What `daybook explain` prints of that event."""
        return explanation_text(explain_event(self.con, self.event(source, trigger)))


def test_a_dated_report_bounds_the_days_of_an_undated_one(tmp_path: Path) -> None:
    told = Timeline(tmp_path, "Gazette")
    assert told.event("Echo", "vote") == told.event("Gazette", "motions")
    assert told.days("Echo", "vote") == (None, day(16))
    assert told.published("Echo") == (None, day(22))
    assert told.days("Echo", "open letter") == (None, day(17))
    assert told.days("Echo", "newspaper advert") == (None, day(18))
    chain = told.explained("Echo", "vote")
    assert "Gazette, dated 22 July 2021, tells the “motions” as passed: so it was on 22 July 2021" in chain
    assert "Echo says “Friday” of the “motion”: so it was on 16 July 2021 or an earlier Friday" in chain
    assert "Echo appeared on 22 July 2021 at the latest" in chain


def test_an_event_with_its_day_bounds_an_undated_report_from_below(tmp_path: Path) -> None:
    told = Timeline(tmp_path, "Echo")
    assert told.days("Echo", "vote") == (day(16), day(16))
    assert told.published("Gazette") == (day(16), None)
    assert told.days("Gazette", "emergency motion") == (day(5), None)
    chain = told.explained("Gazette", "emergency motion")
    assert "Gazette says “last week” of the “motion”: so it was on 5 July 2021 at the earliest" in chain


def test_nothing_dated_gives_nobody_a_year_and_keeps_distances(tmp_path: Path) -> None:
    told = Timeline(tmp_path)
    assert told.con.execute("select distinct earliest, latest from mentions").fetchall() == [(None, None)]
    assert told.con.execute("select distinct published_basis from documents").fetchall() == [("unknown",)]
    counted = told.con.execute(
        "select distinct date_basis, offset_earliest, offset_latest from mentions "
        "where date_basis is not null order by all"
    ).fetchall()
    assert counted == [("Friday", -6, 0), ("Saturday night", -6, 0), ("last week", -13, -1)]


def test_with_both_days_known_every_day_is_exact(tmp_path: Path) -> None:
    told = Timeline(tmp_path, "Gazette", "Echo")
    assert told.days("Echo", "vote") == told.days("Gazette", "motions") == (day(16), day(16))
    assert told.days("Echo", "open letter") == (day(17), day(17))
    assert told.days("Echo", "newspaper advert") == (day(12), day(18))
    assert told.days("Gazette", "emergency motion") == (day(12), day(18))
