"""Which names of a document are the same one, and the fullest form of each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from transforms.names.kinds import Candidate
from transforms.names.sees import seats
from transforms.names.words import Words
from transforms.records import NameKind

Key = tuple[str, ...]
_SMALL = frozenset({"of", "the", "and", "for", "on", "&", "against", "'", "'s"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is meant: the fullest form as it stands in the text, and its kind."""

    name: str
    kind: NameKind


class Directory:
    """The names of one document: built from all that were found, then asked who each of them is."""

    def __init__(
        self, text: str, plain: str, found: Sequence[Candidate], brackets: dict[int, str], words: Words
    ) -> None:
        """`brackets` maps the end of a name to the acronym that stands in brackets behind it."""
        self._words = words
        self._text = text
        self._seats = seats(plain, found, words)
        self._persons: dict[str, dict[Key, list[int]]] = defaultdict(dict)  # full names, and where each stands
        self._titled: set[str] = set()  # surnames that only ever stand behind an office: "President Orme"
        self._bodies: dict[str, dict[Key, None]] = defaultdict(dict)
        self._acronyms: dict[str, Key] = {}
        self._endings: dict[str, Key] = {}
        self._fullest: dict[tuple[NameKind, Key], tuple[tuple[int, int, bool, int], str]] = {}
        for candidate in found:
            if candidate.kind == "person" and candidate.sure:
                self._add_person(candidate)
            elif candidate.kind == "organisation":
                self._add_body(candidate, brackets.get(candidate.end))

    def _add_person(self, candidate: Candidate) -> None:
        core = core_of(candidate.tokens, self._words)
        if len(core) < 2:
            self._titled.update(core)
            return
        names = _surnames(core, self._words)
        if candidate.tokens[0] in self._words.by_given and core[0] not in names:
            names.append(core[0])
        for name in names:
            self._persons[name].setdefault(core, []).append(candidate.start)

    def _add_body(self, candidate: Candidate, acronym: str | None) -> None:
        tokens = candidate.tokens
        if len(tokens) > 1:
            self._bodies[tokens[0]][tokens] = None
            if not (self._words.listed(tokens[-1]) and self._words.listed(candidate.low)):
                self._endings.setdefault(tokens[-1], tokens)  # "the House" is not the White House
            initials = "".join(token[0] for token in tokens if token not in _SMALL)
            if len(initials) > 1:
                self._acronyms.setdefault(initials, tokens)
            if acronym:
                self._acronyms[acronym.lower()] = tokens

    def key(self, candidate: Candidate) -> tuple[NameKind, Key] | None:
        """What the candidate is the name of, or null when nothing tells that it is a name at all."""
        if candidate.tokens in self._seats:
            return self.key(self._seats[candidate.tokens])
        if candidate.kind == "person" or not candidate.sure:
            core = core_of(candidate.tokens, self._words)
            if (person := self._person(core, candidate.start)) is not None:
                return "person", person
            if candidate.kind == "person" or (self._titled.issuperset(core) and core[0] not in self._bodies):
                return "person", core
        if candidate.kind == "organisation":
            return "organisation", self._body(candidate.tokens)
        if candidate.kind == "place" and candidate.tokens[-1] in self._acronyms and len(candidate.tokens) > 1:
            return "organisation", self._body(candidate.tokens)  # "the East Hale CLP"
        return candidate.kind, candidate.tokens

    def _person(self, core: Key, start: int) -> Key | None:
        """The nearest full name before (else after) that ends as this one does, or shares its first and last word."""
        if not core:
            return None
        options = self._persons.get(core[-1]) or self._persons.get(" ".join(core[-2:])) or {}
        fitting = {full: starts for full, starts in options.items() if _same_person(core, full)}
        if not fitting:
            return None
        nearest = {
            full: starts[bisect_right(starts, start) - 1] for full, starts in fitting.items() if starts[0] <= start
        }
        best = max(nearest, key=nearest.__getitem__) if nearest else next(iter(fitting))
        return max((full for full in fitting if _same_person(best, full)), key=len)

    def _body(self, tokens: Key) -> Key:
        if len(tokens) == 1 and tokens[0] in self._acronyms:
            return self._acronyms[tokens[0]]
        if len(tokens) == 1 and tokens[0] in self._words.cues and tokens[0] in self._endings:
            return self._endings[tokens[0]]
        whole = self._acronyms.get(tokens[-1])
        if whole is not None and len(tokens) > 1 and whole[: len(tokens) - 1] == tokens[:-1]:
            return whole  # "the Hale CLP", once "the Hale Constituency Labour Party (CLP)" has been named
        other = self._words.party_names.get(" ".join(tokens))
        if other is not None and (other, "party") in self._bodies.get(other, ()):
            return other, "party"
        if len(tokens) == 1 and tokens[0] in self._words.cues:
            parted = [full for full in self._bodies.get(tokens[0], ()) if full[1] == "of"]
            if parted:
                return parted[0]
        longer = [full for full in self._bodies.get(tokens[0], ()) if _is_short_for(tokens, full, self._words)]
        return max(longer, key=len) if longer else tokens

    def learn(self, key: tuple[NameKind, Key], candidate: Candidate) -> None:
        """Remember how the text writes this name: most words, not in capitals, the longest, the first."""
        start, end = candidate.start, candidate.end
        if candidate.tokens in self._seats:
            return  # "Bishop of Hale" is no fuller form of a name
        if key[0] == "person" and len(key[1]) > 1 and candidate.tokens[0] in self._words.courtesy:
            titles = sum(1 for _ in takewhile(self._words.courtesy.__contains__, candidate.tokens[:-1]))
            start = self._text.index(self._text[start:end].split()[titles], start)
        form = " ".join(self._text[start:end].split())
        rank = (len(core_of(candidate.tokens, self._words)), len(form.split()), not form.isupper(), len(form))
        if key not in self._fullest or rank > self._fullest[key][0]:
            self._fullest[key] = (rank, form)

    def identity(self, key: tuple[NameKind, Key]) -> Identity:
        """The fullest form learnt."""
        return Identity(self._fullest[key][1], key[0])

    def known(self) -> dict[str, tuple[NameKind, Key]]:
        """The forms that a line in capitals may use, in lower case: full names, surnames, bodies and their acronyms."""
        forms: dict[str, tuple[NameKind, Key]] = {}
        for kind, key in sorted(self._fullest, key=str):
            forms[" ".join(key)] = (kind, key)
        for surname, options in self._persons.items():
            forms.setdefault(surname, ("person", max(options, key=len)))
        for acronym, tokens in self._acronyms.items():
            if ("organisation", self._body(tokens)) in self._fullest:
                forms.setdefault(acronym, ("organisation", self._body(tokens)))
        return {form: key for form, key in forms.items() if key in self._fullest}


def core_of(tokens: Iterable[str], words: Words) -> Key:
    """A person's own names: titles before, letters after and a peer's place left out."""
    core = list(tokens)
    while len(core) > 1 and core[0] in words.titles:
        core.pop(0)
    while len(core) > 1 and core[-1] in words.after:
        core.pop()
    return tuple(core[: core.index("of")]) if "of" in core[1:] and core[0] not in words.see else tuple(core)


def _surnames(core: Key, words: Words) -> list[str]:
    """Words by which a person may be called alone."""
    last = core[-1]
    names = [last]
    if last[:3] in ("al-", "el-", "as-", "ad-") and len(last) > 4:
        names.append(last[3:])
    names.extend(word for word in core[1:-1] if word not in words.first and len(word) > 2 and "." not in word)
    if core[0] in words.surname_first or core[0] in words.first:
        names.append(core[0])
    return names


def _same_person(core: Key, full: Key) -> bool:
    if len(core) == 1:
        return True
    return core == full[-len(core) :] or (core[0] == full[0] and core[-1] == full[-1]) or full == core[-len(full) :]


def _is_short_for(tokens: Key, full: Key, words: Words) -> bool:
    """Whether a body's name is the beginning of a longer one whose rest only says what kind of body it is."""
    rest = full[len(tokens) :]
    low = " ".join(tokens)
    if not rest or full[: len(tokens)] != tokens or low in words.places:
        return False
    if low in words.parties or low in words.groups:
        return rest == ("party",)
    return all(word in words.cues or word in ("world", "&", "and") for word in rest)
