"""Amounts of units: how words write them, and what they come to."""

from collections.abc import Callable

from transforms.dates.meaning import Distance, Origin
from transforms.dates.rules.rule import Product, Words
from transforms.dates.vocabulary import cardinal, table, unit_row, units

ABOUT = (
    r"(?:(?:about|around|nearly|almost|over|more than|less than|at least|just|only|some|roughly"
    r"|approximately|up to) )?"
)
BARE = "seconds|minutes|hours|days|weeks|months|years|decades|centuries"
NUMBER = r"(?P<n>a couple of|couple of|half[- ]an?|an?|{number})"
RANGE = r"(?:(?:-? (?:to|or) |-(?:to|or)-| ?- ?){few:b})?"
"""What follows the lesser of two amounts: two to three, ten- or fifteen-year."""
OR_TWO = "(?P<o> or two)"
"""What makes one unit a vague amount: a week or two."""
AMOUNT = rf"(?:(?P<v>{{vague}})|{NUMBER})"
SPREAD = rf"(?:(?P<v>{{vague}})|{NUMBER}{RANGE})"
"""An amount, or a lesser and a greater one: rules that begin with it begin alike, so that they are scanned as one."""


def unit(words: Words, name: str = "u") -> str:
    """The unit that a part names."""
    return units()[words[name]]


LONG = {"decade": 10, "century": 100}
"""The years of what TIMEX3 cannot write in parts."""

HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}
"""How TIMEX3 writes half of a unit, as it takes whole numbers only."""


def code(amount: str, name: str) -> str:
    """An ISO 8601 duration: P5Y, PT3H, PXM."""
    row = unit_row(name)
    if name == "decade" and amount.isdigit():
        return f"P{amount}0Y"
    if name in LONG and amount.endswith((".5", ".25")):
        return f"P{float(amount) * LONG[name]:g}Y"
    smaller = HALVES.get(name)
    if smaller and amount.endswith(".5"):
        whole = f"{amount[:-2]}{row['code']}" if amount != "0.5" else ""
        return f"P{'T' if row['clock'] else ''}{whole}{smaller}"
    return f"P{'T' if row['clock'] else ''}{amount}{row['code']}"


def amount(words: Words) -> tuple[float, float, str]:
    """The least and most of an amount, and how TIMEX3 writes it (X where vague)."""
    if words.get("v"):
        least, most = table("numbers", "vague")[words["v"]]
        return least, most, "X"
    text = words.get("n")
    if text is None:
        return 2, 9, "X"
    if words.get("b"):
        ends = cardinal(text), cardinal(words["b"])
        return min(ends), max(ends), "X"
    if words.get("o"):
        return 1, 2, "X"
    if text in ("a", "an", "one", "the"):
        return 1, 1, "1"
    if text.startswith(("a couple", "couple")):
        return 2, 2, "2"
    if text.replace("-", " ") in ("half a", "half an", "half"):
        return 0.5, 0.5, "0.5"
    if text in ("a quarter of a", "quarter", "a quarter"):
        return 0.25, 0.25, "0.25"
    number = cardinal(text)
    return number, number, f"{number:g}"


def ago(sign: int, origin: Origin) -> Callable[[Words], Product]:
    """A production for so many units before or after."""

    def make(words: Words) -> Product:
        least, most, _ = amount(words)
        name = unit(words, "u" if words.get("u") else "w")
        if name == "night":
            name = "day"
        if words.get("h"):
            least, most = least + 0.5, most + 0.5
        return Distance(name, sign * least, sign * most, origin)

    return make
