"""The day on which a named day falls."""

from datetime import date, timedelta
from functools import cache, lru_cache

import seeds


@cache
def named() -> dict[str, str]:
    """Words to the key of a named day."""
    rows = seeds.toml("words/time_holidays.toml")
    return {name: key for key, row in rows.items() for name in row["names"]}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    step = (32 + 2 * rest + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    shift = (golden + 11 * moon + 22 * step) // 451
    month, day = divmod(moon + step - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=1024)
def public_days(country: str, year: int) -> dict[str, date]:
    """The public holidays of a country in a year by their English names; empty where the package has none."""
    import holidays

    try:
        found = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return {}
    return {name: day for day, name in sorted(found.items(), reverse=True)}


@lru_cache(maxsize=4096)
def day_of(key: str, year: int, country: str) -> date | None:
    """The day of a named day in a year, or null when it cannot be told for that year."""
    row = seeds.toml("words/time_holidays.toml")[key]
    if not 1583 <= year <= 4099:
        return date(year, row["month"], row["day"]) if "day" in row and 1 <= year <= 9999 else None
    if "easter" in row:
        return easter(year) + timedelta(days=row["easter"])
    if "after" in row:
        base = day_of(row["after"], year, country)
        return base + timedelta(days=row["days"]) if base else None
    if "public" in row and not ("ruled" in row and country in row["ruled"] and year >= row["since"]):
        return public_day(row["public"], year, (country, row["country"]))
    if "weekday" in row:
        first = date(year, row["month"], row["from_day"])
        return first + timedelta(days=(row["weekday"] - first.isoweekday()) % 7)
    return date(year, row["month"], row["day"])


def public_day(name: str, year: int, countries: tuple[str, ...]) -> date | None:
    """The public holiday of a name, or the first whose name begins with it, in the first country that has it."""
    for country in countries:
        days = public_days(country, year)
        if name in days:
            return days[name]
        for found, day in days.items():
            if found.startswith(name):
                return day
    return None
