"""Who holds an office that is as good as a name: "the Bishop of Hale, the Rt Rev Ann Orme" are one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.names.kinds import Candidate
from transforms.names.words import Words

_NAMED = re.compile(r",?[ \n]+(?:the[ \n]+)?(?:(?:Right|Rt|Most|Very)\.?[ \n]+){0,2}(?!and\b)")
_HELD = re.compile(r",[ \n]+(?:the[ \n]+)?")
_CLOSED = re.compile(r"[,.;:)]|[ \n]+(?!and\b|or\b)|$")


def seats(plain: str, found: Sequence[Candidate], words: Words) -> dict[tuple[str, ...], Candidate]:
    """The bearer's name by an office that a comma or nothing parts from it: the first one told of each office."""
    held: dict[tuple[str, ...], Candidate] = {}
    for first, second in pairwise(candidate for candidate in found if candidate.kind == "person"):
        if not _CLOSED.match(plain, second.end):
            continue
        for office, bearer, between in ((first, second, _NAMED), (second, first, _HELD)):
            if not _is_seat(office, words) or _is_seat(bearer, words):
                continue
            if between.fullmatch(plain, first.end, second.start):
                held.setdefault(office.tokens, bearer)
    return held


def _is_seat(candidate: Candidate, words: Words) -> bool:
    """Whether somebody is called by an office and its place: "the Bishop of Hale"."""
    return len(candidate.tokens) > 2 and candidate.tokens[0] in words.see and candidate.tokens[1] == "of"
