"""Who takes part in what a verb tells: its subject, its objects and what follows them."""

from collections.abc import Container, Iterable, Mapping, Sequence

from transforms.events.roles.behind import objects, phrases
from transforms.events.roles.joined import coordinated_right
from transforms.events.roles.nominals import is_plea, is_time, names_person
from transforms.events.roles.parties import employers, is_office, parties
from transforms.events.roles.party import Party
from transforms.events.roles.places import (
    Found,
    asked_of,
    content,
    each,
    examples,
    of_whom_told,
    office_of,
    opening,
    spread,
)
from transforms.events.roles.pronouns import speaker
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import asker, subject, takes_side_on
from transforms.events.roles.words import role_words
from transforms.events.tagging import grammar


def of_verb(scene: Scene, row: Row, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    """Those around a verb, each with the places that may give a role, in the order in which they count."""
    verb, ends = row.at(first), row.at(last)
    reduced = _reduced(scene, row, verb) or _lacks_object(row, verb, ends, meaning)
    reduced = reduced or _with_new_office(scene, row, verb, ends)
    doers = subject(row, verb)
    inverted = row.chunks[verb].ed and bool(doers) and doers[0] > verb  # "Also sacked was Ann Orme"
    passive = row.chunks[verb].passive or reduced or inverted or _named_by_verb(row, verb, ends, meaning)
    known = set()
    does = _does(row, verb, ends, meaning) if passive else (*_takes_side(row, verb, ends), "subject")
    asked = passive and meaning.get("undergo") == "actor"
    for at in doers:
        for party in parties(scene, row, [at]):
            known.add(party.name)
            yield ("undergo",) if asked and is_plea(row, at) else does, party
    yield from _advised(scene, row, verb)
    if row.chunks[verb].infinitive and meaning.get("subject") == "body":
        yield from each("subject", _called_to(scene, row, verb))
    if (sided := takes_side_on(row, verb)) is not None:
        side, takers = sided
        yield from each(side, parties(scene, row, takers, owners=False))
    if asking := asker(row, verb):
        place_of = _of_asker(row, verb, meaning)
        yield from each(place_of, (party for party in parties(scene, row, asking, owners=False) if not party.bare))
        yield from each(does[-1], [] if known else _by_office(scene, row, doers))
    for at in doers[-1:]:
        yield from each(does[-1], parties(scene, row, examples(row, at), owners=False))
        yield from _where(scene, row, at, verb)
    office = _office_given(scene, row, ends, passive)
    judged = passive and meaning.get("undergo") == "actor"  # "the bank's owner was found guilty": it does not judge him
    yield from (
        office_of(scene, row, office) if office else each("employer", employers(scene, row, doers * (not judged)))
    )
    within = [at for at in range(verb + 1, ends + 1) if row.kind(at) == "np"]
    yield from each("object", parties(scene, row, within, owners=False))
    done_to, place = objects(row, ends), "object"
    if office:
        done_to = [at for at in done_to if at == office or not is_office(scene, row, at)]
    if last > first and row.line.words[last] in meaning:
        place = row.line.words[last]  # "replaced by", "ruled against": the trigger holds the preposition
    if passive and place != "object":
        yield from each(place, parties(scene, row, done_to))
    told_that = row.line.words[last] == "that"
    if not told_that and meaning.get("object") and (told := _subject_told(row, ends)):
        told_that, done_to, place = True, coordinated_right(row, told), "object"
    if told_that:
        yield from each(place, parties(scene, row, done_to, owners=False))  # "ruled that the club had a duty"
    elif not passive:
        for at in done_to:
            place_of = "undergo" if meaning.get("undergo") == "actor" and is_plea(row, at) else place
            yield from each(place_of, (party for party in parties(scene, row, [at]) if party.name not in known))
        moves = any(word == "as" for word, _ in phrases(row, ends))  # "named Ann Orme, head of Hale, as envoy"
        yield from each("employer", employers(scene, row, [] if office or moves else done_to))
    yield from _others(spread(scene, row, ends, meaning, {"by": "subject"} if passive else {}), known)
    yield from opening(scene, row, verb)
    if meaning.get("into") == "target":
        yield from _others(asked_of(scene, row, ends), known)
    yield from _others(content(scene, row, ends, spoken=row.kind(ends + 1) != "vg"), known)


def _of_asker(row: Row, verb: int, meaning: Mapping[str, str]) -> str:
    """The place of who asks others to do it: who asks shareholders to approve a plan has put it to them."""
    does = role_words().classified((row.chunks[verb].lemma,))
    if "oppose" in does:
        return "oppose"  # "urged the governor to veto the bill"
    return "requested" if "decide" in does and meaning.get("subject") == "body" else "asked"


def _called_to(scene: Scene, row: Row, verb: int) -> Iterable[Party]:
    """Whose meeting is called to do it: "a special shareholders meeting on 15 July to vote on the merger"."""
    at = verb - 1
    while row.kind(at) in ("np", "prep") and (row.kind(at) == "prep" or is_time(row, at) or row.word(at - 1) == "for"):
        at -= 1
    chunk = row.chunks[at] if at >= 0 and row.kind(at) == "np" else None
    if chunk is None or row.line.words[chunk.last] not in role_words().gatherings:
        return
    for word in range(chunk.last - 1, chunk.first - 1, -1):
        low = row.line.words[word]
        if low in scene.words.person_plurals:
            yield Party(row.line.starts[word], row.line.ends[word], low, "group", scene.words.singular[low], True)
            return


def _advised(scene: Scene, row: Row, verb: int) -> Found:
    """Who says that it should be done: "Ann Orme said that the mayor should resign"."""
    told = row.line.words[row.chunks[verb].first : row.chunks[verb].last + 1]
    if not {"should", "must", "ought"}.isdisjoint(told):
        yield from each("oppose" if "not" in told or "n't" in told else "back", speaker(scene, row, before=False))


def _subject_told(row: Row, ends: int) -> int | None:
    """The subject of the clause with "that" behind a verb."""
    beside = row.word(ends + 1) == "that" and row.kind(ends + 2) == "np"
    return ends + 2 if beside else of_whom_told(row, ends)


def _does(row: Row, verb: int, ends: int, meaning: Mapping[str, str]) -> tuple[str, ...]:
    """The places of the subject of a passive; a verb of no object is said of whom it befalls: "was sworn in"."""
    befalls = meaning.get("object") == "" and bool(meaning.get("subject")) and ends > verb
    return ("object", "subject") if befalls else ("object",)


def _others(found: Found, known: Container[str]) -> Found:
    """All but those who are told to do it already."""
    return (told for told in found if told[1].name not in known)


def _where(scene: Scene, row: Row, doer: int, verb: int) -> Found:
    """Where those are who do it: "thousands of students in Leeds marched"."""
    at = doer + 2 if row.word(doer + 1) == "of" else doer
    if row.word(at + 1) in ("in", "at", "across", "outside") and row.kind(at + 2) == "np" and at + 3 == verb:
        here = parties(scene, row, [at + 2], owners=False)
        yield from each(row.word(at + 1), (party for party in here if party.kind == "place"))


def _by_office(scene: Scene, row: Row, indices: Sequence[int]) -> Iterable[Party]:
    """Those whom an office alone tells: "called on the mayor to go"."""
    for at in indices:
        last = row.chunks[at].last
        if row.kind(at) == "np" and row.line.words[last] in scene.words.persons:
            word = row.line.words[last]
            yield Party(row.line.starts[last], row.line.ends[last], word, "person", word)


def _office_given(scene: Scene, row: Row, ends: int, passive: bool) -> int:
    """The office that somebody is given: "was named head of the bank", "elected Ann Orme leader"; 0 if none."""
    names = row.chunks[ends + 1].names if row.kind(ends + 1) == "np" else []
    given = passive or (bool(names) and names[0].kind == "person")
    return ends + 1 if given and is_office(scene, row, ends + 1) else 0


def _with_new_office(scene: Scene, row: Row, verb: int, ends: int) -> bool:
    """Whether a participle behind a name tells the office that they got: "Ann Orme, newly appointed head of Hale"."""
    comma = verb - 2 if row.kind(verb - 1) == "adverb" else verb - 1
    if not row.chunks[verb].ed or row.kind(comma) != "comma" or not names_person(row, comma - 1):
        return False
    office = is_office(scene, row, ends + 1) and not row.chunks[ends + 1].names
    return office and not any(row.word(at) == "," for at in range(comma - 1))


def _takes_side(row: Row, verb: int, ends: int) -> tuple[str, ...]:
    """The side that "voting against", "voted for the plan" takes."""
    ends = ends if ends == verb else ends - 1  # the preposition may belong to the trigger
    after = row.chunks[verb].last + 1
    lemma, behind = row.chunks[verb].lemma, row.line.words[after : after + 2]
    if len(behind) == 2 and "back" in role_words().classified((f"{lemma} {' '.join(behind)}",)):
        return ("back",)  # "voted in favour"
    kinds = role_words().classified((f"{lemma} {row.word(ends + 1)}",))
    sided = tuple(kind for kind in kinds if kind in ("back", "oppose"))
    proposal = (
        row.line.words[row.chunks[ends + 2].last] in role_words().proposals if row.kind(ends + 2) == "np" else False
    )
    return sided if "oppose" in sided or proposal else ()


def _named_by_verb(row: Row, verb: int, ends: int, meaning: Mapping[str, str]) -> bool:
    """Whether what is done to somebody is named by its verb: "Orme's firing"."""
    owned = verb > 0 and row.chunks[verb - 1].owns and row.chunks[verb].ing
    return owned and meaning.get("object") == "target" and not objects(row, ends)


def _reduced(scene: Scene, row: Row, verb: int) -> bool:
    """Whether a bare participle is passive: "members expelled by the party"; "ruled by a majority" is not."""
    if not row.chunks[verb].ed:
        return False
    named = is_office(scene, row, verb + 1) and not row.chunks[verb + 1].names
    if named and row.kind(verb - 1) == "adverb" and row.kind(verb - 2) == "comma":
        return True  # "Ann Orme, newly appointed head of Hale, left"
    if row.kind(verb - 1) == "np" and row.kind(verb - 2) == "vg" and row.chunks[verb - 2].copula:
        return row.kind(verb + 1) != "np" or is_time(row, verb + 1)  # "She is the fifth head fired this year."
    at = verb + 1
    if row.kind(at) == "prep" and row.kind(at + 1) == "prep":
        at += 1
    if row.kind(at) != "prep" or row.word(at) != "by":
        return False
    return any(True for _ in parties(scene, row, [at + 1], owners=False)) if row.kind(at + 1) == "np" else False


def _lacks_object(row: Row, verb: int, ends: int, meaning: Mapping[str, str]) -> bool:
    """Whether a participle that takes an object has none, but what stands before it: "Mayor sacked by email".

    The object may stand behind another verb, an aside, or before who did it: "The members that the club expelled". What
    can be done against somebody needs no object: "The court ruled on Friday".
    """
    if meaning.get("object") != "target" or "against" in meaning or not row.chunks[verb].ed:
        return False
    if row.kind(ends) == "np":
        return False  # "Hale Trust opened an inquiry"
    known = grammar().verbs.get(row.line.words[row.chunks[verb].last])
    if known is not None and "participle" not in known[1]:
        return False  # "Ann Orme wrote on Sunday"
    if objects(row, ends) or row.kind(ends + 1) in ("and", "comma"):
        return False
    if row.kind(verb - 1) == "comma":
        return row.kind(verb - 2) == "np"  # "Tom Hale, suspended in March, is back"
    return row.kind(verb - 1) == "np" and row.kind(verb - 2) not in ("np", "rel")
