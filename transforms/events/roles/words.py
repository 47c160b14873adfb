"""The word lists that participants are found by, read once; all words are lower case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from seeds import toml
from transforms.events.morphology import verb_forms

CLASSES = ("make", "undergo", "decide", "back", "oppose", "publish", "attend")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """Verbs by class, and the words that noun phrases are read by."""

    classes: Mapping[str, frozenset[str]]
    nouns: Mapping[str, str]
    content: frozenset[str]
    findings: frozenset[str]
    lemmas: Mapping[str, str]
    spoken: frozenset[str]
    pronouns: Mapping[str, str]
    control: frozenset[str]
    asking: frozenset[str]
    wishing: frozenset[str]
    clausal: frozenset[str]
    attending: frozenset[str]
    guests: frozenset[str]
    mutual: frozenset[str]
    entitled: frozenset[str]
    gatherings: frozenset[str]
    meeting: frozenset[str]
    asked: frozenset[str]
    results: frozenset[str]
    chambers: frozenset[str]
    times: frozenset[str]
    quantities: frozenset[str]
    measures: frozenset[str]
    fillers: frozenset[str]
    joined: frozenset[str]
    plural_modifiers: frozenset[str]
    particles: frozenset[str]
    proposals: frozenset[str]
    wills: frozenset[str]
    posts: frozenset[str]
    ranks: frozenset[str]
    singletons: frozenset[str]
    offices: frozenset[str]
    pleas: frozenset[str]
    requests: frozenset[str]
    allegations: frozenset[str]
    settlements: frozenset[str]
    ing_nouns: frozenset[str]

    deciders: frozenset[str]
    courts: frozenset[str]
    judges: frozenset[str]
    regulators: frozenset[str]
    housed: frozenset[str]
    staffed: frozenset[str]
    members: frozenset[str]

    def classified(self, verbs: Iterable[str]) -> tuple[str, ...]:
        """The classes of the first of some verbs, from the most particular on, that has any."""
        for verb in verbs:
            found = tuple(kind for kind in CLASSES if verb in self.classes[kind])
            if found:
                return found
        return ()


def _lemmas(verbs: Iterable[str]) -> dict[str, str]:
    """Form of a verb -> the verb; a phrase stands for its first word."""
    return {form: verb for verb in sorted({phrase.split()[0] for phrase in verbs}) for form, _ in verb_forms(verb)}


@cache
def role_words() -> RoleWords:
    """The lists of `seeds/words`: `light_verbs.toml`, `noun_phrases.toml`, `pronouns.toml` and some others."""
    verbs, phrases = toml("words/light_verbs.toml"), toml("words/noun_phrases.toml")
    return RoleWords(
        classes={kind: frozenset(verbs[kind]) for kind in CLASSES},
        nouns=verbs["nouns"],
        content=frozenset(verbs["content"]["verbs"]),
        pronouns={word: whom for whom, listed in toml("words/pronouns.toml").items() for word in listed},
        findings=frozenset(verbs["content"]["findings"]),
        lemmas=_lemmas(
            {word for kind in CLASSES for word in verbs[kind]}
            | {
                *verbs["content"]["verbs"],
                *verbs["attending"]["verbs"],
                *verbs["guests"]["verbs"],
                *verbs["meeting"]["asked"],
            }
        ),
        spoken=frozenset(verbs["content"]["spoken"]),
        control=frozenset(verbs["control"]["verbs"]),
        asking=frozenset(verbs["control"]["asking"]),
        clausal=frozenset(verbs["control"]["clausal"]),
        wishing=frozenset(verbs["control"]["wishing"]),
        attending=frozenset(verbs["attending"]["verbs"]),
        guests=frozenset(verbs["guests"]["verbs"]),
        mutual=frozenset(verbs["mutual"]["nouns"]),
        entitled=frozenset(verbs["meeting"]["entitled"]),
        gatherings=frozenset(verbs["meeting"]["gatherings"]),
        meeting=frozenset(verbs["meeting"]["decides"]),
        asked=frozenset(verbs["meeting"]["asked"]),
        chambers=frozenset(verbs["chambers"]["names"]),
        deciders=frozenset(verbs["deciders"]["words"]),
        courts=frozenset(verbs["courts"]["words"]),
        judges=frozenset(verbs["courts"]["words"]) | frozenset(verbs["courts"]["judges"]),
        regulators=frozenset(verbs["courts"]["regulators"]),
        housed=frozenset(toml("words/role_nouns.toml")["housed"]),
        staffed=frozenset(toml("words/role_nouns.toml")["staffed"]),
        members=frozenset(toml("words/role_nouns.toml")["members"]),
        times=frozenset(phrases["times"].split()),
        quantities=frozenset(phrases["quantities"].split()),
        measures=frozenset(phrases["measures"].split()),
        fillers=frozenset(phrases["fillers"].split()),
        joined=frozenset(phrases["joined"]),
        plural_modifiers=frozenset(phrases["plural_modifiers"].split()),
        particles=frozenset(phrases["particles"]),
        singletons=frozenset(phrases["singletons"].split()),
        offices=frozenset(phrases["offices"].split()),
        posts=frozenset(phrases["posts"].split()),
        ranks=frozenset(phrases["ranks"].split()),
        pleas=frozenset(phrases["pleas"]),
        requests=frozenset(phrases["requests"].split()),
        allegations=frozenset(phrases["allegations"].split()),
        settlements=frozenset(phrases["settlements"]),
        ing_nouns=frozenset(phrases["ing_nouns"].split()),
        results=frozenset(phrases["results"].split()),
        wills=frozenset(phrases["wills"].split()),
        proposals=frozenset(phrases["proposals"].split()),
    )
