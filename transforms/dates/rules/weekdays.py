"""Weekdays, alone and stepped."""

from transforms.dates.meaning import Last, Meaning, Nth, Point, Repeated, Step
from transforms.dates.rules.days import SIGNS, STEP, weekday
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.vocabulary import ordinal, table


def nth_weekday(words: Words) -> Product:
    """The last Friday of October."""
    whole = words.read(words.raw("p"))
    number = -1 if words["n"] in ("last", "final") else ordinal(words["n"])
    return Nth(number, "day", weekday(words), whole) if whole is not None else None


def bare_weekday(words: Words) -> Product:
    """A weekday alone."""
    return Point(weekday=weekday(words))


def stepped(words: Words) -> Meaning:
    """Last Friday, next Tuesday."""
    return Last(Point(weekday=weekday(words)), SIGNS[words["s"]], apart=words["s"] in ("last", "next", "previous"))


def week_day(words: Words) -> Product:
    """A weekday of last, this or next week."""
    shift = {"last": -1, "this": 0, "next": 1}[words["s"]]
    return Nth(1, "day", weekday(words), Step("week", shift))


def any_weekday(words: Words) -> Product:
    """A Friday, a Friday night: no certain one."""
    part = f"T{table('time_parts', 'day')[words['q']]}" if words.get("q") else ""
    return Repeated(f"XXXX-WXX-{weekday(words)}{part}")


WEEKDAYS: tuple[Rule, ...] = (
    Rule(
        name="weekday-any",
        pattern=r"{fullday:w}(?: (?P<q>{part}))?",
        make=any_weekday,
        examples=(
            ("they first met on a [Friday]", "XXXX-WXX-5"),
            ("it always rains on a [Monday morning]", "XXXX-WXX-1TMO"),
        ),
        before=r"\bon a ",
        counters=("he left on a mission Friday", "a Friday meeting"),
    ),
    Rule(
        name="nth-weekday",
        pattern=(
            r"(?:the )?(?P<n>last|final|first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)) {weekday:w} (?:of|in) "
            r"(?P<p>{fullmonth}(?:,? {year})?|{year}|(?:last|this|next) (?:month|year))"
        ),
        make=nth_weekday,
        examples=(("[the last Friday of October 2018]", "2018-10-26"),),
    ),
    Rule(
        name="weekday-step",
        pattern=rf"(?P<s>{STEP}) {{weekday:w}}",
        make=stepped,
        examples=(("[last Sunday]", "2019-04-07"), ("[next Wednesday]", "2019-04-17"), ("[this Friday]", "2019-04-12")),
    ),
    Rule(
        name="weekday-previous",
        pattern=r"the (?:previous|preceding) {weekday:w}",
        make=lambda words: Last(Point(weekday=weekday(words)), -1, "narrative"),
        examples=(("on 8 March 2019 and [the previous Friday]", "2019-03-01"),),
    ),
    Rule(
        name="weekday-following",
        pattern=r"the (?P<s>following) {weekday:w}",
        make=lambda words: Last(Point(weekday=weekday(words)), 1, "narrative"),
        examples=(("[the following Friday]", "2019-04-12"),),
        counters=("prices fell following Monday's ruling",),
    ),
    Rule(
        name="weekday-week",
        pattern=r"{weekday:w},?(?: of)? (?P<s>last|this|next) week",
        make=week_day,
        examples=(("[Tuesday last week]", "2019-04-02"),),
    ),
    Rule(
        name="week-weekday",
        pattern=r"(?P<s>last|this|next) week(?:'s)?(?: on)? {weekday:w}",
        make=week_day,
        examples=(("[next week on Tuesday]", "2019-04-16"),),
    ),
    Rule(
        name="weekday",
        pattern=r"(?:early |late |earlier |later )?{fullday:w}",
        make=bare_weekday,
        examples=(("he resigned on [Friday]", "2019-04-05"), ("he will resign on [Friday].The", "2019-04-12")),
        not_after=r" {paper}\b",
        counters=("the Sunday Times",),
    ),
    Rule(
        name="weekday-short",
        pattern=r"{weekday:w}",
        make=bare_weekday,
        examples=(("[Fri]", "2019-04-05"),),
        before=r"(?:\A|\b(?:on|by|until) )",
        after=r"(?:\.?\s*\z|[.,;)])",
        counters=("the cat sat on it", "in the sun", "the Sun said"),
    ),
)
"""Rules for weekdays."""
