"""Bodies called for short by a noun that is not in their names, and lists of them with their short forms."""

import pytest
from written import roles_of

CALLED = [
    ("The Fair Trading Commission met. The agency opened an inquiry.", {("body", "Fair Trading Commission")}),
    ("The Vale Agency and the Water Commission met. The agency opened an inquiry.", {("body", "Vale Agency")}),
    ("The Water Authority fined nobody. The regulator opened an inquiry.", {("body", "Water Authority")}),
    ("The Green Union fined nobody. The agency opened an inquiry.", {("body", "agency")}),
    ("Thorne Mills Inc grew. The firm opened an inquiry.", {("body", "Thorne Mills Inc")}),
    (
        "The Christian Democrats (CDU) and the Free Party (FP) staged a protest.",
        {("actor", "Christian Democrats"), ("actor", "Free Party")},
    ),
]


@pytest.mark.parametrize(("text", "roles"), CALLED)
def test_a_short_name_stands_for_the_body_it_fits(text: str, roles: set[tuple[str, str]]) -> None:
    assert roles_of(text)[-1] == roles
