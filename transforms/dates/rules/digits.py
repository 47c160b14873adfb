"""Dates in digits: years first, days or months first, months and days alone."""

from transforms.dates.meaning import Numeric, Point
from transforms.dates.rules.days import year
from transforms.dates.rules.rule import Piece, Product, Rule, Words
from transforms.dates.vocabulary import numbered


def iso(words: Words) -> Product:
    """Year, month, day in digits; the last two change places when that is the only reading."""
    number, second, third = int(words["y"]), int(words["m"]), int(words["d"])
    if second > 12 >= third:
        second, third = third, second
    return Point(year=number, month=second, day=third) if 1 <= second <= 12 and 1 <= third <= 31 else None


def numeric(words: Words) -> Product:
    """Two numbers and a year: the order that only one reading allows, else the locale's."""
    first, second = int(words["a"]), int(words["b"])
    number, short = year(words)
    if (
        words["x"] != words["z"]
        or number is None
        or not (1 <= first <= 31 and 1 <= second <= 31)
        or (first > 12 and second > 12)
    ):
        return None
    return Numeric(first, second, number, short)


def day_and_month(words: Words) -> Product:
    """8/10, or two of them: a day of a month whose order is the locale's."""
    first = short_numeric(words["a"])
    if words.text in ("9/11", "24/7"):
        return None
    if first is None or not words.get("b"):
        return first
    second = short_numeric(words["b"])
    if second is None:
        return None
    return Piece(*words.spans["a"], first), Piece(*words.spans["b"], second)


def short_numeric(text: str) -> Numeric | None:
    """Two numbers that may be a day and a month."""
    one, two = (int(part) for part in text.split("/"))
    if not (1 <= one <= 31 and 1 <= two <= 31) or (one > 12 and two > 12):
        return None
    return Numeric(one, two, None, False)


def month_of_year(words: Words) -> Product:
    """2013-02, 11/2016; 2007-08 is two years."""
    if words.text[:4].isdigit() and int(words["m"]) > int(words["y"]) % 100:
        return None
    return Point(year=int(words["y"]), month=int(words["m"]))


def named_month(words: Words) -> Product:
    """Sep-12-2013, 20Nov2016."""
    number, short = year(words)
    return Point(year=number, month=numbered("months")[words["m"]], day=int(words["d"]), short_year=short)


SHORT = r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])"

DIGITS: tuple[Rule, ...] = (
    Rule(
        name="date-iso",
        pattern=(
            r"(?:{weekday},? )?(?P<y>(?:1[5-9]|20)\d\d)(?:-|/|\.)(?P<m>0?[1-9]|[12]\d|3[01])(?:-|/"
            r"|\.)(?P<d>0?[1-9]|[12]\d|3[01])"
        ),
        make=iso,
        examples=(("published [2019-04-07]", "2019-04-07"), ("[2018-7-6]", "2018-07-06")),
        not_after=r"[.\-/]?\d",
        not_before=r"\d[.\-/]?",
        counters=("call 2019-04-0755",),
    ),
    Rule(
        name="date-compact",
        pattern=r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
        make=iso,
        examples=(("report-[20170302].html", "2017-03-02"),),
        not_before=r"[$£#.,\d]",
        not_after=r"[\d,%]|[.]\d",
        counters=("$20170302",),
    ),
    Rule(
        name="date-numeric",
        pattern=(
            r"(?:{weekday},? )?(?P<a>\d{1,2})(?P<x>/|-|\.)(?P<b>\d{1,2})(?P<z>/|-|\.)"
            r"(?P<y>(?:1[5-9]|20)\d\d|\d\d)"
        ),
        make=numeric,
        examples=(("dated [21/04/2016]", "2016-04-21"), ("[05.06.89]", "1989-06-05")),
        not_before=r"[\d$£.,/\-]",
        not_after=r"[\d%/\-]|[.,]\d",
        counters=("version 1.2.30.4", "at 99-13/16"),
    ),
    Rule(
        name="date-short",
        pattern=rf"(?P<a>{SHORT})(?:(?: to | and | ?- ?)(?P<b>{SHORT}))?",
        make=day_and_month,
        examples=(("due on [24/4]", "2019-04-24"), ("between [1/3] and [31/3]", "2019-03-01 2019-03-31")),
        before=r"(?:\A\s*|\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]etween|[Ff]rom|[Dd]ue|[Dd]ated) )",
        not_after=r"[/\d]|[.,]\d|%| (?:of|point|points|per|percent|mile|miles|inch|inches|cup|cups|majority|chance)\b",
        counters=("from 1/4 of a point", "he is there 24/7", "since 9/11, ", "on 12/10/9"),
    ),
    Rule(
        name="month-digits",
        pattern=r"(?:(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2]))",
        make=month_of_year,
        examples=(("in [2018-02]", "2018-02"),),
        not_before=r"[$£#.,\d/-]",
        not_after=r"[\d%/-]|[.,]\d",
        counters=("in 2007-08", "model 2018-02-7x"),
    ),
    Rule(
        name="digits-month",
        pattern=r"(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)",
        make=month_of_year,
        examples=(("in [11/2016]", "2016-11"),),
        not_before=r"[$£#.,\d/-]",
        not_after=r"[\d%/-]|[.,]\d",
        counters=("case 3/11/20161",),
    ),
    Rule(
        name="month-dashes",
        pattern=r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)-(?P<d>0?[1-9]|[12]\d|3[01])-(?P<y>{year}|\d\d)",
        make=named_month,
        examples=(("on [Sep-12-2013]", "2013-09-12"),),
        not_before=r"[\w-]",
        not_after=r"[\w-]",
    ),
    Rule(
        name="day-month-joined",
        pattern=r"(?P<d>0?[1-9]|[12]\d|3[01])(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?P<y>{year})",
        make=named_month,
        examples=(("on [20Nov2016]", "2016-11-20"),),
    ),
)
"""Rules for dates in digits."""
