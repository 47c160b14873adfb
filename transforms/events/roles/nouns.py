"""Who takes part in what a noun tells: inside its phrase, behind it, and by the verb that governs it."""

from collections.abc import Mapping
from itertools import chain

from transforms.dates.vocabulary import day_and_month_names
from transforms.events.roles.governors import governed, predicated
from transforms.events.roles.nominals import body_before, measured_from, names_end
from transforms.events.roles.parties import of_phrase, owner, parties
from transforms.events.roles.party import Party
from transforms.events.roles.places import Found, asked_of, content, each, of_whom_told, opening, spread
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.words import role_words
from transforms.events.tagging import Line, unmarked
from transforms.records import Name

_WHOSE = ("of", "for", "by", "possessive", "modifier")
_SHEETS = ("newspaper", "paper", "magazine", "company", "media")


def of_noun(scene: Scene, row: Row, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    """Those around a noun, each with the places that may give a role, in the order in which they count."""
    start, end = row.at(first), row.at(last)
    start += start < end and row.kind(start) == "prep"  # "in a report"
    near = chain(_inside(scene, row, start, end, first, last, meaning), spread(scene, row, end, meaning, {}))
    came = bool(meaning.get("result")) and _result_of(row, last)
    yield from ((("result",) if came and places[0] in _WHOSE else places, party) for places, party in near)
    if meaning.get("into") == "target":
        yield from asked_of(scene, row, end)
    if meaning.get("that") and (told := of_whom_told(row, end)):
        yield from each("that", parties(scene, row, [told], owners=False))
    yield from content(scene, row, end)
    whole = measured_from(row, start)
    if whole < start:
        yield from each("possessive", owner(scene, row, whole))  # "the union's series of strikes"
    yield from governed(scene, row, whole, end, meaning)
    yield from predicated(scene, row, start, end, meaning)
    yield from (told for told in opening(scene, row, start) if told[1].kind == "place")


def _result_of(row: Row, last: int) -> bool:
    """Whether a noun modifies what came of it, for whom: "the by-election defeat of the Greens"."""
    chunk = row.chunks[row.at(last)]
    return last < chunk.last and row.line.words[chunk.last] in role_words().results


def _inside(scene: Scene, row: Row, start: int, end: int, first: int, last: int, meaning: Mapping[str, str]) -> Found:
    """Possessors, names before the trigger in its noun phrase, and whom the trigger's own words name."""
    chunk = row.chunks[start]
    if chunk.kind == "np":
        whose = (
            "by" if meaning.get("possessive") == "target" and _of_somebody(scene, row, end, meaning) else "possessive"
        )
        yield from each(whose, owner(scene, row, start))
        begin = first + 1 if row.line.words[first] == "leadership" else chunk.first  # whose contest it is stands before
        bodies = list(_lower_modifier(scene, row, begin, min(last, chunk.last), bool(chunk.names)))
        for name in chunk.names:
            within = any(body.start <= name.start and name.end < body.end for _, body in bodies)  # "a House committee"
            if not within and (row.line.at(name.start) <= first or end == start):
                yield ("modifier",), Party.of(name)
                yield from each("modifier", _joined_modifier(row, start, name))
        yield from bodies
    if end > start and row.kind(end - 1) == "prep" and row.word(end - 1) in ("of", "by"):
        yield from each(row.word(end - 1), parties(scene, row, [end], owners=False))
    if end > start and chunk.owns:
        yield from each("possessive", of_phrase(scene, row, start))  # "a special shareholders' meeting"


def _of_somebody(scene: Scene, row: Row, end: int, meaning: Mapping[str, str]) -> bool:
    """Whether "of" tells to whom it is done, and the possessive so who does it: "the board's dismissal of Ann Orme"."""
    if meaning.get("of") != "target" or row.word(end + 1) != "of" or row.kind(end + 2) != "np":
        return False
    return any(party.kind in ("person", "group") for party in parties(scene, row, [end + 2]))


def _joined_modifier(row: Row, start: int, name: Name) -> list[Party]:
    """The body that "and" joins to one that opens a noun phrase: "IMF and World Bank talks"."""
    before = start - 2
    if row.word(start - 1) != "and" or row.kind(before) != "np" or not names_end(row, before):
        return []
    other, opens = row.chunks[before].names[-1], row.line.at(name.start) == row.chunks[start].first
    alike = name.kind == other.kind == "organisation" and opens
    loose = row.kind(before - 1) == "vg" and row.line.tags[row.chunks[before].first] == "determiner"
    return [Party.of(other)] if alike and not loose else []


def _opens(line: Line, at: int, named: bool) -> bool:
    """Whether a word before a body's noun is no part of what it is called: "two", "regular", "May 29"."""
    if line.tags[at] in ("determiner", "number", "possessive", "negation") or line.words[at] in day_and_month_names():
        return True
    return not named and line.words[at] in role_words().fillers


def _lower_modifier(scene: Scene, row: Row, begin: int, last: int, named: bool) -> Found:
    """Those before the trigger in lower case: "a shadow cabinet meeting", "student protests"."""
    line, lists = row.line, scene.words
    for at in range(last - 1, begin - 1, -1):
        low = line.words[at]
        head = lists.singular.get(low, low)
        if (
            head in _SHEETS
            or line.raw[at] != low
            or (head not in lists.body_nouns and head not in lists.persons)
            or head in lists.vague
        ):
            continue
        if head in lists.body_nouns:
            first = next((k for k in range(begin, at + 1) if not _opens(line, k, named)), at)
            start, end = line.starts[first], line.ends[at]
            spoken_of = first == at > begin and line.words[begin] == "the"
            told = body_before(scene, head, start) if spoken_of else None  # "the party conference" of the Greens
            name = unmarked(scene.text[start:end]) if told is None else told.name
            yield ("modifier",), Party(start, end, name, "organisation", head)
        else:
            start, end = line.starts[at], line.ends[at]
            yield ("modifier",), Party(start, end, lists.plural.get(head, low), "group", head, True)
        return
