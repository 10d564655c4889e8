"""What things are called does not matter, as long as the names come in the same order."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.property import facts
from tests.property.division import COUNTS, beneficiaries, divided

from wselr_rules.domain.action_plan import ActionPlan

#: Each makes other texts of texts, in the same order.
RENAMED = (
    lambda name: f"a {name}",
    lambda name: f"{name}!",
    lambda name: "".join(chr(ord(letter) + 1) for letter in name),
)


def other_code(code):
    """Return another code of a municipality, in the same order."""
    return None if code is None else str(int(code) + 1000)


def renumbered(town):
    """Return the town under another code and name, of ground with other codes."""
    codes = {"nis_code": other_code(town.nis_code), "territory": map(other_code, town.territory)}
    return evolve(town, **codes, name=f"New {town.name}")


def renamed(application, rename):
    """Return the application with other names for all that has one."""
    body, plan = application.regieverband, application.plan
    members = [
        evolve(each, municipality=renumbered(each.municipality)) for each in body.memberships
    ]
    new = evolve(body, id=rename(body.id), name=f"New {body.name}", memberships=members)
    if plan is not None:
        actions = (
            evolve(each, id=rename(each.id), planned_by=other_code(each.planned_by))
            for each in plan.actions
        )
        plan = ActionPlan(actions)
    return evolve(application, id=rename(application.id), regieverband=new, plan=plan)


class TestNames:
    """Other names, in the same order."""

    @law
    @given(facts.PORTFOLIOS, st.sampled_from(RENAMED), facts.DAYS, facts.ANY_CALL)
    def test_of_applicants_and_municipalities(self, portfolio, rename, on, call):
        """Every verdict is the same under other ids, codes and names."""
        other = evolve(
            portfolio, applications=[renamed(each, rename) for each in portfolio.applications]
        )
        assert facts.verdicts(other, on, call) == facts.verdicts(portfolio, on, call)

    @law
    @given(COUNTS, st.sampled_from(RENAMED))
    def test_of_beneficiaries(self, counts, rename):
        """Every amount and component is the same under other ids in the same order."""
        given_names = beneficiaries(counts)
        others = [evolve(each, id=rename(each.id)) for each in given_names]
        one, other = divided(given_names), divided(others)
        assert [grant.components for grant in other] == [grant.components for grant in one]
        assert [grant.amount for grant in other] == [grant.amount for grant in one]
        assert [grant.beneficiary_id for grant in other] == [each.id for each in others]
