import pytest
from dedup_world import Told, world
from hypothesis import given
from hypothesis import strategies as st

import seeds
from transforms.dedup.features import default_model
from transforms.dedup.units import prepare_units
from transforms.dedup.whom import whom

EXAMPLES = seeds.toml("words/people.toml")["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_whom_it_befell(example):
    start = example["text"].index(example["trigger"])
    found = whom(example["text"], start, start + len(example["trigger"]))
    assert (found.number, found.sex) == (example.get("number"), example.get("sex"))
    assert (found.age, list(found.names)) == (example.get("age"), example.get("names", []))


@pytest.mark.parametrize(
    ("text", "trigger", "number", "sex"),
    [
        ("Boatman killed at Queens Ferry on Monday.", "killed", "one", None),  # a name is no number of queens
        ("Dolan's wife was wounded in the field.", "wounded", "one", "woman"),
        ("Both died of their wounds.", "died", "several", None),
        ("It was found dead.", "dead", None, None),
    ],
)
def test_whom_in_other_words(text, trigger, number, sex):
    start = text.index(trigger)
    found = whom(text, start, start + len(trigger))
    assert (found.number, found.sex) == (number, sex)


@given(st.text(max_size=60), st.text(max_size=8), st.text(max_size=60))
def test_any_sentence_has_an_answer(before, trigger, after):
    found = whom(before + trigger + after, len(before), len(before) + len(trigger))
    assert (found.number, found.sex) in {
        (None, None),
        ("one", None),
        ("several", None),
        ("one", "man"),
        ("one", "woman"),
    }
    assert found.age in {None, "young", "grown"}


def test_a_death_of_a_man_is_not_that_of_a_woman():
    told = [
        Told(id=who, article="gazette", type=None, trigger=sentence, happening=None, sentence=sentence)
        for who, sentence in (("he", "A man was killed"), ("she", "A woman was killed"), ("both", "Both were killed"))
    ]
    con = world(told, {"gazette": "2021-05-10"})
    con.execute("UPDATE mentions SET trigger = 'killed', start = \"end\" - length('killed')")
    prepare_units(con)
    befell = con.execute("SELECT first_mention, number, sex FROM units ORDER BY ALL").fetchall()
    assert befell == [("both", "several", None), ("he", "one", "man"), ("she", "one", "woman")]
    [feature] = (feature for feature in default_model().feature if feature.name == "whom")
    assert [level.name for level in feature.level if level.weight < 0] == [
        "not told",
        "one and several",
        "a man and a woman",
        "a child and a grown-up",
    ]
