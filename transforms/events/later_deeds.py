"""Times behind a thing that are those of a deed told after it: "after talks in Leeds, and leaves on Friday"."""

from transforms.events.clauses import phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.events.triggers import Hit
from transforms.records import Timex

_BESIDE = frozenset({"after", "before", "following", "since", "about", "over", "against", "for", "from", "despite"})
"""Words that lead to a thing beside which something else is told, and not to where or by what it is done."""
_WHERE = frozenset({"at", "in", "during", "by"})
"""Words that lead to where or by what something is done, and so to what has its time."""
_LONG = frozenset({"month", "season", "quarter", "year", "decade"})


def of_accused(line: Line, hit: Hit, timex: Timex) -> bool:
    """Whether a time ends what somebody is said to have done: "the trial of two men accused of fraud in 1988"."""
    last, first = hit.last, line.at(timex.start)
    accused, charged = phrase_words().accused, phrase_words().charges
    claim = next((at for at in range(last + 1, first - 1) if line.words[at] in charged), last)
    stopped = any(line.tags[at] == "stop" and line.words[at] != "-" for at in range(claim, first))
    held_on = claim > last and line.word(claim - 1) in ("on", "over", "of", "under", "amid", "into", "about")
    if held_on and line.tag(claim + 1) in ("pronoun", "relative") and not stopped:
        return True  # "will stand trial on charges that he robbed a bank last month"
    if hit.type == "ruling" and timex.grain in _LONG and _of_what_was_done(line, last, first):
        return True
    at = next((index for index in range(last + 1, first) if line.words[index] in accused), None)
    if at is None or line.tag(at - 1) in AUXILIARY or at == last + 1:
        return False
    return line.tag(at + 1) in ("preposition", "to") and "stop" not in line.tags[at:first]


def _of_what_was_done(line: Line, last: int, first: int) -> bool:
    """Whether a time ends the deed that somebody is found guilty of: "guilty to evading taxes in 1983"."""
    doing = next(
        (at for at in range(last + 2, first) if line.tags[at] == "ing" or line.words[at].endswith("ing")), None
    )
    if doing is None or line.word(doing - 1) not in ("of", "to", "for"):
        return False
    return not any(tag in ("stop", "quote", "conjunction", "relative") for tag in line.tags[last + 1 : first])


def of_later_verb(line: Line, hit: Hit, first: int) -> bool:
    """Whether a thing only stands beside what was done, and a time ends what was done next.

    "came home after talks in Leeds and leaves for York on Friday"; what is held or put is done with its verb's time.
    """
    lead = phrase_start(line, hit.first) - 1
    if hit.part != "noun" or line.tag(lead) not in ("preposition", "subordinator") or line.word(lead) in _WHERE:
        return False
    for at in range(hit.last + 1, first - 1):
        if line.tags[at] != "conjunction" or line.words[at] == "or":
            continue
        if line.word(lead) not in _BESIDE and line.word(at - 1) != ",":
            continue
        verb = at + 1 + (line.tag(at + 1) == "adverb")
        if line.tag(verb) in ("ed", "verb") and not _joins_its_own(line, hit.last, at):
            return True
    return False


def _joins_its_own(line: Line, last: int, conjunction: int) -> bool:
    """Whether "and" joins two verbs that are told of the thing itself: "the vote called by Orme and held on Monday"."""
    return any(tag in VERBAL or tag in AUXILIARY or tag == "relative" for tag in line.tags[last + 1 : conjunction])
