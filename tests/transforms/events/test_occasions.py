"""Gatherings that there are or will be, whatever is in doubt about what comes of them; the trigger in brackets."""

import pytest
from written import told_there

TOLD = [
    ("The dispute may be settled at last in a court [hearing] on 28 March.", "meeting", "planned"),
    (
        "She did not say whether the ministers might decide at next week's [summit] to lift the levy.",
        "meeting",
        "planned",
    ),
    ("A circular is needed for a 28 May shareholders [meeting] called to approve the sale.", "meeting", "planned"),
    ("The mill would seek the consent of its owners at a special [meeting] on 9 April.", "meeting", "planned"),
    ("The premier hopes to see the envoy in April to prepare for the Vienna [summit] in June.", "meeting", "planned"),
    (
        "Asked if pay would be raised at the next council [meeting], to be held in Leeds, he fell silent.",
        "meeting",
        "planned",
    ),
    ("Asked if she would travel to attend the fund's [meetings] in April, she shook her head.", "meeting", "planned"),
    ("Ministers met to see whether they could agree at this month's [meeting] of the fund.", "meeting", "planned"),
    ("The premier defended the tax as campaigning for [local elections] began.", "election", "planned"),
    (
        "Aides fear that the party might face next year's presidential [election] with empty coffers.",
        "election",
        "planned",
    ),
    ("If the party wins the next general [election], it will sell the ports.", "election", "planned"),
    ("If she becomes premier following last month's general [election], she will seek advice.", "election", "asserted"),
    ("He did not say whether the [talks] with the mill had led to any deal.", "meeting", "asserted"),
    (
        "Asked after a speech to the annual [conference] what, if any, limits had been set, he smiled.",
        "meeting",
        "asserted",
    ),
    ("Members blamed the failure of the [strike] on the weather.", "protest", "asserted"),
    ("The dock [strike] will not start until Friday.", "protest", "planned"),
    ("The [talks] will not begin before Thursday.", "meeting", "planned"),
    ("The mill will seek shareholder [approval] at a special meeting on 9 April.", "vote", "planned"),
    ("The union called for a special [meeting] in April.", "meeting", "possible"),
    ("Councillors asked for an emergency [meeting] on Monday.", "meeting", "possible"),
    ("The unions said they were considering a bid to resume [talks] next week.", "meeting", "possible"),
    ("Ministers urged her to call an [election] in June.", "election", "possible"),
    ("Calls for a May [election] grew louder.", "election", "possible"),
    ("Monks and lawyers campaigned for an early [election].", "election", "possible"),
    ("The leaders might meet at a [summit] in June.", "meeting", "possible"),
    ("A [meeting] would be called if any member objected.", "meeting", "possible"),
]


@pytest.mark.parametrize(("marked", "event_type", "modality"), TOLD)
def test_told(marked: str, event_type: str, modality: str) -> None:
    assert told_there(marked, event_type).modality == modality
