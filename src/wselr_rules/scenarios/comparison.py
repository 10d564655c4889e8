"""Two scenarios beside each other (*vergelijking*), as values with their words.

It holds what was found for each application and for all together. How it is found is for
``comparing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from wselr_rules.allocation.euros import amount_of_euros, cents_of, euros_of
from wselr_rules.checks import an_id, instance, instances, or_none, to_tuple
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.timeline_messages import MESSAGES_OF_CRITERIA
from wselr_rules.eligibility.words import say
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language, money
from wselr_rules.render.shown import ShownInWords
from wselr_rules.render.table import Align, Table
from wselr_rules.render.told import ToldInParts
from wselr_rules.render.tree import Node
from wselr_rules.scenarios.call_outcomes import (
    Absent,
    Came,
    amount_in_a_cell,
    cents_in,
    said,
    verdict_in_a_cell,
)
from wselr_rules.scenarios.choices import Outcome

__all__ = ["ApplicationComparison", "Cause", "Comparison", "Turnabout"]


class Cause(Enum):
    """What an amount is divided by, and differs (*oorzaak*), apart from verdicts."""

    #: Who is approved, where the reading of I15 reads that.
    APPROVAL = "approval"
    BUDGET = "budget"
    KEYS = "keys"
    #: The readings of the division, I11 and I12.
    ROUNDING = "rounding"
    #: The counts of the applicant itself.
    COUNTS = "counts"
    #: Who else shares, or their counts.
    OTHERS = "others"

    def text(self, language: Language | str) -> str:
        """The cause in words (*in woorden*)."""
        return said(f"comparison.cause.{self.value}", Language(language))


@frozen
class Turnabout:
    """A criterion that is answered otherwise (*ommekeer*) in the other scenario."""

    before: Finding = field(validator=instance(Finding, "a Finding"))
    after: Finding = field(validator=instance(Finding, "a Finding"))

    def text(self, language: Language | str) -> str:
        """Which criterion turns from what to what (*in woorden*)."""
        chosen = Language(language)
        id = self.after.criterion
        known = id in MESSAGES_OF_CRITERIA
        return said(
            "comparison.turned",
            chosen,
            criterion=say(MESSAGES_OF_CRITERIA, id, {}, chosen) if known else id,
            before=self.before.verdict,
            after=self.after.verdict,
        )

    def __str__(self) -> str:
        return self.text(Language.EN)


_OUTCOME = instance((Outcome, Absent), "an Outcome or ABSENT")


def _to_turned(values: Iterable[Turnabout]) -> tuple[Turnabout, ...]:
    return to_tuple(values)


def _to_causes(values: Iterable[Cause]) -> tuple[Cause, ...]:
    return to_tuple(values)


def _to_comparisons(values: Iterable[ApplicationComparison]) -> tuple[ApplicationComparison, ...]:
    return to_tuple(values)


@frozen
class ApplicationComparison(ShownInWords):
    """What comes of one application in either scenario (*vergelijking van een aanvraag*), and why.

    ``before`` and ``after`` are ``ABSENT`` where the scenario has no such application.
    ``turned`` are the criteria that are answered otherwise, also where the verdict is the same.
    ``causes`` are what differs of all that its amount is divided by, where that differs though
    its verdict does not.
    """

    application_id: str = field(validator=an_id)
    before: Came = field(validator=_OUTCOME)
    after: Came = field(validator=_OUTCOME)
    turned: tuple[Turnabout, ...] = field(
        default=(), converter=_to_turned, validator=instances(Turnabout, "turnabouts")
    )
    causes: tuple[Cause, ...] = field(
        default=(), converter=_to_causes, validator=instances(Cause, "causes")
    )

    @property
    def cents(self) -> int | None:
        """What it gets more (*verschil*), in cents, or less; None where that is not known."""
        before, after = cents_in(self.before), cents_in(self.after)
        return None if before is None or after is None else after - before

    @property
    def is_same(self) -> bool:
        """Whether the same comes of it (*ongewijzigd*)."""
        return self.before == self.after

    def text(self, language: Language | str) -> str:
        """What comes of it in either scenario, in a sentence (*in een zin*)."""
        chosen = Language(language)
        arguments = {
            "application": self.application_id,
            "before": _told(self.before, chosen),
        }
        if self.is_same:
            return said("comparison.same", chosen, **arguments)
        return said("comparison.differs", chosen, **arguments, after=_told(self.after, chosen))

    def __str__(self) -> str:
        return self.text(Language.EN)


@frozen
class Comparison(ToldInParts):
    """Two scenarios beside each other (*vergelijking*) on a day, for a plan year.

    ``one`` and ``other`` are their names; ``before`` and ``after`` what is divided in each, 0.00
    where there is nobody to divide it among, None where that is not known. The differences of
    ``applications``, which come in order of id, add up to the difference of these.
    ``is_provisional`` says that what is not known can still change amounts in either.
    """

    one: str = field(validator=an_id)
    other: str = field(validator=an_id)
    on: date
    year: int
    before: Decimal | None = field(validator=or_none(amount_of_euros))
    after: Decimal | None = field(validator=or_none(amount_of_euros))
    applications: tuple[ApplicationComparison, ...] = field(
        converter=_to_comparisons, validator=instances(ApplicationComparison, "comparisons")
    )
    is_provisional: bool = field(validator=instance(bool, "True or False"))

    @property
    def cents(self) -> int | None:
        """What is divided more (*verschil*), in cents, or less; None where that is not known."""
        if self.before is None or self.after is None:
            return None
        return cents_of(self.after) - cents_of(self.before)

    def __iter__(self) -> Iterator[ApplicationComparison]:
        return iter(self.applications)

    def __contains__(self, application_id: object) -> bool:
        return any(each.application_id == application_id for each in self.applications)

    def __getitem__(self, application_id: str) -> ApplicationComparison:
        """What comes of one application; ``KeyError`` if it is in neither scenario."""
        for each in self.applications:
            if each.application_id == application_id:
                return each
        raise KeyError(application_id)

    def parts(
        self, language: Language | str, audience: Audience = Audience.FILE
    ) -> tuple[Table | Node, ...]:
        """A table with what turns for the file (*tabel*), a sentence each for the applicants."""
        chosen = Language(language)
        if is_for_the_file(audience):
            return (_table(self, chosen), *_notes(self, chosen))
        heading = said("comparison.amounts", chosen, one=self.one, other=self.other, year=self.year)
        told = [each.text(chosen) for each in self]
        if self.is_provisional:
            told.append(said("comparison.provisional", chosen))
        return (Node(None, heading, tuple(Node(None, each) for each in told)),)


# --- in words -----------------------------------------------------------------------------


def _told(came: Came, language: Language) -> str:
    if isinstance(came, Absent):
        return said("comparison.absent", language)
    return came.text(language)


def _table(found: Comparison, language: Language) -> Table:
    headers = (
        said("comparison.header.application", language),
        *(said("comparison.header.before", language, scenario=each) for each in _names(found)),
        *(said("comparison.header.amount", language, scenario=each) for each in _names(found)),
        said("comparison.header.difference", language),
        said("comparison.header.why", language),
    )
    left, right = Align.LEFT, Align.RIGHT
    return Table(
        headers,
        tuple(_row(each, language) for each in found),
        (left, left, left, right, right, right, left),
        caption=said(
            "comparison.caption",
            language,
            one=found.one,
            other=found.other,
            on=found.on,
            year=found.year,
        ),
        footer=(
            said("comparison.header.total", language),
            "",
            "",
            _euros(found.before, language),
            _euros(found.after, language),
            _difference(found.cents, language),
            "",
        ),
    )


def _names(found: Comparison) -> tuple[str, str]:
    return found.one, found.other


def _row(each: ApplicationComparison, language: Language) -> tuple[str, ...]:
    why = (*(turn.text(language) for turn in each.turned), *(c.text(language) for c in each.causes))
    return (
        each.application_id,
        verdict_in_a_cell(each.before, language),
        verdict_in_a_cell(each.after, language),
        amount_in_a_cell(each.before, language),
        amount_in_a_cell(each.after, language),
        _difference(each.cents, language),
        "; ".join(why),
    )


def _euros(amount: Decimal | None, language: Language) -> str:
    return said("comparison.not-known", language) if amount is None else money(amount, language)


def _difference(cents: int | None, language: Language) -> str:
    return _euros(None if cents is None else euros_of(cents), language)


def _notes(found: Comparison, language: Language) -> Iterator[Node]:
    turned = tuple(
        Node(
            None,
            said("comparison.application", language, application=each.application_id),
            tuple(_turned(turn, language) for turn in each.turned),
        )
        for each in found
        if each.turned
    )
    if turned:
        yield Node(None, said("comparison.grounds", language), turned)
    if found.is_provisional:
        note = Node(None, said("comparison.provisional", language))
        yield Node(None, said("comparison.notes", language), (note,))


def _turned(turn: Turnabout, language: Language) -> Node:
    now, then = turn.after.node(language), turn.before.node(language)
    words = said("comparison.before", language, finding=turn.before.sentence(language))
    return Node(now.mark, now.text, (Node(then.mark, words),))
