"""How far a time stands from the verb of a long subject: "a petition calling for a vote was handed in on Monday"."""

from transforms.events.between import BARRIER, TOO_FAR, between
from transforms.events.clauses import phrase_start
from transforms.events.phrases import phrase_words
from transforms.events.tagging import VERBAL, Line


def from_its_verb(line: Line, low: int, high: int) -> int:
    """The cost from the verb of a long subject: "a petition calling for ... was handed in", "the march, ..., began"."""
    begins = _behind_aside(line, low, high)
    if begins is not None:
        return BARRIER // 2 + between(line, begins + 1, high, opening=False, own=begins)
    for index in range(high - 1, low - 1, -1):
        since = index == high - 1 and line.words[index] == "since"  # "has been held every day since May"
        if line.tags[index] in ("relative", "subordinator", "quote") and not since:
            break
        if line.words[index] in ("was", "were", "been", "be", "is", "are") and line.tag(index + 1) == "ed":
            if line.tag(index - 1) == "to" and line.tag(index - 2) != "be":
                continue
            if not _one_subject(line, low, index):
                break
            return BARRIER // 2 + between(line, index + 2, high, opening=False, own=index)
    return TOO_FAR + 1


def _one_subject(line: Line, low: int, verb: int) -> bool:
    """Whether what stands between a noun and a passive verb still describes the noun: "which would have named it"."""
    for index in range(low, verb):
        if line.tags[index] in ("subordinator", "quote"):
            return False
        if line.tags[index] == "conjunction" and {line.tag(index - 1), line.tag(index + 1)} != {"word"}:
            return False
        if line.tags[index] == "relative" and not any(tag in VERBAL for tag in line.tags[index + 1 : verb]):
            return False
    return True


def _behind_aside(line: Line, low: int, high: int) -> int | None:
    """The verb behind an aside that says when its subject comes about: "The strike by dockers, 90 of them, began"."""
    before = phrase_start(line, low - 1) - 1
    if line.tag(before) not in ("stop", "relative", "subordinator") and before >= 0:
        return None
    for at in range(low, high):
        if line.tags[at] in ("ed", "verb") and line.word(at - 1) in (",", ")"):
            opened = {",", "("}.intersection(line.words[low : at - 1])
            return at if opened and line.lemma(at) in phrase_words().taking_place else None
        if line.tags[at] in ("relative", "quote"):
            return None
    return None
