"""Seasons, quarters, halves and numbered parts of longer periods."""

from transforms.dates.meaning import Last, Nth, Point, Step, Stretch
from transforms.dates.rules.amounts import code, unit
from transforms.dates.rules.days import SIGNS, STEP, year
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.vocabulary import cardinal, ordinal, table


def season_year(words: Words) -> Product:
    """A season of a year; a winter of two years is that of the first."""
    if words.get("w"):
        return Point(year=int(words["w"]), season="WI")
    number, short = year(words)
    return Point(year=number, season=season(words), short_year=short)


def season(words: Words) -> str:
    """The TIMEX3 code of a season."""
    code: str = table("time_parts", "seasons")[words["n"]]
    return code


def bare_season(words: Words) -> Product:
    """A season alone."""
    return Point(season=season(words))


def quarter(words: Words) -> Product:
    """The n-th quarter of a year told, of last year, or of the year in hand."""
    place = words.get("q") or words["n"]
    number = 4 if place == "final" else ordinal(place)
    if number > 4:
        return None
    if words.get("s"):
        return Point(year=Step("year", {"last": -1, "this": 0, "next": 1}[words["s"]]), quarter=number)
    told, short = year(words)
    return Point(year=told, quarter=number, short_year=short)


def half(words: Words) -> Product:
    """The first or second half of a year."""
    number = 1 if words["n"] == "first" else 2
    if words.get("s"):
        return Point(year=Step("year", {"last": -1, "this": 0, "next": 1}[words["s"]]), half=number)
    told, short = year(words)
    return Point(year=told, half=number, short_year=short)


def quarter_code(words: Words) -> Product:
    """Q1, 4Q12."""
    told, short = year(words, "z" if words.get("k") else "y")
    number = words.get("q") or words.get("n") or words["k"]
    return Point(year=told, quarter=int(number), short_year=short)


def half_code(words: Words) -> Product:
    """H1 2012."""
    told, short = year(words)
    return Point(year=told, half=int(words["h"]), short_year=short)


def season_bc(words: Words) -> Product:
    """The spring of 480 BC."""
    return Point(year=-int(words["y"]), season=season(words))


def nth_of(words: Words) -> Product:
    """The last week of July, the first quarter of next year."""
    whole = words.read(words.raw("p"))
    number = -1 if words["n"] in ("last", "final") else ordinal(words["n"])
    return Nth(number, words["u"].replace("-", ""), None, whole) if whole is not None else None


def stretch(words: Words) -> Product:
    """The first ten months of 1915."""
    whole = words.read(words.raw("p"))
    number = cardinal(words["n"])
    if whole is None or number != int(number):
        return None
    name = unit(words)
    sign = 1 if words["x"] in ("first", "opening") else -1
    return Stretch(code(f"{number:g}", name), name, sign * int(number), whole)


SEASONS: tuple[Rule, ...] = (
    Rule(
        name="season-bc",
        pattern=r"(?:the )?{season:n}(?: of)? (?P<y>\d{1,4}) ?(?:bce?|b\.c)",
        make=season_bc,
        examples=(("in [the spring of 480 BC]", "BC0480-SP"),),
    ),
    Rule(
        name="season-year",
        pattern=(
            r"(?:the )?(?:{season:n}(?: of|,)? (?P<y>{year}|'\d\d|{yearword})"
            r"|winter(?: of)? (?P<w>{year})[-/]\d\d)"
        ),
        make=season_year,
        examples=(("in [the summer of 1789]", "1789-SU"), ("in [the winter of 1989-90]", "1989-WI")),
    ),
    Rule(
        name="year-season",
        pattern=r"(?P<y>{year}) {season:n}",
        make=season_year,
        examples=(("the [1992 summer]", "1992-SU"),),
    ),
    Rule(
        name="season-last-year",
        pattern=r"(?:the )?{season:n}(?: of)? (?P<s>last|this|next) year",
        make=lambda words: Point(
            year=Step("year", {"last": -1, "this": 0, "next": 1}[words["s"]]), season=season(words)
        ),
        examples=(("in [the autumn of last year]", "2018-FA"),),
    ),
    Rule(
        name="season-step",
        pattern=rf"(?P<s>{STEP}) {{season:n}}",
        make=lambda words: Last(Point(season=season(words)), SIGNS[words["s"]]),
        examples=(("quit [last autumn]", "2018-FA"), ("[this summer]", "2019-SU")),
    ),
    Rule(
        name="season-the",
        pattern=r"the (?P<n>spring|summer|autumn|winter)",
        make=bare_season,
        examples=(("in [the summer]", "2019-SU"),),
        before=(
            r"\b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]ver|[Bb]y|[Uu]ntil|[Ss]ince|[Tt]hrough|[Oo]f|[Aa]fter"
            r"|[Bb]efore|[Tt]hroughout)\s+"
        ),
        counters=("the fall of Rome", "the spring broke"),
    ),
    Rule(
        name="season-fall",
        pattern=r"the fall",
        make=lambda words: Point(season="FA"),
        examples=(("throughout [the fall] and winter", "2018-FA"), ("in [the fall], he left", "2018-FA")),
        before=r"\b(?:in|during|throughout|until|since|by) ",
        after=r"(?:\s*[.,;:)]|\s*\z| (?:and|when|after|as|or|campaign|election|semester|season)\b)",
        counters=("in the fall of Rome", "by the fall in prices", "until the fall in output."),
    ),
    Rule(
        name="season-of",
        pattern=r"(?:that|the same|that same) (?P<n>spring|summer|autumn|winter)",
        make=lambda words: Point(year=Step("year", 0, "narrative"), season=season(words)),
        examples=(("in May 2018; [that summer], he left", "2018-SU"),),
    ),
    Rule(
        name="season-of-year",
        pattern=r"the {season:n} of (?:that|the same) year",
        make=lambda words: Point(year=Step("year", 0, "narrative"), season=season(words)),
        examples=(("he won in 2016; in [the fall of that year], he left", "2016-FA"),),
    ),
    Rule(
        name="season-campaign",
        pattern=r"(?P<n>spring|summer|autumn|winter)",
        make=bare_season,
        examples=(("a [spring] offensive", "2019-SP"), ("the [summer] recess", "2019-SU")),
        after=r" {season_noun}\b",
        not_before=r"\b(?:Arab|Prague) ",
        counters=("Prague Spring campaign", "winter clothes"),
    ),
    Rule(
        name="season",
        pattern=r"(?P<n>spring|summer|autumn|winter)",
        make=bare_season,
        examples=(("by [summer]", "2019-SU"),),
        before=r"\b{season_lead} ",
        counters=("spring onions",),
    ),
    Rule(
        name="quarter",
        pattern=(
            r"(?:the )?(?:(?P<y>{year}|'\d\d)(?:'s)? )?(?:fiscal )?(?P<n>first|second|third|fourth|1st"
            r"|2nd|3rd|4th|final)(?: |-)quarter"
        ),
        make=quarter,
        examples=(("in [the first quarter]", "2019-Q1"),),
        not_after=r"(?:-| )?(?:back|final|of an hour|mile)",
        counters=(),
    ),
    Rule(
        name="quarter-year",
        pattern=(
            r"(?:the )?(?:fiscal(?: |-))?(?:(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)(?: "
            r"|-)quarter|q(?P<q>[1-4]))(?: of| in|,)? (?:(?:fiscal|calendar) )?(?P<y>{year}|'\d\d)"
        ),
        make=quarter,
        examples=(("in [the third quarter of 2018]", "2018-Q3"), ("[Q3 2004]", "2004-Q3")),
    ),
    Rule(
        name="quarter-code",
        pattern=(r"(?:q(?P<q>[1-4])|(?P<n>[1-4])q)(?: ?(?P<y>{year}|'?\d\d))?|(?P<z>{year}|\d\d)[ -]?q(?P<k>[1-4])"),
        make=quarter_code,
        examples=(
            ("in [Q1]", "2019-Q1"),
            ("[4Q12] results", "2012-Q4"),
            ("in [1Q 2013]", "2013-Q1"),
            ("in [2018Q4]", "2018-Q4"),
        ),
        not_before=r"[\w.\-/]",
        not_after=r"[\w/&]",
    ),
    Rule(
        name="half-code",
        pattern=r"h(?P<h>[12]) (?P<y>{year}|'?\d\d)",
        make=half_code,
        examples=(("in [H1 2012]", "2012-H1"),),
        not_after=r"[\w/.,]\d",
    ),
    Rule(
        name="half-figures",
        pattern=r"(?P<n>first|second)-half",
        make=half,
        examples=(("[first-half] profit", "2019-H1"),),
        after=r" (?:{figures})\b",
        counters=("a first-half goal",),
    ),
    Rule(
        name="quarter-last-year",
        pattern=r"(?:the )?(?P<n>first|second|third|fourth)(?: |-)quarter(?: of|,)? (?P<s>last|this|next) year",
        make=quarter,
        examples=(("in [the first quarter of next year]", "2020-Q1"),),
    ),
    Rule(
        name="last-year-quarter",
        pattern=r"(?P<s>last|this|next) year's (?:fiscal )?(?P<n>first|second|third|fourth)(?: |-)quarter",
        make=quarter,
        examples=(("in [last year's third quarter]", "2018-Q3"),),
    ),
    Rule(
        name="half",
        pattern=(
            r"(?:the )?(?P<n>first|second|last|latter)(?: |-)half(?: of|,) (?:(?P<y>{year})|(?P<s>last"
            r"|this|next) year)"
        ),
        make=half,
        examples=(("in [the second half of 1999]", "1999-H2"),),
    ),
    Rule(
        name="unit-of",
        pattern=(
            r"(?:the )?(?P<n>last|final|first|second|third|fourth|{small_ordinal}) (?P<u>week|day|month|weekend"
            r"|week-end|decade) (?:of|in) (?P<p>(?:the )?{ordinal}(?: |-)century"
            r"|{fullmonth}(?:,? (?:of )?{year})?|{year}|(?:last|this|next) (?:month"
            r"|year))"
        ),
        make=nth_of,
        examples=(
            ("in [the last week of July 2018]", "2018-W30"),
            ("on [the last weekend of October 2013]", "2013-W43-WE"),
            ("in [the second decade of the 20th century]", "191"),
        ),
    ),
    Rule(
        name="units-of",
        pattern=(
            r"(?:the )?(?P<x>first|opening|last|final|closing) (?P<n>{number}) (?P<u>days|weeks|months|years) of "
            r"(?:the )?(?P<p>{fullmonth}(?:,? (?:of )?{year})?|{year}|(?:last|this|next) (?:month|year)|{decade})"
        ),
        make=stretch,
        examples=(("in [the first ten months of 1915]", "P10M"), ("in [the last two weeks of February 2018]", "P2W")),
    ),
)
"""Rules for parts of a year."""
