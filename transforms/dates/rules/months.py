"""Months, with a year when told."""

from transforms.dates.meaning import Last, Point
from transforms.dates.rules.days import SIGNS, STEP, month, year
from transforms.dates.rules.rule import Piece, Product, Rule, Words

LEAD = r"(?:\A|\b{lead}[ \t\n(-]+(?:the[ \t\n]+)?)"
STRICT_LEAD = r"(?:\b{strict_lead}[ \t\n-]+)"


def month_year(words: Words) -> Product:
    """A month of a year."""
    number, short = year(words)
    return Point(year=number, month=month(words), short_year=short)


def bare_month(words: Words) -> Product:
    """A month alone; what is a common word or a first name too needs its capital."""
    name = words["m"]
    if (len(name) <= 4 or name == "march") and name not in ("june", "july") and not words.text[0].isupper():
        return None
    return Point(month=month(words))


def step_month(words: Words) -> Product:
    """Last April, next June."""
    if words["s"] == "this" and not words.raw("m")[0].isupper():
        return None
    return Last(Point(month=month(words)), SIGNS[words["s"]])


def month_range(words: Words) -> Product:
    """January-March, March-April 1990: two months."""
    number, short = year(words)
    first = Piece(*words.spans["a"], Point(month=month(words, "a")))
    return first, Piece(
        words.spans["b"][0], len(words.text), Point(year=number, month=month(words, "b"), short_year=short)
    )


MONTHS: tuple[Rule, ...] = (
    Rule(
        name="month-range",
        pattern=r"{month:a} ?(?:-|/) ?{month:b}(?:,? (?:of )?(?P<y>{year}))?",
        make=month_range,
        examples=(
            ("in the [January]-[March] quarter", "2019-01 2019-03"),
            ("in [Nov]-[Dec 2017]", "2017-11 2017-12"),
        ),
        not_before=r"[\w/-]",
        not_after=r"[\w/-]",
    ),
    Rule(
        name="month-year",
        pattern=r"{month:m}(?:,? of|,)? (?P<y>{year}|'\d\d|{yearword})",
        make=month_year,
        examples=(("in [December 2026]", "2026-12"), ("in [April of 1987]", "1987-04")),
    ),
    Rule(
        name="month-short-year",
        pattern=r"{month:m} (?P<y>[4-9]\d)",
        make=month_year,
        examples=(("[Aug 96]", "1996-08"),),
        not_after=r"\d|[:.,/]\d| ?%| [a-z]",
        counters=("March 80 people",),
    ),
    Rule(
        name="month-may-led",
        pattern=r"(?P<m>may|march)",
        make=bare_month,
        examples=(("In [March] they left", "2019-03"), ("since [May] it has grown", "2018-05")),
        before=STRICT_LEAD,
        counters=("early march of progress", "by march and song"),
    ),
    Rule(
        name="month-may",
        pattern=r"(?P<m>may|march)",
        make=bare_month,
        examples=(("widely predicted for [May]", "2019-05"), ("the end of the [March] recess", "2019-03")),
        before=LEAD,
        not_after=r" (?:i|we|he|she|they|it|you|the|be|have|not|god|there)\b",
        counters=("May I speak?", "he may resign", "Mrs May resigned", "the march on London", "they may"),
    ),
    Rule(
        name="month-short",
        pattern=r"(?P<m>mar|sep|dec|jan|feb|apr|jun|jul|aug|sept|oct|nov)",
        make=bare_month,
        examples=(("since [Sept]", "2018-09"),),
        before=STRICT_LEAD,
        counters=("with Jan in the lead",),
    ),
    Rule(
        name="month-name",
        pattern=r"(?P<m>april|june|august)",
        make=bare_month,
        examples=(("he quit in [August]", "2018-08"),),
        before=r"\b{lead}[ \t\n(-]+(?:the[ \t\n]+)?",
    ),
    Rule(
        name="month-name-alone",
        pattern=r"(?P<m>april|june|august)",
        make=bare_month,
        examples=(("an [April] vote", "2019-04"),),
        not_before=r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.? ",
        not_after=r" (?-i:[A-Z][a-z])",
        counters=("April Jones spoke.", "Mrs April"),
    ),
    Rule(
        name="month",
        pattern=(
            r"(?P<m>january|february|july|september|october|november|december|feb|apr"
            r"|jun|jul|aug|sept|oct|nov)"
        ),
        make=bare_month,
        examples=(("he quit in [October]", "2018-10"),),
        not_before=r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Black)\.? ",
        counters=("Mr January",),
    ),
    Rule(
        name="month-step",
        pattern=rf"(?P<s>{STEP}) {{month:m}}",
        make=step_month,
        examples=(("[last July]", "2018-07"), ("[next June]", "2019-06")),
    ),
    Rule(
        name="month-following",
        pattern=r"the following {month:m}",
        make=lambda words: Last(Point(month=month(words)), 1, "narrative"),
        examples=(("in 1914 and [the following March]", "1915-03"),),
        not_after=r" \d",
        counters=("the following March 8",),
    ),
    Rule(
        name="month-previous",
        pattern=r"the (?:previous|preceding) {month:m}",
        make=lambda words: Last(Point(month=month(words)), -1, "narrative"),
        examples=(("[the previous June]", "2018-06"),),
    ),
)
"""Rules for months."""
