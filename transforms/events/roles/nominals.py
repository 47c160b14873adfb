"""Whom a noun phrase without a pronoun speaks of: a name, or a description by a role noun ("80 MPs", "the council")."""

from bisect import bisect_left

from transforms.events.phrases import phrase_words
from transforms.events.roles.chunks import Chunk
from transforms.events.roles.party import Party
from transforms.events.roles.readings import EITHER
from transforms.events.roles.scene import Office, Row, Scene, body_kinds
from transforms.events.roles.words import role_words
from transforms.events.tagging import Line, unmarked
from transforms.records import Name, NameKind

_OPENING = frozenset({"determiner", "number", "negation", "preposition", "adverb", "quote"})
NEAR = 60
"""Names or offices before a description that it may point back to."""


def nominal(scene: Scene, row: Row, index: int) -> Party | None:
    """Who a noun phrase is: the name that ends it, else whom its role noun points back to, else its own words."""
    chunk = row.chunks[index]
    if chunk.kind != "np":
        return None
    if names_end(row, index):
        return Party.of(chunk.names[-1])
    if chunk.names and chunk.names[-1].kind == "person" and row.line.words[chunk.last] in scene.words.persons:
        return Party.of(chunk.names[-1])  # "named Ann Orme chairman": what somebody becomes
    return _described(scene, row, index)


def is_quantity(row: Row, index: int) -> bool:
    """Whether a noun phrase only counts those that its "of" leads to: "a third of MPs", "one of 60 peers"."""
    chunk = row.chunks[index]
    counts = row.line.words[chunk.last] in role_words().quantities and not chunk.names  # "a UN panel" is a body
    return counts or row.line.tags[chunk.last] == "number"


def measured_from(row: Row, index: int) -> int:
    """Where a noun phrase begins with those that only measure it: "a second round of talks"."""
    while row.word(index - 1) == "of" and row.kind(index - 2) == "np":
        measure = row.chunks[index - 2]
        if measure.names or row.line.words[measure.last] not in role_words().measures:
            break
        index -= 2
    return index


def is_plea(row: Row, at: int) -> bool:
    """Whether a noun phrase is what somebody asks of a court or a body: "an appeal", "her complaint"."""
    asked = row.kind(at) == "np" and row.line.words[row.chunks[at].last] in role_words().pleas
    return asked and not names_end(row, at)  # but "the Court of Appeals"


def names_end(row: Row, index: int) -> bool:
    """Whether a noun phrase ends in a name."""
    chunk = row.chunks[index]
    return bool(chunk.names) and row.line.at(chunk.names[-1].end - 1) == chunk.last


def names_person(row: Row, index: int) -> bool:
    """Whether a noun phrase ends in the name of a person."""
    return names_end(row, index) and row.chunks[index].names[-1].kind == "person"


def is_time(row: Row, index: int) -> bool:
    """Whether a noun phrase names a time; the Times is a paper."""
    return row.line.words[row.chunks[index].last] in role_words().times and not names_end(row, index)


def _described(scene: Scene, row: Row, index: int) -> Party | None:
    chunk, line, lists = row.chunks[index], row.line, scene.words
    low = line.words[chunk.last]
    singular = lists.singular.get(low)
    head = singular or low
    is_body = head in lists.body_nouns
    if head in lists.place_nouns or (low.endswith("s") and low[:-1] in lists.place_nouns and chunk.owner is not None):
        return _place(scene, row, index)
    if not is_body and head not in lists.persons:
        named = _apposed(row, index)
        told_by = row.kind(index - 1) == "prep" and row.word(index - 1) not in EITHER  # "In the letter, Ann Orme, ..."
        return Party.of(named) if named is not None and named.kind == "person" and not told_by else None
    plural = singular is not None
    first = _first_told(line, chunk)
    told = frozenset(line.words[first : chunk.last])
    start, end = line.starts[first], line.ends[chunk.last]
    if not plural:
        named = _apposed(row, index)
        if named is None or (named.kind == "person" and is_body and head not in lists.persons):
            named = _pointed_at(scene, row, index, head, told, start)
        if named is not None:
            return Party(start, end, named.name, named.kind, head)
    bare = first == chunk.last
    if bare and is_body and (called := _before_brackets(row, index)) is not None:
        return Party.of(called)
    alone = is_body or head in role_words().singletons or (head in role_words().offices and _definite(row, index))
    some = plural and not is_body  # "children" are people though "a child" may be anybody
    if bare and not is_body and not plural and (office := _office(scene, row, index, head)) is not None:
        return office
    if bare and not some and (head in lists.vague or not (plural or alone)):
        return None
    kind: NameKind = "group" if plural else "organisation" if is_body else "person"
    of = _of_whom(row, index) if (bare and some) or (is_body and not plural) else None
    name = unmarked(scene.text[start : of or end])
    whose = _whose(row, index) if (bare and some) or (not plural and of is None) else None
    if whose is not None:
        start, name = whose.start, owned_by(whose.name, name)
    counted = "number" in line.tags[chunk.first : first]
    return Party(start, of or end, name, kind, head, plural, counted)


def _office(scene: Scene, row: Row, index: int, head: str) -> Party | None:
    """Who is called by an office and whose it is alone: "the mayor of Hale", "the club's treasurer"."""
    chunk, line = row.chunks[index], row.line
    start, end = line.starts[chunk.last], line.ends[chunk.last]
    opened = index == 0 or line.tags[chunk.first] == "determiner"  # "Orme, director of Hale" is no other
    of = _of_whom(row, index) if opened else None
    if of is not None:
        return Party(start, of, unmarked(scene.text[start:of]), "person", head)
    owned = chunk.owner is not None or line.words[chunk.first] in phrase_words().owned
    if owned and head not in scene.words.vague:
        whose = _whose(row, index)
        name = line.words[chunk.last]
        return Party(start, end, name if whose is None else owned_by(whose.name, name), "person", head)
    return None


def _of_whom(row: Row, index: int) -> int | None:
    """Where the name ends that says whose bare "members" they are: "members of the Green Party"."""
    if row.word(index + 1) not in ("of", "from", "at") or row.kind(index + 2) != "np":
        return None
    chunk = row.chunks[index + 2]
    if row.line.words[chunk.first : chunk.last + 1] in (["directors"], ["governors"], ["trustees"]):
        return _of_whom(row, index + 2)  # "the board of directors of Hale Bank"
    name = chunk.names[-1] if chunk.names else None
    if name is None or name.kind == "person" or chunk.owns or row.line.at(name.end - 1) != chunk.last:
        return None
    return name.end


def _whose(row: Row, index: int) -> Name | None:
    """The name that says whose "board" or bare "supporters" they are: "Hale Bank's", "Ann Orme's"."""
    owner = row.chunks[index].owner
    names = row.chunks[owner].names if owner is not None else []
    return names[-1] if names else None


def owned_by(owner: str, told: str) -> str:
    """What is owned with its owner's name: "Hale Bank's board"; "Hale board" is its own board."""
    if owner.lower().split()[-1] == told.rsplit(maxsplit=1)[-1]:
        return owner
    return f"{owner}' {told}" if owner.endswith("s") else f"{owner}'s {told}"


def _place(scene: Scene, row: Row, index: int) -> Party | None:
    """A place told by a noun and its name, or whose or which it is: "the capital, Madrid", "the party's website"."""
    chunk, line = row.chunks[index], row.line
    named = _apposed(row, index) or _called(row, index)
    if named is not None and named.kind == "place":
        return Party.of(named)
    first = _first_told(line, chunk)
    if chunk.owner is not None:
        owning = row.chunks[chunk.owner]
        first = _first_told(line, owning)
    elif first == chunk.last:
        return None
    start, end = line.starts[first], line.ends[chunk.last]
    if chunk.owner is None and not chunk.names and row.word(index + 1) == "of":
        end = _of_whom(row, index) or end  # "the head office of the Green Party"
    return Party(start, end, unmarked(scene.text[start:end]), "place", line.words[chunk.last])


def _called(row: Row, index: int) -> Name | None:
    """The name behind a noun for a place: "the resort of Hale", "the city of Thorne"."""
    chunk = row.chunks[index + 2] if row.word(index + 1) == "of" and row.kind(index + 2) == "np" else None
    whole = chunk is not None and len(chunk.names) == 1 and row.line.at(chunk.names[0].start) == chunk.first
    return chunk.names[0] if chunk is not None and whole else None


def _first_told(line: Line, chunk: Chunk) -> int:
    """The first word that belongs to what somebody is called: articles, counts and the like are passed over."""
    first = chunk.first
    while first < chunk.last and (line.tags[first] in _OPENING or line.words[first] in role_words().fillers):
        first += 1
    if chunk.first < first == chunk.last and line.words[first - 1] == "one":
        return first - 1  # "one official": somebody, though nobody knows who
    return first


def _apposed(row: Row, index: int) -> Name | None:
    """The name that follows a description between commas: "its governing body, the General Synod, met"."""
    before = index + 3 if row.kind(index + 1) == "prep" and row.kind(index + 2) == "np" else index + 1
    after = before + 1
    if row.kind(before) != "comma" or row.kind(after) != "np":
        return None
    chunk = row.chunks[after]
    of = row.word(after + 1) in ("of", "from") and row.kind(after + 2) == "np" and names_person(row, after)
    behind = after + 3 if of else after + 1  # "the treasurer, Ann Orme of the Green Party, quit"
    closed = row.kind(behind) in ("comma", "stop", "vg") or behind == len(row.chunks)
    if not closed or len(chunk.names) != 1 or row.line.at(chunk.names[0].end - 1) != chunk.last:
        return None
    return chunk.names[0]


def _before_brackets(row: Row, index: int) -> Name | None:
    """The name of a body whose noun stands behind its short form in brackets: "the Green Alliance (GA) party"."""
    if row.word(index - 1) != ")" or row.word(index - 3) != "(" or not names_end(row, index - 4):
        return None
    named = row.chunks[index - 4].names[-1]
    return named if named.kind == "organisation" else None


def _pointed_at(scene: Scene, row: Row, index: int, head: str, told: frozenset[str], start: int) -> Name | None:
    """The name that a definite description points back to, when there is no doubt."""
    chunk, lists = row.chunks[index], scene.words
    if scene.sentences[row.line.number].kind == "headline" and index == 0 and not told and head in lists.body_nouns:
        return scene.only_body(head)
    if row.line.words[chunk.first] not in phrase_words().pointing and chunk.owner is None:
        return _introduced(scene, head, told, start) if head in lists.persons else None
    if chunk.owner is not None and head in lists.body_nouns:
        return None
    return _holder(scene, head, told, start) or (_body(scene, head, told, start) if head in lists.body_nouns else None)


def _introduced(scene: Scene, head: str, told: frozenset[str], start: int) -> Name | None:
    """Who is first named after "a barrister", as the holder of that very office."""
    held = scene.offices.get(head, [])
    following = [office for office in held[:NEAR] if _agree(told, office)]
    names = {office.name.name for office in following}
    return following[0].name if len(names) == 1 and following[0].at > start else None


def _holder(scene: Scene, head: str, told: frozenset[str], start: int) -> Name | None:
    """Who was called by this office before (else after), when the words beside it do not contradict."""
    held = scene.offices.get(head)
    if not held:
        return None
    at = bisect_left([office.at for office in held[-NEAR:]], start) + max(0, len(held) - NEAR)
    before = [office for office in held[max(0, at - NEAR) : at] if _agree(told, office)]
    after = [office for office in held[at : at + NEAR] if _agree(told, office)]
    if before and (told or len({office.name.name for office in (*before, *after)}) == 1):
        return before[-1].name
    if before:
        return before[-1].name
    return after[0].name if after and len({office.name.name for office in after}) == 1 else None


def _agree(told: frozenset[str], office: Office) -> bool:
    """Whether the words beside a role noun fit those beside an office; a deputy is not the chief."""
    if told and told & role_words().ranks != office.told & role_words().ranks:
        return False
    return not told or not office.told or bool(told & office.told)


def body_before(scene: Scene, head: str, start: int) -> Name | None:
    """The named body of a kind that stands before an offset: "the council" after "Hale council"."""
    return _body(scene, head, frozenset(), start)


def _body(scene: Scene, head: str, told: frozenset[str], start: int) -> Name | None:
    """The nearest body before that is of this kind: "the commission" after "the Electoral Commission".

    Where no name ends in the noun, one that the noun may stand for: "the agency" after "the Electoral Commission".
    """
    standing = scene.words.called.get(head, frozenset())
    stands: Name | None = None
    for name in scene.names_before(start, NEAR):
        if name.kind not in ("organisation", "group"):
            continue
        low = name.name.lower().split()
        if told and not told <= set(low):
            continue
        party = head == "party" and (name.name.lower() in scene.words.parties or low[-1] == "party")
        if head in body_kinds(low) or party:
            return name
        if stands is None and low[-1] in standing:
            stands = name
    return stands


def _definite(row: Row, index: int) -> bool:
    return row.line.words[row.chunks[index].first] in phrase_words().pointing
