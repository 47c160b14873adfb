"""Words of and around a noun phrase: which thing it speaks of, and whether that is over."""

from dataclasses import dataclass
from functools import cache

import seeds


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The words of `seeds/words/phrases.toml`."""

    definite: frozenset[str]
    owned: frozenset[str]
    fresh: frozenset[str]
    plain: frozenset[str]
    directed: frozenset[str]
    over_prepositions: frozenset[str]
    over_words: frozenset[str]
    over_verbs: frozenset[str]
    results: frozenset[str]

    @property
    def pointing(self) -> frozenset[str]:
        """Words that open a phrase which points back to a thing, or tells whose it is."""
        return self.definite | self.owned


@cache
def phrase_words() -> PhraseWords:
    """Words of and around a noun phrase that say which thing it speaks of."""
    raw = seeds.toml("words/phrases.toml")
    over = raw["over"]
    return PhraseWords(
        definite=frozenset(raw["definite"]),
        owned=frozenset(raw["owned"]),
        fresh=frozenset(raw["fresh"]),
        plain=frozenset(raw["plain"]),
        directed=frozenset(raw["directed"]),
        over_prepositions=frozenset(over["prepositions"]),
        over_words=frozenset(over["words"]),
        over_verbs=frozenset(over["verbs"]),
        results=frozenset(over["results"]),
    )
