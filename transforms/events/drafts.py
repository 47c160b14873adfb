"""A mention in the making: a trigger with all that its own sentence says of it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

import seeds
from transforms.events.beside import beside
from transforms.events.clauses import Line, group_at, phrase_start
from transforms.events.counts import counts_in
from transforms.events.dating import Dated, Times, ahead, behind, by_timex, sided, told_as_past, undated
from transforms.events.lexicon import EventType
from transforms.events.modality import Sort, stance_of
from transforms.events.outcome import outcome_of, settled_attempt, status_words
from transforms.events.stances import Stance
from transforms.events.triggers import Hit
from transforms.records import Modality, Outcome, Role, RoleName, Timex

Definite = Literal["definite", "owned", "indefinite", "bare", "verb"]

_SORTS: dict[str, Sort] = {"publication": "document", "proceeding": "document", "assembly": "gathering"}
_TYPE_SORTS: dict[str, Sort] = {
    "motion": "document",
    "amendment": "document",
    "bill": "document",
    "election": "gathering",
}


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The words of `seeds/words/phrases.toml`."""

    definite: frozenset[str]
    owned: frozenset[str]
    fresh: frozenset[str]
    plain: frozenset[str]
    over_prepositions: frozenset[str]
    over_words: frozenset[str]
    over_verbs: frozenset[str]
    results: frozenset[str]


@cache
def phrase_words() -> PhraseWords:
    """Words of and around a noun phrase that say which thing it speaks of."""
    raw = seeds.toml("words/phrases.toml")
    over = raw["over"]
    return PhraseWords(
        definite=frozenset(raw["definite"]),
        owned=frozenset(raw["owned"]),
        fresh=frozenset(raw["fresh"]),
        plain=frozenset(raw["plain"]),
        over_prepositions=frozenset(over["prepositions"]),
        over_words=frozenset(over["words"]),
        over_verbs=frozenset(over["verbs"]),
        results=frozenset(over["results"]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One trigger read in its sentence. `modifiers` are the words of its noun phrase that tell it from others.

    `sure`: the outcome is told by words of status, not only by how somebody voted. `tally`: the votes for and against
    that its sentence tells.
    """

    hit: Hit
    stance: Stance
    outcome: Outcome | None
    sure: bool
    dated: Dated
    roles: tuple[Role, ...]
    definite: Definite
    head: str
    modifiers: frozenset[str]
    fresh: frozenset[str]
    proper: frozenset[str]
    headline: bool
    tally: frozenset[int]

    @property
    def type(self) -> str:
        """The event type."""
        return self.hit.type

    @property
    def sentence(self) -> int:
        """Number of the sentence in the document."""
        return self.hit.line.number

    @property
    def weak(self) -> bool:
        """Whether the trigger only points back."""
        return self.hit.entry.trigger.weak

    def names(self, role: RoleName) -> frozenset[str]:
        """Who takes a role."""
        return frozenset(found.name for found in self.roles if found.role == role)


def plain(stance: Stance) -> Modality:
    """The modality that a stance is recorded as."""
    return "negated" if stance == "averted" else stance


def read_draft(
    hit: Hit, chosen: tuple[int, int] | None, times: Times, roles: tuple[Role, ...], *, headline: bool
) -> Draft:
    """Everything that a trigger's own sentence says of its event; `chosen` is the cost and number of its expression."""
    event = hit.entry.event
    sort = _TYPE_SORTS.get(event.type) or _SORTS.get(event.family, "act")
    trigger = hit.entry.trigger
    stance = trigger.modality or stance_of(
        hit.line, hit.first, hit.last, hit.part, hit.form, sort, _settling(event), event.governors
    )
    attempt = settled_attempt(hit) if event.family == "decision" and stance not in ("asserted", "planned") else None
    if attempt in ("passed", "rejected"):
        stance = "asserted"
    if stance == "asserted" and trigger.assume is not None:
        stance = trigger.assume
    placed = beside(hit, stance, chosen, times)
    if placed is not None:
        over = times.published is None or placed.earliest is None or placed.earliest <= times.published
        stance, dated = "asserted" if over else "planned", placed
    elif chosen is None:
        if event.undated == "planned" and hit.part == "noun" and stance == "asserted" and not _looks_back(hit):
            stance = "planned"
        dated = undated(stance, times.published)
    else:
        stance, dated = _dated(hit, stance, chosen, times)
    outcome, sure = (attempt, True) if attempt else outcome_of(hit, plain(stance))
    head, modifiers, definite, fresh = _phrase(hit)
    proper = _proper(hit) if hit.part == "noun" and not headline else frozenset()
    return Draft(
        hit=hit,
        stance=stance,
        outcome=outcome,
        sure=sure,
        dated=dated,
        roles=roles,
        definite=definite,
        head=head,
        modifiers=modifiers,
        fresh=fresh,
        proper=proper,
        headline=headline,
        tally=_tally(hit),
    )


def _tally(hit: Hit) -> frozenset[int]:
    if hit.entry.event.family != "decision" or "number" not in hit.line.tags:
        return frozenset()
    found = counts_in(hit.line, hit.type, "passed")
    return frozenset(count.n for count in found if count.counted in ("for", "against"))


def _settling(event: EventType) -> frozenset[str]:
    """Verbs that tell what became of a decision or a case, and so do not deny it."""
    if event.family not in ("decision", "proceeding", "publication"):
        return frozenset()
    return frozenset(word.split(" ")[0] for word, outcome in status_words(event).items() if outcome != "pending")


def _finite_past(hit: Hit) -> bool:
    """Whether a trigger is a verb in the past or perfect: "has chosen her to stand on 18 April" has happened."""
    if hit.part != "verb" or hit.form not in ("past", "participle"):
        return False
    group = group_at(hit.line, hit.first)
    return group.modal is None and not group.infinitive and (not group.be or group.have)


CLOSE = 6
"""Cost up to which a time expression is surely the trigger's own."""


def _dated(hit: Hit, stance: Stance, chosen: tuple[int, int], times: Times) -> tuple[Stance, Dated]:
    """Days by an expression, and what they make of the stance.

    Days that are over make a plan a fact where they are surely its own, and else say nothing of what is still ahead;
    days still to come make a fact a plan. A bare weekday is read in the direction of the tense.
    """
    cost, number = chosen
    start = phrase_start(hit.line, hit.first) if hit.part == "noun" else None
    dated = by_timex(number, stance, times, hit.line, cost, start)
    published = times.published
    if published is None:
        return _counted(hit, stance, dated)
    lies_ahead = hit.entry.event.undated == "planned" and start is not None and not _looks_back(hit)
    if stance == "asserted" and lies_ahead and _runs_on(times.all[number], published):
        return "planned", by_timex(number, "planned", times, hit.line, cost, start)
    over = dated.latest is not None and dated.latest < published
    told = times.all[number].latest
    if start is not None and stance == "planned" and hit.line.word(start - 1) == "before" and told and told < published:
        return "asserted", dated
    if stance == "planned" and over:
        earliest, latest = ahead(number, times)
        if cost > CLOSE:
            return stance, undated(stance, published)
        if latest is not None and latest >= published:
            return stance, replace(dated, earliest=earliest, latest=latest)
        return "asserted", by_timex(number, "asserted", times, hit.line, cost, start)
    if stance == "averted" and over and cost <= CLOSE:
        return "negated", dated
    if stance in ("possible", "averted") and (over or (dated.latest == published and cost > 0)):
        return stance, undated(stance, published)
    if stance == "asserted" and dated.earliest is not None and dated.earliest > published:
        earliest, latest = behind(number, times)
        if told_as_past(hit) and latest is not None and latest <= published:
            return stance, replace(dated, earliest=earliest, latest=latest)
        if _finite_past(hit):
            return stance, undated(stance, published)
        return "planned", by_timex(number, "planned", times, hit.line, cost, start)
    return stance, dated


def _counted(hit: Hit, stance: Stance, dated: Dated) -> tuple[Stance, Dated]:
    """What `_dated` gives in an article without a day: days that may be over or ahead do not tell which of both."""
    if dated.timex_no is None:
        return stance, dated
    past, apart = told_as_past(hit), dated.apart
    if apart is None:
        known = stance == "planned" or (stance == "asserted" and past)
        return stance, replace(dated, apart=sided(stance) if known else None)
    over = apart.high is not None and apart.high < 0
    if stance == "planned" and over:
        return ("asserted", dated) if dated.cost <= CLOSE else (stance, undated(stance, None))
    if stance in ("possible", "averted") and over:
        return stance, undated(stance, None)
    if past and stance == "asserted":
        apart = apart.towards(ahead=False)
    if stance == "asserted" and apart.low is not None and apart.low > 0:
        return ("asserted", undated(stance, None)) if _finite_past(hit) else ("planned", dated)
    if stance == "planned":
        return stance, replace(dated, apart=apart.towards(ahead=True).from_published())
    if stance == "asserted" and past:
        return stance, replace(dated, apart=apart.until_published())
    return stance, dated


def _runs_on(timex: Timex, published: date) -> bool:
    """Whether an expression names the month or year of publication, most of which may lie ahead: "this year's"."""
    if timex.earliest is None or timex.latest is None or timex.grain not in ("month", "year"):
        return False
    return timex.earliest <= published < timex.latest


def _looks_back(hit: Hit) -> bool:
    """Whether the phrase or its governor says that the thing is over: "since the election", "won the by-election"."""
    line, known = hit.line, phrase_words()
    start = phrase_start(line, hit.first)
    if (
        any(word in known.over_words for word in line.words[start : hit.first])
        or line.word(start - 1) in known.over_prepositions
    ):
        return True
    governor = start - 1 if line.tag(start - 1) in ("ed", "verb") else start - 2
    if line.tag(governor) == "ed" and line.lemma(governor) in known.over_verbs:
        return True
    return bool(
        known.results.intersection(line.words[max(start - 6, 0) : start])
        or known.results.intersection(line.words[hit.last + 1 : hit.last + 3])
    )


def _phrase(hit: Hit) -> tuple[str, frozenset[str], Definite, frozenset[str]]:
    """Head noun, telling modifiers, definiteness and freshness of the trigger's noun phrase."""
    line, known = hit.line, phrase_words()
    if hit.part == "verb":
        return line.lemma(hit.first), frozenset(), "verb", frozenset()
    start = phrase_start(line, hit.first)
    inside = line.words[start : hit.first]
    tags = line.tags[start : hit.first]
    definite: Definite = "bare"
    if "possessive" in tags or not known.owned.isdisjoint(inside):
        definite = "owned"
    elif not known.definite.isdisjoint(inside):
        definite = "definite"
    elif "determiner" in tags or "number" in tags:
        definite = "indefinite"
    noun = next((at - 1 for at in range(hit.first + 1, hit.last) if line.words[at] == "of"), hit.last)
    head = line.words[noun]
    head = hit.entry.trigger.head or (head[:-1] if hit.form == "plural" and head.endswith("s") else head)
    own = line.words[hit.first : noun] + line.words[noun + 1 : hit.last + 1]
    own_tags = line.tags[hit.first : noun] + line.tags[noun + 1 : hit.last + 1]
    modifiers = {
        word for word, tag in zip([*inside, *own], [*tags, *own_tags], strict=True)
        if tag in ("word", "number", "ing", "ed") and word not in known.plain and word not in known.fresh
    }  # fmt: skip
    return head, frozenset(modifiers), definite, known.fresh.intersection(inside)


def with_days(draft: Draft, dated: Dated) -> Draft:
    """The draft with other days."""
    return replace(draft, dated=dated)


def _proper(hit: Hit) -> frozenset[str]:
    """Names in the noun phrase before a trigger: "the Hutton inquiry", "Lord Hutton's inquiry"."""
    line = hit.line
    start = max(phrase_start(line, hit.first), 1)
    named = (at for at in range(start, hit.first) if line.raw[at][0].isupper() and line.tags[at] == "word")
    return frozenset(line.words[at] for at in named)


def line_span(line: Line) -> tuple[int, int]:
    """Start and end of a sentence in the text."""
    return line.starts[0], line.ends[-1]
