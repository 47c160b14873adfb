"""What labels lead with."""

import pytest

from warehouse.explorer.topics import topic

TOPICS = [
    ("Ann Lee tables a motion on the 20 mph zone", [("actor", "Ann Lee")], "20 mph zone"),
    ("Council passes censure motion against Bo Ray", [("body", "Council"), ("target", "Bo Ray")], "Bo Ray"),
    ("No-confidence motion pending in Bo Ray", [("target", "Bo Ray")], "Bo Ray"),
    ("Council holds meeting in York", [("body", "Council"), ("venue", "York")], "holds meeting in York"),
    ("Peers place advert about Bo Ray in The Post", [("actor", "Peers"), ("venue", "The Post")], "Bo Ray"),
    ("Vote held on Tuesday", [], "Vote held on Tuesday"),
    ("In a vote on 29 January the House passed a bill", [], "In a vote on 29 January the House passed a bill"),
    (
        "MPs, Ann Lee and the union hold protest",
        [("actor", "MPs"), ("actor", "Ann Lee"), ("actor", "the union")],
        "hold protest",
    ),
    ("Peers and others sign letter", [("actor", "Peers")], "sign letter"),
    ("Bo Ray resigns", [("actor", "Bo Ray")], "resigns"),
    ("Expulsion of a member", [("target", "Bo Ray")], "Bo Ray"),
    ("", [], ""),
]


@pytest.mark.parametrize(("title", "roles", "expected"), TOPICS, ids=[row[0] for row in TOPICS])
def test_topic(title: str, roles: list[tuple[str, str]], expected: str) -> None:
    assert topic(title, roles) == expected


def test_a_topic_is_short_whatever_the_title() -> None:
    assert len(topic("on " * 5000, [("actor", "on")])) <= 80
    assert len(topic("x, " * 5000, [("actor", "x")])) <= 80
