"""Undated articles get the days that other articles' evidence supports, and every bound tells its reasons."""

from datetime import date
from typing import Any

import duckdb
import pytest

from transforms.dates.network import date_everything

TABLES = """
create table documents (document_id varchar, source varchar, uri varchar, text varchar, published date,
    published_earliest date, published_latest date, published_basis varchar);
create table mentions (mention_id varchar, document_id varchar, happening integer, trigger varchar, start integer,
    modality varchar, earliest date, latest date, grain varchar, date_basis varchar, timex_no integer,
    offset_earliest integer, offset_latest integer, outcome varchar, "end" integer, sentence_start integer);
create table timexes (document_id varchar, timex_no integer, "start" integer, "end" integer, type varchar,
    value varchar, grain varchar, anchor varchar, offset_earliest integer, offset_latest integer);
create table clusters (mention_id varchar, event_id varchar);
"""

TIMEXES = {
    "on Friday": ("XXXX-WXX-5", "day", "published", -6, 0),
    "Saturday night": ("XXXX-WXX-6TNI", "part", "published", -6, 0),
    "last week": ("XXXX-WXX", "week", "published", -13, -1),
    "last month": ("XXXX-XX", "month", "published", -61, -1),
    "20 years ago": ("XXXX", "year", "published", -7670, -6940),
    "March 8": ("XXXX-03-08", "day", "published", -365, 0),
}

COUNCIL, HERALD = "Courier", "Herald"


class World:
    """Articles and what they tell, written into the tables that dating reads."""

    def __init__(self) -> None:
        self.con = duckdb.connect()
        self.con.execute(TABLES)
        self.mentions = 0

    def article(self, source: str, published: str | None = None, text: str = "") -> None:
        self.con.execute(
            "insert into documents values (?, ?, ?, ?, ?, null, null, ?)",
            [source, source, source, text, published, "given" if published else "unknown"],
        )

    def tell(self, source: str, event: str, words: str | None = None, **fields: Any) -> str:
        number = self.mentions
        self.mentions += 1
        name = f"m{number}"
        told = {"asserted": (None, 0), "planned": (0, None), "negated": (None, None)}[
            fields.get("modality", "asserted")
        ]
        offsets = TIMEXES[words][-2:] if words in TIMEXES else told
        if words in TIMEXES:
            self.con.execute(
                "insert into timexes values (?, ?, 0, 0, 'DATE', ?, ?, ?, ?, ?)",
                [source, number, *TIMEXES[words or ""]],
            )
        self.con.execute(
            "insert into mentions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                name,
                source,
                number,
                event,
                number,
                fields.get("modality", "asserted"),
                fields.get("earliest"),
                fields.get("latest"),
                fields.get("grain"),
                words,
                number if words in TIMEXES else None,
                *offsets,
                fields.get("outcome"),
                number,
                number,
            ],
        )
        self.con.execute("insert into clusters values (?, ?)", [name, event])
        return name

    def solve(self) -> None:
        date_everything(self.con)

    def days(self, mention: str) -> tuple[str | None, str | None]:
        rows = self.con.execute("select earliest, latest from mention_days where mention_id = ?", [mention]).fetchall()
        return iso(*rows[0])

    def published(self, source: str) -> tuple[str | None, str | None]:
        rows = self.con.execute("select earliest, latest from document_days where document_id = ?", [source]).fetchall()
        return iso(*rows[0])

    def reasons(self, subject: str, side: str) -> list[str]:
        sql = "select statement from date_reasons where subject_id = ? and side = ? order by step"
        return [row[0] for row in self.con.execute(sql, [subject, side]).fetchall()]


def iso(*days: date | None) -> tuple[str | None, str | None]:
    first, last = (day.isoformat() if day else None for day in days)
    return first, last


@pytest.fixture
def party() -> World:
    """Two articles of one week: a vote told in both, then a letter and an advert told in the undated one."""
    world = World()
    return world


def test_one_dated_article_bounds_the_other(party: World) -> None:
    party.article(COUNCIL, "2019-07-25")
    party.article(HERALD)
    told = party.tell(COUNCIL, "vote", latest="2019-07-25", outcome="passed")
    friday = party.tell(HERALD, "vote", "on Friday")
    letter = party.tell(HERALD, "letter", "Saturday night")
    advert = party.tell(HERALD, "advert", "last week")
    party.solve()
    assert party.days(told) == party.days(friday) == (None, "2019-07-19")
    assert party.published(HERALD) == (None, "2019-07-25")
    assert party.days(letter) == (None, "2019-07-20")
    assert party.days(advert) == (None, "2019-07-21")
    assert party.reasons("vote", "latest") == [
        "Courier, dated 25 July 2019, tells the “vote” as passed: so it was on 25 July 2019 at the latest",
        "Herald says “on Friday” of the “vote”: so it was on 19 July 2019 or an earlier Friday",
    ]


def test_an_event_with_its_day_bounds_the_article_that_tells_it(party: World) -> None:
    party.article(HERALD, "2019-07-22")
    party.article(COUNCIL)
    friday = party.tell(HERALD, "vote", "on Friday", earliest="2019-07-19", latest="2019-07-19", grain="day")
    party.tell(COUNCIL, "vote")
    motion = party.tell(COUNCIL, "motion", "last week")
    party.solve()
    assert party.days(friday) == ("2019-07-19", "2019-07-19")
    assert party.published(COUNCIL) == ("2019-07-19", None)
    assert party.days(motion) == ("2019-07-08", None)


def test_nothing_dated_nothing_invented(party: World) -> None:
    party.article(HERALD)
    party.article(COUNCIL)
    mentions = [
        party.tell(HERALD, "vote", "on Friday"),
        party.tell(COUNCIL, "vote"),
        party.tell(COUNCIL, "x", "March 8"),
    ]
    party.solve()
    assert {party.days(mention) for mention in mentions} == {(None, None)}
    assert party.published(HERALD) == party.published(COUNCIL) == (None, None)
    assert party.con.execute("select distinct basis from document_days").fetchall() == [("unknown",)]


def test_dated_articles_agree_on_the_narrowest_days(party: World) -> None:
    party.article(HERALD, "2019-07-22")
    party.article(COUNCIL, "2019-07-25")
    week = party.tell(COUNCIL, "vote", "last week", earliest="2019-07-15", latest="2019-07-21", grain="week")
    friday = party.tell(HERALD, "vote", "on Friday", earliest="2019-07-19", latest="2019-07-19", grain="day")
    party.solve()
    assert party.days(week) == party.days(friday) == ("2019-07-19", "2019-07-19")


def test_the_outvoted_day_is_set_aside_and_keeps_its_own(party: World) -> None:
    for number, day in enumerate(["2019-07-19", "2019-07-18", "2019-07-19"]):
        party.article(f"Paper {number}", "2019-07-22")
        party.tell(f"Paper {number}", "vote", "told", earliest=day, latest=day, grain="day")
    party.solve()
    assert party.days("m0") == party.days("m2") == ("2019-07-19", "2019-07-19")
    assert party.days("m1") == ("2019-07-18", "2019-07-18")
    rows = party.con.execute("select mention_id, side, step, day::varchar from date_reasons where set_aside").fetchall()
    assert rows == [("m1", "latest", 1, "2019-07-18")]


@pytest.mark.parametrize(
    ("elsewhere", "earliest"),
    [(("2021-05-03",) * 3, "2021-05-28"), (("2021-05-03", "2021-05-03", "2021-05-04"), "2021-05-12")],
)
def test_a_single_witness_is_enough_until_contradictions_show_false_statements(
    party: World, elsewhere: tuple[str, ...], earliest: str
) -> None:
    for number, day in enumerate(elsewhere):
        party.article(f"Paper {number}", "2021-05-30")
        party.tell(f"Paper {number}", "meeting", "told", earliest=day, latest=day, grain="day")
    party.article(COUNCIL, "2021-05-30")
    party.article(HERALD)
    for event, day in (("vote", "2021-05-10"), ("strike", "2021-05-12"), ("letter", "2021-05-28")):
        party.tell(COUNCIL, event, "told", earliest=day, latest=day, grain="day")
        party.tell(HERALD, event)
    party.solve()
    assert party.published(HERALD) == (earliest, None)
    first = "Courier, dated 30 May 2021, says “told” of the “letter”: so it was on 28 May 2021 at the earliest"
    doubted = [words for words in party.reasons(HERALD, "earliest") if "not relied on for this side" in words]
    assert bool(doubted) == (earliest == "2021-05-12")
    assert first in party.reasons("letter", "earliest")


@pytest.mark.parametrize(
    ("dated", "undated", "earliest"),
    [
        ("asserted", "asserted", "2021-05-10"),
        ("planned", "planned", None),
        ("planned", "asserted", None),
        ("negated", "asserted", None),
    ],
)
def test_a_plan_and_a_report_bear_no_witness_to_each_others_days(
    party: World, dated: str, undated: str, earliest: str | None
) -> None:
    party.article(COUNCIL, "2021-05-07")
    party.article(HERALD)
    told = party.tell(COUNCIL, "vote", "told", modality=dated, earliest="2021-05-10", latest="2021-05-10", grain="day")
    other = party.tell(HERALD, "vote", modality=undated)
    party.con.execute(
        "create table pairs as select ? as mention_a, ? as mention_b, true as same, true as distinctive", [told, other]
    )
    party.solve()
    assert party.published(HERALD) == (earliest, "2021-05-10" if undated == "planned" else None)


def test_what_is_planned_of_a_decision_does_not_date_its_report(party: World) -> None:
    party.article(COUNCIL)
    decided = party.tell(COUNCIL, "appointment")
    party.tell(COUNCIL, "appointment", "told", modality="planned", earliest="2021-09-01", latest="2021-09-30")
    party.con.execute("update mentions set happening = 0")
    party.solve()
    assert party.published(COUNCIL) == party.days(decided) == (None, None)


def test_years_ago_count_calendar_years(party: World) -> None:
    party.article(HERALD, "2019-04-10")
    party.article(COUNCIL)
    party.tell(HERALD, "strike", "told", earliest="1999-06-01", latest="1999-06-30", grain="month")
    party.tell(COUNCIL, "strike", "20 years ago")
    party.solve()
    assert party.published(COUNCIL) == ("2019-01-01", "2019-12-31")


@pytest.mark.parametrize(
    ("dated", "undated", "expected"),
    [
        ("Anna Hale, 54, resigned.", "Anna Hale, 54, has died.", ("2019-04-11", "2021-04-10")),
        ("Anna Hale, 54, resigned.", "Anna Hale, 60, has died.", ("2025-04-11", "2027-04-10")),
        ("Ms Hale, 54, resigned.", "Ms Hale, 60, has died.", (None, None)),
        ("Anna Hale, 54, resigned.", "Joan Hale, 60, has died.", (None, None)),
        ("Sales to East Ruria, 54, Vosk, 9.", "Sales to East Ruria, 60, Vosk, 9.", (None, None)),
    ],
)
def test_two_ages_of_a_person_tell_how_far_articles_lie_apart(
    party: World, dated: str, undated: str, expected: tuple[str | None, str | None]
) -> None:
    party.article(HERALD, "2020-04-10", text=dated)
    party.article(COUNCIL, text=undated)
    party.solve()
    found = [date.fromisoformat(day) if day else None for day in party.published(COUNCIL)]
    for day, wanted in zip(found, expected, strict=True):
        assert (day is None) == (wanted is None)
        assert day is None or wanted is None or abs((day - date.fromisoformat(wanted)).days) <= 3


def test_an_article_appeared_by_the_day_it_was_fetched(party: World) -> None:
    party.article(COUNCIL)
    party.con.execute("update documents set published_latest = '2019-04-10'")
    friday = party.tell(COUNCIL, "vote", "on Friday")
    party.solve()
    assert party.published(COUNCIL) == (None, "2019-04-10")
    assert party.days(friday) == (None, "2019-04-05")
    assert party.reasons("vote", "latest")[0] == (
        "Courier came with bounds for its day: so Courier appeared on 10 April 2019 at the latest"
    )


def test_told_order_and_distance_tie_one_day_to_another(party: World) -> None:
    text = "The mayor resigned two days after the council voted."
    party.article(HERALD, "2021-05-20")
    party.article(COUNCIL, text=text)
    party.tell(HERALD, "vote", "told", earliest="2021-05-10", latest="2021-05-10", grain="day")
    resigned, voted = party.tell(COUNCIL, "resignation"), party.tell(COUNCIL, "vote")
    for mention, word in ((resigned, "resigned"), (voted, "voted")):
        start = text.index(word)
        party.con.execute(
            'update mentions set start = ?, "end" = ?, sentence_start = 0 where mention_id = ?',
            [start, start + len(word), mention],
        )
    measure = text.index("two days")
    party.con.execute(
        "insert into timexes values (?, 9, ?, ?, 'DURATION', 'P2D', null, 'absolute', null, null)",
        [COUNCIL, measure, measure + len("two days")],
    )
    party.solve()
    assert party.days(resigned) == ("2021-05-12", "2021-05-12")
    assert party.published(COUNCIL) == ("2021-05-12", None)


def test_todays_sunday_paper_pins_a_weekday(party: World) -> None:
    party.article(HERALD, "2019-04-10")
    party.article(COUNCIL, text="A leak printed in today’s Sunday Example says so.")
    party.tell(HERALD, "motion", latest="2019-04-10")
    party.tell(COUNCIL, "motion", "last month")
    party.tell(HERALD, "reply", "planned", modality="planned", earliest="2019-04-02", latest="2019-04-06", grain="day")
    party.tell(COUNCIL, "reply")
    party.solve()
    assert party.published(COUNCIL) == ("2019-04-07", "2019-05-26")


def test_every_document_and_mention_has_its_row(party: World) -> None:
    party.article(HERALD)
    party.article(COUNCIL, "2019-07-25")
    party.tell(COUNCIL, "vote", latest="2019-07-25")
    party.solve()
    assert party.con.execute("select count(*) from document_days").fetchall() == [(2,)]
    assert party.con.execute("select mention_id from mention_days").fetchall() == [("m0",)]
