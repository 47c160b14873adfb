"""The whole walk over one document: what a reader would say of it, and what holds for any text at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import PUBLISHED, article, events_of

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon
from transforms.events.summary import Summary
from transforms.records import Annotation


def summaries(text: str, published: date | None = PUBLISHED) -> list[Summary]:
    return events_of(text, published)[1]


def only(text: str, event_type: str) -> Summary:
    (found,) = [summary for summary in summaries(text) if summary.event_type == event_type]
    return found


def names(summary: Summary, role: str) -> set[str]:
    return {taken.name for taken in summary.roles if taken.role == role}


def test_the_day_a_motion_was_put_does_not_part_it_from_its_vote() -> None:
    motion = only(
        "The premier survived a no-confidence motion on Friday. "
        "The motion was submitted last month by the Orchard Party. Nobody cheered.",
        "motion",
    )
    assert (motion.earliest, motion.latest) == (date(2024, 3, 8), date(2024, 3, 8))
    assert len(motion.evidence) == 2


def test_a_motion_and_the_vote_that_decides_it_are_one_event() -> None:
    motion = only(
        "Scarcliffe Town Council has passed a motion of no confidence in Dana Orr. "
        "The motion was carried by 24 votes to 19 on Friday. The vote followed two hours of argument.",
        "motion",
    )
    assert motion.outcome == "passed"
    assert (motion.earliest, motion.latest) == (date(2024, 3, 8), date(2024, 3, 8))
    assert {(count.counted, count.n) for count in motion.counts} == {("for", 24), ("against", 19)}
    assert "Dana Orr" in names(motion, "target")
    assert "Scarcliffe Town Council" in names(motion, "body")
    assert not [
        summary for summary in summaries("The council voted on the motion on Friday.") if summary.event_type == "vote"
    ]


def test_a_headline_repeats_what_the_body_tells() -> None:
    text = (
        "Ferry chief quits over delays\n\n"
        "The ferry company's chief executive, Tom Ridley, resigned on Monday.\n\nHe gave no reason."
    )
    mentions = annotate(article(text), default_lexicon()).mentions
    assert [(mention.trigger, mention.headline, mention.happening) for mention in mentions] == [
        ("quits", True, 0),
        ("resigned", False, 0),
    ]
    resignation = only(text, "resignation")
    assert len(resignation.evidence) == 1
    assert resignation.latest == date(2024, 3, 11)


def test_the_name_below_a_headline_in_capitals_takes_part() -> None:
    text = (
        "ORME PORT UNION CALLS STRIKE\n\nThe port union, OPU, has called a strike at the docks.\n\n"
        "The strike is the third.\n\nThe strike will close the port."
    )
    assert "OPU" in [role.name for role in only(text, "protest").roles]


def test_the_next_hearing_is_not_the_last() -> None:
    found = summaries("The court held a hearing on Monday. He stays in jail until his next court hearing on 19 April.")
    assert [(summary.modality, str(summary.earliest)) for summary in found] == [
        ("asserted", "2024-03-11"),
        ("planned", "2024-04-19"),
    ]


def test_votes_with_other_numbers_are_other_votes() -> None:
    found = summaries("MPs rejected the amendment by 298 votes to 321. The amendment was passed by 317 votes to 301.")
    assert [(summary.event_type, summary.outcome) for summary in found] == [
        ("amendment", "rejected"),
        ("amendment", "passed"),
    ]


def test_what_a_vote_brings_about_is_more_than_its_content() -> None:
    found = summaries("But the vote by members prompted the branch president Ann Orme to resign in protest.")
    assert "resignation" in [summary.event_type for summary in found]


def test_an_indefinite_thing_points_back_to_nothing() -> None:
    text = "The council held a summit on Friday. {} for children was held at the hall."
    assert len(summaries(text.format("An event"))[0].evidence) == 1
    assert len(summaries(text.format("The event"))[0].evidence) == 2


def test_what_points_back_is_not_of_another_day() -> None:
    told = summaries("The council held a summit on Friday. The event for children was held on Sunday.")
    assert [len(summary.evidence) for summary in told] == [1]


def test_several_new_decisions_are_not_the_one_before() -> None:
    text = (
        "Scarcliffe Town Council debated a motion to expel Dana Orr.\n\nThe motion was passed on Friday.\n\n"
        "Elsewhere motions calling for the expulsion of Olive Brand and Una Pell were passed by local parties."
    )
    told = {mention.trigger: mention.happening for mention in annotate(article(text), default_lexicon()).mentions}
    assert told["motions"] != told["motion"]


def test_two_people_who_resign_are_two_events() -> None:
    found = summaries("Tom Ridley resigned on Friday. Jane Haddow resigned on Monday.")
    assert [summary.event_type for summary in found] == ["resignation", "resignation"]
    assert [summary.latest for summary in found] == [date(2024, 3, 8), date(2024, 3, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "Branches can put up other names ahead of the next general election.",
        "The rules have led to a member's expulsion in a few cases.",
    ],
)
def test_passing_uses_are_left_out(text: str) -> None:
    assert summaries(text) == []


def test_the_day_of_what_did_not_happen_is_lent_to_nothing() -> None:
    found = summaries(
        "There will therefore be no ballot of Green peers this week. "
        "We side with Ann Orme and Peter Hale who have had motions carried by their local branches."
    )
    assert [(summary.event_type, str(summary.earliest)) for summary in found if summary.modality == "asserted"] == [
        ("motion", "None")
    ]


def test_what_has_been_decided_has_no_day_that_is_to_come() -> None:
    ruling = only(
        "The High Court ruled that the levy was unlawful. A meeting of tax officials in Leeds in September would "
        "probably discuss the ruling. The judges gave no reason for the ruling.",
        "ruling",
    )
    assert (ruling.modality, ruling.earliest, ruling.latest) == ("asserted", None, PUBLISHED)


def test_leave_to_appeal_is_not_the_ruling_that_it_is_against() -> None:
    found = summaries(
        "The High Court ruled on Monday that the levy was unlawful. The ferry line welcomed the ruling. "
        "Both sides were granted permission to appeal."
    )
    assert [(summary.event_type, len(summary.evidence)) for summary in found] == [("ruling", 2), ("ruling", 1)]


def test_what_has_only_a_day_to_come_is_planned() -> None:
    bill = only(
        "Simply renewing the present legislation is not an option. Ann Kettle said: "
        '"I will be asking Parliament to renew this legislation in the autumn."',
        "bill",
    )
    assert (bill.modality, bill.earliest, bill.latest) == ("planned", date(2024, 9, 1), date(2024, 11, 30))


def test_days_apart_keep_elections_apart() -> None:
    found = summaries(
        "Mr Hale lost his seat at the 1997 election. He hopes to win it back at the next general election."
    )
    assert [(summary.event_type, summary.modality) for summary in found] == [
        ("election", "asserted"),
        ("election", "planned"),
    ]


@pytest.mark.parametrize(
    ("text", "event_type", "modality", "days"),
    [
        (
            "Ms Hart was last week among 60 peers who put their names to a newspaper advert mocking Sir Tom Ridley.",
            "advert",
            "asserted",
            (date(2024, 3, 4), date(2024, 3, 10)),
        ),
        (
            "There will be no ballot of the Greens' peers this week.",
            "vote",
            "negated",
            (date(2024, 3, 11), date(2024, 3, 17)),
        ),
        (
            "An extraordinary meeting was called in the Thorne Vale constituency for next week.",
            "meeting",
            "planned",
            (date(2024, 3, 18), date(2024, 3, 24)),
        ),
        (
            "In an email dated June 9 last year, the chief of staff, Ann Pell, asked for an overview.",
            "letter",
            "asserted",
            (date(2023, 6, 9), date(2023, 6, 9)),
        ),
        (
            "The Oxmoor branch voted on the motion, which has no formal standing, on Friday.",
            "motion",
            "asserted",
            (date(2024, 3, 8), date(2024, 3, 8)),
        ),
    ],
)
def test_status_and_days(text: str, event_type: str, modality: str, days: tuple[date, date]) -> None:
    found = only(text, event_type)
    assert (found.modality, (found.earliest, found.latest)) == (modality, days)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Orr said the board had sacked Tom Ridley.", "Dana Orr"),
        ('"The board has sacked Tom Ridley," Dana Orr said.', "Dana Orr"),
        ("The board sacked Tom Ridley on Friday.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    (mention,) = annotate(article(text), default_lexicon()).mentions
    assert mention.attributed_to == speaker


def test_a_decision_takes_its_body_from_the_context() -> None:
    motion = only("Scarcliffe Town Council met on Friday. The motion against Dana Orr was carried.", "motion")
    assert names(motion, "body") == {"Scarcliffe Town Council"}


def test_nothing_is_invented_without_a_day_of_publication() -> None:
    (resignation,) = summaries("Tom Ridley resigned on Friday.", None)
    assert (resignation.earliest, resignation.latest) == (None, None)


def test_entities_are_those_who_take_part_with_their_other_names() -> None:
    annotation = annotate(article("Tom Ridley resigned on Friday. Mr Ridley had led the board."), default_lexicon())
    (entity,) = [entity for entity in annotation.entities if entity.kind == "person"]
    assert (entity.name, entity.aliases) == ("Tom Ridley", ("Mr Ridley",))
    assert {role.entity_id for mention in annotation.mentions for role in mention.roles} == {
        entity.entity_id for entity in annotation.entities
    }


def test_nothing_to_tell() -> None:
    annotation = annotate(article("The sea was calm."), default_lexicon())
    assert annotation == Annotation(document_id="d", timexes=(), mentions=(), entities=())


def holds(text: str) -> None:
    """What must hold of the annotation of any text."""
    annotation = annotate(article(text), default_lexicon())
    last = (-1, -1)
    for mention in annotation.mentions:
        assert 0 <= mention.sentence_start <= mention.start < mention.end <= mention.sentence_end <= len(text)
        assert mention.trigger == text[mention.start : mention.end]
        assert mention.earliest is None or mention.latest is None or mention.earliest <= mention.latest
        assert 0 <= mention.confidence <= 1
        assert (mention.timex_no is None) == (mention.date_basis is None)
        if mention.timex_no is not None:
            assert annotation.timexes[mention.timex_no].text == mention.date_basis
        for part in (*mention.roles, *mention.counts):
            assert 0 <= part.start < part.end <= len(text)
        assert (mention.start, mention.end) >= last
        last = (mention.start, mention.end)
    assert len({mention.mention_id for mention in annotation.mentions}) == len(annotation.mentions)
    assert annotation == annotate(article(text), default_lexicon())


WORDS = st.sampled_from(
    [
        "motion", "vote", "voted", "of no confidence", "resigned", "to resign", "will", "not", "no", "if",
        "council", "Tom Ridley", "on Friday", "last week", "214-209", "by 311 votes to 224", "the", "a",
        "election", "2001", "calls for", "inquiry", "said", "passed", "bill", "\n\n", ".", ",", "\"", "’s",
        "İ", "-", "refused", "meeting", "strike", "March", "n't", "her", "poster", "signed", "letter", "67",
        "and", "which", "next year", "ﬁne", "\u00a0", "report", "sacked", "suspended", "ruled", "appointed",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_run_of_telling_words(text: str) -> None:
    holds(text)


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "motion " * 2000,
        "He voted to " * 2500,
        "no " * 8000 + "vote",
        "if " * 5000 + "he resigned",
        "The motion, which, " * 1000,
        "1-1 vote " * 1200,
        "(" * 20000 + "vote",
        "n't" * 9000,
        "vote" + "'" * 20000,
        "On Friday " * 2000 + "he resigned.",
        "Tom Ridley resigned. " * 800,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_repetition_comes_to_an_end(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    ("text", "event_type", "role", "expected"),
    [
        (
            "A senior barrister has resigned over the new rules. Ann Orme QC resigned on Monday.",
            "resignation",
            "actor",
            {"Ann Orme QC"},
        ),
        (
            "Hale Town Council debated a motion on Monday. The motion was rejected by members.",
            "motion",
            "body",
            {"Hale Town Council"},
        ),
        (
            "Councillor Ann Orme has denied breaking the rules. An inquiry was opened on Monday.",
            "inquiry",
            "target",
            {"Ann Orme"},
        ),
        (
            "Ann Orme spoke to her staff. An inquiry was opened into the Hale Trust on Monday.",
            "inquiry",
            "target",
            {"Hale Trust"},
        ),
        (
            "Ann Orme lost a motion of no confidence on Monday. Ann Orme faced the motion after a row.",
            "motion",
            "target",
            {"Ann Orme"},
        ),
        (
            "Ann Orme was appointed to replace Joan Dale as chairman on Monday.",
            "appointment",
            "target",
            {"Ann Orme"},
        ),
        (
            "The High Court's ruling came on Joan Dale's first week as trade minister.",
            "ruling",
            "target",
            set(),
        ),
        ("Ann Orme wrote a book. The election was held on Monday.", "election", "actor", set()),
        (
            "Ann Orme tabled a motion. The motion was debated. The motion was read. Tom Dale moved the motion.",
            "motion",
            "actor",
            {"Ann Orme"},
        ),
        (
            "Ann Orme signed the letter. The letter was long. The letter was read. "
            "The letter was signed by Tom Dale, Jo Vale and Di Rowe.",
            "letter",
            "actor",
            {"Ann Orme", "Tom Dale", "Jo Vale", "Di Rowe"},
        ),
        (
            "A motion was passed by local branches. The motion will be considered by the Vale Council.",
            "motion",
            "body",
            {"local branches", "Vale Council"},
        ),
        ("The Greens spoke, but their amendment was rejected by 30 votes to 15.", "amendment", "body", set()),
        ("Tom Dale, head of Orme Bank, spoke. Mr Dale resigned on Friday.", "resignation", "body", {"Orme Bank"}),
        ("Green candidate sacked\n\nThe party sacked Ann Orme on Monday.", "expulsion", "target", {"Ann Orme"}),
        (
            "There was a motion. The motion was long. The motion was read. A young clerk moved the motion. "
            "Ann Orme moved the motion.",
            "motion",
            "actor",
            {"Ann Orme"},
        ),
        ("The Vale Party is in a row. Ann Orme will speak at the AGM in May.", "meeting", "body", {"Vale Party"}),
        ("Ann Orme is in a row. She will speak at the AGM in May.", "meeting", "body", set()),
    ],
)
def test_who_takes_part_is_settled_over_all_mentions(text: str, event_type: str, role: str, expected: set[str]) -> None:
    told = [summary for summary in summaries(text) if summary.event_type == event_type]
    assert told
    assert set().union(*(names(summary, role) for summary in told)) == expected


def test_who_only_speaks_of_what_has_been_told_does_not_tell_it() -> None:
    text = (
        "Ann Orme tabled a motion. It rained on the motion. The motion was long. The motion was odd. "
        "Tom Dale backed the motion. The motion was rejected on Monday. The motion was a farce."
    )
    told = [text[start:end] for start, end in summaries(text)[0].evidence]
    assert "Tom Dale backed the motion." in told
    assert "The motion was rejected on Monday." in told
    assert not {"The motion was odd.", "The motion was a farce."} & set(told)


def test_it_is_the_decision_before() -> None:
    found = summaries("The Greens tabled a motion on harbour dues. It was rejected by the council on Monday.")
    assert [(told.event_type, told.outcome, len(told.evidence)) for told in found] == [("motion", "rejected", 2)]


def test_it_is_nothing_of_two_sentences_ago() -> None:
    found = summaries("Members tabled an amendment. She left the town. It was rejected on Monday.")
    assert [len(told.evidence) for told in found] == [1]


def test_what_is_voted_on_is_yet_to_be() -> None:
    found = summaries("Porters are to be balloted on strike action.")
    assert [told.event_type for told in found] == ["vote"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ann Orme spoke first. The board then ordered an inquiry.", ["Ann Orme"]),
        ("Ann Orme spoke first. The board then ordered an inquiry into the fire.", []),
        ("Ann Orme spoke first. It rained all day. The board then ordered an inquiry.", []),
        ("Ann Orme spoke first. Ann Orme left. It rained. The board then ordered an inquiry.", []),
        ("Ann Orme led. Ann Orme fell. Ann Orme left. Ann Orme hid. It rained. An inquiry was opened.", ["Ann Orme"]),
        ("Jo Vale said the plan was bad. The board then ordered an inquiry.", []),
        ("Jo Vale met Ann Orme. The board then ordered an inquiry.", []),
        ("An inquiry, led by the lawyer Ann Orme, has been opened.", []),
        ("The minister, Ann Orme, said an inquiry would be opened.", []),
        ("The board ordered an inquiry on Monday, to be chaired by Ann Orme.", []),
        ("Ann Orme spoke as auditors began to investigate the scandal.", []),
        ("Ann Orme, against whom members have passed motions of expulsion, spoke first.", ["Ann Orme"]),
    ],
)
def test_what_a_thing_is_about_is_nobody_of_the_sentence_before(text: str, target: list[str]) -> None:
    told = summaries(text)[0]
    assert [role.name for role in told.roles if role.role == "target"] == target


def test_a_plan_takes_no_body_from_the_context() -> None:
    before = "Scarcliffe Town Council met on Friday. "
    assert names(only(before + "A motion to sell the pier was withdrawn.", "motion"), "body") != set()
    assert names(only(before + "The Greens will table a motion to sell the pier.", "motion"), "body") == set()


def test_a_pronoun_means_whom_a_profile_is_about_rather_than_one_of_unknown_sex() -> None:
    profile = "Mary Ridley swims. Mary Ridley sings. Mary Ridley paints. Mary Ridley once met Mo Lund. "
    told = profile + "Mo Lund ran a farm. She resigned in 2015."
    assert names(only(told, "resignation"), "actor") == {"Mary Ridley"}


@pytest.mark.parametrize(
    ("text", "event_type", "role", "expected"),
    [
        ("The town council approved the switch on Friday by a vote of 6-3.", "vote", "body", {"town council"}),
        ("The clerk, Ann Orme, voted to sell the pier on Friday.", "vote", "supporter", {"Ann Orme"}),
        ("Tom Hale told Ann Orme in a letter on Friday that he would go.", "letter", "target", {"Ann Orme"}),
        ("Thousands took to the streets of Riverton on Friday.", "protest", "venue", {"Riverton"}),
        ("Her supporters rallied on the Riverton town hall steps.", "protest", "venue", {"Riverton town hall"}),
        ("The Cwm Dulas by-election will be held on Friday.", "election", "venue", {"Cwm Dulas"}),
        ("The Greens held a leadership election on Friday.", "election", "venue", set()),
        ("Ann Orme appeared in court on Friday.", "meeting", "actor", {"Ann Orme"}),
        ("Hale Corp and Orme Corp resumed talks on Friday.", "meeting", "actor", {"Hale Corp", "Orme Corp"}),
    ],
)
def test_who_takes_part_in_what_kinds_of_events(text: str, event_type: str, role: str, expected: set[str]) -> None:
    assert names(only(text, event_type), role) == expected
