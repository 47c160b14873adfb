"""The command line: each command is a thin call into the room that does the work, imported when it is called."""

import sys
from collections.abc import Callable

import typer

from flows.commands import ask, keep, look, operate, review, run
from warehouse.errors import UserError

app = typer.Typer(
    name="daybook",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: dict[str, Callable[..., None]] = {
    "run": run.run,
    "query": ask.query,
    "shell": ask.shell,
    "explain": ask.explain,
    "dates": look.dates,
    "annotate": look.annotate,
    "check": keep.check,
    "diff": keep.diff,
    "vacuum": keep.vacuum,
    "export": keep.export,
    "plot": keep.plot,
    "publish": keep.publish,
    "review": review.review,
    "status": operate.status,
    "watch": operate.watch,
    "reread": operate.reread,
}
for name, command in COMMANDS.items():
    app.command(name)(command)
app.add_typer(operate.sources, name="sources")


@app.callback()
def daybook() -> None:
    """Turns news articles into one dated, deduplicated, sourced timeline of events."""


def main() -> None:
    """Runs a command; what a person can put right is one line on standard error and exit code 2.

    That includes a file that the system refuses to read or write: a closed folder, a full disk.
    """
    try:
        app()
    except UserError as error:
        told = str(error)
    except OSError as error:
        told = f"{error.filename or 'output'}: {error.strerror or error}"
    else:
        return
    print(f"daybook: {told}", file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
