"""Where a date without a year or week points, by the verbs around it."""

import re
from functools import cache

import seeds
from transforms.dates.automaton import Automaton

STOPS = re.compile(rb"\.(?:\s|(?=[A-Z]))|\n|; |''|``|\" ")
"""What ends the stretch of text whose verbs govern a date: sentences and quotations."""


PERFECT = (b"had ", b"had been ", b"had also been ", b"had previously been ")
"""What turns a plan into one of the past: "had been due to expire on Friday"."""

ARTICLES = (b" a ", b" an ", b" the ", b"A ", b"An ", b"The ")
"""What makes a participle an adjective: "in a televised address"."""

OPENS = Automaton(rb"\s*(?:[A-Z][a-z]+ )?")
"""What stands before a date that opens its sentence, whose main verb then follows."""

POINT = ord(".")
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def any_of(cues: list[str]) -> Automaton:
    """A pattern for any of some cues as whole words."""
    return Automaton(rf"\b(?:{'|'.join(cues)})\b".encode())


@cache
def patterns() -> tuple[Automaton, Automaton, Automaton]:
    """The strong cues of the future, all cues of the future, the cues of the past."""
    cues = seeds.toml("words/time_tense.toml")
    future = cues["future"]
    irregular = seeds.toml("words/irregular_verbs.toml")["verbs"].items()
    told = {past for lemma, (past, _) in irregular if past != lemma or lemma in cues["past"]["unchanged"]}
    past = any_of([*cues["past"]["cues"], *sorted(told)])
    return any_of(future["strong"]), any_of([*future["strong"], *future["weak"]]), past


@cache
def adjacent(side: str, kind: str = "adjacent") -> Automaton:
    """The words that, right before a date, speak of the future or the past."""
    words = "|".join(seeds.toml("words/time_tense.toml")[side][kind])
    return Automaton(rf"(?i)\b(?:{words})\s\z".encode())


@cache
def abbreviations() -> frozenset[bytes]:
    """Words whose full stop does not end a sentence."""
    return frozenset(word.encode() for words in seeds.toml("words/abbreviations.toml").values() for word in words)


def stops(text: bytes) -> list[int]:
    """Where sentences and quotations end in a stretch of text; the stop of an initial or abbreviation ends none."""
    found = []
    for match in STOPS.finditer(text):
        at = match.start()
        word = text[len(text[:at].rstrip(LETTERS)) : at] if text[at] == POINT else b""
        if len(word) != 1 and word.lower() not in abbreviations():
            found.append(at)
    return found


def clause(text: bytes, start: int, end: int) -> tuple[bytes, bytes]:
    """What stands before and after time words in their sentence, within reach."""
    left, right = text[max(0, start - 120) : start], text[end : end + 80]
    before, after = stops(left), stops(right)
    return left[before[-1] + 1 :] if before else left, right[: after[0]] if after else right


OWN = (
    rb"(?: (?:up|down|out|off|away|back|there|dead|(?:him|her|it|them|us|me)"
    rb"|(?:his|her|its|their|our|my)(?: [a-z]+){1,2}|by(?: [a-z]+){1,4}))?"
)
"""What may stand between a verb and the preposition of its date: a particle, who did it, what the subject owns."""

ON = rb" (?:in|on|at|over|during|in early|in late)(?: the)? \z"

AT_ONCE = Automaton(rb"(?i)\b(?:he|she|it|they|we|i|who|which|was|were|had|has|have)(?: been)? ([a-z]+)" + OWN + ON)
"""A verb with its subject or helpers, beside its date: "had been held in May"."""

TO_COME = Automaton(rb"(?i)(?:\b(?:will|shall|won't)|'ll)(?: not| also| then| now| only)?(?: be)? [a-z]+" + OWN + ON)
"""A verb of the future beside its date."""


PLACED = Automaton(rb"(?i)[a-z] (?:up|down|out)" + ON)
"""A particle that makes a deed of a verb of planning: "set up in March", and not "set for March"."""

HELPERS = ("be", "have", "do")
"""Verbs whose past goes with another verb, which then tells."""


@cache
def plain_past() -> Automaton:
    """The verbs whose past is no participle, so that any subject will do: "sales fell in June"."""
    verbs = seeds.toml("words/irregular_verbs.toml")["verbs"].items()
    told = sorted({past for verb, (past, done) in verbs if past not in (verb, done) and verb not in HELPERS})
    told += seeds.toml("words/time_tense.toml")["past"]["intransitive"]
    return Automaton(rb"(?i)\b(?:" + "|".join(told).encode() + rb")(?: [a-z]+)?" + OWN + ON)


@cache
def participles() -> frozenset[bytes]:
    """Participles that are no past forms: "was taken in March"."""
    verbs = seeds.toml("words/irregular_verbs.toml")["verbs"].items()
    return frozenset(done.encode() for verb, (past, done) in verbs if done not in (verb, past) and verb not in HELPERS)


def done(left: bytes) -> bool:
    """Whether the date follows at once on a verb that tells what happened: "he resigned in June"."""
    if plain_past().found(left):
        return True
    verb = AT_ONCE.first_part(left)
    planned = verb is not None and verb.decode() in seeds.toml("words/time_tense.toml")["past"]["plans"]
    if verb is None or (planned and not PLACED.found(left)):
        return False
    return patterns()[2].fills(verb) or verb.lower() in participles()


def direction(text: bytes, start: int, end: int, strong: bool = False) -> str:
    """Where time words at an offset of an ASCII text lie: "past", "future", "only" one of them, or "nearest".

    The cue that ends last before the words decides, else the first one after them. With `strong`, only verbs that
    speak of the future count for it, and what a weekday owns ("Friday's vote") is past.
    """
    left, right = clause(text, start, end)
    certain, likely, past = patterns()
    future = certain if strong else likely
    if adjacent("past").found(left):
        return "only past"
    if adjacent("future", "adjacent" if strong else "adjacent_weak").found(left):
        return "future"
    if strong and right.startswith(b"'s"):
        return "past"
    ahead = [last for first, last in future.all(left) if not left[:first].endswith(PERFECT)]
    behind = [last for first, last in past.all(left) if not left[:first].endswith(ARTICLES)]
    if ahead or behind:
        if ahead and (not behind or ahead[-1] >= behind[-1]):
            return "only future" if not strong and TO_COME.found(left) else "future"
        return "only past" if done(left) else "past"
    first_ahead, first_behind = future.search(right)[0], past.search(right)[0]
    if first_ahead >= 0 and (first_behind < 0 or first_ahead <= first_behind):
        return "future"
    if first_behind < 0:
        return "nearest"
    return "only past" if OPENS.fills(left) else "past"
