"""What the days that are told make of a stance, and a stance of days."""

from dataclasses import replace
from datetime import date
from typing import Literal

from transforms.events.bounds import side_of
from transforms.events.bygone import counts_a_deed, looks_back, then_did
from transforms.events.clauses import clause_end, clause_start, group_at, phrase_start
from transforms.events.dating import Dated, Times, by_timex, sided, undated
from transforms.events.directions import WEEK, ahead, behind, next_year, year_after, year_before
from transforms.events.elsewhere import of_past_deed, past_form, told_as_past
from transforms.events.in_session import tense_in_session
from transforms.events.lasting import last_day
from transforms.events.made import was_made
from transforms.events.occasions import dated_occasion, put_to_meeting
from transforms.events.phrases import phrase_words
from transforms.events.stances import Stance, words
from transforms.events.tagging import VERBAL, Line
from transforms.events.triggers import Hit
from transforms.events.unfinished import in_progress, of_what_is_left
from transforms.events.venues import done_in, told_in
from transforms.records import Timex


def _finite_past(hit: Hit) -> bool:
    """Whether a trigger is a verb in the past or perfect: "has chosen her to stand on 18 April" has happened."""
    if hit.part != "verb" or not past_form(hit):
        return False
    group = group_at(hit.line, hit.first)
    return group.modal is None and not group.infinitive and (not group.be or group.have)


CLOSE = 6
"""Cost up to which a time expression is surely the trigger's own."""
SHORT = 5
"""Words from a verb of the present to its time."""


def by_expression(hit: Hit, stance: Stance, chosen: tuple[int, int], times: Times) -> tuple[Stance, Dated]:
    """Days by an expression, and what they make of the stance.

    Days that are over make a plan a fact where they are surely its own, and else say nothing of what is still ahead;
    days still to come make a fact a plan, and those since when a thing has not been, one that was. A bare
    weekday is read in the direction of the tense.
    """
    cost, number = chosen
    dated = by_timex(number, stance, times, hit.line, cost, hit)
    published = times.published
    if published is None:
        return _counted(hit, stance, dated)
    if stance in ("asserted", "planned") and (tense := tense_in_session(hit, times.all[number])) is not None:
        return _in_tense(tense, stance, dated, number, times)
    if stance in ("planned", "possible") and of_past_deed(hit, times.all[number]):
        told = behind(number, times)[1]
        if told is None or told <= published:
            return stance, undated(stance, published)
    if stance in ("asserted", "negated", "averted") and _not_since(hit, times.all[number]):
        return "asserted", replace(dated, earliest=times.all[number].earliest, latest=times.all[number].latest)
    if stance in ("planned", "possible") and _convened_for(hit, times.all[number]):
        earliest, latest = year_after(hit.line, number, times) or ahead(number, times)
        if earliest is not None and earliest >= published:
            both = earliest == dated.earliest  # "scheduled for Thursday and Friday"
            return stance, dated if both else replace(dated, earliest=earliest, latest=latest)
    if stance == "possible" and (dated_occasion(hit, times.all[number]) or put_to_meeting(hit, times.all[number])):
        stance, dated = "planned", by_timex(number, "planned", times, hit.line, cost, hit)
    if stance == "possible" and _lies_ahead(dated, published) and _told_to_come(hit):
        stance = "planned"
    if stance == "asserted":
        return _of_a_fact(hit, chosen, times, dated, published)
    if stance == "planned":
        return _of_a_plan(hit, chosen, times, dated, published)
    if stance == "negated" and dated.earliest is not None and dated.earliest > published:
        earliest, latest = behind(number, times)
        if latest is not None and latest <= published:
            return stance, replace(dated, earliest=earliest, latest=latest)
    over = dated.latest is not None and dated.latest < published
    if over and stance == "possible" and cost <= CLOSE and _yet_to_do(hit, times.all[number]):
        earliest, latest = ahead(number, times)
        if earliest is not None and earliest >= published:
            return stance, replace(dated, earliest=earliest, latest=latest)
    if stance == "averted" and over and cost <= CLOSE:
        return "negated", dated
    told_today = dated.latest == published and cost > 0 and not of_what_is_left(hit, times.all[number])
    if stance in ("possible", "averted") and (over or told_today):
        return stance, undated(stance, published)
    return stance, dated


def _in_tense(
    tense: Literal["past", "present"], stance: Stance, dated: Dated, number: int, times: Times
) -> tuple[Stance, Dated]:
    """Days read in the direction of a tense; those that lie on the other side even so are left as they are."""
    told, published = times.all[number].earliest, times.published
    turned = (behind if tense == "past" else ahead)(number, times)[0]
    if not (told and turned and published and dated.earliest and dated.latest):
        return stance, dated
    step = turned - told
    dated = replace(dated, earliest=dated.earliest + step, latest=dated.latest + step)
    if tense == "past" and dated.latest is not None and dated.latest <= published:
        return "asserted", dated
    if tense == "present" and dated.earliest is not None and dated.earliest >= published:
        return "planned", dated
    return stance, dated


def _to_be_decided(hit: Hit, timex: Timex) -> bool:
    """Whether a clause says that a thing will be dealt with at a time: "tabled a motion that will be put on Monday"."""
    line = hit.line
    if hit.part != "noun" or hit.entry.event.family != "decision" or line.tag(hit.last + 1) != "relative":
        return False
    dealt = next((at for at in range(hit.last + 3, line.at(timex.start)) if line.tags[at] == "ed"), None)
    if dealt is None or not group_at(line, dealt).be or line.word(hit.last + 2) not in ("will", "is", "are"):
        return False
    return line.lemma(dealt) in words().taking_up and "stop" not in line.tags[dealt : line.at(timex.start)]


def _lies_ahead(dated: Dated, published: date) -> bool:
    """Whether days are yet to come, or go on from that of publication: "later this month"."""
    if dated.earliest is None or dated.earliest < published:
        return False
    return dated.earliest > published or (dated.latest is not None and dated.latest > published)


def _not_since(hit: Hit, timex: Timex) -> bool:
    """Whether a time tells when people last came together, as they have not done since: "have not met since May 13"."""
    line, at = hit.line, hit.line.at(timex.start)
    if hit.entry.event.family != "assembly" or line.word(at - 1) != "since" or at - 1 < hit.last:
        return False
    clause = range(clause_start(line, hit.first), hit.first)
    perfect = any(line.tags[k] == "have" for k in clause)
    return perfect and any(line.tags[k] == "negation" or line.words[k] == "no" for k in clause)


def _of_a_fact(hit: Hit, chosen: tuple[int, int], times: Times, dated: Dated, published: date) -> tuple[Stance, Dated]:
    """What days make of something told as a fact: a plan where they are still to come."""
    cost, number = chosen
    timex = times.all[number]
    planned = by_timex(number, "planned", times, hit.line, cost, hit)
    lies_ahead = hit.entry.event.undated == "planned" and hit.part == "noun" and not looks_back(hit)
    if lies_ahead and _runs_on(timex, published):
        return "planned", planned
    if not (told_as_past(hit) or was_made(hit)) and _is_deadline(hit, timex, published):
        return "planned", planned
    if (
        not (_finite_past(hit) or was_made(hit))
        and of_what_is_left(hit, timex)
        and dated.latest is not None
        and dated.latest >= published
    ):
        return "planned", planned
    over = dated.latest is not None and dated.latest < published
    if over and in_progress(hit) and side_of(hit.line, timex, hit, ahead=False) is None:
        return "asserted", undated("asserted", published)
    convened = _convened_for(hit, timex)
    if convened or _being_held(hit) or (cost <= CLOSE and (_in_present(hit) or _is_convening(hit.line, timex))):
        later = convened or _once_they(hit)
        earliest, latest = (later and year_after(hit.line, number, times)) or ahead(number, times)
        if earliest is not None and earliest >= published:
            last = last_day(hit, "planned", timex, times.lengths(hit.line.starts[0], hit.line.ends[-1]))
            if last is not None and timex.earliest is not None:  # "meet on Thursday for a two-day summit"
                latest = earliest + (last - timex.earliest)
            return "planned", replace(dated, earliest=earliest, latest=latest)
    if _to_be_decided(hit, timex):
        earliest, latest = ahead(number, times)
        if earliest is not None and earliest >= published:
            return "planned", replace(dated, earliest=earliest, latest=latest)
    if dated.earliest is None or dated.earliest <= published:
        return "asserted", dated
    done = cost <= CLOSE and past_form(hit)
    behind_it = timex.start > hit.end and cost <= 2 * CLOSE
    if behind_it and hit.part == "verb" and group_at(hit.line, hit.first).infinitive:
        done = told_as_past(hit)  # "was asked to look into it by the minister in July"
    start = phrase_start(hit.line, hit.first)
    inside = hit.part == "noun" and (done_in(hit.line, start) or told_in(hit.line, start, hit.last))
    beside = cost <= (CLOSE if hit.entry.event.family == "assembly" else 1)  # "held a rally in June"
    inside = inside or then_did(hit, timex) or (beside and was_made(hit)) or (counts_a_deed(hit) and told_as_past(hit))
    earliest, latest = ((done or inside) and year_before(hit.line, number, times)) or behind(number, times)
    if (told_as_past(hit) or inside or _just_told(hit, timex)) and latest is not None and latest <= published:
        return "asserted", replace(dated, earliest=earliest, latest=latest)
    if _finite_past(hit) or inside or was_made(hit):
        return "asserted", undated("asserted", published)
    return "planned", planned


def _of_a_plan(hit: Hit, chosen: tuple[int, int], times: Times, dated: Dated, published: date) -> tuple[Stance, Dated]:
    """What days make of something told as a plan: a fact where they are over and surely its own."""
    cost, number = chosen
    told = times.all[number].latest
    before = hit.part == "noun" and hit.line.word(phrase_start(hit.line, hit.first) - 1) == "before"
    if before and told and told < published:
        earliest, latest = ahead(number, times)
        to_come, leads = latest is not None and latest >= published, phrase_start(hit.line, hit.first) - 2
        if not to_come and times.all[number].end < hit.start and _will_be(hit.line, leads):
            return "planned", undated("planned", published)
        if not to_come or _told_past(hit.line, leads):
            return "asserted", dated
        return "planned", replace(dated, earliest=earliest, latest=latest)  # "will speak before Friday's vote"
    if dated.latest is None or dated.latest >= published:
        begun = dated.earliest is not None and dated.earliest < published and times.all[number].rule == "weekday"
        if begun and dated.earliest is not None and dated.latest is not None:  # "from Monday until Friday"
            return "planned", replace(dated, earliest=dated.earliest + WEEK, latest=dated.latest + WEEK)
        return "planned", dated
    inquired_into = hit.entry.event.family == "proceeding" and cost > 1  # "will inquire into the fire on 17 February"
    if inquired_into or (cost > CLOSE and not _comes_about(hit, times.all[number])):
        return "planned", undated("planned", published)
    later = year_after(hit.line, number, times) if _once_they(hit) else next_year(hit.line, hit.first, number, times)
    earliest, latest = later or ahead(number, times)
    if latest is not None and latest >= published:
        return "planned", replace(dated, earliest=earliest, latest=latest)
    return "asserted", by_timex(number, "asserted", times, hit.line, cost, hit)


def _comes_about(hit: Hit, timex: Timex) -> bool:
    """Whether a time behind a thing is that of its coming about: "talks with the mill are due to begin on Monday"."""
    line, at = hit.line, hit.line.at(timex.start)
    between = range(hit.last + 1, at)
    closed = any(line.tags[k] in ("stop", "quote", "relative", "subordinator", "conjunction") for k in between)
    return hit.part == "noun" and not closed and any(line.lemma(k) in phrase_words().taking_place for k in between)


def _told_to_come(hit: Hit) -> bool:
    """Whether "would" only tells a plan in the past tense: "the party would table a motion next Tuesday"."""
    line = hit.line
    clause = range(clause_start(line, hit.first), clause_end(line, hit.last))
    if "would" not in line.words[clause.start : clause.stop] or not words().conditional.isdisjoint(line.vocabulary):
        return False
    doubted = any(line.tags[at] == "modal" and line.words[at] not in ("would", "will") for at in clause)
    wished = any(
        "possible" in (words().verbs.get(line.lemma(at)), words().control.get(line.lemma(at)))
        for at in clause
        if not hit.first <= at <= hit.last
    )
    return not doubted and not wished


def _will_be(line: Line, at: int) -> bool:
    """Whether the clause that ends in a word says what will be: "and will publish its findings" before the election."""
    clause = line.words[clause_start(line, at) : at + 1]
    return any(words().modals.get(word) == "planned" for word in clause)


def _told_past(line: Line, at: int) -> bool:
    """Whether the clause that ends in a word is in the past tense."""
    verb = next((index for index in range(at, clause_start(line, at) - 1, -1) if line.tags[index] in VERBAL), None)
    if verb is not None and group_at(line, verb).infinitive:
        return False  # "decided to leave before Friday's vote"
    clause = slice(clause_start(line, at), at + 1)
    tags, told = line.tags[clause], {"was", "were", "had"} & set(line.words[clause])
    return "modal" not in tags and ("ed" in tags or bool(told))


def _counted(hit: Hit, stance: Stance, dated: Dated) -> tuple[Stance, Dated]:
    """The same in an article without a day: days that may be over or ahead do not tell which of both."""
    if dated.timex_no is None:
        return stance, dated
    past, apart = told_as_past(hit), dated.apart
    if apart is None:
        known = stance == "planned" or (stance == "asserted" and past)
        return stance, replace(dated, apart=sided(stance) if known else None)
    over = apart.high is not None and apart.high < 0
    if stance == "planned" and over:
        return ("asserted", dated) if dated.cost <= CLOSE else (stance, undated(stance, None))
    if stance in ("possible", "averted") and over:
        return stance, undated(stance, None)
    if past and stance == "asserted":
        apart = apart.towards(ahead=False)
    if stance == "asserted" and apart.low is not None and apart.low > 0:
        return ("asserted", undated(stance, None)) if _finite_past(hit) else ("planned", dated)
    if stance == "planned":
        return stance, replace(dated, apart=apart.towards(ahead=True).from_published())
    if stance == "asserted" and past:
        return stance, replace(dated, apart=apart.until_published())
    return stance, dated


def _in_present(hit: Hit) -> bool:
    """Whether a verb in a full sentence stands in the present: "the council meets on Monday" is yet to come.

    Its subject may be some way off: "the council, run by a coalition, meets on Monday".
    """
    line = hit.line
    if hit.part != "verb" or line.word(len(line) - 1) != ".":
        return False
    if _once_they(hit):
        return True
    subject = line.tag(hit.first - 1) == "word" or line.word(hit.first - 1) in ("which", "who", ",")
    return hit.form == "s" and subject


def _once_they(hit: Hit) -> bool:
    """Whether a clause says when something else will be: "will vote when they meet in May"."""
    line = hit.line
    led = line.word(hit.first - 1) in ("they", "we") and line.word(hit.first - 2) in ("when", "before", "once")
    return led and hit.part == "verb" and line.tag(hit.first) == "verb" and hit.form != "past"


def _being_held(hit: Hit) -> bool:
    """Whether a gathering is told in the present to be held at a time: "the rally is being held on Saturday"."""
    line, behind = hit.line, hit.last + 1
    present = line.word(behind) in ("is", "are") and line.word(behind + 1) == "being"
    return hit.part == "noun" and present and line.word(behind + 2) in ("held", "staged", "organised", "organized")


def _is_convening(line: Line, timex: Timex) -> bool:
    """Whether many are told in the present to come together at a time: "ministers meet on Monday for talks"."""
    at = line.at(timex.start) - 1
    verb = next((index for index in range(at, max(at - SHORT, 0), -1) if line.tags[index] in VERBAL), 0)
    several = line.tag(verb - 1) == "word" and line.words[verb - 1].endswith("s")
    return (
        several
        and line.words[verb] in phrase_words().convening
        and "stop" not in line.tags[verb:at]
        and line.words[-1] == "."
    )


def _yet_to_do(hit: Hit, timex: Timex) -> bool:
    """Whether a time says when those who now may do a thing would: "has threatened to strike on Thursday".

    In "threatened to strike on Thursday" it may as well be the day of the threat.
    """
    line = hit.line
    if hit.part != "verb" or not group_at(line, hit.first).infinitive or line.at(timex.start) < hit.last:
        return False
    governor = group_at(line, hit.first).start - 1
    return line.tag(governor) == "verb" or (line.tag(governor) in VERBAL and group_at(line, governor).have)


def _is_deadline(hit: Hit, timex: Timex, published: date) -> bool:
    """Whether something is to be by a day still to come: "a report is due by 1 May", "a decision before Easter"."""
    by = hit.line.word(hit.line.at(timex.start) - 1) in ("by", "before") or timex.text.lower().startswith("by ")
    return by and timex.latest is not None and timex.latest > published


def _convened_for(hit: Hit, timex: Timex) -> bool:
    """Whether a gathering has been arranged for a day: "has been convened for Sunday", "called for Tuesday night"."""
    line, at = hit.line, hit.line.at(timex.start) - 1
    arranged = hit.entry.event.family == "assembly" or (hit.type == "election" and "called" in line.words[: hit.first])
    return arranged and hit.last < at and line.word(at) == "for"


def _just_told(hit: Hit, timex: Timex) -> bool:
    """Whether the day of something decided stands between it and what it now does: "the ruling on Friday means"."""
    line, after = hit.line, hit.line.at(timex.end - 1) + 1
    decided = hit.entry.event.family in ("decision", "membership", "proceeding") and hit.part == "noun"
    told = decided and line.word(phrase_start(line, hit.first)) in ("the", "his", "her", "its", "their")
    return told and line.at(timex.start) <= hit.last + 2 and line.tag(after) == "verb"


def _runs_on(timex: Timex, published: date) -> bool:
    """Whether an expression names the month or year of publication, most of which may lie ahead: "this year's"."""
    if timex.earliest is None or timex.latest is None or timex.grain not in ("month", "year"):
        return False
    return timex.earliest <= published < timex.latest
