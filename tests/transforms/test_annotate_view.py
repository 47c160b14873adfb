"""What a person sees of an annotated article."""

from hypothesis import given
from hypothesis import strategies as st
from written import article

from transforms.annotate import annotate
from transforms.annotate_view import html_page, marks
from transforms.events.lexicon import default_lexicon
from transforms.records import Annotation


def annotated(text: str) -> Annotation:
    return annotate(article(text, uri="a<b>.txt"), default_lexicon())


def test_marks_say_what_was_read_where() -> None:
    text = "Thorne Town Council passed a motion by 24 votes to 19 on Friday."
    said = {(text[mark.start : mark.end], mark.kind) for mark in marks(annotated(text))}
    assert said >= {
        ("motion", "trigger"),
        ("Thorne Town Council", "role"),
        ("24", "count"),
        ("19", "count"),
        ("Friday", "time"),
    }


def test_page_shows_the_article_and_trusts_nothing_of_it() -> None:
    text = 'Tom Ridley resigned on Friday. <script>alert("motion")</script> & more.'
    page = html_page(article(text, uri="a<b>.txt"), annotated(text))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<title>a&lt;b&gt;.txt</title>" in page
    assert '<mark class="trigger" title="1 resignation, asserted, 2024-03-08">resigned</mark>' in page
    assert "<td>2024-03-08</td><td>actor: Tom Ridley</td>" in page


@given(st.text(alphabet="motion vote 12 Friday\n<&.\"'", max_size=200))
def test_marks_are_in_order_and_apart(text: str) -> None:
    at = 0
    for mark in marks(annotated(text)):
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end
