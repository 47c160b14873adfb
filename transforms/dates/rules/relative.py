"""Expressions counted from the day of publication or from the date the story has reached."""

from collections.abc import Callable

from transforms.dates.meaning import (
    Around,
    Beside,
    Distance,
    Length,
    Origin,
    Part,
    Point,
    Same,
    Step,
    Window,
    YearAgo,
)
from transforms.dates.rules.days import month
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.vocabulary import cardinal, ordinal, table, unit_row, units

DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
    "day before yesterday": -2, "day after tomorrow": 2, "this day": 0,
}  # fmt: skip
COUNTS = {"last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "current": 0, "the current": 0,
          "next": 1, "coming": 1, "this coming": 1, "upcoming": 1}  # fmt: skip
UNIT = r"(?P<u>week|weekend|week-end|month|quarter|year|decade|century|fortnight)"
PERIOD = (
    r"(?P<p>(?:{fullmonth}|{season})(?:,? (?:of )?{year})?|(?:the )?(?:year )?{year}|(?:the )?(?:1[5-9]|20)\d0s|"
    r"(?:the )?{ordinal}(?: |-)century|(?:this|last|next|the|that|the next|the following|the same) "
    r"(?:week|weekend|month|year|decade|century|summer|spring|autumn|winter|day|quarter|{fullmonth})|"
    r"(?:year|month|week)|\d{1,4} BCE?)"
)
ABOUT = (
    r"(?:(?:about|around|nearly|almost|over|more than|less than|at least|just|only|some|roughly"
    r"|approximately|up to) )?"
)


def unit(words: Words, name: str = "u") -> str:
    """The unit that a part names."""
    return units()[words[name]]


def code(amount: str, name: str) -> str:
    """An ISO 8601 duration: P5Y, PT3H, PXM."""
    row = unit_row(name)
    if name == "decade" and amount.isdigit():
        return f"P{amount}0Y"
    return f"P{'T' if row['clock'] else ''}{amount}{row['code']}"


def amount(words: Words) -> tuple[float, float, str]:
    """The least and most of an amount, and how TIMEX3 writes it (X where vague)."""
    if words.get("v"):
        least, most = table("numbers", "vague")[words["v"]]
        return least, most, "X"
    text = words.get("n")
    if text is None:
        return 2, 9, "X"
    if text in ("a", "an", "one", "the"):
        return 1, 1, "1"
    if text.startswith(("a couple", "couple")):
        return 2, 2, "2"
    if text in ("half a", "half an"):
        return 0.5, 0.5, "0.5"
    number = cardinal(text)
    return number, number, f"{number:g}"


def ago(sign: int, origin: Origin) -> Callable[[Words], Product]:
    """A production for so many units before or after."""

    def make(words: Words) -> Product:
        least, most, _ = amount(words)
        name = unit(words)
        if name == "night":
            name = "day"
        return Distance(name, sign * least, sign * most, origin)

    return make


def stepped(words: Words) -> Product:
    """Last week, this month, next year."""
    name = unit(words)
    count = COUNTS[words["s"]]
    if name == "fortnight":
        return Window("P2W", "week", 2, count or 1)
    return Step(name, count)


def in_hand(words: Words) -> Product:
    """The quarter, the year: the one that the story or the day of publication is in."""
    if words["u"] in ("weekend", "week-end"):
        return Point(weekend=True)
    return Same(unit(words))


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
    name = unit(words)
    side = "before" if words["x"] in ("earlier", "already") else "after"
    if words.get("s") in ("that", "the same"):
        return Same(name)
    return Part(1, 12, Step(name, 0), "before" if side == "before" else "after")


def year_ago(words: Words) -> Product:
    """The year-earlier quarter; with a number, that quarter of the year before."""
    quarter = words.get("q") or ""
    if quarter.endswith("quarter") and quarter != "quarter":
        return YearAgo(1, "quarter", ordinal(quarter.split("-")[0].split()[0]))
    return YearAgo(1, "quarter" if quarter else None)


def window(words: Words) -> Product:
    """The last three months, the next few days."""
    _, most, text = amount(words)
    sign = -1 if words["s"] in ("last", "past", "previous", "preceding") else 1
    name = unit(words)
    if text == "X" and name == "night":
        return None
    return Window(code(text, name), name, most, sign)


def beside(words: Words) -> Product:
    """Two days after Christmas."""
    base = words.read(words.raw("p"))
    if base is None:
        return None
    least, most, _ = amount(words) if words.get("n") or words.get("v") or words["u"].endswith("s") else (1, 1, "1")
    sign = 1 if words["x"] in ("after", "following", "from") else -1
    return Beside(Distance(unit(words), sign * least, sign * most), base)


def of_story_year(words: Words) -> Product:
    """June of that year."""
    return Point(
        year=Step("year", 0, "narrative"), month=month(words), day=ordinal(words["d"]) if words.get("d") else None
    )


def week_of(words: Words) -> Product:
    """The week in which a date lies."""
    base = words.read(words.raw("p"))
    return Around("week", base) if base is not None else None


NUMBER = r"(?P<n>a couple of|couple of|half an?|an?|{number})"
AMOUNT = r"(?:(?P<v>{vague})|(?P<n>a couple of|couple of|half an?|an?|{number}))"

RELATIVE: tuple[Rule, ...] = (
    Rule(
        name="day-word",
        pattern=(
            r"(?:earlier |later |late |early )?(?P<d>today|yesterday|tomorrow"
            r"|(?:the )?day before yesterday|(?:the )?day after tomorrow|this day)"
        ),
        make=lambda words: Step("day", DAYS[words["d"]]),
        examples=(("[yesterday]", "2019-04-09"), ("[the day after tomorrow]", "2019-04-12")),
        not_after=r"'s? (?:Show|Programme|programme)",
    ),
    Rule(
        name="unit-step",
        pattern=rf"(?:the )?(?P<s>last|past|this past|this coming|this|current|next|coming|upcoming) {UNIT}",
        make=stepped,
        examples=(("[last week]", "2019-W14"), ("[this month]", "2019-04"), ("[next year]", "2020")),
        not_after=r"-(?:old|long)",
    ),
    Rule(
        name="unit-in-hand",
        pattern=r"(?:the |this )?(?:current )?(?:fiscal|financial|tax|school|academic) (?P<u>year|quarter)",
        make=lambda words: Step(unit(words), 0),
        examples=(("in [the current fiscal year]", "2019"),),
    ),
    Rule(
        name="part-of",
        pattern=rf"(?P<x>{{mod}}) ?{PERIOD}".replace("{mod}) ?", "{mod})"),
        make=part_of,
        examples=(
            ("in [early March]", "2019-03"),
            ("at [the end of January]", "2019-01"),
            ("[mid-November]", "2018-11"),
        ),
    ),
    Rule(
        name="rest-of",
        pattern=(
            r"(?P<x>earlier|later)(?: in| on| during)? (?P<s>this|the|that|the same) (?P<u>week|month"
            r"|year|day|weekend|quarter)"
        ),
        make=rest_of,
        examples=(("[earlier this week]", "2019-W15"), ("[later this year]", "2019")),
    ),
    Rule(
        name="year-earlier",
        pattern=(
            r"(?:the )?(?:comparable )?year(?: |-)(?:earlier|ago)"
            r"(?: (?P<q>period|quarter|(?:first|second|third|fourth)(?: |-)quarter))?"
        ),
        make=year_ago,
        examples=(("profit in the first quarter rose from [the year-earlier period]", "2018-Q1"),),
    ),
    Rule(
        name="a-year-ago",
        pattern=r"(?:a|one) year (?:earlier|ago|before)",
        make=lambda words: YearAgo(1),
        examples=(("profit in the first quarter rose from [a year earlier]", "2018-Q1"),),
    ),
    Rule(
        name="ago",
        pattern=rf"{ABOUT}(?:{AMOUNT} )?{{unit:u}}(?: or so| or more| and a half)? ago",
        make=ago(-1, "published"),
        examples=(("[two months ago]", "2019-02"), ("[a few weeks ago]", "PAST_REF"), ("[10 days ago]", "2019-03-31")),
    ),
    Rule(
        name="from-now",
        pattern=rf"{ABOUT}{AMOUNT} {{unit:u}} (?:from now|hence|from today)",
        make=ago(1, "published"),
        examples=(("[two weeks from now]", "2019-04-24"),),
    ),
    Rule(
        name="in-amount",
        pattern=rf"in {ABOUT}{AMOUNT} {{dayunit:u}}(?:' time|'s time| time)",
        make=ago(1, "published"),
        examples=(("[in two years' time]", "2021"),),
    ),
    Rule(
        name="in-exactly",
        pattern=rf"in {NUMBER} {{dayunit:u}}",
        make=ago(1, "published"),
        examples=(("will end [in five days]", "2019-04-15"),),
        before=r"(?:\b(?:will|shall|'ll|back|leave|due|expires?|begins?|starts?|something)\b[^.;:]{0,30}|^\s*)",
        counters=("rose fastest in five years",),
    ),
    Rule(
        name="later",
        pattern=rf"{ABOUT}{AMOUNT} {{unit:u}} (?:later|afterwards?|after that)",
        make=ago(1, "narrative"),
        examples=(("on 3 March and [two days later]", "2019-03-05"),),
    ),
    Rule(
        name="earlier",
        pattern=rf"{ABOUT}{AMOUNT} {{unit:u}} (?:earlier|previously|before that|beforehand)",
        make=ago(-1, "narrative"),
        examples=(("on 3 March, [two days earlier]", "2019-03-01"),),
    ),
    Rule(
        name="window",
        pattern=(
            r"(?:the )?(?P<s>last|past|previous|preceding|next|coming|following) (?:(?P<v>{vague})"
            r"|(?P<n>a couple of|couple of|{number})) {unit:u}"
        ),
        make=window,
        examples=(("over [the last four years]", "P4Y"), ("in [the next few days]", "PXD")),
    ),
    Rule(
        name="window-vague",
        pattern=r"(?:the )?(?P<s>recent|coming) (?P<u>days|weeks|months|years|quarters|decades)",
        make=lambda words: Window(code("X", unit(words)), unit(words), 9, -1 if words["s"] == "recent" else 1),
        examples=(("in [recent months]", "PXM"),),
    ),
    Rule(
        name="year-ended",
        pattern=r"(?:the |a )?(?:fiscal |financial )?year",
        make=lambda words: Length("P1Y"),
        examples=(("sales for [the year] ended March 31", "P1Y"),),
        after=r" (?:ended|ending|that ended|through)\b",
    ),
    Rule(
        name="in-hand",
        pattern=r"the (?:{unit_adjective} )?(?P<u>day|week|weekend|week-end|month|quarter|year)",
        make=in_hand,
        examples=(("sales in [the quarter]", "2019-Q1"), ("over [the weekend]", "2019-W14-WE")),
        not_after=r"(?:(?: |-)(?:old|long)\b|'s (?!end))".replace("(?!end)", "[a-df-z]"),
    ),
    Rule(
        name="latest",
        pattern=r"the latest (?P<u>period|quarter)",
        make=lambda words: Same("quarter"),
        examples=(("profit in [the latest quarter]", "2019-Q1"),),
    ),
    Rule(
        name="unit-end",
        pattern=r"(?P<u>month|year|week|quarter|decade)(?:'s|-) ?end",
        make=lambda words: Part(11, 12, Same(unit(words))),
        examples=(("by [year's end]", "2019"), ("at [month's end]", "2019-04")),
    ),
    Rule(
        name="weekend-bare",
        pattern=r"weekend",
        make=lambda words: Point(weekend=True),
        examples=(("dinner with mother [weekend].", "2019-W14-WE"),),
        after=r"\.?\s*\z",
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
        name="story-next-day",
        pattern=r"next day",
        make=lambda words: Same("day", 1),
        examples=(("on 3 March and [next day]", "2019-03-04"),),
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
    ),
    Rule(
        name="story-of-month",
        pattern=r"{month:m}(?: (?P<d>{dd}))? of (?:that|the same) year",
        make=of_story_year,
        examples=(("in 1914; [June of that year]", "1914-06"),),
    ),
    Rule(
        name="beside",
        pattern=(
            rf"(?:(?:{AMOUNT}|the) )?(?P<u>days?|weeks?|months?|years?) (?P<x>before|after"
            rf"|from) (?P<p>{{holiday}}|{{fullmonth}} {{dd}}|{{dd}} {{fullmonth}}|tomorrow|yesterday"
            rf"|(?:last |next )?{{fullday}})"
        ),
        make=beside,
        examples=(("[the day after Christmas]", "2018-12-26"),),
    ),
    Rule(
        name="week-of",
        pattern=r"the week of (?P<p>{fullmonth} {dd}|{dd} {fullmonth})",
        make=week_of,
        examples=(("in [the week of March 8]", "2019-W10"),),
    ),
)
"""Rules for what is counted from another day."""
