"""What follows a verb or a noun in its clause: objects, and prepositions with their noun phrases."""

from collections.abc import Iterator

from transforms.events.roles.joined import coordinated_right
from transforms.events.roles.nominals import is_plea, is_time, names_person
from transforms.events.roles.scene import Row
from transforms.names.words import words

FAR = 24
"""Chunks behind a word that may be looked at."""
_OWN_PHRASES = 3
"""Phrases that may say of which place or body the first of two sides is."""


def objects(row: Row, after: int) -> list[int]:
    """Noun phrases that follow a verb directly; `after` is the chunk that ends the verb and its particles.

    Joined verbs share what follows the last: "to rebuke and oust the treasurer".
    """
    at = after + 1
    if row.kind(at) == "and" and row.kind(at + 1) == "vg":
        at += 2
    while at < len(row.chunks) and row.chunks[at].kind in ("adverb", "quote"):
        at += 1
    while at < len(row.chunks) and row.chunks[at].kind == "np" and row.chunks[at].owns:
        at += 1
    if at >= len(row.chunks) or row.chunks[at].kind != "np" or is_time(row, at):
        return []
    found = coordinated_right(row, at)
    names, lists = row.chunks[at].names, words()
    if names and names[-1].kind == "person" and row.line.words[row.chunks[at].last] in lists.persons:
        return [k for k in found if row.chunks[k].names]  # "named Ann Orme chairman and chief executive"
    return found


def phrases(row: Row, after: int) -> Iterator[tuple[str, list[int]]]:
    """Prepositions with their noun phrases in the rest of a clause; stops at a new verb or clause."""
    at, told = after + 1, ""
    while at < len(row.chunks) and at - after < FAR:
        chunk = row.chunks[at]
        if chunk.kind in ("and", "comma") and told and told in (row.word(at + 1), row.word(at + 2)):
            at += 1  # "attended by ministers from Hale, and by the mayor"
            continue
        if chunk.kind == "prep":
            inner = at + 1
            while inner < len(row.chunks) and (row.chunks[inner].kind in ("quote", "adverb") or row.chunks[inner].owns):
                inner += 1
            if inner < len(row.chunks) and row.chunks[inner].kind == "np":
                found = coordinated_right(row, inner)
                if chunk.word == "between" and len(found) == 1:
                    found = _both_sides(row, inner)
                told = chunk.word if chunk.word == "by" else told
                yield chunk.word, found
                at = found[-1] + 1
                continue
            if inner < len(row.chunks) and row.chunks[inner].kind in ("prep", "vg"):
                at = inner
                continue
            return
        brought = chunk.ed and row.word(at + 1) == "by" and is_plea(row, at - 1)  # "an appeal lodged by Hale"
        if brought or chunk.kind in ("np", "adverb", "quote"):
            at += 1
        elif chunk.kind == "comma" and at + 1 < len(row.chunks) and row.chunks[at + 1].kind in ("prep", "np"):
            if chunk.word != ",":
                return
            if row.chunks[at + 1].kind == "np":
                if not _apposes(row, at):
                    return
                at += 2  # "met the mayor, Ann Orme, in Hale"
            at += 1
        else:
            return


def _both_sides(row: Row, first: int) -> list[int]:
    """Those between whom a thing is, the first with a phrase of their own: "between lawyers for Orme and the court"."""
    at = first + 1
    for _ in range(_OWN_PHRASES):
        if row.kind(at) != "prep" or row.kind(at + 1) != "np":
            break
        at += 1
        while row.chunks[at].owns and row.kind(at + 1) == "np":
            at += 1
        at += 1
    at += row.kind(at) == "comma" and row.word(at) == ","
    if row.word(at) != "and" or row.kind(at + 1) != "np":
        return [first]
    at += 1
    while row.chunks[at].owns and row.kind(at + 1) == "np":
        at += 1
    return [first, *coordinated_right(row, at)]


def _apposes(row: Row, comma: int) -> bool:
    """Whether a comma opens an aside that only names somebody, and the clause goes on with a phrase behind it."""
    return names_person(row, comma + 1) and row.word(comma + 2) == "," and row.kind(comma + 3) == "prep"
