"""Remedies (*remedies*): the smallest changes that turn the verdict of a criterion to met.

Each is assessed again before it is returned. The module knows what a remedy leads to and in
which order remedies come; which changes are tried stands in ``options`` and ``candidates``, how
the smallest sets of them are found in ``remedy_search``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.candidates import qualified
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.member_changes import AddMembers
from wselr_rules.eligibility.options import options_for
from wselr_rules.eligibility.remedy import Remedies, Remedy
from wselr_rules.eligibility.remedy_search import Found, Search
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import DatesNotNamed, MunicipalityNotOfTheDay
from wselr_rules.law.call import OpenCall
from wselr_rules.render.language import Language

__all__ = ["remedies"]


def remedies(  # noqa: PLR0913
    criterion: Criterion,
    application: Application,
    *,
    on: date,
    call: OpenCall,
    portfolio: Portfolio,
    candidates: Iterable[Municipality] = (),
) -> Remedies:
    """The smallest changes on the day ``on`` that make the verdict met (*remedies*).

    None where it is met already, and none where nothing that is tried helps. Where it is
    undecided, only changes after which it is met whatever the unknown turns out to be. Those
    come first that are the fewest changes, then that touch the fewest municipalities, then the
    fewest inhabitants, then in the order of their words.

    What is tried: waiting, up to the first day on which the verdict is met, if the criterion
    names its dates; and every set of

    - municipalities that leave, that join, or that another application gives up: at most three
      in all. At least one member stays. Who joins is one of the ``candidates``: it exists on
      that day, its ground is no member's and claimed by no other application, and it lies in
      the region of a member who stays, as do all who join with it. Where no remedy lets one of
      them join, one member whoever it is stands for all new ones, and the remedy says how many
      inhabitants they must bring;
    - at most one other legal form in which one may apply, one channel of the call, and one
      deviation from the region rule from that day on;
    - actions that fill the empty cells of the plan, in each plan that is looked at (I14).

    A remedy is a set of which no part is enough, and every such set is returned: for the rules
    of the call and what is composed of them up to ``MOST_SETS`` sets looked at, for a criterion
    of the caller's own up to ``MOST_ASSESSED`` times that it is asked, small sets first; beyond
    that ``is_complete`` is False.

    Raises ``WrongType`` for a candidate that is no ``Municipality``, ``DuplicateId`` for two of
    one code with different facts, and what ``assess`` raises.
    """
    portfolio.check_own(application)
    context = Context(on, call=call, portfolio=portfolio)
    fit = qualified(candidates, application, context)
    case = _Case.of(criterion, application, context)
    made: tuple[Found, ...] = ()
    is_complete = True
    if case.before.verdict is not Verdict.MET:
        made, is_complete = _found(case, fit)
    ways = sorted((case.remedy(each) for each in made), key=_place)
    return Remedies(
        application.regieverband.name, on, case.before, tuple(ways), is_complete=is_complete
    )


@frozen
class _Case:
    """What is to be remedied, with the findings as they are; ``whole`` is that of ``ELIGIBLE``."""

    criterion: Criterion
    application: Application
    context: Context
    before: Finding
    whole: Finding
    conflicts: tuple[Conflict, ...]

    @classmethod
    def of(cls, criterion: Criterion, application: Application, context: Context) -> _Case:
        before = criterion.finding(application, context)
        whole = before if criterion == ELIGIBLE else ELIGIBLE.finding(application, context)
        conflicts = context.conflicts(application)
        return cls(criterion, application, context, before, whole, conflicts)

    def remedy(self, found: Found) -> Remedy:
        return Remedy(
            found.changes,
            self.application.id,
            self.application.regieverband.name,
            found.context.on,
            self.before,
            found.finding,
            ends=tuple(self._ended(found)),
            breaks=tuple(self._broken(found)),
        )

    def _ended(self, found: Found) -> Iterator[Conflict]:
        """The conflicts over ground that is in none any more."""
        if not self.conflicts:
            return
        left = {
            code
            for conflict in found.context.conflicts(found.application)
            for code in conflict.territory
        }
        for conflict in self.conflicts:
            if left.isdisjoint(conflict.territory):
                yield conflict

    def _broken(self, found: Found) -> Iterator[str]:
        """The rules by which a part of the whole was met before and is not after."""
        if self.whole is self.before:
            return
        after = ELIGIBLE.finding(found.application, found.context)
        for part, then in zip(self.whole.children, after.children, strict=True):
            if part.verdict is Verdict.MET and then.verdict is not Verdict.MET:
                for leaf, now in zip(part.leaves, then.leaves, strict=True):
                    if leaf.verdict is Verdict.MET and now.verdict is not Verdict.MET:
                        yield leaf.criterion


def _found(case: _Case, candidates: tuple[Municipality, ...]) -> tuple[tuple[Found, ...], bool]:
    """Every smallest set of changes; new members whoever they are, if no candidate will do."""
    waiting = tuple(_waiting(case))
    search = Search(case.criterion, options_for(case.application, case.context, candidates))
    found = search.run()
    if any(isinstance(change, AddMembers) for each in found for change in each.changes):
        return (*waiting, *found), search.is_complete
    with_anyone = Search(case.criterion, options_for(case.application, case.context, None))
    found = with_anyone.run()
    return (*waiting, *found), search.is_complete and with_anyone.is_complete


def _waiting(case: _Case) -> Iterator[Found]:
    """Waiting until the first later day on which it is met, if there is one.

    A day on which a member does not exist any more cannot be assessed, nor can one after it.
    """
    try:
        named = case.criterion.dates(case.application, case.context)
    except DatesNotNamed:
        return
    first, last = case.context.on, case.context.call.last_day
    for day in sorted(day for day in named if first < day <= last):
        try:
            later = evolve(case.context, on=day)
            finding = case.criterion.finding(case.application, later)
        except MunicipalityNotOfTheDay:
            return
        if finding.verdict is Verdict.MET:
            yield Found((WaitUntil(day),), case.application, later, finding)
            return


def _place(remedy: Remedy) -> tuple[int, int, int, str]:
    return (len(remedy.changes), *remedy.touched, remedy.sentence(Language.EN))
