"""A remedy (*remedie*) and all of them: what changes, what comes of it, how it is told.

It knows what each leads to, and no rule: how they are found is for ``remedies``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import evolve, frozen

from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.any_change import AnyChange
from wselr_rules.eligibility.changes import Changed, apply_all, in_words
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.options import MOST_MUNICIPALITIES
from wselr_rules.eligibility.remedies_messages import MESSAGES_OF_REMEDIES
from wselr_rules.eligibility.timeline_messages import MESSAGES_OF_CRITERIA
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Mark, Node

__all__ = ["MOST_TOLD", "Remedies", "Remedy"]

#: Our own limit: how many remedies an applicant is told; the others are counted.
MOST_TOLD: Final = 10


@frozen
class Remedy(ToldAsTree):
    """A set of changes (*remedie*) after which a criterion is met, and not without one of them.

    They are made, and it is assessed, on the day ``on``. ``before`` is the finding without them
    and ``after`` with them. ``ends`` are the conflicts of the application that end by them, and
    ``breaks`` the ids of the rules by which a part of ``ELIGIBLE`` was met and is no longer.
    """

    changes: tuple[AnyChange, ...]
    application_id: str
    regieverband: str
    on: date
    before: Finding
    after: Finding
    ends: tuple[Conflict, ...] = ()
    breaks: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict with these changes (*oordeel achteraf*): met."""
        return self.after.verdict

    @property
    def touched(self) -> tuple[int, int]:
        """How many municipalities it touches, with how many inhabitants (*wat ze raakt*).

        Of what is not known of inhabitants the least that it can be counts.
        """
        each = tuple(change.touched for change in self.changes)
        return sum(number for number, _ in each), sum(inhabitants for _, inhabitants in each)

    def apply(self, application: Application, portfolio: Portfolio) -> Changed:
        """The application and the portfolio with these changes (*toepassen*)."""
        return apply_all(self.changes, application, portfolio, self.on)

    def sentence(self, language: Language | str) -> str:
        """What changes and what comes of it (*in een zin*)."""
        chosen = Language(language)
        clauses = [in_words(each, self.regieverband, chosen) for each in self.changes]
        if self.ends:
            others = {
                name: None
                for conflict in self.ends
                for each, name in zip(
                    conflict.application_ids, conflict.regieverbanden, strict=True
                )
                if each != self.application_id
            }
            clauses.append(_say("remedy.ends", chosen, others=tuple(others)))
        if self.breaks:
            names = tuple(_named(each, chosen) for each in self.breaks)
            clauses.append(_say("remedy.breaks", chosen, criteria=names))
        return "; ".join(clauses)

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The remedy as a tree (*boom*); for the file with the findings that it changes."""
        chosen = Language(language)
        if not is_for_the_file(audience):
            return Node(None, self.sentence(chosen))
        criterion = _named(self.after.criterion, chosen)
        assessed = _say("remedy.assessed", chosen, on=self.on, criterion=criterion)
        children = [Node(Mark.MET, assessed, tuple(self._differences(chosen)))]
        municipalities, inhabitants = self.touched
        if municipalities:
            touches = _say(
                "remedy.touches", chosen, municipalities=municipalities, inhabitants=inhabitants
            )
            children.append(Node(None, touches))
        return Node(None, self.sentence(chosen), tuple(children))

    def _differences(self, language: Language) -> Iterator[Node]:
        earlier = {leaf.criterion: leaf for leaf in self.before.leaves}
        for leaf in self.after.leaves:
            was = earlier.get(leaf.criterion)
            if was == leaf:
                continue
            node = leaf.node(language)
            if was is not None:
                words = _say("remedy.before", language, finding=was.sentence(language))
                node = evolve(node, children=(Node(was.node(language).mark, words),))
            yield node


@frozen
class Remedies(ToldAsTree):
    """All remedies (*remedies*) for one application, those that touch least first.

    ``before`` is the finding without any. ``is_complete`` is False where a limit of the search
    was met, so that there may be other, larger ones.
    """

    regieverband: str
    on: date
    before: Finding
    remedies: tuple[Remedy, ...]
    is_complete: bool

    def __iter__(self) -> Iterator[Remedy]:
        return iter(self.remedies)

    def __len__(self) -> int:
        return len(self.remedies)

    def __getitem__(self, index: int) -> Remedy:
        return self.remedies[index]

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The remedies as a tree (*boom*).

        For the file all of them, with what was tried; for the applicant the first ``MOST_TOLD``.
        """
        chosen = Language(language)
        is_met = self.before.verdict is Verdict.MET
        known = {
            "regieverband": self.regieverband,
            "on": self.on,
            "criterion": _named(self.before.criterion, chosen),
        }
        if self.remedies:
            words = _say("remedies.found", chosen, ways=len(self), **known)
        else:
            words = _say(f"remedies.none-{'needed' if is_met else 'found'}", chosen, **known)
        is_short = not is_for_the_file(audience)
        told = self.remedies[:MOST_TOLD] if is_short else self.remedies
        children = [each.node(chosen, audience) for each in told]
        if len(told) < len(self):
            children.append(Node(None, _say("remedies.more", chosen, ways=len(self) - len(told))))
        if not is_met and not is_short:
            tried = _say("remedies.searched", chosen, municipalities=MOST_MUNICIPALITIES)
            children.append(Node(None, tried))
        if not self.is_complete:
            children.append(Node(None, _say("remedies.cut", chosen)))
        return Node(self.before.node(chosen).mark, words, tuple(children))


def _named(criterion: str, language: Language) -> str:
    """What a criterion asks, in a few words; the id of one that stands in no table."""
    if criterion not in MESSAGES_OF_CRITERIA:
        return criterion
    return say(MESSAGES_OF_CRITERIA, criterion, {}, language)


def _say(message: str, language: Language, **arguments: object) -> str:
    return say(MESSAGES_OF_REMEDIES, message, arguments, language)
