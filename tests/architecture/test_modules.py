"""Every module is pure, small, documented and named for what it holds."""

from __future__ import annotations

import ast

#: Names that no expression of the package may call, whatever they are looked up on: the clock,
#: chance, the environment, files, the terminal, and code made on the way.
IMPURE = frozenset(
    {
        "__import__",
        "breakpoint",
        "compile",
        "eval",
        "exec",
        "fromtimestamp",
        "getenv",
        "globals",
        "input",
        "localtime",
        "now",
        "open",
        "print",
        "read_bytes",
        "read_text",
        "time",
        "time_ns",
        "today",
        "utcfromtimestamp",
        "utcnow",
        "write_bytes",
        "write_text",
    }
)

#: A method of ours that only shares its name with one of those: ``re.compile`` makes a pattern.
PURE_ON = {"compile": "re"}

#: A file name that says nothing of what the file holds.
EMPTY_NAMES = frozenset({"base", "common", "core", "helpers", "misc", "shared", "util", "utils"})

#: Lines that one module may have.
LONGEST = 300


def _order(name: str) -> tuple[int, str]:
    """Order names as the linter does: constants, then classes, then the rest."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return kind, name


def _calls(tree: ast.Module):
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield name, None, node.lineno
            case ast.Call(func=ast.Attribute(attr=name, value=ast.Name(id=owner))):
                yield name, owner, node.lineno
            case ast.Call(func=ast.Attribute(attr=name)):
                yield name, None, node.lineno


def _impure_calls(tree: ast.Module):
    return [
        f"line {line}: {name}"
        for name, owner, line in _calls(tree)
        if name in IMPURE and not (owner is not None and PURE_ON.get(name) == owner)
    ]


def test_nothing_asks_the_clock_or_the_world(module):
    """No module calls a clock, a file, the environment, the terminal or code made on the way."""
    assert _impure_calls(module.tree) == []


def test_the_search_for_impure_calls_finds_them():
    """A clock is found however it is reached, and a compiled pattern is not taken for code."""
    source = "date.today(); d.datetime.now(); open('x'); re.compile('x'); compile('x', '', 'exec')"
    found = [found.split()[-1] for found in _impure_calls(ast.parse(source))]
    assert sorted(found) == ["compile", "now", "open", "today"]


def test_no_module_hands_on_an_impure_function(module):
    """None is passed on uncalled either: no attribute of such a name is read at all."""
    clock = {"fromtimestamp", "getenv", "now", "today", "utcfromtimestamp", "utcnow", "environ"}
    read = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    assert read & clock == set()


def test_a_module_fits_in_one_reading(module):
    """No module is longer than 300 lines, the table of municipalities apart."""
    if module.name.endswith("_table"):
        return
    assert len(module.path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_a_module_says_what_it_knows(module):
    """Every module opens with a docstring."""
    assert ast.get_docstring(module.tree)


def test_a_module_lists_what_it_offers(module):
    """Every module has a sorted ``__all__`` without doubles; only an empty package has none."""
    if module.is_empty_package:
        return
    assert module.exported is not None
    assert module.exported == sorted(set(module.exported), key=_order)


def test_a_module_is_named_for_what_it_holds(module):
    """No module is called utils, helpers, common or base."""
    assert module.name.rpartition(".")[2].strip("_") not in EMPTY_NAMES


def test_a_package_computes_nothing(module):
    """An ``__init__`` holds its docstring, imports and ``__all__``, and nothing else."""
    if module.path.name != "__init__.py":
        return
    _docstring, *rest = module.tree.body
    others = [
        ast.unparse(node)
        for node in rest
        if not isinstance(node, ast.ImportFrom | ast.Import)
        and not (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
    ]
    assert others == []


def test_nothing_is_imported_by_star(module):
    """Every name that a module uses is named where it comes from."""
    stars = [
        node.module
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names)
    ]
    assert stars == []
