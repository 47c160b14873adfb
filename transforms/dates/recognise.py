"""Finds time expressions: one scan for all rules, then the rule that reads what was found.

The patterns of all rules form one RE2 automaton that walks the text once and stops at the longest expression, so text
without time words costs no Python at all. What an expression says does not depend on where it stands and is kept in a
bounded cache; what surrounds it is checked apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from transforms.dates.automaton import Automaton, options
from transforms.dates.edges import joined, next_word, shorten, titled
from transforms.dates.factor import factored
from transforms.dates.meaning import Meaning
from transforms.dates.rules import ENGLISH
from transforms.dates.rules.rule import Piece, Reading, Rule, Words
from transforms.dates.vocabulary import HALF, SPACE, fragments

PLAIN = str.maketrans("‘’‛“”„–—‐‑£€¥\u00a0\u2009\u202f\u2007½", "'''\"\"\"----$$$    " + HALF)
REACH = 48
"""How much text before and after an expression its context patterns see."""


@dataclass(frozen=True, slots=True)
class Found:
    """Time words at their offsets, with what they mean and the rule that says so.

    `first` and `last` bound the words whose verbs tell where it lies: the whole of "9 and 10 May" for each day.
    """

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning
    rule: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules made ready to run: one automaton for all, and a set to tell which."""

    rules: tuple[Rule, ...]
    scan: Automaton
    which: re2.Set


def shadow(text: str) -> bytes:
    """The text as ASCII of the same length: typographic quotes, dashes and blanks made plain, the rest a letter."""
    if not text.isascii():
        text = text.translate(PLAIN)
    return text.encode("ascii", "replace")


def flat(plain: bytes) -> bytes:
    """The shadow of a text with each line's end and tab as a blank; the end of a paragraph keeps a line's end."""
    return LINE_END.sub(b" ", plain.replace(b"\t", b" ")) if b"\n" in plain else plain.replace(b"\t", b" ")


LINE_END = re.compile(rb"\n(?! *\n)")
"""The end of a line, and the last one of those that part two paragraphs."""


def expand(pattern: str, named: bool) -> str:
    """A template with its fragments put in, as one group; names of parts are kept or dropped."""
    known = fragments()

    def fill(match: re.Match[str]) -> str:
        if match[1] is not None:
            return f"(?P<{match[2]}>{known[match[1]]})" if match[2] and named else f"(?:{known[match[1]]})"
        return SPACE if match[0] == " " else "(?:" if match[0][0] == "(" and not named else match[0]

    return f"(?:{PARTS.sub(fill, pattern)})"


PARTS = re.compile(r"\[[^\]]*\]| |\{([a-z_]+)(?::([a-z]+))?\}|\(\?P<[a-z]+>")
"""What `expand` looks at in a template: classes of characters, which it leaves alone, blanks, fragments and names."""


def context(wanted: str | None, refused: str | None, side: str) -> str | None:
    """One pattern that tells whether a context is right: wanted words, or the absence of refused ones."""
    pattern = wanted or refused
    if pattern is None:
        return None
    inner = expand(pattern, named=False)
    return rf"{inner}\z" if side == "before" else rf"\A{inner}"


APART = "[^a-z0-9_]"
"""What stands before time words: a sign to match, as an edge of a word to look for makes the automaton slower."""


@cache
def grammar() -> Grammar:
    """The English rules, compiled."""
    plain = [expand(rule.pattern, named=False) for rule in ENGLISH]
    which = re2.Set.FullMatchSet(options())
    for pattern in plain:
        which.Add(pattern.encode())
    which.Compile()
    words = expand(factored([rule.pattern.removeprefix(r"\B") for rule in ENGLISH]), named=False)
    return Grammar(
        rules=ENGLISH,
        scan=Automaton(rf"{APART}{words}\b".encode(), longest=True),
        which=which,
    )


@cache
def parts(index: int) -> Automaton:
    """The pattern of one rule with its named parts."""
    return Automaton(expand(ENGLISH[index].pattern, named=True).encode())


@cache
def before(index: int) -> Automaton | None:
    """What one rule asks of the text before its words, or null."""
    pattern = context(ENGLISH[index].before, ENGLISH[index].not_before, "before")
    return Automaton(pattern.encode(), any_case=True) if pattern else None


@cache
def after(index: int) -> Automaton | None:
    """What one rule asks of the text after its words, or null."""
    pattern = context(ENGLISH[index].after, ENGLISH[index].not_after, "after")
    return Automaton(pattern.encode(), any_case=True) if pattern else None


def tidy(words: str) -> str:
    """Lower case with single spaces."""
    return " ".join(words.lower().split())


@lru_cache(maxsize=1 << 15)
def readings(words: bytes) -> tuple[tuple[int, Reading], ...]:
    """Every rule that reads the words as a whole and what it makes of them, in the order of the rules."""
    made = grammar()
    text, low = words.decode("latin-1"), words.lower()
    found = []
    for index in sorted(made.which.Match(low) or ()):
        spans = parts(index).parts(low)
        if spans is None:
            continue
        groups = {name: tidy(text[first:last]) for name, (first, last) in spans.items()}
        product = made.rules[index].make(Words(text, groups, spans, meaning_of))
        if product is not None:
            found.append((index, product))
    return tuple(found)


def meaning_of(words: str) -> Meaning | None:
    """What time words mean by themselves, or null: rules that ask for nothing around the words come first."""
    rules = grammar().rules
    led: Meaning | None = None
    for index, product in readings(words.encode("latin-1", "replace")):
        if isinstance(product, tuple) or rules[index].after is not None:
            continue
        if rules[index].before is None:
            return product
        led = led or product
    return led


def fits(made: Grammar, index: int, text: bytes, start: int, end: int) -> bool:
    """Whether a rule's conditions on the surrounding text hold."""
    rule = made.rules[index]
    left, right = before(index), after(index)
    if left is not None:
        hit = left.found(text[max(0, start - REACH) : start])
        if hit != (rule.before is not None):
            return False
    if right is not None:
        hit = right.found(text[end : end + REACH])
        if hit != (rule.after is not None):
            return False
    return True


def reading_at(made: Grammar, text: bytes, start: int, end: int) -> tuple[int, Reading] | None:
    """The first rule that reads a stretch of text where it stands."""
    for index, product in readings(text[start:end]):
        if fits(made, index, text, start, end):
            return index, product
    return None


def recognise(text: str, plain: bytes) -> Iterator[Found]:
    """The time expressions of an English text, given its flat shadow too, in order, none overlapping another."""
    made = grammar()
    low = b" " + plain.lower()  # the sign before the words lies where they do in the text
    scan, at, size = made.scan, 0, len(plain)
    while at < size:
        start, end = scan.search(low, at)
        if start < 0:
            return
        end -= 1
        if titled(plain, start, end):
            at = end
            continue
        reading = None if joined(text, start, end) else reading_at(made, plain, start, end)
        for _ in range(3):
            if reading is not None:
                break
            shorter = shorten(plain, start, end)
            ended = scan.starts(low, start, shorter + 1) if shorter > start else -1
            if ended < 0:
                break
            end = ended - 1
            reading = None if joined(text, start, end) else reading_at(made, plain, start, end)
        if reading is None:
            at = next_word(plain, start)
            continue
        index, product = reading
        rule = made.rules[index]
        pieces = product if isinstance(product, tuple) else (Piece(0, end - start, product),)
        for piece in pieces:
            first, last = start + piece.start, start + piece.end
            around = (start, end) if piece.alike else (first, last)
            yield Found(first, last, *around, piece.meaning, rule.name, rule.mode)
        at = end
