"""Where a date without a year or week points, by the verbs around it."""

from functools import cache

import re2

import seeds


@cache
def patterns() -> tuple[re2._Regexp, re2._Regexp]:
    """The cues of the future and of the past."""
    cues = seeds.toml("words/time_tense.toml")
    future = "|".join([*cues["future"]["patterns"], *cues["future"]["words"]])
    past = "|".join([*cues["past"]["patterns"], *cues["past"]["words"]])
    return re2.compile(rf"\b(?:{future})\b".encode()), re2.compile(rf"\b(?:{past})\b".encode())


def clause(text: bytes, start: int, end: int) -> tuple[bytes, bytes]:
    """What stands before and after time words in their sentence, within reach."""
    left = text[max(0, start - 120) : start]
    cut = max(left.rfind(stop) for stop in (b". ", b".\n", b"\n\n", b"; "))
    right = text[end : end + 80]
    stops = [at for at in (right.find(stop) for stop in (b". ", b".\n", b"\n\n", b"; ")) if at >= 0]
    return left[cut + 1 :], right[: min(stops)] if stops else right


def direction(text: bytes, start: int, end: int) -> str:
    """ "past" or "future" for time words at an offset of an ASCII text; "nearest" without any cue.

    The cue that ends last before the words decides, else the first one after them.
    """
    left, right = clause(text, start, end)
    future, past = patterns()
    ahead = [match.end() for match in future.finditer(left)]
    behind = [match.end() for match in past.finditer(left)]
    if ahead or behind:
        return "future" if ahead and (not behind or ahead[-1] >= behind[-1]) else "past"
    first_ahead, first_behind = future.search(right), past.search(right)
    if first_ahead and (not first_behind or first_ahead.start() <= first_behind.start()):
        return "future"
    return "past" if first_behind else "nearest"
