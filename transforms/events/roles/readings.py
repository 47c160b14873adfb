"""How words that could be several things are read where they stand: verb or noun, clause or phrase."""

from transforms.dates.vocabulary import numbered
from transforms.events.roles.words import role_words
from transforms.events.tagging import Line, grammar
from transforms.names.words import words
from transforms.records import Name, NameKind

_NEARING = frozenset({"late", "early", "last", "this", "next"})
_IN_PHRASE = frozenset({"determiner", "word", "number", "adverb", "possessive", "pronoun"})
_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
EITHER = frozenset({"after", "before", "since", "until", "as", "than"})
"""Words that open a clause or a phrase."""
_INSIDE = frozenset({"of", "in", "at", "from", "for"})
"""Words by which a noun phrase goes on: "after a court in Thorne ruled"."""
ASIDE = 9
"""Words that tell more of somebody named, with their commas."""


def past_adverbs(line: Line, at: int) -> int:
    """The first word from `at` on that is no adverb."""
    while line.tag(at) == "adverb":
        at += 1
    return at


def has_base(word: str) -> bool:
    """Whether a word is the base form of a verb, whatever else it may be."""
    known = grammar().verbs.get(word)
    return known is not None and "base" in known[1]


def is_base(word: str) -> bool:
    """Whether a form in -ed or like it is a base form too: "put", "cut", "set"."""
    known = grammar().verbs.get(word)
    return known is not None and "base" in known[1] and bool(known[1] & {"past", "participle"})


def unlisted_ing(line: Line, at: int) -> bool:
    """Whether an "-ing" word that no list knows goes on about the noun before it: "a law restoring order"."""
    word = line.words[at]
    if not word.endswith("ing") or len(word) < 6 or line.tags[at] != "word" or word in role_words().ing_nouns:
        return False
    before, after = line.tag(at - 1), line.tag(at + 1)
    if at == 0:
        return after in ("determiner", "pronoun")  # "Seconding the motion, Ann Orme said"
    if line.word(at - 1) in ("after", "before", "by", "without") and after in ("determiner", "pronoun"):
        return line.raw[at] == word  # "after touring the town"
    return before == "word" and line.raw[at] == word and after in ("word", "determiner", "pronoun", "number")


def verb_like(line: Line, at: int) -> bool:
    """Whether an unknown word behind "to" is rather a verb: neither a plural nor a role noun, and an object follows."""
    word = line.words[at]
    lists = words()
    known = word in lists.singular or word in lists.persons or word in lists.body_nouns
    known = known or word in role_words().fillers  # "to fellow members"
    if known or not line.raw[at][:1].islower() or word.endswith("s"):
        return False
    return line.tag(at + 1) in ("determiner", "pronoun", "word", "number") and line.word(at + 1)[:1].isalnum()


def opens_clause(line: Line, at: int, spans: dict[int, tuple[int, Name]]) -> bool:
    """Whether "after", "before", "since", "as" stand before a clause rather than a noun phrase."""
    if line.words[at] not in EITHER:
        return False
    if line.word(at + 1) in _SUBJECTS:
        return True  # "until she retires": no preposition leads to "she"
    index, owned = at + 1, False
    for _ in range(10):
        if index in spans:
            index = spans[index][0] + 1
        elif line.word(index) in _INSIDE and index > at + 1:
            index, owned = index + 1, True
        elif line.tag(index) in _IN_PHRASE or (index > at + 1 and _joins_subject(line, index, spans)):
            index += 1
        else:
            break
    if owned and line.tag(index) == "ed" and line.word(index + 1) == "by":
        return False  # "after the vote of members chosen by lot"
    if line.word(index) == "," and index - 1 in {last for last, _ in spans.values()}:
        index = _past_aside(line, index)
    return index > at + 1 and line.tag(index) in ("be", "have", "modal", "do", "verb", "ed")


def _past_aside(line: Line, comma: int) -> int:
    """The word behind what tells more of a name: "after Tom Hale, 58, its treasurer, resigned"."""
    closing = [at for at in range(comma + 1, min(comma + ASIDE, len(line))) if line.words[at] == ","]
    return closing[-1] + 1 if closing else comma


def _joins_subject(line: Line, at: int, spans: dict[int, tuple[int, Name]]) -> bool:
    """Whether a word joins somebody else who does it too: "after the Greens and the liberal Alliance won"."""
    return line.word(at) == "and" and (at + 1 in spans or line.tag(at + 1) in ("word", "number", "determiner"))


def adjectival(line: Line, at: int) -> bool:
    """Whether a participle stands before a noun that it describes: "the proposed motion", "striking workers"."""
    before, after = line.tag(at - 1), line.tag(at + 1)
    if line.words[at] in role_words().plural_modifiers and line.word(at + 1) in words().body_nouns:
        return before not in ("pronoun", "to", "modal")  # "a state appeals court"
    if line.tags[at] == "verb" or after not in ("word", "number"):
        return False
    if before in ("determiner", "possessive", "number"):
        return True
    if line.tags[at] == "ed" and before == "preposition" and line.word(at - 1) not in EITHER:
        return True  # "a row over leaked papers"
    return (
        line.tags[at] == "ing"
        and before in ("stop", "preposition", "conjunction", "quote")
        and at + 2 < len(line)
        and line.tag(at + 2) in ("be", "have", "modal", "verb", "ed")
    )


def breaks(line: Line, at: int) -> bool:
    """Whether a participle or words of time end a noun phrase: "outside parliament late Monday"."""
    times, word = role_words().times, line.words[at]
    if line.words[at - 1] in times and line.raw[at - 1][0].isupper() and line.raw[at] == word and word not in times:
        return line.tags[at] == "word"
    if line.tags[at] == "number" and line.word(at + 1) in times and line.word(at + 2) == "ago":
        return True  # "the workers three weeks ago rejected it"
    timely = word in times and line.raw[at] != word and line.words[at - 1] not in _NEARING  # but "last Sunday's vote"
    timely = timely and word != "times"  # "the Sunday Times"
    begins = word in (*_NEARING, "today", "yesterday", "tomorrow", "tonight")
    if timely or (begins and (word in times or line.word(at + 1) in times)):
        return line.tags[at - 1] == "word"
    return unlisted_ing(line, at)


def after_time(line: Line, at: int, kind: NameKind) -> bool:
    """Whether a name begins a phrase of its own behind words of time: "Last week Ann Orme quit", "In 1991 Hale won"."""
    before = line.words[at - 1]
    if before in role_words().times or (before in numbered("months") and line.raw[at - 1][0].isupper()):
        return True
    return line.tags[at - 1] == "number" and (kind == "person" or (len(before) == 4 and before[:2] in ("19", "20")))


def possessive_at(line: Line, at: int) -> bool:
    """Whether a word is the ending of a possessor: "'s", or the mark after a plural."""
    word = line.word(at)
    if word == "'s":
        return line.tag(at) == "possessive"
    return (
        word == "'"
        and line.words[at - 1].endswith("s")
        and line.tag(at + 1) in ("word", "number", "ing", "ed", "verb")
        and line.starts[at] == line.ends[at - 1]
    )


def joins_modifiers(line: Line, at: int, first: int) -> bool:
    """Whether "and" joins two modifiers of one body: "the work and pensions committee"."""
    if line.words[at] != "and":
        return False
    joined = role_words().joined
    for ahead in (at + 2, at + 3):
        if line.word(ahead) in joined and all(line.tag(k) == "word" for k in range(at + 1, ahead)):
            return line.tag(at - 1) in ("word", "verb") and line.words[at - 1] not in joined
    return False
