"""What became of a decision or a case: passed, rejected, withdrawn, pending."""

from collections.abc import Mapping
from functools import cache

from transforms.events.clauses import clause_end, clause_start, group_at, phrase_start
from transforms.events.lexicon import EventType
from transforms.events.phrases import phrase_words
from transforms.events.stances import words
from transforms.events.tagging import VERBAL, Line, grammar
from transforms.events.triggers import Hit
from transforms.events.unfinished import in_progress
from transforms.events.upshots import told_by_noun
from transforms.records import Modality, Outcome

FAR = 14
"""Words to either side of a trigger in which its status words are looked for."""
ASIDE = 9
"""Words before a verb among which the "with" stands that makes it an aside."""
LATER = 20
"""Words by which a status word that only says pending stands behind one that tells an end."""
OUTCOMES: tuple[Outcome, ...] = ("passed", "rejected", "withdrawn", "pending")


def outcome_of(hit: Hit, modality: Modality, *, alone: bool) -> tuple[Outcome | None, bool]:
    """The outcome that the sentence tells of the event, and whether it is sure.

    It is told by the trigger itself, by words of status, or, not surely, by what was voted or by being still ahead.
    What somebody votes who is told of `alone` decides nothing.
    """
    event = hit.entry.event
    if event.family not in ("decision", "proceeding"):
        return None, False
    if modality == "asserted":
        told_by_itself = hit.entry.trigger.outcome is not None  # "voted no confidence" votes against nothing
        voted = _voted(hit) if hit.part == "verb" and not alone and not told_by_itself else None
        if voted is not None:
            return voted, False
        known = status_words(event)
        if alone:
            known = {word: outcome for word, outcome in known.items() if word not in words().voices}
        told, sure = hit.entry.trigger.outcome or told_by_noun(hit), True
        aside = _aside_of(hit)
        if aside is not None:
            return _decided_before(hit.line, aside, known), True
        if told is None:
            told, sure = _status_word(hit, known)
        if told is None and hit.part == "verb":
            verb = " ".join([hit.line.lemma(hit.first), *hit.line.words[hit.first + 1 : hit.last + 1]])  # "threw out"
            told, sure = known.get(verb) or known.get(hit.line.lemma(hit.first)), True
        if told is not None:
            return told, sure
        if event.type == "vote" and in_progress(hit):
            return "pending", False
        if event.family == "decision" and _before_a_body(hit):
            return "pending", False
        if _aimed(hit):
            return "passed", False
        if event.type == "ruling" or _in_force(hit):
            return "passed", False
        if _undecided(hit) or (event.type == "inquiry" and _running(hit)):
            return "pending", False
    if modality in ("planned", "possible") and hit.entry.trigger.outcome == "pending":
        return "pending", True
    if modality == "planned" and event.family in ("decision", "proceeding"):
        return "pending", False
    if modality == "possible" and (_undecided(hit) or event.type == "ruling"):
        return "pending", False
    return None, False


def status_words(event: EventType) -> dict[str, Outcome]:
    """Lemmas of a type's status words by the outcome they tell."""
    found: dict[str, Outcome] = {}
    for outcome in OUTCOMES:
        told: tuple[str, ...] = getattr(event, outcome)
        for word in told:
            found.setdefault(word, outcome)
    if event.undecided:
        found.update({word: "pending" for word in words().laying if word not in found})
    return found


def _lemma(line: Line, index: int, known: Mapping[str, Outcome]) -> str | None:
    """The status word that starts at a word, particles included."""
    lemma = line.lemma(index)
    for length in (2, 1):
        phrase = " ".join([lemma, *line.words[index + 1 : index + 1 + length]])
        if phrase in known:
            return phrase
    return lemma if lemma in known else None


def _status_word(hit: Hit, known: dict[str, Outcome]) -> tuple[Outcome | None, bool]:
    """What the nearest status verb tells that has the trigger for its object or its subject, and whether it is sure.

    It is not where the verb is one of those by which a side alone may have its say: "twelve members backed the motion".
    """
    line = hit.line
    low = max(clause_start(line, hit.first), hit.first - FAR)
    high = min(clause_end(line, hit.last), hit.last + FAR)
    best: tuple[int, Outcome, int] | None = None
    for index in [*range(hit.first - 1, low - 1, -1), *range(hit.last + 1, min(high + FAR, len(line)))]:
        if index > hit.last and _opens_speech(line, index):
            break
        if hit.part == "verb" and index == hit.last + 1 and line.words[index] in _CONTENT:
            break  # "found she had been dismissed": what was found, and not what became of it
        outcome = _told_at(hit, index, known) if line.tags[index] in VERBAL else None
        if outcome is None:
            continue
        distance = index - hit.last + 2 if index > hit.last else hit.first - index
        distance += LATER if outcome == "pending" else 0
        if best is None or distance < best[0]:
            best = (distance, outcome, index)
    if best is None:
        return None, False
    return best[1], _lemma(line, best[2], known) not in words().voices


_CONTENT = frozenset({"that", "he", "she", "they"})
"""Open what a court has found or held."""
SHARE = 4
"""Words behind "won" in which a share of the votes is told."""
_REVERSED: Mapping[Outcome, Outcome] = {"passed": "rejected", "rejected": "passed"}


def _told_at(hit: Hit, index: int, known: dict[str, Outcome]) -> Outcome | None:
    """What the status verb at a word says of a trigger, if it may have it for its object or its subject."""
    line = hit.line
    word = _lemma(line, index, known)
    if word is None:
        return None
    group = group_at(line, index)
    if index < hit.first and (word in words().intransitive or _leads_out_of(line, index, hit.first)):
        return None  # "failed to settle one point of the bill", "dropped some taxes from the bill"
    if not {"if", "unless"}.isdisjoint(line.words[index + 1 : index + 3]):
        return None  # "the bill dies unless both houses back it"
    if index > hit.last:
        if not {"who", "whom"}.isdisjoint(line.words[hit.last + 1 : index]):
            return None  # "a motion to honour Mr Hale, who has since died"
        passive = group.be or line.tags[index] == "ed"
        if not (passive or word in words().of_themselves):
            return None
        if line.tags[index] == "ed" and line.lemma(phrase_start(line, hit.first) - 1) == "get":
            return None
        share = line.words[index + 1 : index + 1 + SHARE]
        if (
            word == "win"
            and not words().shares.isdisjoint(share)
            and "number" in line.tags[index + 1 : index + 1 + SHARE]
        ):
            return None
        if passive and word == "lose":
            return "passed" if group.negated else "rejected"  # of "the motion"; who loses one sees it passed
    expected = group.infinitive and line.word(group.start - 1) in words().predicates
    underway = line.tags[index] == "ing" and word.endswith(" through")  # "is going through the Commons"
    outcome = "pending" if expected or underway else known[word]
    return _REVERSED.get(outcome, outcome) if group.negated else outcome


def _leads_out_of(line: Line, verb: int, first: int) -> bool:
    """Whether a verb takes something out of a thing, and does not end it: "dropped some taxes from the bill"."""
    leading = phrase_start(line, first) - 1
    return line.word(leading) == "from" and leading > verb


def _opens_speech(line: Line, at: int) -> bool:
    """Whether what follows a verb is what somebody said: "who moved the motion, said the party had lost its way"."""
    if line.tags[at] not in VERBAL or line.lemma(at) not in words().reporting:
        return False
    follows = (
        line.tag(at + 1) in ("determiner", "pronoun", "possessive", "word", "number") or line.word(at + 1) == "that"
    )
    return follows and not group_at(line, at).be


def settled_attempt(hit: Hit) -> Outcome | None:
    """What became of an attempt at a decision: "saw off a bid to win changes to the bill"."""
    line, known = hit.line, status_words(hit.entry.event)
    for index in range(hit.first - 1, max(clause_start(line, hit.first), hit.first - FAR) - 1, -1):
        if line.words[index] in ("call", "calls", "plea") and line.word(index + 1) == "for":
            return None  # who rejects calls for a ballot has held none
        if line.words[index] in words().attempts:
            for at in range(index - 1, max(index - 6, 0), -1):
                if line.tags[at] in VERBAL:
                    word = _lemma(line, at, known)
                    return known[word] if word and not group_at(line, at).negated else None
            return _failed(hit, known)
    return None


def _failed(hit: Hit, known: Mapping[str, Outcome]) -> Outcome | None:
    """What became of an attempt that is the subject: "an attempt to censure the minister was defeated"."""
    line = hit.line
    for at in range(hit.last + 1, min(hit.last + FAR, len(line))):
        if line.tags[at] in ("stop", "quote", "relative", "subordinator", "conjunction"):
            return None
        if line.tags[at] in VERBAL:
            word, group = _lemma(line, at, known), group_at(line, at)
            if group.infinitive or group.modal or group.negated or not (group.be or word in words().of_themselves):
                return None
            return known[word] if word and known[word] != "pending" else None
    return None


def not_carried(hit: Hit) -> Outcome | None:
    """Whether a decision was taken against a thing.

    "failed to pass the motion", "delegates refused to back it", "the motion was not carried", "did not get the votes".
    """
    line, known = hit.line, status_words(hit.entry.event)
    if hit.part != "noun":
        return None
    low, high = max(clause_start(line, hit.first), hit.first - FAR), min(clause_end(line, hit.last), hit.last + FAR)
    for index in [*range(hit.first - 1, low - 1, -1), *range(hit.last + 1, high)]:
        if line.tags[index] not in VERBAL:
            continue
        word = _lemma(line, index, known)
        if (word is None or known[word] != "passed") and not _wins_votes(line, index):
            return None
        group = group_at(line, index)
        said_no = group.negated and not {"did", "was", "were"}.isdisjoint(line.words[group.start : index])
        failed = group.infinitive and line.word(group.start - 1) == "failed"
        unwilling = group.infinitive and line.word(group.start - 1) in ("refused", "declined")
        return "rejected" if said_no or failed or (unwilling and _several(line, group.start - 2)) else None
    return None


def _wins_votes(line: Line, verb: int) -> bool:
    """Whether a verb tells of getting what a thing needs to be carried: "get the votes", "reach a majority"."""
    share = line.words[verb + 1 : verb + 1 + SHARE + 1]
    return line.lemma(verb) in words().garnering and not words().shares.isdisjoint(share)


def _several(line: Line, at: int) -> bool:
    """Whether the word before a verb names those who decide together: "delegates", "the council"."""
    word = line.word(at)
    return word in grammar().told_to or word in words().deciding or (word.endswith("s") and line.raw[at] == word)


def _before_a_body(hit: Hit) -> bool:
    """Whether a thing awaits the decision of those that it lies before.

    "The bill is still before parliament", "a bill now before parliament", "a bill stalled in parliament".
    """
    line, at = hit.line, hit.last + 1
    if hit.part != "noun":
        return False
    at += line.word(at) in ("is", "are", "lies")
    at += line.tag(at) == "adverb" or line.word(at) in ("still", "currently")
    if line.word(at) in words().waiting:
        return True
    before = line.word(at) == "before" and line.tag(at + 1) in ("word", "determiner")
    return before and (at > hit.last + 1 or line.word(at + 1 + (line.tag(at + 1) == "determiner")) in grammar().told_to)


def _undecided(hit: Hit) -> bool:
    """Whether a thing awaits its decision where none is told: "a bill to curb fares", but not "the law".

    Where somebody is told to vote on it, it may have been decided: "Ann Field backed the motion".
    """
    line = hit.line
    if hit.part != "noun" or line.words[hit.last] not in hit.entry.event.undecided:
        return False
    if not phrase_words().pointing.isdisjoint(line.words[phrase_start(line, hit.first) : hit.first]):
        return False  # what is spoken of again
    return not any(line.tags[at] in VERBAL and line.lemma(at) in _voting() for at in range(len(line)))


@cache
def _voting() -> frozenset[str]:
    """The verbs by which people vote."""
    return frozenset(voice.partition(" ")[0] for voice in words().voices)


def _in_force(hit: Hit) -> bool:
    """Whether a thing is one that there is only once it has been decided on: "the act", but not "a draft law"."""
    line = hit.line
    if hit.part != "noun" or line.words[hit.last] not in hit.entry.event.decided:
        return False
    start = phrase_start(line, hit.first)
    phrase = line.words[start : hit.first + 1]
    told = line.tag(start) == "determiner" or "possessive" in line.tags[start : hit.first]  # not "in law"
    return told and words().drafts.isdisjoint(phrase) and not (line.word(hit.last + 1) == "to" and "a" in phrase)


def _running(hit: Hit) -> bool:
    """Whether an inquiry has been opened and not ended: "is investigating", "opened an inquiry"."""
    line = hit.line
    near = line.words[max(hit.first - 6, 0) : hit.first] + line.words[hit.last + 1 : hit.last + 7]
    if hit.part == "verb":
        return line.words[hit.first].endswith("ing") or "being" in near
    return bool(words().opened.intersection(near))


def _aside_of(hit: Hit) -> int | None:
    """The "with" that opens what only some did: "was approved, with the Greens voting against"."""
    line = hit.line
    if hit.part != "verb" or line.tag(hit.first) != "ing" or group_at(line, hit.first).be:
        return None
    behind = range(hit.first - 1, max(hit.first - ASIDE, 0), -1)
    return next((at for at in behind if line.words[at] == "with" and line.words[at - 1] == ","), None)


def _decided_before(line: Line, end: int, known: Mapping[str, Outcome]) -> Outcome | None:
    """What the last verb before a word says of a decision that has been taken."""
    verb = next((at for at in range(end - 1, -1, -1) if line.tags[at] == "ed" and line.lemma(at) in known), None)
    return None if verb is None or group_at(line, verb).negated else known[line.lemma(verb)]


def _voted(hit: Hit) -> Outcome | None:
    """What "voted" says by what follows: against and not to reject; to, for, that and in favour pass."""
    line = hit.line
    if line.words[hit.first] not in ("voted", "vote", "votes"):
        return None
    if line.word(hit.first + 1) in ("a", "an", "the") and line.tag(hit.first + 2) in ("word", "number"):
        return "passed"  # "the board voted a dividend"
    for index in range(hit.first + 1, min(hit.last + 9, len(line))):
        word = line.words[index]
        if word in ("against", "down", "no") or (word == "not" and line.tag(index + 1) == "to"):
            return "rejected"
        if word == "to" and line.tag(index + 1) == "number":
            continue
        if word in ("for", "to", "in", "that", "unanimously", "overwhelmingly", "through", "yes"):
            return "passed"
    return None


def _aimed(hit: Hit) -> bool:
    """Whether a vote that has been taken says what it was for, as "a vote to expel" does: then it was carried."""
    if hit.type != "vote" or hit.part != "noun":
        return False
    line = hit.line
    for index in range(hit.last + 1, min(hit.last + 1 + FAR, len(line))):
        if line.tags[index] == "to":
            return line.tag(index + 1) == "verb" or line.raw[index + 1 : index + 2] == [line.word(index + 1)]
        if line.words[index] in (",", ";", ".", '"') or line.tags[index] in ("ed", "verb", "relative"):
            return False
    return False
