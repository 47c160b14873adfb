"""Days of a gathering at which somebody speaks whose words or deed the sentence beside dates.

"Ms Orme said on Monday the pier would shut. Orme told a news conference it was unsafe."
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from transforms.events.clauses import phrase_start
from transforms.events.dating import Times, by_timex
from transforms.events.drafts import Draft
from transforms.events.happenings import Happening
from transforms.events.stances import words
from transforms.events.tagging import AUXILIARY, VERBAL, Line
from transforms.records import Sentence, Timex
from transforms.text import shadow

_PRONOUNS = frozenset({"he", "she", "they"})
NEAR = 3
"""Words from the verb of saying of somebody to their name, or from "also" to its time."""
OBJECT = 6
"""Words from a time back to the verb of the deed that it ends: "warned the council yesterday"."""


def date_by_speaker(
    happening: Happening, sentences: Sequence[Sentence], times: Times, others: Set[int | None], text: str
) -> None:
    """Date an undated gathering where somebody speaks by the one day of what they did or said beside it."""
    index = happening.undated()
    first = None if index is None else happening.drafts[index]
    if index is None or first is None or first.stance != "asserted":
        return
    speaker = _speaker(first)
    if speaker is None:
        return
    for number in _days_beside(first.sentence, speaker, sentences, times, text):
        dated = by_timex(number, first.stance, times, first.hit.line)
        over = dated.latest is not None and times.published is not None and dated.latest <= times.published
        apart = dated.apart is not None and dated.apart.high is not None and dated.apart.high <= 0
        if number not in others and (over or apart):
            happening.drafts[index] = replace(first, dated=replace(dated, rule="sentence beside"))
            return


def _speaker(draft: Draft) -> str | None:
    """Who speaks at a gathering, as the name or the pronoun there: "Orme told a rally", "At a rally Orme said"."""
    hit = draft.hit
    line = hit.line
    if hit.part == "verb":  # "He told a parliamentary committee"
        return _subject(line, hit.first) if _speaks(line, hit.first) else None
    start = phrase_start(line, hit.first)
    if line.lemma(start - 1) == "tell":
        return _subject(line, start - 1)
    if line.word(start - 1) not in ("at", "to", "during"):
        return None
    before = next((at for at in range(start - 2, -1, -1) if _speaks(line, at) or line.tags[at] in VERBAL), None)
    if before is not None and not (before == 0 and line.word(0) == "speaking"):
        return _subject(line, before) if _speaks(line, before) else None
    behind = next((at for at in range(hit.last + 1, len(line)) if line.tags[at] in VERBAL and _speaks(line, at)), None)
    return None if behind is None else _subject(line, behind)


def _speaks(line: Line, at: int) -> bool:
    return line.lemma(at) == "speak" or line.lemma(at) in words().reporting


def _subject(line: Line, verb: int) -> str | None:
    """The pronoun that opens a sentence, or the last word of the name, that stands at a verb of saying."""
    at = verb - 1
    while at > 0 and (line.tags[at] in AUXILIARY or line.tags[at] == "adverb"):
        at -= 1
    if at == 0 and line.words[at] in _PRONOUNS:
        return line.words[at]
    if at >= 0 and line.tags[at] == "word" and line.raw[at][0].isupper():
        return line.raw[at]
    at = verb + 1
    while line.tag(at + 1) == "word" and line.raw[at + 1][0].isupper():
        at += 1
    return line.raw[at] if line.tag(at) == "word" and line.raw[at][0].isupper() else None


def _days_beside(sentence: int, speaker: str, sentences: Sequence[Sentence], times: Times, text: str) -> Iterator[int]:
    """The day of the sentence before where it is of the speaker, and that of the one behind where they go on in it."""
    for beside in (sentence - 1, sentence + 1):
        if not 0 <= beside < len(sentences):
            continue
        start, end = sentences[beside].start, sentences[beside].end
        told = [number for number in times.within(start, end) if times.all[number].grain in ("day", "part")]
        if not told or (speaker not in _PRONOUNS and speaker not in text[start:end]):
            continue
        line = Line(shadow(text[start:end]), 0, end - start)
        if speaker in _PRONOUNS and beside < sentence:
            own = told if len(told) == 1 else []
        else:  # the first one: "said on Monday the pier had shut on 2 May"
            own = [
                number for number in told if _is_of(line, times.all[number], start, speaker, after=beside > sentence)
            ]
        yield from own[:1]


def _is_of(line: Line, timex: Timex, start: int, speaker: str, *, after: bool) -> bool:
    """Whether a time is that of what a speaker is told to do, or to say besides, in a sentence that starts there."""
    first, last = line.at(timex.start - start), line.at(timex.end - 1 - start)
    return (not after or _goes_on(line, first)) and speaker in _doers(line, first, last)


def _goes_on(line: Line, first: int) -> bool:
    """Whether somebody is told to say more on the same day: "Orme also said on Monday"."""
    return "also" in line.words[max(first - NEAR - 1, 0) : first]


def _doers(line: Line, first: int, last: int) -> Iterator[str]:
    """The words that stand as the name of who does what a time beside it dates: "Orme said on Monday"."""
    before = first - 1 - (line.tag(first - 1) == "preposition")
    verbs = [at for at in range(before, max(before - OBJECT, -1), -1) if line.tags[at] in VERBAL][:1]
    verbs += [at for at in (last + 1,) if line.tag(at) in VERBAL]
    for verb in verbs:
        if line.tags[verb] != "ed":
            continue
        at = verb - 1 if verb < first else before
        at -= line.tag(at) == "adverb"
        if at >= 0:
            yield line.raw[at] if line.tags[at] == "word" else line.words[at]
        if line.tag(verb + 1) == "word" and _speaks(line, verb):
            yield from (raw for raw in line.raw[verb + 1 : verb + 1 + NEAR] if raw[0].isupper())
