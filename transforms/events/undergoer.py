"""What a trigger is done to, by its place in the clause: the object, the passive subject, what follows "of"."""

from collections.abc import Sequence

from transforms.dates.vocabulary import day_and_month_names, numbered
from transforms.events.clauses import clause_start, group_at
from transforms.events.lexicon import Part, people
from transforms.events.phrases import phrase_words
from transforms.events.tagging import AUXILIARY, VERBAL, Line, tag_alone

REACH = 9
"""Words of a noun phrase that are read."""
ASIDE = 12
"""Words that an apposition between a subject and its verb may have."""


def undergone(line: Line, first: int, last: int, part: Part) -> tuple[str, ...]:
    """The heads of the noun phrases that a trigger is done to: "a ruling" in "to suspend a ruling".

    Of a noun, its modifier and what follows "of": "trading" in "the trading suspension".
    """
    if part == "noun":
        behind = _head(line, last + 2) if line.word(last + 1) == "of" else ()
        return line.word(first - 1), *behind
    group = group_at(line, first)
    if group.be and not line.word(first).endswith("ing"):
        verb = _governor_start(line, group.start) if group.infinitive else group.start
        start = _subject_start(line, clause_start(line, first), verb)
        if start == verb:
            return _before_aside(line, start - 1)
        antecedent = line.word(start - 1) if line.tag(start) == "relative" else ""
        beside = verb - 1
        named = "@name" if line.tag(beside) == "word" and _is_name(line, beside) else ""
        head = _head(line, start)[0]
        more = (*_counted_of(line, start, head), *_told_more_of(line, start))
        if antecedent == ",":  # "Ann Orme, who was sacked on Monday,"
            more = (*more, line.word(start - 2), "@name" if _is_name(line, start - 2) else "", _title(line, start - 2))
        return line.word(beside), head, antecedent, named, _title(line, beside), *more
    found = _head(line, last + 1)
    return (*found, *_counted_of(line, last + 1, found[0]), *_told_more_of(line, last + 1))


def passive_agent(line: Line, verb: int, last: int, reach: int) -> Sequence[str]:
    """The words behind the "by" of a passive, which tell who does it; none where there is no such "by"."""
    if not group_at(line, verb).be or line.word(verb).endswith("ing"):
        return ()
    by = next((at for at in range(last + 1, min(last + reach, len(line))) if line.words[at] == "by"), None)
    told_when = by is not None and line.word(by + 1) in day_and_month_names()
    return () if by is None or told_when else line.words[by + 1 : by + 1 + reach]


def _governor_start(line: Line, to: int) -> int:
    """The first word of the verb that governs a passive infinitive: of "is" in "is expected to be sacked"."""
    at = to - 1
    if line.tag(at) in VERBAL or line.tag(at - 1) == "be":
        at -= 1
    while line.tag(at) in AUXILIARY or line.tag(at) in ("adverb", "negation"):
        at -= 1
    return at + 1


def cut_short(line: Line, verb: int) -> tuple[str, ...]:
    """Whom a participle without "be" and without an object is done to: "Harwick coach sacked after six defeats"."""
    if line.tag(verb) != "ed" or line.tag(verb - 1) != "word":
        return ()
    if line.tag(verb + 1) not in ("preposition", "subordinator", "stop") or line.word(verb + 1) == "over":
        return ()  # "Ms Hale handed over the keys"
    before = line.words[verb - 1]
    named = _is_name(line, verb - 1)
    return (before, "@name", _title(line, verb - 1)) if named else (before,) if before in people() else ()


def _title(line: Line, name: int) -> str:
    """The noun for whom a name stands that ends at a word: "director" in "finance director Ann Orme was sacked"."""
    at = name
    while at > name - REACH and at >= 0 and line.tag(at) == "word" and _is_name(line, at):
        at -= 1
    return line.word(at) if at < name and line.tag(at) == "word" else ""


def _counted_of(line: Line, start: int, head: str) -> tuple[str, ...]:
    """What a noun phrase only counts: "services" in "a number of services", "members" in "two of its members"."""
    if not head or (head not in phrase_words().counting and tag_alone(head) != "number"):
        return ()
    of = next((at for at in range(start, min(start + REACH, len(line))) if line.words[at] == "of"), None)
    return () if of is None or line.word(of - 1) != head else _head(line, of + 1)


def _told_more_of(line: Line, start: int) -> tuple[str, ...]:
    """The noun of a phrase that a participle behind it describes: "measure" in "a measure restricting imports"."""
    for index in range(start, min(start + REACH, len(line))):
        if line.words[index].endswith("ing") and line.tag(index - 1) == "word" and index > start:
            return (line.word(index - 1),)
        if line.tags[index] not in ("word", "determiner", "possessive", "number", "adverb"):
            break
    return ()


def _before_aside(line: Line, closing: int) -> tuple[str, ...]:
    """What a passive is done to where an aside parts them: "Ann Orme, a clerk of the court, was dismissed"."""
    if line.word(closing) != ",":
        return ()
    for at in range(closing - 1, max(closing - ASIDE, 0), -1):
        if line.words[at] == ",":
            aside, named, _ = _head(line, at + 1)
            named = "@name" if _is_name(line, at - 1) or _is_name(line, at + 1) else named
            return line.word(at - 1), aside, named
        if line.tags[at] in AUXILIARY or line.tags[at] in ("stop", "verb") or line.words[at] == '"':
            break
    return ()


def _subject_start(line: Line, start: int, verb: int) -> int:
    """The first word of the subject of a passive: behind "and" where another verb stands before it."""
    joined = start
    for index in range(start, verb):
        if line.tags[index] == "conjunction" and any(tag in AUXILIARY for tag in line.tags[start:index]):
            joined = index + 1
    return joined


def _head(line: Line, start: int) -> tuple[str, str, str]:
    """The last noun of the noun phrase that starts at a word, `@name` where it is one, and that name's title.

    All empty where no noun phrase starts.
    """
    head, named, title = line.word(start) if line.tag(start) == "pronoun" else "", "", ""
    for index in range(start, min(start + REACH, len(line))):
        if head and (_ends_phrase(line, index) or _counts_anew(line, index) or _says_more(line, index)):
            break
        if line.words[index] == "'" and head.endswith("s") and line.tag(index + 1) == "word":
            continue  # "its branch managers' cars"
        tag, before = line.tags[index], line.tag(index - 1) if index > start else "start"
        opened = before in ("determiner", "possessive", "number", "adverb")
        nounish = opened or index == start or line.tag(index + 1) == "word"
        if tag in ("word", "number") or (tag in ("ed", "ing", "verb") and nounish):
            head = line.words[index]
            named = "@name" if tag == "word" and _is_name(line, index) else ""
            title = _title(line, index) if named else ""
        elif tag not in ("determiner", "possessive", "adverb") or (head and tag in ("adverb", "determiner")):
            break
    return head, named, title


def _ends_phrase(line: Line, index: int) -> bool:
    """Whether a word tells the time of a noun before it, or belongs to the verb: "issued Thursday", "sent her out"."""
    if line.words[index] in phrase_words().particles:
        return True
    days = numbered("weekdays")
    issued = line.tags[index] == "ed" and line.word(index + 1) in days
    return issued or line.words[index] in phrase_words().directed or line.words[index] in ("due", "pending", *days)


def _says_more(line: Line, index: int) -> bool:
    """Whether a participle behind a noun opens a clause about it: "a suit charging Mr Hale", "men seeking a job"."""
    if line.tags[index] != "ing" or line.tag(index - 1) != "word":
        return False
    return line.tag(index + 1) in ("determiner", "possessive") or _is_name(line, index + 1)


def _counts_anew(line: Line, index: int) -> bool:
    """Whether a number opens the next phrase, and no day that modifies a noun: "met an April 1 deadline"."""
    modifies = line.word(index - 1) in numbered("months") and line.tag(index + 1) == "word"
    return line.tags[index] == "number" and not modifies


def _is_name(line: Line, index: int) -> bool:
    """Whether a word has a capital that does not only open the sentence."""
    raw = line.raw[index] if index < len(line) else " "
    return raw[0].isupper() and not raw.isupper() and index > 0
