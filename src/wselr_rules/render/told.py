"""What is told (*te vertellen*): values that write themselves as text, Markdown and HTML.

It knows in which forms, for whom, and that a notebook shows English for the file. What is said
is for each value to know.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from wselr_rules.render import table
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.table import Table
from wselr_rules.render.tree import Node, as_html, as_markdown, as_text

__all__ = ["Told", "ToldAsTree", "ToldInParts"]


class Told(ABC):
    """A value that can be told (*te vertellen*) in each form, to either audience."""

    __slots__ = ()

    @abstractmethod
    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The value as plain text (*als tekst*)."""

    @abstractmethod
    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The value as Markdown (*als Markdown*)."""

    @abstractmethod
    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The value as an HTML fragment (*HTML-fragment*)."""

    def __str__(self) -> str:
        return self.text(Language.EN)

    def _repr_markdown_(self) -> str:
        return self.markdown(Language.EN)

    def _repr_html_(self) -> str:
        return self.html(Language.EN)


class ToldAsTree(Told):
    """A value that is told as one tree (*boom*), whatever the form."""

    __slots__ = ()

    @abstractmethod
    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The tree (*boom*) that is told."""

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The tree indented (*als tekst*), with a mark for each verdict."""
        return as_text(self.node(language, audience))

    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The tree as a Markdown list (*lijst*)."""
        return as_markdown(self.node(language, audience), Language(language))

    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The tree as an HTML fragment (*HTML-fragment*)."""
        return as_html(self.node(language, audience), Language(language))


class ToldInParts(Told):
    """A value that is told as tables and trees (*in delen*), one below the other."""

    __slots__ = ()

    @abstractmethod
    def parts(
        self, language: Language | str, audience: Audience = Audience.FILE
    ) -> tuple[Table | Node, ...]:
        """The tables and trees (*delen*) that are told, in order."""

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The parts as plain text (*als tekst*)."""
        return "\n\n".join(
            as_text(each) if isinstance(each, Node) else table.as_text(each)
            for each in self.parts(language, audience)
        )

    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The parts in Markdown (*Markdown*)."""
        chosen = Language(language)
        return "\n\n".join(
            as_markdown(each, chosen) if isinstance(each, Node) else table.as_markdown(each)
            for each in self.parts(chosen, audience)
        )

    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The parts as an HTML fragment (*HTML-fragment*)."""
        chosen = Language(language)
        return "\n".join(
            as_html(each, chosen) if isinstance(each, Node) else table.as_html(each, chosen)
            for each in self.parts(chosen, audience)
        )
