"""Whom something was done to, as the words beside its trigger tell it: how many, of which sex, how old, of what name.

Two reports of one shooting that kills a woman and her son tell two deaths: the day, the place and the words are the
same, and only whom each of them befell tells them apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import seeds
from transforms.events.morphology import noun_forms
from transforms.events.tagging import grammar

REACH = 160
"""Characters to either side of a trigger that are looked at."""
WORDS = 14
"""Words to either side among which a person is looked for."""
_TOKEN = re.compile(r"\w+|['’]s\b|[^\w\s]")
_STOPS = frozenset('.;:"|')
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "his", "her", "their"})
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_AGES = ("young", "grown")
_GROWN = 18
_LONGEST_AGE = 3
_POSSESSIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class Whom:
    """`number` is "one" or "several", `sex` "man" or "woman", `age` "young" or "grown"; null where nothing says so.

    `names` are the words of their names in lower case, sorted.
    """

    number: str | None = None
    sex: str | None = None
    age: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _People:
    sexes: dict[str, str]
    ages: dict[str, str]
    persons: frozenset[str]
    several: frozenset[str]
    plurals: frozenset[str]
    done_to: frozenset[str]
    by_of: frozenset[str]
    of_the_subject: frozenset[str]
    ends: frozenset[str]
    inside: frozenset[str]


@cache
def _people() -> _People:
    raw, pronouns = seeds.toml("words/people.toml"), seeds.toml("words/pronouns.toml")
    nouns = [*raw["somebody"], *seeds.toml("words/role_nouns.toml")["person"].split()]
    sexes = {word: sex for sex in ("man", "woman") for word in [*raw[sex], *pronouns[sex]]}
    plurals = {noun_forms(noun)[1] for noun in [*nouns, *raw["man"], *raw["woman"]]}
    ages = {form: age for age in _AGES for word in raw[age] for form in (word, noun_forms(word)[1])}
    amounts = [word for word, number in seeds.toml("words/numbers.toml")["cardinals"].items() if number > 1]
    return _People(
        sexes=sexes,
        ages=ages,
        persons=frozenset([*nouns, *sexes]),
        several=frozenset([*raw["several"], *amounts]),
        plurals=frozenset(plurals - {*nouns, *sexes}),
        done_to=frozenset(raw["done_to"]),
        by_of=frozenset(raw["by_of"]),
        of_the_subject=frozenset(raw["of_the_subject"]),
        ends=frozenset(raw["ends"]),
        inside=frozenset(raw["inside"]),
    )


def done_to() -> frozenset[str]:
    """The classes of triggers that tell what is done to somebody, or that somebody suffers."""
    return _people().done_to


def whom(sentence: str, start: int, end: int) -> Whom:
    """Whom a trigger of the classes `done_to` befell, which stands at `sentence[start:end]`; takes bounded time."""
    people, trigger = _people(), sentence[start:end].lower()
    before = _TOKEN.findall(sentence[max(0, start - REACH) : start])
    after = _TOKEN.findall(sentence[end : end + REACH])
    following = after[0] if after else ""
    if following.lower() == "of" and trigger not in people.of_the_subject:
        return _described(_on_the_right(after[1:], people), people)
    last = before[-1].lower() if before else ""
    if last in _POSSESSIVE:
        return _described(_on_the_left(before[:-1], people), people)
    if last in _DETERMINERS or trigger in people.by_of:
        return Whom()
    if trigger not in people.of_the_subject and last not in _PASSIVE:
        object_at = 2 if following.lower() == "and" else 0  # "struck and killed a woman"
        if len(after) > object_at and _opens_object(after[object_at], people):
            found = _described(_on_the_right(after[object_at:], people), people)
            if found.number:
                return found
    return _described(_on_the_left(before, people), people)


def _opens_object(word: str, people: _People) -> bool:
    low = word.lower()
    return low in _DETERMINERS or _names(word, people)


def _on_the_right(words: Sequence[str], people: _People) -> list[str]:
    """The noun phrase that begins here, up to the noun or name that heads it."""
    phrase: list[str] = []
    for word in words[:WORDS]:
        low = word.lower()
        headed = bool(phrase) and _names(phrase[-1], people)
        if low in people.ends or low in _STOPS or (headed and low not in people.inside and not _names(word, people)):
            break
        phrase.append(word)
    return phrase


def _on_the_left(words: Sequence[str], people: _People) -> list[str]:
    """The nearest noun phrase before this place that speaks of somebody."""
    at = len(words) - 1
    while at >= 0 and len(words) - at <= WORDS and not _heads(words, at, people):
        if words[at] in _STOPS:
            return []
        at -= 1
    years = [*words[at + 1 : at + 3]] if words[at + 1 : at + 2] == [","] and _is_age(words, at + 2) else []
    phrase: list[str] = []
    while at >= 0 and len(words) - at <= WORDS:
        word, low = words[at], words[at].lower()
        if low in people.ends or low in _STOPS:
            break
        if phrase and not (_names(word, people) or low in people.inside or low.isdigit() or word in ",-"):
            break
        phrase.append(word)
        at -= 1
    return phrase[::-1] + years


def _heads(words: Sequence[str], at: int, people: _People) -> bool:
    """Whether a word speaks of somebody and is not in turn theirs: "a mother of two" is one."""
    return _names(words[at], people) and not (at > 0 and words[at - 1].lower() == "of")


def _names(word: str, people: _People) -> bool:
    """Whether a word speaks of somebody: a name, a noun for a person, an amount; no possessive."""
    low = word.lower()
    if low in ("his", "her"):
        return False
    return (
        low in people.persons
        or low in people.several
        or word in people.plurals
        or (word[:1].isupper() and low not in people.inside and low not in grammar().closed)
    )


def names_somebody(word: str) -> bool:
    """Whether a word speaks of somebody: a name, a noun for a person, an amount."""
    return _names(word, _people())


def _described(phrase: Sequence[str], people: _People) -> Whom:
    """What the words of a noun phrase say; whose somebody is ("Dolan's wife", "her father") says nothing of them."""
    owned = max((at + 1 for at, word in enumerate(phrase) if word in _POSSESSIVE), default=0)
    told = phrase[owned:]
    words = [word for word in told if _names(word, people)]
    if not words:
        return Whom()
    age = _age(told, people)
    names = tuple(sorted({word.lower() for word in words if word[0].isupper() and not _is_noun(word, people)}))
    low = [word.lower() for word in words]
    if not people.several.isdisjoint(low) or not people.plurals.isdisjoint(words) or _joined(told, people):
        return Whom(number="several", age=age, names=names)
    sexes = {people.sexes[word] for word in low if word in people.sexes}
    return Whom(number="one", sex=sexes.pop() if len(sexes) == 1 else None, age=age, names=names)


def _is_noun(word: str, people: _People) -> bool:
    low = word.lower()
    return low in people.persons or low in people.several or low in people.plurals or low in people.inside


def _joined(phrase: Sequence[str], people: _People) -> bool:
    """Whether an "and" stands between two persons, as in "a mother and her boy"."""
    return any(
        word.lower() == "and"
        and any(_names(before, people) for before in phrase[:at])
        and any(_names(after, people) for after in phrase[at + 1 :])
        for at, word in enumerate(phrase)
    )


def _age(phrase: Sequence[str], people: _People) -> str | None:
    """By the years of an age, else by nouns; null where they differ or nobody says."""
    low = [word.lower() for word in phrase]
    years = {_AGES[int(word) >= _GROWN] for at, word in enumerate(low) if _is_age(low, at)}
    found = years or {people.ages[word] for word in low if word in people.ages}
    return found.pop() if len(found) == 1 else None


def _is_age(low: Sequence[str], at: int) -> bool:
    """Whether a number tells an age: "a 9-year-old boy", "Ada Moss, 9"."""
    if at >= len(low) or not (low[at].isascii() and low[at].isdigit() and len(low[at]) <= _LONGEST_AGE):
        return False
    return (at > 0 and low[at - 1] == ",") or low[at + 1 : at + 3] == ["-", "year"] or low[at + 1 : at + 2] == ["year"]
