"""Whether a word that may be several parts of speech, or part of a name, is used as a trigger takes it."""

from transforms.events.clauses import group_at, joins_bases, led_by, phrase_start
from transforms.events.lexicon import Form, Part
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line, grammar, tag_alone
from transforms.names.words import words as names

_OF_NOUNS = frozenset({"determiner", "preposition", "number", "possessive", "subordinator"})
"""Tags of words that are followed by a noun rather than by a verb."""
SUBJECT = 6
"""Words before a verb in which what follows "of" or "and" in its subject stands."""


def used_as(line: Line, first: int, last: int, part: Part, form: Form) -> bool:
    """Whether a word is used as this part of speech here; only forms that could be either are in question."""
    if form in ("fixed", "past", "participle"):
        return True
    before = _tag_before(line, first)
    if part == "noun":
        return first != last or not _looks_verbal(line, first, form)
    if form == "ing":
        owned = first != last and before == "possessive"  # "the court's ruling on"
        return before != "determiner" and not owned and not _ends_phrase(line, first)
    if first != last:
        return before not in ("determiner", "possessive", "number", "preposition")
    return _looks_verbal(line, first, form)


def tells_as_past(line: Line, first: int, form: Form) -> bool:
    """Whether a plain form or one in -ing tells of a deed as the past form would: "will walk out", "is walking out".

    Of a plain form a modal says so, "did not", or what governs it: "plans to", "are due to", "refused to".
    """
    if first == 0 or tag_alone(line.words[first - 1]) in _OF_NOUNS:  # told without the tags of the sentence
        return line.word(first - 1) == "after"
    if form == "ing":
        return _tag_before(line, first) == "be"
    group = group_at(line, first)
    if group.modal is not None or not group.infinitive:
        return group.modal is not None or not (group.bare or group.be or group.have)
    governor, known = group.start - 1, words()
    lemma = line.lemma(governor)
    if line.tag(governor) == "be" or known.predicates.get(line.word(governor)) == "planned":
        return True
    if line.tag(governor) not in VERBAL:
        return known.nouns.get(line.word(governor).removesuffix("s")) == "planned"
    return lemma in known.verbs or lemma in known.control


def after_subject(line: Line, first: int, last: int) -> bool:
    """Whether a form in -s may be a verb: no article stands before, and no auxiliary behind ("new fires had begun")."""
    return _tag_before(line, first) not in ("determiner", "possessive") and line.tag(last + 1) not in AUXILIARY


def after_several(line: Line, first: int, last: int) -> bool:
    """Whether a plain form of a verb stands behind several: "members of the board meet", "Ms Orme and Mr Hale meet".

    So it does in a headline too: "Three directors resign", "Two quit board".
    """
    if line.word(last + 1) == "of":
        return False  # "members approve of the plan"
    if line.tag(first - 1) == "number" and first == 1 and line.word(first - 1) not in ("one", "1"):
        return True
    if line.tag(last + 1) == "stop" and line.tag(first - 1) == "word" and _plural(line, first - 1):
        return not _of_one(line, first)
    at = first - 1
    while at > 0 and first - at < SUBJECT and line.tag(at) in ("word", "determiner", "possessive", "number"):
        at -= 1
    before = line.word(at - 1)
    if line.tag(first - 1) != "word" or at == first - 1 or line.tag(at - 1) != "word":
        return False
    several = line.word(at) == "of" and before.endswith("s") and not before.endswith("ss")
    named = line.word(at) == "and" and line.raw[at - 1][0].isupper() and line.raw[first - 1][0].isupper()
    return several or named


def named_thing(line: Line, first: int, last: int, *, lower: bool) -> bool:
    """Whether a word is only part of a longer name: "Research Society", "National Rally", "the 29 March deadline"."""
    if first != last or not line.raw[first][0].isupper() or first == 0 or line.raw[first].isupper():
        return False
    if lower or f"{line.word(first - 1)} {line.words[first]}" in names().parties:
        return True
    follows = line.raw[last + 1 : last + 2]
    return (
        bool(follows)
        and follows[0][0].isupper()
        and line.tag(last + 1) == "word"
        and line.ends[last] + 1 == line.starts[last + 1]
        and line.tag(first - 1) not in ("possessive",)
    )


def _looks_verbal(line: Line, index: int, form: Form) -> bool:
    """Whether "vote", "votes", "report" is a verb: after "to", an auxiliary or a subject, before what verbs take."""
    before = _tag_before(line, index)
    if before == "to" and line.word(index - 2) in ("subject", "prior"):
        return False  # "subject to approval"
    if before in ("to", "modal", "do", "pronoun", "relative", "negation"):
        return line.word(index - 1) not in ("no",) and not (before == "pronoun" and line.word(index - 1) in ("her",))
    if before in ("determiner", "possessive", "number", "preposition", "be", "have", "ed", "ing", "verb"):
        return False
    if before == "conjunction" and line.tag(index) == "verb":
        return True  # "should apologise and resign"
    if (
        form == "base"
        and line.word(index - 1) == ","
        and joins_bases(line, index)
        and led_by(line, index - 1) is not None
    ):
        return True  # "voted to close the pier, sack the clerk and sue"
    after = line.tag(index + 1)
    word = line.word(index - 1)
    if form in ("plural", "s"):
        takes = after in ("determiner", "to", "pronoun", "adverb", "relative")
        return before == "word" and not word.endswith("s") and takes
    if (before == "stop" and index > 0) or _in_title(line, index) or _of_one(line, index) or _of_place(line, index):
        return False
    plural = _plural(line, index - 1) and line.tag(index - 1) == "word"
    return plural and after in (
        "determiner",
        "to",
        "preposition",
        "pronoun",
        "adverb",
        "subordinator",
        "relative",
        "word",
        "conjunction",
    )


def _tag_before(line: Line, index: int) -> str:
    at = index - 1
    while line.tag(at) == "adverb":
        at -= 1
    return line.tag(at)


def _of_one(line: Line, index: int) -> bool:
    """Whether an article for one thing stands before several, so that it is for the word: "a teachers meeting"."""
    return line.word(phrase_start(line, index)) in ("a", "an", "another")


def _of_place(line: Line, index: int) -> bool:
    """Whether a gathering in -ing has its place or people before it: "the Paris meeting", "at its holders meeting"."""
    start = phrase_start(line, index)
    if not line.word(index).endswith("ing") or line.tag(start) not in ("determiner", "possessive"):
        return False
    return line.word(start - 1) == "at" or (line.raw[index - 1][0].isupper() and not line.raw[index][0].isupper())


def _ends_phrase(line: Line, index: int) -> bool:
    """Whether a form in -ing is the noun of a phrase that one word before it describes: "a two-day meeting with"."""
    if line.tag(index - 1) not in ("word", "number") or line.tag(index + 1) == "word" or _plural(line, index - 1):
        return False  # but "the ministers meeting with", "a hundred striking miners"
    start = phrase_start(line, index)
    return line.tag(start) == "determiner" or "possessive" in line.tags[start:index]


def _plural(line: Line, index: int) -> bool:
    word = line.word(index)
    return word.endswith("s") and not word.endswith("ss") and word not in grammar().bodies_in_s


def _in_title(line: Line, index: int) -> bool:
    """Whether a word ends a name with a determiner: "his Identity Cards Bill"."""
    raised = line.raw[index][0].isupper() and index > 0 and line.raw[index - 1][0].isupper()
    return raised and line.tag(phrase_start(line, index)) == "determiner"
