"""Sentences as chunks: noun phrases, verb groups, prepositions and what stands between them.

A shallow grammar of closed classes and inflection, in one pass over a sentence. Noun phrases are the smallest ones:
"the leader of the party" is three chunks, and the possessor of "the council's vote" is a noun phrase of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from transforms.events.roles.readings import (
    EITHER,
    adjectival,
    after_time,
    breaks,
    has_base,
    is_base,
    joins_modifiers,
    opens_clause,
    past_adverbs,
    possessive_at,
    unlisted_ing,
    verb_like,
)
from transforms.events.roles.words import role_words
from transforms.events.tagging import Line, grammar
from transforms.records import Name

Kind = Literal["np", "vg", "prep", "comma", "and", "rel", "sub", "quote", "adverb", "stop"]

_NOMINAL = frozenset({"determiner", "number", "word"})
_GET = frozenset({"get", "gets", "got", "getting"})
_AUXILIARY = frozenset({"modal", "be", "have", "do", "negation"})


@dataclass(slots=True)
class Chunk:
    """Words `first` to `last` of a sentence. `names` are those inside a noun phrase; `owner` is the possessor's chunk.

    Of a verb group: `lemma` of its head, whether it is `passive`, an `infinitive`, a bare participle (`ing`, `ed`).
    """

    kind: Kind
    first: int
    last: int
    word: str = ""
    names: list[Name] = field(default_factory=list)
    owner: int | None = None
    owns: bool = False
    lemma: str = ""
    passive: bool = False
    infinitive: bool = False
    ing: bool = False
    ed: bool = False
    copula: bool = False


def chunks(line: Line, names: Sequence[Name], verb_at: int | None = None) -> list[Chunk]:
    """Chunks of a sentence in order. `names` are those inside it; the word at `verb_at` is read as a verb."""
    found: list[Chunk] = []
    spans = _word_spans(line, names)
    at, size, particles = 0, len(line), role_words().particles
    while at < size:
        if found and _shortens(line, at, found[-1]):
            at += 1
            if possessive_at(line, at):
                found[-1].owns = at + 1 < size
                at += 1
            continue
        before = found[-1].kind if found else ""
        particle = before == "vg" and line.words[at] in particles and at not in spans
        joined = before == "and" and len(found) > 1 and found[-2].infinitive and at not in spans
        if joined and has_base(line.words[at]):
            chunk = _verbs(line, at, at, spans, at)
        elif particle:
            chunk = Chunk("adverb", at, at, line.words[at])
        elif found and found[-1].owns and at != verb_at:
            chunk = _noun_phrase(line, at, spans, verb_at)
        else:
            chunk = _next(line, at, spans, verb_at)
        if chunk.kind == "np" and found and found[-1].owns:
            chunk.owner = len(found) - 1
        if _goes_on_with_office(line, found, chunk):
            office = found[-2]
            del found[-2:]
            chunk.first, chunk.owner, chunk.names = office.first, office.owner, [*office.names, *chunk.names]
        found.append(chunk)
        at = chunk.last + 1
        if chunk.owns:
            at += 1
    return found


def _word_spans(line: Line, names: Sequence[Name]) -> dict[int, tuple[int, Name]]:
    """First word of each name -> its last word and the name."""
    spans: dict[int, tuple[int, Name]] = {}
    for name in names:
        first = line.at(name.start)
        last = line.at(name.end - 1)
        if first <= last < len(line) and line.starts[first] < name.end:  # a ticker is no word
            spans.setdefault(first, (last, name))
    return spans


def _shortens(line: Line, at: int, before: Chunk) -> bool:
    """Whether a full stop only shortens the name that it follows: "Hale Inc. said", "Hale Corp.'s"."""
    if line.words[at] != "." or not before.names or at + 1 >= len(line) or line.starts[at] != line.ends[at - 1]:
        return False
    return line.raw[at + 1][0].islower() or line.word(at + 1) in (",", "'s", "'", ")", "(", "-")


def _goes_on_with_office(line: Line, found: Sequence[Chunk], chunk: Chunk) -> bool:
    """Whether a noun phrase is the rest of an office in capitals and its bearer: "Secretary of State Ann Orme"."""
    if len(found) < 2 or found[-1].word != "of" or found[-2].kind != "np" or not chunk.names:
        return False
    first = line.at(chunk.names[-1].start)
    whole = chunk.names[-1].kind == "person" and line.at(chunk.names[-1].end - 1) == chunk.last
    between = [word for word in line.raw[chunk.first : first] if word not in ("the", "and")]
    return whole and bool(between) and all(word[0].isupper() for word in (line.raw[found[-2].last], *between))


def _next(line: Line, at: int, spans: dict[int, tuple[int, Name]], verb_at: int | None) -> Chunk:
    tag, word = line.tags[at], line.words[at]
    if at == verb_at:
        return _verbs(line, at, at, spans, verb_at)
    if at in spans:
        return _noun_phrase(line, at, spans, verb_at)
    if tag == "to":
        after = past_adverbs(line, at + 1)
        verbal = (
            after == verb_at
            or is_base(line.word(after))
            or line.tag(after) in ("verb", "be", "have", "do")
            or (line.tag(after) == "word" and verb_like(line, after))
        )
        return _verbs(line, at, after, spans, verb_at) if verbal and after not in spans else Chunk("prep", at, at, word)
    if tag in _AUXILIARY and word not in ("no", "neither", "without", "none", "nobody", "no-one"):
        return _verbs(line, at, at, spans, verb_at)
    if word in ("either", "both", "neither") and line.tag(at + 1) in ("verb", "ed", "modal", "be", "have"):
        return Chunk("adverb", at, at, word)
    if word == "without":
        return Chunk("prep", at, at, word)
    if (tag in ("verb", "ed", "ing") and not adjectival(line, at)) or unlisted_ing(line, at):
        return _verbs(line, at, at, spans, verb_at)
    if word in ("about", "around", "over") and line.tag(at + 1) == "number" and _opens(line, at):
        return Chunk("adverb", at, at, word)  # "About 500 miners walked out"
    if tag == "preposition" or word in EITHER:
        return Chunk("sub" if opens_clause(line, at, spans) else "prep", at, at, word)
    if tag in ("determiner", "number", "word", "negation", "pronoun") or (tag in ("ed", "ing")):
        return _noun_phrase(line, at, spans, verb_at)
    if tag == "relative":
        return Chunk("rel", at, at, word)
    if tag == "conjunction":
        return Chunk("and" if word in ("and", "or") else "sub", at, at, word)
    if tag == "subordinator":
        return Chunk("sub", at, at, word)
    if tag == "adverb":
        return Chunk("adverb", at, at, word)
    if word in (",", "-", "(", ")", "--"):
        return Chunk("comma", at, at, word)
    return Chunk("quote" if tag in ("quote", "possessive") else "stop", at, at, word)


def _opens(line: Line, at: int) -> bool:
    """Whether a clause begins at a word, as far as the word before tells."""
    return at == 0 or line.tag(at - 1) in ("stop", "conjunction", "quote", "relative", "subordinator")


def _noun_phrase(line: Line, at: int, spans: dict[int, tuple[int, Name]], verb_at: int | None) -> Chunk:
    chunk = Chunk("np", at, at, line.words[at])
    if line.tags[at] == "pronoun" and at not in spans and line.words[at] != "her":
        return chunk
    if (
        at not in spans
        and line.words[at] in ("her", "that", "this", "these", "those", "all", "many", "both", "some")
        and line.tag(at + 1) not in ("word", "number", "determiner", "adverb")
        and at + 1 not in spans
    ):
        return chunk
    index, size = at, len(line)
    while index < size and index != verb_at:
        if index in spans:
            if index > at and after_time(line, index, spans[index][1].kind):
                break
            index, name = spans[index]
            chunk.names.append(name)
        elif not _continues(line, index, at, spans) or (index > at and breaks(line, index)):
            break
        chunk.last = index
        index += 1
        if possessive_at(line, index):
            chunk.owns = index + 1 < len(line)
            break
    return chunk


def _continues(line: Line, index: int, first: int, spans: dict[int, tuple[int, Name]]) -> bool:
    tag = line.tags[index]
    if index == first:
        return True
    if tag in ("determiner", "negation"):
        return line.tags[index - 1] in ("determiner", "negation") and index - 1 == first
    if tag in _NOMINAL:
        return True
    if tag == "ing" and line.words[index] in role_words().ing_nouns:
        return True
    if tag in ("ed", "ing"):
        return adjectival(line, index) or (index + 1 in spans and line.tags[index - 1] == "determiner")
    if tag == "adverb":
        follows = line.tag(index + 1) in ("word", "number", "ed") or line.word(index + 1) in role_words().ing_nouns
        described = line.tags[index - 1] == "word" and line.words[index] in grammar().adjectives_in_ly
        return follows and (line.tags[index - 1] == "determiner" or described)
    if tag == "conjunction":
        return joins_modifiers(line, index, first)
    if tag == "verb" and line.word(index + 1) == "and":
        return joins_modifiers(line, index + 1, first)
    if line.words[index] in ("&", "$", "£", "%", "#"):
        return True
    if tag == "quote":
        return (
            line.tag(index + 1) == "word"
            and line.tag(index - 1) in ("determiner", "word")
            and line.starts[index + 1] == line.ends[index]
        )
    return tag == "preposition" and line.words[index] == "than" and line.words[index - 1] in ("more", "fewer", "less")


def _unlisted_head(line: Line, at: int, chunk: Chunk, auxiliary: bool) -> bool:
    """Whether a word that no list knows is the head of a verb group: behind an auxiliary or "to", or in -ing."""
    if line.tags[at] != "word" or not line.raw[at][:1].islower():
        return False
    if chunk.last < at and line.tag(chunk.last) == "have":
        return line.words[at].endswith(("ed", "en", "wn", "ung"))
    return ((auxiliary or chunk.infinitive) and chunk.last < at) or (at == chunk.first and unlisted_ing(line, at))


def _lemma(line: Line, head: int) -> str:
    """The verb that a word is a form of, or the word itself where no list has it."""
    word, lemma = line.words[head], line.lemma(head)
    return role_words().lemmas.get(word, lemma) if lemma == word else lemma


def _verbs(line: Line, first: int, at: int, spans: dict[int, tuple[int, Name]], verb_at: int | None) -> Chunk:
    """A verb group from its first auxiliary to its head."""
    chunk = Chunk("vg", first, at, infinitive=line.tags[first] == "to")
    be = have = other = False
    index = at
    while index < len(line) and index not in spans:
        tag, word = line.tags[index], line.words[index]
        if index == verb_at:
            chunk.last = index
            break
        if tag == "be":
            be, chunk.last = True, index
        elif tag == "have":
            have, chunk.last = True, index
        elif tag in ("modal", "do"):
            other, chunk.last = True, index
        elif word in _GET and line.tag(index + 1) == "ed" and index != verb_at:
            be, chunk.last = True, index  # "the third coach to get sacked"
        elif tag in ("negation", "adverb") and word not in ("no", "neither", "without", "none"):
            ahead = past_adverbs(line, index + 1)
            if line.tag(ahead) not in ("verb", "ed", "ing", "be", "have", "word") and ahead != verb_at:
                break
        elif tag in ("verb", "ed", "ing") or _unlisted_head(line, index, chunk, other or (have and not be)):
            chunk.last = index
            break
        else:
            break
        index += 1
    head = chunk.last
    tag = line.tags[head]
    chunk.word, chunk.lemma = line.words[head], "be" if tag == "be" else "have" if tag == "have" else _lemma(line, head)
    chunk.copula = tag == "be" or (tag == "have" and head != verb_at)
    past = tag == "ed" or (head == verb_at and line.words[head].endswith(("ed", "en", "ung", "wn", "orn")))
    chunk.passive = be and past
    chunk.ing = (tag == "ing" or (tag == "word" and chunk.word.endswith("ing"))) and not be
    chunk.ed = past and not (be or have or other or chunk.infinitive)
    return chunk
