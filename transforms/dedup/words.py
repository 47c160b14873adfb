"""Words as dedup compares them: English stems, and classes of triggers that tell one kind of happening."""

import re
from functools import cache

import seeds
from transforms.events.morphology import noun_forms, verb_forms

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Longest first. A stem keeps at least three letters; "e" and "i" at its end go last, so "vote" and "voting" meet.
_SUFFIXES = (
    "isations", "izations", "isation", "ization", "ations", "ments", "ation", "ities", "ings", "ment", "ions", "edly",
    "ing", "ied", "ies", "ion", "ity", "ers", "ed", "er", "es", "ly", "s",
)  # fmt: skip
_SHORTEST = 3


@cache
def _classes() -> dict[str, str]:
    """Surface form -> class, for every inflection of every word of the seeds; the first class to name a form has it."""
    table: dict[str, str] = {}
    for name, lemmas in seeds.toml("words/synonyms.toml")["classes"].items():
        for lemma in lemmas:
            table.setdefault(lemma, name)
    for lemma, name in list(table.items()):
        for form in (*noun_forms(lemma), *(form for form, _ in verb_forms(lemma))):
            table.setdefault(form, name)
    return table


def stem(word: str) -> str:
    """A lower-case word without its English inflection: no dictionary word, only the same for its forms.

    Words with digits or of fewer than four letters stay as they are.
    """
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST and not word.endswith("ss"):
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word[-1] in "eiy" else word


def trigger_class(trigger: str) -> str:
    """What a trigger tells: the class of the longest run of its words that has one, else the stem of its last word."""
    words = _WORD.findall(trigger.lower())
    if not words:
        return trigger.lower()
    classes = _classes()
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            found = classes.get(" ".join(words[at : at + size]))
            if found:
                return found
    return stem(words[-1])
