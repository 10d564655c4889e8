"""Changes of the call (*wijzigingen van de oproep*): its budget, keys, readings, or all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, field, frozen

from wselr_rules.checks import instance
from wselr_rules.eligibility.words import say
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.call_fields import add_up_to_one, in_order_of_terms, whole_cents
from wselr_rules.law.readings import INTERPRETATIONS, Readings
from wselr_rules.law.terms import AllocationKey
from wselr_rules.render.language import Language
from wselr_rules.scenarios.reading_messages import MESSAGES_OF_READINGS
from wselr_rules.scenarios.scenario_change import ScenarioChange, said

__all__ = ["ChangeBudget", "ChangeCall", "ChangeKeys", "ChangeReadings"]


@frozen
class ChangeBudget(ScenarioChange):
    """The call has another budget (*ander budget*), in euros. Raises what ``OpenCall`` does."""

    budget: Decimal = field(validator=whole_cents)

    def on_call(self, call: OpenCall) -> OpenCall:
        """The same call with this budget (*gewijzigde oproep*)."""
        return evolve(call, budget=self.budget)

    def text(self, language: Language | str) -> str:
        """What the budget is (*in woorden*)."""
        return said("budget", language, budget=self.budget)


def _to_keys(
    pairs: Mapping[AllocationKey, Fraction] | Iterable[tuple[AllocationKey, Fraction]],
) -> FrozenMap[AllocationKey, Fraction]:
    return in_order_of_terms(pairs)


@frozen
class ChangeKeys(ScenarioChange):
    """The budget is divided by other keys (*andere verdeelsleutels*), together exactly 1.

    Raises what ``OpenCall`` does.
    """

    keys: FrozenMap[AllocationKey, Fraction] = field(converter=_to_keys, validator=add_up_to_one)

    def on_call(self, call: OpenCall) -> OpenCall:
        """The same call with these keys (*gewijzigde oproep*)."""
        return evolve(call, keys=self.keys)

    def text(self, language: Language | str) -> str:
        """What each key divides (*in woorden*)."""
        working_age, job_seekers, equal_parts = (
            str(self.keys.get(key, Fraction(0))) for key in AllocationKey
        )
        return said(
            "keys",
            language,
            working_age=working_age,
            job_seekers=job_seekers,
            equal_parts=equal_parts,
        )


@frozen
class ChangeReadings(ScenarioChange):
    """The open questions of the text are read so (*andere lezingen*), all of them."""

    readings: Readings = field(validator=instance(Readings, "Readings"))

    def on_call(self, call: OpenCall) -> OpenCall:
        """The same call by these readings (*gewijzigde oproep*)."""
        return call.read_as(self.readings)

    def text(self, language: Language | str) -> str:
        """What is read otherwise than by default (*in woorden*)."""
        choices = tuple(self._choices(Language(language)))
        if not choices:
            return said("readings-default", language)
        return said("readings", language, choices=choices)

    def _choices(self, language: Language) -> Iterator[str]:
        for each in INTERPRETATIONS:
            chosen = each.chosen_in(self.readings)
            if chosen is not each.default:
                words = say(MESSAGES_OF_READINGS, f"{each.id}.{chosen.value}", {}, language)
                yield said("readings.choice", language, id=each.id, chosen=words)


@frozen
class ChangeCall(ScenarioChange):
    """It is another call (*andere oproep*), whatever it was before."""

    call: OpenCall = field(validator=instance(OpenCall, "an OpenCall"))

    def on_call(self, call: OpenCall) -> OpenCall:
        """This call (*gewijzigde oproep*)."""
        del call
        return self.call

    def text(self, language: Language | str) -> str:
        """Which call it is (*in woorden*)."""
        return said("call", language, call=self.call.id)
