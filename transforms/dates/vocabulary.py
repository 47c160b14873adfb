"""Words for time, out of the seeds: patterns that find them and functions that read them."""

import re
from functools import cache
from typing import Any

import re2

import seeds

HALF = "\x1a"
"""What stands for ½ in the shadow of a text, which is ASCII."""

SPACE = "(?: +)"
"""What stands for a blank of a template: as many blanks as there are."""


def alternatives(words: list[str]) -> str:
    """A pattern that matches any of the words, whatever blanks stand between the parts of one.

    What begins with another word comes before it. Words that end alike share their end, which keeps automata small.
    """
    starts: dict[tuple[int, str], list[str]] = {}
    for word in sorted(set(words), reverse=True):
        *start, end = map(re2.escape, word.split())
        starts.setdefault((len(start), end), []).append(SPACE.join(start))
    written = [
        (f"(?:{'|'.join(starts[parts, end])}){SPACE}" if parts else "") + end
        for parts, end in sorted(starts, reverse=True)
    ]
    return f"(?:{'|'.join(written)})"


@cache
def table(name: str, key: str) -> dict[str, Any]:
    """One table of a seed of words."""
    found: dict[str, Any] = seeds.toml(f"words/{name}.toml")[key]
    return found


@cache
def numbered(name: str) -> dict[str, int]:
    """Word to number for the months or the weekdays."""
    return {word: int(number) for number, words in table(name, name).items() for word in words}


@cache
def day_and_month_names() -> frozenset[str]:
    """The words for weekdays and for months."""
    return frozenset(numbered("weekdays") | numbered("months"))


@cache
def units() -> dict[str, str]:
    """Word to the name of its unit."""
    return {word: unit for unit, row in seeds.toml("words/time_units.toml").items() for word in row["names"]}


def unit_row(unit: str) -> dict[str, Any]:
    """What is known of a unit: its duration code and how many days it lasts."""
    row: dict[str, Any] = seeds.toml("words/time_units.toml")[unit]
    return row


@cache
def fragments() -> dict[str, str]:
    """The patterns that templates name in braces."""
    numbers = seeds.toml("words/numbers.toml")
    small = alternatives(list(numbers["cardinals"]))
    tens = alternatives(list(numbers["tens"]))
    ordinals = alternatives(list(numbers["ordinals"]))
    below_hundred = f"(?:(?:{tens}[- ])?{small}|{tens})"
    half = r"[- ]and[- ](?:a[- ])?half"
    cardinal = (
        rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?(?:[ -]?1/2|{HALF}|{half})?"
        rf"|an?{SPACE}(?:hundred|thousand|dozen)|{below_hundred}(?:{half}|{SPACE}(?:hundred|thousand)(?:{SPACE}(?:and{SPACE})?{below_hundred})?)?)"
    )
    teens = alternatives([word for word, number in numbers["cardinals"].items() if number >= 10])
    seasons = table("time_parts", "seasons")
    names = [name for name, row in seeds.toml("words/time_units.toml").items() if not row["clock"]]
    unit_names = {unit: seeds.toml("words/time_units.toml")[unit]["names"] for unit in names}
    return {
        "month": alternatives(list(numbered("months"))) + r"\b\.?",
        "fullmonth": alternatives(list(numbered("months"))),
        "weekday": alternatives(list(numbered("weekdays"))) + r"\b\.?",
        "dayname": alternatives(list(numbered("weekdays"))),
        "fullday": alternatives([words[0] for words in table("weekdays", "weekdays").values()]),
        "dd": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "dword": rf"(?:{alternatives(list(numbers['tens'])[:2])}[- ]{ordinals}|{ordinals}|twenty[- ]{small})",
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{tens}[- ]{ordinals}|{ordinals})",
        "small_ordinal": r"(?:[1-4]?[1-9]|[1-5]0)(?:st|nd|rd|th)",
        "decade": r"(?:1[5-9]|20)\d0'?s",
        "year": r"(?:1[0-9]\d\d|20\d\d)",
        "yearword": (
            rf"(?:(?:seventeen|eighteen|nineteen|twenty){SPACE}(?:{tens}(?:[- ]{small})?|oh[- ]{small}|{teens}|hundred)"
            rf"|two{SPACE}thousand(?:{SPACE}(?:and{SPACE})?{below_hundred})?)"
        ),
        "number": cardinal,
        "small": below_hundred,
        "few": rf"(?:{alternatives([*numbers['cardinals'], *numbers['tens']])}|\d{{1,3}})",
        "vague": alternatives(list(numbers["vague"])),
        "unit": alternatives(list(units())),
        "dayunit": alternatives([word for unit in names for word in unit_names[unit]]),
        "clockunit": alternatives([word for word, unit in units().items() if unit not in names]),
        "season": alternatives(list(seasons)),
        "part": alternatives(list(table("time_parts", "day"))),
        "mod": rf"(?:{alternatives(list(table('time_parts', 'modifiers')))}[- ]?)",
        "holiday": alternatives(
            [word for row in seeds.toml("words/time_holidays.toml").values() for word in row["names"]]
        ),
        "clock": (
            r"(?:(?:[01]?\d|2[0-3])(?::[0-5]\d){1,2}(?: ?[ap]\.?m\b\.?)?"
            r"|(?:[01]?\d|2[0-3])\.[0-5]\d[ \t]?[ap]\.?m\b\.?|(?:1[0-2]|[1-9])[ \t]?[ap]\.?m\b\.?"
            rf"|(?:1[0-2]|[1-9]|{small})(?:{SPACE}o'clock)?{SPACE}in{SPACE}the{SPACE}(?:morning|afternoon|evening)"
            rf"|(?:1[0-2]|[1-9]|{small}){SPACE}o'clock"
            r"|noon|midnight|midday)"
        ),
        **{name: alternatives(words) for name, words in table("time_contexts", "contexts").items()},
        "zone": r"(?:\(?(?:gmt|utc|bst|ist|jst|[ecmp][sd]?t|aes?t|ces?t|ees?t|local time|eastern(?: time)?)\)?)",
    }


def cardinal(words: str) -> float:
    """The number that digits or words write.

    Raises:
        ValueError: not a number.
    """
    numbers = seeds.toml("words/numbers.toml")
    text, half = re.subn(r"[- ]and[- ](?:a[- ])?half$", "", words.lower().replace(",", ""))
    if half:
        return cardinal(text) + 0.5
    whole, half = re.subn(rf"[ -]?1/2$|{HALF}$", "", text)
    if half:
        return float(whole) + 0.5
    if text[0].isdigit():
        return float(text)
    total = current = 0
    for word in text.replace("-", " ").split():
        if word in ("a", "an", "and", "oh"):
            continue
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = (current or 1) * 1000, 0
        elif word == "dozen":
            current = (current or 1) * 12
        else:
            current += int(numbers["tens"].get(word) or numbers["cardinals"][word])
    if text in ("a", "an"):
        return 1.0
    return float(total + current)


def ordinal(words: str) -> int:
    """The place that an ordinal or a day of the month names."""
    numbers = seeds.toml("words/numbers.toml")
    digits = "".join(char for char in words if char.isdigit())
    if digits:
        return int(digits)
    every = numbers["ordinals"] | numbers["tens"] | numbers["cardinals"]
    return sum(int(every[word]) for word in words.lower().replace("-", " ").split())


def year_in_words(words: str) -> int:
    """The year that words spell: nineteen ninety-six."""
    parts = words.lower().replace("-", " ").split()
    if parts[:2] == ["two", "thousand"]:
        rest = [part for part in parts[2:] if part != "and"]
        return 2000 + (int(cardinal(" ".join(rest))) if rest else 0)
    rest = parts[1:]
    return int(cardinal(parts[0])) * 100 + (0 if rest == ["hundred"] else int(cardinal(" ".join(rest))))
