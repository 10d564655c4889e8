"""Names, sizes and days that a sender may choose to do harm: values as others, or refused."""

from __future__ import annotations

from copy import deepcopy
from unicodedata import normalize

import pytest
from tests.eligibility.stories import CALL, QUIET, applies, verband
from tests.hostile.dearest import made_dear
from tests.hostile.reading import attempt, check
from tests.wire.samples import APPLICATION, FIRST_MEMBER, changed, problems_of

from wselr_rules import Application, InvalidDocument, Municipality, Portfolio, assess, wire
from wselr_rules.domain.regieverband import RegieVerband

NAMES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; &#60;b&#62;",
    "'; DROP TABLE aanvragen; --",
    '" OR 1=1 /*',
    '=HYPERLINK("http://example.org")',
    "{0.__class__.__init__.__globals__}",
    "%(name)s ${name} {{name}} {name:>99999}",
    "\x1b[2J\x1b[31m",
    "a\r\nb\tc\x7f\x85",
    "\u202egro.elpmaxe\u202c",
    "\u2066x\u2069\u200f\u061c",
    "e\u0301" + "\u0301" * 500,
    "\ufeff\u200b\u00ad\u2028\u2029",
    "\U0010ffff\ufdd0\ue000",
)
TEN_MEGABYTES = 10 * 2**20
HEAD = {key: APPLICATION[key] for key in ("format", "type")}


class TestNames:
    """A name may be any text: it is kept as it is, and does nothing where it is shown."""

    @pytest.mark.parametrize("name", NAMES, ids=ascii)
    def test_there_and_back(self, name):
        """Every id and name is read as it was sent, as data, as JSON and as bytes."""
        document = changed(APPLICATION, "regieverband", "name", to=name)
        document["id"] = document["regieverband"]["id"] = f"x{name}"
        document["plan"]["actions"][0] |= {"id": f"x{name}", "title": name}
        document["regieverband"]["memberships"][0]["municipality"]["name"] = name
        read = wire.from_dict(Application, document)
        text = wire.to_json(read)
        assert wire.to_dict(read) == document
        assert wire.from_json(Application, text) == read
        assert wire.from_json(Application, text.encode()) == read
        assert read.regieverband.memberships[0].municipality.name == name

    @pytest.mark.parametrize("name", NAMES, ids=ascii)
    def test_shown(self, name):
        """No name makes a tag, moves the cursor, turns the text around or is filled in."""
        body = verband(id=f"x{name}")
        application = applies(
            RegieVerband.of(body.id, name, None, [], since=QUIET, recognised_on=None)
        )
        portfolio = Portfolio([application], complete=None)
        decision = assess(application, on=QUIET, call=CALL, portfolio=portfolio)
        page, plain = decision.html("nl"), decision.text("nl")
        assert not any(tag in page for tag in ("<script", "<img", "<b>"))
        for shown in (page, plain):
            assert not set(shown) & set("\x1b\r\x7f\x85\u202e\u2066\u2069\u200f\u061c\u2028\ufeff")
            assert len(shown) < 10_000


class TestUnicodeForms:
    """Two ids that look alike and are written otherwise are two ids: nothing is normalised."""

    ONE, OTHER = (normalize(form, "Één") for form in ("NFC", "NFD"))

    def test_two_applications(self):
        """A portfolio holds both, each under its own id; the same form twice is refused."""
        body = wire.to_dict(
            Portfolio([applies(id=self.ONE), applies(id=self.OTHER)], complete=None)
        )
        read = wire.from_dict(Portfolio, body)
        assert [each.id for each in read] == [self.ONE, self.OTHER]
        assert wire.from_json(Portfolio, wire.to_json(read)) == read
        body["applications"][1]["id"] = self.ONE
        ((path, message),) = problems_of(Portfolio, body)
        assert path == "$"
        assert self.ONE in message

    @pytest.mark.parametrize(
        "code", ["WSE\u2010LR1", "\uff37SE-LR1", "WSE-LR\u0661", "wse-l\u0301r1"]
    )
    def test_a_code_that_looks_like_a_priority(self, code):
        """Another form of the code of a priority is refused: it must not silently not count."""
        document = changed(APPLICATION, "plan", "actions", 0, "code", to=code)
        ((path, _),) = problems_of(Application, document)
        assert path.startswith("$.plan.actions[0]")

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_a_term(self, form):
        """A term is written in one way; a key in another form is no key of the entity."""
        other = normalize(form, "ch\u00e0nnels")
        text = wire.to_json(applies()).replace('"channels"', f'"{other}"')
        paths = [path for path, _ in problems_of(Application, text)]
        assert paths[-1] == "$.channels"
        assert len(paths) == 2


class TestSizes:
    """What is very large is read where it may be so, and else refused in few words."""

    def test_a_name_of_ten_megabytes(self):
        """A name may be that long; it is read and written whole."""
        name = "\u00e9" * TEN_MEGABYTES
        document = {**wire.to_dict(Municipality("44021", "")), "name": name}
        assert wire.from_dict(Municipality, document).name == name
        assert wire.from_json(Municipality, wire.to_json(Municipality("44021", name))).name == name

    @pytest.mark.parametrize(
        "steps",
        [
            *(
                ("format",),
                ("type",),
                ("submitted_on",),
                ("channels", 0),
                ("plan", "actions", 1),
            ),
            ("regieverband", "recognised_on"),
            ("regieverband", "legal_form"),
            ("regieverband", "memberships", 0, "since"),
            ("regieverband", "memberships", 0, "municipality", "nis_code"),
            ("regieverband", "memberships", 0, "municipality", "inhabitants"),
            ("regieverband", "memberships", 0, "municipality", "territory", 0),
            ("plan", "actions", 0, "years", 0),
            ("plan", "actions", 0, "planned_by"),
        ],
        ids=str,
    )
    def test_anything_else_of_ten_megabytes(self, steps):
        """It is refused at its place, in a message that shows the beginning of it."""
        told = problems_of(Application, changed(APPLICATION, *steps, to="9" * TEN_MEGABYTES))
        assert told
        assert all(len(path) < 200 and len(message) < 1000 for path, message in told)

    def test_a_key_of_ten_megabytes(self):
        """A key that long is refused, and shown in part."""
        told = problems_of(Application, {**APPLICATION, "k" * TEN_MEGABYTES: None})
        assert [len(path) < 100 for path, _ in told] == [True]

    @pytest.mark.parametrize("sign", [1, -1])
    def test_numbers_of_five_thousand_digits(self, sign):
        """A number that Python itself will not print is refused wherever it stands, unshown."""
        huge = sign * 10**5000
        municipality = FIRST_MEMBER["municipality"]
        counts = dict.fromkeys(("inhabitants", "working_age_population", "job_seekers"), huge)
        document = deepcopy(APPLICATION)
        document["regieverband"]["memberships"][0]["municipality"] = municipality | counts
        document["plan"]["actions"][0]["years"] = [huge]
        told = problems_of(Application, document)
        assert len(told) == 4
        assert all("of more than 40 digits" in message for _, message in told)

    def test_a_hundred_thousand_members(self):
        """Members of every code that there can be are read, but for codes that are no territory."""
        town = FIRST_MEMBER["municipality"] | {"provenance": {}}
        members = [
            FIRST_MEMBER
            | {"municipality": town | {"nis_code": f"{n:05}", "territory": [f"{n:05}"]}}
            for n in range(100_000)
        ]
        document = changed(APPLICATION, "regieverband", "memberships", to=None)
        document["regieverband"]["memberships"] = members
        error = attempt(Application, document)
        ended = {problem.path for problem in error.problems}
        document["regieverband"]["memberships"] = [
            each
            for n, each in enumerate(members)
            if f"$.regieverband.memberships[{n}].municipality" not in ended
        ]
        read = attempt(Application, document)
        assert len(read.regieverband.memberships) == 100_000 - len(ended)
        assert 0 < len(ended) < 50

    def test_documents_that_are_made_to_be_dear(self):
        """Each of them is refused; what it takes is measured by ``nox -s hostile``."""
        for kind, text in made_dear():
            assert not check(attempt(kind, text)), text[:90]


class TestDays:
    """The first and the last day that there are, and those just beyond."""

    PLACES = (
        ("submitted_on",),
        ("regieverband", "recognised_on"),
        ("regieverband", "legal_form", "changes", 0, "since"),
        ("regieverband", "derogations", 0, "since"),
        ("regieverband", "memberships", 0, "since"),
        ("regieverband", "memberships", 0, "until"),
    )

    @pytest.mark.parametrize("steps", PLACES, ids=str)
    @pytest.mark.parametrize("day", ["0000-01-01", "0000-12-31", "10000-01-01", "-0001-01-01"])
    def test_beyond(self, steps, day):
        """A day of the year 0, or of five digits, is refused at its place."""
        ((path, _),) = problems_of(Application, changed(APPLICATION, *steps, to=day))
        assert path.endswith(f".{steps[-1]}")

    @pytest.mark.parametrize("steps", PLACES, ids=str)
    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
    def test_the_first_and_the_last(self, steps, day):
        """They are days as any other: what is read of them can be assessed."""
        found = attempt(Application, changed(APPLICATION, *steps, to=day))
        if isinstance(found, InvalidDocument):
            ((path, _),) = problems_of(Application, changed(APPLICATION, *steps, to=day))
            assert path.startswith("$.regieverband")
        else:
            portfolio = Portfolio([found], complete=True)
            decision = assess(found, on=QUIET, call=CALL, portfolio=portfolio)
            assert decision.text("nl")


class TestEncodings:
    """JSON as bytes is UTF-8 without a mark, and nothing is guessed."""

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp037"])
    def test_another_encoding(self, encoding):
        """A document in another encoding is refused as a whole."""
        told = problems_of(Application, wire.to_json(applies()).encode(encoding))
        assert [path for path, _ in told] == ["$"]
