"""Ranges of amounts (*marges*) as values, with their words.

It holds what was found; how it is found is for ``ranges``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from wselr_rules.allocation.euros import amount_of_euros
from wselr_rules.checks import an_id, instance, instances, or_none, to_tuple
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.render import table, tree
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language, money
from wselr_rules.render.shown import ShownInWords
from wselr_rules.render.table import Align, Table
from wselr_rules.render.told import Told
from wselr_rules.render.tree import Node
from wselr_rules.scenarios.range_messages import MESSAGES_OF_RANGES

__all__ = ["Range", "Ranges"]


def _to_ranges(values: Iterable[Range]) -> tuple[Range, ...]:
    return to_tuple(values)


def _to_facts(values: Iterable[Missing]) -> tuple[Missing, ...]:
    return to_tuple(values)


@frozen
class Range(ShownInWords):
    """The least and the most that one application can get (*marge*), in euros.

    Each is None where it is not known. ``is_exact`` is False where there are too many ways to
    look at all of them: ``least`` and ``most`` then are bounds, cents away at the most.
    """

    application_id: str = field(validator=an_id)
    verdict: Verdict = field(validator=instance(Verdict, "a Verdict"))
    least: Decimal | None = field(validator=or_none(amount_of_euros))
    most: Decimal | None = field(validator=or_none(amount_of_euros))
    is_exact: bool = field(default=True, validator=instance(bool, "True or False"))

    @property
    def is_certain(self) -> bool:
        """Whether it gets the same however the others are decided (*staat vast*)."""
        return self.least is not None and self.least == self.most and self.is_exact

    def text(self, language: Language | str) -> str:
        """The range in a sentence (*in een zin*)."""
        said: dict[str, object] = {"application": self.application_id}
        if self.least is None or self.most is None:
            return _said("not-known", language, **said)
        if self.is_certain and not self.most:
            return _said("nothing", language, **said)
        said["least"] = self.least
        if self.is_certain:
            return _said("certain", language, **said)
        return _said("between", language, **said, most=self.most)

    def __str__(self) -> str:
        return self.text(Language.EN)


@frozen
class Ranges(Told):
    """The least and the most of every application (*marges*), in order of id, for a plan year.

    As long as any are undecided the least amounts do not add up to ``budget``, and neither do
    the most: they belong to different decisions. ``undecided`` are the ids of the applications
    that may be approved or refused. ``missing`` are the facts for want of which amounts are not
    known, or without which it is not known who else may take part: where ``complete`` is not
    True, other applications can lower every amount. ``leaves_some_out`` says that there are
    decisions after which a key is zero for every beneficiary. The text gives no rule for them
    (I12), so they do not count.
    """

    on: date
    year: int
    budget: Decimal = field(validator=amount_of_euros)
    ranges: tuple[Range, ...] = field(converter=_to_ranges, validator=instances(Range, "ranges"))
    undecided: tuple[str, ...]
    missing: tuple[Missing, ...] = field(
        converter=_to_facts, validator=instances(Missing, "missing facts")
    )
    complete: bool | None
    leaves_some_out: bool

    def __iter__(self) -> Iterator[Range]:
        return iter(self.ranges)

    def __contains__(self, application_id: object) -> bool:
        return any(each.application_id == application_id for each in self.ranges)

    def __getitem__(self, application_id: str) -> Range:
        """The range of one application; ``KeyError`` if it is none of these."""
        for each in self.ranges:
            if each.application_id == application_id:
                return each
        raise KeyError(application_id)

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """A table with notes for the file (*tabel*), a sentence each for the applicants."""
        chosen = Language(language)
        tables = [table.as_text(each) for each in _tables(self, chosen, audience)]
        trees = [tree.as_text(each) for each in _trees(self, chosen, audience)]
        return "\n\n".join((*tables, *trees))

    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The same in Markdown (*Markdown*)."""
        chosen = Language(language)
        tables = [table.as_markdown(each) for each in _tables(self, chosen, audience)]
        trees = [tree.as_markdown(each, chosen) for each in _trees(self, chosen, audience)]
        return "\n\n".join((*tables, *trees))

    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The same as an HTML fragment (*HTML-fragment*)."""
        chosen = Language(language)
        tables = [table.as_html(each, chosen) for each in _tables(self, chosen, audience)]
        trees = [tree.as_html(each, chosen) for each in _trees(self, chosen, audience)]
        return "\n".join((*tables, *trees))


# --- in words -----------------------------------------------------------------------------


def _said(message: str, language: Language | str, **arguments: object) -> str:
    return say(MESSAGES_OF_RANGES, f"ranges.{message}", arguments, Language(language))


def _trees(found: Ranges, language: Language, audience: Audience) -> Iterator[Node]:
    """What there is to know of the amounts; without a table, below the amounts themselves."""
    is_file = is_for_the_file(audience)
    heading = _said("notes", language) if is_file else _said("amounts", language, year=found.year)
    notes = [] if is_file else [each.text(language) for each in found]
    if found.undecided:
        notes.append(_said("undecided", language, applications=found.undecided))
    if found.complete is not True:
        notes.append(_said("incomplete", language))
    if is_file:
        notes += _notes_for_the_file(found, language)
    if notes or not is_file:
        yield Node(None, heading, tuple(Node(None, each) for each in notes))


def _notes_for_the_file(found: Ranges, language: Language) -> Iterator[str]:
    if found.undecided:
        yield _said("sums", language)
    if found.leaves_some_out:
        yield _said("undividable", language)
    bounds = tuple(each.application_id for each in found if not each.is_exact)
    if bounds:
        yield _said("bounds", language, applications=bounds)
    if found.missing:
        facts = tuple(each.text(language) for each in found.missing)
        yield _said("missing", language, facts=facts)


def _tables(found: Ranges, language: Language, audience: Audience) -> Iterator[Table]:
    if not is_for_the_file(audience):
        return
    headers = ("application", "verdict", "least", "most", "certain")
    yield Table(
        tuple(_said(f"header.{each}", language) for each in headers),
        tuple(_row(each, language) for each in found),
        (Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT),
        caption=_said("caption", language, budget=found.budget, year=found.year),
    )


def _row(each: Range, language: Language) -> tuple[str, ...]:
    return (
        each.application_id,
        _said(f"verdict.{each.verdict.value}", language),
        _cell(each.least, language),
        _cell(each.most, language),
        _said("cell.yes" if each.is_certain else "cell.no", language),
    )


def _cell(amount: Decimal | None, language: Language) -> str:
    return _said("cell.not-known", language) if amount is None else money(amount, language)
