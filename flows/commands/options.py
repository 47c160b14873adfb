"""Options that several commands share."""

from typing import Annotated

import typer

LakeOption = Annotated[str, typer.Option("--lake", help="Folder or s3:// address of the lake.", envvar="DAYBOOK_LAKE")]
FormatOption = Annotated[str, typer.Option("--format", help="table, csv, json, jsonl, markdown or parquet.")]
DayOption = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="Publication day of inputs that carry none.")
]
SourceOption = Annotated[str | None, typer.Option("--source", help="Outlet of inputs that name none.")]
AtOption = Annotated[
    str | None, typer.Option("--at", metavar="ID or YYYY-MM-DD", help="An earlier snapshot, or the one of that day.")
]
ExtractorOption = Annotated[
    str | None, typer.Option("--extractor", help="What finds events: rules, spacy or llm.", show_default="rules")
]
SpacyOption = Annotated[str | None, typer.Option("--spacy-model", help="Installed spaCy pipeline, or folder of one.")]
UrlOption = Annotated[
    str | None, typer.Option("--llm-url", help="Base address of a chat endpoint that speaks OpenAI's protocol.")
]
ModelOption = Annotated[str | None, typer.Option("--llm-model", help="Model that the endpoint is asked for.")]
