"""Expressions counted from the date that the story has reached."""

from transforms.dates.meaning import (
    FromEvent,
    Last,
    Length,
    Part,
    Point,
    Same,
    Step,
    Window,
    YearAgo,
)
from transforms.dates.rules.amounts import ABOUT, BARE, OR_TWO, SPREAD, ago, amount, code, unit
from transforms.dates.rules.days import month
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.rules.seasons import season
from transforms.dates.vocabulary import ordinal


def in_hand(words: Words) -> Product:
    """The quarter, the year: the one that the story or the day of publication is in; "the Year" is part of a title."""
    if words.raw("u")[0].isupper() and words.text[0].islower():
        return None
    if words["u"] in ("weekend", "week-end"):
        return Point(weekend=True)
    return Same(unit(words), loose=True)


def year_ago(words: Words) -> Product:
    """The year-earlier quarter; with a number, that quarter of the year before."""
    quarter = words.get("q") or ""
    if quarter.endswith("quarter") and quarter != "quarter":
        return YearAgo(1, "quarter", ordinal(quarter.split("-")[0].split()[0]))
    return YearAgo(1, "quarter" if quarter else None)


def year_ago_this(words: Words) -> Product:
    """A year ago today, fifty years ago this month."""
    least, most, _ = amount(words)
    if unit(words) != "year" or least != most or least != int(least):
        return None
    return YearAgo(int(least), "day" if words["t"] == "today" else words["t"].removeprefix("this "))


def unit_end(words: Words) -> Product:
    """Year's end, the year-end of 2012."""
    if words.get("y"):
        return Part(11, 12, Point(year=int(words["y"])))
    return Part(11, 12, Step(unit(words, "u" if words.get("u") else "v"), 0))


def of_story_year(words: Words) -> Product:
    """June of that year."""
    return Point(
        year=Step("year", 0, "narrative"), month=month(words), day=ordinal(words["d"]) if words.get("d") else None
    )


AFTER = "(?:later|afterwards?|after that)"
BEFORE = "(?:earlier|previously|before that|beforehand)"
THAN = r" than\b"
"""What follows where an amount compares, and tells no date."""
EVENT = r" (?:the|his|her|its|their|a|an|this|that|they|he|she|it|we)\b| (?-i:[A-Z])"
"""What follows where a day is counted from something that happened, and not from a date."""

STORY: tuple[Rule, ...] = (
    Rule(
        name="year-earlier",
        pattern=(
            r"(?:the )?(?:{comparable} )?year(?: |-)(?:earlier|ago)"
            r"(?: (?P<q>period|quarter|(?:first|second|third|fourth)(?: |-)quarter))?"
        ),
        make=year_ago,
        examples=(
            ("profit in the first quarter rose from [the year-earlier period]", "2018-Q1"),
            ("in the first quarter, against a [year-earlier] loss", "2018-Q1"),
        ),
    ),
    Rule(
        name="year-earlier-units",
        pattern=r"(?:the )?year(?: |-)(?:earlier|ago) {few:n} {dayunit:u}",
        make=lambda words: Length(code(f"{amount(words)[0]:g}", unit(words))),
        examples=(("down from [the year-ago nine months]", "P9M"),),
    ),
    Rule(
        name="same-quarter-ago",
        pattern=(
            r"(?:the )?{comparable} (?P<u>period|quarter)(?: of| in| from|,)? (?:last year|(?:a|the|one) year"
            r" (?:ago|earlier|before)|the (?:previous|prior|preceding) year)|last year's (?:quarter|{comparable} "
            r"(?:period|quarter))"
        ),
        make=lambda words: YearAgo(1, None if words.get("u") == "period" else "quarter"),
        examples=(
            ("profit in the first quarter, up from [the same period last year]", "2018-Q1"),
            ("in the first quarter, against [the corresponding quarter a year earlier]", "2018-Q1"),
            ("in five months, up from [the same period last year]", "2018"),
        ),
    ),
    Rule(
        name="quarter-of-year",
        pattern=(
            r"(?:the )?(?:(?P<y>{year}) (?:period|quarter)"
            r"|{comparable} (?:period|quarter) (?:of|in) (?P<z>{year}))"
        ),
        make=lambda words: Same("quarter", year=int(words.get("y") or words["z"])),
        examples=(
            ("profit in the first quarter, up from [the 2018 period]", "2018-Q1"),
            ("in [the 1988 period]", "1988"),
            ("in two months, below [the same period of 1986]", "1986"),
        ),
    ),
    Rule(
        name="a-year-ago",
        pattern=r"(?:a|one) year (?:earlier|ago|before)",
        make=lambda words: YearAgo(1),
        examples=(("profit in the first quarter rose from [a year earlier]", "2018-Q1"),),
    ),
    Rule(
        name="year-ago-this",
        pattern=rf"{ABOUT}{SPREAD} {{unit:u}} ago (?P<t>today|this (?:week|month))",
        make=year_ago_this,
        examples=(("it opened [a year ago today]", "2018-04-10"), ("it opened [50 years ago this month]", "1969-04")),
    ),
    Rule(
        name="later",
        pattern=rf"{ABOUT}{SPREAD} {{unit:u}}{OR_TWO}? {AFTER}|{ABOUT}(?P<w>{BARE}) {AFTER}",
        make=ago(1, "narrative"),
        not_after=THAN,
        counters=("a week later than planned",),
        examples=(
            ("on 3 March and [two days later]", "2019-03-05"),
            ("they met [weeks later]", "FUTURE_REF"),
            ("on 3 March and [a day or two later]", "FUTURE_REF"),
        ),
    ),
    Rule(
        name="earlier",
        pattern=rf"{ABOUT}{SPREAD} {{unit:u}}{OR_TWO}? {BEFORE}|{ABOUT}(?P<w>{BARE}) {BEFORE}",
        make=ago(-1, "narrative"),
        not_after=THAN,
        examples=(("on 3 March, [two days earlier]", "2019-03-01"), ("they met [weeks earlier]", "PAST_REF")),
        counters=("two days earlier than before",),
    ),
    Rule(
        name="before",
        pattern=rf"{ABOUT}{SPREAD} {{unit:u}} before",
        make=ago(-1, "narrative"),
        examples=(("on 3 March, though he had left [two days before].", "2019-03-01"),),
        after=r"\A\s*(?:[.,;:)]|\z)",
        counters=("two days before the vote",),
    ),
    Rule(
        name="year-ended",
        pattern=r"(?:the |a )?(?:fiscal |financial )?year",
        make=lambda words: Length("P1Y"),
        examples=(("sales for [the year] ended March 31", "P1Y"),),
        after=r" (?:ended|ending|that ended|through|to {month})\b",
    ),
    Rule(
        name="decade-to",
        pattern=r"the (?P<u>decade|century)",
        make=lambda words: Length(code("1", unit(words))),
        examples=(("in [the decade] to 2010 it grew", "P10Y"),),
        after=r" (?:up to|to|before|after|since|ending|ended|leading up to)(?: in)?(?: {fullmonth})? {year}\b",
    ),
    Rule(
        name="in-hand",
        pattern=r"the (?:{unit_adjective} )?(?P<u>day|week|weekend|week-end|month|quarter|year|decade|century)",
        make=in_hand,
        examples=(("sales in [the quarter]", "2019-Q1"), ("over [the weekend]", "2019-W14-WE")),
        not_after=(
            r"(?:(?: |-)(?:old|long)\b|'s [a-df-z]"
            r"| (?:(?:of|before|after) (?:the|an?|his|her|its|their)|when|(?:on|in) which)\b)"
        ),
        counters=(
            "she is Person of the Year",
            "on the day of the vote",
            "the day when she left",
            "they marched the weekend before the vote",
        ),
    ),
    Rule(
        name="latest",
        pattern=r"the latest (?P<u>period|quarter)",
        make=lambda words: Same("quarter"),
        examples=(("profit in [the latest quarter]", "2019-Q1"),),
    ),
    Rule(
        name="unit-end",
        pattern=r"(?P<u>month|year|week|quarter|decade)(?:'s |-)end|(?P<v>month|year) end|year[- ]end (?P<y>{year})",
        make=unit_end,
        examples=(("by [year's end]", "2019"), ("at [month's end]", "2019-04"), ("by [year end]", "2019")),
    ),
    Rule(
        name="weekend-bare",
        pattern=r"weekend",
        make=lambda words: Point(weekend=True),
        examples=(("dinner with mother [weekend].", "2019-W14-WE"),),
        after=r"\.?\s*\z",
    ),
    Rule(
        name="weekend-of",
        pattern=r"a weekend",
        make=lambda words: Point(weekend=True),
        examples=(("they ended [a weekend] meeting", "2019-W14-WE"),),
        after=r" (?:meeting|talks|summit|conference|interview|session|visit|rally|march|protest|vote)\b",
        counters=("a weekend cottage",),
    ),
    Rule(
        name="window-next",
        pattern=r"the (?:next|coming) (?P<u>decade|century)",
        make=lambda words: Window(code("1", unit(words)), unit(words), 1, 1),
        examples=(("over [the next decade]", "P10Y"),),
        before=r"\b(?:over|for|within) ",
        counters=("in the next decade",),
    ),
    Rule(
        name="story-next",
        pattern=(
            r"the (?P<s>next|following|previous|preceding|same|very next) (?P<u>day|week|month|year"
            r"|quarter|decade|century|weekend)"
        ),
        make=lambda words: Same(unit(words), {"same": 0, "previous": -1, "preceding": -1}.get(words["s"], 1)),
        examples=(("on 3 March and [the next day]", "2019-03-04"),),
    ),
    Rule(
        name="story-next-season",
        pattern=r"the following {season:n}",
        make=lambda words: Last(Point(season=season(words)), 1, "narrative"),
        examples=(
            ("on 3 March 2017 and [the following autumn]", "2017-FA"),
            ("in 2017, and in [the following spring]", "2018-SP"),
        ),
        counters=("the following spring cleaning rules",),
        not_after=r" [a-z]+ing\b",
    ),
    Rule(
        name="story-next-day",
        pattern=r"next day",
        make=lambda words: Same("day", 1),
        examples=(("on 3 March and [next day]", "2019-03-04"),),
    ),
    Rule(
        name="story-that",
        pattern=r"(?:that|that same) (?P<u>day|week|month|year|quarter|weekend)",
        make=lambda words: Same(unit(words)),
        examples=(("on 3 March; [that day]", "2019-03-03"),),
    ),
    Rule(
        name="story-before",
        pattern=r"the (?P<u>day|week|month|year) (?P<s>before|earlier|after|following)",
        make=lambda words: Same(unit(words), -1 if words["s"] in ("before", "earlier") else 1),
        examples=(("on 3 March; [the day before]", "2019-03-02"),),
        not_after=EVENT,
        counters=("the day after the attack",),
    ),
    Rule(
        name="story-event",
        pattern=r"the (?P<u>day|week|month|year) (?P<s>before|after|following)",
        make=lambda words: FromEvent(unit(words), -1 if words["s"] == "before" else 1),
        examples=(
            ("[the day after] the attack", "XXXX-XX-XX"),
            ("on 3 March; [the day after] the attack", "2019-03-04"),
        ),
        after=EVENT,
        not_before=r"\b(?:weeks?|months?|years?|decades?) to ",
        counters=("two years to the day after the attack",),
    ),
    Rule(
        name="story-of-month",
        pattern=r"{month:m}(?: (?P<d>{dd}))?(?: of)? (?:that|the same) year",
        make=of_story_year,
        examples=(
            ("in 1914; [June of that year]", "1914-06"),
            ("in 1914; in [June that year]", "1914-06"),
        ),
    ),
    Rule(
        name="story-that-month",
        pattern=r"that {month:m}",
        make=lambda words: of_story_year(words) if words.text[0].isupper() else None,
        examples=(("In 1914 she left. [That June] she", "1914-06"),),
        not_after=r"(?: (?:is|was|has|had|will|would|could|may|did|does|says?)\b|'s)",
        counters=("In 1914 she left. That May was gone was plain.", "in 1914; found that June sales fell"),
    ),
    Rule(
        name="story-that-month-last",
        pattern=r"that {month:m}",
        make=of_story_year,
        examples=(("in 1914; a letter sent [that June], said", "1914-06"),),
        after=r"[.,;)]",
        counters=("in 1914; he said that June was cold",),
    ),
)
"""Rules for what is counted from a date told before."""
