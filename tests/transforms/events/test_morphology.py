"""Inflection of verbs and nouns."""

import pytest

from transforms.events.morphology import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "s", "past", "participle", "ing"),
    [
        ("vote", "votes", "voted", "voted", "voting"),
        ("table", "tables", "tabled", "tabled", "tabling"),
        ("carry", "carries", "carried", "carried", "carrying"),
        ("pass", "passes", "passed", "passed", "passing"),
        ("expel", "expels", "expelled", "expelled", "expelling"),
        ("offer", "offers", "offered", "offered", "offering"),
        ("bid", "bids", "bid", "bid", "bidding"),
        ("defer", "defers", "deferred", "deferred", "deferring"),
        ("reject", "rejects", "rejected", "rejected", "rejecting"),
        ("acquit", "acquits", "acquitted", "acquitted", "acquitting"),
        ("ban", "bans", "banned", "banned", "banning"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
        ("write", "writes", "wrote", "written", "writing"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("lie", "lies", "lay", "lain", "lying"),
        ("stand down", "stands down", "stood down", "stood down", "standing down"),
        ("throw out", "throws out", "threw out", "thrown out", "throwing out"),
    ],
)
def test_verbs(lemma: str, s: str, past: str, participle: str, ing: str) -> None:
    assert [form for form, _ in verb_forms(lemma)] == [lemma, s, past, participle, ing]


@pytest.mark.parametrize(
    ("lemma", "other"),
    [
        ("cancel", "canceled"),
        ("signal", "signalled"),
        ("criticise", "criticized"),
        ("organise", "organizing"),
        ("rebel", None),
        ("promise", None),
    ],
)
def test_verbs_on_the_other_side_of_the_atlantic(lemma: str, other: str | None) -> None:
    further = [form for form, _ in verb_forms(lemma)][5:]
    assert other in further if other else further == []


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("motion", "motions"),
        ("inquiry", "inquiries"),
        ("vote of no confidence", "votes of no confidence"),
        ("board of inquiry", "boards of inquiry"),
        ("march", "marches"),
        ("by-election", "by-elections"),
        ("annual meeting", "annual meetings"),
    ],
)
def test_nouns(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == (lemma, plural)
