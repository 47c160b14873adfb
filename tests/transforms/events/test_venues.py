"""Gatherings and papers as the place where something is said or done, as a table: the trigger in brackets."""

import pytest
from written import told_there

TOLD = [
    ("The economy will grow until 2031, the bank said in an annual [report].", "report", "asserted"),
    ("The mill plans to hire clerks in June, its chairman said at a [news conference].", "meeting", "asserted"),
    ("The panel approved by a single [vote] a budget that would cut fares until 2031.", "vote", "asserted"),
    ("The [strike] threat hangs over the port.", "protest", "possible"),
    ("The draft now goes to the upper house for a [vote] of its members this week.", "vote", "planned"),
    ("The [summit], she said, would agree on a plan.", "meeting", "planned"),
    ("Shares rose on expectations of an early [election].", "election", "possible"),
    ("The levy might be raised at the council's May [meeting].", "meeting", "planned"),
    ("The levy may have been raised at the board's [meeting].", "meeting", "asserted"),
    ("The levy would be discussed at a council [meeting] which opened here today.", "meeting", "asserted"),
    ("He did not believe much would emerge from an upcoming [meeting] of the union.", "meeting", "planned"),
    ("Holders will be entitled to vote at a special [meeting] of owners scheduled for 23 July.", "meeting", "planned"),
    ("The offer is meant to avoid an impasse when debt [talks] reopen in May.", "meeting", "planned"),
    ("Officials do not expect the [summit] in June to agree on a plan.", "meeting", "planned"),
    ("Port reform would not be on the agenda for a party [meeting] later this year.", "meeting", "planned"),
    ("The loss was not tied to debt [talks] that are about to begin.", "meeting", "planned"),
    ("Hundreds staged a [demonstration] to protest against the closure.", "protest", "asserted"),
    ("Deliveries were delayed by [strikes] last month.", "protest", "asserted"),
    ("The minister denied he was responding to recent [protests].", "protest", "asserted"),
    ("The mines have not recovered from the [strike] yet.", "protest", "asserted"),
    ("Membership was rejected in a 2011 [referendum].", "vote", "asserted"),
    ("The port was threatened by a [strike].", "protest", "possible"),
    ("The envoy will also stop in Lagos to [meet] traders.", "meeting", "planned"),
    ("The council is not due to [meet] again until September.", "meeting", "planned"),
    ("The board adjourned without a decision on a [petition] to reopen the pier.", "petition", "asserted"),
    ("The chairman proposed in a [letter] to the mill that the two be merged.", "letter", "asserted"),
    ("Police went into the mill to [investigate] and found a lamp.", "inquiry", "asserted"),
    ("Once the [investigation] is complete it will be handed over to prosecutors.", "inquiry", "asserted"),
    ("The opposition has refused to discuss the draft [bill] on fares.", "bill", "asserted"),
    ("The institute said its members would file a [petition] against the ban.", "petition", "planned"),
    ("The mill has delayed its annual [meeting] to 22 June from 14 May.", "meeting", "planned"),
    ("The mill has delayed its annual [meeting] until May.", "meeting", "planned"),
    ("The mill has postponed indefinitely a special [meeting] of owners.", "meeting", "negated"),
]


@pytest.mark.parametrize(("marked", "event_type", "modality"), TOLD)
def test_told(marked: str, event_type: str, modality: str) -> None:
    assert told_there(marked, event_type).modality == modality
