"""Expressions counted from the day of publication or from the date the story has reached."""

from typing import Literal

from transforms.dates.meaning import (
    Distance,
    Last,
    Part,
    Point,
    Same,
    Step,
    Window,
)
from transforms.dates.rules.amounts import ABOUT, BARE, OR_TWO, SPREAD, ago, amount, unit
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.vocabulary import table, units

DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
    "day before yesterday": -2, "day after tomorrow": 2, "this day": 0,
}  # fmt: skip
COUNTS = {"last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "current": 0, "the current": 0,
          "next": 1, "coming": 1, "this coming": 1, "upcoming": 1}  # fmt: skip
UNIT = r"(?P<u>week|weekend|week-end|month|quarter|year|decade|century|fortnight)"
PERIOD = (
    r"(?P<p>(?:{fullmonth}|{season})(?:,? (?:of )?{year})?|(?:the )?(?:year )?{year}|(?:the )?(?:1[5-9]|20)\d0s|"
    r"(?:the )?'[2-9]0s|(?:the )?{ordinal}(?: |-)century(?: bce?)?|(?:the )?\d{1,3}0s bce?|"
    r"(?:this|last|next|the|that|the next|the following|the same) "
    r"(?:week|weekend|month|year|decade|century|summer|spring|autumn|winter|day|quarter|{fullmonth})|"
    r"(?:the )?(?:first|second|third|fourth|final)(?: |-)quarter(?: of (?:{year}|(?:last|this|next) year))?|"
    r"(?:year|month|week)|\d{1,4} bce?)"
)


def stepped(words: Words) -> Product:
    """Last week, this month, next year."""
    name = unit(words)
    count = COUNTS[words["s"]]
    if name == "fortnight":
        return Window("P2W", "week", 2, count or 1)
    return Step(name, count)


def in_exactly(words: Words) -> Product:
    """In five days; in a few days is a length."""
    least, most, _ = amount(words)
    return Distance(unit(words), least, most) if least == most else None


def this_time(words: Words) -> Product:
    """This time last year: the month that lies a year back, or the day a week or a month back."""
    count = 1 if words.get("s") == "next" else -1
    name = unit(words, "u" if words.get("u") else "v")
    return Distance("month", 12 * count, 12 * count) if name == "year" else Distance(name, count, count)


def part_of(words: Words) -> Product:
    """Early March, the end of 2012: the period's value with narrower days."""
    period = words["p"]
    whole = Same(units()[period]) if period in units() else words.read(words.raw("p"))
    if whole is None:
        return None
    key = words["x"].rstrip("-")
    stepped_year = isinstance(whole, Step) and whole.unit == "year"
    wide = stepped_year or (isinstance(whole, Step) and whole.unit == "week")
    first, last = table("time_parts", "modifiers")[key]
    if stepped_year and "end of" in key:
        first = 7
    if wide and key in table("time_parts", "wide"):
        first, last = table("time_parts", "wide")[key]
    return Part(first, last, whole)


def rest_of(words: Words) -> Product:
    """Earlier this week, later in the year: up to or from the day in hand."""
    side: Literal["before", "after"] = "before" if words["x"] == "earlier" else "after"
    if words.get("n"):
        return Part(1, 12, Last(Point(season=table("time_parts", "seasons")[words["n"]]), 0), side)
    name = unit(words)
    if words.get("s") in ("that", "the same"):
        return Same(name)
    if words.get("s") == "the" and name == "day":
        return Same(name, told=True)
    return Part(1, 12, Step(name, 0), side)


RELATIVE: tuple[Rule, ...] = (
    Rule(
        name="day-word",
        pattern=(
            r"(?:earlier |later |late |early )?(?P<d>today|yesterday|tomorrow"
            r"|(?:the )?day before yesterday|(?:the )?day after tomorrow|this day)"
        ),
        make=lambda words: Step("day", DAYS[words["d"]]),
        examples=(("[yesterday]", "2019-04-09"), ("[the day after tomorrow]", "2019-04-12")),
        not_after=r"'s? (?:Show|Programme|programme)|'s {ages}\b",
    ),
    Rule(
        name="this-time-of",
        pattern=r"(?:about |around )?this time (?:(?P<s>last|next) (?P<u>week|month|year)|a (?P<v>year) ago)",
        make=this_time,
        examples=(
            ("rents were lower [this time last year]", "2018-04"),
            ("he will be free [this time next week]", "2019-04-17"),
        ),
        counters=("They left again, this time to sea.",),
    ),
    Rule(
        name="unit-step",
        pattern=rf"(?:the )?(?P<s>last|past|previous|this past|this coming|this|current|next|coming|upcoming) {UNIT}",
        make=stepped,
        examples=(("[last week]", "2019-W14"), ("[this month]", "2019-04"), ("[next year]", "2020")),
        not_after=r"-(?:old|long|finals?)\b",
        counters=("in the last quarter-final",),
    ),
    Rule(
        name="unit-in-hand",
        pattern=(
            r"(?:the )?(?:(?P<s>last|past|previous|this|current|next|coming) )?"
            r"(?:fiscal|financial|tax|school|academic) (?P<u>year|quarter)"
        ),
        make=lambda words: Step(unit(words), COUNTS[words.get("s") or "this"]),
        examples=(("in [the current fiscal year]", "2019"), ("in [the next financial year]", "2020")),
    ),
    Rule(
        name="part-of",
        pattern=rf"(?P<x>{{mod}}) ?{PERIOD}".replace("{mod}) ?", "{mod})"),
        make=part_of,
        examples=(
            ("in [early March]", "2019-03"),
            ("at [the end of January]", "2019-01"),
            ("[mid-November]", "2018-11"),
            ("at [the end of the second quarter]", "2019-Q2"),
            ("in the [early '90s]", "199"),
            ("in [the first half of the 18th century]", "17"),
            ("in [the last quarter of the 19th century]", "18"),
        ),
    ),
    Rule(
        name="rest-of",
        pattern=(
            r"(?P<x>earlier|later)(?:(?: in| on| during)? (?P<s>this|the|that|the same) (?P<u>week|month"
            r"|year|day|weekend|quarter)| this {season:n})"
        ),
        make=rest_of,
        examples=(
            ("[earlier this week]", "2019-W15"),
            ("fell on Tuesday; [earlier in the day] it rose", "2019-04-09"),
            ("will meet on Friday; [earlier in the day] he left", "2019-04-10"),
            ("[later this year]", "2019"),
            ("[later this summer]", "2019-SU"),
        ),
    ),
    Rule(
        name="ago",
        pattern=(
            rf"{ABOUT}{SPREAD} {{unit:u}}(?:(?P<h> and a half)|{OR_TWO}| or so| or more)? ago(?: today)?"
            rf"|{ABOUT}(?P<w>{BARE}) ago"
        ),
        make=ago(-1, "published"),
        examples=(
            ("[two months ago]", "2019-02"),
            ("[a few weeks ago]", "PAST_REF"),
            ("[10 days ago]", "2019-03-31"),
            ("[a year and a half ago]", "2017-10"),
            ("[two and a half years ago]", "2016-10"),
            ("[two or three years ago]", "PAST_REF"),
            ("[a week or two ago]", "PAST_REF"),
            ("[two weeks ago today]", "2019-03-27"),
            ("[centuries ago]", "PAST_REF"),
        ),
    ),
    Rule(
        name="from-now",
        pattern=rf"{ABOUT}{SPREAD} {{unit:u}} (?:from now|hence|from today)",
        make=ago(1, "published"),
        examples=(("[two weeks from now]", "2019-04-24"), ("[two to three weeks from now]", "FUTURE_REF")),
    ),
    Rule(
        name="in-amount",
        pattern=rf"in {ABOUT}{SPREAD} {{dayunit:u}}(?:' time|'s time| time)",
        make=ago(1, "published"),
        examples=(("[in two years' time]", "2021"),),
    ),
    Rule(
        name="in-exactly",
        pattern=rf"in {ABOUT}{SPREAD} {{dayunit:u}}",
        make=in_exactly,
        examples=(
            ("will end [in five days]", "2019-04-15"),
            ("they plan to meet [in two months]", "2019-06"),
            ("it would be closed [in two years]", "2021"),
        ),
        before=(
            r"(?:\b(?:will|shall|'ll|back|leave|due|expires?|begins?|starts?|something"
            r"|(?:plan|aim|hop|expect|agre|set|schedul|go|intend|promis)[a-z]* to"
            r"|(?:would|to) be [a-z]+ed)\b[^.;:]{0,30}|^\s*)"
        ),
        counters=("rose fastest in five years",),
    ),
    Rule(
        name="new-year",
        pattern=r"the new year",
        make=lambda words: Step("year", 1),
        examples=(("in [the New Year]", "2020"),),
        not_after=r"(?:'s|-| (?:honours|holiday|message))",
    ),
    Rule(
        name="workweek",
        pattern=r"(?P<s>last|this|next) work(?:ing )?week",
        make=lambda words: Part(1, 8, Step("week", COUNTS[words["s"]])),
        examples=(("[next workweek]", "2019-W16"),),
    ),
)
"""Rules for what is counted from another day."""
