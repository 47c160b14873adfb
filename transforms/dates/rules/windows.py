"""Stretches of time up to the day in hand or from it on."""

from transforms.dates.meaning import Window
from transforms.dates.rules.amounts import SPREAD, amount, code, unit
from transforms.dates.rules.rule import Product, Rule, Words


def one_window(words: Words) -> Product:
    """The past year: one unit up to the day in hand."""
    name = unit(words, "u" if words.get("u") else "v")
    if name == "fortnight":
        return Window("P2W", "week", 2, -1)
    return Window(code("1", name), name, 1, -1)


def window(words: Words) -> Product:
    """The last three months, the next few days."""
    _, most, text = amount(words)
    sign = -1 if words["s"] in ("last", "past", "previous", "preceding") else 1
    name = unit(words)
    if text == "X" and name == "night":
        return None
    return Window(code(text, name), name, most, sign)


WINDOWS: tuple[Rule, ...] = (
    Rule(
        name="window-one",
        pattern=(
            r"the past (?P<u>week|weekend|fortnight|month|quarter|year|decade|century)"
            r"|(?:the last|past) (?P<v>decade|century)"
        ),
        make=one_window,
        examples=(
            ("over [the past year]", "P1Y"),
            ("in [the last decade]", "P10Y"),
        ),
        not_after=r"-(?:old|long)",
    ),
    Rule(
        name="window",
        pattern=rf"(?:the )?(?P<s>last|past|previous|preceding|next|coming|following) {SPREAD} {{unit:u}}",
        make=window,
        examples=(
            ("over [the last four years]", "P4Y"),
            ("in [the next few days]", "PXD"),
            ("in [the next 12 to 18 months]", "PXM"),
        ),
    ),
    Rule(
        name="window-or-two",
        pattern=r"(?:the )?(?P<s>last|past|next|coming) (?P<u>hour|day|week|month|year) or two",
        make=lambda words: Window(code("X", unit(words)), unit(words), 2, -1 if words["s"] in ("last", "past") else 1),
        examples=(("in [the next day or two]", "PXD"),),
    ),
    Rule(
        name="window-vague",
        pattern=r"(?:the )?(?P<s>recent|coming) (?P<u>days|weeks|months|years|quarters|decades)",
        make=lambda words: Window(code("X", unit(words)), unit(words), 9, -1 if words["s"] == "recent" else 1),
        examples=(("in [recent months]", "PXM"),),
    ),
    Rule(
        name="window-ahead",
        pattern=r"(?:the )?(?P<u>hours|days|weeks|months|years|decades) (?:ahead|to come)",
        make=lambda words: Window(code("X", unit(words)), unit(words), 9, 1),
        examples=(("in [the weeks ahead]", "PXW"), ("for [years to come]", "PXY")),
        not_after=r" of\b",
        counters=("days ahead of the vote",),
    ),
)
"""Rules for the last or next so many units."""
