"""A mention in the making: a trigger with all that its own sentence says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from transforms.events.at_once import at_once
from transforms.events.beside import beside
from transforms.events.bygone import looks_back
from transforms.events.clauses import phrase_start
from transforms.events.counts import counts_in
from transforms.events.dating import Dated, Times, undated
from transforms.events.days import by_expression
from transforms.events.lexicon import EventType
from transforms.events.modality import Sort, stance_of
from transforms.events.morphology import singular
from transforms.events.outcome import not_carried, outcome_of, settled_attempt, status_words
from transforms.events.phrases import phrase_words
from transforms.events.put_off import put_off
from transforms.events.stances import Stance
from transforms.events.triggers import Hit
from transforms.records import Modality, Outcome, Role, RoleName

Definite = Literal["definite", "owned", "indefinite", "bare", "verb"]

_SORTS: dict[str, Sort] = {"publication": "document", "proceeding": "case", "assembly": "gathering"}
_TYPE_SORTS: dict[str, Sort] = {
    "motion": "document",
    "amendment": "document",
    "bill": "document",
    "election": "gathering",
}


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One trigger read in its sentence. `modifiers` are the words of its noun phrase that tell it from others.

    `sure`: the outcome is told by words of status, not only by how somebody voted. `tally`: the votes for and against
    that its sentence tells. `matter`: words of what stands behind the trigger: what it is about, or done to. `turn`:
    which of the things that one trigger tells, each with a time of its own.
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
    matter: frozenset[str]
    turn: int = 0

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
    attempt = None
    if event.family == "decision" and stance != "asserted":
        attempt = settled_attempt(hit) or (None if stance == "planned" else not_carried(hit))
    if attempt in ("passed", "rejected"):
        stance = "asserted"
    if stance == "asserted" and trigger.assume is not None:
        stance = trigger.assume
    if stance == "planned" and at_once(hit):
        stance = "asserted"
    placed = put_off(hit, times) or beside(hit, stance, chosen, times)
    if placed is not None:
        over = times.published is None or placed.earliest is None or placed.earliest <= times.published
        stance, dated = "asserted" if over else "planned", placed
    elif chosen is None:
        if event.undated == "planned" and hit.part == "noun" and stance == "asserted" and not looks_back(hit):
            stance = "planned"
        dated = undated(stance, times.published)
    else:
        stance, dated = by_expression(hit, stance, chosen, times)
    outcome, sure = (attempt, True) if attempt else outcome_of(hit, plain(stance), alone=_one_voice(roles))
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
        matter=_matter(hit),
    )


def _one_voice(roles: Sequence[Role]) -> bool:
    """Whether a single person or party takes a side, and nobody who decides takes part."""
    voters = [role for role in roles if role.role in ("supporter", "opponent")]
    deciding = any(role.role == "body" for role in roles)
    return len(voters) == 1 and voters[0].kind in ("person", "organisation") and not deciding


def _tally(hit: Hit) -> frozenset[int]:
    if hit.entry.event.family != "decision" or "number" not in hit.line.tags:
        return frozenset()
    found = counts_in(hit.line, hit.type, "passed")
    return frozenset(count.n for count in found if count.counted in ("for", "against"))


ABOUT = 12
"""Words behind a trigger in which what it is about stands."""
_ENDS_MATTER = frozenset({"stop", "quote", "relative", "modal", "be", "have", "do"})
_TELLING = frozenset({"word", "verb", "ed", "ing"})


def _matter(hit: Hit) -> frozenset[str]:
    """The telling words of what a thing is about or done to: "copper", "quotas" of "a strike over copper quotas"."""
    line, after = hit.line, range(hit.last + 1, min(hit.last + 1 + ABOUT, len(hit.line)))
    about = takewhile(lambda at: line.tags[at] not in _ENDS_MATTER, after)
    return frozenset(line.words[at] for at in about if line.tags[at] in _TELLING and len(line.words[at]) > 2)


def _settling(event: EventType) -> frozenset[str]:
    """Verbs that tell what became of a decision or a case, and so do not deny it."""
    if event.family not in ("decision", "proceeding", "publication"):
        return frozenset()
    return frozenset(word.split(" ")[0] for word, outcome in status_words(event).items() if outcome != "pending")


def _phrase(hit: Hit) -> tuple[str, frozenset[str], Definite, frozenset[str]]:
    """Head noun, telling modifiers, definiteness and freshness of the trigger's noun phrase."""
    line, known = hit.line, phrase_words()
    if hit.part == "verb":
        return line.lemma(hit.first), frozenset(), "verb", frozenset()
    start = phrase_start(line, hit.first)
    inside = line.words[start : hit.first]
    tags = line.tags[start : hit.first]
    definite: Definite = "bare"
    opened = line.words[start : hit.last + 1] if hit.form == "fixed" else inside  # "at the synod"
    if "possessive" in tags or not known.owned.isdisjoint(opened):
        definite = "owned"
    elif not known.definite.isdisjoint(opened) or _says_where(hit, start):
        definite = "definite"
    elif "determiner" in tags or "number" in tags:
        definite = "indefinite"
    noun = next((at - 1 for at in range(hit.first + 1, hit.last) if line.words[at] == "of"), hit.last)
    head = line.words[noun]
    head = hit.entry.trigger.head or (singular(head) if hit.form == "plural" else head)
    own = line.words[hit.first : noun] + line.words[noun + 1 : hit.last + 1]
    own_tags = line.tags[hit.first : noun] + line.tags[noun + 1 : hit.last + 1]
    modifiers = {
        word for word, tag in zip([*inside, *own], [*tags, *own_tags], strict=True)
        if tag in ("word", "number", "ing", "ed") and word not in known.plain and word not in known.fresh
    }  # fmt: skip
    return head, frozenset(modifiers), definite, known.fresh.intersection(inside)


def _says_where(hit: Hit, start: int) -> bool:
    """Whether a sentence opens with the paper that what it tells stands in: "In a ruling on Monday, the court said"."""
    written = hit.entry.event.family in ("proceeding", "publication")
    return written and start == 1 and hit.line.words[0] == "in"


def _proper(hit: Hit) -> frozenset[str]:
    """Names in the noun phrase before a trigger: "the Hutton inquiry", "Lord Hutton's inquiry"."""
    line = hit.line
    start = max(phrase_start(line, hit.first), 1)
    named = (at for at in range(start, hit.first) if line.raw[at][0].isupper() and line.tags[at] == "word")
    return frozenset(line.words[at] for at in named)
