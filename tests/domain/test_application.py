"""Applications, and the portfolio of those that are known."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime
from itertools import combinations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.errors import AmbiguousApplication, DuplicateId, EmptyId, WrongType
from wselr_rules.law.terms import SubmissionChannel

PLATOS = SubmissionChannel.PLATOS
REGIEVERBAND = RegieVerband("r1", "Regieverband", None, (), recognised_on=NEVER)
NOON = datetime(2024, 1, 1, 12)  # noqa: DTZ001


def application(id="a1", **facts):
    """Return an application of which only what is given is known."""
    known = {"regieverband": REGIEVERBAND, "plan": None, "channels": None} | facts
    return Application(id, **known)


class TestApplication:
    """What was handed in, how and when."""

    def test_what_is_not_known(self):
        """Plan, channels and day of submission may be not known."""
        unknown = application()
        assert (unknown.plan, unknown.channels, unknown.submitted_on) == (None, None, None)

    def test_known_to_be_none(self):
        """An empty plan and an empty set of channels are known facts, apart from not known."""
        known = application(plan=ActionPlan(()), channels=[])
        assert (known.plan, known.channels) == (ActionPlan(()), frozenset())
        assert known != application()

    def test_channels_as_a_set(self):
        """Channels are a set that cannot change, whatever they come in."""
        known = application(channels=iter([PLATOS, PLATOS]))
        assert known.channels == frozenset({PLATOS})
        assert type(known.channels) is frozenset

    def test_the_day_of_submission(self):
        """It is kept where it is known."""
        assert application(submitted_on=date(2023, 1, 15)).submitted_on == date(2023, 1, 15)

    @pytest.mark.parametrize("missing", ["regieverband", "plan", "channels"])
    def test_nothing_that_decides_has_a_default(self, missing):
        """What a verdict depends on is always said, if only as not known."""
        known = {"regieverband": REGIEVERBAND, "plan": None, "channels": None}
        del known[missing]
        with pytest.raises(TypeError, match=missing):
            Application("a1", **known)

    def test_channels_by_name(self):
        """Channels and day are named."""
        with pytest.raises(TypeError, match="positional"):
            Application("a1", REGIEVERBAND, None, {PLATOS})

    @pytest.mark.parametrize("id", ["", "  "])
    def test_an_empty_id(self, id):
        """It has an id."""
        with pytest.raises(EmptyId) as caught:
            application(id)
        assert caught.value.kind == "Application"

    @pytest.mark.parametrize(
        ("name", "value", "field", "expected", "wrong"),
        [
            ("id", 1, "Application.id", "text", 1),
            ("regieverband", None, "Application.regieverband", "a RegieVerband", None),
            ("regieverband", "r1", "Application.regieverband", "a RegieVerband", "r1"),
            ("plan", (), "Application.plan", "an ActionPlan or None", ()),
            ("channels", "Platos", "a collection", "several values", "Platos"),
            ("channels", PLATOS, "a collection", "several values", PLATOS),
            (
                "channels",
                ["Platos"],
                "Application.channels",
                "SubmissionChannel members or None",
                "Platos",
            ),
            ("submitted_on", NOON, "Application.submitted_on", "a date without a time", NOON),
            ("submitted_on", "2023", "Application.submitted_on", "a date without a time", "2023"),
        ],
    )
    def test_a_wrong_type(self, name, value, field, expected, wrong):
        """The error names the field, what was expected, and what came."""
        with pytest.raises(WrongType) as caught:
            evolve(application(), **{name: value})
        error = caught.value
        assert (error.field, error.expected, error.value) == (field, expected, wrong)


class TestPortfolio:
    """The applications that are known, and whether that is all of them."""

    @pytest.mark.parametrize("complete", [True, False, None])
    def test_complete(self, complete):
        """There are no others, there are, or it is not known."""
        assert Portfolio((), complete=complete).complete is complete

    def test_complete_is_always_said(self):
        """Whether there are others decides, so it has no default."""
        with pytest.raises(TypeError, match="complete"):
            Portfolio(())

    def test_in_the_order_given(self):
        """Applications keep their order and come in any collection."""
        both = [application("b"), application("a")]
        assert Portfolio(iter(both), complete=True).applications == tuple(both)

    @pytest.mark.parametrize("id", ["a", "b"])
    def test_one_by_its_id(self, id):
        """An application is found by its id, wherever it stands."""
        both = Portfolio((application("b"), application("a")), complete=True)
        assert both[id] == application(id)

    @pytest.mark.parametrize("id", ["c", "", "A", None, 0])
    def test_none_by_another_id(self, id):
        """An id of no application is a KeyError that names it; a place in the list is no id."""
        both = Portfolio((application("b"), application("a")), complete=True)
        with pytest.raises(KeyError) as caught:
            both[id]
        assert caught.value.args == (id,)

    def test_with_one_more(self):
        """An application of a new id comes last; what the portfolio was stays what it was."""
        one = Portfolio((application("b"),), complete=None)
        more = one.with_application(application("a"))
        assert more.applications == (application("b"), application("a"))
        assert more.complete is None
        assert one.applications == (application("b"),)

    def test_with_another_of_the_same_id(self):
        """It takes the place of the one with its id, and all others stay where they are."""
        known = Portfolio([application(each) for each in "abc"], complete=True)
        other = application("b", channels=[PLATOS])
        assert known.with_application(other).applications == (
            application("a"),
            other,
            application("c"),
        )
        assert known.with_application(application("b")) == known

    def test_with_what_is_no_application(self):
        """Only an application can be put into a portfolio of some."""
        with pytest.raises(AttributeError):
            Portfolio((), complete=True).with_application("a")

    def test_ids_are_unique(self):
        """All ids that stand twice are named, in order, though the applications differ."""
        twice = [application(each) for each in "cabca"]
        twice[0] = evolve(twice[0], channels=[PLATOS])
        with pytest.raises(DuplicateId) as caught:
            Portfolio(twice, complete=True)
        assert (caught.value.kind, caught.value.ids) == ("application", ("a", "c"))

    def test_one_regieverband_may_apply_twice(self):
        """Two applications of one regieverband are well formed: that is for the rules."""
        both = Portfolio((application("a"), application("b")), complete=True)
        assert len(both.applications) == 2

    @pytest.mark.parametrize(
        ("name", "value", "field", "expected", "wrong"),
        [
            ("applications", None, "a collection", "several values", None),
            (
                "applications",
                [REGIEVERBAND],
                "Portfolio.applications",
                "applications",
                REGIEVERBAND,
            ),
            ("complete", 1, "Portfolio.complete", "True, False or None", 1),
            ("complete", "ja", "Portfolio.complete", "True, False or None", "ja"),
        ],
    )
    def test_a_wrong_type(self, name, value, field, expected, wrong):
        """The error names the field, what was expected, and what came."""
        with pytest.raises(WrongType) as caught:
            evolve(Portfolio((), complete=True), **{name: value})
        error = caught.value
        assert (error.field, error.expected, error.value) == (field, expected, wrong)


class TestValue:
    """Applications and portfolios are values."""

    FULL = application(plan=ActionPlan(()), channels=[PLATOS], submitted_on=date(2023, 1, 15))

    def test_compared_by_every_field(self):
        """Equal fields make an equal value with the same hash; another field makes another."""
        others = [
            self.FULL,
            evolve(self.FULL, id="a2"),
            evolve(self.FULL, regieverband=evolve(REGIEVERBAND, id="r2")),
            evolve(self.FULL, plan=None),
            evolve(self.FULL, channels=None),
            evolve(self.FULL, submitted_on=None),
        ]
        assert all(one != other for one, other in combinations(others, 2))
        assert len({*others, *map(evolve, others)}) == 6
        portfolios = [
            Portfolio((each,), complete=complete)
            for each in (*others, *map(evolve, others))
            for complete in (True, False, None)
        ]
        assert len(set(portfolios)) == 18

    @pytest.mark.parametrize(
        "value", [FULL, Portfolio((FULL,), complete=None)], ids=["application", "portfolio"]
    )
    def test_pickled_copied_and_unchangeable(self, value):
        """They travel whole by every protocol, and cannot be changed."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301
            assert again == value
            assert hash(again) == hash(value)
        assert copy.copy(value) == copy.deepcopy(value) == value
        for name in ("id", "complete", "other"):
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)
        assert not hasattr(value, "__dict__")


def test_a_portfolio_is_looked_through():
    """A portfolio gives its applications in order, knows their ids, and no number."""
    one, other = application("one"), application("other")
    portfolio = Portfolio([one, other], complete=True)
    assert list(portfolio) == [one, other]
    assert "one" in portfolio
    assert 0 not in portfolio


class TestOwn:
    """An application is told apart from another one that has its id."""

    @pytest.mark.parametrize("own", [application(), application("a2")])
    def test_the_same_or_a_new_one(self, own):
        """The known one and one of another id pass."""
        Portfolio((application(),), complete=True).check_own(own)

    def test_another_of_that_id(self):
        """Which of the two is meant is not guessed."""
        other = application(channels=())
        with pytest.raises(AmbiguousApplication) as caught:
            Portfolio((application(),), complete=True).check_own(other)
        assert caught.value.application_id == "a1"
