"""What is called for and turned away, done by doing something else, or decided against; the trigger in brackets."""

import pytest
from written import told_there

TOLD = [
    ("The bishop has rejected calls for him to [go].", "resignation", "negated"),
    ("Ministers rebuffed demands for an [inquiry].", "inquiry", "negated"),
    ("The premier brushed aside calls for an early [election].", "election", "negated"),
    ("The premier turned down demands for a [referendum].", "vote", "negated"),
    ("She defied calls to [quit].", "resignation", "negated"),
    ("She faced growing calls to [quit].", "resignation", "possible"),
    ("The fund could raise the pressure by convening a special [meeting].", "meeting", "possible"),
    ("Staff may respond by going on [strike].", "protest", "possible"),
    ("She ended the row by [resigning].", "resignation", "asserted"),
    ("Ann Orme is the favourite to [become] leader.", "appointment", "possible"),
    ("The firm is looking to [appoint] a new chief executive.", "appointment", "planned"),
    ("Delegates were arriving in Geneva on Monday for [talks] that begin on Friday.", "meeting", "planned"),
    ("He asked that a statutory [inquiry] with powers to compel witnesses be established.", "inquiry", "possible"),
]


@pytest.mark.parametrize(("marked", "event_type", "modality"), TOLD)
def test_told(marked: str, event_type: str, modality: str) -> None:
    assert told_there(marked, event_type).modality == modality
