"""The tables: every column with its type, rules and a sentence. Everything else about them is derived from here."""

from typing import get_args

from transforms import records
from warehouse.declaration import Column, Table, day, flag, number, offset, share, text, to

FAMILY_NOTE = "as declared in seeds/events"


SPAN = '0 <= "start" AND "start" < "end"'
INTERVAL = "earliest <= latest"

DOCUMENTS = Table(
    name="documents",
    doc="One row an article as read.",
    columns=(
        text("document_id", "Content hash of the outlet and the text.", key=True),
        text("source", "The outlet that published it.", nullable=True),
        text("uri", "Where a person finds the article again."),
        text("title", "Its headline, when the input gives one.", nullable=True),
        text("author", "Who wrote it, when the input says so; several are parted by commas.", nullable=True),
        text("language", "The language of the text.", nullable=True, unit="ISO 639-1 code"),
        day("published", "The day of publication, when it is known to the day."),
        day("published_earliest", "First day on which it can have been published."),
        day("published_latest", "Last day on which it can have been published."),
        text("published_basis", "What the day is known from.", allowed=get_args(records.Basis)),
        text("text", "The article's text, headline first."),
        text("duplicate_of", "The document that this one repeats.", nullable=True),
        Column(name="landed_at", type="TIMESTAMP", doc="When it was taken in.", unit="UTC"),
        text("reader", "The reader that made text of the bytes."),
    ),
    foreign=(to("documents", "document_id", by=("duplicate_of",)),),
    checks=("published_earliest <= published_latest",),
    order=("published", "document_id"),
    row_group=8_192,
)

TIMEXES = Table(
    name="timexes",
    doc="One row a time expression in an article, and the days it means.",
    columns=(
        text("document_id", "The article.", key=True),
        number("timex_no", "Its position among the article's time expressions.", key=True, unit="counts from 0"),
        offset("start", "Where it begins."),
        offset("end", "Where it ends, exclusive."),
        text("text", "Its words."),
        text("type", "Its TIMEX3 type.", allowed=get_args(records.TimexType)),
        text("value", "Its TIMEX3 value."),
        day("earliest", "First day it can mean."),
        day("latest", "Last day it can mean."),
        text("grain", "How fine the words are: hour, part, day, week, month, year and so on."),
        text("rule", "The rule that read it."),
        text("anchor", "What its days are counted from.", allowed=get_args(records.Anchor)),
        number("offset_earliest", "Its first day counted from the day of publication.", nullable=True, unit="days"),
        number("offset_latest", "Its last day counted from the day of publication.", nullable=True, unit="days"),
    ),
    foreign=(to("documents", "document_id"),),
    checks=(SPAN, INTERVAL, "offset_earliest <= offset_latest"),
    order=("document_id", "timex_no"),
)

ENTITIES = Table(
    name="entities",
    doc="One row a person, organisation, place or group that takes part in events.",
    columns=(
        text("entity_id", "Content hash of the full name and kind.", key=True),
        text("name", "Its fullest name."),
        text("kind", "What it is.", allowed=get_args(records.NameKind)),
        Column(name="aliases", type="VARCHAR[]", doc="The other forms in which articles name it, sorted."),
    ),
    order=("name", "entity_id"),
)

EVENTS = Table(
    name="events",
    doc="One row a happening, told by one article or many.",
    columns=(
        text("event_id", "Stable id: it stays when articles are added.", key=True),
        text("event_type", f"The kind of happening, {FAMILY_NOTE}."),
        text("family", f"The family of kinds, {FAMILY_NOTE}."),
        text("title", "A line to show it by."),
        day("earliest", "First day on which it can have happened; null is open."),
        day("latest", "Last day on which it can have happened; null is open."),
        text("grain", "How fine the day is known.", nullable=True),
        day("best_day", "One day to plot it on: the middle of the interval."),
        text("modality", "Whether it happened, by the latest report.", allowed=get_args(records.Modality)),
        text("outcome", "How it ended, by the latest report.", nullable=True, allowed=get_args(records.Outcome)),
        number("documents", "How many articles tell it.", unit="articles"),
        number("sources", "How many outlets tell it; a syndicated text counts once.", unit="outlets"),
        day("first_reported", "Day of the first article that tells it."),
        day("last_reported", "Day of the last article that tells it."),
        share("confidence", "How sure the reading is."),
    ),
    checks=(INTERVAL, "best_day BETWEEN earliest AND latest", "documents >= 1", "confidence BETWEEN 0 AND 1"),
    order=("best_day", "event_id"),
    partition=("year", "coalesce(year(coalesce(best_day, earliest, latest))::VARCHAR, 'unknown')"),
)

MENTIONS = Table(
    name="mentions",
    doc="One row an event told in one sentence of one article.",
    columns=(
        text("mention_id", "Content hash of the article, the span and the type.", key=True),
        text("document_id", "The article."),
        text("event_id", "The event it tells.", late=True),
        number("happening", "Mentions of one article with the same number tell the same happening."),
        text("event_type", f"The kind of happening, {FAMILY_NOTE}."),
        text("trigger", "The words that tell the event."),
        offset("start", "Where the trigger begins."),
        offset("end", "Where the trigger ends, exclusive."),
        offset("sentence_start", "Where its sentence begins."),
        offset("sentence_end", "Where its sentence ends, exclusive."),
        text("modality", "Whether the sentence says that it happened.", allowed=get_args(records.Modality)),
        text("outcome", "How the sentence says that it ended.", nullable=True, allowed=get_args(records.Outcome)),
        day("earliest", "First day on which it can have happened, by all evidence; null is open."),
        day("latest", "Last day on which it can have happened, by all evidence; null is open."),
        text("grain", "How fine the day is known.", nullable=True),
        text("date_basis", "The time words that date it.", nullable=True),
        number("timex_no", "The time expression that dates it.", nullable=True),
        number("offset_earliest", "First day counted from an unknown day of publication.", nullable=True, unit="days"),
        number("offset_latest", "Last day counted from an unknown day of publication.", nullable=True, unit="days"),
        text("date_rule", "The rule that chose its date."),
        text("attributed_to", "Who says so, when the sentence is somebody's words.", nullable=True),
        flag("headline", "Whether it stands in the headline."),
        share("confidence", "How sure the reading is."),
    ),
    foreign=(
        to("documents", "document_id"),
        to("events", "event_id"),
        to("timexes", "document_id", "timex_no"),
    ),
    checks=(
        SPAN,
        '0 <= sentence_start AND sentence_start <= "start" AND "end" <= sentence_end',
        INTERVAL,
        "offset_earliest <= offset_latest",
        "confidence BETWEEN 0 AND 1",
    ),
    order=("event_id", "mention_id"),
    partition=(
        "landed",
        "(SELECT strftime(d.landed_at, '%Y-%m') FROM documents d WHERE d.document_id = mentions.document_id)",
    ),
)

MENTION_ROLES = Table(
    name="mention_roles",
    doc="Who takes part in a mentioned event, and the words that say so.",
    columns=(
        text("mention_id", "The mention.", key=True),
        text("role", "The part taken.", key=True, allowed=get_args(records.RoleName)),
        offset("start", "Where the words begin.", key=True),
        offset("end", "Where the words end, exclusive."),
        text("name", "The name as the article has it in full."),
        text("entity_id", "Who it is."),
    ),
    foreign=(to("mentions", "mention_id"), to("entities", "entity_id")),
    checks=(SPAN,),
    order=("mention_id", "role", "start"),
)

MENTION_COUNTS = Table(
    name="mention_counts",
    doc="Numbers told of a mentioned event, and the words that say so.",
    columns=(
        text("mention_id", "The mention.", key=True),
        offset("start", "Where the words begin.", key=True),
        offset("end", "Where the words end, exclusive."),
        Column(name="n", type="BIGINT", doc="The number."),
        text("counted", "What is counted.", allowed=get_args(records.Counted)),
    ),
    foreign=(to("mentions", "mention_id"),),
    checks=(SPAN, "n >= 0"),
    order=("mention_id", "start"),
)

EVENT_ROLES = Table(
    name="event_roles",
    doc="Who takes part in an event, over all articles.",
    columns=(
        text("event_id", "The event.", key=True),
        text("role", "The part taken.", key=True, allowed=get_args(records.RoleName)),
        text("entity_id", "Who it is.", key=True),
        text("name", "The fullest name."),
        number("documents", "How many articles say so.", unit="articles"),
    ),
    foreign=(to("events", "event_id"), to("entities", "entity_id")),
    checks=("documents >= 1",),
    order=("event_id", "role", "entity_id"),
)

EVENT_CLAIMS = Table(
    name="event_claims",
    doc="Every value that any article gives for a count, an outcome or a date of an event.",
    columns=(
        text("event_id", "The event.", key=True),
        text("attribute", "What the value is of: a counted thing, outcome or date.", key=True),
        text("value", "The value as text.", key=True),
        number("documents", "How many articles say so, those that repeat another left out.", unit="articles"),
        Column(name="document_ids", type="VARCHAR[]", doc="All articles that say so, sorted."),
        flag("chosen", "Whether the event carries this value."),
    ),
    foreign=(to("events", "event_id"),),
    checks=("documents >= 1", "documents <= len(document_ids)"),
    order=("event_id", "attribute", "value"),
)

EVENT_LINKS = Table(
    name="event_links",
    doc="How events hang together.",
    columns=(
        text("event_id", "The event that the relation starts from.", key=True),
        text("other_id", "The event that it points at.", key=True),
        text(
            "relation",
            "What the first is to the other.",
            key=True,
            allowed=("decides", "amends", "about", "part_of", "responds_to", "precedes"),
        ),
        text("evidence", "The mention that says so.", nullable=True),
    ),
    foreign=(
        to("events", "event_id"),
        to("events", "event_id", by=("other_id",)),
        to("mentions", "mention_id", by=("evidence",)),
    ),
    checks=("event_id <> other_id",),
    order=("event_id", "other_id", "relation"),
)

EVENT_HISTORY = Table(
    name="event_history",
    doc="What became of event ids that earlier snapshots had.",
    columns=(
        text("event_id", "The earlier id.", key=True),
        text("snapshot_id", "The first snapshot without it.", key=True, late=True),
        text("became", "The event that holds its mentions now.", nullable=True),
        text("why", "What happened.", allowed=("merged", "split", "withdrawn")),
    ),
    order=("event_id", "snapshot_id"),
)

PAIRS = Table(
    name="pairs",
    doc="Pairs of mentions that were compared: the score, the decision, and one column a compared feature: the number "
    "of the level it took, as listed in seeds/dedup.toml, or null where there was nothing to compare.",
    columns=(
        text("mention_a", "The first mention.", key=True),
        text("mention_b", "The second mention.", key=True),
        Column(name="score", type="DOUBLE", doc="Sum of the features' weights.", unit="log2 of the odds"),
        flag("same", "Whether they were taken to tell one event."),
        flag(
            "distinctive",
            "Whether they name a body or target that no other event of their type and days names.",
            nullable=True,
        ),
    ),
    foreign=(
        to("mentions", "mention_id", by=("mention_a",)),
        to("mentions", "mention_id", by=("mention_b",)),
    ),
    checks=("mention_a <> mention_b",),
    order=("mention_a", "mention_b"),
    open=True,
)

DATE_REASONS = Table(
    name="date_reasons",
    doc="Why a day is a bound: the chain of statements that leads to it, step by step.",
    columns=(
        text("subject_kind", "What the bound is of.", key=True, allowed=("document", "event")),
        text("subject_id", "The article's or the event's id.", key=True),
        text("side", "Which bound.", key=True, allowed=("earliest", "latest")),
        number("step", "Position in the chain.", key=True, unit="counts from 0"),
        day(
            "day",
            "The bound after this step, or that a statement not relied on would give; null for one that only bounds "
            "differences.",
        ),
        text("statement", "The step in words."),
        text("document_id", "The article that the step rests on.", nullable=True),
        text("mention_id", "The mention that the step rests on.", nullable=True),
        flag("set_aside", "Whether the statement contradicts the others and was not used."),
    ),
    foreign=(to("documents", "document_id"), to("mentions", "mention_id")),
    order=("subject_kind", "subject_id", "side", "step"),
)

SNAPSHOTS = Table(
    name="snapshots",
    doc="One row a snapshot, this one and those before it.",
    columns=(
        text("snapshot_id", "Content hash of the tables.", key=True, late=True),
        Column(name="created_at", type="TIMESTAMP", doc="When it was made.", unit="UTC"),
        text("code_version", "The version of Daybook that made it."),
        Column(name="settings", type="JSON", doc="The settings of the run."),
        Column(name="rows", type="JSON", doc="Rows by table."),
        Column(name="metrics", type="JSON", doc="What the run measured of itself.", nullable=True),
        text("parent_id", "The snapshot before it.", nullable=True),
    ),
    order=("created_at", "snapshot_id"),
)

REJECTS = Table(
    name="rejects",
    doc="One row an input that could not be taken in, or an answer of an extractor that could not be used, and why.",
    columns=(
        text("uri", "The input.", key=True),
        text("snapshot_id", "The first snapshot that knows of it.", key=True, late=True),
        text("stage", "The stage that refused it; `extract` where rules took the place of a refused answer.", key=True),
        text("error", "The reason in a word or two.", key=True),
        text("detail", "The reason in a sentence."),
    ),
    order=("uri", "stage", "error"),
)

TABLES = (
    DOCUMENTS,
    TIMEXES,
    ENTITIES,
    EVENTS,
    MENTIONS,
    MENTION_ROLES,
    MENTION_COUNTS,
    EVENT_ROLES,
    EVENT_CLAIMS,
    EVENT_LINKS,
    EVENT_HISTORY,
    PAIRS,
    DATE_REASONS,
    SNAPSHOTS,
    REJECTS,
)
