"""Times that stand before a noun as its own, and what else comes about at such a thing: "Tuesday's vote"."""

from transforms.events.clauses import phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit

LONG = 6
"""Words of a phrase that a time opens."""


def attributive(line: Line, first: int, last: int, *, of_feast: bool = False) -> int | None:
    """The noun an expression stands before, if any: "Tuesday's vote", "the 2001 election", "last year's conference"."""
    at = last + 1
    if line.tag(at) == "possessive":
        at += 1
    elif line.words[last].endswith("'s"):
        pass
    elif line.word(at) == "," and line.words[last].isdigit() and line.tag(first - 1) == "determiner":
        at += 1  # "the May 26, 2023, award"
        if line.tag(at) != "word":
            return None
    elif of_feast and line.tag(at) == "word" and line.tag(first - 1) == "word":
        pass  # "the office Christmas party"
    elif line.tag(at) not in ("word", "verb") or not _premodifies(line, first, last):
        return None
    if line.word(at) in phrase_words().days:
        return None
    noun, until = None, last + LONG
    while at < until or line.word(at) == "(":
        if line.word(at) == "(" and line.word(at + 2) == ")":
            at, until = at + 3, until + 3  # "next week's Harbour Planning Board (HPB) meeting"
        if line.tag(at) not in ("word", "ed", "ing", "number", "verb"):
            break
        noun = at
        at += 1
    return noun


def _premodifies(line: Line, first: int, last: int) -> bool:
    """Whether a date without a possessive stands inside a noun phrase: "a 2024 report", "the December debate"."""
    before = line.tag(first - 1)
    alone = last > first + 1 or line.words[first] in ("this", "that")
    if line.tag(first) == "determiner" and alone and line.words[last] in phrase_words().spans:
        return False  # "this week dockers walked out", "a week ago members met"
    if "determiner" in (before, line.tag(first)) or line.raw[last] in ("Today", "Tonight"):
        return True
    return line.words[last].isdigit() and before not in ("preposition", "subordinator", "stop", "word") and first > 0


def when_it_was(line: Line, noun: int, trigger: int) -> bool:
    """Whether a clause tells what came about at a thing with a day: "Monday's session was halted when clerks left"."""
    when = next((at for at in range(trigger - 1, noun, -1) if line.words[at] == "when"), None)
    return when is not None and not any(tag in ("stop", "quote", "relative") for tag in line.tags[noun:trigger])


def at_gathering(line: Line, hit: Hit, noun: int) -> bool:
    """Whether what a time stands before came about at a gathering: "the May 1995 murder of the mayor at a rally"."""
    start = phrase_start(line, hit.first)
    there = hit.entry.event.family == "assembly" and line.word(start - 1) in ("at", "during") and noun < start - 1
    return there and not any(tag in VERBAL or tag in AUXILIARY or tag == "stop" for tag in line.tags[noun:start])


def in_print(line: Line, thing: int, first: int, last: int) -> bool:
    """Whether a thing is published in the paper that a time belongs to: "the letter in today's Gazette"."""
    between = line.tags[thing + 1 : first]
    owned = next((raw for raw in line.raw[last + 1 : last + 3] if raw[0].isalpha()), "")
    named = line.word(first - 1) == "in" and owned[:1].isupper()
    return named and not any(tag in VERBAL or tag in AUXILIARY for tag in between)
