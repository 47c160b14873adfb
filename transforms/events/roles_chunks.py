"""Sentences as chunks: noun phrases, verb groups, prepositions and what stands between them.

A shallow grammar of closed classes and inflection, in one pass over a sentence. Noun phrases are the smallest ones:
"the leader of the party" is three chunks, and the possessor of "the council's vote" is a noun phrase of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from transforms.events.clauses import Line, grammar
from transforms.events.roles_words import role_words
from transforms.names.words import words
from transforms.records import Name

Kind = Literal["np", "vg", "prep", "comma", "and", "rel", "sub", "quote", "adverb", "stop"]

_NOMINAL = frozenset({"determiner", "number", "word"})
_EITHER = frozenset({"after", "before", "since", "until", "as", "than"})
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
    at = 0
    while at < len(line):
        particle = found and found[-1].kind == "vg" and line.words[at] in role_words().particles and at not in spans
        if particle:
            chunk = Chunk("adverb", at, at, line.words[at])
        elif found and found[-1].owns and at != verb_at:
            chunk = _noun_phrase(line, at, spans, verb_at)
        else:
            chunk = _next(line, at, spans, verb_at)
        if chunk.kind == "np" and found and found[-1].owns:
            chunk.owner = len(found) - 1
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
        if first <= last < len(line):
            spans.setdefault(first, (last, name))
    return spans


def _next(line: Line, at: int, spans: dict[int, tuple[int, Name]], verb_at: int | None) -> Chunk:
    tag, word = line.tags[at], line.words[at]
    if at == verb_at:
        return _verbs(line, at, at, spans, verb_at)
    if at in spans:
        return _noun_phrase(line, at, spans, verb_at)
    if tag == "to":
        after = _skip(line, at + 1)
        verbal = (
            after == verb_at
            or _is_base(line.word(after))
            or line.tag(after) in ("verb", "be", "have", "do")
            or (line.tag(after) == "word" and _verb_like(line, after))
        )
        return _verbs(line, at, after, spans, verb_at) if verbal and after not in spans else Chunk("prep", at, at, word)
    if tag in _AUXILIARY and word not in ("no", "neither", "without", "none", "nobody", "no-one"):
        return _verbs(line, at, at, spans, verb_at)
    if word in ("either", "both", "neither") and line.tag(at + 1) in ("verb", "ed", "modal", "be", "have"):
        return Chunk("adverb", at, at, word)
    if word == "without":
        return Chunk("prep", at, at, word)
    if (tag in ("verb", "ed", "ing") and not _adjectival(line, at)) or _unlisted_ing(line, at):
        return _verbs(line, at, at, spans, verb_at)
    if tag == "preposition" or word in _EITHER:
        return Chunk("sub" if _opens_clause(line, at, spans) else "prep", at, at, word)
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


def _is_base(word: str) -> bool:
    """Whether a form in -ed or like it is a base form too: "put", "cut", "set"."""
    known = grammar().verbs.get(word)
    return known is not None and "base" in known[1] and bool(known[1] & {"past", "participle"})


def _unlisted_ing(line: Line, at: int) -> bool:
    """Whether an "-ing" word that no list knows goes on about the noun before it: "a law restoring order"."""
    word = line.words[at]
    if not word.endswith("ing") or len(word) < 6 or line.tags[at] != "word" or word in role_words().ing_nouns:
        return False
    before, after = line.tag(at - 1), line.tag(at + 1)
    return before == "word" and line.raw[at] == word and after in ("word", "determiner", "pronoun", "number")


def _skip(line: Line, at: int) -> int:
    while line.tag(at) == "adverb":
        at += 1
    return at


def _verb_like(line: Line, at: int) -> bool:
    """Whether an unknown word behind "to" is rather a verb: neither a plural nor a role noun, and an object follows."""
    word = line.words[at]
    lists = words()
    known = word in lists.singular or word in lists.persons or word in lists.body_nouns
    if known or not line.raw[at][:1].islower() or word.endswith("s"):
        return False
    return line.tag(at + 1) in ("determiner", "pronoun", "word", "number") and line.word(at + 1)[:1].isalnum()


def _opens_clause(line: Line, at: int, spans: dict[int, tuple[int, Name]]) -> bool:
    """Whether "after", "before", "since", "as" stand before a clause rather than a noun phrase."""
    if line.words[at] not in _EITHER:
        return False
    index = at + 1
    for _ in range(8):
        if index in spans:
            index = spans[index][0] + 1
        elif line.tag(index) in ("determiner", "word", "number", "adverb", "possessive", "pronoun"):
            index += 1
        else:
            break
    return index > at + 1 and line.tag(index) in ("be", "have", "modal", "do", "verb", "ed")


def _adjectival(line: Line, at: int) -> bool:
    """Whether a participle stands before a noun that it describes: "the proposed motion", "striking workers"."""
    before, after = line.tag(at - 1), line.tag(at + 1)
    if line.tags[at] == "verb" or after not in ("word", "number"):
        return False
    if before in ("determiner", "possessive", "number"):
        return True
    return (
        line.tags[at] == "ing"
        and before in ("stop", "preposition", "conjunction", "quote")
        and at + 2 < len(line)
        and line.tag(at + 2) in ("be", "have", "modal", "verb", "ed")
    )


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
    index = at
    while index < len(line) and index != verb_at:
        if index in spans:
            index, name = spans[index]
            chunk.names.append(name)
        elif not _continues(line, index, at, spans) or (index > at and _breaks(line, index)):
            break
        chunk.last = index
        index += 1
        if _possessive(line, index):
            chunk.owns = index + 1 < len(line)
            break
    return chunk


def _breaks(line: Line, at: int) -> bool:
    """Whether a participle or words of time end a noun phrase: "outside parliament late Monday"."""
    times, word = role_words().times, line.words[at]
    timely = word in times and line.raw[at] != word
    begins = word in ("late", "early", "last", "this", "next", "today", "yesterday", "tomorrow", "tonight")
    if timely or (begins and (word in times or line.word(at + 1) in times)):
        return line.tags[at - 1] == "word"
    return _unlisted_ing(line, at)


def _possessive(line: Line, at: int) -> bool:
    word = line.word(at)
    if word == "'s":
        return line.tag(at) == "possessive"
    return (
        word == "'"
        and line.words[at - 1].endswith("s")
        and line.tag(at + 1) in ("word", "number", "ing", "ed", "verb")
        and line.starts[at] == line.ends[at - 1]
    )


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
        return _adjectival(line, index) or (index + 1 in spans and line.tags[index - 1] == "determiner")
    if tag == "adverb":
        follows = line.tag(index + 1) in ("word", "number", "ed") or line.word(index + 1) in role_words().ing_nouns
        return follows and line.tags[index - 1] == "determiner"
    if tag == "conjunction":
        return _joins_modifiers(line, index, first)
    if tag == "verb" and line.word(index + 1) == "and":
        return _joins_modifiers(line, index + 1, first)
    if line.words[index] in ("&", "$", "£", "%", "#"):
        return True
    if tag == "quote":
        return (
            line.tag(index + 1) == "word"
            and line.tag(index - 1) in ("determiner", "word")
            and line.starts[index + 1] == line.ends[index]
        )
    return tag == "preposition" and line.words[index] == "than" and line.words[index - 1] in ("more", "fewer", "less")


def _joins_modifiers(line: Line, at: int, first: int) -> bool:
    """Whether "and" joins two modifiers of one body: "the work and pensions committee"."""
    if line.words[at] != "and":
        return False
    joined = role_words().joined
    for ahead in (at + 2, at + 3):
        if line.word(ahead) in joined and all(line.tag(k) == "word" for k in range(at + 1, ahead)):
            return line.tag(at - 1) in ("word", "verb") and line.words[at - 1] not in joined
    return False


def _unlisted_head(line: Line, at: int, chunk: Chunk, auxiliary: bool) -> bool:
    """Whether a word that no list knows is the head of a verb group: behind an auxiliary or "to", or in -ing."""
    if line.tags[at] != "word" or not line.raw[at][:1].islower():
        return False
    if chunk.last < at and line.tag(chunk.last) == "have":
        return line.words[at].endswith(("ed", "en", "wn", "ung"))
    return ((auxiliary or chunk.infinitive) and chunk.last < at) or (at == chunk.first and _unlisted_ing(line, at))


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
        elif tag in ("negation", "adverb") and word not in ("no", "neither", "without", "none"):
            ahead = _skip(line, index + 1)
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
    chunk.word, chunk.lemma = line.words[head], "be" if tag == "be" else "have" if tag == "have" else line.lemma(head)
    chunk.copula = tag == "be" or (tag == "have" and head != verb_at)
    past = tag == "ed" or (head == verb_at and line.words[head].endswith(("ed", "en", "ung", "wn")))
    chunk.passive = be and past
    chunk.ing = (tag == "ing" or (tag == "word" and chunk.word.endswith("ing"))) and not be
    chunk.ed = past and not (be or have or other or chunk.infinitive)
    return chunk
