"""What a trigger is done to, by its place in the clause: the object, the passive subject, what follows "of"."""

from transforms.events.clauses import Line, clause_start, group_at
from transforms.events.lexicon import Part
from transforms.events.phrases import phrase_words

REACH = 9
"""Words of a noun phrase that are read."""


def undergone(line: Line, first: int, last: int, part: Part) -> tuple[str, ...]:
    """The heads of the noun phrases that a trigger is done to: "a ruling" in "to suspend a ruling".

    Of a noun, its modifier and what follows "of": "trading" in "the trading suspension".
    """
    if part == "noun":
        behind = _head(line, last + 2) if line.word(last + 1) == "of" else ""
        return line.word(first - 1), behind
    group = group_at(line, first)
    if group.be and line.tag(first) == "ed":
        start = clause_start(line, first)
        antecedent = line.word(start - 1) if line.tag(start) == "relative" else ""
        return line.word(group.start - 1), _head(line, start), antecedent
    return (_head(line, last + 1),)


def _head(line: Line, start: int) -> str:
    """The last noun of the noun phrase that starts at a word; empty where none does."""
    head = ""
    for index in range(start, min(start + REACH, len(line))):
        if head and line.words[index] in phrase_words().directed:
            break  # "boycotted lectures last week"
        tag, before = line.tags[index], line.tag(index - 1) if index > start else "start"
        opened = before in ("determiner", "possessive", "number", "adverb")
        nounish = opened or index == start or line.tag(index + 1) == "word"
        if tag in ("word", "number") or (tag in ("ed", "ing", "verb") and nounish):
            head = line.words[index]
        elif tag not in ("determiner", "possessive", "adverb"):
            break
    return head
