"""Commands that show what is found in one text, without a lake: `dates`, `annotate`."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import DayOption, ExtractorOption, ModelOption, SourceOption, SpacyOption, UrlOption


def dates(
    text: Annotated[str, typer.Argument(help="A text, or `-` for standard input.")],
    published: DayOption = None,
    language: Annotated[
        str | None, typer.Option(help="ISO 639-1 code of the text's language, else told by its words.")
    ] = None,
    week_start: Annotated[int | None, typer.Option(help="First day of a week, 1 Monday to 7 Sunday.")] = None,
    day_month: Annotated[str | None, typer.Option(help="Order of dates in digits: DMY or MDY.")] = None,
    holiday_country: Annotated[str | None, typer.Option(help="ISO 3166 code, such as US, for public holidays.")] = None,
) -> None:
    """Show the time expressions in a text: their days, grain and the rule that read them."""
    import pyarrow as pa

    from flows.commands.ask import write
    from flows.settings import settings
    from transforms.dates.languages import codes
    from transforms.dates.report import Line, report
    from warehouse.errors import UserError

    if language not in (None, "en", *codes()):
        raise UserError(f"no language {language!r}; there are en, {', '.join(codes())}")
    chosen = settings(published=published, week_start=week_start, day_month=day_month, holiday_country=holiday_country)
    customs = replace(chosen.dates(), language=language)
    lines = report(sys.stdin.read() if text == "-" else text, chosen.published, customs)
    names = list(Line.__dataclass_fields__)
    write(pa.table({name: pa.array([getattr(line, name) for line in lines], pa.string()) for name in names}), "table")


def annotate(
    path: Annotated[Path, typer.Argument(help="One article.")],
    out: Annotated[Path, typer.Option("--out", help="The page to write.")] = Path("annotated.html"),
    published: DayOption = None,
    source: SourceOption = None,
    extractor: ExtractorOption = None,
    spacy_model: SpacyOption = None,
    llm_url: UrlOption = None,
    llm_model: ModelOption = None,
) -> None:
    """Write a page that marks what is found in an article: triggers, roles, counts, time words."""
    from flows.extractors import choice
    from flows.extractors import extractor as made
    from flows.inputs import expand
    from flows.settings import settings
    from flows.stages import lexicon
    from transforms.annotate_view import html_page
    from transforms.records import Document
    from warehouse.errors import UserError
    from warehouse.explorer.explorer import write_whole

    chosen = settings(
        published=published, extractor=extractor, spacy_model=spacy_model, llm_url=llm_url, llm_model=llm_model
    )
    find = made(choice(chosen), lexicon(None, ""))
    entries = expand([path], published=chosen.published, source=source)
    if path.is_dir():
        raise UserError(f"annotate: {path} is a folder of {len(entries):,} files; name one")
    [entry] = entries
    found = next(entry.read(datetime.now(UTC).replace(tzinfo=None)))
    if not isinstance(found, Document):
        raise UserError(f"{path}: {found.error}: {found.detail}")
    told = find(found)
    for reject in told.rejects:
        print(f"{reject.error}: {reject.detail}", file=sys.stderr)
    write_whole(out, html_page(found, told.annotation).encode())
    print(f"page      {out}")
