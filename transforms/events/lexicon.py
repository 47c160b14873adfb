"""Event types as data: reading, checking and compiling the files of `seeds/events` into one scan of a text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Annotated, Any, Literal

import ahocorasick_rs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

import seeds
from transforms.events.morphology import VerbForm, forms_of, noun_forms, verb_forms
from transforms.events.phrases import phrase_words
from transforms.records import Modality, Outcome, RoleName

Part = Literal["verb", "noun"]
Form = VerbForm | Literal["singular", "plural", "fixed"]
Wanted = Literal["body", "chamber", "actor", "target", "employer", "holder", "firm"]
Families = Literal["decision", "publication", "membership", "assembly", "proceeding"]


Word = Annotated[str, Field(pattern=r"^\S+$")]
"""One word: places are looked at word by word, so that a phrase would never be found."""


class LexiconError(ValueError):
    """An event type file says something that is not understood: which file, which key, why."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Places(_Table):
    """What the places around a trigger mean, by default for a type: see `transforms.events.roles`."""

    noun: dict[str, RoleName | Literal[""]] = {}
    verb: dict[str, RoleName | Literal[""]] = {}


class Trigger(_Table):
    """Words that tell an event of the type, and when they do.

    `nouns` and `verbs` are inflected; `phrases` are matched as they stand, as verbs when `part` says so. In `verbs`,
    `@ending_a_post` and so on stand for the classes of `seeds/words/verb_classes.toml`. `needs`:
    one of these words stands in the same sentence; `@status` stands for the status words of the type. `then`,
    `before`: one of these stands within six words after, or before, the trigger; `@year` stands for any year,
    `@name`, in `then`, for a capitalised word right behind, `@tally` for votes for and against, which in `before`
    stand right there. `not_after`, `not_before`: none of these stands directly before, or directly after; `@name`,
    in `not_before`, stands for a name behind small letters. `not_with`: none of these stands in the sentence. `of`,
    `not_of`: one of these, none of these, is what the trigger is done to: its object, its passive subject or what
    follows "of"; `@matters` stands for the words of that name in `seeds/words/phrases.toml`, `@people` for persons,
    `@parliament`, `@posts` and so on for the lists of `seeds/words/companions.toml`,
    `@name` for any name. The words of `needs`, `then`, `before`, `of` and `not_of` are inflected too; they and
    those of `not_with` are single words. `forms`: only these forms count; with the past count the future, the
    progressive and what is planned, refused or asked for. `lower`: not where it has a capital within a sentence.
    `weak`: tells no event by itself, but points back to one. `generic_plural`: a bare plural may tell an event.
    `outcome`, `modality`, `assume`: what the words themselves say of the status (`assume` only where nothing else
    does). `head`: the noun that mentions are compared by, instead of the trigger's own. `context`: as that of a
    type, for what these words tell.
    """

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    part: Part = "noun"
    places: dict[str, RoleName | Literal[""]] = {}
    needs: tuple[Word, ...] = ()
    then: tuple[Word, ...] = ()
    before: tuple[Word, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_with: tuple[Word, ...] = ()
    of: tuple[Word, ...] = ()
    not_of: tuple[Word, ...] = ()
    forms: tuple[Form, ...] = ()
    weak: bool = False
    lower: bool = False
    generic_plural: bool = True
    outcome: Outcome | None = None
    modality: Modality | None = None
    assume: Modality | None = None
    head: str = ""
    context: tuple[Wanted, ...] = ()
    confidence: float = Field(0.8, ge=0, le=1)

    @field_validator("verbs")
    @classmethod
    def _classes_exist(cls, verbs: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [verb for verb in verbs if verb[:1] == "@" and verb[1:] not in verb_classes()]
        if unknown:
            raise ValueError(f"no such class of verbs: {', '.join(unknown)}")
        return verbs


class Example(_Table):
    """A sentence with an event of the type: what must be found in it, against publication on 12 March 2024."""

    text: str
    trigger: str
    modality: Modality = "asserted"
    outcome: Outcome | None = None
    earliest: str | None = None
    latest: str | None = None
    roles: dict[RoleName, str] = {}
    counts: dict[str, int] = {}


class Negatives(_Table):
    """Sentences with the same words that tell no event of the type."""

    texts: tuple[str, ...] = ()


class EventType(_Table):
    """One event type: what it is, how it is told, and sentences that prove it.

    `passed`, `rejected`, `withdrawn` and `pending` are the verbs that tell its outcome. `context`
    lists the roles that the sentences around may fill where its own name nobody; `employer` stands for the body that
    the text puts beside the office of the person it is about, `holder` for the organisation last spoken of.
    `undecided` are the nouns of a thing that awaits its decision until the text tells one, `decided` those of a thing
    that is there only once it has been decided on ("a law").
    `governors` says what verbs that govern a noun of the type make of it, where that differs from what they make of
    others ("faces expulsion").
    """

    type: str = Field(pattern=r"^[a-z][a-z_]*$")
    family: str = Field(pattern=r"^[a-z][a-z_]*$")
    means: str
    is_not: str = ""
    plover: str
    cameo: str
    context: tuple[Wanted, ...] = ()
    places: Places = Places()
    passed: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    governors: dict[str, Modality] = {}
    undecided: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    undated: Literal["status", "planned"] = "status"
    joins: Literal["named", "actor", "target", "single"] = "named"
    trigger: tuple[Trigger, ...]
    example: tuple[Example, ...] = ()
    negatives: Negatives = Negatives()


class Entry:
    """A trigger as the scan meets it: its type, its words inflected into sets, its places merged with the defaults.

    All of that is made when it is asked for: of most triggers, most texts have no word.
    """

    def __init__(self, event: EventType, trigger: Trigger) -> None:
        self.event = event
        self.trigger = trigger

    def _forms_of(self, listed: Iterable[str]) -> frozenset[str]:
        return _inflected(_expanded(listed, self.event))

    @cached_property
    def noun_places(self) -> Mapping[str, RoleName | Literal[""]]:
        """What the places around the trigger mean where it is a noun."""
        return {**self.event.places.noun, **self.trigger.places}

    @cached_property
    def verb_places(self) -> Mapping[str, RoleName | Literal[""]]:
        """What the places around the trigger mean where it is a verb."""
        return {**self.event.places.verb, **self.trigger.places}

    @cached_property
    def needs(self) -> frozenset[str]:
        """Words of which one must stand in the sentence."""
        return self._forms_of(self.trigger.needs)

    @cached_property
    def then(self) -> frozenset[str]:
        """Words of which one must stand soon after the trigger."""
        return self._forms_of(self.trigger.then)

    @cached_property
    def before(self) -> frozenset[str]:
        """Words of which one must stand soon before the trigger."""
        return self._forms_of(self.trigger.before)

    @cached_property
    def not_after(self) -> frozenset[str]:
        """Phrases of which none may stand right before the trigger."""
        return frozenset(self.trigger.not_after)

    @cached_property
    def not_before(self) -> frozenset[str]:
        """Phrases of which none may stand right behind the trigger."""
        return frozenset(self.trigger.not_before)

    @cached_property
    def not_with(self) -> frozenset[str]:
        """Words of which none may stand in the sentence."""
        return frozenset(self.trigger.not_with)

    @cached_property
    def of(self) -> frozenset[str]:
        """Words of which one is what the trigger must be done to."""
        return self._forms_of(self.trigger.of)

    @cached_property
    def not_of(self) -> frozenset[str]:
        """Words of which none may be what the trigger is done to."""
        return self._forms_of(self.trigger.not_of)

    @cached_property
    def wanted(self) -> tuple[frozenset[str], ...]:
        """Sets of which one word each must stand in the sentence; what `@name` and the like stand for is in no set."""
        near = self.before, self.then, self.of
        return tuple(words for words in near if words and not any(word[0] == "@" for word in words))

    @cached_property
    def least_wanted(self) -> frozenset[str]:
        """The one of those sets, or of the words it needs, that is listed by the fewest words, or none.

        "they" stands for what it needs where that is in the sentence before.
        """
        told = self.trigger
        near = [words for words in (told.before, told.then, told.of) if words]
        listed = [list(_expanded(words, self.event)) for words in near]
        if told.needs:
            listed.append([*_expanded(told.needs, self.event), "they"])
        whole = [words for words in listed if not any(word[0] == "@" for word in words)]
        least: list[str] = min(whole, key=len, default=[])
        return _inflected(least)


def _expanded(words: Iterable[str], event: EventType) -> Iterator[str]:
    """The words, with `@status`, `@matters`, `@people` and the lists of companions standing for the words they name."""
    listed = companions()
    for word in words:
        if word == "@status":
            yield from (*event.passed, *event.rejected, *event.withdrawn, *event.pending)
        elif word == "@matters":
            yield from sorted(phrase_words().matters)
        elif word == "@people":
            yield from _persons()
        elif word[1:] in listed and word[0] == "@":
            yield from listed[word[1:]]
        else:
            yield word


def _persons() -> tuple[str, ...]:
    nouns: list[str] = seeds.toml("words/role_nouns.toml")["person"].split()
    return *nouns, *sorted(phrase_words().people)


@cache
def companions() -> Mapping[str, tuple[str, ...]]:
    """The words of each list of `seeds/words/companions.toml`."""
    return {name: tuple(words.split()) for name, words in seeds.toml("words/companions.toml").items()}


@cache
def verb_classes() -> Mapping[str, tuple[str, ...]]:
    """The verbs of each class of `seeds/words/verb_classes.toml`."""
    return {name: tuple(verbs) for name, verbs in seeds.toml("words/verb_classes.toml").items()}


@cache
def people() -> frozenset[str]:
    """Words for persons: role nouns in both numbers, and pronouns."""
    irregular = seeds.toml("words/role_nouns.toml")["irregular"].values()
    return frozenset(form for word in _persons() for form in noun_forms(word)) | frozenset(irregular)


def _inflected(words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(_forms, words))


@cache
def _forms(word: str) -> frozenset[str]:
    return frozenset((*noun_forms(word), *forms_of([word])))


def in_other_tense(trigger: Trigger, form: Form) -> bool:
    """Whether a form stands for a past one, to which a trigger is tied, in another tense: "will walk out"."""
    return form in ("base", "ing") and "past" in trigger.forms and form not in trigger.forms


FEW = 5
"""Readings of a surface up to which each is looked at."""
Reading = tuple[Entry, Part, Form]


class Lexicon:
    """All event types, compiled. Equal inputs compile to equal lexicons; pickling carries the types and recompiles."""

    def __init__(self, types: Mapping[str, EventType]) -> None:
        self.types = dict(sorted(types.items()))
        surfaces: dict[str, list[Reading]] = {}
        for event in self.types.values():
            for trigger in event.trigger:
                entry = Entry(event, trigger)
                for surface, part, form in _surfaces(trigger):
                    if not trigger.forms or form in trigger.forms or in_other_tense(trigger, form):
                        surfaces.setdefault(surface, []).append((entry, part, form))
        self.surfaces = {surface: tuple(sorted(found, key=_preference)) for surface, found in sorted(surfaces.items())}
        self.words = tuple(self.surfaces)
        self._asked_for: dict[str, frozenset[str]] = {}
        self._asking: dict[str, tuple[dict[str, list[int]], list[int]]] = {}
        self.longest = max((len(word) for word in self.words), default=0) + 1
        self.matcher = ahocorasick_rs.AhoCorasick(self.words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def asked_for(self, surface: str) -> frozenset[str]:
        """Words of which one must stand in a sentence for any reading of a surface; none where one asks nothing."""
        known = self._asked_for.get(surface)
        if known is None:
            least = [entry.least_wanted for entry, _, _ in self.surfaces[surface]]
            known = self._asked_for[surface] = frozenset().union(*least) if all(least) else frozenset()
        return known

    def readings(self, surface: str, words: frozenset[str]) -> Sequence[Reading]:
        """The readings of a surface, in order, without those that want a word beside it which is none of a sentence's.

        Those of "approved" are many, and nearly all of them want another word: they are looked up by it.
        """
        all_of_them = self.surfaces[surface]
        if len(all_of_them) <= FEW:
            return all_of_them
        by_word, asking_nothing = self._asking.get(surface) or self._by_wanted(surface)
        found = set(asking_nothing)
        for word in by_word.keys() & words:
            found.update(by_word[word])
        return [all_of_them[at] for at in sorted(found)]

    def _by_wanted(self, surface: str) -> tuple[dict[str, list[int]], list[int]]:
        """Numbers of the readings of a surface by the words of the least set that each wants one of, and the others."""
        by_word: dict[str, list[int]] = {}
        asking_nothing: list[int] = []
        for at, (entry, _, _) in enumerate(self.surfaces[surface]):
            if not entry.least_wanted:
                asking_nothing.append(at)
            for word in entry.least_wanted:
                by_word.setdefault(word, []).append(at)
        self._asking[surface] = by_word, asking_nothing
        return by_word, asking_nothing

    def __reduce__(self) -> tuple[type["Lexicon"], tuple[dict[str, EventType]]]:
        return Lexicon, (self.types,)


@cache
def _verb_forms(lemma: str) -> tuple[tuple[str, VerbForm], ...]:
    return tuple(verb_forms(lemma))


def _preference(reading: Reading) -> tuple[bool, float]:
    """Readings of one surface are tried in order of confidence, those that only point back last."""
    trigger = reading[0].trigger
    return trigger.weak, -trigger.confidence


def _surfaces(trigger: Trigger) -> Iterator[tuple[str, Part, Form]]:
    for lemma in trigger.nouns:
        singular, plural = noun_forms(lemma)
        yield singular, "noun", "singular"
        yield plural, "noun", "plural"
    for listed in trigger.verbs:
        for lemma in verb_classes()[listed[1:]] if listed[0] == "@" else (listed,):
            for surface, form in _verb_forms(lemma):
                yield surface, "verb", form
    for phrase in trigger.phrases:
        yield phrase, trigger.part, "fixed"


def compile_lexicon(types: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """Compile parsed event type files, keyed by the file each came from.

    Raises:
        LexiconError: as `event_types`.
    """
    return Lexicon(event_types(types))


def event_types(types: Mapping[str, Mapping[str, Any]]) -> dict[str, EventType]:
    """The event types of parsed files by name; the files are keyed by the path each came from.

    Raises:
        LexiconError: an unknown key, a wrong value, or two files for one type; names file and key.
    """
    read: dict[str, EventType] = {}
    for path, raw in types.items():
        try:
            event = EventType.model_validate(raw)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            raise LexiconError(f"{path}: {key}: {first['msg']}") from error
        if event.type in read:
            raise LexiconError(f"{path}: type: {event.type!r} is already defined by another file")
        read[event.type] = event
    return read


@cache
def default_lexicon() -> Lexicon:
    """The lexicon of `seeds/events`."""
    return compile_lexicon({path: seeds.toml(path) for path in seeds.names("events")})
