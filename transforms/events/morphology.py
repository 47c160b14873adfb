"""English inflection of verbs and nouns, general rules first and a seed table for what no rule gives."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

import seeds

VerbForm = Literal["base", "s", "past", "participle", "ing"]

VOWELS = "aeiou"
# Final consonants that double in one stressed syllable, and the stressed endings of longer verbs that behave alike.
DOUBLING_ENDINGS = (
    "fer",
    "mit",
    "pel",
    "bel",
    "cel",
    "ban",
    "vel",
    "gin",
    "out",
    "cur",
    "bar",
    "nap",
    "tion",
    "cil",
    "qit",
    "nul",
)
# Endings whose l is doubled in Britain and not in America, but in verbs that stress them.
L_ENDINGS = ("cel", "bel", "vel", "sel", "del", "rel", "uel", "nal", "tal", "hal")
STRESSED = ("rebel", "excel")


@cache
def _irregular() -> dict[str, list[str]]:
    table: dict[str, list[str]] = seeds.toml("words/irregular_verbs.toml")["verbs"]
    return table


def _sibilant(word: str) -> bool:
    return word.endswith(("s", "x", "z", "ch", "sh"))


def _consonant_y(word: str) -> bool:
    return len(word) > 1 and word.endswith("y") and word[-2] not in VOWELS


def singular(plural: str) -> str:
    """A noun by its plural, as its ending tells: "inquiry" for "inquiries", "speech" for "speeches"."""
    if plural.endswith("ies") and len(plural) > len("pies"):
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "sses", "xes", "zes")):
        return plural[:-2]
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural


def _doubles(word: str) -> bool:
    word = word.replace("qu", "q")
    short = len(word) >= 3 and word[-1] not in VOWELS + "wxyh" and word[-2] in VOWELS and word[-3] not in VOWELS
    one_syllable = sum(letter in VOWELS for letter in word) == 1
    return short and (one_syllable or (word.endswith(DOUBLING_ENDINGS) and not word.endswith("ffer")))


def _with_s(word: str) -> str:
    if _consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if _sibilant(word) or word.endswith(("o",)) else "s")


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if _consonant_y(word):
        return word[:-1] + "ied"
    return word + word[-1] + "ed" if _doubles(word) else word + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return word[:-1] + "ing"
    return word + word[-1] + "ing" if _doubles(word) else word + "ing"


def verb_forms(lemma: str) -> Iterator[tuple[str, VerbForm]]:
    """Every surface form of a verb or verb phrase ("step down"), its first word inflected, with what form it is.

    The spelling of the lemma comes first; that of the other side of the Atlantic follows where it differs.
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    for word, form in [*_inflections(head), *_elsewhere(head)]:
        yield word + tail, form


def forms_of(lemmas: Iterable[str]) -> frozenset[str]:
    """Every surface form of some verbs."""
    return frozenset(form for lemma in lemmas for form, _ in verb_forms(lemma))


def _elsewhere(head: str) -> list[tuple[str, VerbForm]]:
    """Forms spelt otherwise in America, or in Britain: "canceled", "signalled", "criticized"."""
    if head.endswith("ise") and head not in seeds.toml("words/irregular_verbs.toml")["always_s"]["verbs"]:
        return _inflections(f"{head[:-3]}ize")
    if head.endswith(L_ENDINGS) and head not in STRESSED:
        stem = head if _doubles(head) else f"{head}l"
        return [(f"{stem}ed", "past"), (f"{stem}ed", "participle"), (f"{stem}ing", "ing")]
    return []


def _inflections(head: str) -> list[tuple[str, VerbForm]]:
    past, participle = _irregular().get(head, (_with_ed(head),) * 2)
    return [
        (head, "base"),
        (_with_s(head), "s"),
        (past, "past"),
        (participle, "participle"),
        (_with_ing(head), "ing"),
    ]


def noun_forms(lemma: str) -> tuple[str, str]:
    """Singular and plural of a noun phrase; "vote of confidence" inflects before its first preposition."""
    words = lemma.split(" ")
    head = next((i for i, word in enumerate(words) if word in ("of", "in", "to", "by", "for", "on")), len(words)) - 1
    plural = [*words[:head], _with_s(words[head]), *words[head + 1 :]]
    return lemma, " ".join(plural)
