"""The case that a form tells of, or each mistake in the form with the field that it is in.

What is not known stays not known. What the library cannot be told as not known, which is since
when a member is one, is reckoned with as what it leaves open, and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Final, TypeVar

from attrs import evolve, field, frozen

from service.form import CALL, Filled, cells, day_of
from service.words import say
from wselr_rules import (
    NEVER,
    Action,
    ActionPlan,
    Application,
    Confidence,
    Derogation,
    Language,
    LegalForm,
    Membership,
    Municipality,
    Portfolio,
    Provenance,
    RegieVerband,
    SubmissionChannel,
    flanders,
)
from wselr_rules.errors import EndedMunicipality, UnknownMunicipality

__all__ = ["CHANNELS", "Case", "Mistake", "Reading"]

T = TypeVar("T", bound=Enum)

#: The first day of the register, and before every day that the rules look back to.
_LONG_AGO: Final = date(2019, 1, 1)
_COUNT = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+")
_MOST: Final = 20_000_000
_LONGEST_NAME: Final = 200
CHANNELS: Mapping[str, frozenset[SubmissionChannel] | None] = {
    "": None,
    "platos": frozenset({SubmissionChannel.PLATOS}),
    "plan": frozenset({SubmissionChannel.MULTI_ANNUAL_PLAN}),
    "both": frozenset(SubmissionChannel),
    "none": frozenset(),
}


@frozen
class Mistake:
    """What is wrong in a field, as a message with what fills it."""

    field: str
    message: str
    arguments: Mapping[str, object] = field(factory=dict)


@frozen
class Case:
    """What the form tells of, ready to be decided on, and what is to be said of it."""

    application: Application
    on: date
    portfolio: Portfolio
    notes: tuple[str, ...]


class Reading:
    """One reading of a form: what it made of the fields, and the mistakes that it met."""

    def __init__(self, filled: Filled, language: Language) -> None:
        """Take the form, and the language in which what has no name is named."""
        self._filled = filled
        self._language = language
        self.mistakes: list[Mistake] = []

    def case(self) -> Case | None:
        """Read the whole form; None where it has a mistake."""
        on = self._assessed_day()
        name = self._name()
        memberships = tuple(self._memberships(on))
        form = self._legal_form(memberships)
        recognised_on = self._recognition()
        derogations = self._derogations()
        plan = self._plan()
        channels = self._one_of("channel", CHANNELS)
        others = self._others(on, memberships)
        if self.mistakes or on is None:
            return None
        notes = self._notes(memberships, recognised_on)
        regieverband = RegieVerband(
            "regieverband",
            name,
            form,
            memberships,
            # See ``_notes``.
            recognised_on=None if notes else recognised_on,
            derogations=derogations,
        )
        own_id = self._filled["name"] or say("without-name", self._language)
        application = Application(own_id, _carried(regieverband), plan, channels=channels)
        is_alone = self._filled["others"] == "none"
        return Case(application, on, Portfolio(others, complete=is_alone or None), notes)

    # --- fields -----------------------------------------------------------------------------

    def _assessed_day(self) -> date | None:
        on = self._day("on")
        if not self._filled["on"]:
            self._wrong("on", "mistake.day-needed")
        elif on is not None and not CALL.first_day <= on <= CALL.last_day:
            self._wrong("on", "mistake.outside", first=CALL.first_day, last=CALL.last_day)
        else:
            return on
        return None

    def _name(self) -> str:
        name = self._filled["name"]
        if len(name) > _LONGEST_NAME:
            self._wrong("name", "mistake.long-name", most=_LONGEST_NAME)
        return name or say("unnamed", self._language)

    def _memberships(self, on: date | None) -> Iterator[Membership]:
        found: dict[str, int] = {}
        for row in self._filled.rows:
            name = self._filled[f"member-{row}"]
            member = self._municipality(f"member-{row}", on)
            count = self._count(f"inhabitants-{row}")
            since = self._since(f"since-{row}", on) or self._since("members-since", on)
            told = (self._filled[f"{each}-{row}"] for each in ("inhabitants", "since", "unsure"))
            if not name and any(told):
                self._wrong(f"member-{row}", "mistake.whose")
            if member is None:
                continue
            if member.nis_code in found:
                self._wrong(f"member-{row}", "mistake.twice", row=found[member.nis_code] + 1)
            found[member.nis_code] = row
            is_unsure = bool(self._filled[f"unsure-{row}"])
            yield Membership(
                evolve(member, inhabitants=count),
                since or _LONG_AGO,
                provenance=self._unsure() if is_unsure else None,
            )
        if not any(self._filled[f"member-{row}"] for row in self._filled.rows):
            self._wrong("member-0", "mistake.no-members")

    def _unsure(self) -> Provenance:
        return Provenance(say("this-form", self._language), confidence=Confidence.LOW)

    def _legal_form(self, memberships: tuple[Membership, ...]) -> LegalForm | None:
        forms: Mapping[str, LegalForm | None] = {
            "": None,
            **{each.value: each for each in LegalForm},
        }
        form = self._one_of("legal-form", forms)
        if form is LegalForm.MUNICIPALITY and len(memberships) > 1:
            self._wrong("legal-form", "mistake.not-alone", members=len(memberships))
        return form

    def _recognition(self) -> object:
        choice, day = self._choice_with_a_day("recognition", {"", "never", "on"}, "on")
        return NEVER if choice == "never" else day

    def _derogations(self) -> tuple[Derogation, ...] | None:
        choice, day = self._choice_with_a_day("derogation", {"", "none", "since"}, "since")
        if choice == "none":
            return ()
        return None if day is None else (Derogation(day),)

    def _plan(self) -> ActionPlan | None:
        chosen = self._one_of("plan", {"": False, "known": True})
        ticked = [(name, *cell) for name, *cell in cells() if self._filled[name]]
        if ticked and not chosen:
            self._wrong("plan", "mistake.plan-not-known")
        if not chosen:
            return None
        return ActionPlan(Action(name, priority, {year}) for name, priority, year in ticked)

    def _others(
        self, on: date | None, memberships: tuple[Membership, ...]
    ) -> tuple[Application, ...]:
        chosen = self._one_of("others", {each: each for each in ("", "none", "also")})
        member = self._municipality("other-member", on)
        if bool(self._filled["other-member"]) is not (chosen == "also"):
            self._wrong("other-member", "mistake.other-member")
        if member is None:
            return ()
        if all(member.nis_code != each.municipality.nis_code for each in memberships):
            self._wrong("other-member", "mistake.no-member-here")
        name = say("another-applicant", self._language)
        other = RegieVerband(
            "other", name, None, [Membership(member, _LONG_AGO)], recognised_on=None
        )
        other_id = f"{self._filled['name']} (2)"
        return (Application(other_id, _carried(other), None, channels=None),)

    # --- kinds of fields --------------------------------------------------------------------

    def _choice_with_a_day(
        self, name: str, choices: set[str], dated: str
    ) -> tuple[str | None, date | None]:
        choice = self._one_of(name, {each: each for each in choices})
        day = self._day(f"{name}-day")
        if bool(self._filled[f"{name}-day"]) is not (choice == dated):
            self._wrong(f"{name}-day", "mistake.day-and-choice")
        return choice, day

    def _one_of(self, name: str, choices: Mapping[str, T]) -> T | None:
        if self._filled[name] in choices:
            return choices[self._filled[name]]
        self._wrong(name, "mistake.no-choice")
        return None

    def _day(self, name: str) -> date | None:
        day = day_of(self._filled[name])
        if self._filled[name] and day is None:
            self._wrong(name, "mistake.no-day")
        return day

    def _since(self, name: str, on: date | None) -> date | None:
        day = day_of(self._filled[name])
        if self._filled[name] and day is None:
            self._wrong(name, "mistake.no-day")
        if day is not None and on is not None and day > on:
            self._wrong(name, "mistake.later")
        return day

    def _count(self, name: str) -> int | None:
        text = self._filled[name]
        if not text:
            return None
        if _COUNT.fullmatch(text) and len(text) <= len(str(_MOST)) + 2:
            count = int(re.sub("[. ]", "", text))
            if count <= _MOST:
                return count
        self._wrong(name, "mistake.no-count")
        return None

    def _municipality(self, name: str, on: date | None) -> Municipality | None:
        query = self._filled[name]
        if not query or on is None:
            return None
        try:
            return flanders.municipality(query, on=on)
        except EndedMunicipality as error:
            self._wrong(name, "mistake.ended", on=error.ended_on, successor=error.successor_name)
        except UnknownMunicipality as error:
            near = error.suggestions
            message = "mistake.unknown-with-near" if near else "mistake.unknown"
            self._wrong(name, message, name=query[:_LONGEST_NAME], near=near)
        return None

    def _notes(self, memberships: tuple[Membership, ...], recognised_on: object) -> tuple[str, ...]:
        """Say where it is not known whether an existing regieverband has changed since.

        One that was recognised in time is existing, or changed if a member joined since. Which,
        is not known; so it may as well not be known when it was recognised, for what has changed
        counts as new.
        """
        is_dated = isinstance(recognised_on, date) and recognised_on <= CALL.baseline
        rows = [row for row in self._filled.rows if self._filled[f"member-{row}"]]
        are_known = bool(self._filled["members-since"]) or all(
            self._filled[f"since-{row}"] for row in rows
        )
        return ("note.since",) if memberships and is_dated and not are_known else ()

    def _wrong(self, name: str, message: str, /, **arguments: object) -> None:
        mistake = Mistake(name, message, arguments)
        if mistake not in self.mistakes:
            self.mistakes.append(mistake)


def _carried(regieverband: RegieVerband) -> RegieVerband:
    """Replace members by what they become, for answers that look further than the day."""
    return flanders.carry_forward(regieverband, CALL.last_day)
