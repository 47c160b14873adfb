"""One consistent calendar across all articles; see docs/network.md."""

from transforms.dates.network.settle import date_and_regroup, date_everything

__all__ = ["date_and_regroup", "date_everything"]
