"""Time expressions: found in a text, resolved to days."""

from transforms.dates.find import find_timexes
from transforms.dates.settings import DateSettings

__all__ = ["DateSettings", "find_timexes"]
