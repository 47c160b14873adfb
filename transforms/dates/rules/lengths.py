"""Durations."""

from transforms.dates.meaning import Length
from transforms.dates.rules.amounts import ABOUT, OR_TWO, RANGE, SPREAD, amount, code, unit
from transforms.dates.rules.rule import Product, Rule, Words
from transforms.dates.vocabulary import cardinal


def length(words: Words) -> Product:
    """Five years, a couple of hours, two-year."""
    _, _, text = amount(words)
    name = unit(words)
    if words.get("n") in ("a", "an"):  # "a week" is read by a rule of its own
        return None
    if (name == "quarter" and text != "X") or (name == "second" and text == "1"):
        return None
    return Length(code(text, name))


def length_hyphen(words: Words) -> Product:
    """Two-year, several-week."""
    counted = words.get("v") == "several" if words.get("v") else not words["n"].endswith(" of")
    return length(words) if counted else None


def some(words: Words) -> Product:
    """Weeks, months: how many is not told."""
    return Length(code("X", unit(words)))


def long(words: Words) -> Product:
    """Weeklong, three-month-long, decades-long."""
    if words.get("v"):
        return Length(code("X", unit(words, "v")))
    return Length(code(f"{cardinal(words.get('n') or 'one'):g}", unit(words)))


def length_one(words: Words) -> Product:
    """A week, another year, a minute and a half; "a Year" is part of a title."""
    name = unit(words)
    if name == "quarter" or (name == "second" and words["n"] != "another"):
        return None
    if words.raw("u")[0].isupper() and words.text[0].islower():
        return None
    return Length(code("1.5" if words.get("h") else "X" if words.get("o") else "1", name))


COUNTED = r"(?:\d%?|\b(?:{small}|hundreds?|thousands?|dozens?|[mb]illion))(?: [a-z]+){0,2} "
"""What stands before words that say how often something is counted or paid, and not how long it lasts."""

OLD = r"(?:-| )?(?:old|olds|of age)\b"
"""What follows an age."""

LENGTHS: tuple[Rule, ...] = (
    Rule(
        name="length",
        pattern=rf"{ABOUT}{SPREAD} (?:{{length_adjective}} )?{{unit:u}}",
        make=length,
        examples=(
            ("for [five years]", "P5Y"),
            ("for [2 1/2 years]", "P2Y6M"),
            ("for [several months]", "PXM"),
            ("after [two long weeks]", "P2W"),
            ("for [two to three weeks]", "PXW"),
            ("within [10-12 hours]", "PTXH"),
            ("for [2½ years]", "P2Y6M"),
        ),
        not_before=r"[$£\d]|\d[.,]|\bas ",
        counters=("twice in as many weeks",),
        not_after=OLD,
    ),
    Rule(
        name="length-the",
        pattern=(
            rf"{ABOUT}(?:the first|the|these|those|another|an additional|a further) "
            rf"(?:(?P<v>{{vague}})|(?P<n>half[- ]an?|{{number}}){RANGE}) (?:{{length_adjective}} )?{{unit:u}}"
        ),
        make=length,
        examples=(("in [the nine months]", "P9M"), ("for [another two weeks]", "P2W")),
        not_before=r"[$£\d]|\d[.,]|\bas ",
        not_after=OLD,
    ),
    Rule(
        name="length-hyphen",
        pattern=rf"{ABOUT}{SPREAD}-{{unit:u}}",
        make=length_hyphen,
        examples=(
            ("a [half-an-hour] delay", "PT30M"),
            ("the [two-year] ban", "P2Y"),
            ("after a [two-and-a-half-year] war", "P2Y6M"),
            ("a [five- to ten-year] plan", "PXY"),
            ("a [2½-year] term", "P2Y6M"),
            ("a [several-week] delay", "PXW"),
        ),
        not_before=r"[$£\d]|\d[.,]",
        not_after=OLD,
        counters=("a few-weeks thing",),
    ),
    Rule(
        name="length-long",
        pattern=(
            r"(?:(?P<n>{small}|\d{1,3})-)?(?:(?P<u>hour|day|night|week|weekend|month|year|decade|century)-?"
            r"|(?P<v>hours|days|weeks|months|years|decades|centuries)-)long"
        ),
        make=long,
        examples=(
            ("a [weeklong] strike", "P1W"),
            ("a [three-month-long] siege", "P3M"),
            ("a [decades-long] war", "PXDE"),
        ),
        counters=("a day long gone",),
    ),
    Rule(
        name="length-fraction",
        pattern=r"(?P<n>half|a quarter of a|a quarter|quarter)[- ](?P<u>century|decade)",
        make=length,
        examples=(("a [half-century] ago", "P50Y"), ("for [a quarter of a century]", "P25Y")),
        not_after=r"[- ](?:mark|old)",
    ),
    Rule(
        name="length-one",
        pattern=(
            rf"{ABOUT}(?:(?P<n>an?|another|an additional|a further|one)(?: |-)(?:{{length_adjective}} )?{{unit:u}}"
            rf"(?:(?P<h> and a half)|{OR_TWO})?)"
        ),
        make=length_one,
        examples=(
            ("for [a week]", "P1W"),
            ("for [another year]", "P1Y"),
            ("for [a minute and a half]", "PT1M30S"),
            ("for [a week or two]", "PXW"),
        ),
        not_before=r"[$£\d]|\d[.,]|" + COUNTED,
        not_after=OLD + r"|-(?:ago|earlier|long)\b",
        counters=("they paid $500 million a year", "four flights a week", "a year-earlier loss"),
    ),
    Rule(
        name="length-bare",
        pattern=r"(?:the )?(?P<u>days|weeks|months|years|decades|centuries)",
        make=some,
        examples=(("it lasted for [weeks]", "PXW"), ("in [the days] before the vote", "PXD")),
        before=r"\b(?:for|within|after|just|only|in|over|of|took|spent|last) ",
        not_after=r"(?:-| old\b)",
        counters=("the days",),
    ),
    Rule(
        name="length-hours",
        pattern=r"(?P<u>hours|minutes)",
        make=some,
        examples=(("he quit within [hours]", "PTXH"), ("it was over within [minutes]", "PTXM")),
        before=r"\b(?:for|within|after|lasted|took) ",
        not_after=r"-| (?:of work|worked|of (?:the|a|each|all|its|their))\b",
        counters=("after hours of work", "working hours", "he took minutes of the talks"),
    ),
    Rule(
        name="length-part",
        pattern=(
            r"the (?:early|first|last|final|opening|closing|following|preceding|ensuing|intervening) "
            r"(?P<u>hours|days|weeks|months|years|decades)"
        ),
        make=some,
        examples=(("in [the first hours] of the war", "PTXH"), ("over [the following days]", "PXD")),
        not_after=r" of (?:{weekday}|{month}|{dd} |today|yesterday|this|last)",
        counters=("in the early hours of Thursday", "in the early hours of this morning"),
    ),
    Rule(
        name="length-of",
        pattern=r"(?P<u>days|weeks|months|years|decades|centuries)",
        make=some,
        examples=(("the deal follows [months] of talks", "PXM"),),
        not_before=r"(?:\d|\b(?:the|these|those|of|in|recent|coming|early|working)) ",
        after=r" of (?-i:[a-su-z]|t[a-gi-z])",
        counters=("in months of April and May", "boom days of the 1970s"),
    ),
    Rule(
        name="per-unit",
        pattern=r"per (?P<u>day|week|month|year|hour)",
        make=lambda words: Length(code("1", unit(words))),
        examples=(("forty [per month]", "P1M"),),
    ),
)
"""Rules for durations."""
