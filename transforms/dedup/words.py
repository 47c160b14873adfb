"""Words as dedup compares them: English stems, and classes of triggers that tell one kind of happening."""

import re
from functools import cache

import seeds
from transforms.events.morphology import forms_of, noun_forms, verb_forms

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Longest first. A stem keeps at least three letters; "e" and "i" at its end go last, so "vote" and "voting" meet.
_SUFFIXES = (
    "isations", "izations", "isation", "ization", "ations", "ments", "ation", "ities", "ings", "ment", "ions", "edly",
    "ing", "ied", "ies", "ion", "ity", "ers", "ed", "er", "es", "ly", "s",
)  # fmt: skip
_SHORTEST = 3


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Surface form -> its classes, for every inflection of every word of the seeds.

    A form that is itself a word of the seeds has that word's classes alone: "shooting" is not only "shoot" inflected.
    """
    listed: dict[str, list[str]] = {}
    for name, lemmas in seeds.toml("words/synonyms.toml")["classes"].items():
        for lemma in lemmas:
            listed.setdefault(lemma, []).append(name)
    table = {lemma: list(names) for lemma, names in listed.items()}
    for lemma, names in listed.items():
        for form in {*noun_forms(lemma), *forms_of([lemma])} - listed.keys():
            known = table.setdefault(form, [])
            known.extend(name for name in names if name not in known)
    return {form: tuple(sorted(names)) for form, names in table.items()}


@cache
def _classes_of_verbs() -> dict[str, tuple[str, ...]]:
    """Form in "-ing" that is a word of the seeds by itself -> the classes of the verbs that it is a form of."""
    listed = seeds.toml("words/synonyms.toml")["classes"]
    words = {lemma for lemmas in listed.values() for lemma in lemmas}
    found: dict[str, set[str]] = {}
    for name, lemmas in listed.items():
        for lemma in lemmas:
            for form, kind in verb_forms(lemma):
                if kind == "ing" and form in words and form != lemma:
                    found.setdefault(form, set()).add(name)
    return {form: tuple(sorted(names)) for form, names in found.items()}


def stem(word: str) -> str:
    """A lower-case word without its English inflection: no dictionary word, only the same for its forms.

    Words with digits or of fewer than four letters stay as they are.
    """
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    if word.endswith(_SUFFIXES) and not word.endswith("ss"):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
                word = word[: -len(suffix)]
                break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word[-1] in "eiy" else word


def trigger_classes(trigger: str) -> tuple[str, ...]:
    """What a trigger can tell, sorted: the classes of the longest run of its words that has any, else its last stem."""
    words = _WORD.findall(trigger.lower())
    if not words:
        return (trigger.lower(),)
    classes = _classes()
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size, -1, -1):
            found = classes.get(" ".join(words[at : at + size]))
            if found:
                return found
    return (f"{stem(words[-1])}-",)


def verb_classes(trigger: str) -> tuple[str, ...]:
    """What a trigger can tell that is used as a verb: "shooting a man" is of "shoot", not of "a shooting"."""
    return _classes_of_verbs().get(trigger.lower()) or trigger_classes(trigger)


def is_doer(word: str) -> bool:
    """Whether a word names those who do what a word of the seeds tells: "shooters", "killer", "gunman"."""
    singular = word.removesuffix("s")
    if word.endswith(("man", "men")):
        return True
    if not singular.endswith(("er", "or")):
        return False
    return any(verb in _classes() for verb in (singular[:-2], singular[:-1], f"{singular[:-2]}e", singular[:-3]))


def trigger_stem(trigger: str) -> str:
    """The stem of a trigger's words, for "the same word" in whatever form."""
    return " ".join(stem(word) for word in _WORD.findall(trigger.lower()))
