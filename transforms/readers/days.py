"""The day of publication as inputs write it: ISO 8601, RFC 2822, compact stamps, seconds since 1970, plain words."""

import calendar
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache

import re2

from transforms.readers.article import Published
from transforms.records import Basis

_ISO = re2.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:$|[T ,].*)")
_COMPACT = re2.compile(r"(\d{4})(\d{2})(\d{2})(?:$|[T ]?\d.*)")
_UTC_STAMP = re2.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)")
_YEAR = re2.compile(r"\b(?:1[5-9]|20|21)\d\d\b")
# With all that the library knows, a field that is no day costs twenty times as much as one that is.
_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl"]
_NOTHING = {"", "-", "n/a", "na", "nan", "nat", "none", "null", "unknown", "undated", "n.d."}
_FIRST, _LAST = date(1500, 1, 1), date(2200, 1, 1)


def published(value: object, basis: Basis, zone: tzinfo | None = None) -> Published | None:
    """The days that a field of an input names; as long as the text is precise ("2019-07" is the whole month).

    Null for a field that is empty or says "unknown". A stamp with an offset keeps the day of its own clock, but one in
    UTC, which is the clock of a machine, is read on the clock of the outlet's `zone` where that is known.

    Raises:
        ValueError: the field says something that is no day.
    """
    if value is None or (isinstance(value, str) and value.strip().lower() in _NOTHING):
        return None
    earliest, latest = _days(value, zone)
    if not _FIRST <= earliest <= latest <= _LAST:
        raise ValueError(f"no day of publication: {str(value)[:60]!r}")
    return Published(earliest=earliest, latest=latest, basis=basis)


def _days(value: object, zone: tzinfo | None) -> tuple[date, date]:
    if isinstance(value, datetime):
        return _on_clock(value, zone)
    if isinstance(value, date):
        return value, value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(float(value), zone)
    if isinstance(value, str) and len(value) <= 100:
        return _from_words(value.strip(), zone)
    raise ValueError(f"no day of publication: {str(value)[:60]!r}")


def _epoch(value: float, zone: tzinfo | None) -> tuple[date, date]:
    if 1e11 < abs(value) < 1e14:
        value /= 1000  # milliseconds, as JavaScript counts
    if not 1e8 <= abs(value) <= 1e10:
        raise ValueError(f"no day of publication: {value:g}")
    return _on_clock(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value), zone)


def _on_clock(stamp: datetime, zone: tzinfo | None) -> tuple[date, date]:
    if zone is not None and stamp.utcoffset() == timedelta(0):
        stamp = stamp.astimezone(zone)
    return stamp.date(), stamp.date()


@lru_cache(maxsize=4096)
def _from_words(words: str, zone: tzinfo | None) -> tuple[date, date]:
    if zone is not None and _UTC_STAMP.fullmatch(words):
        return _on_clock(datetime.fromisoformat(words), zone)
    if match := _ISO.fullmatch(words) or _COMPACT.fullmatch(words):
        year, month, day = (int(part or 0) for part in match.groups())
        return _bounds(year, month, day)
    try:
        stamp = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _spelled(words)
    return _on_clock(stamp, zone)


def _bounds(year: int, month: int, day: int) -> tuple[date, date]:
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _spelled(words: str) -> tuple[date, date]:
    import dateparser

    if not _YEAR.search(words):
        raise ValueError(f"no day of publication: {words[:60]!r}")
    found: list[date] = []
    # Both orders of day and month, first and last day: what lies between is all that "5/7/2019" or "July 2019" says.
    for order, day in (("DMY", "first"), ("MDY", "last")):
        parsed = dateparser.parse(
            words,
            languages=_LANGUAGES,
            settings={
                "PARSERS": ["absolute-time"],
                "REQUIRE_PARTS": ["year", "month"],
                "DATE_ORDER": order,
                "PREFER_DAY_OF_MONTH": day,
                "RELATIVE_BASE": datetime(2000, 1, 1),
            },
        )
        if parsed is None or f"{parsed.year:04}" not in words:
            raise ValueError(f"no day of publication: {words[:60]!r}")
        found.append(parsed.date())
    return min(found), max(found)
