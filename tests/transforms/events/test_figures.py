"""Times of figures and of what is said, beside triggers in brackets that they do not date, or do.

The article is published on Tuesday 12 March 2024.
"""

from datetime import date

import pytest
from written import read_marked

UNDATED = None, "2024-03-12"
LAST_YEAR = "2023-01-01", "2023-12-31"
DATED = [
    ("Output in 2023 was hit by [strikes].", UNDATED),
    ("The mill made a loss of 3 mln pounds in 2023 because of [strikes].", UNDATED),
    ("A [meeting] of growers has forecast growth for this year at 2 pct.", UNDATED),
    ("The mill, in papers handed out at its [annual meeting], spoke of a loss in the first quarter.", UNDATED),
    ("Wages paid after the [strike] rose to 90 pounds a week, up from 2022.", UNDATED),
    ("Rents are higher after the [strike] than in 2022.", UNDATED),
    ("It is told in the board's 2023 [annual report].", UNDATED),
    ("First quarter [figures] were released on Monday.", ("2024-03-11", "2024-03-11")),
    ("It is told in a 2023 [report] by the board.", LAST_YEAR),
    ("The two mills held [talks] on prices last year.", LAST_YEAR),
    ("The council approved a [budget] of 3 mln pounds last year.", LAST_YEAR),
    ("The rise came after more than one [strike] in 2023.", LAST_YEAR),
    ("The new shop is due to open on 3 May, Ms Orme told the [annual meeting].", UNDATED),
    ("The mill will shut in June, Ms Orme said at a [news conference].", UNDATED),
    ("On Monday, Ms Orme told the [annual meeting] that the mill would shut.", ("2024-03-11", "2024-03-11")),
    ("Ms Orme told the [annual meeting] the mill would not shut in 2025.", UNDATED),
    ("Ms Orme told a [news conference] that rents this year would fall.", UNDATED),
    ("Ms Orme said the [annual meeting] had been held in May.", ("2023-05-01", "2023-05-31")),
    ("Mills will shut in June, according to a [report] by the board.", UNDATED),
    ("Two directors appointed last week by the mill have [resigned].", UNDATED),
    ("The mill said last week it had [sacked] its director.", ("2024-03-04", "2024-03-10")),
    ("The [report] said mills in 2021 were idle.", UNDATED),
    ("The board said [in its report] mills were idle in 2021.", UNDATED),
    ("The board said [in a report] published on Monday that mills were idle.", ("2024-03-11", "2024-03-11")),
]

STOPPAGES = [
    ("The [strike] began on March 4.", ("2024-03-04", "2024-03-12")),
    ("The port was shut by a [strike] which began just after midnight March 10.", ("2024-03-10", "2024-03-12")),
    ("Porters began a national [strike] on Friday.", ("2024-03-08", "2024-03-12")),
    ("Porters have been [on strike] since March 4.", ("2024-03-04", "2024-03-12")),
    ("The [strike] began on Monday and ended a day later.", ("2024-03-11", "2024-03-12")),
    ("Porters began a three-hour [strike] on Friday.", ("2024-03-08", "2024-03-08")),
    ("Porters [went on strike] on Friday.", ("2024-03-08", "2024-03-08")),
    ("The [meeting] began on Friday.", ("2024-03-08", "2024-03-08")),
]


@pytest.mark.parametrize(("marked", "days"), STOPPAGES)
def test_a_stoppage_that_has_begun_goes_on_until_it_is_told_to_be_over(
    marked: str, days: tuple[str | None, str | None]
) -> None:
    _is_dated(marked, days)


@pytest.mark.parametrize(("marked", "days"), DATED)
def test_periods_of_figures_and_of_what_is_said_date_nothing_done(
    marked: str, days: tuple[str | None, str | None]
) -> None:
    _is_dated(marked, days)


def _is_dated(marked: str, days: tuple[str | None, str | None]) -> None:
    mentions, start, end = read_marked(marked)
    (found,) = [mention for mention in mentions if mention.start <= start and end <= mention.end]
    assert (found.earliest, found.latest) == tuple(date.fromisoformat(day) if day else None for day in days)
