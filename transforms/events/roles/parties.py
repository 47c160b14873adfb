"""The parties that noun phrases bring in: themselves, those they belong to, and the bodies beside a person's name."""

from collections.abc import Iterator, Sequence

from transforms.events.roles.joined import MOST, coordinated_right
from transforms.events.roles.nominals import is_quantity, names_end, names_person, nominal, owned_by
from transforms.events.roles.party import Party
from transforms.events.roles.pronouns import pronoun
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import antecedent
from transforms.events.roles.words import role_words
from transforms.events.tagging import unmarked
from transforms.names.words import words

_POSSESSIVES = frozenset({"his", "her", "its", "their", "my"})


def parties(scene: Scene, row: Row, indices: Sequence[int], owners: bool = True) -> Iterator[Party]:
    """The parties of some noun phrases. With `owners`, one that is nobody stands for whom it belongs to.

    "Orme's handling" and "her record" are Orme; "the leadership of the party" is the party.
    """
    for at in indices:
        found = of_phrase(scene, row, at)
        if found or not owners:
            yield from found
            continue
        chunk = row.chunks[at]
        if (possessors := owner(scene, row, at)) or leads_on(row, at):
            yield from possessors
            if leads_on(row, at) and (is_post(row, at) or not possessors):
                for inner in coordinated_right(row, at + 2):
                    yield from of_phrase(scene, row, inner)
        elif chunk.names:
            yield _with_body(scene, row, at)


def _with_body(scene: Scene, row: Row, at: int) -> Party:
    """The first name in a noun phrase, with the body whose name it begins: "a House energy committee hearing"."""
    chunk, line, lists = row.chunks[at], row.line, scene.words
    name = chunk.names[0]
    for word in range(line.at(name.end - 1) + 1, chunk.last):
        low = line.words[word]
        if low in lists.body_nouns - lists.vague - lists.persons and name.kind != "person":
            whole = unmarked(scene.text[name.start : line.ends[word]])
            return Party(name.start, line.ends[word], whole, "organisation", low)
    return Party.of(name)


def is_post(row: Row, at: int) -> bool:
    """Whether a noun phrase is a position that somebody holds: "his seat", "her executive positions"."""
    return row.line.words[row.chunks[at].last] in role_words().posts


def leads_on(row: Row, at: int) -> bool:
    """Whether a noun phrase says by another whose it is: "the leadership of the party", "a post at the bank"."""
    if row.kind(at + 2) != "np":
        return False
    beside = is_post(row, at) and not row.chunks[at].names
    return row.word(at + 1) == "of" or (beside and row.word(at + 1) in ("at", "on", "in", "with", "within"))


def of_phrase(scene: Scene, row: Row, at: int) -> list[Party]:
    """Who one noun phrase is, pronouns included."""
    if listed := apposed_list(row, at):
        return [Party.of(row.chunks[inner].names[-1]) for inner in listed]
    if row.word(at + 1) == "of" and row.kind(at + 2) == "np" and is_quantity(row, at):
        return of_phrase(scene, row, at + 2)
    chunk = row.chunks[at]
    if (
        chunk.kind == "np"
        and chunk.first == chunk.last
        and (row.line.tags[chunk.first] == "pronoun" or chunk.word == "her")
    ):
        return pronoun(scene, row, chunk.word, at)
    found = nominal(scene, row, at)
    if found is None:
        return []
    return [_in_full(scene, row, at, found)]


def _in_full(scene: Scene, row: Row, at: int, party: Party) -> Party:
    """A description with whose it is: "its board" is "Hale Bank's board"."""
    several = party.plural and " " in party.name
    if several or not party.name.islower() or row.line.words[row.chunks[at].first] not in _POSSESSIVES:
        return party
    told = (one for one in owner(scene, row, at) if not one.name.islower())
    owners = [one for one in told if one.kind != "person" or not one.head]  # "a Green MSP" is nobody's name
    return party._replace(name=owned_by(owners[0].name, party.name)) if len(owners) == 1 else party


def apposed_list(row: Row, at: int) -> list[int]:
    """The names between commas that say who some are: "two rebels, A and B, quit", "one of the trustees, A, quit"."""
    counts = row.word(at + 1) == "of" and row.kind(at + 2) == "np" and is_quantity(row, at)
    single = counts and row.word(at) == "one"
    before = at + 3 if counts else at + 1
    if not counts and row.word(before) in ("of", "from", "on", "in", "at") and row.kind(before + 1) == "np":
        before += 1  # "two members of its own board, A and B, quit"
        while row.chunks[before].owns and row.kind(before + 1) == "np":
            before += 1
        before += 1
    if row.kind(before) != "comma" or row.kind(before + 1) != "np" or not (single or _is_several(row, at)):
        return []
    found, after = _each_from(row, before + 1)
    closed = row.kind(after) in ("comma", "stop") or (row.kind(after) == "vg" and row.word(before) == ",")
    named = all(names_person(row, index) for index in found)
    return found if closed and named and (single or len(found) > 1) else []


def _each_from(row: Row, at: int) -> tuple[list[int], int]:
    """The names that "and" joins, each with where they are from: "A of Hale and B of Thorne"; and what follows them."""
    found = [at]
    after = _past_origin(row, at)
    while after > at + 1 and row.word(after) in (",", "and") and len(found) < MOST:
        beyond = after + 1 + (row.word(after) == "," and row.word(after + 1) == "and")
        if row.kind(beyond) != "np" or not names_person(row, beyond):
            break
        found.append(beyond)
        at, after = beyond, _past_origin(row, beyond)
    if len(found) > 1 and row.word(found[-1] - 1) == "and":
        return found, after
    found = coordinated_right(row, found[0])
    return found, found[-1] + 1


def _past_origin(row: Row, at: int) -> int:
    """The chunk behind a name and where its bearer is from: "Ann Orme of Hale"."""
    from_there = row.word(at + 1) in ("of", "from") and row.kind(at + 2) == "np" and names_end(row, at + 2)
    return at + 3 if from_there else at + 1


def _is_several(row: Row, at: int) -> bool:
    """Whether a noun phrase speaks of several people by what they are: "two rebels", "House Republicans"."""
    chunk = row.chunks[at]
    many = row.line.words[chunk.last] in words().person_plurals | words().groups
    return chunk.kind == "np" and (many or (names_end(row, at) and chunk.names[-1].kind == "group"))


def owner(scene: Scene, row: Row, at: int) -> list[Party]:
    """Whom a noun phrase belongs to: "the council's vote", "her resignation"."""
    chunk = row.chunks[at]
    if chunk.owner is not None:
        return of_phrase(scene, row, chunk.owner)
    word = row.line.words[chunk.first]
    if chunk.kind == "np" and chunk.first < chunk.last:
        if word == "whose":
            return list(parties(scene, row, antecedent(row, at), owners=False))
        given = row.kind(at - 1) == "np" and row.kind(at - 2) == "vg"  # "gave the bill its third reading"
        if word in _POSSESSIVES:
            return [] if given and word == "its" else pronoun(scene, row, word, at)
    return []


def employers(scene: Scene, row: Row, indices: Sequence[int]) -> Iterator[Party]:
    """Bodies beside a person's office: "BBC chairman Ann Orme", "the bank's head, Ann Orme", "Orme, head of Hale"."""
    for at in [beside for index in indices for beside in (index, *_apposed_offices(scene, row, index))]:
        chunk, line = row.chunks[at], row.line
        ends = bool(chunk.names) and line.at(chunk.names[-1].end - 1) == chunk.last
        person = chunk.names[-1] if ends else None
        if (
            chunk.kind != "np"
            or line.word(chunk.first + (line.words[chunk.first] in ("a", "an"))).startswith(("former", "ex-"))
            or (person is not None and person.kind != "person")
        ):
            continue
        if (
            person is None
            and row.word(at + 1) in ("of", "at")
            and row.kind(at + 2) == "np"
            and (is_office(scene, row, at) or _sit_in_it(row, at))
            and line.words[chunk.last] not in scene.words.see  # "the mayor of Hale": Hale is a place
        ):
            body = at + 2
            while row.chunks[body].owns and row.kind(body + 1) == "np":
                body += 1
            yield from (party for party in of_phrase(scene, row, body) if party.kind == "organisation")
        until = line.at(person.start) if person is not None else chunk.last
        beside = until > chunk.first or (person is None and chunk.owner is not None)  # "the club's chairman quit"
        if not beside or line.words[until - (person is not None)] not in scene.words.persons:
            continue
        named = [name for name in chunk.names if name is not person and name.kind == "organisation"]
        if named:
            yield Party.of(named[0])
            continue
        if chunk.owner is not None:
            yield from (party for party in of_phrase(scene, row, chunk.owner) if party.kind == "organisation")
        for word in range(until - 1, chunk.first - 1, -1):
            low = line.words[word]
            if low in scene.words.body_nouns and low not in scene.words.vague and low not in scene.words.persons:
                first = next(k for k in range(chunk.first, until) if line.tags[k] not in ("determiner", "number"))
                start, end = line.starts[first], line.ends[word]
                yield Party(start, end, unmarked(scene.text[start:end]), "organisation", line.words[word])
                break


def _sit_in_it(row: Row, at: int) -> bool:
    """Whether a noun phrase counts some who sit in a body, other than a board: "two members of the synod"."""
    chunk = row.chunks[at]
    if chunk.kind != "np" or chunk.names or row.line.tags[chunk.first] != "number":
        return False
    sits = words().singular.get(row.line.words[chunk.last]) in role_words().members
    return sits and row.line.words[row.chunks[at + 2].last] != "board"  # whose board it is, employs them


def is_office(scene: Scene, row: Row, at: int) -> bool:
    """Whether a noun phrase ends in the noun of an office or a profession."""
    return row.kind(at) == "np" and row.line.words[row.chunks[at].last] in scene.words.persons


def _apposed_offices(scene: Scene, row: Row, at: int) -> list[int]:
    """The offices between commas beside a name: "its chairman, Ann Orme, quit", "Ann Orme, chairman of Hale, quit"."""
    found = []
    for comma, beside in ((at - 1, at - 2), (at + 1, at + 2)):
        if row.word(comma) == "," and beside >= 0 and is_office(scene, row, beside):
            found.append(beside)
    return found
