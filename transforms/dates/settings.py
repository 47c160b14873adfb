"""What a reader has to be told that the text does not say."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["past", "future", "nearest", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSettings:
    """How dates are read where customs differ.

    `week_start` is the first day of a week (1 Monday .. 7 Sunday). `day_month` orders plain numeric dates.
    `holiday_country` is the ISO 3166 code whose public holidays are meant. `prefer` is where an expression without a
    year or week points; null leaves it to the tense of the sentence, and "any" too. `mode` "news" counts from the day
    of publication, "narrative" from the date the story has reached, null decides by the text. `language` is an
    ISO 639-1 code, null to detect it.
    """

    week_start: int = 1
    day_month: Literal["DMY", "MDY"] = "DMY"
    holiday_country: str = "GB"
    prefer: Direction | None = None
    mode: Literal["news", "narrative"] | None = None
    language: str | None = None
