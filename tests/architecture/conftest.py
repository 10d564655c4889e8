"""Where the package and its repository stand, and the modules as syntax trees."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "wselr_rules"


@frozen
class Module:
    """One file of the package."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def exported(self) -> list[str] | None:
        """What it lists in ``__all__``, None if it has none that is a plain list of words."""
        for node in self.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List() as value):
                    names: list[str] = ast.literal_eval(value)
                    return names
        return None

    @property
    def is_empty_package(self) -> bool:
        """Whether it is an ``__init__`` of a docstring alone, which offers nothing."""
        return self.path.name == "__init__.py" and len(self.tree.body) <= 1


@cache
def _modules() -> list[Module]:
    modules = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("wselr_rules", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts).removesuffix(".__init__")
        modules.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return modules


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``module`` once for each module of the package."""
    if "module" in metafunc.fixturenames:
        modules = _modules()
        metafunc.parametrize("module", modules, ids=[module.name for module in modules])


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def module_names() -> set[str]:
    """Return the dotted name of every file of the package."""
    return {module.name for module in _modules()}
