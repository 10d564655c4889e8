"""Every reading is looked at, and no more often than needed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    LONG_AGO,
    QUIET,
    applies,
    city,
    real,
    town,
    two_towns,
    verband,
)
from tests.scenarios.calls_told import known
from tests.scenarios.every_reading import verdict_under
from tests.scenarios.sensitive import across

from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.law.readings import NewDeadline, Readings, interpretation_by_id
from wselr_rules.law.terms import LegalForm
from wselr_rules.scenarios import exploration
from wselr_rules.scenarios.exploration import parts_of_all_readings


class TestParts:
    """All readings in parts with one outcome each."""

    @settings(max_examples=examples(50))
    @given(st.data(), worlds.portfolios(), worlds.calls(), worlds.days())
    def test_a_part_has_the_verdict_of_its_readings(self, data, portfolio, call, on):
        """What a part says is what the criterion says under the readings that it changes."""
        application = data.draw(st.sampled_from(portfolio.applications))
        given_ = {"on": on, "call": call, "portfolio": portfolio}
        parts = [*parts_of_all_readings(application, **given_)]
        event(f"parts: {len(str(len(parts)))} digits")
        assert not parts[0].changed
        for part in data.draw(st.lists(st.sampled_from(parts), max_size=4)):
            readings = call.readings
            for id, reading in part.changed.items():
                readings = interpretation_by_id(id).chosen_otherwise(readings, reading)
            assert part.outcome.verdict is verdict_under(readings, application, **given_)


class TestNoMoreThanNeeded:
    """What cannot matter is not looked at."""

    def count(self, application, *others, on=QUIET, **chosen):
        call = evolve(CALL, readings=Readings(**chosen))
        portfolio = known(application, *others)
        return len([*parts_of_all_readings(application, on=on, call=call, portfolio=portfolio)])

    def test_a_refusal_that_no_reading_mends(self):
        """Through no accepted channel: one look is enough."""
        assert self.count(applies(channels=())) == 1

    def test_two_refusals_of_which_one_is_for_good(self):
        """Across regions, which readings may mend, and through no channel: one look as well."""
        across = verband(*two_towns(reference_region=LIMBURG))
        assert self.count(applies(across, channels=()), on=date(2026, 1, 1)) == 1

    def test_a_refusal_that_one_reading_mends(self):
        """On the deadline of S14, across two regions: I01, I04 and what becomes of them."""
        across = verband(*two_towns(reference_region=LIMBURG))
        assert 1 < self.count(applies(across), on=date(2026, 1, 1)) <= 32

    def test_one_that_is_eligible(self):
        """Eligible, and never changed: the few questions that bear on it are all looked at."""
        assert 1 < self.count(applies()) <= 64

    def test_of_two_refusals_the_one_on_fewer_readings(self):
        """Two readings would mend the region and one the claim: without that one, none is tried."""
        body = across().regieverband
        gone = body.without_member("90002", date(2022, 6, 1))
        back = gone.with_member(body.memberships[1].municipality, date(2022, 7, 1))
        first = evolve(across(), regieverband=back)
        later = applies(verband(town("90003"), town("90002"), id="later", recognised_on=QUIET))
        given_ = {"on": QUIET, "call": CALL, "portfolio": known(first, later)}
        _, *others = parts_of_all_readings(first, **given_)
        assert {"I01", "I02", "I07"} <= {id for part in others for id in part.changed}
        assert all("I07" in part.changed for part in others)

    def asked(self, monkeypatch, application, on):
        """Return how often each rule was asked of whom, by the readings that its finding lists."""
        asked = Counter()
        answer = Criterion.finding

        def counted(criterion, application, context):
            found = answer(criterion, application, context)
            asked[application, criterion.id, *found.readings.items()] += 1
            return found

        monkeypatch.setattr(Criterion, "finding", counted)
        assert self.count(application, on=on) > 1
        return asked

    @pytest.mark.parametrize("form", [LegalForm.INTERLOCAL_ASSOCIATION, None])
    def test_no_rule_is_asked_twice(self, monkeypatch, form):
        """A rule answers once for each way to choose the readings that its finding lists.

        So it does for every form that an unknown one can be.
        """
        application = across(recognised_on=date(2022, 9, 1), form=form)
        asked = self.asked(monkeypatch, application, date(2026, 1, 1))
        assert len(asked) > len({rule for _, rule, *_ in asked})
        assert set(asked.values()) == {1}

    @pytest.mark.parametrize(
        ("application", "last"),
        [
            (applies(verband(form=None), channels=None), LegalForm.INTERLOCAL_ASSOCIATION),
            (applies(verband(town(inhabitants=60_000), form=None)), LegalForm.WELFARE_ASSOCIATION),
        ],
        ids=["undecided", "other"],
    )
    def test_forms_are_tried_until_it_stays_open(self, monkeypatch, application, last):
        """None is tried after one that is undecided itself, or ends otherwise than one before."""
        asked = self.asked(monkeypatch, application, QUIET)
        bodies = {of.regieverband for of, *_ in asked} - {application.regieverband}
        forms = [*LegalForm]
        tried = {body.legal_form_on(QUIET) for body in bodies}
        assert tried == {*forms[: forms.index(last) + 1]}

    def test_only_rivals_are_looked_at(self, monkeypatch):
        """Once the whole call has been read, only who claims the same ground is kept in view."""
        seen = []

        class Watched(Context):
            def __attrs_post_init__(self):
                seen.append([each.id for each in self.portfolio])
                super().__attrs_post_init__()

        monkeypatch.setattr(exploration, "Context", Watched)
        own, rival = (
            applies(verband(town("90001"), town(code), id=code, recognised_on=day))
            for code, day in (("90002", date(2019, 1, 1)), ("90003", LONG_AGO))
        )
        elsewhere = [applies(verband(town(f"9{n}004"), id=f"{n}")) for n in range(1, 4)]
        assert self.count(own, rival, *elsewhere) > 1
        assert seen[0] == ["90002", "90003", "1", "2", "3"]
        assert all(ids == ["90002", "90003"] for ids in seen[1:])
        assert len(seen) > 2

    def test_everything_open_stays_within_bounds(self):
        """Form, recognition, region and submission unknown, members moved: at most 4,608."""
        body = verband(
            town("90001", reference_region=None),
            town("90002", reference_region=None),
            form=None,
            recognised_on=None,
            derogations=None,
        )
        application = applies(body.with_member(town("90003"), date(2023, 6, 1)))
        rival = applies(verband(town("90003"), town("90004"), id="rival", recognised_on=None))
        assert self.count(application, rival) <= 4608

    def test_a_centrumstad_alone_waits_for_no_member_count(self):
        """The two questions on partnerships are not opened for a city that needs neither."""
        alone = city(real("Gent"))
        parts = parts_of_all_readings(
            applies(alone), on=QUIET, call=CALL, portfolio=known(applies(alone))
        )
        assert {id for part in parts for id in part.changed} >= {"I14"}
        assert alone.legal_form is LegalForm.MUNICIPALITY

    def test_a_submission_outside_the_call(self):
        """Whatever else is chosen, the reading that asks that day gives no verdict, and no other.

        What else is chosen with it is not looked into.
        """
        application = applies(submitted_on=date(2022, 4, 28))
        given_ = {"on": QUIET, "call": CALL, "portfolio": known(application)}
        parts = [*parts_of_all_readings(application, **given_)]
        for part in parts:
            at_submission = part.changed.get("I05") is NewDeadline.AT_SUBMISSION
            assert (part.outcome.verdict is None) is at_submission
        assert any(part.outcome.verdict is None for part in parts)

    @pytest.mark.parametrize("day", [CALL.first_day, CALL.last_day])
    def test_a_submission_on_the_first_or_last_day(self, day):
        """Those two days lie in the call: every reading gives a verdict."""
        application = applies(submitted_on=day)
        given_ = {"on": CALL.last_day, "call": CALL, "portfolio": known(application)}
        parts = [*parts_of_all_readings(application, **given_)]
        assert None not in {part.outcome.verdict for part in parts}
