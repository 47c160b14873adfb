import pytest
from dedup_world import Told, world

from transforms.dedup import cluster_mentions, doubtful_pairs, explain_pair
from transforms.dedup.judgements import Judgement, JudgementError, consistent, read_judgements

SENTENCE = "The Pelham Allotment Society voted to keep its bees."
TWICE = [
    Told(id="a", article="one", sentence=SENTENCE, roles={"body": "Pelham Allotment Society"}),
    Told(id="b", article="one", sentence="The motion was long debated.", happening=0),
    Told(id="c", article="two", sentence=SENTENCE, roles={"body": "Pelham Allotment Society"}),
]


def same(a, b):
    return Judgement(mention_a=a, mention_b=b, same=True)


def different(a, b):
    return Judgement(mention_a=a, mention_b=b, same=False)


def test_the_waterfall_adds_up_and_is_found_by_any_mention_of_a_happening():
    con = world(TWICE)
    cluster_mentions(con)
    steps = explain_pair(con, "c", "b")
    assert steps == explain_pair(con, "a", "c")
    assert steps[0].feature == "prior"
    assert steps[-1].weight == pytest.approx(sum(step.weight for step in steps[:-1]), abs=0.001)
    assert explain_pair(con, "a", "b") == []


def test_doubtful_pairs_show_both_sentences():
    con = world(TWICE)
    cluster_mentions(con)
    (doubt,) = doubtful_pairs(con, 5)
    assert (doubt.a.sentence, doubt.b.sentence, doubt.same) == (SENTENCE, SENTENCE, True)


@pytest.mark.parametrize(
    ("judgements", "obeyed", "groups"),
    [
        ([same("a", "b"), different("b", "c")], 2, 0),
        ([same("a", "b"), same("b", "c"), different("a", "c"), same("x", "y")], 1, 1),
        ([same("a", "b"), different("b", "a")], 0, 1),
    ],
)
def test_contradictions_are_set_aside_and_reported(judgements, obeyed, groups):
    kept, contradictions = consistent(judgements)
    assert (len(kept), len(contradictions)) == (obeyed, groups)


def test_contradictory_judgements_are_stored_and_not_obeyed():
    con = world(TWICE)
    cluster_mentions(con, judgements=[same("a", "c"), different("a", "c")])
    assert con.execute("SELECT mention_a, mention_b, same FROM judgement_conflicts ORDER BY same").fetchall() == [
        ("a", "c", False),
        ("a", "c", True),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mention_a,judgement\na,same\n", "no column 'mention_b'"),
        ("mention_a,mention_b,judgement\na,b,maybe\n", "line 2: judgement 'maybe'"),
        ("mention_a,mention_b,judgement\na,a,same\n", "line 2: two different mention ids"),
        ("", "no column 'mention_a'"),
    ],
)
def test_unreadable_judgements_name_line_and_fault(text, message):
    with pytest.raises(JudgementError, match=message):
        read_judgements(text)


def test_judgements_are_read_with_notes_ignored():
    text = "mention_a,mention_b,judgement,note\na,b,different,two days\n"
    assert read_judgements(text) == [Judgement(mention_a="a", mention_b="b", same=False, line=2)]
