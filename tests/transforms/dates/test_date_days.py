"""The days that an expression covers, beside its value."""

from datetime import date

import pytest

from transforms.dates import DateSettings, find_timexes

CASES = [
    ("on the night of 4-5 August 1789", "1789-08-04", "1789-08-05"),
    ("on the night of 31 July 1789", "1789-07-31", "1789-07-31"),
    ("in the first ten months of 1915", "1915-01-01", "1915-10-31"),
    ("in the last two weeks of February 2018", "2018-02-15", "2018-02-28"),
    ("over the past year", "2018-04-10", "2019-04-10"),
    ("over the next decade", "2019-04-10", "2029-04-10"),
    ("within the past 12 to 18 months", "2017-10-10", "2019-04-10"),
    ("in H1 2012", "2012-01-01", "2012-06-30"),
    ("by the end of the decade", "2016-09-01", "2019-12-31"),
    ("a few hours ago", "2019-04-09", "2019-04-10"),
    ("several minutes ago", "2019-04-10", "2019-04-10"),
    ("40 minutes ago", "2019-04-10", "2019-04-10"),
    ("in the next day or two", "2019-04-10", "2019-04-12"),
    ("36 hours ago", "2019-04-08", "2019-04-08"),
    ("a year ago this week", "2018-04-09", "2018-04-15"),
    ("on Memorial Day 2018", "2018-05-28", "2018-05-28"),
    ("on Thanksgiving 2018", "2018-11-22", "2018-11-22"),
    ("on Anzac Day 2018", "2018-04-25", "2018-04-25"),
    ("at Lunar New Year 2018", "2018-02-16", "2018-02-16"),
    ("by Diwali 2018", "2018-11-06", "2018-11-06"),
    ("before Yom Kippur 2018", "2018-09-19", "2018-09-19"),
]


@pytest.mark.parametrize(("text", "first", "last"), CASES)
def test_expression_covers_its_days(text: str, first: str, last: str) -> None:
    (timex,) = find_timexes(
        f"He left {text}.", published=date(2019, 4, 10), settings=DateSettings(language="en", mode="news")
    )
    assert (str(timex.earliest), str(timex.latest)) == (first, last)


@pytest.mark.parametrize(
    ("words", "day", "value"),
    [
        ("this winter", date(2019, 1, 10), "2018-WI"),
        ("this winter", date(2019, 3, 5), "2018-WI"),
        ("this winter", date(2019, 10, 10), "2019-WI"),
        ("this winter", date(2019, 12, 10), "2019-WI"),
        ("this summer", date(2019, 1, 10), "2019-SU"),
        ("this summer", date(2019, 12, 10), "2019-SU"),
        ("this Christmas", date(2019, 1, 4), "2018-12-25"),
        ("this Christmas", date(2019, 7, 4), "2019-12-25"),
        ("this January", date(2018, 12, 20), "2019-01"),
    ],
)
def test_this_means_the_one_under_way_or_that_of_the_year(words: str, day: date, value: str) -> None:
    (timex,) = find_timexes(f"They left {words}.", published=day, settings=DateSettings(language="en"))
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was a good month; the previous Saturday it had rained.", "2019-04-06"),
        ("It was on 3 March, in a bad year; the following Saturday it rained.", "2019-03-09"),
    ],
)
def test_weekday_is_counted_from_a_day_told_and_not_from_a_year(text: str, value: str) -> None:
    found = find_timexes(text, published=date(2019, 4, 10), settings=DateSettings(language="en", mode="news"))
    assert found[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The inquiry was set up in July and is due to report by the end of the year.", "2019"),
        ("The inquiry was set up last July and reported at the end of the year.", "2018"),
        ("It sat in 2003. Nobody will forget that year.", "2003"),
    ],
)
def test_the_year_is_the_present_one_where_something_is_still_to_come(text: str, value: str) -> None:
    found = find_timexes(text, published=date(2019, 4, 10), settings=DateSettings(language="en", mode="news"))
    assert found[-1].value == value


@pytest.mark.parametrize(
    ("country", "day"), [("GB", "2018-09-03"), ("US", "2018-09-03"), ("FR", "2018-05-01"), ("DE", "2018-05-01")]
)
def test_named_day_is_that_of_the_country(country: str, day: str) -> None:
    settings = DateSettings(language="en", holiday_country=country)
    (timex,) = find_timexes("He left on Labor Day 2018.", published=date(2019, 4, 10), settings=settings)
    assert timex.value == day
