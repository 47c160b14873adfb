"""Modality as a table: the trigger in brackets, and what its sentence makes of it."""

import pytest

from transforms.events.clauses import Line
from transforms.events.modality import Sort, stance_of
from transforms.events.stances import compose

VERBS = [
    ("Mr Hale [resigned] on Friday.", "asserted"),
    ("Mr Hale has [resigned].", "asserted"),
    ("Mr Hale is to [resign] in May.", "planned"),
    ("Hale to [resign] as leader", "planned"),
    ("Mr Hale will not [resign].", "averted"),
    ("Mr Hale has not [resigned].", "negated"),
    ("Nobody has yet [resigned].", "negated"),
    ("No one was [expelled] over the leak.", "negated"),
    ("Mr Hale could [resign] over the leak.", "possible"),
    ("Mr Hale refused to [resign].", "averted"),
    ("Mr Hale resisted pressure to [resign].", "averted"),
    ("Mr Hale repeated his offer to [resign].", "possible"),
    ("The board refused to let Mr Hale [resign].", "averted"),
    ("Members want the court to let them [meet].", "possible"),
    ("The leak made Mr Hale [resign].", "asserted"),
    ("Mr Hale was forced to [resign].", "asserted"),
    ("The row prompted Mr Hale to [resign].", "asserted"),
    ("The board urged Mr Hale to [resign].", "possible"),
    ("Mr Hale threatened to [resign].", "possible"),
    ("Mr Hale is expected to [resign].", "planned"),
    ("Mr Hale said he would [resign].", "planned"),
    ("If Mr Hale [resigns], the party will split.", "possible"),
    ("The clerk plans to speak as soon as Mr Hale [resigns].", "planned"),
    ("The clerk plans to speak immediately after the board [meets] again.", "planned"),
    ("Ministers want to speak before the changes [become] law.", "planned"),
    ("The synod apologised for [sacking] the clerk.", "asserted"),
    ("The synod called for [sacking] the clerk.", "possible"),
    ("Porters prepared to [strike] on Monday.", "planned"),
    ("Porters are prepared to [strike].", "possible"),
    ("Mr Hale has been asked to [appear] before the panel.", "planned"),
    ("Mr Hale was asked to [appear] before the panel.", "asserted"),
    ("Mr Hale was subpoenaed to [appear] before the panel.", "planned"),
    ("Nothing will move until the house [passes] the budget.", "planned"),
    ("Clerk quits after board [sacks] porter", "asserted"),
    ("Two weeks after the board [met], he left.", "asserted"),
    ("Members asked whether Mr Hale had [resigned].", "possible"),
    ("Mr Hale denied that he had [resigned].", "negated"),
    ("There is speculation that Mr Hale will [resign].", "possible"),
    ("The party stopped short of [expelling] Mr Hale.", "negated"),
    ("Ministers were urged to [suspend] the clerk.", "possible"),
    ("Mr Hale denied he would [resign].", "averted"),
    ("The party dismissed reports that the clerk was [sacked].", "negated"),
    ("The party, denied a hall, [met] in a barn.", "asserted"),
    ("Reports that the clerk was [sacked] pleased nobody.", "asserted"),
    ("Mr Hale has not considered [resigning].", "averted"),
    ("Mr Hale left without [resigning].", "negated"),
    ("Mr Hale denied [resigning].", "negated"),
    ("The board demanded that Mr Hale [resign].", "possible"),
    ("The board wants Mr Hale [expelled].", "possible"),
    ("If it is lost, Mr Hale will [resign].", "possible"),
    ("An attempt to [oust] Mr Hale failed.", "negated"),
    ("A failed bid to [oust] Mr Hale cost her the post.", "negated"),
    ("An attempt to [oust] Mr Hale is under way.", "possible"),
    ("Rebels are plotting to [oust] Mr Hale.", "possible"),
    ("Mr Hale is contemplating [resigning].", "possible"),
    ("Mr Hale will [resign] if it is lost.", "possible"),
    ("Mr Hale ruled out [resigning].", "averted"),
    ("Mr Hale denied he was about to [resign].", "averted"),
    ("Mr Hale offered to [resign].", "possible"),
    ("The panel recommended that Mr Hale be [suspended].", "possible"),
    ("Ms Orme has been tipped to [succeed] Mr Hale.", "possible"),
    ("The board that wanted quiet [expelled] Mr Hale.", "asserted"),
    ("Members said that [expelling] Mr Hale would be unwise.", "possible"),
    ("He spoke after [expelling] Mr Hale.", "asserted"),
    ("Mr Hale will stay until a clerk is [chosen] in May.", "planned"),
    ("Mr Hale stayed until a clerk was [chosen] in May.", "asserted"),
    ("Canons are thinking of [leaving].", "possible"),
    ("The board called a meeting to [expel] Mr Hale.", "planned"),
    ("The board wants directors based in the city to [resign].", "possible"),
    ("He pointed out that costs had gone up and that the board would [resign].", "planned"),
    ("There were demands for Mr Hale, his deputy, to [resign].", "possible"),
    ("Demands grew for Mr Hale, who denies the claims, to [resign].", "possible"),
    ("Calls are growing for the chairman to [resign].", "possible"),
    ("There is pressure on the chairman to [resign].", "possible"),
    ("The board arranged for members to [vote] on it.", "planned"),
]
NOUNS: list[tuple[str, Sort, str]] = [
    ("Mr Hale had not yet read the [report].", "document", "asserted"),
    ("Mr Hale did not vote for the [motion].", "act", "asserted"),
    ("The council has not held an [inquiry].", "act", "negated"),
    ("The house held a [vote].", "act", "asserted"),
    ("Porters planned a [march] to the pier.", "gathering", "planned"),
    ("Catches will grow, a Harbour Planning Board [report] said.", "document", "asserted"),
    ("Mr Hale urged members in a [letter] to leave.", "document", "asserted"),
    ("Mr Hale called for a [vote] to be held.", "act", "possible"),
    ("A [motion] demanding a new pier will go before the conference.", "document", "planned"),
    ("A [motion] calling for free ferries is to be debated.", "document", "planned"),
    ("A [motion] demanding a new pier went before the conference.", "document", "asserted"),
    ("The [motion] demanding a new pier will please nobody.", "document", "asserted"),
    ("The [letter] demanding a new pier was read out.", "document", "asserted"),
    ("A [vote] to be held in May is to settle it.", "act", "planned"),
    ("[Strikes] planned at ports along the coast have been suspended.", "gathering", "averted"),
    ("The house will hold a [vote].", "act", "planned"),
    ("There will be no [vote] this week.", "act", "averted"),
    ("Talks went on in an effort to avert a [walkout].", "gathering", "possible"),
    ("The mayor hopes to prevent the [vote].", "act", "possible"),
    ("A deal averted the [walkout].", "gathering", "negated"),
    ("The [talks] could resume next week.", "gathering", "possible"),
    ("The [talks] resumed last week.", "gathering", "asserted"),
    ("A [strike] by guards at the port is very likely.", "gathering", "possible"),
    ("A farm [bill] would be highly likely.", "document", "possible"),
    ("The [bill] is likely to please growers.", "document", "asserted"),
    ("At the [meeting] Ms Orme is likely once again to ask for more.", "gathering", "asserted"),
    ("A [bill] taxing salt would pass the senate.", "document", "possible"),
    ("A [bill] taxing salt passed the senate.", "document", "asserted"),
    ("The firm asked the court for an [injunction].", "act", "possible"),
    ("The firm asked two judges in Thorne for an [injunction].", "act", "possible"),
    ("The judge left the court for an [inquiry].", "act", "asserted"),
    ("There was no [vote].", "act", "negated"),
    ("The speaker cancelled the [vote].", "act", "negated"),
    ("Members called for a [vote].", "act", "possible"),
    ("The chair rejected calls for a [vote].", "act", "averted"),
    ("The chair refused to rule out a [vote].", "act", "possible"),
    ("Should the house lose the [vote], it will sit again.", "act", "possible"),
    ("The clerk is facing a [vote].", "act", "planned"),
    ("Ministers hope to act ahead of the [vote].", "act", "planned"),
    ("He spoke after the [vote].", "act", "asserted"),
    ("A [vote] to be held in May will decide.", "act", "planned"),
    ("The upcoming [vote] worries them.", "act", "planned"),
    ("She will attend the [summit].", "gathering", "planned"),
    ("She did not attend the [summit].", "gathering", "asserted"),
    ("The [summit] did not take place.", "gathering", "negated"),
    ("The [summit] was postponed.", "gathering", "negated"),
    ("A [strike] by crews due to begin on Monday was called off.", "gathering", "negated"),
    ("The board took the decision at an emergency [meeting].", "gathering", "asserted"),
    ("Investors are calling for an extraordinary [meeting].", "gathering", "possible"),
    ("An extraordinary [meeting] has been called.", "gathering", "planned"),
    ("There were no plans to call an [election].", "gathering", "averted"),
    ("The party would move a motion over the handling of the port [strike].", "gathering", "asserted"),
    ("The deputy pushed through a [motion].", "document", "asserted"),
    ("A [report] on the port is expected in May.", "document", "planned"),
    ("The clerk will speak once members pass the [budget].", "document", "planned"),
    ("The crews decided to remain on [strike].", "gathering", "asserted"),
    ("The crews vowed to continue the [strike].", "gathering", "asserted"),
    ("The deal averted a [strike].", "gathering", "negated"),
    ("The house is considering a [bill] that would cut aid.", "document", "asserted"),
    ("He predicted at a recent [conference] that prices would fall.", "gathering", "asserted"),
    ("He will speak at a [conference].", "gathering", "planned"),
    ("The mayor avoided a [vote].", "act", "averted"),
    ("One scenario is the fall of the government after a [vote].", "act", "asserted"),
    ("The firm said it would propose a [resolution] in May.", "document", "planned"),
    ("One scenario is a snap poll and a [vote].", "act", "possible"),
    ("Another scenario is the [dissolution] of the house.", "act", "possible"),
    ("The premier has decided against an early [election].", "gathering", "negated"),
    ("Ministers will answer the [report].", "document", "asserted"),
    ("Ministers will publish the [report].", "document", "planned"),
    ("Ministers refused to publish the [report].", "document", "averted"),
    ("The branch passed a motion for the [expulsion] of Mr Hale.", "act", "possible"),
    ("The motion of [censure] was passed.", "act", "asserted"),
    ("The union said the [strike] would begin soon.", "gathering", "planned"),
    ("A [strike] would begin soon.", "gathering", "possible"),
    ("The [strike] could end soon.", "gathering", "asserted"),
    ("The union would like a [meeting].", "gathering", "possible"),
    ("He said the [statement] had been in line with the rules and should not have been read.", "document", "asserted"),
]


def stance(marked: str, part: str, sort: Sort) -> str:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    line = Line(text, 0, len(text))
    form = "ing" if part == "verb" and text[start:end].endswith("ing") else "singular" if part == "noun" else "base"
    return stance_of(line, line.at(start), line.at(end - 1), part, form, sort)  # type: ignore[arg-type]


@pytest.mark.parametrize(("marked", "wanted"), VERBS)
def test_verbs(marked: str, wanted: str) -> None:
    assert stance(marked, "verb", "act") == wanted


@pytest.mark.parametrize(("marked", "sort", "wanted"), NOUNS)
def test_nouns(marked: str, sort: Sort, wanted: str) -> None:
    assert stance(marked, "noun", sort) == wanted


def test_denying_twice_leaves_it_open() -> None:
    assert compose("negated", "negated") == "possible"
    assert compose("possible", "negated") == "averted"
    assert compose("averted", "planned") == "averted"
    assert compose("planned", "possible") == compose("possible", "planned") == "possible"
