"""How a trigger tells its happening: as a verb, as what is known already ("the shooting"), or as any other noun.

Where no event type says what is told, the form does: a bare "the shooting" points back to all that was told before,
"shooting a man" is the verb, and neither need be one happening with "a shooting" of a headline.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import seeds
from transforms.dates.vocabulary import day_and_month_names
from transforms.dedup.whom import names_somebody
from transforms.dedup.words import is_doer
from transforms.events.tagging import Line

Form = Literal["verb", "known", "noun"]
REACH = 80
"""Characters to either side of a trigger that are looked at."""
LONGEST = 6
"""Words of a trigger among which a verb is looked for."""
_OPENERS = frozenset({"determiner", "possessive", "number"})
_BEFORE_A_VERB = frozenset({"to", "modal", "do", "pronoun", "relative"})
_BEFORE_A_GERUND = frozenset({"preposition", "subordinator", "adverb", "conjunction", "be", "verb", "ed", "ing"})


@cache
def _irregular() -> frozenset[str]:
    """Past forms that no rule gives and that are no base form as well: "shot", not "hit"."""
    verbs = seeds.toml("words/irregular_verbs.toml")["verbs"].items()
    return frozenset(form for lemma, forms in verbs for form in forms if form != lemma)


@cache
def _pointing() -> frozenset[str]:
    return frozenset(seeds.toml("words/trigger_forms.toml")["pointing"])


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(seeds.toml("words/trigger_forms.toml")["adjectives"])


@dataclass(frozen=True, slots=True)
class Reading:
    """The form of a trigger, and whether it is a verb in "-ing" with its object."""

    form: Form
    gerund: bool = False


def read_form(sentence: str, start: int, end: int) -> Reading:
    """How the trigger at `sentence[start:end]` tells its happening; takes bounded time."""
    line = Line(sentence, max(0, start - REACH), min(len(sentence), end + REACH))
    first, last = line.at(start), line.at(max(start, end - 1))
    if line.word(last).endswith("ing") and _has_object(line, last):
        return Reading("verb", gerund=True)
    if any(_is_verb(line, at) for at in range(max(first, last - LONGEST), last + 1)):
        return Reading("verb")
    points = line.word(first - 1) in _pointing() and line.tag(last + 1) not in ("word", "number")
    return Reading("known" if points and not is_doer(line.word(last)) else "noun")


def _is_verb(line: Line, at: int) -> bool:
    word, before = line.word(at), line.tag(at - 1)
    if word.endswith("ing"):
        return before == "be" or _after_adverb(line, at) or _has_object(line, at)
    if word in _irregular() or (word.endswith("ed") and not word.endswith("eed")):
        return before not in ("determiner", "possessive")
    return line.tag(at) in ("verb", "ed") or before in _BEFORE_A_VERB


def _after_adverb(line: Line, at: int) -> bool:
    return line.tag(at - 1) == "adverb" and line.word(at - 1) not in _adjectives()


def _has_object(line: Line, at: int) -> bool:
    """Whether a word in "-ing" is a verb before its object: "shooting a man", "shooting and killing Ann Orme"."""
    if line.tag(at - 1) in _OPENERS:
        return False
    after = at + 3 if line.word(at + 1) == "and" and line.word(at + 2).endswith("ing") else at + 1
    tag, word = line.tag(after), line.word(after)
    if tag == "number":
        return line.tag(after + 1) != "stop" or line.word(after + 1) == "-"
    if tag in ("determiner", "pronoun"):
        return True
    before = line.word(at - 1)
    opens = before == "," or (line.tag(at - 1) in _BEFORE_A_GERUND and before not in _adjectives())
    return opens and tag == "word" and word not in day_and_month_names() and names_somebody(line.raw[after])
