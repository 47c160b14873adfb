"""A happening as its document alone tells it: what its mentions, taken together, say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.events.dating import GOING_ON
from transforms.records import Count, Mention, Modality, Outcome, Role

CALLED = frozenset({"motion", "amendment", "meeting"})
"""Types that can be spoken of by name before they take place: "the motion", "the talks"."""
TOLD = 3
"""Sentences that tell a happening, however little each of them says."""
BY_DEFAULT = 0.6
"""Weight of a mention that only speaks of such a thing, against one that says it is planned, possible or denied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One event of one document. `evidence` are the sentences that tell it, `days` inclusive."""

    happening: int
    event_type: str
    modality: Modality
    outcome: Outcome | None
    earliest: date | None
    latest: date | None
    evidence: tuple[tuple[int, int], ...]
    roles: tuple[Role, ...]
    counts: tuple[Count, ...]
    mention_ids: tuple[str, ...]


def summarise(mentions: Iterable[Mention], published: date | None) -> list[Summary]:
    """Summaries of one document's happenings, in order of their first mention."""
    told: dict[int, list[Mention]] = {}
    for mention in mentions:
        told.setdefault(mention.happening, []).append(mention)
    return [_summary(number, found, published) for number, found in told.items()]


def _summary(number: int, found: Sequence[Mention], published: date | None) -> Summary:
    modality = _modality(found, published)
    earliest, latest = _days(found, modality, published)
    return Summary(
        happening=number,
        event_type=found[0].event_type,
        modality=modality,
        outcome=_outcome(found),
        earliest=earliest,
        latest=latest,
        evidence=_evidence(found),
        roles=tuple({(role.role, role.name): role for mention in found for role in mention.roles}.values()),
        counts=tuple({(count.n, count.counted): count for mention in found for count in mention.counts}.values()),
        mention_ids=tuple(mention.mention_id for mention in found),
    )


def _evidence(found: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """The sentences that tell it; a headline, which only repeats them, where there is nothing else.

    Once it is told, a sentence that adds nothing to it only speaks of it.
    """
    told = [mention for mention in found if not mention.headline] or found
    telling = (*told[:TOLD], *(mention for mention in told[TOLD:] if _adds(mention)))
    return tuple((mention.sentence_start, mention.sentence_end) for mention in telling)


def _adds(mention: Mention) -> bool:
    """Whether a mention says who takes part, when, how many, or how it ended."""
    dated = mention.timex_no is not None
    return dated or bool(mention.roles or mention.counts) or mention.outcome is not None


def _modality(found: Sequence[Mention], published: date | None) -> Modality:
    """What most mentions say, the first counting twice; a decision that has been taken has happened.

    What has a day yet to come and none that is over is planned, however often it is only spoken of.
    """
    said = [mention.modality for mention in found if not mention.headline] or [found[0].modality]
    if any(mention.modality == "asserted" and mention.outcome in ("passed", "rejected") for mention in found):
        return "asserted"
    dated = [mention for mention in found if mention.timex_no is not None]
    if any(mention.modality == "planned" for mention in dated) and all(_ahead(mention, published) for mention in dated):
        return "planned"
    votes: dict[Modality, float] = {}
    for index, modality in enumerate(said):
        weight = BY_DEFAULT if modality == "asserted" and found[0].event_type in CALLED else 1.0
        votes[modality] = votes.get(modality, 0.0) + weight * (1 if index else 2)
    return max(said, key=lambda modality: (votes[modality], -said.index(modality)))


def _outcome(found: Sequence[Mention]) -> Outcome | None:
    """A final outcome before a pending one; of several final ones the first told."""
    told = [mention.outcome for mention in found if mention.outcome is not None]
    final = [outcome for outcome in told if outcome != "pending"]
    return final[0] if final else (told[0] if told else None)


def _days(found: Sequence[Mention], modality: Modality, published: date | None) -> tuple[date | None, date | None]:
    """The tightest days that dated mentions support; with none dated, those of the modality."""
    dated = [mention for mention in found if mention.timex_no is not None and mention.modality == modality]
    if not dated and modality == "asserted":
        dated = [mention for mention in found if mention.timex_no is not None and not _ahead(mention, published)]
    if dated:
        best = min(dated, key=_width)
        best = next((one for one in dated if one.date_rule == GOING_ON and _holds(one, best)), best)
        return best.earliest, best.latest
    fitting = next((mention for mention in found if mention.modality == modality), found[0])
    return fitting.earliest, fitting.latest


def _holds(longer: Mention, shorter: Mention) -> bool:
    """Whether the days of a mention hold those of another."""
    if longer.earliest is None or shorter.earliest is None or longer.latest is None or shorter.latest is None:
        return longer.earliest == shorter.earliest
    return longer.earliest <= shorter.earliest and shorter.latest <= longer.latest


def _ahead(mention: Mention, published: date | None) -> bool:
    """Whether the days of a mention are yet to come: those on which a ruling will be discussed are not its own."""
    if published is None:
        return mention.offset_earliest is not None and mention.offset_earliest > 0
    return mention.earliest is not None and mention.earliest > published


def _width(mention: Mention) -> int:
    if mention.earliest is None or mention.latest is None:
        return 1_000_000
    return (mention.latest - mention.earliest).days
