import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from transforms.dedup.title import LONGEST, Party, clip, shown, title


def one(name):
    return [Party(name=name, plural=False)]


MAKERS = one("Guild of Makers")
BRAND = one("Olive Brand")
PEERS = [Party(name="Town peers", plural=True)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("motion", "asserted", "passed", {"body": MAKERS, "target": BRAND}, ["vote of no confidence"]),
         "Guild of Makers passes no-confidence motion in Olive Brand"),
        (("motion", "asserted", "rejected", {"body": PEERS}, ["emergency motion"]),
         "Town peers reject emergency motion"),
        (("motion", "planned", "pending", {"target": BRAND}, ["motion"]), "Motion on Olive Brand planned"),
        (("vote", "negated", None, {"body": PEERS}, ["ballot"]), "Town peers hold no ballot"),
        (("advert", "asserted", None, {"actor": PEERS, "target": BRAND, "venue": one("The Lamp")}, ["advert"]),
         "Town peers place advert about Olive Brand in The Lamp"),
        (("resignation", "asserted", None, {"actor": BRAND, "body": MAKERS}, ["quit"]),
         "Olive Brand resigns from Guild of Makers"),
        (("expulsion", "possible", None, {"target": BRAND}, ["expulsion"]), "Olive Brand may be expelled"),
        (("suspension", "asserted", None, {"body": MAKERS}, ["suspended"]), "Guild of Makers decides on suspension"),
        (("ruling", "asserted", "passed", {"body": one("High Court"), "target": MAKERS}, ["ruled"]),
         "High Court rules against Guild of Makers"),
        (("vote", "asserted", "passed", {"body": PEERS}, ["voted to"]), "Town peers vote in favour"),
        (("vote", "asserted", "rejected", {"body": MAKERS, "target": BRAND}, ["votes against", "vote"]),
         "Guild of Makers rejects vote on Olive Brand"),
        (("motion", "asserted", "rejected", {"actor": PEERS}, ["motion"]), "Town peers' motion rejected"),
        (("amendment", "asserted", "passed", {"actor": BRAND}, ["amendment"]), "Olive Brand's amendment passed"),
        (("motion", "asserted", "passed", {"body": MAKERS}, ["proposal"]), "Guild of Makers passes proposal"),
        (("protest", "asserted", None, {"actor": PEERS}, ["walked out", "general strike"]), "Town peers stage walkout"),
        (("protest", "asserted", None, {"actor": PEERS}, ["strikes", "general strike"]),
         "Town peers stage general strike"),
        (("protest", "planned", None, {}, ["mass rally"]), "Mass rally planned"),
        (("meeting", "asserted", None, {"body": PEERS}, ["Town peers meeting"]), "Town peers hold meeting"),
        (("vote", "asserted", "rejected", {"body": PEERS}, ["ballot"]), "Town peers vote against"),
        (("meeting", "asserted", None, {"body": MAKERS}, ["AGM"]), "Guild of Makers holds annual general meeting"),
        (("expulsion", "asserted", None, {"body": PEERS, "target": BRAND}, ["dismissed"]),
         "Town peers sack Olive Brand"),
        (("expulsion", "planned", None, {"target": BRAND}, ["ousted"]), "Olive Brand to be ousted"),
        (("appointment", "asserted", None, {"target": BRAND}, ["chosen"]), "Olive Brand chosen"),
        (("resignation", "negated", None, {"actor": PEERS}, ["stepped down"]), "Town peers do not step down"),
        (("letter", "asserted", None, {"actor": BRAND}, ["wrote to"]), "Olive Brand writes letter"),
        (("report", "asserted", None, {"body": MAKERS}, ["leaked report"]), "Guild of Makers leaks report"),
        (("bill", "asserted", "passed", {"body": MAKERS, "target": one("GUILD OF MAKERS")}, ["bill"]),
         "Guild of Makers passes bill"),
        (("motion", "asserted", "rejected", {"target": BRAND}, ["survived", "vote of confidence"]),
         "No-confidence motion in Olive Brand rejected"),
        (("launch_of_boats", "planned", None, {"actor": BRAND}, ["launch"]), "Olive Brand in planned launch of boats"),
    ],
)  # fmt: skip
def test_headlines(told, expected):
    kind, modality, outcome, parties, triggers = told
    assert (
        title(event_type=kind, modality=modality, outcome=outcome, parties=parties, triggers=triggers, evidence="")
        == expected
    )


def test_without_parties_a_clip_of_the_evidence_stands():
    said = "The ballot will be held   on Saturday, " + "and then on other days, " * 9
    found = title(event_type="vote", modality="planned", outcome=None, parties={}, triggers=["ballot"], evidence=said)
    assert found.startswith("The ballot will be held on Saturday, and then")
    assert found.endswith("…")
    assert len(found) <= LONGEST


def named(name, *words):
    return Party(name=name, plural=False, words=words)


@pytest.mark.parametrize(
    ("parties", "left"),
    [
        ([named("Olive Brand", "olive", "brand"), named("Lady Brand of Harwick", "brand", "harwick")], ["Olive Brand"]),
        ([named("Delegates"), named("Guild of Makers", "guild", "makers")], ["Guild of Makers"]),
        ([named("Delegates")], ["Delegates"]),
        ([named("head of the Guild of Makers", "guild", "makers"), named("Olive Brand", "olive", "brand")],
         ["Olive Brand"]),
        ([Party(name="Makers from Harwick", plural=True), named("Olive Brand", "olive", "brand")],
         ["Makers from Harwick", "Olive Brand"]),
        ([named("HARWICK", "harwick"), named("Olive Brand", "olive", "brand")], ["Olive Brand"]),
    ],
)  # fmt: skip
def test_a_headline_names_nobody_twice(parties, left):
    assert [party.name for party in shown(parties, "actor")] == left


def test_those_who_are_described_are_no_second_body():
    parties = [Party(name="peers", plural=True, words=("peers",)), named("Guild of Makers", "guild", "makers")]
    assert [party.name for party in shown(parties, "body")] == ["Guild of Makers"]
    assert [party.name for party in shown(parties[:1], "body")] == ["peers"]


def test_more_than_two_parties_are_two_and_others():
    makers = [named(name, name.lower()) for name in ("Makers", "Bakers", "Weavers")]
    assert (
        title(
            event_type="letter", modality="asserted", outcome=None, parties={"actor": makers}, triggers=[], evidence=""
        )
        == "Makers, Bakers and others sign letter"
    )


def test_a_clip_begins_with_what_was_done():
    said = "In a vote on Tuesday night, the motion fell by nine."
    made = title(event_type="vote", modality="asserted", outcome=None, parties={}, triggers=[], evidence=said)
    assert made == "The motion fell by nine."


types = st.sampled_from([*seeds.toml("words/titles_of_events.toml"), "unheard_of"])
parties = st.dictionaries(
    st.sampled_from(["body", "actor", "target", "venue", "supporter", "opponent"]),
    st.lists(
        st.builds(Party, name=st.text(min_size=1, max_size=20).filter(str.strip), plural=st.booleans()),
        min_size=1,
        max_size=5,
    ),
)


@given(
    types.filter(lambda name: name not in ("qualifiers", "abouts")),
    st.sampled_from(["asserted", "planned", "possible", "negated"]),
    st.sampled_from(["passed", "rejected", "withdrawn", "pending", None]),
    parties,
    st.lists(st.text(max_size=20), max_size=3),
    st.text(max_size=200),
)
def test_a_title_is_never_empty_and_has_no_open_place(kind, modality, outcome, roles, triggers, evidence):
    found = title(
        event_type=kind, modality=modality, outcome=outcome, parties=roles, triggers=triggers, evidence=evidence
    )
    assert found.strip()
    if not any("{" in party.name for named in roles.values() for party in named) and "{" not in "".join(
        [evidence, *triggers]
    ):
        assert "{" not in found


@given(st.text(max_size=300))
def test_a_clip_is_one_short_line(text):
    assert len(clip(text)) <= LONGEST
    assert "\n" not in clip(text)
