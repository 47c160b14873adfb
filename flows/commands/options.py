"""Options that several commands share."""

from typing import Annotated

import typer

LakeOption = Annotated[str, typer.Option("--lake", help="Folder or s3:// address of the lake.", envvar="DAYBOOK_LAKE")]
FormatOption = Annotated[str, typer.Option("--format", help="table, csv, json, markdown or parquet.")]
DayOption = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="Publication day of inputs that carry none.")
]
SourceOption = Annotated[str | None, typer.Option("--source", help="Outlet of inputs that name none.")]
AtOption = Annotated[
    str | None, typer.Option("--at", metavar="ID or YYYY-MM-DD", help="An earlier snapshot, or the one of that day.")
]
