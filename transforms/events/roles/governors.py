"""The verbs around a noun trigger: whose object it is, whose subject, and what they say of who takes part."""

from collections.abc import Mapping

from transforms.events.numbers import counting
from transforms.events.phrases import phrase_words
from transforms.events.roles.behind import objects
from transforms.events.roles.inside import said_inside
from transforms.events.roles.nominals import is_time
from transforms.events.roles.parties import owner, parties
from transforms.events.roles.party import decides
from transforms.events.roles.places import Found, content, each, examples, led_by, spread, told_besides, verb_content
from transforms.events.roles.pronouns import quoted_before, speaker
from transforms.events.roles.scene import Row, Scene
from transforms.events.roles.subjects import asker, subject
from transforms.events.roles.words import role_words
from transforms.events.stances import words

_FAR = 14
"""Chunks behind a trigger within which its predicate must stand."""
_PREDICATES = 3
"""Verbs behind a trigger that are looked at."""
_SIDES = ("for", "against")
_ASIDE = frozenset({"adverb", "prep", "np", "quote", "comma"})


def classes(row: Row, verb: int, until: int, preposition: str = "") -> tuple[str, ...]:
    """The classes of a verb with what stands between it and chunk `until`: "put her name to", "vote against"."""
    group = row.chunks[verb]
    behind = row.line.words[group.last + 1 : group.last + 3]
    names = [f"{group.lemma} {' '.join(behind[:size])}" for size in (2, 1) if len(behind) >= size]
    if preposition:
        heads = [row.line.words[row.chunks[at].last] for at in range(verb + 1, until) if row.kind(at) == "np"]
        # "called for her exit after the report" calls for no report
        names = [name for name in names if (last := name.rsplit(" ", 1)[1]) == preposition or last not in _SIDES]
        names = [*(f"{group.lemma} {head} {preposition}" for head in heads), f"{group.lemma} {preposition}", *names]
        return role_words().classified(names)
    return role_words().classified((*names, group.lemma))


def governed(scene: Scene, row: Row, start: int, end: int, meaning: Mapping[str, str]) -> Found:
    """The subject of the verb whose object, or whose prepositional phrase, the trigger is."""
    at = start - 1
    while row.kind(at) in ("adverb", "quote") or (at >= 0 and row.chunks[at].owns):
        at -= 1
    at += row.kind(start) == "prep"  # the trigger may hold the preposition: "in a report"
    preposition = row.word(at) if row.kind(at) == "prep" else ""
    if preposition:
        at -= 1
        if row.kind(at) == "np" and not row.chunks[at].owns:
            yield from _through_noun(scene, row, at)
        at = _climb(row, at)
    if row.kind(at) != "vg":
        after_it = preposition in ("after", "following") and meaning.get("with") == "actor" and _met_with(row, end)
        if (preposition in ("in", "at", "during") or after_it) and meaning.get("speaking"):
            yield from said_inside(scene, row, start, end)
        return
    group = row.chunks[at]
    kinds = classes(row, at, start, preposition) or _kinds_inside(scene, row, at, start, preposition, meaning)
    if group.copula and not preposition and row.word(at - 1) == "there":
        yield from _called_for(scene, row, at)
    ended = (row.line.words[row.chunks[k].last] for k in range(at + 1, start) if row.kind(k) == "np")
    if group.lemma == "lead" and meaning.get("result") and not role_words().results.isdisjoint(ended):
        yield from each("result", parties(scene, row, objects(row, at), owners=False))  # "led the Greens to defeat"
    if not kinds or (group.copula and group.lemma != "have" and not preposition) or (group.passive and not preposition):
        return
    if group.lemma in ("have", "get") and not _has_done(row, end):
        return
    if "make" in kinds and meaning.get("make") == "body" and (_met_with(row, end) or _between_several(row, end)):
        kinds = ("attend",)
    if group.lemma == "call" and not preposition and row.kind(end + 1) == "quote":
        kinds = ()  # "called the ruling 'outrageous'"
    if _reviews(row, at, meaning) and "decide" in kinds:
        kinds = ()
    if _denied(row, at):
        kinds = ("oppose",) if "back" in kinds else ()
    if kinds == ("back",) and meaning.get("back") and _only_wishes(row, at):
        kinds = ("asked",)
    sides = () if "make" in kinds else tuple(kind for kind in kinds if kind in ("back", "oppose"))
    asking = asker(row, at) if sides else []
    for party in parties(scene, row, asking, owners=False):
        yield sides, party
    doers = (quoted_before(scene, row, at) or subject(row, at)) if kinds else []
    named = (one for doer in doers[-1:] for one in (*led_by(row, doer), *examples(row, doer)))
    for party in parties(scene, row, [*doers, *named]):
        if not asking or decides(party.name):  # "urged members to reject it": they have not, unless they are a chamber
            yield kinds, party
    telling = "speaking" in kinds and preposition == "in" and group.lemma in role_words().control
    if telling and meaning.get("to") == "target":
        yield from each("to", parties(scene, row, objects(row, at), owners=False))  # "told staff in a letter"
    if preposition and not {"attend", "make"}.isdisjoint(kinds) and group.lemma in role_words().guests:
        yield from each("attend", parties(scene, row, objects(row, at), owners=False))
    if preposition and ("attend" in kinds or "acting" in kinds):
        yield from spread(scene, row, at, meaning, {"to": "in"} if preposition == "for" else {})  # "flew to Hale for"
    yield from _asked(scene, row, at, kinds, "make" if meaning.get("make") == "actor" else "asked")


def _kinds_inside(
    scene: Scene, row: Row, at: int, start: int, preposition: str, meaning: Mapping[str, str]
) -> tuple[str, ...]:
    """What those do of whom a verb of no class tells something in, at or with the trigger."""
    group = row.chunks[at]
    if preposition == "in" and group.copula and all(row.chunks[k].owns for k in range(at + 2, start)):
        return ("attend",)  # "is in talks"
    if preposition == "with":
        return _acting(preposition, meaning) if meaning.get("with") != "actor" else ()
    if preposition == "by" and not group.passive and meaning.get("among") == "body":
        return ("make",) if _decides(group.lemma, preposition) else ()  # "approved the plan by a vote of 6-3"
    if preposition not in ("in", "at", "during") or not meaning.get("speaking"):
        return ()
    if group.passive and group.word in counting().harmed:
        return ()  # "was arrested at the protest"
    if group.passive:
        return ("attend",) if group.lemma in role_words().asked and meaning.get("there") else ("undergo",)
    inside = ("speaking",) if _speaks(scene, row, at) else _decides(group.lemma, preposition)
    there = ("there",) if preposition != "in" and meaning.get("there") else ()
    return inside or _acting(preposition, meaning) or there


def _called_for(scene: Scene, row: Row, at: int) -> Found:
    """Who says that there should be one, or no need of one: "Ann Orme said there must be an inquiry"."""
    words = row.line.words[row.chunks[at].first : row.chunks[at].last + 1]
    asked = row.word(at - 2) in ("whether", "if", "why", "when")
    if not asked and not {"should", "must", "ought"}.isdisjoint(words):
        for party in speaker(scene, row):
            yield ("oppose" if "not" in words else "back",), party


def _acting(preposition: str, meaning: Mapping[str, str]) -> tuple[str, ...]:
    """What those do who do anything in it or with it: "resigned in a letter", "drove through Hale in a protest"."""
    return ("acting",) if preposition in ("in", "with") and meaning.get("acting") else ()


def _decides(lemma: str, preposition: str) -> tuple[str, ...]:
    """What those do who decide, or take sides in a vote: "discussed it at a meeting", "backed her in a ballot"."""
    does = role_words().classified((lemma,))
    takes_side = preposition == "in" and not {"back", "oppose"}.isdisjoint(does)
    votes = preposition in ("at", "during") and lemma in role_words().meeting
    return ("decide",) if takes_side or votes or "decide" in does else ()


def _denied(row: Row, verb: int) -> bool:
    """Whether it is not done: "did not back", "refused to sign"."""
    group = row.chunks[verb]
    if any(tag == "negation" for tag in row.line.tags[group.first : group.last]):
        return True
    return (
        group.infinitive and row.kind(verb - 1) == "vg" and row.chunks[verb - 1].lemma in ("refuse", "decline", "fail")
    )


def _climb(row: Row, at: int) -> int:
    """Over the phrases between a verb and a phrase further on: "will arrive in Hale on Friday for the talks"."""
    for _ in range(8):
        after_time = row.word(at) == "," and row.kind(at - 1) == "np" and is_time(row, at - 1)  # "spoke on Friday, at"
        if row.kind(at) not in ("np", "prep", "adverb") and not after_time:
            break
        at -= 1
    return at


def _asked(scene: Scene, row: Row, at: int, kinds: tuple[str, ...], place: str) -> Found:
    """Who asks a chamber or a body for it: "The minister will ask parliament to renew the law"."""
    previous = next((k for k in range(at - 1, max(-1, at - 5), -1) if row.kind(k) == "vg"), None)
    if not row.chunks[at].infinitive or "make" not in kinds or previous is None or previous == at - 1:
        return
    if row.chunks[previous].lemma in role_words().control:
        for party in parties(scene, row, subject(row, previous), owners=False):
            yield (place,), party


def _speaks(scene: Scene, row: Row, at: int) -> bool:
    return row.chunks[at].word in scene.words.reporting or row.chunks[at].lemma in ("speak", "appear", "argue", "join")


def _has_done(row: Row, end: int) -> bool:
    """Whether "have" stands with a participle: "have had motions passed against them"."""
    return row.kind(end + 1) == "vg" and row.chunks[end + 1].ed


def _between_several(row: Row, end: int) -> bool:
    """Whether a gathering has no host of its own: "Hale and Thorne resumed talks"."""
    return row.line.words[row.chunks[end].last] in role_words().mutual


def _met_with(row: Row, end: int) -> bool:
    return row.kind(end + 1) == "prep" and row.word(end + 1) == "with"


def _through_noun(scene: Scene, row: Row, at: int) -> Found:
    """ "Support for the motion", "is the target of an inquiry": whose support it is, who is the target."""
    kind = role_words().nouns.get(row.line.words[row.chunks[at].last])
    if kind is None:
        return
    for party in owner(scene, row, at):
        yield (kind,), party
        return
    if row.kind(at - 1) != "vg" or (side := _side_taken(row, at - 1, kind)) is None:
        return
    for party in parties(scene, row, subject(row, at - 1)):
        yield (side,), party


def _side_taken(row: Row, verb: int, kind: str) -> str | None:
    """What the subject does who "joins", "rejects" or "faces" the calls for it."""
    governing = classes(row, verb, verb)
    if row.chunks[verb].copula or kind not in ("back", "oppose"):
        return kind
    if "oppose" in governing:
        return "oppose" if kind == "back" else "back"
    return kind if "make" in governing or "back" in governing else None


def predicated(scene: Scene, row: Row, start: int, end: int, meaning: Mapping[str, str]) -> Found:
    """What is said of the trigger: "a motion tabled by X", "the motion, which accused X, was put to Y"."""
    relative = end + 2 if row.word(end + 1) == "," and row.word(end + 2) in ("which", "whom") else end + 1
    if row.kind(relative) == "rel" and row.kind(relative + 1) == "np":
        # "A motion that members of the party passed": the trigger is the object of its own clause.
        doer = relative + 1
        while row.chunks[doer].owns and row.kind(doer + 1) == "np":
            doer += 1
        verb = doer + 3 if row.word(doer + 1) == "of" else doer + 1
        if row.kind(verb) == "vg" and row.kind(verb + 1) == "vg" and row.chunks[verb].word in scene.words.reporting:
            yield from verb_content(scene, row, verb + 1)  # "posters which critics claim show Orme as a thief"
        elif row.kind(verb) == "vg" and not _tells(row, relative, verb):
            verb += row.kind(verb + 1) == "vg" and row.chunks[verb + 1].infinitive  # "which Hale plans to attend"
            kinds = classes(row, verb, verb) or (("make",) if relative == end + 1 else ())
            for party in parties(scene, row, [doer] if kinds else [], owners=False):
                yield kinds, party
        if relative == end + 1:
            return
    at = end + 1
    limit = min(len(row.chunks), end + _FAR)
    while at < limit and (row.kind(at) in _ASIDE or row.kind(at) == "rel") and not told_besides(row, at):
        at += 1
    if row.kind(start - 1) == "vg" and not _goes_on(row, at):
        return
    for _ in range(_PREDICATES):
        if at >= limit or row.kind(at) != "vg" or _has_subject(row, at, end):
            return
        at, told = _to_come(row, at), at
        group = row.chunks[at]
        told_that = group.lemma in role_words().findings and row.kind(at + 1) in ("rel", "sub")
        if group.passive or (group.ed and row.kind(at + 1) != "np" and not told_that):
            yield from spread(scene, row, at, meaning, {"by": _done_by(row, at, meaning)})
            yield from content(scene, row, at)
        elif not group.copula and (not group.infinitive or at > told):
            yield from verb_content(scene, row, at)
            if group.lemma in phrase_words().taking_place or _many(scene, row, end):
                yield from (told for told in spread(scene, row, at, meaning, {}) if meaning.get(told[0][0]) == "venue")
        joined = row.kind(at - 1) == "rel"
        following = _next_predicate(row, at, limit, joined or group.ing or group.infinitive)
        # "a motion urging the club to sell was tabled by X": the clause still has its verb to come.
        late = not (joined or following >= limit) and _next_predicate(row, at, limit, False) >= limit
        if late and not (
            row.kind(following) == "vg" and (row.chunks[following].infinitive or row.chunks[following].passive)
        ):
            return
        at = following


def _has_subject(row: Row, verb: int, end: int) -> bool:
    """Whether a verb has a subject of its own behind a comma: "After the report, the head of the port told staff"."""
    at = verb - 1
    if row.kind(at) != "np" or is_time(row, at):
        return False
    while at > end and (row.kind(at) == "np" or row.word(at) == "of"):
        at -= 1
    return at > end and row.word(at) == ","


def _only_wishes(row: Row, at: int) -> bool:
    """Whether a verb wants something done by others: who calls for a ruling does not rule.

    Not where it only follows a name: "sued in the High Court seeking a ruling".
    """
    group = row.chunks[at]
    wants = not {group.lemma, f"{group.lemma} {row.word(at + 1)}"}.isdisjoint(role_words().wishing)
    return wants and not (group.ing and row.kind(at - 1) == "np")


def _tells(row: Row, relative: int, verb: int) -> bool:
    """Whether "that" opens what a text says rather than a clause about it: "a report that the port had lost money"."""
    if row.word(relative) != "that":
        return False
    group = row.chunks[verb]
    has_object = row.kind(verb + 1) == "np" and not is_time(row, verb + 1)
    return has_object or group.passive or group.copula


def _to_come(row: Row, at: int) -> int:
    """The verb of what is to be done or to come about: "is to be held", "are due to begin"."""
    while True:
        due = row.chunks[at].copula and row.word(at + 1) in words().expected
        behind = at + 2 if due else at + 1
        if row.kind(behind) != "vg" or not row.chunks[behind].infinitive:
            return at
        does = row.kind(behind + 1) == "np" and row.word(behind + 1) != "place"  # "is due to end unrest in Hale"
        comes_about = row.chunks[behind].lemma in phrase_words().taking_place and not does
        if not row.chunks[behind].passive and not comes_about:
            return at
        at = behind


def _many(scene: Scene, row: Row, at: int) -> bool:
    """Whether a noun names those who gather, and do there what they do: "protesters burned tyres in Hale"."""
    return row.line.words[row.chunks[at].last] in scene.words.person_plurals


def _done_by(row: Row, verb: int, meaning: Mapping[str, str]) -> str:
    """What those behind "by" are to a thing that something is done to: "defeated by the council", "signed by 60"."""
    if row.chunks[verb].lemma in role_words().attending or _reviews(row, verb, meaning):
        return ""
    kinds = classes(row, verb, verb)
    return next((kind for kind in kinds if kind != "undergo"), "undergo" if kinds else "make")


def _reviews(row: Row, verb: int, meaning: Mapping[str, str]) -> bool:
    """Whether a verb tells what another court does with a ruling: who overturns it has not made it."""
    return meaning.get("undergo") == "actor" and row.chunks[verb].lemma in phrase_words().reviewing


def _goes_on(row: Row, at: int) -> bool:
    """Whether a verb behind an object speaks of that object: a relative clause or a participle does."""
    if row.kind(at) != "vg" or row.kind(at - 1) == "rel":
        return True
    if row.kind(at - 1) == "comma":
        return row.chunks[at].ed and row.word(at + 1) == "by"
    return row.chunks[at].ed or row.chunks[at].ing


def _next_predicate(row: Row, at: int, limit: int, joined: bool) -> int:
    """The verb behind a relative clause, an aside or a conjunction: "The motion, signed by X, criticised Y"."""
    index = at + 1
    while index < limit and (row.kind(index) in _ASIDE or row.kind(index) == "and" or row.word(index) == "but"):
        joined = joined or row.kind(index) in ("comma", "and") or row.word(index) == "but"
        index += 1
    return index if joined else limit
