"""Words that speak of such things in general, and tell no happening."""

from transforms.dates.vocabulary import numbered
from transforms.events.clauses import clause_end, group_at, phrase_start
from transforms.events.tagging import AUXILIARY, VERBAL, Line, grammar
from transforms.events.triggers import NEAR, Hit

ANY = frozenset({"a", "an", "any", "every", "each"})
_ONE = frozenset({"a", "an"})
_LASTING = frozenset({"is", "can", "may", "must"})
FAR = 2 * NEAR
"""Words behind a trigger in which its day stands: "take place in nine councils of the county on Thursday"."""
OWNER = 5
"""Words before a trigger in which the determiner of its possessor stands."""


def is_generic(hit: Hit) -> bool:
    """Whether the words speak of such things in general: a bare plural, or an indefinite thing, of no particular time.

    "Votes of no confidence bind nobody" and "members can sign a petition at any time" tell no event.
    """
    line = hit.line
    if hit.part == "verb":
        return _habitual(line, hit.first)
    if _as_time(line, hit) or _anybodys(hit):
        return True
    start = phrase_start(line, hit.first)
    plural = hit.form == "plural" or (hit.form == "fixed" and hit.line.words[hit.last].endswith("s"))
    bare = line.tag(start) not in ("determiner", "possessive") and "possessive" not in line.tags[start : hit.first]
    if not plural or not bare:
        return False
    if not hit.entry.trigger.generic_plural:
        return True
    before = line.tag(start - 1)
    if before in ("stop", "quote", "subordinator", "relative", "conjunction"):
        return _present_after(line, hit.last) and not _on_a_day(line, hit.last) and not _by_somebody(line, hit.last)
    return False


def _on_a_day(line: Line, last: int) -> bool:
    """Whether a weekday or month follows soon: "local elections take place on 1 May" are no elections in general."""
    low, high = last + 1, last + 1 + FAR
    days = numbered("weekdays").keys() | (numbered("months").keys() - {"may"})
    return not days.isdisjoint(line.words[low:high]) or "May" in line.raw[low + 1 : high]


def _by_somebody(line: Line, last: int) -> bool:
    """Whether those who do it are counted or named: "strikes by 40,000 miners" are no strikes in general."""
    return line.word(last + 1) == "by" and any(
        line.tag(at) == "number" or (at < len(line) and line.raw[at][0].isupper()) for at in (last + 2, last + 3)
    )


def _as_time(line: Line, hit: Hit) -> bool:
    """Whether the words only say when something else is to be, and no more of it: "ahead of the next general election".

    "before the next election, widely expected in May" and "before the next election in 2009" do say more.
    """
    start = phrase_start(line, hit.first)
    if line.words[start : start + 2] != ["the", "next"] or line.word(hit.last + 1) in (",", "in", "on"):
        return False
    return line.word(start - 1) in ("before", "until") or line.words[max(start - 2, 0) : start] == ["ahead", "of"]


def _anybodys(hit: Hit) -> bool:
    """Whether the happening is that of somebody or other: "a member's expulsion", "any minister's resignation".

    "A seamen's strike" is one strike, and so is "a judge's ruling" for those who tell what it did, and "a mother's
    petition" that has grown.
    """
    line, at = hit.line, hit.first
    if line.tag(at - 1) != "possessive" or line.word(at - 2) in grammar().plurals_without_s:
        return False
    determiners = ANY.intersection(line.words[max(at - OWNER, 0) : at - 1])
    if not determiners <= _ONE:
        return True
    if hit.entry.event.family in ("assembly", "proceeding"):
        return bool(determiners) and (line.word(hit.last + 1) in _LASTING or _present_after(line, hit.last))
    return bool(determiners) and not _has_come_about(line, hit.last)


def _has_come_about(line: Line, last: int) -> bool:
    """Whether the first verb behind is past or perfect: "a mother's petition has grown"."""
    for at in range(last + 1, clause_end(line, last)):
        if line.tags[at] in AUXILIARY:
            return line.words[at] in ("has", "have", "had", "was", "were", "did")
        if line.tags[at] in VERBAL:
            return line.tags[at] == "ed"
    return False


def _habitual(line: Line, head: int) -> bool:
    return any(
        word in ("usually", "normally", "traditionally", "typically", "always", "often")
        for word in line.words[max(head - 4, 0) : head]
    )


def _present_after(line: Line, last: int) -> bool:
    """Whether the first verb after a subject is a simple present without an auxiliary that places it in time.

    What "are taking place" or "are being held" goes on now, and is no habit.
    """
    for index in range(last + 1, clause_end(line, last)):
        tag = line.tags[index]
        if tag in AUXILIARY:
            goes_on = line.word(index + 1) in ("being", "taking")
            return line.words[index] in ("are", "can", "do", "may") and not goes_on
        if tag in VERBAL:
            return tag == "verb" and group_at(line, index).bare
        if tag == "word" and not line.words[index].endswith(("s", "n", "l")) and index - last == 1:
            return True
    return False
