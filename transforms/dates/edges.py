"""The edges of time words in their text: what they touch, and where the search goes on."""

from functools import cache

from transforms.dates.automaton import Automaton
from transforms.dates.vocabulary import table, units


def joined(text: str, start: int, end: int) -> bool:
    """Whether a letter that is not ASCII touches the words, which then are part of a longer one."""
    return (start > 0 and text[start - 1] > "\x7f" and text[start - 1].isalnum()) or (
        end < len(text) and text[end] > "\x7f" and text[end].isalnum()
    )


def titled(text: bytes, start: int, end: int) -> bool:
    """Whether the words open a title: a quotation mark stands before them, and a unit in them has its capital."""
    return start > 0 and text[start - 1] in QUOTES and title().fills(text[start:end])


QUOTES = frozenset(b"\"'`")


@cache
def title() -> Automaton:
    """Words in title case, the last of which has no capital of its own: a unit or a part of the day."""
    capital = sorted({word.title() for word in (*units(), *table("time_parts", "day"), "tomorrow") if word.isalpha()})
    return Automaton(rf"[A-Z0-9][A-Za-z0-9]*(?: +[A-Za-z0-9]+)* +(?:{'|'.join(capital)})".encode())


STOP = ord(".")
WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def shorten(text: bytes, start: int, end: int) -> int:
    """Where the words end when their last one is left out, or the stop of a sentence that the next one touches."""
    end -= 1
    if text[end] == STOP:
        return end
    while end > start and text[end - 1] in WORD:
        end -= 1
    while end > start and text[end - 1] not in WORD:
        end -= 1
    return end


def next_word(text: bytes, start: int) -> int:
    """Where the scan goes on after words that mean nothing: past the first of them."""
    at, size = start, len(text)
    while at < size and text[at] in WORD:
        at += 1
    return max(at, start + 1)
