"""Errors of documents (*documenten*): what cannot be read, with every problem in it."""

from __future__ import annotations

from attrs import define

from wselr_rules.errors.root import RulesError

__all__ = ["InvalidDocument", "Problem", "UnserializableType"]


@define(frozen=True)
class Problem:
    """One problem of a document (*probleem*): where it is, and what was expected there."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@define
class InvalidDocument(RulesError):
    """A document (*document*) that is not what it should be, with all its problems."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


@define
class UnserializableType(RulesError):
    """A type that has no document form (*geen documentvorm*)."""

    type_name: str

    def __str__(self) -> str:
        return f"{self.type_name} is no public value of this library and has no document form"
