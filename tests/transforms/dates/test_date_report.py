"""What a person sees who asks how dates were read."""

from datetime import date

from transforms.dates.report import report

TEXT = "The motion was passed last week. On Friday he resigned; the vote will be held on May 21."


def test_report_tells_value_days_and_rule() -> None:
    lines = [(line.words, line.value, line.days, line.rule) for line in report(TEXT, date(2019, 4, 10))]
    assert lines == [
        ("last week", "2019-W14", "2019-04-01 to 2019-04-07", "unit-step"),
        ("Friday", "2019-04-05", "Fri 2019-04-05", "weekday"),
        ("May 21", "2019-05-21", "Tue 2019-05-21", "month-day"),
    ]


def test_report_says_that_lengths_and_sets_have_no_days() -> None:
    lines = report("She comes every Friday and stays for two days, or for the last two weeks.", date(2019, 4, 10))
    assert [(line.value, line.days) for line in lines] == [
        ("XXXX-WXX-5", "no certain day"),
        ("P2D", "a length of time"),
        ("P2W", "2019-03-27 to 2019-04-10"),
    ]


def test_report_without_a_publication_day_tells_the_distance() -> None:
    lines = [(line.words, line.value, line.days) for line in report(TEXT, None)]
    assert lines == [
        ("last week", "XXXX-WXX", "-13 to -1 days from publication"),
        ("Friday", "XXXX-WXX-5", "-6 to +0 days from publication"),
        ("May 21", "XXXX-05-21", "+0 to +365 days from publication"),
    ]
