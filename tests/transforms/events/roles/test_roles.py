"""Participants by the grammar around a trigger: tables of examples, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.events.lexicon import Part
from transforms.events.roles import find_roles, read_scene
from transforms.events.roles.context import from_context
from transforms.events.tagging import Line
from transforms.names import find_names
from transforms.records import Role
from transforms.text import sentences, shadow

MOTION = {
    "by": "actor",
    "from": "actor",
    "of": "body",
    "against": "target",
    "in": "target",
    "possessive": "actor",
    "modifier": "body",
    "before": "body",
    "decide": "body",
    "speaking": "",
}
LETTER = {
    "by": "actor",
    "from": "actor",
    "to": "target",
    "possessive": "actor",
    "publish": "venue",
    "speaking": "actor",
}
MEETING = {
    "of": "body",
    "possessive": "body",
    "modifier": "body",
    "in": "venue",
    "make": "body",
    "decide": "body",
    "with": "actor",
}
TALKS = {**MEETING, "between": "actor", "attend": "actor"}
PROTEST = {"acting": "actor", "through": "venue", "undergo": ""}
EXPEL = {"subject": "body", "object": "target", "from": "body"}
RESIGN = {"subject": "actor", "object": "body", "from": "body"}


def roles(text: str, trigger: str, part: Part, places: dict[str, str]) -> list[Role]:
    found = sentences(text)
    start = text.index(trigger)
    number = next(n for n, s in enumerate(found) if s.start <= start < s.end)
    line = Line(shadow(text), found[number].start, found[number].end, number)
    scene = read_scene(text, found, find_names(text, found))
    return list(find_roles(scene, line, line.at(start), line.at(start + len(trigger) - 1), part, places))


def told(text: str, trigger: str, part: Part, places: dict[str, str]) -> set[tuple[str, str]]:
    return {(role.role, role.name) for role in roles(text, trigger, part, places)}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Riverton council expelled Ann Orme on Friday.", "expelled", "body Riverton council, target Ann Orme"),
        ("Ann Orme was expelled by the Green Party.", "expelled", "target Ann Orme, body Green Party"),
        ("Ann Orme, 49, treasurer, who ran the port, was expelled on Friday.", "expelled", "target Ann Orme"),
        (
            "Ann Orme, who lives in Hale, has been expelled from the Green Party.",
            "expelled",
            "target Ann Orme, body Green Party",
        ),
        (
            "The Green Party will expel Ann Orme, Peter Hale and Jo Vale.",
            "expel",
            "body Green Party, target Ann Orme, target Peter Hale, target Jo Vale",
        ),
        ("Members expelled by the Green Party met Jo Vale.", "expelled", "target Members, body Green Party"),
        ("Ann Orme, newly appointed head of the Green Party, spoke.", "appointed", "target Ann Orme, body Green Party"),
        ("Ann Orme, 49, deputy mayor of Riverton, was expelled.", "expelled", "target Ann Orme"),
        ("Jo Vale called for Ann Orme, a rebel, to be expelled.", "expelled", "supporter Jo Vale, target Ann Orme"),
        ("The Green Party has voted to expel Ann Orme.", "expel", "body Green Party, target Ann Orme"),
        ("The minister urged the Green Party to expel Ann Orme.", "expel", "body Green Party, target Ann Orme"),
        ("The council wants to suspend and expel Ann Orme.", "suspend", "body council, target Ann Orme"),
        ("Ann Orme faces an attempt to expel her.", "expel", "target Ann Orme"),
        ("The Green Party's decision to expel Ann Orme split it.", "expel", "body Green Party, target Ann Orme"),
        ("She wept after the council of Hale expelled Jo Vale.", "expelled", "body council of Hale, target Jo Vale"),
        ("The threat by the Green Party to expel Ann Orme stands.", "expel", "body Green Party, target Ann Orme"),
        ("Last week Ann Orme was expelled.", "expelled", "target Ann Orme"),
        ("Ann Orme is the third member to get expelled.", "expelled", "target Ann Orme"),
        (
            "She is the fifth Labour councillor expelled this season.",
            "expelled",
            "body Labour, target fifth Labour councillor",
        ),
        ("Ann Orme's expelling was a shock.", "expelling", "target Ann Orme"),
        ("The council toured Hale on Monday, expelling Ann Orme.", "expelling", "body council, target Ann Orme"),
        ("Labour expelled Secretary of Trade Ann Orme.", "expelled", "body Labour, target Ann Orme"),
        ("In 1991 the Green Party expelled Ann Orme.", "expelled", "body Green Party, target Ann Orme"),
        ("On Friday Labour expelled Ann Orme's allies.", "expelled", "body Labour, target Ann Orme's allies"),
        ("The assembly expelled children and Tom Hale.", "expelled", "body assembly, target Tom Hale"),
        ("The assembly expelled three members.", "expelled", "body assembly, target members"),
        ("Expelling Jo Vale, the council spoke of a breach.", "Expelling", "body council, target Jo Vale"),
        ("The mayor of Hale was expelled by the Green Party.", "expelled", "target mayor of Hale, body Green Party"),
        ("Ann Orme, mayor of Hale, was expelled.", "expelled", "target Ann Orme"),
        ("The Green Party expelled its vice-president, Ann Orme.", "expelled", "body Green Party, target Ann Orme"),
        ("The Green Party expelled its treasurer.", "expelled", "body Green Party, target Green Party's treasurer"),
        ("Hale Council's cabinet expelled Ann Orme.", "expelled", "body Hale Council's cabinet, target Ann Orme"),
        ("The board of Hale Bank expelled Ann Orme.", "expelled", "body board of Hale Bank, target Ann Orme"),
        ("The clerk, Ann Orme of the Green Party, was expelled.", "expelled", "target Ann Orme"),
        (
            "Ann Orme, Jo Vale and Tom Hale all expelled members.",
            "expelled",
            "actor Ann Orme, actor Jo Vale, actor Tom Hale",
        ),
        ("Jo Vale said that Ann Orme should be expelled.", "expelled", "supporter Jo Vale, target Ann Orme"),
        ("Jo Vale said Ann Orme should not be expelled.", "expelled", "opponent Jo Vale, target Ann Orme"),
        ("Jo Vale said Ann Orme would be expelled.", "expelled", "target Ann Orme"),
        ("Hale Bank said its board expelled Ann Orme.", "expelled", "body Hale Bank's board, target Ann Orme"),
        ("The Greens' board expelled Ann Orme.", "expelled", "body Greens' board, target Ann Orme"),
        ("Hale Board's board expelled Ann Orme.", "expelled", "body Hale Board, target Ann Orme"),
        ("The king expelled the minister.", "expelled", "target minister, actor king"),
        ("A minister expelled members.", "expelled", ""),
        ("A Green MP was expelled by her party.", "expelled", "target Green MP, body party"),
        ("Hale have expelled Ann Orme. He left Hale in May.", "expelled", "body Hale, target Ann Orme"),
        ("Mayor Ann Orme met a king. The mayor was expelled.", "expelled", "target Ann Orme"),
        (
            "The council expelled two rebels, Ann Orme and Jo Vale.",
            "expelled",
            "body council, target Ann Orme, target Jo Vale",
        ),
        (
            "Three of the rebels, Ann Orme, Jo Vale and Tom Hale, were expelled.",
            "expelled",
            "target Ann Orme, target Jo Vale, target Tom Hale",
        ),
        ("One of the rebels, Ann Orme, was expelled.", "expelled", "target Ann Orme"),
        ("One of the rebels was expelled.", "expelled", ""),
        ("Some of the rebels, Ann Orme said, were expelled.", "expelled", ""),
        ("Green councillors expelled over leaks", "expelled", "target Green councillors"),
        ("Ann Orme expelled Tuesday", "expelled", "target Ann Orme"),
        ("Ann Orme, expelled in May, is back.", "expelled", "target Ann Orme"),
        ("The rebels the Green Party expelled in May are back.", "expelled", "body Green Party"),
        ("The Green Party expelled, on Friday, its founder.", "expelled", "body Green Party"),
        ("Ann Orme, of the Green Party, who was expelled in May, is back.", "expelled", "target Ann Orme"),
        ("Tom Hale, MP for South Dale, who was expelled in May, is back.", "expelled", "target Tom Hale"),
        ("Tom Hale, a clerk, who was expelled in May, is back.", "expelled", "target Tom Hale"),
        ("It met Jo Vale from the Green Party who was expelled in May.", "expelled", "target Jo Vale"),
        ("The friend of Ann Orme, who was expelled in May, is back.", "expelled", "target Ann Orme"),
        (
            "Members of the Green Party who were expelled in May are back.",
            "expelled",
            "target Members of the Green Party",
        ),
        ("Among those expelled were Ann Orme and Jo Vale.", "expelled", "target Ann Orme, target Jo Vale"),
        ("One of the rebels expelled in May was Jo Vale.", "expelled", "target Jo Vale"),
        ("Two of the rebels expelled in May were cleared.", "expelled", ""),
        ("Also expelled were Ann Orme and Jo Vale.", "expelled", "target Ann Orme, target Jo Vale"),
        ("It met Ann Orme, an independent who was expelled in May.", "expelled", "target Ann Orme"),
        ("Ann Orme was a whip but was expelled in May.", "expelled", "target Ann Orme"),
        ("Ann Orme was a whip but Jo Vale was expelled in May.", "expelled", "target Jo Vale"),
        ("Ann Orme, newly expelled clerk of Hale Bank, left.", "expelled", "target Ann Orme, body Hale Bank"),
        ("The workers at Hale Bank were expelled.", "expelled", "target workers at Hale Bank"),
        ("Ann Orme was one of four members of the board expelled in May.", "expelled", "target Ann Orme"),
        ("A Green MP at the heart of a row over leaked plans was expelled.", "expelled", "target Green MP"),
        ("The favourite, Ann Orme, was expelled.", "expelled", "target Ann Orme"),
        ("In the end, Ann Orme, tired, was expelled.", "expelled", "target Ann Orme"),
        ("The Green Alliance (GA) party expelled Ann Orme.", "expelled", "body Green Alliance, target Ann Orme"),
        ("Orme Bank, that urged the college to sell, shut. The college expelled it.", "expelled", "body college"),
        ("The Green Party met. Its members were expelled.", "expelled", "target Green Party's members"),
        (
            "Hale Bank sacks chief\n\nOrme Bank expelled its chief.",
            "expelled",
            "body Orme Bank, target Orme Bank's chief",
        ),
    ],
)
def test_what_a_verb_does_and_to_whom(text: str, trigger: str, expected: str) -> None:
    assert told(text, trigger, "verb", EXPEL) == pairs(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orme called on Jo Vale to resign.", "actor Jo Vale, supporter Ann Orme"),
        ("Ann Orme called upon Jo Vale to resign.", "actor Jo Vale, supporter Ann Orme"),
        ("Ann Orme called for Jo Vale to resign.", "actor Jo Vale, supporter Ann Orme"),
        ("Ann Orme urged the mayor to resign.", "actor mayor, supporter Ann Orme"),
        ("The Greens want Jo Vale to resign.", "actor Jo Vale, supporter Greens"),
        ("Ann Orme waited for Jo Vale to resign.", "actor Jo Vale"),
        ("Ann Orme forced Jo Vale to resign.", "actor Jo Vale"),
        ("Ann Orme wants to resign.", "actor Ann Orme"),
        ("Pressure is growing on Ann Orme to resign.", "actor Ann Orme"),
        ("The bishop said that he would resign.", "actor bishop"),
        ("The bishop met Ann Orme and Tom Hale. He will resign.", "actor Tom Hale"),
        ("Jo Vale was urged by Ann Orme to resign.", "actor Jo Vale"),
    ],
)
def test_who_wants_others_to_do_it(text: str, expected: str) -> None:
    found = told(text, "resign", "verb", RESIGN)
    assert ", ".join(sorted(f"{role} {name}" for role, name in found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Hale resigned from his positions at Orme Plc in May.", "actor Tom Hale, body Orme Plc"),
        ("Orme Inc.'s chief financial officer, Tom Hale, resigned.", "actor Tom Hale, body Orme Inc"),
        ("Tom Hale, chairman of Orme Bank, resigned on Friday.", "actor Tom Hale, body Orme Bank"),
        ("Tom Hale gave up his seat and resigned.", "actor Tom Hale"),
        ("Tom Hale, the former head of Orme Bank, resigned.", "actor Tom Hale, body Orme Bank"),
        ("Tom Hale resigned as chief executive officer.", "actor Tom Hale"),
    ],
)
def test_the_body_beside_an_office(text: str, expected: str) -> None:
    found = told(text, "resigned", "verb", RESIGN)
    assert ", ".join(sorted(f"{role} {name}" for role, name in found)) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Ann Orme voted against the bill on Friday.", "voted against", "opponent Ann Orme"),
        ("Ann Orme voted for the bill on Friday.", "voted", "supporter Ann Orme"),
        ("The bill passed, with all Greens voting against.", "voting against", "opponent Greens"),
        ("Ann Orme voted in favour on Friday.", "voted", "supporter Ann Orme"),
        ("The seamen voted on Friday.", "voted", "actor seamen"),
        ("Cumbria, which is rainy, voted on Friday.", "voted", ""),
        ("France voted on Friday.", "voted", "actor France"),
        ("It fell apart after the clerk, Ann Orme, voted.", "voted", "actor Ann Orme"),
        ("It fell apart after the clerk for Hale, Ann Orme, voted.", "voted", "actor Ann Orme"),
        ("It fell apart when the clerk, Ann Orme of the Green Party, voted.", "voted", "actor Ann Orme"),
        ("It fell apart after the clerk, Ann Orme of the Green Party, voted.", "voted", "actor Ann Orme"),
        ("In Madrid, Ann Orme voted on Friday.", "voted", "actor Ann Orme, venue Madrid"),
        ("In the Senate, one Green voted for the budget.", "voted", "supporter Green"),
        ("In Madrid, friends said that Ann Orme voted.", "voted", "actor Ann Orme"),
        ("Ann Orme voted in the opposition coalition.", "voted", "actor Ann Orme"),
        ("Ann Orme voted in the capital, Madrid, on Friday.", "voted", "actor Ann Orme, venue Madrid"),
        ("Ann Orme voted in the resort of Cannes on Friday.", "voted", "actor Ann Orme, venue Cannes"),
        ("Mayor Tom Orme met the council. The mayor said he voted on Friday.", "voted", "actor Tom Orme"),
    ],
)
def test_who_votes_and_where(text: str, trigger: str, expected: str) -> None:
    found = told(text, trigger, "verb", {"subject": "actor", "in": "venue", "decide": "body"})
    assert ", ".join(sorted(f"{role} {name}" for role, name in found)) == expected


REPORT = {"by": "actor", "into": "target", "possessive": "actor", "make": "actor", "acting": "actor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report found that Hale Council had failed.", "target Hale Council"),
        ("A report by Ann Orme claims Hale Council wasted money.", "actor Ann Orme, target Hale Council"),
        ("The report revealed the failings of the time.", ""),
        ("The report, which found that Hale Council's accounts were wrong, was long.", "target Hale Council"),
        ("The report will examine how Hale Council failed.", "target Hale Council"),
        ("The report told Hale Council to think again.", "target Hale Council"),
        ("Ann Orme, who wrote the report, told the BBC that it was long.", "actor Ann Orme"),
        ("It was the first report since the war, told BBC News a clerk.", ""),
        ("It has seen the report after a story claiming that Hale Council had failed.", ""),
        ("Ann Orme called for rest after the report.", ""),
        ("Hale Bank, in a report to be released in May, said that it was well.", "actor Hale Bank"),
        ("Hale Bank hit back with a report on its rival.", "actor Hale Bank"),
        ("A UN panel of experts said in a report that it was well.", "actor UN panel"),
        ("Tom Hale sent a report on behalf of Ann Orme.", "actor Ann Orme, actor Tom Hale"),
        (
            "Ann Orme wrote a report depicting Tom Hale and Jo Vale.",
            "actor Ann Orme, target Jo Vale, target Tom Hale",
        ),
    ],
)
def test_whom_a_text_is_about(text: str, expected: str) -> None:
    found = told(text, "report", "noun", REPORT)
    assert ", ".join(sorted(f"{role} {name}" for role, name in found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor left after meeting senior advisers in Hale.", "actor mayor, actor senior advisers"),
        ("Ann Orme ended a meeting on Friday.", "actor Ann Orme"),
        ("Advisers, meeting at Hale, wept.", "actor Advisers"),
    ],
)
def test_who_meets(text: str, expected: str) -> None:
    found = told(text, "meeting", "noun", {**MEETING, "attend": "actor"})
    assert ", ".join(sorted(f"{role} {name}" for role, name in found if role == "actor")) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Tom Hale, a member of Unity, was named head of Orme Bank.", "named", "body Orme Bank, target Tom Hale"),
        (
            "Orme Bank named Tom Hale chairman of Thorne Trust.",
            "named",
            "body Orme Bank, body Thorne Trust, target Tom Hale",
        ),
        ("Tom Hale was named chairman and president of Orme Bank.", "named", "body Orme Bank, target Tom Hale"),
        ("The Church named Tom Hale.", "named", "body Church, target Tom Hale"),
        (
            "The board of directors of Orme Bank named Tom Hale.",
            "named",
            "body board of directors of Orme Bank, target Tom Hale",
        ),
        ("Orme Bank elected Tom Hale chairman and chief executive.", "elected", "body Orme Bank, target Tom Hale"),
        (
            "Tom Hale was elected president and chief operating officer of Orme Bank.",
            "elected",
            "body Orme Bank, target Tom Hale",
        ),
    ],
)
def test_the_office_that_somebody_is_given(text: str, trigger: str, expected: str) -> None:
    found = told(text, trigger, "verb", {"subject": "body", "object": "target", "by": "body", "employer": "body"})
    assert ", ".join(sorted(f"{role} {name}" for role, name in found)) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("BBC chairman Peter Hale resigned.", "resigned", "actor Peter Hale, body BBC"),
        ("Ann Orme resigned as leader of the Green Party.", "resigned", "actor Ann Orme, body Green Party"),
        ("About 500 seamen resigned.", "resigned", "actor seamen"),
        ("Ann Orme lost the vote. She resigned on Friday.", "resigned", "actor Ann Orme"),
        (
            "Labour leader Ann Orme met Peter Hale. The Labour leader resigned later.",
            "resigned",
            "actor Ann Orme, body Labour",
        ),
        ("Mr Hale and Mrs Orme met. She resigned.", "resigned", "actor Mrs Orme"),
        ('Ann Orme said: "I am resigning because I must."', "resigning", "actor Ann Orme"),
        ("More than 20 Labour councillors resigned.", "resigned", "actor Labour councillors"),
        ("A third of the Labour councillors resigned.", "resigned", "actor Labour councillors"),
        ("Nobody knew when somebody resigned.", "resigned", ""),
        (
            "Ann Orme won. She left. She rested. She sang. She wept. She slept. She resigned.",
            "resigned",
            "actor Ann Orme",
        ),
        ("Ann Orme won. It rained. It snowed. It froze. It hailed. She resigned.", "resigned", ""),
        (
            'Ann Orme won. Orme sang. Orme wept. Orme slept. "Orme is kind," says Jo Vale, a clerk. She resigned.',
            "resigned",
            "actor Ann Orme",
        ),
        ('The mayor won. "I am kind," says Jo Vale, a clerk. She resigned.', "resigned", "actor Jo Vale"),
        ("After her first choice, clerk Ann Orme, resigned, Jo Vale won.", "resigned", "actor Ann Orme"),
        ("The Greens mocked the pupils as they resigned.", "resigned", "actor Greens"),
    ],
)
def test_pronouns_offices_and_descriptions(text: str, trigger: str, expected: str) -> None:
    assert told(text, trigger, "verb", RESIGN) == pairs(expected)


@pytest.mark.parametrize(
    ("text", "trigger", "places", "expected"),
    [
        ("Ann Orme tabled a motion.", "motion", MOTION, "actor Ann Orme"),
        ("Ann Orme faces a motion of no confidence.", "motion", MOTION, "target Ann Orme"),
        ("Riverton Council threw out the motion.", "motion", MOTION, "body Riverton Council"),
        ("Peter Hale backed the motion, tabled by Ann Orme.", "motion", MOTION, "supporter Peter Hale, actor Ann Orme"),
        ("Peter Hale voted against the motion.", "motion", MOTION, "opponent Peter Hale"),
        (
            "A motion that was put before Riverton Council on Friday accused Ann Orme.",
            "motion",
            MOTION,
            "body Riverton Council, target Ann Orme",
        ),
        (
            "The motion, signed by local members, criticised Ann Orme.",
            "motion",
            MOTION,
            "actor local members, target Ann Orme",
        ),
        ("A motion calling for Ann Orme's expulsion was lost.", "motion", MOTION, "target Ann Orme"),
        ("Ann Orme's motion against Peter Hale passed.", "motion", MOTION, "actor Ann Orme, target Peter Hale"),
        ("A motion passed with the support of the Green Party.", "motion", MOTION, "supporter Green Party"),
        ("Peter Hale refused to back the motion.", "motion", MOTION, "opponent Peter Hale"),
        (
            "We stand with Ann Orme and Peter Hale who have had motions passed by the Green Party.",
            "motions",
            MOTION,
            "target Ann Orme, target Peter Hale, body Green Party",
        ),
        (
            "The motion that members of the Green Party passed was long.",
            "motion",
            MOTION,
            "body members of the Green Party",
        ),
        ("Ann Orme rejected calls for a motion.", "motion", MOTION, "opponent Ann Orme"),
        ("A vote in the Commons went ahead.", "vote", MOTION, "body Commons"),
        (
            "In a letter to the Guardian, Ann Orme attacked Peter Hale.",
            "letter",
            LETTER,
            "venue Guardian, actor Ann Orme, target Peter Hale",
        ),
        (
            "The letter was signed by MPs including Ann Orme and Peter Hale.",
            "letter",
            LETTER,
            "actor MPs, actor Ann Orme, actor Peter Hale",
        ),
        ("Ann Orme wrote a letter to Peter Hale.", "letter", LETTER, "actor Ann Orme, target Peter Hale"),
        ("The council held its meeting in Leeds.", "meeting", MEETING, "body council, venue Leeds"),
        ("The council held its meeting with Ann Orme.", "meeting", TALKS, "body council, actor Ann Orme"),
        ("The delegation held its meeting with Ann Orme.", "meeting", TALKS, "actor delegation, actor Ann Orme"),
        ("A meeting of finance ministers ended.", "meeting", TALKS, "body finance ministers"),
        ("IMF and World Bank talks began.", "talks", TALKS, "body IMF, body World Bank"),
        ("Ann Orme met the IMF and World Bank talks began.", "talks", TALKS, "body World Bank"),
        ("A meeting of angry shareholders ended.", "meeting", TALKS, "body angry shareholders"),
        ("A meeting in her home town of Hale Bay ended.", "meeting", MEETING, "venue home town of Hale Bay"),
        ("A shadow cabinet meeting was called.", "meeting", MEETING, "body shadow cabinet"),
        ("UN-led talks in Vienna ended.", "talks", MEETING, "body UN, venue Vienna"),
        ("Ann Orme attended the Labour Party conference.", "conference", MEETING, "actor Ann Orme, body Labour Party"),
        ("The letter, which Tom Hale had signed, was long.", "letter", LETTER, "actor Tom Hale"),
        ("The letter, which Ann Orme expected to arrive, was long.", "letter", LETTER, ""),
        ("Seconding the motion, Ann Orme spoke of need.", "motion", MOTION, "actor Ann Orme"),
        ("A motion urging Ann Orme to go was tabled by Jo Vale.", "motion", MOTION, "target Ann Orme, actor Jo Vale"),
        ("A motion urging Ann Orme to go split Jo Vale.", "motion", MOTION, "target Ann Orme"),
        ("Ann Orme urged friends to reject the motion.", "motion", MOTION, "opponent Ann Orme"),
        ("Ann Orme urged Hale Council to reject the motion.", "motion", MOTION, "opponent Ann Orme, body Hale Council"),
        ("Ann Orme said there should be a motion.", "motion", MOTION, "supporter Ann Orme"),
        ("Ann Orme said there should not be a motion.", "motion", MOTION, "opponent Ann Orme"),
        ("Ann Orme asked whether there should be a motion.", "motion", MOTION, ""),
        ("Ann Orme was among those who signed the letter.", "letter", LETTER, "actor Ann Orme"),
        (
            "Among those who signed the letter were Ann Orme and Jo Vale.",
            "letter",
            LETTER,
            "actor Ann Orme, actor Jo Vale",
        ),
        ("Ann Orme was one of 60 peers who signed the letter.", "letter", LETTER, "actor Ann Orme, actor peers"),
        (
            "Ann Orme resigned in a letter to Jo Vale.",
            "letter",
            {**LETTER, "acting": "actor"},
            "actor Ann Orme, target Jo Vale",
        ),
        ("The meeting will begin in Leeds.", "meeting", MEETING, "venue Leeds"),
        ("The meeting is due to begin in Leeds.", "meeting", MEETING, "venue Leeds"),
        ("A meeting with Ann Orme was to take place in Leeds.", "meeting", MEETING, "actor Ann Orme, venue Leeds"),
        ("The meeting was to hear Ann Orme in Leeds.", "meeting", MEETING, ""),
        ("The meeting will puzzle friends in Leeds.", "meeting", MEETING, ""),
        ("Sixty peers, led by Ann Orme, tabled a motion.", "motion", MOTION, "actor peers, actor Ann Orme"),
        ("Sixty peers, joined by Ann Orme, tabled a motion.", "motion", MOTION, "actor peers"),
        ("Farmers drove through Leeds in a protest.", "protest", PROTEST, "actor Farmers, venue Leeds"),
        ("Farmers were ill during a protest.", "protest", PROTEST, ""),
        ("Ann Orme summoned friends to a meeting.", "meeting", MEETING, "actor Ann Orme"),
    ],
)
def test_what_stands_around_a_noun(text: str, trigger: str, places: dict[str, str], expected: str) -> None:
    assert told(text, trigger, "noun", places) == pairs(expected)


INQUIRY = {"subject": "body", "into": "target", "by": "body", "make": "body"}


@pytest.mark.parametrize(
    ("text", "trigger", "part", "expected"),
    [
        ("Police are probing whether the mayor took bribes.", "probing", "verb", "body Police, target mayor"),
        ("Police are investigating how Hale Bank failed.", "investigating", "verb", "body Police, target Hale Bank"),
        ("Police are investigating whether to act.", "investigating", "verb", "body Police"),
        ("An inquiry into why Hale Bank failed has begun.", "inquiry", "noun", "target Hale Bank"),
    ],
)
def test_of_whom_it_is_asked_what_they_did(text: str, trigger: str, part: Part, expected: str) -> None:
    assert told(text, trigger, part, INQUIRY) == pairs(expected)


ELECTION = {"of": "body", "possessive": "venue", "modifier": "venue", "in": "venue", "result": "actor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was an election defeat of the Green Party in Leeds.", "actor Green Party, venue Leeds"),
        ("The Greens' election victory stunned Leeds.", "actor Greens"),
        ("The election of the Green Party was long.", "body Green Party"),
    ],
)
def test_whose_victory_or_defeat_it_is(text: str, expected: str) -> None:
    assert told(text, "election", "noun", ELECTION) == pairs(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six bishops wrote to the Times on Friday to defend Ann Orme.", "actor bishops, target Times"),
        ("Ann Orme wrote on Sunday.", "actor Ann Orme"),
    ],
)
def test_who_writes(text: str, expected: str) -> None:
    trigger = "wrote to" if "wrote to" in text else "wrote"
    assert told(text, trigger, "verb", {"subject": "actor", "object": "target", "to": "target"}) == pairs(expected)


APPOINT = {"subject": "body", "object": "target", "by": "target"}


@pytest.mark.parametrize(
    ("text", "trigger", "places", "expected"),
    [
        ("Tom Hale will be replaced by Jo Vale.", "replaced by", {"by": "target", "subject": ""}, "target Jo Vale"),
        ("Tom Hale was sworn in on Friday.", "sworn in", APPOINT, "target Tom Hale"),
        ("Tom Hale was sworn in on Friday.", "sworn in", {"subject": "target", "object": ""}, "target Tom Hale"),
    ],
)
def test_who_is_put_into_an_office(text: str, trigger: str, places: dict[str, str], expected: str) -> None:
    assert told(text, trigger, "verb", places) == pairs(expected)


RULING = {"subject": "body", "object": "target", "undergo": "actor", "by": "body"}


@pytest.mark.parametrize(
    ("text", "trigger", "part", "expected"),
    [
        ("The court ruled that Hale Corp had lied.", "ruled", "verb", "body court, target Hale Corp"),
        ("The court ruled on Friday that Hale Corp had lied.", "ruled", "verb", "body court, target Hale Corp"),
        ("The court ruled by five to two that Ann Orme had lied.", "ruled", "verb", "body court, target Ann Orme"),
        (
            "The court ruled in March that the Riverton police had lied.",
            "ruled",
            "verb",
            "body court, target Riverton police",
        ),
        ("The court ruled on a plan that Hale Corp had drawn up.", "ruled", "verb", "body court"),
        ("Jo Vale read a ruling this month that Hale Corp had lied.", "ruling", "noun", "target Hale Corp"),
        ("Jo Vale read a ruling in a case that Hale Corp had lost.", "ruling", "noun", ""),
        ("A ruling barring Hale Corp from the sale stands.", "ruling", "noun", "target Hale Corp"),
    ],
)
def test_whom_a_ruling_is_about(text: str, trigger: str, part: Part, expected: str) -> None:
    places = {**RULING, "against": "target"} if part == "verb" else {"that": "target"}
    assert ", ".join(sorted(f"{role} {name}" for role, name in told(text, trigger, part, places))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court dismissed an appeal by Ann Orme.", "body court, actor Ann Orme"),
        ("The court dismissed Ann Orme's appeal.", "body court, actor Ann Orme"),
        ("The court dismissed Ann Orme.", "body court, target Ann Orme"),
        ("The court dismissed an appeal lodged by Ann Orme.", "body court, actor Ann Orme"),
    ],
)
def test_whose_plea_is_decided(text: str, expected: str) -> None:
    assert told(text, "dismissed", "verb", RULING) == pairs(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orme, whose resignation was announced on Friday, led the clinic.", "actor Ann Orme"),
        ("Announcing her resignation, Ann Orme spoke of strain.", "actor Ann Orme"),
        ("The premier's resignation was accepted.", "actor premier"),
    ],
)
def test_whose_resignation(text: str, expected: str) -> None:
    assert told(text, "resignation", "noun", {"possessive": "actor"}) == pairs(expected)


def pairs(expected: str) -> set[tuple[str, str]]:
    return {(role, name) for role, _, name in (part.partition(" ") for part in expected.split(", ") if part)}


def test_the_same_name_and_kind_is_the_same_entity_in_every_document() -> None:
    first = roles("Ann Orme tabled a motion.", "motion", "noun", MOTION)[0]
    second = roles("A motion by Ann ORME failed. Ann Orme left.", "motion", "noun", MOTION)[0]
    assert (first.entity_id, first.kind) == (second.entity_id, "person")
    assert first.entity_id != roles("Orme Ltd tabled a motion.", "motion", "noun", MOTION)[0].entity_id


PARTS: tuple[Part, ...] = ("verb", "noun")
WORDS = [
    "Ann",
    "Orme",
    "Mr",
    "the",
    "of",
    "and",
    "a",
    "Labour",
    "Party",
    "vote",
    "expelled",
    "by",
    "who",
    ",",
    ".",
    "(",
    ")",
    "-",
    "'",
    "he",
    "its",
    "to",
    "was",
    "'s",
    "MPs",
    "council",
    "in",
    "against",
    "him",
    "were",
    "Hale",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=50), st.integers(0, 49), st.integers(0, 2), st.booleans())
def test_roles_of_any_words_are_exact(words: list[str], at: int, more: int, verb: bool) -> None:
    text = " ".join(words)
    found = sentences(text)
    scene = read_scene(text, found, find_names(text, found))
    for number, sentence in enumerate(found):
        line = Line(shadow(text), sentence.start, sentence.end, number)
        if not len(line):
            continue
        first = at % len(line)
        last = min(first + more, len(line) - 1)
        places = EXPEL if verb else MOTION
        made = find_roles(scene, line, first, last, "verb" if verb else "noun", places)
        assert list(made) == sorted(made, key=lambda role: (role.start, role.role))
        assert len({role.name.casefold() for role in made}) == len(made)
        for role in made:
            assert 0 <= role.start < role.end <= len(text)
            assert role.name.strip()


@pytest.mark.parametrize(
    "unit", ["he voted ", "Ann, ", "of Ann ", "who voted ", "and ", "by the ", "'s Ann ", "to vote ", "( Ann "]
)
def test_a_sentence_without_end_is_read_to_its_end(unit: str) -> None:
    text = "The council voted " + unit * 3_000
    found = sentences(text)
    scene = read_scene(text, found, find_names(text, found))
    line = Line(shadow(text), found[0].start, found[0].end, 0)
    made = [find_roles(scene, line, at, at, part, EXPEL) for at in range(0, len(line), 7) for part in PARTS]
    assert all(role.end <= len(text) for found_roles in made for role in found_roles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting in Hale, called by Ann Orme, was long.", "actor Ann Orme"),
        ("The meeting in Hale was marked by memories of Ann Orme.", ""),
        ("The meeting was marked by songs, tears and memories of Ann Orme.", ""),
        ("In Madrid, the council held a meeting.", "body council, venue Madrid"),
        ("The meeting is to be held in the House of Commons.", "body House of Commons"),
        ("The meeting outside the home of the Green Party was long.", ""),
        ("The meeting on Friday of the Green Party was long.", "body Green Party"),
        ("Ann Orme is in a meeting.", "actor Ann Orme"),
        ("The meeting with Ann Orme and Jo Vale is to be long.", "actor Ann Orme, actor Jo Vale"),
        ("Tom Dale left the meeting with Ann Orme and Jo Vale was sad.", "actor Ann Orme, actor Tom Dale"),
        ("Ann Orme is in a car near the meeting.", ""),
        ("An appeals court held a meeting.", "body appeals court"),
        ("The meeting with Jo Vale is due to begin in Madrid.", "actor Jo Vale, venue Madrid"),
        ("A meeting with Jo Vale that was to take place in Madrid was put off.", "actor Jo Vale, venue Madrid"),
        ("The meeting is due to end unrest in Madrid.", ""),
        ("The meeting, held at the request of Jo Vale, was long.", "actor Jo Vale"),
        ("The meeting was held at Jo Vale's invitation.", "actor Jo Vale"),
        ("The meeting was attended by aides and by Ann Orme.", "actor Ann Orme, actor aides"),
        ("After a meeting with Ann Orme on Friday, Jo Vale said it was over.", "actor Ann Orme, actor Jo Vale"),
        ("After the meeting, Jo Vale said it was over.", ""),
        ("The council questioned Ann Orme at a meeting.", "actor Ann Orme, actor council"),
        ("Tom Dale invited Ann Orme to a meeting.", "actor Ann Orme, actor Tom Dale"),
        ("Speaking at a meeting, Ann Orme was calm.", "actor Ann Orme"),
    ],
)
def test_who_does_what_is_said_of_it(text: str, expected: str) -> None:
    found = {pair for pair in told(text, "meeting", "noun", MEETING) if pair[1] != "Hale"}
    assert ", ".join(sorted(f"{role} {name}" for role, name in found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orme Corp had a bad year. Sales at Orme Corp fell. Tom Hale will resign in May.", "Orme Corp"),
        ("Orme Corp met Thorne Bank. Sales at Orme Corp fell. Tom Hale will resign in May.", "Orme Corp"),
        ("Orme Corp sued Thorne Bank. Orme Corp and Thorne Bank lost. Tom Hale will resign.", None),
        ("Orme Corp had a bad year. Tom Hale will resign in May.", None),
        ("Thorne Police came. Thorne Police said Tom Hale will resign in May.", None),
        ("Rents rose. Orme Corp said Tom Hale will resign in May.", "Orme Corp"),
        ("Rents rose. Ann Lang of Orme Corp said Tom Hale will resign in May.", None),
        ("The Orme Party is small. Few love the Orme Party. Tom Hale will resign in May.", None),
        ("The Church of Orme is small. Few love the Church of Orme. Tom Hale will resign in May.", None),
        ("Rents rose. Orme Corp grew. Ann Lang said Tom Hale will resign in May.", None),
        ("Tom Hale will resign in May. Orme Corp fell. Sales at Orme Corp fell.", None),
    ],
)
def test_the_body_that_a_document_is_about(text: str, expected: str | None) -> None:
    found = sentences(text)
    scene = read_scene(text, found, find_names(text, found))
    role = from_context(scene, "firm", text.index("resign"), frozenset())
    assert (role.name if role else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BBC head Tom Hale will go.", "BBC"),
        ("Orme Bank, whose head Tom Hale will go, is small.", "Orme Bank"),
        ("Ex-BBC head Tom Hale will go.", None),
        ("Former BBC head Tom Hale will go.", None),
        ("Tom Hale, head of Orme Bank, will go.", "Orme Bank"),
        ("Tom Hale, former head of Orme Bank, will go.", None),
    ],
)
def test_the_body_where_somebody_holds_an_office(text: str, expected: str | None) -> None:
    found = sentences(text)
    scene = read_scene(text, found, find_names(text, found))
    role = from_context(scene, "employer", 0, frozenset({"Tom Hale"}))
    assert (role.name if role else None) == expected
