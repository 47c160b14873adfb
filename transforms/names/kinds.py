"""What one part of a run names: a person, an organisation, a place, a group, or nobody."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from transforms.names.runs import Token
from transforms.names.words import Words
from transforms.records import NameKind

_LOWER_CUE = re.compile(
    r"((?:[ \n]+(?:county|city|district|borough|town|parish|national|regional|local|federal|constituency))?"
    r"[ \n]+([a-z]+))\b(?!['-])"
)
_WORD_BEFORE = re.compile(r"([\w'-]+)[ \n]+$")
_AFTER_PERSON = re.compile(r",? \(?\d\d\)?,|, who\b|, (?:the|a|an|his|her|their|former|chief|head|general)\b")
_SEAT_AFTER = re.compile(r"[ \n]+(?:by-?election|seat|constituency|ward)\b")
_AFTER_WORD = re.compile(r"[ \n]+([a-z]+)")
_STOPPED = re.compile(r"(?:[A-Z]\.){2,}\Z")


class Candidate(NamedTuple):
    """A possible name. `sure` is false while only the rest of the document can tell whether it is one."""

    start: int
    end: int
    tokens: tuple[str, ...]
    kind: NameKind
    sure: bool
    initial: bool

    @property
    def low(self) -> str:
        """The name in lower case, single spaces."""
        return " ".join(self.tokens)


def candidates(plain: str, part: list[Token], opens: bool, lowers: frozenset[str], words: Words) -> Iterator[Candidate]:
    """Names in one part of a run; `opens`: it stands first in its sentence; `lowers`: lower-case words of the text."""
    whole, part = part, _before_stray(plain, _trimmed(plain, _without_small_ends(part), words), lowers, words)
    first = opens and bool(part) and part[0] is whole[0]  # behind "The" a capital is a capital
    if len(part) == 1 and part[0].low in words.persons:
        yield _candidate(plain, part, "organisation", False, opens, words)  # "King", once "Ann King" has been named
        return
    while first and part and _names_nobody(part, lowers, words):
        part = _trimmed(plain, part[1:], words)
    if not part:
        return
    low = _low(part)
    if low in words.never and len(part) == 1:
        return
    if (kind := _listed(low, words)) is not None:
        yield _candidate(plain, part, kind, True, opens, words)
        return
    office = _office_end(part, words)
    if office:
        yield from _around_office(plain, part, office, opens, lowers, words)
        return
    kind, sure = _judge(plain, part, lowers, words)
    if kind is not None:
        yield _candidate(plain, part, kind, sure, opens, words)


def _low(part: list[Token]) -> str:
    return " ".join(token.low for token in part)


def _known(part: list[Token], words: Words) -> bool:
    return _listed(_low(part), words) is not None


def _without_small_ends(part: list[Token]) -> list[Token]:
    first, last = 0, len(part)
    while first < last and not part[first].capital:
        first += 1
    while last > first and not part[last - 1].capital:
        last -= 1
    return part[first:last]


def _trimmed(plain: str, part: list[Token], words: Words) -> list[Token]:
    """Without small words at the ends, words that open sentences, and adjectives beside a listed name or a noun."""
    part = _without_small_ends(part)
    while part and not _known(part, words):
        first, last = part[0].low, part[-1].low
        opens = first in words.openers and not _is_acronym(part[0]) and first not in words.titles
        rest = part[1:]
        if (opens and (not rest or first not in words.first)) or (
            first in words.parties and rest and _known(rest, words)
        ):
            part = _without_small_ends(rest)
        elif first in words.adjectives and (
            len(part) == 1 or _known(part[1:], words) or part[1].low in words.adjectives
        ):
            if len(part) == 1:
                break
            part = _without_small_ends(part[1:])
        elif last in words.adjectives and len(part) > 1 and _AFTER_WORD.match(plain, part[-1].end):
            part = _without_small_ends(part[:-1])
            if len(part) == 1 and part[0].low in words.directions:
                return []  # "the West German steel industry"
        else:
            break
    return part


def _before_stray(plain: str, part: list[Token], lowers: frozenset[str], words: Words) -> list[Token]:
    """Without a word that has its capital only from the stop before it: "the U.S. Has agreed"."""
    if len(part) != 2 or not _STOPPED.match(plain[part[0].start : part[0].end]) or part[0].low not in words.places:
        return part
    low = part[1].low
    told = low in words.cues or low in words.office or low in words.person_plurals or low in words.persons
    stray = low in words.openers or (low in lowers and not told and not _known(part, words))
    return part[:1] if stray and not part[1].upper else part


def _is_acronym(token: Token) -> bool:
    return token.upper and token.low in ("us", "it", "who")


def _names_nobody(part: list[Token], lowers: frozenset[str], words: Words) -> bool:
    """Whether the first word of a sentence has its capital only because it is first."""
    word = part[0].low
    if _known(part, words) or word in words.titles:
        return False
    if len(part) > 1 and word.endswith("ing") and word not in words.first and part[1].low in words.first:
        return True  # "Praising Ann Orme, he said"
    if len(part) > 1 and (word in words.first or word in words.places or word in words.parties or word in words.bodies):
        return False
    if word in words.opening_nouns or (len(part) == 1 and (word in words.persons or word in words.person_plurals)):
        return True
    if word in lowers:
        return len(part) == 1 or part[1].capital
    return len(part) == 1 and word.endswith(("ing", "ly"))


def _listed(low: str, words: Words) -> NameKind | None:
    if low in words.groups or low in words.peoples:
        return "group"
    if low in words.parties or low in words.bodies:
        return "organisation"
    if low in words.places:
        return "place"
    return None


def _office_end(part: list[Token], words: Words) -> int:
    """Where the office that a part begins with ends ("Home Secretary" of "Home Secretary Ann Orme"), or 0."""
    if part[-1].low in words.cues or part[-1].low in words.place_suffixes or part[0].low in words.titles - words.office:
        return 0
    small = ((token.low, following.low) for token, following in pairwise(part) if not following.capital)
    if any(low in words.take_of and following != "and" for low, following in small):
        return 0
    end = 0
    for at, token in enumerate(part):
        low = token.low
        named = at > 0 and part[0].low in words.first and not _given_next(part, at, words)
        general = low == "general" and at > 0 and part[at - 1].low in words.office  # "Attorney General Ann Orme"
        if (general or (low in words.office and low not in words.office_modifier)) and not named:
            end = at + 1
    if not end and part[0].low in words.office and len(part) > 1 and part[1].low in words.first:
        end = 1
    return end


def _given_next(part: list[Token], at: int, words: Words) -> bool:
    """Whether a given name follows: "Georgia Power Chairman Robert Hale" does not begin with a person."""
    return at + 1 < len(part) and part[at + 1].low in words.first


def _only_modifies(owner: list[Token], office: Token, words: Words) -> bool:
    """Whether the words before an office are part of it ("Labour Secretary"), rather than a body ("Labour MP")."""
    if _low(owner) in words.parties and office.low not in ("secretary", "minister", "ministers"):
        return False
    portfolio = office.low in ("minister", "ministers") and not any(token.upper for token in owner)
    known = words.listed(_low(owner)) or _low(owner) in words.first
    return (
        _low(owner) in words.adjectives or {t.low for t in owner} <= words.office_modifier or (portfolio and not known)
    )


def _around_office(
    plain: str, part: list[Token], end: int, opens: bool, lowers: frozenset[str], words: Words
) -> Iterator[Candidate]:
    before, after = part[:end], part[end:]
    if not after and (before[-1].low in words.person_plurals or before[-1].low in ("mps", "meps")):
        yield _candidate(plain, before, "group", True, opens, words)
        return
    ends = next(at for at, token in enumerate(before) if token.low in words.office)
    owner = before[:ends]
    if not owner or owner[-1].low not in words.cues - {"cabinet"} or owner[0].low in words.first:
        owner = owner[: next((at for at, token in enumerate(owner) if not token.capital), ends)]
    if owner and not _only_modifies(owner, before[len(owner)], words):
        for found in candidates(plain, owner, opens, lowers, words):
            led = found.kind == "person" and len(owner) > 1 and owner[0].low not in words.first
            yield found._replace(kind="organisation") if led and owner[0].low not in words.titles else found
    if not after:
        return
    if not after[0].capital:
        person = next((at for at, token in enumerate(after) if at > 1 and token.low in words.first), len(after))
        if before[-1].low in words.see:
            yield _candidate(plain, [before[-1], *after[:person]], "person", True, opens, words)
        after = after[person:]
    if after:
        low = _low(after)
        kind = _listed(low, words) if len(after) > 1 or low not in words.first else None
        yield _candidate(plain, after, kind or "person", True, False, words)


def _judge(plain: str, part: list[Token], lowers: frozenset[str], words: Words) -> tuple[NameKind | None, bool]:
    """The kind that the words themselves tell, and whether it is sure; null when they name no participant."""
    first, last, size = part[0].low, part[-1].low, len(part)
    if first in ("st", "saint") and last in words.cues | words.place_suffixes:
        return "place", True  # "St Mark's Cathedral"
    if first in words.titles and not (size > 1 and part[1].low == "and"):
        return (None, False) if all(t.low in words.office or t.low in words.titles for t in part) else ("person", True)
    if last not in words.cues and _SEAT_AFTER.match(plain, part[-1].end):
        return "place", True  # "the Hale Wood by-election"
    if size == 1:
        return _judge_word(plain, part[0], lowers, words)
    if any(token.low == "&" for token in part):
        return "organisation", True
    if last in words.not_bodies or all(token.low in words.office_modifier or not token.capital for token in part):
        return None, False
    if last in words.cues:
        given = size == 2 and first in words.first and last not in words.lower_cues
        return ("person", True) if given else ("organisation", True)
    if any(token.low in words.take_of and not following.capital for token, following in pairwise(part)):
        return "organisation", True
    if last in words.person_plurals or last in words.peoples or (last in words.after and last.endswith("ps")):
        return "group", True
    if last in words.after or first in words.first or any(_inside_person(token, words) for token in part):
        return "person", True
    if last in words.place_suffixes or last.endswith(words.place_endings):
        return "place", True
    if first in words.place_prefixes:
        of_place = size > 2 and f"{first} {part[1].low}" in words.places and not _placed(last, words)
        return ("organisation", False) if of_place else ("place", True)  # "New Hale Telephone" is a company
    if _said_of_a_person(plain, part, words):
        return "person", True
    if (cue := _LOWER_CUE.match(plain, part[-1].end)) and cue.group(2) in words.lower_cues:
        return "organisation", True  # "the Harbour Liberal party"
    if (before := _WORD_BEFORE.search(plain, max(0, part[0].start - 30), part[0].start)) and before.group(
        1
    ) in words.body_nouns:
        return "organisation", True
    if size == 3 and _is_initial(plain, part[1]) and not (part[0].upper or part[2].upper):
        return "person", True  # "Everard F. Orme"
    plain_words = all(token.capital and not token.upper for token in part)
    if size < 4 and plain_words and first not in words.adjectives and not any(_placed(t.low, words) for t in part):
        return "person", True
    return "organisation", False


def _is_initial(plain: str, token: Token) -> bool:
    """Whether a word is the initial of a name: "F"."""
    return token.end - token.start <= 2 and plain[token.start].isupper() and token.low.strip(".").isalpha()


def _inside_person(token: Token, words: Words) -> bool:
    """Whether a small word stands in names of people only: "Otto von Hale"."""
    return not token.capital and token.low in words.particles


def _placed(low: str, words: Words) -> bool:
    return low in words.places or low in words.parties or low in words.office_modifier or low in words.not_bodies


def _judge_word(plain: str, token: Token, lowers: frozenset[str], words: Words) -> tuple[NameKind | None, bool]:
    """The same for a name of one word."""
    text, low = plain[token.start : token.end], token.low
    if low in words.adjectives:
        cue = _LOWER_CUE.match(plain, token.end)
        return ("organisation", True) if cue and cue.group(2) in words.state_cues else (None, False)
    if low in words.person_plurals or (low in words.after and low.endswith("ps")):
        return "group", True
    if low.endswith(words.place_endings) and len(low) > 6:
        return "place", True
    if token.upper and 2 <= len(text.replace(".", "")) <= 6 and low not in lowers:
        return "organisation", True
    if low in words.first or _said_of_a_person(plain, [token], words):
        return "person", False
    return "organisation", False


def _said_of_a_person(plain: str, part: list[Token], words: Words) -> bool:
    """Whether the words beside it say that it is a person: an office before, an age, "who" or a report after."""
    before = _WORD_BEFORE.search(plain, max(0, part[0].start - 30), part[0].start)
    if before is not None and before.group(1).lower() in words.persons:
        return True
    end = part[-1].end
    return _AFTER_PERSON.match(plain, end) is not None and len(part) > 1


def _candidate(plain: str, part: list[Token], kind: NameKind, sure: bool, opens: bool, words: Words) -> Candidate:
    end = part[-1].end
    tokens = tuple(token.low for token in part)
    if kind in ("organisation", "place") and (cue := _LOWER_CUE.match(plain, end)):
        placed = kind == "place" or tokens[0] in words.adjectives
        fitting = words.state_cues if placed else words.lower_cues
        if cue.group(2) in fitting and (tokens[-1] not in words.cues or len(cue.group(1).split()) > 1):
            end, kind, sure = cue.end(1), "organisation", True
            tokens = (*tokens, *cue.group(1).split())
    return Candidate(part[0].start, end, tokens, kind, sure, opens)
