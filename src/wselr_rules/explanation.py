"""Explanations (*toelichting*): everything that is asked of one decision, on one page.

What was decided and why, since when and until when, what is still needed, what would change
it, and whether that is the text or a reading of it. It decides nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from wselr_rules.decision import Decision, assess
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.questions import Questions, questions
from wselr_rules.eligibility.remedies import remedies
from wselr_rules.eligibility.remedy import Remedies
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.timeline import Timeline, timeline
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.explanation_messages import MESSAGES_OF_EXPLANATIONS
from wselr_rules.law.call import OpenCall
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.page import Page, Section, as_document, as_html, as_markdown, as_text
from wselr_rules.render.told import Told
from wselr_rules.scenarios.sensitivity import sensitivity
from wselr_rules.scenarios.turns import Sensitivity

__all__ = ["Explanation", "explain"]


@frozen
class Explanation(Told):
    """One decision with all its answers (*toelichting*), as one page for either audience.

    For the applicant a section that has nothing to tell is left out.
    """

    regieverband: str
    decision: Decision
    timeline: Timeline
    questions: Questions
    remedies: Remedies
    sensitivity: Sensitivity

    def page(self, language: Language | str, audience: Audience = Audience.FILE) -> Page:
        """The page (*blad*), of which each section is an answer."""
        chosen = Language(language)
        title = _say(
            f"explanation.{self.decision.verdict.value}",
            chosen,
            regieverband=self.regieverband,
            on=self.decision.on,
        )
        return Page(title, tuple(self._sections(chosen, audience)))

    def _sections(self, language: Language, audience: Audience) -> Iterator[Section]:
        is_short = not is_for_the_file(audience)
        is_met = self.decision.verdict is Verdict.MET
        answers: list[tuple[str, Told, bool]] = [
            ("explanation.decision", self.decision, True),
            ("explanation.timeline", self.timeline, True),
            ("explanation.questions", self.questions, len(self.questions) > 0),
            ("explanation.remedies", self.remedies, not is_met),
            ("explanation.readings", self.sensitivity, bool(self.sensitivity.turns)),
        ]
        for heading, answer, tells in answers:
            if tells or not is_short:
                yield Section(
                    _say(heading, language),
                    answer.text(language, audience),
                    answer.markdown(language, audience),
                    answer.html(language, audience),
                )

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The page as plain text (*als tekst*)."""
        return as_text(self.page(language, audience))

    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The page as Markdown (*als Markdown*)."""
        return as_markdown(self.page(language, audience))

    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The page as an HTML fragment (*HTML-fragment*)."""
        return as_html(self.page(language, audience), Language(language))

    def document(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The page as a whole HTML document (*HTML-document*) that prints as it shows."""
        return as_document(self.page(language, audience), Language(language))


def explain(  # noqa: PLR0913
    application: Application,
    *,
    on: date,
    call: OpenCall,
    portfolio: Portfolio,
    start: date,
    end: date,
    candidates: Iterable[Municipality] = (),
) -> Explanation:
    """Every answer on one application (*licht toe*): the decision and what is asked of it.

    The timeline runs from ``start`` up to, not on, ``end``; ``candidates`` are the municipalities
    that could join. Raises what ``assess``, ``timeline`` and ``remedies`` raise.
    """
    return Explanation(
        application.regieverband.name,
        assess(application, on=on, call=call, portfolio=portfolio),
        timeline(ELIGIBLE, application, call=call, portfolio=portfolio, start=start, end=end),
        questions(ELIGIBLE, application, on=on, call=call, portfolio=portfolio),
        remedies(
            ELIGIBLE, application, on=on, call=call, portfolio=portfolio, candidates=candidates
        ),
        sensitivity(application, on=on, call=call, portfolio=portfolio),
    )


def _say(message: str, language: Language, **arguments: object) -> str:
    return say(MESSAGES_OF_EXPLANATIONS, message, arguments, language)
