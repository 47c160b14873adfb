"""Runs of capitalised words, and where a run holds more than one name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from transforms.names.words import Words, folded, words

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x250)) if c.isupper())
_PREFIX = "(?:[dDlL]'|(?:[Aa]l|[Ee]l|[Uu]l|ad|as|ash|an|ar|ibn)-)?"
_NUMBERED = "(?:(?<=Radio )|(?<=Channel )|(?<=Number )|(?<=No )|(?<=BBC ))\\d{1,2}\\b"
_REST = r"\w*+(?:['-](?!s\b)\w++)*+"
# The capital stands first, so that the scan looks for it alone; what must not stand before it is looked at after.
_FIRST = rf"[{_UPPER}](?:(?<![\w-].)|(?<=\bex-.)|(?<=\bal-.)|(?<=\bthen-.))(?:\.(?:[{_UPPER}]\.)*+(?!\w)|{_REST})"
_WORD = rf"(?:(?:[{_UPPER}]\.)++(?!\w)|{_PREFIX}[{_UPPER}]{_REST}|{_NUMBERED})"
_GAP = "(?:\\.?[ \n]++)"
_JOIN = f"(?:of|for|on|and|against|'s?)(?:{_GAP}the)?"
_TOKEN = re.compile(rf"{_WORD}|[^\s]+?(?=\s|$)|\S+")
_FORMER = re.compile(rf"(?:Ex|Then)-(?=[{_UPPER}])")
_PARTICIPLE = re.compile(r"-(?:\w+ed|\w+ing|led|held|born|run|made|wide|style|era|only|elect|owned|speaking)$")
_DOES = re.compile(
    r"-(?:led|run|held|backed|sponsored|brokered|mediated|organi[sz]ed|hosted|controlled|appointed|funded)$"
)
LONGEST = 14
"""Words in a run beyond which it is a line in capitals rather than a name."""


class Token(NamedTuple):
    """A word of a run; `low` its lower case without accents.

    `capital` is false for small words between names, `upper` true for words all in capitals.
    """

    start: int
    end: int
    low: str
    capital: bool
    upper: bool


Part = Sequence[Token]


@cache
def _run() -> re.Pattern[str]:
    particles = "|".join(sorted(words().particles | words().linking))
    joined = "|".join(
        (
            rf"(?:{_GAP}(?:{particles})){{0,3}}{_GAP}{_WORD}",
            rf"{_GAP}&{_GAP}{_WORD}",
            rf"'s?{_GAP}{_WORD}",
            rf"{_GAP}{_JOIN}{_GAP}{_WORD}",
        )
    )
    return re.compile(f"{_FIRST}(?:{joined})*+")


def runs(plain: str, start: int, end: int) -> Iterator[list[Token]]:
    """Runs of capitalised words inside a sentence of the shadow text, small joining words included."""
    for match in _run().finditer(plain, start, end):
        if plain.startswith("$", match.end()):
            continue  # "C$35"
        # the stop of "Mr. Hale" is no word
        yield [_token(found) for found in _TOKEN.finditer(plain, match.start(), match.end()) if found.group() != "."]


def _token(found: re.Match[str]) -> Token:
    text = found.group()
    former = _FORMER.match(text)
    if former:
        return Token(found.start() + former.end(), found.end(), folded(text[former.end() :]), True, False)
    capital = text[0].isupper() or text[-1].isdigit() or "-" in text or text[1:2] == "'"
    return Token(found.start(), found.end(), folded(text), capital, text.isupper() and len(text) > 1)


def parts(run: list[Token], words: Words, follows: str = "") -> Iterator[list[Token]]:
    """Cut a run where a joining word does not belong inside a name, before a title or a given name that begins another,
    and at words that are no part of any name. `follows` is the word in lower case behind the run.
    """
    part: list[Token] = []
    at = 0
    while at < len(run):
        token = run[at]
        if token.capital:
            outside = _outside(run, at, words)
            if outside and (prefix := _prefix(token, words)):
                if part:
                    yield part
                    part = []
                yield [prefix]
            if part and (outside or _begins(part, run, at, words)):
                yield part
                part = []
            if not outside:
                part.append(token)
            at += 1
            continue
        following = at
        while following < len(run) and not run[following].capital:
            following += 1
        join = run[at:following]
        if part and following < len(run) and _joins(part, join, run[following:], words, follows):
            part.extend(join)
        else:
            if part:
                yield part
            part = []
        at = following
    if part:
        yield part


def _prefix(token: Token, words: Words) -> Token | None:
    """The known body before a participle: "UN-led talks", "Labour-run councils"."""
    low = token.low.partition("-")[0]
    known = (words.listed(low) or low in words.countries) and _DOES.search(token.low)
    return Token(token.start, token.start + len(low), low, True, len(low) < 4) if known and "-" in token.low else None


def _outside(run: list[Token], at: int, words: Words) -> bool:
    """Whether a capitalised word is no part of a name: a month, "Title", "Trump-backed"."""
    low = run[at].low
    if _PARTICIPLE.search(low):
        return True
    if low not in words.outside:
        return False
    for first in range(max(0, at - 2), at + 1):
        for last in range(at + 1, min(len(run), at + 3) + 1):
            if last - first > 1 and words.listed(" ".join(token.low for token in run[first:last])):
                return False
    begins = low in words.first and at + 1 < len(run) and not _before_given(run, at, words)
    ends = at > 0 and (run[at - 1].low in words.first or run[at - 1].low in words.titles)
    return not begins and not ends


def _before_given(run: list[Token], at: int, words: Words) -> bool:
    """Whether a given name with its surname follows: "will elect in April John Hale", and not "April Hale"."""
    ahead = run[at + 1 : at + 3]
    return len(ahead) == 2 and all(token.capital for token in ahead) and ahead[0].low in words.first


def _begins(part: list[Token], run: list[Token], at: int, words: Words) -> bool:
    """Whether a word begins another name than the one that stands before it."""
    low, last = run[at].low, part[-1].low
    if at + 1 == len(run) or not run[at + 1].capital or last in words.titles:
        return False
    if low in words.titles:
        inner = low == "st" or len(low) == 1  # "Mark St John", "Ann M Orme"
        return not (inner and part[0].low in words.first)
    if low not in words.first or run[at + 1].low in words.cues:
        return False
    known = " ".join(token.low for token in part)
    if words.listed(known) or last in words.adjectives or (len(part) == 1 and part[0].upper):
        return True
    return part[0].low not in words.first and (part[0].low in words.see or last in words.cues or last in words.persons)


def _joins(left: list[Token], join: list[Token], right: list[Token], words: Words, follows: str) -> bool:
    small = join[0].low
    last = left[-1].low
    if small == "&":
        return True
    if small == "against" and len(left) > 1 and (last == "party" or last not in words.campaigning):
        return False  # "a suit by the Porters Union against Hale Bank"
    if small in ("of", "for", "on", "against"):
        titled = left[0].low in words.kept and small == "of"
        if titled or last in words.take_of or last in words.kept or (small == "of" and last in words.office):
            return True
        return small == "of" and any(token.low == "for" for token in left)
    if small == "and":
        pair = f"{last} and {right[0].low}"
        if len(join) == 1 and (words.listed(pair) or (len(left) == 1 and last == right[0].low)):
            return True  # "Hale and Hale"
        return _one_body(left, join, right, words) or (follows in words.campaigning and _two_things(left, right, words))
    if small in ("'", "'s"):
        return _owned(left, small, _until_join(right), words)
    return True


def _two_things(left: list[Token], right: list[Token], words: Words) -> bool:
    """Whether two words are nothing that is known as a name by itself: "Law" and "Order" before "party"."""
    told = [token.low for token in (*left, *right) if token.low not in words.openers]
    known = words.first | words.adjectives | words.peoples
    return len(told) == 2 and len(right) == 1 and not any(words.listed(low) or low in known for low in told)


def _owned(left: list[Token], mark: str, ahead: list[Token], words: Words) -> bool:
    """Whether a possessive belongs inside a name: "Workers' Party", "Queen's Regiment", "St Paul's Cathedral"."""
    if not ahead or ahead[-1].low not in words.cues | words.place_suffixes:
        return False
    if left[0].low in ("st", "saint") or left[-1].low in words.kept | {"women", "children", "men", "people"}:
        return True
    known = left[-1].low in words.parties or left[-1].low in words.groups or left[-1].low in words.first
    return mark == "'" and left[-1].low.endswith("s") and not known


def _one_body(left: list[Token], join: list[Token], right: list[Token], words: Words) -> bool:
    """Whether "X and Y" is one body: "Standards and Privileges Committee", "Ministry of Trade and Industry"."""
    ahead = _until_bearer(_until_join(right), words)
    if len(right) > len(ahead) + 1 and right[len(ahead)].low == "'":
        ahead = [*ahead, *_until_join(right[len(ahead) + 1 :])]  # "Hospital and Care Workers' Union"
    lows = [token.low for token in left]
    known = " ".join(lows[lows[0] == "the" :])
    titled = lows[0] in words.titles and len(lows) > 1
    if words.listed(known) or lows[0] in words.first or titled:
        return len(join) == 2 and len(ahead) > 1 and ahead[-1].low in words.cues and known in words.places
    inside = next((i for i in range(len(lows) - 1, -1, -1) if not left[i].capital), None)
    near = inside is not None and len(lows) <= inside + 2 + (inside > 0 and lows[inside - 1] in words.take_of)
    if inside is not None and lows[inside] in ("of", "for") and near:
        return len(join) == 1 and ahead[0].low not in words.places and ahead[0].low not in words.first
    if (lows[-1] in words.cues and known not in words.sectors) or (len(lows[-1]) > 1 and lows[-1] in words.office):
        return False
    return ahead[-1].low in words.cues and len(left) <= 3 and ahead[0].low not in words.first


def _until_bearer(ahead: list[Token], words: Words) -> list[Token]:
    """The words of a body without an office in it and its bearer: "Means Committee", before "Chairman Ann Orme"."""
    ends = (at for at in range(1, len(ahead)) if ahead[at].low in words.office and ahead[at - 1].low in words.cues)
    return ahead[: next(ends, len(ahead))]


def _until_join(right: list[Token]) -> list[Token]:
    ahead: list[Token] = []
    for token in right:
        if not token.capital:
            break
        ahead.append(token)
    return ahead
