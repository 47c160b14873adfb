"""How a person says how dates are read where customs differ."""

from datetime import date

import pytest
from typer.testing import CliRunner
from written import article

from flows.cli import app
from flows.extractors import Choice, choice, extractor
from flows.settings import settings
from transforms.dates import DateSettings
from transforms.events.lexicon import default_lexicon
from warehouse.errors import UserError

TEXT = "The motion was passed on 03/04/2019, and the council met over Labor Day and last week."


@pytest.mark.parametrize(
    ("options", "days"),
    [
        ((), ["2019-04-03", "2018-09-03", "2019-04-07"]),
        (("--day-month", "MDY"), ["2019-03-04", "2018-09-03", "2019-04-07"]),
        (("--week-start", "7"), ["2019-04-03", "2018-09-03", "2019-04-06"]),
        (("--holiday-country", "FR"), ["2019-04-03", "2019-05-01", "2019-04-07"]),
    ],
)
def test_customs_change_the_days_of_a_text(options: tuple[str, ...], days: list[str]) -> None:
    result = CliRunner().invoke(app, ["dates", TEXT, "--published", "2019-04-10", *options])
    assert result.exit_code == 0
    assert [day for day in days if day in result.output] == days


def test_environment_tells_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAYBOOK_DAY_MONTH", "MDY")
    monkeypatch.setenv("DAYBOOK_HOLIDAY_COUNTRY", "US")
    assert settings().dates() == DateSettings(day_month="MDY", holiday_country="US")


@pytest.mark.parametrize("given", [{"week_start": 8}, {"day_month": "YMD"}, {"holiday_country": "Wales"}])
def test_what_is_no_custom_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(UserError, match=next(iter(given))):
        settings(**given)


def test_an_extractor_reads_its_documents_by_them() -> None:
    document = article(TEXT, date(2019, 4, 10))
    read = extractor(choice(settings(day_month="MDY")), default_lexicon())(document)
    assert read.annotation.timexes[0].value == "2019-03-04"


def test_other_customs_are_another_version() -> None:
    assert Choice().version == ""
    assert Choice(dates=DateSettings(week_start=7)).version not in ("", Choice(dates=DateSettings()).version)
