"""What stands between commas behind somebody's name: an office, an age, a list; a subject is looked for beyond it."""

from transforms.events.roles.nominals import names_end, names_person
from transforms.events.roles.scene import Row
from transforms.names.words import words

FAR = 24
"""Chunks to either side that a search may cross."""


def past_aside(row: Row, comma: int) -> int:
    """The chunk behind an aside that a comma opens behind a name: "Tom Hale, deputy head of the port, said"."""
    if row.word(comma) != "," or not names_end(row, comma - 1):
        return comma
    closing = next((at for at in range(comma + 1, min(comma + FAR, len(row.chunks))) if row.word(at) == ","), None)
    quiet = closing is not None and all(row.kind(at) != "vg" for at in range(comma + 1, closing))
    return closing + 1 if closing is not None and quiet else comma


def before_office(row: Row, at: int) -> int:
    """Over the office and the age behind somebody's name: "Ann Orme, 49, deputy head, who ran the port, becomes"."""
    found = at
    while found > 1 and row.word(found - 1) == "," and row.kind(found) == "np" and not names_end(row, found):
        described = row.line.words[row.chunks[found].last] in words().persons
        if not (described or is_age(row, found)):
            break
        found -= 2
    return found if names_person(row, found) else at


def names_aside(row: Row, closing: int) -> bool:
    """Whether an aside only names somebody: "the clerk, Ann Orme," "the treasurer, Ann Orme of the Green Party,"."""
    at = closing - 3 if row.word(closing - 2) in ("of", "from") else closing - 1
    return names_person(row, at) and row.kind(at - 1) == "comma"


def opening_comma(row: Row, closing: int) -> int | None:
    """The comma that opens the aside a comma closes."""
    mark = "(" if row.word(closing) == ")" else row.word(closing)
    for at in range(_list_start(row, closing) - 1, max(-1, closing - FAR), -1):
        if row.word(at) == mark and row.kind(at) == "comma":
            return at if at else None
        if row.kind(at) == "stop":
            return None
    return None


def is_age(row: Row, at: int) -> bool:
    """Whether a chunk is a bare number between commas: "49", "49 years old"."""
    chunk = row.chunks[at] if at > 0 else None
    return chunk is not None and chunk.kind == "np" and row.line.tags[chunk.first] == "number" and not chunk.names


def _list_start(row: Row, closing: int) -> int:
    """Where a list of persons begins that ends at a chunk: its own commas open no aside."""
    at = closing - 1
    if row.word(at - 1) != "and" or not names_person(row, at) or row.kind(at - 2) != "np":
        return closing
    at -= 2
    while names_person(row, at) and row.word(at - 1) == "," and row.kind(at - 2) == "np" and names_person(row, at - 2):
        at -= 2
    return at
