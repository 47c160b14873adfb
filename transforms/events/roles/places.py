"""What stands behind a trigger: prepositional phrases, and whom a text or a decision is about."""

from collections.abc import Iterable, Iterator, Mapping

from transforms.dates.vocabulary import numbered
from transforms.events.roles.behind import objects, phrases
from transforms.events.roles.joined import coordinated_right
from transforms.events.roles.nominals import is_plea, is_time, names_end
from transforms.events.roles.parties import employers, owner, parties
from transforms.events.roles.party import Party
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.words import role_words

Found = Iterator[tuple[tuple[str, ...], Party]]
_BESIDES = frozenset({"after", "following", "amid", "before", "despite", "during", "since", "as"})
_ELSEWHERE = frozenset({"after", "following", "amid", "despite"})
_NEARNESS = 8
"""Chunks behind a trigger within which what it is about must begin."""


def each(place: str, found: Iterable[Party]) -> Found:
    """Some parties, all in one place."""
    for party in found:
        yield (place,), party


def spread(scene: Scene, row: Row, after: int, meaning: Mapping[str, str], instead: Mapping[str, str]) -> Found:
    """The parties of the prepositional phrases behind a chunk, each with its preposition as place."""
    nested = office = behalf = False
    besides = ""
    last: int | None = None
    for word, indices in phrases(row, after):
        if besides and not (besides in ("amid", "despite") and word in ("in", "at")):
            continue  # "set up after a campaign by survivors": what follows belongs to what was before
        if word in _ELSEWHERE and not meaning.get(word):
            besides = word
        place = instead.get(word, word)
        asked = word == place == "by" and meaning.get("undergo") == "actor"
        asked_in = (indices[0] - 2, indices[0] - 3, last)  # "an appeal by", "an appeal brought by"
        if asked and any(is_plea(row, at) for at in asked_in if at is not None):
            place = "undergo"
        if word == "of" and last is not None and row.line.words[row.chunks[last].last] in role_words().settlements:
            continue  # "in her home town of Hale"
        owned = word == "of" and last == indices[0] - 2 and not (office or behalf)
        if owned and last is not None and _leads_nowhere(scene, row, last):
            last = indices[-1]
            continue
        last = indices[-1]
        inner = nested and not behalf and word in ("in", "at", "of", "for", "from")
        if inner and not (word == "in" and _is_town(scene, row, indices)):  # but "against bread prices in Leeds"
            continue
        if office and word in ("of", "to", "for", "at"):
            continue
        office = office or word == "as"  # "as envoy to Hale": what follows an office belongs to it
        if row.line.words[row.chunks[last].last] in role_words().times and not names_end(row, last):
            continue  # "on the minister's first day", but "in the Times"
        if behalf and word == "of":
            if row.line.words[row.chunks[indices[0] - 2].last] in role_words().requests:
                behalf = False
                continue
            place = instead.get("by", "by")
        if word == "at" and row.line.words[row.chunks[last].last] in role_words().requests:
            yield from _asked_for_by(scene, row, last)
            behalf = True
            continue
        if word == "of" and row.line.words[row.chunks[last].last] == "own":
            place = "possessive"  # "an investigation of its own"
        behalf = word == "on" and row.line.words[row.chunks[last].last] == "behalf"
        text_of = word == "of" and meaning.get("of") == "actor" and meaning.get("about") == "target"
        found = list(parties(scene, row, indices, owners=not text_of))  # "a report of his absence" is not his
        yield from _sided(scene, row, indices)
        found.extend(parties(scene, row, examples(row, indices[-1]), owners=False))
        if word in ("in", "to", "on", "from") and any(is_media(scene, party) for party in found):
            place = "publish"
        if meaning.get(place):
            yield from each(place, found)
        if word in ("as", "of") and meaning.get("employer"):
            yield from each("employer", employers(scene, row, indices))
            if word == "as":
                yield from office_of(scene, row, indices[-1])
        # "Protests against the war in Hale": what follows such a phrase belongs to it.
        nested = (
            nested
            or (word == "by" and not meaning.get(place))
            or (word in ("against", "over", "about", "into", "on") and not names_end(row, indices[-1]))
        )


def _asked_for_by(scene: Scene, row: Row, at: int) -> Found:
    """Who wanted it: "met at the request of Hale", "at Hale's invitation"."""
    found = owner(scene, row, at)
    if not found and row.word(at + 1) == "of" and row.kind(at + 2) == "np":
        found = list(parties(scene, row, coordinated_right(row, at + 2), owners=False))
    yield from each("requested", found)


def _leads_nowhere(scene: Scene, row: Row, at: int) -> bool:
    """Whether what follows "of" behind a noun phrase belongs to it alone: "outside the home of Ann Orme"."""
    last = row.line.words[row.chunks[at].last]
    somebody = last in scene.words.persons or last in scene.words.person_plurals  # "by a member of the Green Party"
    dated = row.word(at) in numbered("months") or (last.isdigit() and len(last) == 4)  # "his exit in May 1987 of"
    return not (somebody or dated or names_end(row, at) or last in role_words().times | role_words().posts)


def _is_town(scene: Scene, row: Row, indices: list[int]) -> bool:
    """Whether a phrase names a place that is no country, where people may gather."""
    names = [name for at in indices for name in row.chunks[at].names]
    return bool(names) and all(
        name.kind == "place" and name.name.lower() not in scene.words.countries for name in names
    )


def _sided(scene: Scene, row: Row, indices: list[int]) -> Found:
    """ "With the support of X", "despite opposition from X": X backs or opposes it."""
    at = indices[-1]
    kind = role_words().nouns.get(row.line.words[row.chunks[at].last])
    if kind not in ("back", "oppose") and row.line.words[row.chunks[at].last] != "name":
        return
    found = owner(scene, row, at)
    if not found and row.word(at + 1) in ("of", "from", "by", "among") and row.kind(at + 2) == "np":
        found = list(parties(scene, row, coordinated_right(row, at + 2), owners=False))
    yield from each(str(kind), found)


def opening(scene: Scene, row: Row, start: int) -> Found:
    """The places of a phrase that opens a sentence: "In Hale, thousands marched", "In the House, nobody voted"."""
    if row.kind(0) != "prep" or row.kind(1) != "np" or row.kind(2) != "comma" or start < 3:
        return
    if any(row.kind(at) in ("sub", "rel", "stop") for at in range(3, start)):
        return
    yield from each(row.word(0), parties(scene, row, [1], owners=False))


def examples(row: Row, at: int) -> list[int]:
    """Those who are named as examples: "signed by members of the party including A, B and C"."""
    index = at + 1
    listed = row.word(index) in ("-", ":", "(") and _all_named(row, index + 1)
    if listed:
        return coordinated_right(row, index + 1)
    for _ in range(2):
        if row.kind(index) == "prep" and row.kind(index + 1) == "np":
            index += 2
        elif row.kind(index) == "comma":
            index += 1
    if row.word(index) == "including" and row.kind(index + 1) == "np":
        return coordinated_right(row, index + 1)
    return []


def led_by(row: Row, at: int) -> list[int]:
    """Who leads those who take part: "sixty peers, led by Lord Hale, tabled a motion"."""
    verb = at + 2 if row.kind(at + 1) == "comma" else at + 1
    led = row.kind(verb) == "vg" and row.chunks[verb].lemma in ("lead", "head") and row.word(verb + 1) == "by"
    return coordinated_right(row, verb + 2) if led and row.kind(verb + 2) == "np" else []


def _all_named(row: Row, at: int) -> bool:
    """Whether a list of two names or more begins here."""
    found = coordinated_right(row, at) if row.kind(at) == "np" else []
    return len(found) > 1 and all(names_end(row, index) for index in found)


def office_of(scene: Scene, row: Row, at: int) -> Found:
    """ "Resigned as leader of the party", "as Labour leader", "was named president of the union"."""
    yield from each("employer", (Party.of(name) for name in row.chunks[at].names if name.kind == "organisation"))
    at = coordinated_right(row, at)[-1]  # "was named chairman and president of Hale"
    if row.word(at + 1) in ("of", "at", "in") and row.kind(at + 2) == "np":
        found = parties(scene, row, [at + 2], owners=False)
        yield from each(
            "employer", (party for party in found if row.word(at + 1) != "in" or party.kind == "organisation")
        )


def is_media(scene: Scene, party: Party) -> bool:
    """Whether a party is a paper, a broadcaster or a programme, by name or by the noun before or in its name."""
    low = party.name.lower()
    if low in scene.words.media or party.head in scene.words.media_nouns:
        return True
    if party.kind != "organisation":
        return False
    before = scene.plain[max(0, party.start - 20) : party.start].lower().split()
    ends = low.split()[-1] in scene.words.media_endings and " " in low
    return ends or bool(before and before[-1] in scene.words.media_nouns)


def content(scene: Scene, row: Row, end: int, spoken: bool = False) -> Found:
    """Whom it is about: "a vote to expel X", "a motion accusing X", "a letter calling for X to go".

    `spoken`: only what people say, as in "they marched through Hale demanding that X quit".
    """
    at = end + 1
    limit = min(len(row.chunks), end + _NEARNESS)
    while at < limit and row.kind(at) in ("adverb", "prep", "np", "quote", "comma"):
        brackets = row.word(at) in ("(", ")")
        if row.kind(at) == "comma" and not brackets and not (at + 1 < limit and row.chunks[at + 1].ing):
            return
        if told_besides(row, at):
            return
        at += 1
    if at < limit and row.chunks[at].lemma in ("appear", "seem", "seek", "aim", "try", "intend", "claim"):
        at += row.kind(at + 1) == "vg" and row.chunks[at + 1].infinitive
    if spoken and row.chunks[min(at, len(row.chunks) - 1)].lemma not in role_words().spoken:
        return
    if at < limit and row.kind(at) == "vg" and (row.chunks[at].infinitive or row.chunks[at].ing):
        yield from verb_content(scene, row, at)


def told_besides(row: Row, at: int) -> bool:
    """Whether a chunk leads to what else has been told: "an inquiry after a story claiming that the club was broke"."""
    return row.kind(at) in ("prep", "sub") and row.word(at) in _BESIDES


def asked_of(scene: Scene, row: Row, end: int) -> Found:
    """Of whom it is asked what they did: "investigating whether the mayor knew", "a review into how the club spent"."""
    at = end + 2 if row.kind(end + 1) == "prep" else end + 1
    alleged = row.kind(at) == "np" and row.line.words[row.chunks[at].last] in role_words().allegations
    if alleged and row.word(at + 1) == "that":
        at += 1  # "an inquiry into claims that officers beat a man"
    if alleged or row.word(at) in ("whether", "how", "why", "if"):
        yield from _found_of(scene, row, at)


def of_whom_told(row: Row, end: int) -> int | None:
    """The subject of what is told behind a word: "ruled on Friday that the club had lied", "a verdict that it had"."""
    at = end + 1
    while row.kind(at) in ("adverb", "prep") or (row.kind(at) == "np" and _is_when_or_count(row, at)):
        at += 1
    if row.word(at) != "that" or row.kind(at) != "rel":
        return None
    at += 1
    while row.kind(at) == "np" and row.chunks[at].owns:
        at += 1
    told = row.kind(at) == "np" and row.kind(at + 1) == "vg" and row.line.tags[row.chunks[at].first] != "pronoun"
    return at if told else None


def _is_when_or_count(row: Row, at: int) -> bool:
    """Whether a noun phrase is one of time or of numbers: "on Friday", "in March", "by five to two"."""
    last = row.chunks[at].last
    return is_time(row, at) or row.line.tags[last] == "number" or row.line.words[last] in numbered("months")


def verb_content(scene: Scene, row: Row, at: int) -> Found:
    """The object of a verb by which a text says whom it is about."""
    lemma, after = row.chunks[at].lemma, at
    asks = row.word(at + 1) in ("whether", "how", "why") and lemma in role_words().content
    if lemma in role_words().findings or asks:
        yield from _found_of(scene, row, at)
    if row.kind(at + 1) == "prep":
        lemma, after = f"{lemma} {row.word(at + 1)}", at + 1
    if lemma in role_words().content:
        found = parties(scene, row, objects(row, after))
        # "talks involving Hale and Thorne" are held by them, but an inquiry involving them is about them
        places = ("between", "content") if lemma == "involve" else ("content",)
        yield from ((places, party) for party in found if lemma != "tell" or not _listens(scene, party))


def _listens(scene: Scene, party: Party) -> bool:
    """Whether somebody who "told" them spoke to reporters."""
    return is_media(scene, party) or party.name.lower().split()[0] in scene.words.listeners


def _found_of(scene: Scene, row: Row, verb: int) -> Found:
    """Of whom a text says what they did: "found that the council had failed", "will examine how the council failed"."""
    at = verb + 1 if row.kind(verb + 1) == "np" else verb + 2
    while row.kind(at) == "np" and row.chunks[at].owns:
        at += 1
    if row.kind(at) == "np" and row.kind(at + 1) == "vg" and not row.chunks[at + 1].infinitive:
        yield from each("content", parties(scene, row, [at]))
