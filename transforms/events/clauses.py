"""Verb groups, clauses and noun phrases around a word of a tagged sentence."""

from dataclasses import dataclass

from transforms.events.tagging import CLOSING, REACH, Line, Tag, grammar

LED = 18
"""Words before "and" in which the modal stands that leads the verbs that it joins."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words of one verb: auxiliaries to the left of its head, what they say."""

    start: int
    head: int
    modal: str | None
    negated: bool
    infinitive: bool
    be: bool
    have: bool
    bare: bool


def group_at(line: Line, head: int) -> Group:
    """The auxiliaries, negations and "to" that stand before a verb."""
    index, modal, negated, infinitive, be, have, do = head - 1, None, False, False, False, False, False
    start = head
    for _ in range(8):
        tag = "adverb" if line.word(index) == "yet" else line.tag(index)
        if tag == "adverb":
            negated = negated or line.word(index) in ("not", "never", "n't")
        elif tag == "negation" and line.word(index) in ("not", "never", "n't", "hardly"):
            negated = True
        elif tag == "be":
            be = True
        elif tag == "have":
            have = True
        elif tag == "do":
            do = True
        elif tag == "modal":
            modal = line.word(index)
        elif tag == "to":
            infinitive, start = True, index
            index -= 1
            break
        else:
            break
        if tag != "adverb" or negated:
            start = index
        index -= 1
    if infinitive and line.word(index) in ("not", "never"):
        negated, start = True, index
    if start == head and (line.tag(index) == "conjunction" or line.word(index) == ",") and joins_bases(line, head):
        led = led_by(line, index)
        if led is not None:
            modal, infinitive, start = (None, True, led) if line.tags[led] == "to" else (line.words[led], False, led)
    inverted = modal is None and not infinitive and not be
    if inverted and line.tag(index) in ("pronoun", "possessive"):
        modal = _before_subject(line, index)
    return Group(start, head, modal, negated, infinitive, be, have, not (be or have or do or modal or infinitive))


def joins_bases(line: Line, head: int) -> bool:
    """Whether a word may be one of several verbs that a modal or "to" leads: "to close the pier, sack him and sue"."""
    if line.tag(head - 1) == "conjunction" and line.tag(head) == "verb":
        return True
    known = grammar().verbs.get(line.word(head))
    opens = line.tag(head + 1) in ("determiner", "possessive", "pronoun", "word", "verb")
    return known is not None and "base" in known[1] and line.raw[head].islower() and opens


def led_by(line: Line, joint: int) -> int | None:
    """The modal or "to" that leads verbs joined by a conjunction or commas: "should apologise, pay and resign"."""
    for at in range(joint - 1, max(joint - LED, -1), -1):
        if line.tags[at] in ("modal", "to"):
            return at if "verb" in line.tags[at + 1 : at + 3] else None
        if line.words[at] == "," and joins_bases(line, at + 1):
            continue
        if line.tags[at] in CLOSING:
            return None
    return None


def _before_subject(line: Line, index: int) -> str | None:
    """A modal that stands before a short subject: "nor will he resign", "should he lose"."""
    return line.word(index - 1) if line.tag(index - 1) == "modal" else None


_OPENERS: frozenset[Tag] = frozenset({"subordinator", "relative"})


def clause_start(line: Line, index: int) -> int:
    """The first word of the clause a word stands in: after a stop, a quotation mark, or a word that opens a clause."""
    at = index
    while at > 0 and index - at < REACH:
        before = line.tags[at - 1]
        if before in ("stop", "quote") and line.words[at - 1] not in ("-", "'", ".", "%", "$", "/"):
            return at
        if before in _OPENERS and at != index:
            return at - 1
        at -= 1
    return at


def clause_end(line: Line, index: int) -> int:
    """One past the last word of the clause a word stands in."""
    at = index + 1
    while at < len(line) and at - index < REACH:
        tag = line.tags[at]
        if tag in ("stop", "quote") and line.words[at] not in ("-", "'", "%", "$", "/"):
            return at
        if tag in _OPENERS:
            return at
        at += 1
    return at


def main_verb(line: Line, participle: int) -> int | None:
    """The verb of the clause that a participle behind a comma goes on: "will chair the board, succeeding Ann Orme"."""
    if line.word(participle - 1) != ",":
        return None
    for at in range(participle - 2, max(participle - REACH, -1), -1):
        if line.tags[at] in ("quote", "subordinator"):
            return None
        if line.tags[at] in ("verb", "ed"):
            return at
    return None


def _inside_name(line: Line, at: int) -> bool:
    """Whether a word has a capital between two words with one: "the Harbour Planning Board report"."""
    return not line.raw[at].isupper() and all(raw[0].isupper() for raw in line.raw[max(at - 1, 0) : at + 2])


_INSIDE_PHRASE: frozenset[Tag] = frozenset({"word", "number", "adverb", "possessive"})


def _ends_owner(line: Line, quote: int) -> bool:
    """Whether a quotation mark makes several owners of the word that it stands at: "the ministers' meeting"."""
    joined = line.ends[quote - 1] == line.starts[quote]
    return line.words[quote] == "'" and line.word(quote - 1).endswith("s") and joined


def phrase_start(line: Line, index: int) -> int:
    """The first word of the noun phrase that ends at a word: its determiner, or its first adjective or name."""
    at = index
    while at > 0 and index - at < 12:
        before = line.tags[at - 1]
        if before in ("determiner", "negation"):
            at -= 1
            if line.tag(at - 1) not in ("determiner", "negation"):
                return at
            continue
        opened = line.tag(at - 3 if line.tag(at - 2) == "adverb" else at - 2)  # "a previously adjourned meeting"
        adjectival = before in ("ed", "ing") and opened in ("determiner", "possessive", "number", "preposition")
        adjectival = adjectival or (before == "ing" and at < index and _inside_name(line, at - 1))
        joined = before == "stop" and line.words[at - 1] in ("-", "&", "'", "$")
        quoted = (
            before == "quote"
            and (line.tag(at) == "word" or _ends_owner(line, at - 1))
            and line.tag(at - 2) in ("word", "determiner", "possessive", "quote")
        )
        if before not in _INSIDE_PHRASE and not (adjectival or joined or quoted):
            return at
        at -= 1
    return at
