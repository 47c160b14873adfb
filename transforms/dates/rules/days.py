"""Days: dates with a month and named days."""

import re
from dataclasses import replace

import seeds
from transforms.dates.holiday import named
from transforms.dates.meaning import Around, Beside, Distance, Last, Meaning, Point, Step
from transforms.dates.rules.rule import Piece, Product, Rule, Words
from transforms.dates.vocabulary import numbered, ordinal, year_in_words

SIGNS = {
    "last": -1, "past": -1, "previous": -1, "this past": -1, "this last": -1,
    "this": 0, "this coming": 1, "coming": 1, "this upcoming": 1, "upcoming": 1, "next": 1,
    "this next": 1,
}  # fmt: skip
STEP = "(?:last|past|previous|this past|this last|this coming|coming|this upcoming|upcoming|next|this next|this)"


def month(words: Words, name: str = "m") -> int:
    """The month that a part names."""
    return numbered("months")[words[name].rstrip(".")]


def weekday(words: Words, name: str = "w") -> int:
    """The weekday that a part names."""
    return numbered("weekdays")[words[name].rstrip(".")]


def year(words: Words, name: str = "y") -> tuple[int | None, bool]:
    """The year that a part writes and whether it has two digits only."""
    text = words.get(name)
    if text is None:
        return None, False
    digits = text.lstrip("'")
    if digits.isdigit():
        return int(digits), len(digits) <= 2
    return year_in_words(text), False


def full_date(words: Words) -> Product:
    """A day of a month, with a year and a weekday when told; "the first march" is one of several."""
    if words.raw("m") in ("march", "may") and words.raw("d").isalpha() and " of " not in words.text:
        return None
    number, short = year(words)
    told = "w" if words.get("w") else "v"
    day = weekday(words, told) if words.get(told) else None
    return Point(year=number, month=month(words), day=ordinal(words["d"]), weekday=day, short_year=short)


def date_last_year(words: Words) -> Product:
    """A day or month of last, this or next year; "a march last year" is no month."""
    if not words.get("d") and words["m"] in ("may", "march") and not words.text[0].isupper():
        return None
    step = Step("year", {"last": -1, "this": 0, "next": 1}[words["s"]])
    day = ordinal(words["d"]) if words.get("d") else None
    return Point(year=step, month=month(words), day=day)


def date_list(words: Words) -> Product:
    """Days of one month: each is an expression of its own, one of which takes in the month."""
    number, short = year(words)
    start = words.spans["l"][0]
    spans = [(start + at.start(), start + at.end(), ordinal(at[0])) for at in DAY_OF_LIST.finditer(words.raw("l"))]
    led = words.spans["m"][0] < start
    pieces = [
        Piece(first, last, Point(year=number, month=month(words), day=day, short_year=short), alike=True)
        for first, last, day in spans
    ]
    if led:
        pieces[0] = replace(pieces[0], start=words.spans["m"][0])
    if not led or words.get("y"):
        pieces[-1] = replace(pieces[-1], end=len(words.text))
    return tuple(pieces)


DAY_OF_LIST = re.compile(r"(?:the )?\d+(?:st|nd|rd|th)?", re.IGNORECASE)
WEEKDAY = r"(?:(?:(?:last|next|this) )?{weekday:w},? )?"
"""What may stand before a date with its month: Friday, next Friday."""
DAY_LIST = (
    r"(?P<l>(?:the )?{dd}(?:(?:, | ?- ?)(?:the )?{dd}){0,6}"
    r"(?: ?- ?|/|,? (?:to|and|or|until|till|through|&) )(?:the )?{dd})"
)


FEAST = rf"(?:(?P<s>{STEP}) )?{{holiday:h}}(?P<w> week(?:end)?)?(?:,? (?:in |of )?(?P<y>{{year}}))?"


def named_day(words: Words) -> Product:
    """A holiday or other named day, last Christmas, or the week or weekend at which one lies.

    The days that begin a week have the weekend before them, the others the one after.
    """
    number, short = year(words)
    day: Meaning = Point(year=number, holiday=named()[words["h"].replace("’", "'")], short_year=short)
    if words.get("s"):
        day = Last(Point(holiday=named()[words["h"]]), SIGNS[words["s"]])
    if words.get("w") == "week":
        return Around("week", day)
    return Around("weekend", Beside(Distance("day", -3, -3), day)) if words.get("w") else day


def named_weekend(words: Words) -> Product:
    """Over Easter: the weekend of a feast that always falls on its Sunday and gives the weekend its name."""
    key = named()[words["h"].replace("’", "'")]
    stepped = words.get("s") or words.get("w")
    if stepped or seeds.toml("words/time_holidays.toml")[key].get("over") != "weekend":
        return None
    number, short = year(words)
    return Around("weekend", Point(year=number, holiday=key, short_year=short))


DAYS: tuple[Rule, ...] = (
    Rule(
        name="day-month-year",
        pattern=(
            WEEKDAY + r"(?:the )?(?P<d>{dd}|{dword})\.?(?: of)?(?: |-){month:m}"
            r"(?:,? |-)(?P<y>{year}|'\d\d|{yearword})"
        ),
        make=full_date,
        examples=(("on [17 March 2003]", "2003-03-17"), ("[4th of July 1995]", "1995-07-04")),
        not_after=r"\d|[:.,]\d| ?%",
    ),
    Rule(
        name="day-month",
        pattern=WEEKDAY + r"(?:the )?(?P<d>{dd}|{dword})\.?(?: of)?(?: |-){month:m}",
        make=full_date,
        examples=(("on [17 November]", "2018-11-17"), ("[the second of March]", "2019-03-02")),
        not_before=r"(?:[$#]\s?|[\d.,:])",
        not_after=r"\d",
        counters=("$12 December", "a week after the first march"),
    ),
    Rule(
        name="month-day-year",
        pattern=(
            WEEKDAY + r"{month:m} (?:the )?(?P<d>{dd}|{dword})(?:,? (?:of )?|, ?)"
            r"(?P<y>{year}|'\d\d|{yearword})"
        ),
        make=full_date,
        examples=(("on [April 5, 2016]", "2016-04-05"), ("[March third 2015]", "2015-03-03")),
        not_after=r"\d|[:.,]\d| ?%",
    ),
    Rule(
        name="date-september-eleven",
        pattern=r"(?:september|sept\.?) 11(?:th)?",
        make=lambda words: Point(year=2001, month=9, day=11),
        examples=(("since the [Sept. 11] attacks", "2001-09-11"),),
        after=r"\A,? (?:terror(?:ist)? )?(?:attacks?|hijack[a-z]+|plot(?:ters)?)\b",
        counters=("the Sept. 11 vote",),
    ),
    Rule(
        name="month-day",
        pattern=WEEKDAY + r"{month:m} (?:the )?(?P<d>{dd}|{dword})(?:, {weekday:v})?",
        make=full_date,
        examples=(
            ("on [March 8]", "2019-03-08"),
            ("[Friday, March 8]", "2019-03-08"),
            ("[next Friday, April 12]", "2019-04-12"),
        ),
        not_after=r"\d|[:.,]\d| ?%|/\d",
        counters=("May 5.5 per cent", "March 5% up"),
    ),
    Rule(
        name="month-day-word",
        pattern=r"{month:m} (?P<d>one|two|three|four|five|six|seven|eight|nine)",
        make=full_date,
        examples=(("it will close on [March two].", "2020-03-02"), ("opens in Leeds [April nine]", "2019-04-09")),
        not_before=r"\b(?:[Ii]n|[Dd]uring|of) ",
        not_after=r"-| (?:hundred|thousand|million|mln|billion|pct|per|percent|people|men|women|of|others|more|or)\b",
        counters=("in March two banks closed", "by April two of them had left", "in May three million voted"),
    ),
    Rule(
        name="day-only",
        pattern=r"the (?P<d>{dd}|thirty)",
        make=lambda words: Point(day=ordinal(words["d"])),
        examples=(("he will return on [the 15th].", "2019-04-15"),),
        before=r"\b(?:back on|on|for|by|until|till|since|of|between|from) ",
        after=r"(?:\s?[.,;:]?\s*\z|[.,;:](?:\s|\z)| (?:and|when|the|after|to|by) )",
        counters=("on the 15th floor", "for 15 people", "from the first."),
    ),
    Rule(
        name="weekday-day",
        pattern=r"{weekday},? the (?P<d>{dd})",
        make=lambda words: Point(day=ordinal(words["d"])),
        examples=(("on [Friday, the 12th]", "2019-04-12"),),
        not_after=r" (?-i:[A-Z])| (?:floor|time|century|anniversary)",
    ),
    Rule(
        name="date-nine-eleven",
        pattern="9/11",
        make=lambda words: Point(year=2001, month=9, day=11),
        examples=(("since the [9/11] attacks", "2001-09-11"),),
        not_before=r"[\d/.$]",
        not_after=r"[/\d]",
        counters=("on 9/11/2018",),
    ),
    Rule(
        name="date-of-year",
        pattern=r"{month:m}(?: (?P<d>{dd}))?,?(?: of)? (?P<s>last|this|next) year",
        make=date_last_year,
        examples=(("dated [April 5 last year]", "2018-04-05"), ("in [March this year]", "2019-03")),
        counters=("a similar march last year", "he may this year"),
    ),
    Rule(
        name="day-month-of-year",
        pattern=r"(?P<d>{dd}) (?:of )?{month:m},?(?: of)? (?P<s>last|this|next) year",
        make=date_last_year,
        examples=(("on [5 April last year]", "2018-04-05"),),
    ),
    Rule(
        name="month-days",
        pattern=rf"{{month:m}} {DAY_LIST}(?:,? (?P<y>{{year}}))?",
        make=date_list,
        examples=(
            ("on [April 12] and [26]", "2019-04-12 2019-04-26"),
            ("on [April 9], [10] and [11]", "2019-04-09 2019-04-10 2019-04-11"),
        ),
        not_after=r"\d|[:.,]\d| ?%|(?: (?:people|others|per|percent|points))",
        counters=("of May 3, 4 and 5 percent",),
    ),
    Rule(
        name="days-month",
        pattern=rf"{DAY_LIST}(?: of)? {{month:m}}(?:,? (?P<y>{{year}}))?",
        make=date_list,
        examples=(
            ("from [3] to [5 May 2018]", "2018-05-03 2018-05-05"),
            ("on [13] - [15 of July 2018]", "2018-07-13 2018-07-15"),
            ("on [9], [10] and [11 April]", "2019-04-09 2019-04-10 2019-04-11"),
            ("on [1st], [2nd], and [5th of May 2018]", "2018-05-01 2018-05-02 2018-05-05"),
            ("on [the 9th] and [10th of May 2018]", "2018-05-09 2018-05-10"),
        ),
        not_before=r"[$£\d.,]",
        counters=("$9 and 10 April",),
    ),
    Rule(
        name="month-day-step",
        pattern=r"(?P<s>last|next) {month:m} (?P<d>{dd})",
        make=lambda words: Last(Point(month=month(words), day=ordinal(words["d"])), SIGNS[words["s"]]),
        examples=(("the congress voted [last January 22]", "2019-01-22"),),
    ),
    Rule(
        name="holiday-over",
        pattern=FEAST,
        make=named_weekend,
        before=r"\bover ",
        examples=(("delegates met over [Easter]", "2019-W16-WE"),),
        counters=("delegates met on Easter", "delegates met over Christmas", "a row over Easter eggs"),
        not_after=r" (?:Island|Rising|Monday|eggs?\b|week)",
    ),
    Rule(
        name="holiday",
        pattern=FEAST,
        make=named_day,
        examples=(
            ("by [Easter]", "2019-04-21"),
            ("[Christmas 2018]", "2018-12-25"),
            ("[last Christmas]", "2018-12-25"),
            ("over the [Labor Day weekend]", "2019-W35-WE"),
            ("in [Easter week]", "2019-W16"),
        ),
        not_after=r" (?:Island|Rising|tree|card|present)",
    ),
)
