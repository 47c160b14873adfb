"""Time expressions of languages other than English.

The language data of `dateparser` proposes spans: its names of months and weekdays, its phrases such as "yesterday",
completed by `seeds/words/languages.toml`. Explicit dates are then read by `dateparser` on exactly those spans; what is
relative becomes the same meanings as in English, so that both are resolved alike.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import re2

import seeds
from transforms.dates.meaning import Distance, Last, Meaning, Point, Step
from transforms.dates.recognise import Found

MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
UNITS = ("day", "week", "month", "year")
UNSPACED = ("zh", "ja")
EAST_ASIAN = (
    r"(?P<date>\d{4} ?[年년] ?(?:\d{1,2} ?[月월] ?(?:\d{1,2} ?[日号號일])?)?|\d{1,2} ?[月월] ?\d{1,2} ?[日号號일])"
)


@dataclass(frozen=True, slots=True)
class Language:
    """A language made ready: one pattern with a named part for each kind of expression, and what its words mean."""

    code: str
    pattern: re2._Regexp
    months: dict[str, int]
    weekdays: dict[str, int]
    phrases: dict[str, Meaning]
    steps: dict[str, int]
    units: dict[str, str]


def codes() -> list[str]:
    """The ISO 639-1 codes of the languages that are read, English apart."""
    return list(seeds.toml("words/languages.toml"))


def one_of(words: list[str]) -> str:
    """A pattern for any of some words, the longest first; one that matches nothing when there are none."""
    ordered = sorted({word.lower() for word in words if word}, key=lambda word: (-len(word), word))
    return (
        "(?:" + "|".join(re2.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")" if ordered else r"(?:\z.)"
    )


def names(data: dict[str, Any], keys: tuple[str, ...], least: int) -> dict[str, int]:
    """Word to number for months or weekdays; short forms that may be other words are left out."""
    found: dict[str, int] = {}
    for number, key in enumerate(keys, start=1):
        longest = max(map(len, data[key]))
        for word in data[key]:
            if len(word) >= least or len(word) == longest:
                found.setdefault(word.lower().strip("."), number)
    return found


def relative(data: dict[str, Any], row: dict[str, Any]) -> dict[str, Meaning]:
    """Phrase to meaning: those of the language data, and the further ones of the seed."""
    found: dict[str, Meaning] = {}
    for key, phrases in data.get("relative-type", {}).items():
        match = re.fullmatch(r"(in )?(\d+) (day|week|month|year)( ago)?", key)
        if match:
            count = int(match[2]) * (1 if match[1] else -1)
            found |= {
                phrase.lower(): Step(match[3], count) for phrase in phrases if len(phrase) > 2 or not phrase.isascii()
            }
    for phrase, told in row["more"].items():
        unit, count = told.split()
        found[phrase] = Step(unit, int(count))
    return found


@cache
def language(code: str) -> Language:
    """A language by its code.

    Raises:
        KeyError: not one of `codes()`.
    """
    row = seeds.toml("words/languages.toml")[code]
    data = import_module(f"dateparser.data.date_translation_data.{code}").info
    least = 1 if code in (*UNSPACED, "ko") else 4
    months, weekdays = names(data, MONTHS, least), names(data, WEEKDAYS, max(2, least))
    weekdays |= row.get("weekdays", {})
    phrases = relative(data, row)
    units = {word.lower(): unit for unit in UNITS for word in data[unit] if len(word) > 1 or not word.isascii()}
    units |= row.get("units", {})
    steps = dict.fromkeys(row["last"], -1) | dict.fromkeys(row["next"], 1)
    month, day, glue = one_of(list(months)), r"\d{1,2}(?:st|er|º|ª|\.)?", one_of(row["glue"])
    named_year = rf"(?:,?\s+(?:{glue}\s+)?(?:1[5-9]|20)\d\d)"
    number = rf"(?:\d{{1,4}}|{one_of(list(row['numbers']))})"
    moved = [filled(form, number, one_of(list(units))) for form in row["ago"] + row["ahead"]]
    kinds = [
        EAST_ASIAN if code in (*UNSPACED, "ko") else r"(?P<date>\z.)",
        rf"(?P<full>(?:{one_of(list(weekdays))},?\s+)?{day}\s*(?:{glue}\s+)?{month}{named_year}?)",
        rf"(?P<month>{month}(?:\s+\d{{1,2}},)?{named_year}?)",
        r"(?P<numeric>\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d)",
        rf"(?P<phrase>{one_of(list(phrases))})",
        f"(?P<moved>{'|'.join(moved)})",
        rf"(?P<weekday>(?:{one_of(row['last'] + row['next'])}\s*)?{one_of(list(weekdays))}"
        rf"(?:\s+{one_of(row['last'] + row['next'])})?)",
        rf"(?P<year>{one_of(row['in_year'])}\s+(?:1[5-9]|20)\d\d)",
    ]
    options = re2.Options()
    options.case_sensitive = False
    options.longest_match = True
    options.max_mem = 64 << 20
    return Language(code, re2.compile("|".join(kinds), options), months, weekdays, phrases, steps, units)


@lru_cache(maxsize=1 << 14)
def explicit(code: str, words: str) -> Meaning | None:
    """An explicit date read by `dateparser`, with no more precision than the words have; null when it cannot."""
    from dateparser.date import DateDataParser

    base = datetime(2004, 1, 1)
    parser = DateDataParser(languages=[code], settings={"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first"})
    found = parser.get_date_data(words)
    if found.date_obj is None:
        return None
    year = found.date_obj.year if re.search(r"\d{4}|[./-]\s?\d\d$", words) else None
    day = found.date_obj.day if found.period == "day" else None
    return Point(year=year, month=found.date_obj.month, day=day)


def east_asian(words: str) -> Meaning:
    """A date written with the signs for year, month and day."""
    parts = {sign: int(number) for number, sign in re.findall(r"(\d+) ?(\D)", words)}
    year = parts.get("年", parts.get("년"))
    month = parts.get("月", parts.get("월"))
    day = next((parts[sign] for sign in "日号號일" if sign in parts), None)
    return Point(year=year, month=month, day=day)


def counted(made: Language, words: str) -> Meaning | None:
    """So many units ago or ahead."""
    row = seeds.toml("words/languages.toml")[made.code]
    unit = next((made.units[word] for word in sorted(made.units, key=len, reverse=True) if word in words), None)
    digits = re.search(r"\d+", words)
    spelt = next((value for word, value in row["numbers"].items() if re.search(rf"\b{word}\b", words)), None)
    number = int(digits[0]) if digits else spelt
    if unit is None or number is None:
        return None
    ahead = any(re2.fullmatch(shape(form), words) for form in row["ahead"])
    return Distance(unit, number if ahead else -number, number if ahead else -number)


def shape(form: str) -> str:
    """The pattern of words that follow a form."""
    return filled(form, r"\S+?", r"\S+")


def filled(form: str, number: str, unit: str) -> str:
    """A form of words with patterns put in for its number and unit."""
    parts = re.split(r"(\{n\}|\{unit\}| )", form)
    patterns = {"{n}": number, "{unit}": unit, " ": r"\s+"}
    return "".join(patterns.get(part) or re2.escape(part) for part in parts)


def meaning(made: Language, kind: str, words: str) -> Meaning | None:
    """What a span of a kind means."""
    plain = " ".join(words.lower().split())
    if kind == "date":
        return east_asian(plain)
    if kind == "phrase":
        return made.phrases.get(plain)
    if kind == "moved":
        return counted(made, plain)
    if kind == "year":
        return Point(year=int(plain[-4:]))
    if kind == "weekday":
        weekday = next(
            (made.weekdays[word] for word in sorted(made.weekdays, key=len, reverse=True) if word in plain), None
        )
        step = next((made.steps[word] for word in sorted(made.steps, key=len, reverse=True) if word in plain), None)
        return Point(weekday=weekday) if step is None else Last(Point(weekday=weekday), step, apart=True)
    return explicit(made.code, plain)


def recognise_in(code: str, text: str) -> Iterator[Found]:
    """The time expressions of a text in a language, in order, none overlapping another."""
    made = language(code)
    for match in made.pattern.finditer(encodable(text)):
        kind = next(name for name in match.re.groupindex if match.group(name) is not None)
        start, end = match.span()
        if kind == "year":
            start = end - 4
        if code not in UNSPACED and touched(text, start, end, code):
            continue
        found = meaning(made, kind, text[match.start() : end])
        if found is not None:
            yield Found(start, end, start, end, found, f"{code}-{kind}", None)


def encodable(text: str) -> str:
    """The text with a sign in place of every lone surrogate, which has no encoding."""
    return text.encode("utf-8", "replace").decode("utf-8")


def touched(text: str, start: int, end: int, code: str) -> bool:
    """Whether a letter or digit touches the span; Korean puts endings on dates, Arabic particles before them."""
    before = start > 0 and text[start - 1].isalnum() and code not in ("ar", "ko")
    return before or (end < len(text) and text[end].isalnum() and code != "ko")
