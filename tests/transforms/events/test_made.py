"""What has been made, decided or held stays told as done whatever days its matter names; the trigger in brackets."""

import pytest
from written import events_of, told_there

TOLD = [
    ("The lower house approved a [bill] to enable growers of 2025 winter wheat to be paid.", "bill", "asserted"),
    ("Parliament passed a [bill] that will raise the pension age in 2030.", "bill", "asserted"),
    ("The synod adopted a [resolution] to open talks with the union next month.", "motion", "asserted"),
    ("Councillors backed a [motion] calling for a referendum in May.", "motion", "asserted"),
    ("The levy will be announced tonight but the [text] of the decree was released at noon.", "report", "asserted"),
    (
        "The plan, announced after a board [meeting] in Leeds, calls for a sale by the end of 2026.",
        "meeting",
        "asserted",
    ),
    ("Shares rose, lifted by general [election] results which dealt a blow to the left.", "election", "asserted"),
    ("Members tabled a [motion] for the meeting on 30 March to remove him.", "motion", "planned"),
    ("The lower house will approve a [bill] next week to enable growers to be paid.", "bill", "planned"),
    ("Ministers backed a [vote] in May on the levy.", "vote", "planned"),
    ("The council was told that a [rally] would be held in May.", "protest", "planned"),
]


@pytest.mark.parametrize(("marked", "event_type", "modality"), TOLD)
def test_told(marked: str, event_type: str, modality: str) -> None:
    assert told_there(marked, event_type).modality == modality


def test_a_document_that_is_there_is_there_whatever_it_threatens() -> None:
    """What somebody has signed or tabled is a fact, though its deed is told as a risk in other sentences."""
    _, events = events_of(
        "Ann Orme had been told she was at risk of censure by her own branch. Her allies condemned the attempt to "
        "censure her. The motion, signed by six members of the branch, censures Ms Orme for her vote."
    )
    assert [(event.event_type, event.modality) for event in events] == [("motion", "asserted")]
