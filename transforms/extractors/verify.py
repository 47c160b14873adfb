"""From an answer to mentions: only what stands in the text letter by letter is taken, and days are resolved here.

A model says which words tell an event, and what they mean. Where they stand, which days they name and who is meant by
a short name is read from the text by the same code that serves the rules.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.events.dating import Dated, Times, by_timex, undated
from transforms.events.directions import ahead, behind
from transforms.events.lexicon import Lexicon
from transforms.events.numbers import numbers
from transforms.events.roles.party import Party, as_role
from transforms.events.tagging import Line
from transforms.extractors.answer import Answer, AnswerError, ToldEvent
from transforms.ids import content_id
from transforms.names import find_names
from transforms.records import Count, Document, Mention, Name, Role, Sentence, Timex
from transforms.text import sentences as find_sentences
from transforms.text import shadow

CONFIDENCE = 0.7
"""Confidence of a mention that a model tells."""
MOST = 200
"""Events of one answer, and quotes of one event, that are looked at."""


@dataclass(frozen=True, slots=True)
class Verified:
    """Mentions whose words stand in the text, the names of the document, and why other events were refused."""

    mentions: tuple[Mention, ...]
    names: Sequence[Name]
    refused: tuple[str, ...]


def verified(document: Document, lexicon: Lexicon, timexes: Sequence[Timex], answer: Answer) -> Verified:
    """The mentions of an answer.

    Raises:
        AnswerError: it tells events, and none of them stands in the text.
    """
    reading = _Reading(document, timexes)
    kept: dict[str, Mention] = {}
    refused: list[str] = []
    for number, event in enumerate(answer.events[:MOST]):
        try:
            if event.type not in lexicon.types:
                raise AnswerError(f"type {event.type!r:.40} is not known")
            for mention in reading.mentions(event, number):
                kept.setdefault(mention.mention_id, mention)
        except AnswerError as error:
            refused.append(f"event {number}: {error}")
    if refused and not kept:
        raise AnswerError(refused[0])
    return Verified(tuple(sorted(kept.values(), key=_order)), reading.names, tuple(refused))


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.event_type


class _Reading:
    """One document as answers about it are checked."""

    def __init__(self, document: Document, timexes: Sequence[Timex]) -> None:
        self.document = document
        self.plain = shadow(document.text)
        self.sentences = [one for one in find_sentences(document.text) if one.kind != "boilerplate"]
        self.names = find_names(document.text, self.sentences)
        self.times = Times(timexes, document.published)
        self._starts = [sentence.start for sentence in self.sentences]

    def mentions(self, event: ToldEvent, number: int) -> Iterator[Mention]:
        """One mention for each sentence of an event's evidence; the first tells who took part and how many."""
        found = [(quote, self._sentence(quote)) for quote in event.evidence[:MOST]]
        if not found:
            raise AnswerError("no evidence")
        lost = next((quote for quote, sentence in found if sentence is None), None)
        if lost is not None:
            raise AnswerError(f"evidence does not stand in the text: {lost!r:.80}")
        if not event.trigger.strip() or event.trigger not in event.evidence[0]:
            raise AnswerError(f"trigger does not stand in its evidence: {event.trigger!r:.80}")
        told = {sentence.start: (quote, sentence) for quote, sentence in reversed(found) if sentence is not None}
        lines = [Line(self.plain, s.start, s.end, at) for at, (_, s) in enumerate(told.values())]
        dated = self._dated(event, lines)
        for first, (quote, sentence) in zip([*[False] * (len(told) - 1), True], told.values(), strict=True):
            yield self._mention(event, number, quote, sentence, dated, lines if first else [])

    def _sentence(self, quote: str) -> Sentence | None:
        """The sentence that a quote begins in, of those that may tell an event."""
        start = self.document.text.find(quote) if len(quote.split()) > 1 else -1
        at = bisect_right(self._starts, start) - 1
        return self.sentences[at] if at >= 0 and start < self.sentences[at].end else None

    def _mention(
        self, event: ToldEvent, number: int, quote: str, sentence: Sentence, dated: Dated, lines: Sequence[Line]
    ) -> Mention:
        text, at = self.document.text, self.document.text.find(quote)
        inside = quote.find(event.trigger)
        start = at + max(inside, 0)
        end = start + len(event.trigger) if inside >= 0 else at + len(quote)
        timex = None if dated.timex_no is None else self.times.all[dated.timex_no]
        return Mention(
            mention_id=content_id("mention", self.document.document_id, start, end, event.type),
            document_id=self.document.document_id,
            happening=number,
            event_type=event.type,
            trigger=text[start:end],
            start=start,
            end=end,
            sentence_start=sentence.start,
            sentence_end=max(sentence.end, at + len(quote)),
            modality=event.modality,
            outcome=event.outcome,
            earliest=dated.earliest,
            latest=dated.latest,
            grain=dated.grain,
            date_basis=timex.text if timex else None,
            timex_no=dated.timex_no,
            offset_earliest=dated.apart.low if dated.apart else None,
            offset_latest=dated.apart.high if dated.apart else None,
            date_rule=dated.rule,
            attributed_to=None,
            headline=sentence.kind == "headline",
            confidence=CONFIDENCE,
            roles=tuple(self._roles(event, sentence.start)) if lines else (),
            counts=tuple(self._counts(event, lines)),
        )

    def _dated(self, event: ToldEvent, lines: Sequence[Line]) -> Dated:
        """The days of the time expression that the answer points at; those of the modality where it names none."""
        when = (event.when or "").strip()
        for line in lines if when else ():
            at = self.document.text.find(when, line.starts[0], line.ends[-1])
            for number in self.times.within(line.starts[0], line.ends[-1]):
                timex = self.times.all[number]
                if at >= 0 and timex.start < at + len(when) and timex.end > at:
                    return self._by_timex(event, number, line)
        return undated(event.modality, self.document.published)

    def _by_timex(self, event: ToldEvent, number: int, line: Line) -> Dated:
        """A bare weekday is read in the direction of the modality."""
        dated, published = by_timex(number, event.modality, self.times, line), self.document.published
        if published is None:
            return dated
        earliest, latest = dated.earliest, dated.latest
        if event.modality == "planned" and latest is not None and latest < published:
            earliest, latest = ahead(number, self.times)
        elif event.modality == "asserted" and earliest is not None and earliest > published:
            earliest, latest = behind(number, self.times)
        return replace(dated, earliest=earliest, latest=latest)

    def _roles(self, event: ToldEvent, near: int) -> Iterator[Role]:
        """Participants whose names stand in the text: as its own names know them, in full, else as they stand."""
        kept: set[tuple[str, str]] = set()
        for told in event.participants[:MOST]:
            party = self._party(" ".join(told.name.split()), near)
            if party is not None and (told.role, party.name) not in kept:
                kept.add((told.role, party.name))
                yield as_role(told.role, party)

    def _party(self, name: str, near: int) -> Party | None:
        words = re.compile(r"(?<!\w)" + r"[ \n]+".join(map(re.escape, name.split())) + r"(?!\w)") if name else None
        match = words and (words.search(self.document.text, near) or words.search(self.document.text))
        if not match:
            return None
        start, end = match.span()
        for known in self.names[max(bisect_right(self.names, start, key=lambda n: n.start) - 1, 0) :]:
            if known.start >= end:
                break
            if known.end > start and known.text in (name, match.group()):
                return Party(start, end, known.name, known.kind)
        return Party(start, end, name, "group" if name.islower() else "organisation")

    def _counts(self, event: ToldEvent, lines: Sequence[Line]) -> Iterator[Count]:
        """Numbers that stand in the evidence's sentences, in digits or words."""
        for told in event.counts[:MOST]:
            for line in lines:
                number = next((found for found in numbers(line) if found.n == told.n), None)
                if number is not None:
                    start, end = line.starts[number.first], line.ends[number.last]
                    yield Count(start=start, end=end, n=told.n, counted=told.of)
                    break
