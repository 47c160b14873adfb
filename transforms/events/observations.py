"""What two mentions have in common and what tells them apart, as weighed in `seeds/coreference.toml`."""

from collections.abc import Iterable, Iterator
from functools import cache

import seeds
from transforms.events.drafts import Draft
from transforms.events.phrases import phrase_words
from transforms.records import RoleName


@cache
def weights() -> dict[str, float]:
    """Log-odds by observation: `seeds/coreference.toml`."""
    table: dict[str, float] = seeds.toml("coreference.toml")["weights"]
    return table


@cache
def _kinds() -> dict[tuple[str, str], str]:
    """Words by type that name things of a kind, other than the other kinds of the type."""
    table: dict[str, dict[str, list[str]]] = seeds.toml("coreference.toml")["kinds"]
    return {(event, word): kind for event, kinds in table.items() for kind, words in kinds.items() for word in words}


def kind_of(draft: Draft) -> str | None:
    """What kind of thing of its type a trigger names, if its word says so: a strike, and not a march."""
    line, hit = draft.hit.line, draft.hit
    named = " ".join(line.words[hit.first : hit.last + 1])
    return _kinds().get((draft.type, named)) or _kinds().get((draft.type, draft.head))


@cache
def _acts() -> dict[str, str]:
    table: dict[str, str] = seeds.toml("coreference.toml")["acts"]
    return table


def act_of(draft: Draft) -> str:
    """The head of a trigger, as the verb where it names what one does: "suspend" for "the suspension"."""
    acts = _acts()
    return acts.get(f"{draft.head}@{draft.type}") or acts.get(draft.head, draft.head)


def observations(earlier: Draft, later: Draft) -> Iterator[str]:
    """Names of the weights that apply to two mentions."""
    yield "base"
    if earlier.type != later.type:
        yield "other_type"
    if earlier.headline:
        yield "headline"
    if later.weak:
        yield "later_weak"
    if _added(later):
        yield "later_added"
    if later.sentence != earlier.sentence and later.matter & earlier.matter:
        yield "matter_shared"
    yield from _of_phrase(earlier, later)
    yield from _of_days(earlier, later)
    yield from _of_stance(earlier, later)
    yield from _of_roles(earlier, later)
    gap = later.sentence - earlier.sentence
    if gap < 2:
        yield "next_sentence" if gap else "same_sentence"
    elif gap > 10:
        yield "far"


def _added(draft: Draft) -> bool:
    """Whether a word sets a thing beside what was told before: "peers also voted", "Meanwhile, a rally was held"."""
    words, hit, known = draft.hit.line.words, draft.hit, phrase_words()
    near = words[max(hit.first - 6, 0) : hit.last + 4]
    return words[0] in known.added_first or not known.added.isdisjoint(near)


def _of_phrase(earlier: Draft, later: Draft) -> Iterator[str]:
    yield f"later_{later.definite}"
    if act_of(earlier) == act_of(later):
        yield "same_head"
    if later.fresh & earlier.fresh:
        yield "fresh_shared"
    elif later.fresh and earlier.fresh:
        yield "fresh_differs"
    elif later.fresh:
        yield "later_fresh"
    elif earlier.fresh:
        yield "earlier_fresh"
    kinds = {kind_of(earlier), kind_of(later)} - {None}
    if len(kinds) > 1 and not later.weak:
        yield "kind_differs"
    if earlier.definite == later.definite == "verb" and earlier.head != later.head and not earlier.headline:
        yield "verbs_differ"
    if earlier.stance == later.stance == "possible":
        yield "both_possible"
    if earlier.headline != later.headline and later.sentence - earlier.sentence < 3:
        yield "after_headline"
    if (earlier.hit.form == "plural") != (later.hit.form == "plural") and "verb" not in (
        earlier.definite,
        later.definite,
    ):
        yield "number_differs"
    if later.proper and not later.proper & earlier.proper:
        yield "proper_differs" if earlier.proper else "proper_new"
    if earlier.modifiers & later.modifiers:
        yield "modifiers_shared"
    elif later.modifiers:
        yield "modifiers_differ" if earlier.modifiers else "modifiers_new"


def days_apart(one: Draft, other: Draft) -> bool:
    """Whether both are dated by time words, and on days that do not meet.

    A decision may be put on one day and taken on another, so that when it was put tells nothing.
    """
    if one.type == other.type and (_put(one) or _put(other)):
        return False
    left, right = one.dated, other.dated
    return left.timex_no is not None and right.timex_no is not None and left.excludes(right)


def _put(draft: Draft) -> bool:
    """Whether a mention tells when a decision that is spoken of was put: "the motion was tabled last month"."""
    proposal = draft.type in ("motion", "amendment") and draft.definite == "definite"
    return proposal and draft.outcome == "pending" and not draft.weak


def _of_days(earlier: Draft, later: Draft) -> Iterator[str]:
    one, other = earlier.dated, later.dated
    if one.timex_no is None or other.timex_no is None:
        return
    if (one.earliest, one.latest, one.apart) == (other.earliest, other.latest, other.apart):
        yield "same_expression" if one.timex_no == other.timex_no else "days_equal"
    elif days_apart(earlier, later):
        yield "days_apart"
    else:
        yield "days_overlap"


def _of_stance(earlier: Draft, later: Draft) -> Iterator[str]:
    both = {earlier.stance, later.stance}
    if len(both) == 1:
        yield "same_stance"
    elif both & {"negated", "averted"}:
        yield "denied"
    else:
        kinds = sorted(both)
        yield {
            ("asserted", "possible"): "possible_and_asserted",
            ("asserted", "planned"): "planned_and_asserted",
            ("planned", "possible"): "possible_and_planned",
        }[kinds[0], kinds[1]]


def _of_roles(earlier: Draft, later: Draft) -> Iterator[str]:
    roles: tuple[RoleName, ...] = ("actor", "target", "body")
    key = later.hit.entry.event.joins
    for role in roles:
        one, other = earlier.names(role), later.names(role)
        if alike(one, other):
            yield f"{'key' if role == key else role}_same"
        elif not earlier.headline and named(one) and named(other):
            yield f"{'key' if role == key else role}_differs"
    if later.hit.entry.event.family == "decision" and not earlier.headline:
        one, other = (draft.names("body") | draft.names("actor") for draft in (earlier, later))
        if one and other and not alike(one, other):
            yield "holders_differ"


def alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two groups share somebody, by name or by how the name begins ("Thorne Vale Labour Party", "... CLP")."""
    return not {_beginning(name) for name in one}.isdisjoint({_beginning(name) for name in other})


@cache
def _bodies() -> dict[str, str]:
    table: dict[str, str] = seeds.toml("coreference.toml")["bodies"]
    return table


def _beginning(name: str) -> str:
    plain = name.casefold().removeprefix("the ")
    return " ".join(_bodies().get(plain, plain).split(" ")[:3])


def named(names: Iterable[str]) -> bool:
    """Whether somebody is named, and not only described: "Tom Ridley", not "ferry chief"."""
    return any(name.rpartition(" ")[2][:1].isupper() for name in names)
