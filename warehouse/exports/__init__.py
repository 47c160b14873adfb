"""The timeline in the formats of other programs."""

from importlib import import_module

import pyarrow as pa

from warehouse.errors import UserError

FORMS = ("csv", "jsonl", "ics", "timelinejs", "jsonld", "atom")


def export(rows: pa.Table, form: str) -> bytes:
    """Rows of a query in one of `FORMS`; calendars, timelines and feeds need the columns of view `timeline`.

    Raises:
        UserError: there is no such form, or a column is missing.
    """
    if form not in FORMS:
        raise UserError(f"no export format {form!r}; there are {', '.join(FORMS)}")
    return bytes(getattr(import_module(f"warehouse.exports.{form}"), f"{form}_bytes")(rows))


def left_out(rows: pa.Table, form: str) -> int:
    """How many of the rows the format cannot hold, because it puts everything on a day."""
    from warehouse.exports.events import happenings

    needed = {"ics": ("earliest", "latest"), "timelinejs": ("earliest",)}.get(form)
    if needed is None:
        return 0
    return sum(any(getattr(told, name) is None for name in needed) for told in happenings(rows))
