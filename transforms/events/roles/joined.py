"""Noun phrases that "and", "or" and commas join: "A, B and C"."""

from transforms.events.roles.nominals import is_time
from transforms.events.roles.scene import Row

FAR = 24
"""Chunks before a list in which the verb of its clause may stand."""
MOST = 12
"""Members of a list that are read."""


def coordinated_left(row: Row, at: int, stop: int = -1) -> list[int]:
    """The noun phrase at a chunk and those joined to it before: "A, B and C"."""
    found = [at]
    joined = False
    while True:
        left = found[0] - 1
        while left > stop and row.chunks[left].kind == "np" and row.chunks[left].owns:
            left -= 1
        if (
            left - 1 <= stop
            or row.chunks[left].kind not in ("and", "comma")
            or row.chunks[left].word not in ("and", "or", ",")
        ):
            break
        if row.chunks[left].kind == "comma" and not joined:
            break
        before = left - 1
        if row.word(before) == ")" and row.word(before - 2) == "(":
            before -= 3  # "the Greens (GP) and the Free Alliance"
        elif row.chunks[before].kind == "comma":
            before -= 1
        if before <= stop or row.chunks[before].kind != "np" or is_time(row, before):
            break
        if before > 0 and row.chunks[before - 1].kind == "prep" and row.chunks[before - 1].word != "of":
            break
        joined = True
        found.insert(0, before)
        if len(found) > MOST:
            break
    return found


def coordinated_right(row: Row, at: int) -> list[int]:
    """The noun phrase at a chunk and those joined to it after; a list counts as one only when "and" closes it."""
    found, sure = [at], 1
    opened: int | None = None
    index = at + 1
    if row.kind(index) == "np" and is_time(row, index) and row.word(index + 1) == "and":
        index += 1  # "meetings with Orme ten days ago and Hale last week"
    while index + 1 < len(row.chunks) and len(found) < MOST:
        mark = row.chunks[index]
        if mark.kind not in ("and", "comma") or mark.word not in ("and", "or", ","):
            break
        after = index + 1
        closing = mark.kind == "and"
        if row.chunks[after].kind == "and":
            after, closing = after + 1, True
        while after < len(row.chunks) and row.chunks[after].kind == "np" and row.chunks[after].owns:
            after += 1
        if after >= len(row.chunks) or row.chunks[after].kind != "np":
            break
        follows = row.chunks[after + 1] if after + 1 < len(row.chunks) else None
        led = follows is not None and follows.kind == "vg" and not (follows.ing or follows.infinitive)
        counted = row.word(after) == "one" and row.word(after + 1) == "of" and row.kind(after + 3) == "vg"
        if counted and not (row.chunks[after + 3].ing or row.chunks[after + 3].infinitive):
            break  # "before a committee and one of his aides said"
        finite = led and follows is not None and not follows.ed
        if finite and any(chunk.kind == "vg" for chunk in row.chunks[max(0, at - FAR) : at]):
            break  # but "talks with A and B are due"
        does = finite or (led and row.kind(after + 2) == "np" and not is_time(row, after + 2))
        if does and opened is not None and row.kind(0) == "prep":
            return found[:opened]  # "In a letter to the mayor, Ann Orme and Tom Hale said"
        if opened is None and mark.word == ",":
            opened = len(found)
        found.append(after)
        if closing:
            sure = len(found)
            index = after + 1
            if not (index < len(row.chunks) and row.chunks[index].kind == "and"):
                break
            continue
        index = after + 1
    return found[:sure]
