"""Times behind an aside, and those of a deed told beside or after a thing: trigger in brackets, 12 March 2024."""

from datetime import date

import pytest
from written import read_marked

UNDATED = None, "2024-03-12"
MONDAY = "2024-03-11", "2024-03-11"
FRIDAY = "2024-03-08", "2024-03-08"
DATED = [
    ("The [by-election], triggered by a death in December, will take place on 5 June.", ("2024-06-05", "2024-06-05")),
    ("The [motion], tabled by two members, won 12 votes on Monday.", MONDAY),
    ("The motion was carried. The [motion], tabled by two members on Friday, has 12 backers.", UNDATED),
    ("The [walkout], called after talks broke down, began on Monday.", MONDAY),
    ("The walkout, called after [talks] broke down, began on Monday.", UNDATED),
    ("The [letter], written by 40 teachers and seen by the Courier, was sent to ministers on Friday.", FRIDAY),
    (
        "The [strike] by members of the Guild of Dyers (GOD), 90 of them women, began on Monday.",
        ("2024-03-11", "2024-03-12"),
    ),
    (
        "It heard from nurses at [hearings] in York and Leeds, the last of which took place in December.",
        ("2023-12-01", "2023-12-31"),
    ),
    ("The paper was first to tell that she spoke on Friday, [in a call with] donors.", FRIDAY),
    ("None is likely at next week's Harbour Pilots Board (HPB) [meeting].", ("2024-03-18", "2024-03-24")),
    ("A court [upheld] the May 26, 2022, award to the mill.", UNDATED),
    ("A man will [stand trial] on charges he struck a 20-year-old clerk earlier this month.", ("2024-03-12", None)),
    ("The clerk [pleaded guilty] to one charge of evading taxes in 2019.", UNDATED),
    ("The clerk was [found guilty] of theft on Monday.", MONDAY),
    (
        "Ms Orme left the board in June 2016 over the handling of the [ballot], but came back that October.",
        ("2016-06-01", "2016-06-30"),
    ),
    ("Her inquiry into the harbour he ordered last week would [report] by Easter.", ("2024-03-12", "2024-03-31")),
    ("The dean announced on Monday, hours after the vote, that she was [leaving the party].", MONDAY),
    (
        "The firm announced last week that its chairman, Tom Hale, 61, had been [sacked].",
        ("2024-03-04", "2024-03-10"),
    ),
    ("Tom Hale was [succeeded by] Ann Orme, president of the unit since 2014.", UNDATED),
    ("The mayor has lost a [confidence vote], paving the way for elections on 23 May.", UNDATED),
    ("Ms Orme was elected in 2022 and led the guild through 11 [strikes].", UNDATED),
    ("[Protests] have been held in Leeds every day since 20 February.", ("2024-02-20", "2024-03-12")),
    (
        "A public [inquiry] into the deaths of 2,000 patients will begin hearing evidence next month.",
        ("2024-04-01", "2024-04-30"),
    ),
    ("A [protest march] was held the weekend before the dispute.", UNDATED),
    (
        "The guild called a strike for 11 May against a [reform bill] approved by ministers in July.",
        ("2023-07-01", "2023-07-31"),
    ),
    ("It was the first such [strike] since 2011, the guild said.", UNDATED),
    ("She withdrew the [finance bill] a week after the first march.", UNDATED),
    ("The record date for the [annual meeting] is April 10.", ("2024-03-12", None)),
    ("Ms Orme is in Leeds after [talks] in York, and leaves for Hull on Friday.", UNDATED),
    ("Police continue to [investigate] a fire early Sunday that hurt four men.", UNDATED),
    ('She has called a rally on Friday to announce a "big step" in the harbour [investigation].', UNDATED),
    ("The 2022/23 economic [survey] was published last week.", ("2024-03-04", "2024-03-10")),
    ("A strike held up a [debate] and forced through a stop-gap 2023/24 budget.", UNDATED),
    ("Weekly [figures] published by the bank showed its assets rose by two billion pounds last week.", UNDATED),
]


@pytest.mark.parametrize(("marked", "days"), DATED)
def test_a_time_behind_an_aside_or_of_another_deed(marked: str, days: tuple[str | None, str | None]) -> None:
    mentions, start, end = read_marked(marked)
    (found,) = {
        (mention.earliest, mention.latest) for mention in mentions if mention.start <= start and end <= mention.end
    }
    assert found == tuple(date.fromisoformat(day) if day else None for day in days)
