"""The subject of a verb group, by position, and who wants others to do what it says."""

from transforms.events.roles.asides import FAR, before_office, is_age, names_aside, opening_comma, past_aside
from transforms.events.roles.joined import coordinated_left, coordinated_right
from transforms.events.roles.nominals import is_quantity, is_time, names_end, names_person
from transforms.events.roles.readings import EITHER
from transforms.events.roles.scene import Row
from transforms.events.roles.words import role_words
from transforms.names.words import words

PLURAL = frozenset({"have", "are", "were"})
SINGULAR = frozenset({"has", "is", "was"})
_FLOATING = frozenset({"all", "both", "each", "itself", "himself", "herself", "themselves"})
"""What may stand between a subject and its verb and only says again who is meant."""
_NESTED = 3
"""Phrases between a noun phrase and the relative clause that speaks of it."""


def subject(row: Row, verb: int, depth: int = 0) -> list[int]:
    """Chunks of the noun phrases that are the subject of a verb group; empty when the clause does not show it."""
    if depth > 4:
        return []
    group = row.chunks[verb]
    if group.infinitive:
        return _controller(row, verb, depth)
    if (group.ing or group.ed) and verb and row.chunks[verb - 1].kind == "prep":
        return _main_subject(row, verb, depth)
    if group.ing and verb == 0:
        return _following_subject(row, verb)
    if group.ed and row.kind(verb - 1) in ("np", "adverb", "stop") and (told := _told_behind(row, verb)):
        return told
    if group.ing and verb and row.chunks[verb - 1].kind == "comma":
        return _adjunct_subject(row, verb, depth) or _leftward(row, verb, depth)
    return _leftward(row, verb, depth)


def _following_subject(row: Row, verb: int) -> list[int]:
    """The subject of a participle that opens a sentence is that of the clause behind it: "Seconding it, Orme left"."""
    comma = _comma_behind(row, verb)
    if comma is None or row.kind(comma + 1) != "np":
        return []
    at = comma + 1
    if row.word(at + 1) == "and" and names_person(row, at + 2) and not row.chunks[at].names:
        at += 2  # "Seconding it, the clerk and former mayor Ann Orme left"
    return [at] if row.kind(past_aside(row, at + 1)) == "vg" else []


def _comma_behind(row: Row, verb: int) -> int | None:
    """The comma that ends what opens a sentence: the clause that it hangs on follows."""
    return next((at for at in range(verb + 1, min(verb + FAR, len(row.chunks))) if row.kind(at) == "comma"), None)


def _adjunct_subject(row: Row, verb: int, depth: int) -> list[int]:
    """The subject of a participle behind a comma is that of its clause: "Orme spent a day in Hale, meeting farmers"."""
    previous = _previous_verb(row, verb - 1)
    while previous is not None and row.chunks[previous].infinitive:
        previous = _previous_verb(row, previous)
    if (
        previous is None
        or row.kind(previous - 1) == "rel"
        or any(row.chunks[k].kind == "comma" for k in range(previous, verb - 1))
    ):
        return []
    doer = next((k for k in range(previous + 1, verb - 1) if row.kind(k) == "prep" and row.word(k) == "by"), None)
    if row.chunks[previous].passive and doer is not None and row.kind(doer + 1) == "np":
        return coordinated_right(row, doer + 1)  # "A complaint was made by the club, demanding a review"
    return subject(row, previous, depth + 1)


def _leftward(row: Row, verb: int, depth: int) -> list[int]:
    chunks = row.chunks
    at = verb - 1
    named = row.kind(at) == "comma" and names_aside(row, at)
    while at >= 0 and verb - at < FAR:
        chunk = chunks[at]
        if chunk.kind in ("adverb", "quote"):
            at -= 1
        elif chunk.kind == "comma":
            opening = opening_comma(row, at)
            while opening is not None and is_age(row, opening - 1) and row.word(opening - 2) == ",":
                opening -= 2  # "Ann Orme, 49, deputy head of Hale, becomes"
            at = before_office(row, opening - 1) if opening is not None else at - 1
        elif chunk.kind == "rel":
            return antecedent(row, at)
        elif chunk.kind == "np":
            if chunk.owns and at == verb - 1:
                return [at]
            first = at
            while first and chunks[first - 1].owns:
                first -= 1
            left = chunks[first - 1] if first else None
            if at == verb - 1 and chunks[verb].ed and chunks[verb].word in role_words().entitled:
                return [at]  # "a record date for shareholders entitled to vote"
            if left is not None and left.word == "with" and at == verb - 1 and chunks[verb].ing:
                return coordinated_left(row, at)  # "with all members voting against"
            if left is not None and left.kind == "prep" and _bears_office(row, at):
                return [at]
            if left is not None and left.kind == "vg" and _only_object(row, first - 1, verb):
                at = first - 1
            elif left is not None and left.kind == "prep":
                opens = named or first - 1 == 0 or row.kind(first - 2) == "comma"
                if left.word in EITHER and opens and row.kind(verb - 1) == "comma":
                    return [at]  # "After the first choice, Ann Orme, quit", "left after the clerk, Ann Orme, quit"
                if left.word == "of" and first > 1 and row.kind(first - 2) == "np" and is_quantity(row, first - 2):
                    return [first - 2] if row.kind(at + 1) == "comma" else coordinated_left(row, at)
                at = first - 2
            elif at and (is_time(row, at) or (chunk.word in _FLOATING and chunk.first == chunk.last)):
                at -= 1  # "Orme, Hale and Vale all voted"
            else:
                return [at] if row.word(verb) in SINGULAR else coordinated_left(row, at)
        elif chunk.kind == "and" or (chunk.word == "but" and at == verb - 1):
            previous = _previous_verb(row, at)
            while previous is not None and _is_finite(row, verb) and row.chunks[previous].infinitive:
                previous = _previous_verb(row, previous)  # "urged them to wait and has taken out an advert"
            return subject(row, previous, depth + 1) if previous is not None else []
        elif chunk.kind == "vg":
            if chunk.infinitive and chunks[verb].ing and at == verb - 1:
                return subject(row, at, depth + 1)  # "to start negotiating"
            if chunk.ing or chunk.ed or chunk.infinitive or chunk.passive:
                relative = at and chunks[at - 1].kind == "rel"
                at -= 2 if relative else 1
            elif at and chunks[at - 1].kind == "rel":
                at -= 2
            else:
                return subject(row, at, depth + 1) if chunks[verb].ing else []
        else:
            return []
    return []


def _is_finite(row: Row, verb: int) -> bool:
    """Whether a verb group has an auxiliary that goes with one subject: "has taken", "is holding"."""
    return row.word(verb) in SINGULAR


def _only_object(row: Row, inner: int, verb: int) -> bool:
    """Whether a noun phrase is the object of a verb that tells of the subject: "the group trying to buy Hale said"."""
    group, outer = row.chunks[inner], row.chunks[verb]
    finite = not (outer.infinitive or outer.ing) and row.line.tags[outer.first] != "verb"
    told = group.infinitive or group.ing or row.kind(inner - 1) == "rel"
    clause = group.word in words().reporting or group.lemma in role_words().clausal or group.copula
    does = row.line.tags[row.chunks[inner + 1].first] == "pronoun"  # "demanding he quit"
    return finite and told and inner > 0 and not (clause or does) and row.kind(inner - 1) in ("np", "vg", "rel")


def _bears_office(row: Row, at: int) -> bool:
    """Whether a name ends an office of several phrases: "the director of public works Tom Hale said"."""
    chunk = row.chunks[at]
    if not names_person(row, at) or row.word(at - 1) not in ("of", "for") or row.kind(at - 2) != "np":
        return False
    inside = row.line.at(chunk.names[-1].start) > chunk.first and row.line.tags[chunk.first] == "word"
    return inside and row.line.raw[chunk.first].islower() and row.line.words[row.chunks[at - 2].last] in words().persons


def antecedent(row: Row, relative: int) -> list[int]:
    """Those of whom the relative word at a chunk speaks."""
    at = relative - 1
    while at >= 0 and row.chunks[at].kind in ("comma", "quote"):
        at -= 1
    if at < 0 or row.chunks[at].kind != "np":
        return []
    if row.word(relative) in ("who", "whose", "whom"):
        at = _somebody(row, at)
    # a plural verb tells of both: "A and B who have had motions passed"
    plural = relative + 1 < len(row.chunks) and row.line.words[row.chunks[relative + 1].first] in PLURAL
    joined = at > 1 and row.chunks[at - 1].word == "and" and row.chunks[at - 2].kind == "np"
    return [*_counted_among(row, at, relative), *([at - 2, at] if plural and joined else [at])]


def _somebody(row: Row, at: int) -> int:
    """Of whom a noun phrase before "who" is told: "Orme, of the Green Party, who", "Orme, a clerk, who"."""
    found = at
    for _ in range(_NESTED):
        if _is_somebody(row, found) or row.kind(found - 1) != "prep":
            break
        before = found - 3 if row.word(found - 2) == "," else found - 2
        if row.kind(before) != "np":
            break
        found = before
    if not _is_somebody(row, found):
        apposed = row.line.words[row.chunks[at].first] in ("a", "an") and row.word(at - 1) == ","
        return at - 2 if apposed and names_person(row, at - 2) else at  # "Orme, an independent who quit"
    named = row.word(found - 1) == "," and names_person(row, found - 2) and not names_end(row, found)
    return found - 2 if named else found


def _is_somebody(row: Row, at: int) -> bool:
    """Whether a noun phrase speaks of people, by name or by what they are."""
    if names_end(row, at):
        return row.chunks[at].names[-1].kind in ("person", "group")
    last, lists = row.line.words[row.chunks[at].last], words()
    return row.kind(at) == "np" and (last in lists.persons or last in lists.person_plurals)


def _counted_among(row: Row, at: int, relative: int) -> list[int]:
    """Who is one of those: "Orme was among those who signed", "among those who signed were Orme and Hale"."""
    verb = at - 2 if row.word(at - 1) == "among" else at - 3 if row.word(at - 2) == "one" else None
    if verb is None or row.kind(at - 1) != "prep":
        return []
    if row.kind(verb) == "vg" and row.chunks[verb].copula:
        return _leftward(row, verb, 0)
    if verb >= 0:
        return []
    copula = next((k for k in range(relative + 2, min(len(row.chunks), relative + FAR)) if row.chunks[k].copula), None)
    if copula is None or row.kind(copula + 1) != "np" or row.kind(copula - 1) == "rel":
        return []
    return coordinated_right(row, copula + 1)


def _told_behind(row: Row, verb: int) -> list[int]:
    """Who the copula says was one of those: "Among those sacked was Orme", "One of the clerks sacked is Orme"."""
    at = verb - 1
    opens = all(row.kind(k) == "adverb" for k in range(verb))  # "Also sacked was Orme"
    if not opens and not (row.word(at - 1) == "among" or (row.word(at - 1) == "of" and row.kind(at - 2) == "np")):
        return []
    whole = at - 4 if row.word(at - 3) == "of" else at - 2
    if not opens and row.word(whole) == "one" and row.kind(whole - 1) == "vg" and row.chunks[whole - 1].copula:
        return _leftward(row, whole - 1, 0)  # "Orme was one of four members of the board suspended"
    copula = next((k for k in range(verb + 1, min(len(row.chunks), verb + FAR)) if row.chunks[k].copula), None)
    if copula is None or not names_person(row, copula + 1):
        return []
    return coordinated_right(row, copula + 1)


def _previous_verb(row: Row, at: int) -> int | None:
    for index in range(at - 1, max(-1, at - FAR), -1):
        if row.chunks[index].kind == "vg":
            return index
        if row.chunks[index].kind in ("stop", "sub"):
            return None
    return None


def _controller(row: Row, verb: int, depth: int) -> list[int]:
    """The subject of an infinitive: whose will it is, the object of "urge", else the subject of the governing verb."""
    willing = _willing(row, verb)
    if willing:
        return willing
    until = _before_aside(row, verb)
    previous = _previous_verb(row, until)
    if previous is None:
        return []
    governor = row.chunks[previous]
    between = [at for at in range(previous + 1, until) if row.chunks[at].kind == "np"]
    if between and _controls(row, previous, between[-1], until) and not governor.passive:
        return coordinated_left(row, between[-1], stop=previous)
    if between and between[-1] == verb - 1 and governor.lemma in role_words().classes["undergo"]:
        return []  # "faces an attempt to oust him": somebody else's attempt
    opposed = "oppose" in role_words().classified((governor.lemma,))
    wills = between and between[-1] == verb - 1 and _is_will(row, verb - 1)
    if wills and (opposed or side_of_will(row, previous)):
        return []  # "condemned the decision to sack him", "asked her to condemn it"
    found = subject(row, previous, depth + 1)
    # "She was one of 60 peers to sign": the others did what she did.
    of = bool(between) and row.word(between[-1] - 1) == "of" and row.kind(between[-1] - 2) == "np"
    if governor.copula and of and is_quantity(row, between[-1] - 2):
        found = [*found, between[-1]]
    return found


def _before_aside(row: Row, verb: int) -> int:
    """The chunk behind those who are asked, over what is said of them: "called for Orme, the clerk, to go"."""
    opening = opening_comma(row, verb - 1) if row.word(verb - 1) == "," else None
    return verb if opening is None else opening


def _controls(row: Row, governor: int, asked: int, verb: int) -> bool:
    """Whether those named behind a verb do what the infinitive says: "urged Orme to go", "called for Orme to go"."""
    lemma, before = row.chunks[governor].lemma, row.word(asked - 1)
    if asked == verb - 1 and before in ("for", "on") and row.kind(asked - 1) == "prep":
        pressed = any(row.word(k) == "pressure" for k in range(max(0, governor - 2), asked))
        if before == "for" or pressed:
            return True  # "called for Orme to go", "pressure is growing on Orme to go"
    return lemma in role_words().control or f"{lemma} {row.word(governor + 1)}" in role_words().control


def asker(row: Row, verb: int) -> list[int]:
    """Who wants others to do what an infinitive says: "Orme called on her to go"; empty where nobody is asked."""
    until = _before_aside(row, verb)
    group, previous = row.chunks[verb], _previous_verb(row, until)
    if not group.infinitive or previous is None or row.kind(until - 1) != "np" or row.chunks[previous].passive:
        return []
    lemma = row.chunks[previous].lemma
    asks = not {lemma, f"{lemma} {row.word(previous + 1)}"}.isdisjoint(role_words().asking)
    return subject(row, previous) if asks and _controls(row, previous, until - 1, until) else []


def _willing(row: Row, verb: int) -> list[int]:
    """Whose will an infinitive is: "the clerk's decision to go", "the decision by the clerk to go"."""
    at = verb - 1
    if row.kind(at) != "np":
        return []
    if _is_will(row, at):
        return [at - 1] if row.kind(at - 1) == "np" and row.chunks[at - 1].owns else []
    by = row.kind(at - 1) == "prep" and row.word(at - 1) in ("by", "of")
    return [at] if by and row.kind(at - 2) == "np" and _is_will(row, at - 2) else []


def _is_will(row: Row, at: int) -> bool:
    return row.line.words[row.chunks[at].last] in role_words().wills


def side_of_will(row: Row, governor: int) -> str | None:
    """The side that a verb takes on what others have decided: "welcomed the plan to sell", "condemned the decision"."""
    group = row.chunks[governor]
    kinds = role_words().classified((group.lemma,))
    sides = [kind for kind in kinds if kind in ("back", "oppose")]
    return sides[0] if sides and len(kinds) == 1 and not (group.passive or group.infinitive) else None


def takes_side_on(row: Row, verb: int) -> tuple[str, list[int]] | None:
    """Who takes which side on somebody's will to do what an infinitive says."""
    will = verb - 1
    if not row.chunks[verb].infinitive or row.kind(will) != "np" or not _is_will(row, will):
        return None
    previous = _previous_verb(row, will)
    side = side_of_will(row, previous) if previous is not None else None
    return (side, subject(row, previous)) if previous is not None and side else None


def _main_subject(row: Row, verb: int, depth: int) -> list[int]:
    """The subject of "by losing", "after signing": that of the clause it hangs on."""
    previous = _previous_verb(row, verb - 1)
    if previous is not None:
        return subject(row, previous, depth + 1)
    comma = _comma_behind(row, verb)
    if comma is None:
        return []
    following = next((at for at in range(comma + 1, len(row.chunks)) if row.kind(at) == "np"), None)
    return [following] if following is not None else []
