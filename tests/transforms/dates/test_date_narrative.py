"""Where a history has got to when it tells a date without a year."""

from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes

CASES = [
    ("The siege began on 5 March 1880. On 20 March the town fell.", "1880-03-20"),
    ("They landed in October 1880. On 3 January they marched.", "1881-01-03"),
    ("The siege began on 5 March 1880, which a report of 1884 denied. On 20 March the town fell.", "1880-03-20"),
    ("They met in April 1880. In 1881 the pact broke. On 2 May they fought.", "1881-05-02"),
    ("1880\n\nIn November they met.\n\n1881\n\nIn December they parted.", "1881-12"),
    ("In 490 BC they landed. In March they left.", "BC0490-03"),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_date_without_a_year_carries_the_story_on(text: str, value: str) -> None:
    settings = DateSettings(language="en", mode="narrative")
    assert find_timexes(text, published=date(2019, 4, 10), settings=settings)[-1].value == value
