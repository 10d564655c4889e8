"""What turns on which reading (*waarvan het afhangt*), as values with their words.

It holds what was found for one application and for a whole call. How it is found is for
``sensitivity``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from wselr_rules.checks import an_id, instance, instances, to_tuple
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.render import table, tree
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.table import Align, Table
from wselr_rules.render.told import Told, ToldAsTree
from wselr_rules.render.tree import Node
from wselr_rules.scenarios.choices import Choice, Outcome
from wselr_rules.scenarios.sensitivity_messages import MESSAGES_OF_SENSITIVITY

__all__ = ["CallSensitivity", "Effect", "Sensitivity", "Shift", "Turn"]


def _to_choices(values: Iterable[Choice]) -> tuple[Choice, ...]:
    return to_tuple(values)


def _to_turns(values: Iterable[Turn]) -> tuple[Turn, ...]:
    return to_tuple(values)


def _to_shifts(values: Iterable[Shift]) -> tuple[Shift, ...]:
    return to_tuple(values)


def _to_effects(values: Iterable[Effect]) -> tuple[Effect, ...]:
    return to_tuple(values)


def _to_sensitivities(values: Iterable[Sensitivity]) -> tuple[Sensitivity, ...]:
    return to_tuple(values)


@frozen
class Turn:
    """A smallest set of other choices that leads to another outcome (*kantelpunt*).

    All of ``choices`` together lead from ``before`` to ``after``; none of them can be left out
    and ``after`` still come about.
    """

    choices: tuple[Choice, ...] = field(
        converter=_to_choices, validator=instances(Choice, "choices")
    )
    before: Outcome = field(validator=instance(Outcome, "an Outcome"))
    after: Outcome = field(validator=instance(Outcome, "an Outcome"))


@frozen
class Sensitivity(ToldAsTree):
    """On which readings the verdict on an application turns (*gevoeligheid*).

    ``outcome`` is that of the readings of the call. ``turns`` are all smallest sets of other
    choices, the smaller ones first, for each other outcome that any choice of readings leads
    to; without any, the outcome is the same under every reading.
    """

    application_id: str = field(validator=an_id)
    on: date
    outcome: Outcome = field(validator=instance(Outcome, "an Outcome"))
    turns: tuple[Turn, ...] = field(converter=_to_turns, validator=instances(Turn, "turns"))

    @property
    def is_same_under_every_reading(self) -> bool:
        """Whether no choice of readings changes the verdict (*onder elke lezing*)."""
        return not self.turns

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome that some choice of readings leads to (*mogelijke uitkomsten*)."""
        return tuple(dict.fromkeys((self.outcome, *(turn.after for turn in self.turns))))

    @property
    def readings(self) -> tuple[str, ...]:
        """The ids of the interpretations on which it turns (*beslissende lezingen*)."""
        ids = {choice.interpretation_id for turn in self.turns for choice in turn.choices}
        return tuple(sorted(ids))

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """What turns on which readings, as a tree (*boom*) with the mark of each outcome."""
        return _of_application(self, Language(language), audience)


@frozen
class Shift:
    """What one other reading changes for an application (*verschuiving*)."""

    application_id: str = field(validator=an_id)
    before: Outcome = field(validator=instance(Outcome, "an Outcome"))
    after: Outcome = field(validator=instance(Outcome, "an Outcome"))


@frozen
class Effect:
    """What one other reading changes in a whole call (*gevolg van een andere lezing*).

    ``shifts`` are the applications whose verdict or amount it changes, in order of id.
    """

    choice: Choice = field(validator=instance(Choice, "a Choice"))
    shifts: tuple[Shift, ...] = field(converter=_to_shifts, validator=instances(Shift, "shifts"))


@frozen
class CallSensitivity(Told):
    """What turns on which readings in a whole call (*gevoeligheid van de oproep*), for a year.

    ``effects`` are those of each single other reading that changes a verdict or an amount, in
    the order of the register. ``applications`` say, in order of id, what all choices of
    readings together can make of who is eligible; amounts are not looked at there.
    ``left_out`` are the ids of the interpretations of which another reading could not be tried.
    """

    on: date
    year: int
    effects: tuple[Effect, ...] = field(
        converter=_to_effects, validator=instances(Effect, "effects")
    )
    applications: tuple[Sensitivity, ...] = field(
        converter=_to_sensitivities, validator=instances(Sensitivity, "sensitivities")
    )
    left_out: tuple[str, ...]

    @property
    def is_provisional(self) -> bool:
        """Whether applications are undecided, so that amounts can still change (*voorlopig*)."""
        return any(each.outcome.verdict is Verdict.UNKNOWN for each in self.applications)

    def __iter__(self) -> Iterator[Sensitivity]:
        return iter(self.applications)

    def __contains__(self, application_id: object) -> bool:
        return any(each.application_id == application_id for each in self.applications)

    def __getitem__(self, application_id: str) -> Sensitivity:
        """On which readings one application turns; ``KeyError`` if it is none of these."""
        for each in self.applications:
            if each.application_id == application_id:
                return each
        raise KeyError(application_id)

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """Who is eligible over all readings, and a table of effects (*tabel*) for the file."""
        chosen = Language(language)
        effects = [table.as_text(each) for each in _tables(self, chosen, audience)]
        return "\n\n".join((tree.as_text(_of_call(self, chosen, audience)), *effects))

    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The same in Markdown (*Markdown*)."""
        chosen = Language(language)
        effects = [table.as_markdown(each) for each in _tables(self, chosen, audience)]
        return "\n\n".join((tree.as_markdown(_of_call(self, chosen, audience), chosen), *effects))

    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The same as an HTML fragment (*HTML-fragment*)."""
        chosen = Language(language)
        effects = [table.as_html(each, chosen) for each in _tables(self, chosen, audience)]
        return "\n".join((tree.as_html(_of_call(self, chosen, audience), chosen), *effects))


# --- in words -----------------------------------------------------------------------------


def _said(message: str, language: Language, **arguments: object) -> str:
    return say(MESSAGES_OF_SENSITIVITY, f"sensitivity.{message}", arguments, language)


def _of_application(found: Sensitivity, language: Language, audience: Audience) -> Node:
    said = {"application": found.application_id, "outcome": found.outcome.text(language)}
    if found.is_same_under_every_reading:
        return Node(found.outcome.mark, _said("always", language, **said))
    if is_for_the_file(audience):
        root = _said("turns", language, **said, readings=found.readings)
    else:
        root = _said("turns.short", language, **said)
    turns = tuple(_of_turn(found, turn, language, audience) for turn in found.turns)
    return Node(found.outcome.mark, root, turns)


def _of_turn(found: Sensitivity, turn: Turn, language: Language, audience: Audience) -> Node:
    words = _said(
        "turn.one" if len(turn.choices) == 1 else "turn.several",
        language,
        application=found.application_id,
        outcome=turn.after.text(language),
    )
    choices = tuple(Node(None, each.text(language, audience)) for each in turn.choices)
    return Node(turn.after.mark, words, choices)


def _of_call(found: CallSensitivity, language: Language, audience: Audience) -> Node:
    notes = _notes_for_the_file(found, language) if is_for_the_file(audience) else ()
    children = (each.node(language, audience) for each in found.applications)
    return Node(None, _said("call", language), (*children, *(Node(None, each) for each in notes)))


def _notes_for_the_file(found: CallSensitivity, language: Language) -> Iterator[str]:
    if not found.effects:
        yield _said("no-effect", language)
    elif found.is_provisional:
        yield _said("provisional", language)
    if found.left_out:
        yield _said("left-out", language, readings=found.left_out)


def _tables(found: CallSensitivity, language: Language, audience: Audience) -> Iterator[Table]:
    """The table of effects, if there are any; it is too much for who only asks for the gist."""
    if not is_for_the_file(audience) or not found.effects:
        return
    headers = ("header.reading", "header.application", "header.before", "header.after")
    rows = (
        (effect.choice.cell(language), *_cells(shift, language))
        for effect in found.effects
        for shift in effect.shifts
    )
    yield Table(
        tuple(_said(each, language) for each in headers),
        tuple(rows),
        (Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
        caption=_said("caption", language, year=found.year),
    )


def _cells(shift: Shift, language: Language) -> tuple[str, ...]:
    return (shift.application_id, shift.before.text(language), shift.after.text(language))
