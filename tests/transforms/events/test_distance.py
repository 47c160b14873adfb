"""Which times are a trigger's own and which are told of something else: trigger in brackets, 12 March 2024."""

from datetime import date

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

OWN = [
    ("The paper says that a week ago dockers began a [strike].", "2024-03-05", "2024-03-05"),
    ("Yesterday was calm, but this week dockers began a [strike] in Leeds.", "2024-03-11", "2024-03-12"),
    ("The board was silent after a paper published a [report] this morning quoting it.", "2024-03-12", "2024-03-12"),
    ("Monday's session was halted when 60 farmers staged a [protest] outside.", "2024-03-11", "2024-03-11"),
    (
        "A [leaked memo] by an aide, parts of which appeared in the Courier on Monday, said it.",
        "2024-03-11",
        "2024-03-11",
    ),
    (
        'The chairman, who came in 2019, said on Monday he would [relinquish] his role "with immediate effect".',
        "2024-03-11",
        "2024-03-11",
    ),
    ("Two rounds of [talks], scheduled for Thursday and Friday, come after a row.", "2024-03-14", "2024-03-15"),
    ("The two will hold technical [talks] next Monday and Tuesday.", "2024-03-18", "2024-03-19"),
    ("The Leeds 76ers [fired] coach Tom Hale on Saturday.", "2024-03-09", "2024-03-09"),
    ("She was [named] coach of the year in 1987.", "1987-01-01", "1987-12-31"),
    ("The board announced today that Ms Orme has been [sacked].", "2024-03-12", "2024-03-12"),
    ("The first vote was to be held in 2015, but the [election] could not go ahead.", "2015-01-01", "2015-12-31"),
    ("The [strike] began on March 4 when workers walked out over pay.", "2024-03-04", "2024-03-12"),
    ("Shares fell on Friday after Mayor of Leeds Ann Orme's [resignation].", None, "2024-03-08"),
]
ELSEWHERE = [
    "The merger is effective May 1 and is subject to [shareholder approval].",
    "Mr Hale [became] chairman until he falls ill in May.",
    "The paper ran a piece on Friday about her words regarding a [meeting] with the dean.",
    "Orme, a director since 1991, said he was [resigning].",
    "Eight of the 14 fires since 2013 were [under investigation].",
    "Growth will reach its highest rate since 1990, the bank's yearly [survey predicted].",
    "Output fell by a tenth in 2023, said the [report].",
    "Output fell by a tenth in 2023, according to data in its yearly [report].",
    "The [report] shows profits fell in 2023.",
    "The [hours of negotiations] failed, and the agency put its deadline off until Friday.",
    "The minister will not settle the [strike], which was ruled illegal on Friday.",
    "The fund expects a rise in fees this year, Ms Orme told members at its [annual meeting].",
    "In its World Grain and Trade [Report], the office said imports for 2023 fell.",
    "The [resignation] was in line with custom following the March 1-2 general election.",
    "At the [meeting], Ms Orme said the trend seen in the first quarter was slowing.",
    "A paper will be issued in May explaining the proposed [legislation].",
    "The sale, subject to [regulatory approval], is due in July.",
    "Although little is known of the [election], most members asked this morning were calm.",
    "Senators are weighing introducing [legislation] to extend the tax break through 2030.",
    "Holders at the [annual meeting] passed a split that takes effect June 25.",
    "The judge set Friday as the deadline for the [ballot].",
    "The firm said on Friday the [strike] was hurting sales.",
    "On Friday the mayor told reporters that the [inquiry] was a sham.",
    "An Oslo man will [stand trial] on charges that he robbed a bank last month.",
    "A court has [blocked] the trial of two men suspected of robbing a bank in 2018.",
    "The judge granted the [injunction] in connection with a suit filed in 1986.",
    "The firm will take the mill over on May 1, subject to [regulatory approvals].",
    "The firm published its [report] on accounts as of 30 September 2023.",
    "An amendment backed by the panel yesterday is unlikely to stay in a [trade bill].",
    "Orme, who met the dean, Tom Ridley, on Friday, has [left the party].",
]


def days_of(marked: str) -> tuple[date | None, date | None]:
    """The days of the mention in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    mentions = annotate(article(marked.replace("[", "").replace("]", "")), default_lexicon()).mentions
    (found,) = [mention for mention in mentions if mention.start <= start and end <= mention.end]
    return found.earliest, found.latest


@pytest.mark.parametrize(("marked", "earliest", "latest"), OWN)
def test_a_time_of_its_own(marked: str, earliest: str | None, latest: str) -> None:
    assert days_of(marked) == (date.fromisoformat(earliest) if earliest else None, date.fromisoformat(latest))


@pytest.mark.parametrize("marked", ELSEWHERE)
def test_a_time_of_something_else(marked: str) -> None:
    day = date(2024, 3, 12)
    assert days_of(marked) in ((None, day), (day, None))
