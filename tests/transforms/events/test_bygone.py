"""Months yet to come in the calendar, told of what is over or to come: 12 March 2024, the trigger in brackets."""

from datetime import date

import pytest
from written import read_marked

JUNE = "2023-06-01", "2023-06-30"
NEXT_JUNE = "2024-06-01", "2024-06-30"
DATED = [
    ("A [rally] in June drew 900 people.", JUNE),
    ("A [strike] in June was the longest yet.", JUNE),
    ("The [by-election] in June was won by the Greens.", JUNE),
    ("A similar [measure] passed the House in June.", JUNE),
    ("The council held a [meeting] in June.", JUNE),
    ("Parliament approved the pact by 301 [votes to] 269 in June.", JUNE),
    ("A [rally] in June will draw 900 people.", NEXT_JUNE),
    ("A [rally] called in June has been announced.", NEXT_JUNE),
    ("Members will debate the plan when they [meet] in Leeds in February.", ("2025-02-01", "2025-02-28")),
]


@pytest.mark.parametrize(("marked", "days"), DATED)
def test_which_year_a_month_is_of(marked: str, days: tuple[str, str]) -> None:
    mentions, start, end = read_marked(marked)
    (found,) = {
        (mention.earliest, mention.latest) for mention in mentions if mention.start <= start and end <= mention.end
    }
    assert found == (date.fromisoformat(days[0]), date.fromisoformat(days[1]))


ELECTIONS = [
    ("The [election] went ahead in Hull.", "asserted"),
    ("The [election] has begun in Hull.", "asserted"),
    ("The [election] is over.", "asserted"),
    ("The [election] was a blow for the Greens.", "asserted"),
    ("It is the first [election] since the war.", "asserted"),
    ("The [election] has been brought forward.", "planned"),
    ("The [election] will be the first since the war.", "planned"),
    ("The Greens will contest the [election] in Hull.", "planned"),
]


@pytest.mark.parametrize(("marked", "modality"), ELECTIONS)
def test_whether_an_election_is_over(marked: str, modality: str) -> None:
    mentions, start, _ = read_marked(marked)
    assert [mention.modality for mention in mentions if mention.start == start] == [modality]
