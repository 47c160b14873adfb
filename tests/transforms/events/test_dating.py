"""Which time dates which trigger: the trigger in brackets, the article published on Tuesday 12 March 2024."""

from datetime import date

import pytest
from written import article

from transforms.annotate import annotate
from transforms.events.dating import Dated, sound
from transforms.events.lexicon import default_lexicon

PUBLISHED = date(2024, 3, 12)
DATED = [
    ("A [rally] takes place in Hull on Friday.", "2024-03-15", "2024-03-15"),
    ("The [conference] kicks off on Friday.", "2024-03-15", "2024-03-15"),
    ("Clerks spoke ahead of Friday's [ruling].", "2024-03-15", "2024-03-15"),
    ("It was announced on Friday that Ann Orme had been [sacked].", "2024-03-08", "2024-03-08"),
    ("It was announced on Friday that Ann Orme was [sacked] in May 2022.", "2022-05-01", "2022-05-31"),
    (
        "It was announced on Friday that Ann Orme will be [dismissed] as its spokeswoman on 5 May.",
        "2024-05-05",
        "2024-05-05",
    ),
    ("The row began on 4 March. The same day the trustees [sacked] Ann Orme.", "2024-03-04", "2024-03-04"),
    ("The row began on 4 March. On the same day Tom Hale [sacked] Ann Orme.", "2024-03-04", "2024-03-04"),
    ("Her permit was [withdrawn] by a magistrate, officials said on Friday.", None, "2024-03-12"),
    ("The [strike] was sparked by the sacking of two clerks in January.", None, "2024-03-12"),
    ("The [protest], sparked by a sacking, was held on Friday.", "2024-03-08", "2024-03-08"),
    ("The [adverts], which appeared in four county papers on Friday, cost £90.", "2024-03-08", "2024-03-08"),
    ("The board [sacked] Tom Ridley. The decision was taken by a panel of five on Monday.", "2024-03-11", "2024-03-11"),
    (
        "The board has [sacked] Tom Ridley. The decision to remove him was announced on local radio last week.",
        "2024-03-04",
        "2024-03-10",
    ),
    ("The board [sacked] Tom Ridley. The move came after he spoke at a rally on Monday.", None, "2024-03-12"),
    (
        "The synod passed a motion for change on Thursday. It sat for three hours. An [amendment] was lost.",
        "2024-03-07",
        "2024-03-07",
    ),
    ("MPs are to [vote] this spring on the ban.", "2024-03-12", "2024-05-31"),
    ("A [ballot] of members is to be held next week.", "2024-03-18", "2024-03-24"),
    ("A [vote] on the plan put forward by Ann Kettle is to be held next week.", "2024-03-18", "2024-03-24"),
    ("On Friday, the board [sacked] Tom Ridley.", "2024-03-08", "2024-03-08"),
    ("The treasurer said on Friday that he would [resign] with immediate effect.", "2024-03-08", "2024-03-08"),
    ("The premier called a snap [election] for 21 December.", "2024-12-21", "2024-12-21"),
    ("The council [voted] to sell the pier after a debate on Monday.", "2024-03-11", "2024-03-11"),
    ("The council passed the [motion] to sell the pier. The motion was tabled a week ago.", None, "2024-03-12"),
    ("The board [voted] to put the plan to members at the annual meeting on 3 May.", None, "2024-03-12"),
    (
        "The [motion] was lost by 29 votes to 27. Members left the meeting on Monday night at ten.",
        "2024-03-11",
        "2024-03-11",
    ),
    ("The two-day [strike], the third this year, closed ten schools.", None, "2024-03-12"),
    ("The party has put forward a censure [motion] which will be debated on Monday.", "2024-03-18", "2024-03-18"),
    ("Police have been asked to [look into] claims that votes were bought in May.", "2024-03-12", None),
    ("The [strike], the third since Christmas, begins on Thursday.", "2024-03-14", "2024-03-14"),
    ("The board [voted] to readmit Tom Ridley, who was sacked in February.", None, "2024-03-12"),
    ("The board [voted] to readmit Tom Ridley, sacked in February.", None, "2024-03-12"),
    ("Members [picketed] a union office over the sacking of two clerks in February.", None, "2024-03-12"),
    ("A [meeting] of shop stewards has been called for Saturday.", "2024-03-16", "2024-03-16"),
    ("Tom Ridley left the party in 2019, and Ann Orme [left the party] a year later.", "2020-01-01", "2020-12-31"),
    (
        "An [amendment] offered by Ms Orme which would have named it was turned down by the sponsors on Monday.",
        "2024-03-11",
        "2024-03-11",
    ),
    ("The board [sacked] Tom Ridley on Friday.", "2024-03-08", "2024-03-08"),
    ("The council [voted] for a strike starting March 15.", None, "2024-03-12"),
    ("Ms Orme asked for calm last night. She told a [press conference] it would pass.", "2024-03-11", "2024-03-11"),
    ("The mill closed last night. Ms Orme told a [press conference] it would open again.", None, "2024-03-12"),
    (
        "Ms Orme last night asked for lower rents than last year. She told a [press conference] it would pass.",
        "2024-03-11",
        "2024-03-11",
    ),
    ("Ms Orme asked for calm until Friday. She told a [press conference] it would pass.", None, "2024-03-12"),
    ("The committee approved a [budget] for 2025 that would cut fares.", None, "2024-03-12"),
    ("The committee passed a [budget] for the rest of fiscal 2024 ending Sept. 30.", None, "2024-03-12"),
    ("The house passed the budget [bill] in 2023.", "2023-01-01", "2023-12-31"),
    ("The council said a [vote] starting on March 15 would settle it.", "2024-03-15", "2024-03-15"),
    ("Gaps remain before next week's [talks] in Leeds.", "2024-03-18", "2024-03-24"),
    ("The council had split before Friday's [meeting].", "2024-03-08", "2024-03-08"),
    ("The board will report before Friday's [meeting].", "2024-03-15", "2024-03-15"),
    ("Nothing has changed since last year's [election].", "2023-01-01", "2023-12-31"),
    ("The board left after Monday's [meeting].", "2024-03-11", "2024-03-11"),
    ("Ms Orme was due to [appear before] the committee on Friday but pulled out.", "2024-03-08", "2024-03-08"),
    ("A poll will be held on 3 May after the mayor [resigned].", None, "2024-03-12"),
    ("Porters met on Monday to discuss the [strike].", None, "2024-03-12"),
    ("Members met on Monday to debate the [motion].", "2024-03-11", "2024-03-11"),
    ("She won the cup in 2001, and was [elected] to the county council in 2005.", "2005-01-01", "2005-12-31"),
    ("He was jailed in 2001, and was [expelled] from the party.", "2001-01-01", "2001-12-31"),
    ("The panel told him on Friday to [appear before] a senate committee on 3 May.", "2024-05-03", "2024-05-03"),
    ("A U.S. judge today [dismissed] the lawsuit of the two rangers.", "2024-03-12", "2024-03-12"),
    ("Fees rose by a tenth in 2023, the U.S. Harbour Board said [in a report].", None, "2024-03-12"),
    ("The two sides have not held [talks] since March 6.", "2024-03-06", "2024-03-06"),
    ("The council has not held a [meeting] since February.", "2024-02-01", "2024-02-29"),
    ("Porters have held three [marches] since March 6.", "2024-03-06", "2024-03-12"),
    ("Ann Orme told the [conference] that the port had closed in 1973.", None, "2024-03-12"),
    ("Ann Orme, a speaker at the [conference], said the port had closed in 1973.", None, "2024-03-12"),
    ("Ann Orme said at a [meeting] of growers that fares fell last year.", None, "2024-03-12"),
    ("Ann Orme told a [rally] on Monday that fares would rise.", "2024-03-11", "2024-03-11"),
    ("In its [report] on the port, the U.S. Harbour Board said fees rose by a tenth in 2023.", None, "2024-03-12"),
    ("The U.S. Harbour Board said in its [report] in 2023 that fees rose.", "2023-01-01", "2023-12-31"),
    ("Tom Ridley, who was elected in 2017, has [resigned].", None, "2024-03-12"),
    ("The town saw its biggest [protests] since the war began three years ago.", None, "2024-03-12"),
    ("Last year's annual [meeting] was held in Leeds.", "2023-01-01", "2023-12-31"),
    ("He was booed at last year's [conference] of the party, his deputy said on Monday.", "2023-01-01", "2023-12-31"),
    ("The [letter] in today's Harbour Gazette names nobody.", "2024-03-12", "2024-03-12"),
    ("Members read the [letter] to the board in last year's minutes.", None, "2024-03-12"),
    ("He lost the 2001 [election].", "2001-01-01", "2001-12-31"),
    ("Members passed the 2024/25 [budget].", None, "2024-03-12"),
    ("The board [voted] against the plan of a group formed in May.", None, "2024-03-12"),
    ("Members passed a 2023 [budget].", None, "2024-03-12"),
    ("Members passed the 2023 school funding [bill].", None, "2024-03-12"),
    ("Members passed the 2023 [budget] on Friday.", "2024-03-08", "2024-03-08"),
    ("The board [voted] for a split effective 1 May 2023.", None, "2024-03-12"),
    ("Tom Ridley [resigned] on Friday, effective 1 May.", "2024-03-08", "2024-03-08"),
    ("Tom Ridley will [resign], effective 1 May.", "2024-05-01", "2024-05-01"),
    ("The board [voted] to pay holders of record on 1 March 2024.", None, "2024-03-12"),
    ("Beds were short in 2022, the [report] said.", None, "2024-03-12"),
    ("The board passed a [bill] that would take effect in April.", None, "2024-03-12"),
    ("Members backed a [petition] for a licence under the Fuel Use Act of 1978.", None, "2024-03-12"),
    ("On Friday, the [report] said that beds were short.", "2024-03-08", "2024-03-08"),
    ("The [report] of 2022 said that beds were short.", "2022-01-01", "2022-12-31"),
    ("Ms Hart will [resign] by Easter.", "2024-03-12", "2024-03-31"),
    (
        "A [petition] calling for the baths to be saved was handed in at the town hall yesterday.",
        "2024-03-11",
        "2024-03-11",
    ),
    ("At a special meeting last week, shareholders rejected a [resolution] on pay.", "2024-03-04", "2024-03-10"),
    ("The party holds its [conference] on Friday.", "2024-03-15", "2024-03-15"),
    ("The head told the [meeting] she would leave at the end of the year.", None, "2024-03-12"),
    ("Members began a debate on Friday on the plan to hold a [referendum].", "2024-03-12", None),
    ("The minister met lawyers on Friday and has [suspended] the clerk.", None, "2024-03-12"),
    ("The [hearing] was adjourned until 30 April.", None, "2024-03-12"),
    ("A panel will [inquire into] the fire of 17 February.", "2024-03-12", None),
    ("A panel will [inquire into] the fire on 17 February.", "2024-03-12", None),
    ("The council [meets] on Monday to talk about the pier.", "2024-03-18", "2024-03-18"),
    ("A [ballot] on the pier is due on Monday.", "2024-03-18", "2024-03-18"),
    ("The board postponed until Monday a [vote] on the pier.", "2024-03-18", "2024-03-18"),
    ("The [summit] was delayed until 30 April.", "2024-04-30", "2024-04-30"),
    ("The [summit] that delayed the tariffs until May was long.", None, "2024-03-12"),
    ("Ms Hart will [retire] as chairman on 31 December.", "2024-12-31", "2024-12-31"),
    ("Ms Hart said she would [resign] in January.", "2024-01-01", "2024-01-31"),
    ("Ms Hart [resigned] as chairman on 3 May.", "2023-05-03", "2023-05-03"),
    ("The board set the [meeting] for 3 May.", "2024-05-03", "2024-05-03"),
    ("He stood aside on Friday pending the result of an [inquiry].", None, "2024-03-12"),
    ("The party held its spring [conference] in Leeds at the weekend.", "2024-03-09", "2024-03-10"),
    ("A [report] to the board is due by 10 May.", "2024-03-12", "2024-05-10"),
    ("No new course will be set before the island's next [election], due by mid-2023.", None, "2023-08-31"),
    ("The strike, due in May, triggered the [resignation] of three directors.", "2024-05-01", None),
    ("The harbour [bill], to be introduced in May, bans nets.", "2024-05-01", "2024-05-31"),
    ("The board lifted her [suspension] yesterday.", None, "2024-03-12"),
    ("Her [suspension] was lifted yesterday.", None, "2024-03-12"),
    ("Her [suspension] was announced yesterday.", "2024-03-11", "2024-03-11"),
    ("The port saw the biggest [strike] of the year yesterday.", "2024-03-11", "2024-03-11"),
    ("It was the biggest [strike] of the year.", "2024-01-01", "2024-03-12"),
    ("The union threatened the largest [strike] since 1926.", "2024-03-12", None),
    ("Ann Orme, elected chairman last October, told a [rally] that she was glad.", None, "2024-03-12"),
    ("Tom Ridley has been asked to [appear before] the committee next Tuesday.", "2024-03-19", "2024-03-19"),
    ("The bank changed hands after shareholder [approval] yesterday.", "2024-03-11", "2024-03-11"),
    ("Two men were charged in December and a public [inquiry] is still open.", None, "2024-03-12"),
    ("The mayor resigned in December and three judges [ruled] that he was right.", None, "2024-03-12"),
    ("Ministers will fly home on 29 April and [hold talks] in the capital.", "2024-04-29", "2024-04-29"),
    ("Tom Ridley, who [leaked] the list to the Gazette, was suspended last week.", None, "2024-03-12"),
    ("The miners went home on Friday after a court [ruled] against them.", None, "2024-03-08"),
    ("The miners went home in January after a court [ruled] against them.", "2024-01-01", "2024-01-31"),
    ("The [talks] will be held on Thursday and Friday.", "2024-03-14", "2024-03-15"),
    ("The minister said on Monday that she would [resign].", "2024-03-12", None),
    ("He urged her to stand in this year's [election].", "2024-03-12", "2024-12-31"),
    ("The greens won 9 percent of all ballots in [elections] along the coast.", None, "2024-03-12"),
    ("Her decision in February triggered the [resignation] of Tom Ridley.", "2024-02-01", "2024-03-12"),
    ("The closure last month led to angry [protests] in the town.", "2024-02-01", "2024-03-12"),
    ("The book came out on 3 May 2023, two days before the [election].", "2023-05-05", "2023-05-05"),
    ("The list was leaked on 3 May 2023, on the eve of the council [meeting].", "2023-05-04", "2023-05-04"),
    ("He spoke to reporters on 3 May 2023, just before the [summit].", "2023-05-03", "2023-05-10"),
    ("Ms Hart spoke on 3 May 2023, a week after the [election].", "2023-04-26", "2023-04-26"),
    ("She left in January in the wake of a police [inquiry] into the club.", None, "2024-01-31"),
    ("The chairman [quit] two days after the fire on 5 March.", "2024-03-07", "2024-03-07"),
    ("A week before the fire on 5 March, the chairman [quit].", "2024-02-27", "2024-02-27"),
    ("The chairman quit after the [meeting] on 5 March.", "2024-03-05", "2024-03-05"),
    ("The board will meet on 3 April, a day after the court [rules on] the case.", "2024-04-02", "2024-04-02"),
    ("He led the party until May 2019, when he [resigned].", "2019-05-01", "2019-05-31"),
    ("He may [resign] before 30 April, when his term ends.", "2024-03-12", "2024-04-30"),
    ("Since the floods in 2016, three ministers have [resigned].", "2016-01-01", "2024-03-12"),
    ("She was chosen in 2019 and [suspended] by the party last month.", "2024-02-01", "2024-02-29"),
    ("An [inquiry], which was ordered by the minister in January, has sat.", "2024-01-01", "2024-01-31"),
    ("He flew in on Sunday for the [conference], which starts 25 March.", "2024-03-25", "2024-03-25"),
    ("Mr Ridley again refused, on 8 March, to [meet] with the union.", "2024-03-08", "2024-03-08"),
    ("Veterans of the war that ended 42 years ago [marched] through the square on Sunday.", "2024-03-10", "2024-03-10"),
    ("The guild sat on 3 May 2023. Two days later, three wardens [resigned].", "2023-05-05", "2023-05-05"),
    ("Tom Ridley [resigned] two years after the guild sat in 2019.", "2021-01-01", "2021-12-31"),
    ("Two years after the guild sat in May 2019, Tom Ridley [resigned].", "2021-01-01", "2021-12-31"),
    ("Peers voted in May 2023. He [resigned] four months after peers voted.", "2023-09-01", "2023-09-30"),
    ("Peers voted on 5 May 2023. Two weeks after peers voted, he [resigned].", "2023-05-19", "2023-05-19"),
    ("Two years after the guild sat in 2019, he said that Tom Ridley had [resigned].", None, "2024-03-12"),
    ("The guild sat in 2019. He [resigned] two years after the flood.", None, "2024-03-12"),
    ("The guild sat on 3 May 2023. Days later, three wardens [resigned].", "2023-05-05", "2023-05-12"),
    ("The guild sat in May 2023. Weeks later, three wardens [resigned].", "2023-05-15", "2023-08-02"),
    ("Days later, three wardens [resigned].", None, "2024-03-12"),
    ("The guild sat in May 2019. The following spring, three wardens [resigned].", "2020-03-01", "2020-05-31"),
    ("Harbour [talks] with the mill and the bank are due to begin in Leeds on Thursday.", "2024-03-14", "2024-03-14"),
    ("[Talks] with the union ended in January and the bank will open on Friday.", "2024-01-01", "2024-01-31"),
    ("A [vote] by the board is expected before Easter.", "2024-03-12", "2024-03-31"),
    ("The [report] by the retired judge Ann Orme, which was published on Friday, is long.", "2024-03-08", "2024-03-08"),
    ("The [report] into the fire at the mill, which was built in 1974, is long.", None, "2024-03-12"),
    (
        "On Friday, hours after talks with the union collapsed, the mill [dismissed] its chief.",
        "2024-03-08",
        "2024-03-08",
    ),
    ("In January, six months after she [took over] as leader, deputies backed the levy.", "2023-07-01", "2023-07-31"),
    ("A debate on the [leak] is to be held in the lower house on Friday.", None, "2024-03-12"),
    ("The [report] by retired judge Ann Orme, which was published on Friday, is long.", "2024-03-08", "2024-03-08"),
    ("Ms Orme took up her post in January and had staked much on the [talks] with the mill.", None, "2024-03-12"),
    ("The guild sat in 2019. That May, three wardens [resigned].", "2019-05-01", "2019-05-31"),
    (
        'Hundreds of [protesters] broke into cries of "shame on every one of you" as the bill passed on Friday.',
        "2024-03-08",
        "2024-03-08",
    ),
    ("The council, run by a coalition of three groups, [meets] on Thursday.", "2024-03-14", "2024-03-14"),
    ("He will quit after the [general election].", "2024-03-12", None),
    ("The talks will not resume until after the [by-election].", "2024-03-12", None),
    ("The party split after the [general election].", None, "2024-03-12"),
    ("A [motion] to cut the levy, put down by the bishop, was withdrawn on Friday.", "2024-03-08", "2024-03-08"),
    ("It will hold a [rally] on the day of the first reading.", "2024-03-12", None),
    ("Her rivals joined forces on Friday but the [motion] was lost by 30 votes to 27.", "2024-03-08", "2024-03-08"),
    ("Members passed the 2023 [budget] after a row with the mayor.", None, "2024-03-12"),
    ("The walkout ended before the Easter break. A [motion] to go on was lost.", None, "2024-03-12"),
    ("The party would put a [motion] to members next Tuesday.", "2024-03-19", "2024-03-19"),
    ("The union said the [strike] would begin on Monday.", "2024-03-18", "2024-03-18"),
    ("He has been [suspended] on full pay since November.", "2023-11-01", "2023-11-30"),
    ("Three ministers have been [sacked] since November.", "2023-11-01", "2024-03-12"),
    ("The [strike] is the first for the guild since 1976.", None, "2024-03-12"),
    ("First elected in 1974, Mr Hale was [sacked] by the board.", None, "2024-03-12"),
    ("Founded in 1984, the union [voted] to strike.", None, "2024-03-12"),
    ("Tom Ridley has been [sacked]. The decision came late on Friday.", "2024-03-08", "2024-03-08"),
    ("Tom Ridley has been [sacked]. The decision came after talks on Friday.", None, "2024-03-12"),
    ("He met the clerks on Thursday over the [strike], which is due to begin next week.", "2024-03-18", "2024-03-24"),
    ("The committee met last autumn and will report before the [election].", "2024-03-12", None),
    ("He told the guild's [meeting] in the spring that it was over.", "2024-03-01", "2024-03-12"),
    ("He apologised in March 2003 and [resigned] six weeks later.", "2003-04-12", "2003-05-12"),
    ("She will [stand down] before the party conference in October.", "2024-03-12", "2024-10-31"),
    ("He [resigned] before the conference in June 2023.", None, "2023-06-30"),
    ("The board has called a [meeting] of members for 23 July.", "2024-07-23", "2024-07-23"),
    ("He was asked to [look into] the affair by the minister in July.", "2023-07-01", "2023-07-31"),
    ("It will not be in place before the next [general election], widely expected.", "2024-03-12", None),
    (
        "On Friday the court ruled against him. The ruling came on Ann Orme's [first day as] mayor.",
        "2024-03-08",
        "2024-03-08",
    ),
    ("The board was mocked over a [meeting] it held in October.", "2023-10-01", "2023-10-31"),
    ("The board was mocked over a [meeting] it attended in October.", None, "2024-03-12"),
    ("The next [general election] is not due until June.", "2024-06-01", "2024-06-30"),
    ("The next annual [meeting], which is not due until the winter, is off.", "2024-12-01", "2025-02-28"),
    ("The [strike] is not expected to start before May.", "2024-05-01", None),
    ("He spoke of the [meeting], which was not due to him until May.", "2024-03-12", "2024-05-31"),
    ("He expects a [vote] before the Senate leaves for recess on 30 April.", "2024-03-12", "2024-04-30"),
    ("The port has opened an [inquiry]. The decision, announced on Friday, was cheered.", "2024-03-08", "2024-03-08"),
    ("The court ruled against him. The [ruling] on Friday means that he will pay.", "2024-03-08", "2024-03-08"),
    ("Finance ministers gather in Oslo on Friday for [talks].", "2024-03-15", "2024-03-15"),
    ("Finance ministers meet on Friday for a two-day [summit].", "2024-03-15", "2024-03-16"),
    ("The [talks] resume on Friday, when lenders will be asked for a 90-day loan.", "2024-03-15", "2024-03-15"),
    (
        "The [negotiations resume] in Leeds on Friday when lenders will be asked for a 90-day loan.",
        "2024-03-15",
        "2024-03-15",
    ),
    ("A [strike] that union leaders said would begin on Friday was ruled out.", "2024-03-15", "2024-03-15"),
    ("The union will [strike] for five days from 14 April.", "2024-04-14", "2024-04-18"),
    ("The three-day [conference] opens in Leeds on 3 April.", "2024-04-03", "2024-04-05"),
    ("The three-day [conference] ends on 3 April.", "2024-04-03", "2024-04-03"),
    (
        "The government published a green paper in June 2023 and a [bill] followed last month.",
        "2024-02-01",
        "2024-02-29",
    ),
    ("On Monday the mayor said he would [resign].", "2024-03-12", None),
    ("The panel summoned him on Monday to [testify before] members.", "2024-03-12", None),
    ("Last year the guild urged members not to vote for Hale in the [European elections].", "2023-01-01", "2023-12-31"),
    ("The two sides met on Monday to try to end the [strike].", None, "2024-03-12"),
    ("Ministers scrambled on Monday to contain the fallout from a [leak] of papers.", None, "2024-03-12"),
    ("The mayor spoke at the [trial] of two men accused of arson in 1988.", None, "2024-03-12"),
    (
        "Mr Hale [succeeds] James Orme, who quit as chairman, clerk and treasurer in January.",
        None,
        "2024-03-12",
    ),
    ("The council met on Monday the builder who [resigned].", None, "2024-03-12"),
    ("She was last week among those who [resigned].", "2024-03-04", "2024-03-10"),
    ("They agreed on Monday to reopen the [inquiry] they opened in 2017.", "2017-01-01", "2017-12-31"),
    ("A speaker at the [conference] said the firm cut output in 2023.", None, "2024-03-12"),
    ("The [strike], the union said, was called on Monday.", "2024-03-11", "2024-03-11"),
    ("The [adverts], which appeared in four papers on Friday, name 160 doctors.", "2024-03-08", "2024-03-08"),
    ("The [election] is not due until November 2026.", "2026-11-01", "2026-11-30"),
    ("The [report] will not be published until May.", "2024-05-01", None),
    ("He expected a [vote] before the council leaves for recess on 28 March.", "2024-03-12", "2024-03-28"),
    ("Nurses in Leeds will [strike] for five days from 2 April.", "2024-04-02", "2024-04-06"),
    ("The [annual meeting] is to be held in June or July.", "2024-06-01", "2024-07-31"),
    ("Ministers [meet] on Monday to discuss the plan.", "2024-03-18", "2024-03-18"),
    ("MPs are to [vote] this spring on the plan.", "2024-03-12", "2024-05-31"),
    ("The [conference] was put on hold until at least October over the row.", "2024-10-01", None),
    ("The [report], scheduled for release today, has been delayed until 1 May.", "2024-05-01", "2024-05-01"),
    (
        "Tom Ridley has been [sacked]. The announcement was made on state television on Friday.",
        "2024-03-08",
        "2024-03-08",
    ),
    ("Tom Ridley has been [sacked]. The decision, announced on Friday, may be costly.", "2024-03-08", "2024-03-08"),
    ("Tom Ridley has been [sacked]. The decision on Friday means that nobody leads it.", "2024-03-08", "2024-03-08"),
    ("Tom Ridley has been [sacked]. The decision in 2016 was another one.", None, "2024-03-12"),
    ("The mayor [resigned] on the day the strike began. The strike began on 2 May 2023.", "2023-05-02", "2023-05-02"),
    ("The mayor [resigned] on the day the council met.", None, "2024-03-12"),
    ("The strike began on 2 May 2023. An [inquiry] was opened on the eve of the strike.", "2023-05-01", "2023-05-01"),
    ("The mayor resigned on 2 May 2023, the day after the clerk was [sacked].", "2023-05-01", "2023-05-01"),
]


@pytest.mark.parametrize(("marked", "earliest", "latest"), DATED)
def test_dated(marked: str, earliest: str | None, latest: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    mentions = annotate(article(text), default_lexicon()).mentions
    (found,) = [mention for mention in mentions if mention.start <= start and end <= mention.end]
    assert (found.earliest, found.latest) == (
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
    )


def test_a_decision_goes_on_from_the_sentence_before() -> None:
    text = "In December the peers rejected a plea by the minister. The peers voted by 233 to 207 against the plan."
    mentions = annotate(article(text), default_lexicon()).mentions
    (voted,) = [mention for mention in mentions if mention.trigger.startswith("voted")]
    assert (voted.earliest, voted.latest) == (date(2023, 12, 1), date(2023, 12, 31))
    assert voted.date_rule == "sentence before"


@pytest.mark.parametrize(("earliest", "latest", "kept"), [(12, 11, False), (12, 12, True), (None, 11, True)])
def test_bounds_that_cross_are_none(earliest: int | None, latest: int | None, kept: bool) -> None:
    days = [None if day is None else date(2024, 3, day) for day in (earliest, latest)]
    dated = Dated(days[0], days[1], "day", 0, "timex day")
    assert sound(dated) == (dated if kept else Dated(None, None, None, 0, "timex day"))


LEAP = [
    ("Ms Hart will [retire] in February.", date(2023, 3, 10), "2024-02-01", "2024-02-29"),
    ("Ms Hart [resigned] in February.", date(2024, 1, 25), "2023-02-01", "2023-02-28"),
    ("He [resigned] twelve months after the guild sat in February 2023.", PUBLISHED, "2024-02-01", "2024-02-29"),
]


@pytest.mark.parametrize(("marked", "published", "earliest", "latest"), LEAP)
def test_a_month_moved_into_a_leap_year_ends_with_its_month(
    marked: str, published: date, earliest: str, latest: str
) -> None:
    trigger = marked[marked.index("[") + 1 : marked.index("]")]
    document = article(marked.replace("[", "").replace("]", ""), published=published)
    (mention,) = [one for one in annotate(document, default_lexicon()).mentions if one.trigger == trigger]
    assert (str(mention.earliest), str(mention.latest)) == (earliest, latest)


def test_a_plural_with_several_months_or_years_tells_several_things() -> None:
    text = "Earlier strikes, in May and June 2023, shut the port. She won elections in 2010, 2014 and 2018."
    mentions = annotate(article(text), default_lexicon()).mentions
    days = [(mention.trigger, mention.earliest) for mention in mentions]
    assert days == [
        ("strikes", date(2023, 5, 1)),
        ("strikes", date(2023, 6, 1)),
        ("elections", date(2010, 1, 1)),
        ("elections", date(2014, 1, 1)),
        ("elections", date(2018, 1, 1)),
    ]
    assert len({mention.mention_id for mention in mentions}) == len({mention.happening for mention in mentions}) == 5


@pytest.mark.parametrize("text", ["The strike ran in May and June 2023.", "They met over elections in May or June."])
def test_one_thing_at_several_times_is_one(text: str) -> None:
    mentions = annotate(article(text), default_lexicon()).mentions
    assert len([mention for mention in mentions if mention.event_type in ("protest", "election")]) == 1
