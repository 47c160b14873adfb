"""All the names of a text, in order."""

import re
from collections.abc import Iterator, Sequence

from transforms.names.aliases import Directory, Key
from transforms.names.kinds import Candidate, candidates
from transforms.names.runs import LONGEST, parts, runs
from transforms.names.words import Words, folded, words
from transforms.records import Name, NameKind, Sentence
from transforms.text import shadow

_LOWER_WORD = re.compile(r"\b[a-z]{2,}+\b")
_LOWER_WORDS = re.compile(r"[a-z]{3} (?:[a-z]+ ){2}")
_BRACKETED = re.compile(r"(?<=[\w.])[ \n]*\([\"']?([A-Z][A-Za-z&-]{1,9})[\"']?\)")
_DATELINE = re.compile(r"\((\w{2,9})\)[ ]?[-_]")
"""Who sends an article, before its first words; a news agency there takes no part in anything."""
_TICKER = re.compile(r"<[A-Z]{1,6}(?:\.[A-Z]{1,2})?>")
"""By which exchanges call a company that has just been named."""
_OPENING = re.compile(r"[\"'(\[ \n-]*")
_CAPITAL_WORD = re.compile(r"[^\W_]+(?:[-'.&](?!S\b)[^\W_]+)*")
_VERBS_AFTER = re.compile(
    r"(?:'s)?[ \n]+(?:has|have|had|is|was|were|are|will|would|said|says|also|could|may|must|should|did|does)\b|'s\b"
)
_NEXT_WORD = re.compile(r"[ \n]([a-z]{3,12})\b")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around|across|to)[ \n]+$")


def find_names(text: str, sentences: Sequence[Sentence]) -> list[Name]:
    """Names of people, organisations, places and groups: ordered, disjoint, possessive endings left out.

    `name` is the fullest form that the text has for the same one ("Orme", "Ms Orme" and "Ann Orme" are all
    "Ann Orme"). Lines in capitals only repeat names that the rest of the text or the word lists know.
    """
    plain, lists = shadow(text), words()
    lowers = frozenset(_LOWER_WORD.findall(plain))
    found: list[Candidate] = []
    capitals: list[Sentence] = []
    for sentence in sentences:
        if sentence.kind == "boilerplate":
            continue
        if _in_capitals(plain, sentence):
            capitals.append(sentence)
        else:
            found.extend(_with_partners(plain, list(_candidates(plain, sentence, lowers, lists))))
    brackets = {match.start(): match.group(1) for match in _BRACKETED.finditer(plain)}
    directory = Directory(text, plain, found, brackets, lists)
    named = list(_named(plain, found, directory, lowers, lists))
    for candidate, key in named:
        directory.learn(key, candidate)
    names = [_name(text, c.start, c.end, key, directory) for c, key in named]
    forms = directory.known() if capitals else {}
    for sentence in capitals:
        names.extend(_in_line(text, plain, sentence, forms, directory, lists))
    return _disjoint(names)


def _in_capitals(plain: str, sentence: Sentence) -> bool:
    """Whether a line is set in capitals, or nearly every word of a heading has one: case then tells no names."""
    if sentence.kind != "headline" and _LOWER_WORDS.search(plain, sentence.start, sentence.end):
        return False
    piece = plain[sentence.start : sentence.end]
    if piece.isupper():
        return " " in piece
    if sentence.kind != "headline":
        upper = sum(map(str.isupper, piece))
        return upper > 12 and upper > 2 * sum(map(str.islower, piece))
    long_words = [word for word in piece.split() if len(word) > 3]
    return len(long_words) > 4 and sum(word[0].isupper() for word in long_words) >= 0.85 * len(long_words)


def _candidates(plain: str, sentence: Sentence, lowers: frozenset[str], lists: Words) -> Iterator[Candidate]:
    opening = _OPENING.match(plain, sentence.start)
    first = opening.end() if opening else sentence.start
    for run in runs(plain, sentence.start, sentence.end):
        if len(run) > LONGEST:
            continue
        after = _NEXT_WORD.match(plain, run[-1].end, sentence.end)
        for part in parts(run, lists, after.group(1) if after else ""):
            at = part[0].start
            if _in_ticker(plain, at):
                continue
            sender = _DATELINE.match(plain, max(0, at - 1))
            if sender and sender[1].lower() in lists.agencies:
                continue
            opens = (
                at == first
                or plain[max(0, at - 1) : at] in ('"', "'", "(")
                or plain[max(0, at - 2) : at] in (": ", "- ")
            )
            yield from candidates(plain, part, opens, lowers, lists)


def _in_ticker(plain: str, at: int) -> bool:
    """Whether a word stands in the marks by which an exchange calls the company before them: "Hale Mills <HLE.L>"."""
    mark = plain.rfind("<", max(0, at - 8), at)
    ticker = _TICKER.match(plain, mark) if mark >= 0 else None
    return ticker is not None and ticker.end() > at


def _with_partners(plain: str, found: list[Candidate]) -> list[Candidate]:
    """Firms with the partner that a comma parts from the others: "Hale, Thorne and Co" is one."""
    kept: list[Candidate] = []
    for candidate in found:
        before = kept[-1] if kept and len(kept[-1].tokens) == 1 else None
        firm = candidate.kind == "organisation" and candidate.tokens[1:] == ("and", "co")
        if firm and before is not None and plain[before.end : candidate.start] in (", ", ",\n"):
            whole = (*before.tokens, *candidate.tokens)
            kept[-1] = candidate._replace(start=before.start, tokens=whole, sure=True, initial=before.initial)
        else:
            kept.append(candidate)
    return kept


def _named(
    plain: str, found: Sequence[Candidate], directory: Directory, lowers: frozenset[str], lists: Words
) -> Iterator[tuple[Candidate, tuple[NameKind, Key]]]:
    """Candidates with what they name; an unsure one stays out unless something in the text vouches for it."""
    inside = {c.low for c in found if not c.initial or c.sure}
    for candidate in found:
        key = directory.key(candidate)
        if key is None:
            continue
        if not candidate.sure and key == ("organisation", candidate.tokens):
            if candidate.low in lists.persons:
                continue
            if len(candidate.tokens) == 1 and (candidate.low in lowers or candidate.low in lists.cues):
                continue
            plural = candidate.low.endswith("s") and len(candidate.tokens) == 1
            if (
                candidate.initial
                and candidate.low not in inside
                and (plural or not _VERBS_AFTER.match(plain, candidate.end))
            ):
                continue
            if _PLACE_BEFORE.search(plain, max(0, candidate.start - 12), candidate.start) and len(candidate.tokens) < 3:
                key = ("place", candidate.tokens)
        yield candidate, key


def _name(text: str, start: int, end: int, key: tuple[NameKind, Key], directory: Directory) -> Name:
    identity = directory.identity(key)
    return Name(start=start, end=end, text=text[start:end], name=identity.name, kind=identity.kind)


def _in_line(
    text: str,
    plain: str,
    sentence: Sentence,
    forms: dict[str, tuple[NameKind, Key]],
    directory: Directory,
    lists: Words,
) -> Iterator[Name]:
    """Known names in a line in capitals, longest first."""
    tokens = [
        (m.start(), m.end(), folded(m.group())) for m in _CAPITAL_WORD.finditer(plain, sentence.start, sentence.end)
    ]
    at = 0
    while at < len(tokens):
        for size in range(min(6, len(tokens) - at), 0, -1):
            low = " ".join(token[2] for token in tokens[at : at + size])
            start, end = tokens[at][0], tokens[at + size - 1][1]
            if low in forms:
                yield _name(text, start, end, forms[low], directory)
                break
            kind = _listed(low, lists)
            if kind is not None:
                yield Name(start=start, end=end, text=text[start:end], name=text[start:end], kind=kind)
                break
        else:
            size = 1
        at += size


def _listed(low: str, lists: Words) -> NameKind | None:
    if low in lists.groups or low in lists.peoples:
        return "group"
    if low in lists.places and len(low) > 2:
        return "place"
    return "organisation" if low in lists.parties or (low in lists.bodies and " " in low) else None


def _disjoint(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
