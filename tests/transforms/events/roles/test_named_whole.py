"""Who takes part where more words stand between them and what they do: as a table."""

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.lexicon import default_lexicon

TOLD = [
    ("The Dock Workers Union began a series of strikes on Monday.", {("actor", "Dock Workers Union")}),
    ("Tom Hale held a second round of talks with Ruth Pell.", {("actor", "Tom Hale"), ("actor", "Ruth Pell")}),
    (
        "Two members of Hale's own cabinet, Helen Marsh and Colin Dean, resigned last month.",
        {("actor", "Helen Marsh"), ("actor", "Colin Dean"), ("body", "Hale's cabinet")},
    ),
    (
        "Talks between lawyers for the relatives and government officials broke down on Friday.",
        {("actor", "lawyers"), ("actor", "government officials")},
    ),
    (
        "Addressing the annual meeting of the Grain Association, Tom Hale, head of its port office, said all was well.",
        {("body", "Grain Association"), ("actor", "Tom Hale")},
    ),
    ("Ann Orme will continue as chairman until she retires in June.", {("actor", "Ann Orme")}),
    (
        "Shares rose after the Green Party and the liberal Free Alliance won state elections.",
        {("actor", "Green Party"), ("actor", "Free Alliance")},
    ),
    (
        "Tom Hale told a House grain committee hearing that prices were low.",
        {("actor", "Tom Hale"), ("body", "House grain committee")},
    ),
    (
        "Two Green members, Ann Orme of Thorne and Tom Hale of Westport, tabled a motion on Monday.",
        {("actor", "Ann Orme"), ("actor", "Tom Hale")},
    ),
    ("Tom Hale led the Liberals to a heavy defeat at the 2001 general election.", {("actor", "Liberals")}),
    (
        "Ann Orme made the remarks on Saturday, in a meeting with donors.",
        {("actor", "Ann Orme"), ("actor", "donors")},
    ),
    (
        "Port Authority Commissioner Ann Orme ruled that the ship must leave.",
        {("actor", "Ann Orme"), ("body", "Port Authority")},
    ),
    (
        "The prosecutor has opened an investigation into claims that the Vale police beat a student.",
        {("body", "prosecutor"), ("target", "Vale police")},
    ),
    (
        "Farmers marched on the farm ministry in Nairobi.",
        {("actor", "Farmers"), ("target", "farm ministry"), ("venue", "Nairobi")},
    ),
    ("Tom Hale sent a letter to fellow senators.", {("actor", "Tom Hale"), ("target", "senators")}),
    (
        "Residents marched outside the council's offices in Leeds.",
        {("actor", "Residents"), ("venue", "council's offices"), ("venue", "Leeds")},
    ),
    (
        "The Vale Council is in debt. The row dominated the council meeting on Monday.",
        {("body", "Vale Council")},
    ),
    (
        "Two House Republicans, Representatives Larry Hale of Idaho and Beau Orme of Texas, have introduced the bill.",
        {("actor", "Larry Hale"), ("actor", "Beau Orme")},
    ),
    ("Lord Orme's inquiry into the fire was set up in 2016.", {("actor", "Lord Orme")}),
    ("The Ports Commission said it may open an investigation of its own.", {("body", "Ports Commission")}),
    ("The Football Bill cleared the Lords in March.", {("body", "Lords")}),
    ("The club's chairman quit on Monday.", {("actor", "chairman"), ("body", "club")}),
    ("The union is seeking an injunction.", {("actor", "union")}),
    ("Orme Corp will ask shareholders to approve the plan.", {("actor", "Orme Corp"), ("body", "shareholders")}),
    ("The report by the audit office blamed Tom Hale.", {("actor", "audit office"), ("target", "Tom Hale")}),
    ("A hearing in the High Court was held on Monday.", {("body", "High Court")}),
    ("He spoke of the resignation in January of finance chief Tom Hale.", {("actor", "Tom Hale")}),
    (
        "Hale Corp is being investigated by the Ports Commission.",
        {("target", "Hale Corp"), ("body", "Ports Commission")},
    ),
    ("The sale was approved at a special shareholders' meeting.", {("body", "special shareholders")}),
    ("The sale needs approval by shareholders of both companies.", {("body", "shareholders"), ("body", "companies")}),
    ("Two lay members of the synod have stood down.", {("actor", "lay members"), ("body", "synod")}),
    ("Union leaders condemned the decision to sack Tom Hale.", {("opponent", "Union leaders"), ("target", "Tom Hale")}),
    ("The motion was backed by the Greens but opposed by Labour.", {("supporter", "Greens"), ("opponent", "Labour")}),
    ("Ann Orme told a news conference that the council would sell the port.", {("actor", "Ann Orme")}),
    ("The Port Committee called for an inquiry.", {("supporter", "Port Committee")}),
    ("Ann Orme was asked at a news conference whether the port would close.", {("actor", "Ann Orme")}),
    ("The Ports Commission voted at a meeting to ease the rule.", {("body", "Ports Commission")}),
    ("Some 65,000 dockworkers cancelled a national strike.", {("actor", "dockworkers")}),
    (
        "The Port Board and Hale Corp itself are each conducting an investigation.",
        {("body", "Port Board"), ("body", "Hale Corp")},
    ),
    ("The Port Board, in a letter dated March 3, 1987, said it would pay.", {("actor", "Port Board")}),
    ("He said that in a letter dated June 26, Ann Orme told lawyers to wait.", {("actor", "Ann Orme")}),
    ("The dock workers three weeks ago rejected a three-year agreement.", {("body", "dock workers")}),
    ("The committee examining the Hale Bank affair voted on Monday.", {("body", "committee")}),
    (
        "Orme Inc said Hale Bank had announced it would appoint Tom Hale.",
        {("body", "Hale Bank"), ("target", "Tom Hale")},
    ),
    (
        "South Africa's head of finance Tom Hale met Ruth Pell on Monday.",
        {("actor", "Tom Hale"), ("actor", "Ruth Pell")},
    ),
    ("It set a record date for shareholders entitled to vote on the merger.", {("body", "shareholders")}),
    ("Toledo police continue to investigate the fire.", {("body", "Toledo police")}),
    ("Port workers demanding a better deal staged rallies on Monday.", {("actor", "Port workers")}),
    (
        "HALE BANK NAMES OFFICERS\n\nHale Bank named Ann Orme president on Friday.",
        {("body", "Hale Bank"), ("target", "Ann Orme")},
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text for text, _ in TOLD])
def test_all_are_told(text: str, told: set[tuple[str, str]]) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    assert {(role.role, role.name) for mention in mentions for role in mention.roles} == told
