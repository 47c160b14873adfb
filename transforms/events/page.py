"""The page `docs/events.md`: every event type with its words, frames and examples, written from the lexicon.

`python -m transforms.events.page > docs/events.md` renews it.
"""

from collections.abc import Iterable, Iterator, Mapping

from transforms.events.lexicon import EventType, Example, Lexicon, Trigger, default_lexicon

_INTRODUCTION = """# Events

What is extracted, and how each type is told. This page is written from `seeds/events/*.toml`
(`python -m transforms.events.page > docs/events.md`); to add a type, add a file there, examples included, or give the
command line a folder of such files (`--events DIR`).

## From words to events

1. `triggers.py` scans the text once for all trigger words; their neighbours decide which use of a word is meant
   (`uses.py`), and what speaks of such things in general is left out (`generic.py`).
2. `modality.py` follows what governs a trigger outwards: auxiliaries, "called for", "threat of", "refused to", "if".
   An event is `asserted`, `planned`, `possible` or `negated`.
3. `dating.py` gives it the nearest time expression that its clause governs (`distance.py`), or the days that follow
   from those of its cause, or from how long before or after another it was (`beside.py`, `anchored.py`). With no time
   told, what happened is not after publication, and what is ahead is not before it.
4. `roles/` reads the places around the trigger; the tables below say what each place means.
5. `happenings.py` joins the mentions of one happening by weighed observations (`seeds/coreference.toml`);
   `salience.py` leaves out passing uses of the words (`seeds/salience.toml`). `python -m benchmarks.learn_events GOLD`
   learns both tables of weights from annotated articles, and says how well they tell articles left out.
6. `casts.py`, `settle.py` and `summary.py` say what all mentions tell together: who takes part, outcome, counts,
   modality, the tightest days. `sides.py` adds those who take sides without naming it again ("the Greens voted
   against", "Ms Orme welcomed the move"; words in `seeds/words/reactions.toml`).

A motion and the vote that decides it are one event of type `motion`. What a motion or a letter only asks for is no
event of its own. A ruling that is told without a word of rejecting is recorded as `passed`; a decision still ahead, and
an inquiry that has been opened, as `pending`.
"""


def page(lexicon: Lexicon) -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION, *_overview(lexicon.types.values())]
    for event in lexicon.types.values():
        parts.extend(_section(event))
    return "\n".join(parts).rstrip() + "\n"


def _overview(types: Iterable[EventType]) -> Iterator[str]:
    yield "## Types\n"
    yield "| type | family | is | is not | PLOVER | CAMEO |"
    yield "|---|---|---|---|---|---|"
    for event in types:
        cells = [f"[`{event.type}`](#{event.type})", event.family, event.means, event.is_not, event.plover, event.cameo]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _section(event: EventType) -> Iterator[str]:
    yield f"## {event.type}\n"
    yield f"{event.means[0].upper()}{event.means[1:]}." + (f" Not: {event.is_not}." if event.is_not else "") + "\n"
    yield "| words | as | when |"
    yield "|---|---|---|"
    for trigger in event.trigger:
        yield from _trigger(trigger)
    yield ""
    yield from _frames("noun", event.places.noun)
    yield from _frames("verb", event.places.verb)
    for outcome in ("passed", "rejected", "withdrawn", "pending"):
        if words := getattr(event, outcome):
            yield f"- {outcome} when told: {', '.join(words)}"
    yield ""
    yield "| example | trigger | modality | outcome | days |"
    yield "|---|---|---|---|---|"
    for example in event.example:
        yield _example(example)
    yield "\nNo event of this type:\n"
    yield from (f"- {text}" for text in event.negatives.texts)
    yield ""


def _trigger(trigger: Trigger) -> Iterator[str]:
    conditions = [
        f"{label} {', '.join(words)}"
        for label, words in (
            ("with", trigger.needs),
            ("soon after it", trigger.then),
            ("soon before it", trigger.before),
            ("not after", trigger.not_after),
            ("not before", trigger.not_before),
            ("not with", trigger.not_with),
            ("of", trigger.of),
            ("not of", trigger.not_of),
        )
        if words
    ]
    if trigger.weak:
        conditions.append("only pointing back")
    for words, part in (
        (trigger.nouns, "noun"),
        (trigger.verbs, "verb"),
        (trigger.phrases, f"phrase ({trigger.part})"),
    ):
        if words:
            yield f"| {', '.join(words)} | {part} | {'; '.join(conditions)} |"


def _frames(part: str, places: Mapping[str, str]) -> Iterator[str]:
    said = [f"{place} = {role}" for place, role in places.items() if role]
    if said:
        yield f"- places of a {part}: {', '.join(said)}"


def _example(example: Example) -> str:
    days = f"{example.earliest or ''} to {example.latest or ''}" if example.earliest or example.latest else ""
    return f"| {example.text} | {example.trigger} | {example.modality} | {example.outcome or ''} | {days} |"


if __name__ == "__main__":
    print(page(default_lexicon()), end="")
