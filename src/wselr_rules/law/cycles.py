"""Policy cycles (*beleidscycli*) and their plan years, by calendar arithmetic.

The module knows how the six-year cycle of local planning follows the local elections. It does
not know what the call asks of a year, and nothing of the regime after a cycle.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from wselr_rules.checks import a_day
from wselr_rules.errors import WrongValue
from wselr_rules.render.shown import ShownByFields

__all__ = ["PolicyCycle"]

#: A year with local elections; they return every six years.
_AN_ELECTION_YEAR = 2018
_YEARS = 6
_LENGTH = relativedelta(years=_YEARS)
#: A cycle begins in the second year after the elections.
_AFTER_ELECTION = relativedelta(years=2)
_FIRST_DAY = date(_AN_ELECTION_YEAR, 1, 1) + _AFTER_ELECTION


@frozen(order=True)
class PolicyCycle(ShownByFields):
    """A cycle of local policy planning (*beleidscyclus*), named by its first year.

    Six years, from the second year after local elections to the end of the year after the
    next ones.

    >>> PolicyCycle.containing(date(2023, 6, 1)).years
    (2020, 2021, 2022, 2023, 2024, 2025)
    """

    #: The first day: 1 January of the second year after local elections.
    starts_on: date = field(validator=a_day)

    def __attrs_post_init__(self) -> None:
        into_cycle = (self.starts_on.year - _FIRST_DAY.year) % _YEARS
        if into_cycle or (self.starts_on.month, self.starts_on.day) != (1, 1):
            raise WrongValue("starts_on", "the first day of a policy cycle", self.starts_on)

    @classmethod
    def after_election(cls, year: int) -> PolicyCycle:
        """The cycle that the local elections of ``year`` lead to (*na de verkiezingen*).

        A cycle beyond the calendar of Python, years 1 to 9999, is a ``ValueError``.
        """
        return cls(date(year, 1, 1) + _AFTER_ELECTION)

    @classmethod
    def containing(cls, on: date) -> PolicyCycle:
        """The cycle in which the day ``on`` lies (*lopende beleidscyclus*); ends as above."""
        into_cycle = (on.year - _FIRST_DAY.year) % _YEARS
        return cls(date(on.year, 1, 1) - relativedelta(years=into_cycle))

    @property
    def ends_on(self) -> date:
        """The last day of the cycle (*einde*)."""
        return self.starts_on + _LENGTH - relativedelta(days=1)

    @property
    def next(self) -> PolicyCycle:
        """The cycle that follows (*volgende beleidscyclus*)."""
        return PolicyCycle(self.starts_on + _LENGTH)

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years of the cycle (*planjaren*), in order."""
        return tuple(range(self.starts_on.year, self.next.starts_on.year))

    @property
    def second_half(self) -> tuple[int, ...]:
        """The years of its second half (*tweede helft*), for which an open call is made."""
        return self.years[len(self.years) // 2 :]
