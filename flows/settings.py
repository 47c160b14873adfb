"""What a run may be told: one frozen class, built inside the flow or the command, never at import."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.names import ExtractorName, RunnerName
from transforms.dates.settings import DateSettings
from warehouse.errors import UserError


class Settings(BaseSettings):
    """Settings of one run; each can also be given in the environment as `DAYBOOK_` and its name."""

    model_config = SettingsConfigDict(env_prefix="DAYBOOK_", frozen=True, extra="forbid")

    lake: Annotated[str, Field(min_length=1, description="Folder or s3:// address that holds everything")] = "data"
    published: Annotated[date | None, Field(description="Publication day of inputs that carry none")] = None
    source: Annotated[str | None, Field(description="Outlet of inputs that name none")] = None
    runner: Annotated[RunnerName, Field(description="Where batches are worked on")] = RunnerName.PROCESS
    workers: Annotated[int | None, Field(ge=1, le=1024, description="Workers at once; all cores if not given")] = None
    address: Annotated[str | None, Field(description="Scheduler of a Dask cluster or head of a Ray cluster")] = None
    events: Annotated[str | None, Field(description="Folder of further event types, one TOML file a type")] = None
    extractor: Annotated[ExtractorName, Field(description="What finds events")] = ExtractorName.RULES
    spacy_model: Annotated[str, Field(min_length=1, description="Installed pipeline, or folder of one")] = (
        "en_core_web_sm"
    )
    llm_url: Annotated[str | None, Field(pattern=r"^https?://", description="Base address of a chat endpoint")] = None
    llm_model: Annotated[str | None, Field(min_length=1, description="Model that the endpoint is asked for")] = None
    llm_key: Annotated[SecretStr | None, Field(description="Key of the endpoint; only from the environment")] = None
    llm_tokens: Annotated[int, Field(ge=0, description="Tokens that a run may spend at the endpoint")] = 1_000_000
    llm_timeout: Annotated[float, Field(gt=0, description="Seconds that an attempt to ask may take")] = 60
    llm_attempts: Annotated[int, Field(ge=1, le=10, description="Attempts to ask for one document")] = 3
    week_start: Annotated[int, Field(ge=1, le=7, description="First day of a week, 1 Monday to 7 Sunday")] = 1
    day_month: Annotated[Literal["DMY", "MDY"], Field(description="Order of dates in digits")] = "DMY"
    holiday_country: Annotated[
        str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166 code of the country whose public holidays are meant")
    ] = "GB"
    judgements: Annotated[
        str | None, Field(description="CSV file of reviewers' decisions, beside the built-in one")
    ] = None
    batch_bytes: Annotated[int, Field(ge=1_000, description="Text in one batch, in bytes")] = 1_000_000
    units_a_part: Annotated[
        int, Field(ge=1, description="Happenings of one partition of the comparison, which workers share")
    ] = 100_000
    memory: Annotated[
        str | None,
        Field(
            pattern=r"^\d+(MB|GB)$",
            description="Memory of DuckDB in the corpus-level steps; what its threads and rows need if not given",
        ),
    ] = None
    contact: Annotated[str, Field(description="Address that servers are told to complain to, a page or mail")] = ""
    private_hosts: Annotated[
        str, Field(description="Hosts inside the network that may be fetched from all the same, parted by commas")
    ] = ""
    wait: Annotated[float, Field(ge=0, description="Seconds to wait for another run on the same lake")] = 0
    metrics: Annotated[
        Path | None, Field(description="File for node_exporter's textfile collector; none is written if not given")
    ] = None
    now: Annotated[datetime | None, Field(description="The instant that counts as now, UTC; the clock if null")] = None

    def dates(self) -> DateSettings:
        """How dates are read where customs differ."""
        return DateSettings(week_start=self.week_start, day_month=self.day_month, holiday_country=self.holiday_country)

    def instant(self) -> datetime:
        """The instant of the run in UTC, without a zone, as tables hold it."""
        now = self.now or datetime.now(UTC)
        return now.astimezone(UTC).replace(tzinfo=None) if now.tzinfo else now


def settings(**given: Any) -> Settings:
    """Settings of the environment, overridden by what is given; a null means not given.

    Raises:
        UserError: a value is wrong.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        told = "write YYYY-MM-DD" if first["type"].startswith("date_") else first["msg"]
        raise UserError(f"setting {name}: {told}, got {str(first['input'])!r:.80}") from error
