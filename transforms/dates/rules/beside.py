"""Days and other periods that are counted from a date told in the same breath."""

from transforms.dates.meaning import Around, Beside, Clock, Distance, Last, Nth, Part, Point, Step
from transforms.dates.rules.amounts import AMOUNT, amount, unit
from transforms.dates.rules.days import month, weekday
from transforms.dates.rules.rule import Piece, Product, Rule, Words
from transforms.dates.vocabulary import cardinal, ordinal

BASE = (
    r"(?P<p>{holiday}(?:,? {year})?|{fullmonth} {dd}(?:,? {year})?|{dd} {fullmonth}(?:,? {year})?"
    r"|(?:last |next |this )?{fullday}|today|yesterday|tomorrow)"
)


def beside(words: Words) -> Product:
    """Two days after Christmas, a week on Tuesday."""
    base = words.read(words.raw("p"))
    if base is None:
        return None
    least, most, _ = amount(words) if words.get("n") or words.get("v") or words["u"].endswith("s") else (1, 1, "1")
    if words["x"] == "from" and isinstance(base, Point) and base.month is not None:
        return None
    if words["x"] == "on":
        counted = words.get("n") is not None and unit(words) == "week"
        if not counted or not isinstance(base, Point) or base.weekday is None or base.month is not None:
            return None
        base = Last(base, 1)
    sign = -1 if words["x"] == "before" else 1
    moved = Beside(Distance(unit(words), sign * least, sign * most), base)
    return Around(unit(words), moved) if words.text.lower().startswith("the ") and unit(words) != "day" else moved


def week_of(words: Words) -> Product:
    """The week in which a date lies."""
    base = words.read(words.raw("p"))
    return Around("week", base) if base is not None else None


HALVES = {"week": 3, "month": 15, "quarter": 45}
"""The days from the middle of a period to its end."""


def period_ended(words: Words) -> Product:
    """The week ended March 9: the period in which its middle lies, and the day."""
    base = words.read(words.raw("p"))
    if base is None:
        return None
    half = HALVES[unit(words)]
    ended = Piece(*words.spans["a"], Around(unit(words), Beside(Distance("day", -half, -half), base)))
    return ended, Piece(*words.spans["p"], base)


def weekday_weeks_ago(words: Words) -> Product:
    """A week ago Tuesday: the one nearest to so many weeks ago."""
    far = -7 * int(cardinal(words["n"])) - 4
    return Beside(Last(Point(weekday=weekday(words)), 1, "narrative"), Distance("day", far, far))


def weekdays_ago(words: Words) -> Product:
    """Two Saturdays ago, three Fridays from now."""
    sign = -1 if words.get("x") else 1
    weeks = sign * (cardinal(words["n"]) - 1)
    return Beside(Distance("week", weeks, weeks), Last(Point(weekday=weekday(words)), sign))


def weekday_beside(words: Words) -> Product:
    """The Friday before Easter."""
    base = words.read(words.raw("p"))
    if base is None:
        return None
    sign = -1 if words["x"] == "before" else 1
    return Beside(Last(Point(weekday=weekday(words)), sign, "narrative"), base)


def week_on(words: Words) -> Product:
    """Wednesday week: a week after the coming Wednesday."""
    return Beside(Distance("week", 1, 1), Last(Point(weekday=weekday(words)), 1))


def after_next(words: Words) -> Product:
    """The Friday, the March, the week after next."""
    if words.get("u"):
        return Step(unit(words), 2)
    if words.get("w"):
        return week_on(words)
    return Beside(Distance("month", 12, 12), Last(Point(month=month(words)), 1))


def before_last(words: Words) -> Product:
    """The year, the night, the Monday before last."""
    if words.get("w"):
        return Beside(Distance("day", -7, -7), Last(Point(weekday=weekday(words)), -1))
    if words["u"] == "night":
        return Clock("NI", Step("day", -2))
    return Step(unit(words), -2)


def day_of_month(words: Words) -> Product:
    """The 5th of next month."""
    return Nth(ordinal(words["d"]), "day", None, Step("month", {"last": -1, "this": 0, "next": 1}[words["s"]]))


BESIDE: tuple[Rule, ...] = (
    Rule(
        name="beside",
        pattern=(rf"(?:(?:{AMOUNT}|the) )?(?P<u>days?|weeks?|months?|years?) (?P<x>before|after|on) {BASE}"),
        make=beside,
        examples=(
            ("[the day after Christmas]", "2018-12-26"),
            ("[two days after yesterday]", "2019-04-11"),
            ("[a week on Tuesday]", "2019-04-23"),
            ("[the week before Christmas]", "2018-W51"),
        ),
        not_after=r"'s? ",  # "the day before Monday's vote" is told of the vote
        counters=("all day on Monday", "the day before last Monday's vote"),
    ),
    Rule(
        name="beside-from",
        pattern=rf"(?:(?:{AMOUNT}|the) )?(?P<u>days?|weeks?|months?|years?) (?P<x>from) {BASE}",
        make=beside,
        examples=(("it opens [three days from Monday]", "2019-04-18"),),
        not_before=r"\bfor (?:the |about |at least |some |up to )?",  # "for three days from Monday": they start on it
        not_after=r"'s? ",
        counters=("64 days from March 1, 2018",),
    ),
    Rule(
        name="week-of",
        pattern=r"(?:the )?week (?:of|beginning|starting|commencing) (?P<p>{month} {dd}|{dd} {month}|{fullday})",
        make=week_of,
        examples=(("in [the week of March 8]", "2019-W10"), ("[week beginning 8 April]", "2019-W15")),
    ),
    Rule(
        name="period-ended",
        pattern=(
            r"(?P<a>(?:the )?(?P<u>week|month|quarter)) (?:that )?(?:ended|ending|to)(?: on)? "
            r"(?P<p>{fullday}|{month} {dd}(?:,? {year})?|{dd} {month}(?:,? {year})?)"
        ),
        make=period_ended,
        examples=(
            ("in [the week] ended [March 9, 2018]", "2018-W10 2018-03-09"),
            ("for [the quarter] ended [July 31]", "2018-Q2 2018-07-31"),
        ),
        counters=("he spoke this week to Monday's crowd",),
    ),
    Rule(
        name="weekday-weeks-ago",
        pattern=r"(?P<n>a|one|two|three) weeks? ago(?: on|,)? {fullday:w}",
        make=weekday_weeks_ago,
        examples=(("he left [a week ago Tuesday]", "2019-04-02"), ("he left [two weeks ago Friday]", "2019-03-29")),
    ),
    Rule(
        name="weekdays-ago",
        pattern=r"(?P<n>{small}) {fullday:w}s (?:(?P<x>ago)|from now)",
        make=weekdays_ago,
        examples=(("[two Saturdays ago]", "2019-03-30"), ("[two Saturdays from now]", "2019-04-20")),
    ),
    Rule(
        name="weekday-beside",
        pattern=rf"(?:the )?{{fullday:w}} (?P<x>before|after|following) {BASE}",
        make=weekday_beside,
        examples=(("on [the Friday before Easter]", "2019-04-19"), ("[the Monday after 1 May]", "2019-05-06")),
    ),
    Rule(
        name="weekday-week-on",
        pattern=r"{fullday:w} week",
        make=week_on,
        examples=(("he will speak on [Friday week].", "2019-04-19"),),
        not_after=r"[-\w]",
        counters=("the Tuesday week-long strike",),
    ),
    Rule(
        name="after-next",
        pattern=r"(?:the )?(?:{fullday:w}|{fullmonth:m}|(?P<u>week|weekend|month|quarter|year)) after next",
        make=after_next,
        examples=(
            ("on [the Friday after next]", "2019-04-19"),
            ("in [the week after next]", "2019-W17"),
            ("in [March after next]", "2021-03"),
        ),
    ),
    Rule(
        name="before-last",
        pattern=r"(?:the )?(?:(?P<u>night|week|weekend|month|quarter|year|decade|century)|{fullday:w}) before last",
        make=before_last,
        examples=(
            ("in [the year before last]", "2017"),
            ("[the night before last]", "2019-04-08TNI"),
            ("[the Friday before last]", "2019-03-29"),
        ),
    ),
    Rule(
        name="weeks-from-day",
        pattern=r"(?P<n>a|one|two|three) weeks? (?P<d>today|tomorrow)",
        make=lambda words: Step("day", 7 * int(cardinal(words["n"])) + (words["d"] == "tomorrow")),
        examples=(("the vote is [a week tomorrow]", "2019-04-18"),),
    ),
    Rule(
        name="day-of-month",
        pattern=r"(?:the )?(?P<d>{dd}|{dword}) (?:of|in) (?P<s>last|this|next) month",
        make=day_of_month,
        examples=(("on [the 5th of next month]", "2019-05-05"),),
        not_before=r"[$£\d.,]",
    ),
    Rule(
        name="rest-of-unit",
        pattern=r"(?:the )?(?:rest|remainder) of (?:this|the) (?P<u>week|month|quarter|year|decade|century)",
        make=lambda words: Part(1, 12, Step(unit(words), 0), "after"),
        examples=(("for [the rest of the year]", "2019"),),
    ),
)
"""Rules for what is counted from a date told in the same breath."""
