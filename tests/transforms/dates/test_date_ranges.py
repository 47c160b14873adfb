"""What the two ends of a range or a pair tell each other."""

from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes

CASES = [
    ("between March and June 1990", "1990-03 1990-06"),
    ("from November to February 1991", "1990-11 1991-02"),
    ("in August and September 1914", "1914-08 1914-09"),
    ("the siege (26 June - 4 August 1952)", "1952-06-26 1952-08-04"),
    ("from the 3rd to the 9th of March 1962", "1962-03-03 1962-03-09"),
    ("from May 1914 to March", "1914-05 1915-03"),
    ("from 3 March 2001 to 5 May", "2001-03-03 2001-05-05"),
    ("in the spring and summer of 1918", "1918-SP 1918-SU"),
    ("the spring offensive of 1918", "1918-SP 1918"),
    ("from 3 to 5 May", "2019-05-03 2019-05-05"),
    ("between 2004 and March", "2004 2019-03"),
    ("from Monday to Friday", "2019-04-08 2019-04-12"),
    ("between Tuesday and Thursday", "2019-04-09 2019-04-11"),
    ("between Monday and Wednesday last week", "2019-04-01 2019-04-03"),
    ("on Monday and Thursday", "2019-04-08 2019-04-04"),
    ("in the month ended 12 January", "2018-12 2019-01-12"),
    ("in February. May 1990 was cold", "2019-02 1990-05"),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_ends_share_what_one_of_them_tells(text: str, values: str) -> None:
    settings = DateSettings(language="en", mode="news")
    found = find_timexes(f"It was {text}.", published=date(2019, 4, 10), settings=settings)
    assert " ".join(timex.value for timex in found) == values
