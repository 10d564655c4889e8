"""Cases on who may apply (*wie kan ondersteuning aanvragen*): S09 to S11, read by I08 and I09."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from wselr_rules.conformance.applicants import LONG_AGO, applies, city, town, verband
from wselr_rules.conformance.case import Case, FindingOutline
from wselr_rules.conformance.telling import (
    MET,
    NOT_MET,
    UNKNOWN,
    asked,
    by_reading,
    eligible,
    found,
    refused,
    undecided,
    with_members,
    with_people,
)
from wselr_rules.domain.membership import Membership
from wselr_rules.law.readings import CentrumstadPartner, MinimumMembers
from wselr_rules.law.terms import LegalForm

__all__ = ["who_cases"]

#: S09: "intergemeentelijke samenwerkingsverbanden en Welzijnsverenigingen".
_INTERMUNICIPAL: Final = (
    LegalForm.INTERLOCAL_ASSOCIATION,
    LegalForm.PROJECT_ASSOCIATION,
    LegalForm.SERVICE_ASSOCIATION,
    LegalForm.MANDATED_ASSOCIATION,
)
_WELFARE = LegalForm.WELFARE_ASSOCIATION
_BY_FORM, _TWO = MinimumMembers.BY_FORM, MinimumMembers.TWO_FOR_ALL
_BOUND, _EXEMPT = CentrumstadPartner.BOUND, CentrumstadPartner.EXEMPT
_FORM = "regieverband.legal_form"
_CITY = "regieverband.memberships[0].municipality.is_centrumstad"
_IN_ONE_REGION = found("reference-region", MET, "region.met")
_NO_MEMBER = (
    with_people(-60_000),
    found("reference-region", NOT_MET, "region.no-member"),
)


def who_cases() -> Iterator[Case]:
    """A partnership with enough members, or a centrumstad alone (*wie mag aanvragen*)."""
    yield from _forms()
    yield from _numbers_of_members()
    yield from _city_alone()
    yield from _city_as_partner()


def _alone(verdict: str) -> FindingOutline:
    kind = MET if verdict == "met" else NOT_MET
    return found("centrumstad-alone", kind, f"centrumstad-alone.{verdict}")


_NO_PARTNERSHIP = found("partnership-form", NOT_MET, "partnership-form.not-met")
_FORM_OPEN = found("partnership-form", UNKNOWN, "partnership-form.unknown", missing=[_FORM])


def _forms() -> Iterator[Case]:
    for form in (*_INTERMUNICIPAL, _WELFARE):
        yield asked(
            f"form/{form.value}",
            f"Two towns of 80,000 together may apply in this form: {form.value}.",
            "S09",
            applies(verband(form=form)),
            eligible(with_members(1)) if form is _WELFARE else eligible(),
        )
    yield asked(
        "form/another",
        "An association that is known to be of another form may not apply, however large.",
        "S09",
        applies(verband(form=LegalForm.OTHER)),
        refused(_NO_PARTNERSHIP),
    )
    yield asked(
        "form/not-known",
        "Of an association whose form is not known it is undecided, and the form is asked for.",
        "S09",
        applies(verband(form=None)),
        undecided(_FORM_OPEN, with_members(0), _IN_ONE_REGION),
    )


def _numbers_of_members() -> Iterator[Case]:
    three = (town(1, 30_000), town(2, 30_000), town(3, 20_000))
    for form in _INTERMUNICIPAL:
        yield from by_reading(
            f"members/one/{form.value}",
            f"one member makes no intermunicipal partnership, so not with this form: {form.value}.",
            "S09 I08",
            applies(verband(town(1, 80_000), form=form)),
            {_BY_FORM: refused(with_members(-1)), _TWO: refused(with_members(-1))},
        )
    yield asked(
        "members/two",
        "Two members make a partnership.",
        "S09 I08",
        applies(verband(town(1), town(2))),
        eligible(with_members(0)),
    )
    yield asked(
        "members/three",
        "Three members make a partnership.",
        "S09 I08",
        applies(verband(*three)),
        eligible(with_members(1)),
    )
    gone = verband(Membership(town(1), LONG_AGO, date(2022, 6, 1)), form=_WELFARE)
    yield from by_reading(
        "members/none/welzijnsvereniging",
        "who has no member on the day has no territory, so it may not apply and does not fit.",
        "S09 S13 I08",
        applies(gone),
        {
            _BY_FORM: refused(with_members(-1), *_NO_MEMBER),
            _TWO: refused(with_members(-2), *_NO_MEMBER),
        },
    )
    yield from by_reading(
        "members/one/welzijnsvereniging",
        "a welzijnsvereniging of one member is enough, unless every form must have two.",
        "S09 I08",
        applies(verband(town(1, 80_000), form=_WELFARE)),
        {_BY_FORM: eligible(with_members(0)), _TWO: refused(with_members(-1))},
    )
    yield from by_reading(
        "members/two/welzijnsvereniging",
        "a welzijnsvereniging of two members is enough.",
        "S09 I08",
        applies(verband(form=_WELFARE)),
        {_BY_FORM: eligible(with_members(1)), _TWO: eligible(with_members(0))},
    )
    yield from by_reading(
        "members/one/form-not-known",
        "one member is enough if it is a welzijnsvereniging, which is not known.",
        "S09 I08",
        applies(verband(town(1, 80_000), form=None)),
        {
            _BY_FORM: undecided(
                _FORM_OPEN,
                found("enough-members", UNKNOWN, "enough-members.unknown", 0, missing=[_FORM]),
                _alone("not-met"),
                _IN_ONE_REGION,
            ),
            _TWO: refused(_FORM_OPEN, with_members(-1), _alone("not-met"), _IN_ONE_REGION),
        },
    )


# --- centrumsteden --------------------------------------------------------------------------

#: A municipality alone is no partnership, and alone has one member.
_IS_ALONE = (_NO_PARTNERSHIP, with_members(-1))


def _city_alone() -> Iterator[Case]:
    for people, more in ((0, -60_000), (59_999, -1), (60_000, 0), (60_001, 1)):
        yield asked(
            f"city-alone/{people}",
            f"A centrumstad that applies alone has no lower bound: {people:,} inhabitants will do.",
            "S10 S11",
            applies(city(town(1, people, is_city=True))),
            eligible(*_IS_ALONE, with_people(more), _alone("met")),
        )
    yield asked(
        "city-alone/number-not-known",
        "Of a centrumstad that applies alone the number of inhabitants is not asked for.",
        "S10 S11",
        applies(city(town(1, None, is_city=True))),
        eligible(
            *_IS_ALONE,
            found(
                "enough-inhabitants",
                UNKNOWN,
                "inhabitants.unknown-at-least",
                missing=["regieverband.memberships[0].municipality.inhabitants"],
            ),
            _alone("met"),
        ),
    )
    for people, more in ((59_999, -1), (60_000, 0), (60_001, 1), (1_000_000, 940_000)):
        yield asked(
            f"town-alone/{people}",
            f"A municipality of {people:,} that is no centrumstad may not apply alone.",
            "S09 S10",
            applies(city(town(1, people))),
            refused(*_IS_ALONE, with_people(more), _alone("not-met")),
        )
    yield asked(
        "city-alone/not-known",
        "Whether a municipality that applies alone is a centrumstad decides, so it is asked for.",
        "S10",
        applies(city(town(1, 80_000, is_city=None))),
        undecided(
            *_IS_ALONE,
            found("centrumstad-alone", UNKNOWN, "centrumstad-alone.unknown", missing=[_CITY]),
        ),
    )
    yield asked(
        "city-alone/form-not-known",
        "A centrumstad of 59,999 may apply alone, but not as a partnership: its form decides.",
        "S09 S10 S11",
        applies(verband(town(1, 59_999, is_city=True), form=None)),
        undecided(
            _FORM_OPEN,
            found("enough-members", UNKNOWN, "enough-members.unknown", 0, missing=[_FORM]),
            with_people(-1),
            found("centrumstad-alone", UNKNOWN, "centrumstad-alone.unknown", missing=[_FORM]),
            _IN_ONE_REGION,
        ),
    )
    yield asked(
        "city-alone/in-a-partnership-form",
        "An interlokale vereniging of one centrumstad is neither a partnership nor a city alone.",
        "S09 S10",
        applies(verband(town(1, 80_000, is_city=True))),
        refused(with_members(-1), _alone("not-alone")),
    )


def _city_as_partner() -> Iterator[Case]:
    for people, more in ((59_999, -1), (60_000, 0), (60_001, 1)):
        small = verband(town(1, 50_000, is_city=True), town(2, people - 50_000))
        bound = refused(with_people(more)) if more < 0 else eligible(with_people(more))
        exempt = found("enough-inhabitants", MET, "inhabitants.exempt", more)
        yield from by_reading(
            f"city-as-partner/{people}",
            f"a partnership with a centrumstad has {people:,} inhabitants, bound or not by 60,000.",
            "S09 S10 S11 I09",
            applies(small),
            {_BOUND: bound, _EXEMPT: eligible(exempt) if more < 0 else bound},
        )
    yield from by_reading(
        "city-as-partner/not-known",
        "whether one of two towns of 59,999 together is a centrumstad is not known.",
        "S09 S10 I09",
        applies(verband(town(1, 50_000, is_city=None), town(2, 9_999))),
        {
            _BOUND: refused(with_people(-1)),
            _EXEMPT: undecided(
                found("enough-inhabitants", UNKNOWN, "inhabitants.unknown", -1, missing=[_CITY])
            ),
        },
    )
    left = Membership(town(3, 30_000, is_city=True), LONG_AGO, date(2024, 7, 1))
    yield from by_reading(
        "city-as-partner/left",
        "the centrumstad has left, so it lifts the bound no more for those that stay.",
        "S09 S10 I09",
        applies(verband(town(1, 30_000), town(2, 29_999), left)),
        {
            _BOUND: refused(with_people(-1), _IN_ONE_REGION),
            _EXEMPT: refused(with_people(-1), _IN_ONE_REGION),
        },
    )
