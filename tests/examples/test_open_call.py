"""The main job, run as a reader runs it: what it says, and that it says it everywhere alike."""

from __future__ import annotations

import json
import re

import pytest
from tests.examples.running import EXAMPLES, run

DATA = EXAMPLES / "data"
APPLICANTS = json.loads((DATA / "applicants.json").read_text(encoding="utf-8"))
NAMES = {each["id"]: each["name"] for each in APPLICANTS}


@pytest.fixture(scope="module")
def output():
    """Return what the example prints, without spaces at the ends of lines."""
    return "\n".join(line.rstrip() for line in run("open_call.py").splitlines())


def part(output, start, end):
    """Return what stands between two headings, which are there once each."""
    assert output.count(start) == 1
    return output.partition(start)[2].partition(end)[0]


def flat(text):
    """Return a text with every break of a line undone."""
    return " ".join(text.split())


def last_column(section, heading):
    """Return what stands below the heading of the last column of a table, as one text."""
    lines = section.splitlines()
    top = next(number for number, line in enumerate(lines) if heading in line)
    place = lines[top].index(heading)
    rest = lines[top:]
    return flat(" ".join(line[place:] for line in rest[: [*rest, ""].index("")]))


def row_of(decisions, applicant_id):
    """Return the line of the table of decisions on which the row of an applicant begins."""
    until = decisions.partition(f"({applicant_id})")[0]
    return [line for line in until.splitlines() if re.search("[✓✗?] ", line)][-1]


@pytest.fixture(scope="module")
def decisions(output):
    """Return the table of all decisions."""
    return part(output, "Every decision, with all grounds of each refusal", "Claimed twice")


def test_it_says_first_that_it_is_no_official_outcome(output):
    """The first line says that this is no official outcome."""
    assert output.splitlines()[0] == "NO OFFICIAL OUTCOME."


def test_it_says_early_which_figures_of_which_day_it_uses(output):
    """Before any decision, figures, dates and sources are named, and that the text names none."""
    preface = flat(output.partition("1. The decisions")[0])
    assert "on 1 January 2025 Statbel" in preface
    assert "15 to 64" in preface
    assert "yearly" in preface
    assert "of 2024" in preface
    assert "VDAB" in preface
    assert "names neither an age band nor a source" in preface
    assert "no day on which inhabitants are counted" in preface


def test_it_fits_a_page():
    """No line is longer than 100 columns, however narrow the terminal is said to be."""
    for columns in ("40", "300"):
        assert max(map(len, run("open_call.py", COLUMNS=columns).splitlines())) <= 100


@pytest.mark.parametrize("applicant", APPLICANTS, ids=lambda each: each["id"])
def test_every_applicant_is_named_with_its_confidence(decisions, applicant):
    """Each of the 21 stands in the table of decisions, with how sure its source is."""
    row = row_of(decisions, applicant["id"])
    assert applicant["confidence"] in row
    assert row.startswith(applicant["name"][:12])


def test_little_is_decided_by_what_is_public(output):
    """On public facts nobody is eligible, six are not, and the rest waits for named facts."""
    public = part(output, "1a. With only what is public", "1b. What is assumed")
    assert "✓" not in public
    refused = re.findall(r"^  - (.+?) \(confidence", public, flags=re.MULTILINE)
    twice = ["w13", "midwest", "haspengouw", "zuid-oost-limburg", "igo", "leuven"]
    assert refused == [NAMES[each] for each in twice]
    assert "none are eligible and 15 undecided" in flat(public)
    assert "whether there are other applications than the known ones" in flat(public)


def eligible_on(decisions, applicant_id):
    """Return the marks of an applicant on both days."""
    return "".join(re.findall("[✓✗?]", row_of(decisions, applicant_id)))


@pytest.mark.parametrize("applicant", NAMES)
def test_who_is_eligible_on_which_day(decisions, applicant):
    """Whose territory is claimed twice is not eligible; Vlaamse Ardennen is not from 2026 on."""
    twice = {"w13", "midwest", "leuven", "igo", "haspengouw", "zuid-oost-limburg"}
    expected = "✗✗" if applicant in twice else "✓✗" if applicant == "vlaamse-ardennen" else "✓✓"
    assert eligible_on(decisions, applicant) == expected


@pytest.mark.parametrize(
    ("ground", "times"),
    [
        ("both days: Wielsbeke also in DVV Midwest;", 1),
        ("both days: Wielsbeke also in W13;", 1),
        ("both days: Leuven also in Stad Leuven;", 1),
        ("both days: Leuven also in IGO;", 1),
        ("both days: Tongeren-Borgloon also in Wijk-werken Haspengouw;", 1),
        ("both days: Tongeren-Borgloon also in Zuid-Oost Limburg;", 1),
        ("1 Jan 2026: the territory lies in Zuid-West-Vlaanderen and Midwest", 1),
        ("1 Jan 2026: the territory lies in Denderregio and Vlaamse Ardennen", 1),
        ("both days: ", 6),
        ("1 Jan 2026: ", 2),
    ],
)
def test_every_ground_of_refusal_is_told(decisions, ground, times):
    """Three double claims on both days, two territories across regions on the second, no more."""
    assert last_column(decisions, "Legal form").count(ground) == times


def test_a_change_of_standing_by_the_mergers_is_shown(output):
    """Four have changed by a merger with a former non-member, two kept their territory."""
    mergers = part(output, "What the mergers of 1 January 2025 did", "A merger among members")
    rows = re.findall(r"^(\w.+?)  .+ (existing|changed|new)$", mergers, re.MULTILINE)
    assert dict(rows) == {
        "DVV Midwest": "existing",
        "Interwaas": "existing",
        "Welzijnsband Meetjesland": "changed",
        "Wijk-werken Haspengouw": "changed",
        "Zuid-Oost Limburg": "changed",
        "Stad Antwerpen": "changed",
    }


def test_one_decision_is_also_in_dutch(output):
    """A decision stands in Dutch too, with numbers as Dutch writes them."""
    dutch = part(output, "The same decision in Dutch", "2. Three corrections")
    assert "333.913 inwoners, minstens 60.000 vereist" in dutch
    assert "(aangenomen: A1" in dutch


def test_what_the_corrections_change(output):
    """Each makes both claimants eligible; with all three, only Vlaamse Ardennen is refused."""
    corrections = part(output, "2. Three corrections", "3. EUR")
    for correction, names in {
        "C1 (assumed): Wielsbeke leaves W13": {"W13", "DVV Midwest"},
        "C2 (assumed): Leuven leaves IGO": {"IGO", "Stad Leuven"},
        "C3 (assumed): Tongeren-Borgloon leaves": {"Wijk-werken", "Zuid-Oost Limburg"},
    }.items():
        table = part(corrections, correction, "\n\n")
        turned = [line for line in table.splitlines() if "✗ not eligible  ✓ eligible" in line]
        assert {line.partition("  ")[0] for line in turned} == names
    together = flat(part(corrections, "All three together", "If instead"))
    assert "On 31 December 2025: 21 of 21 eligible" in together
    assert "On 1 January 2026: 20 of 21 eligible" in together
    assert "✗ not eligible: Vlaamse Ardennen" in together


@pytest.mark.parametrize(
    ("start", "end", "beneficiaries"), [("3a. ", "3b. ", 15), ("3b. ", "3c. ", 21)]
)
def test_the_budget_is_divided_to_the_cent(output, start, end, beneficiaries):
    """Columns add up to the pots, amounts to EUR 3,000,000.00, and the certificate holds."""
    division = part(output, start, end)
    amount = re.compile(r"\d[\d,]*\.\d\d")
    lines = [amount.findall(line) for line in division.splitlines()]
    cents = [[int(re.sub(r"\D", "", each)) for each in line] for line in lines if len(line) == 4]
    *grants, totals = cents
    assert len(grants) == beneficiaries
    assert totals == [120_000_000, 60_000_000, 120_000_000, 300_000_000]
    assert [sum(each) for each in zip(*grants, strict=True)] == totals
    assert all(sum(parts) == whole for *parts, whole in grants)
    assert "holds: all of its 9 checks are met" in flat(division)


def test_merged_ground_is_told_beside_the_amount(output):
    """Where a merger brought in a former non-member, its name stands on the row of the amount."""
    before, after = part(output, "3a. ", "3b. "), part(output, "3b. ", "3c. ")
    beside = re.compile(r"^(\S+) .*\.\d\d  (\w+)$", re.MULTILINE)
    told = {("Stad", "Borsbeek"), ("Welzijnsband", "Lochristi")}
    assert set(beside.findall(before)) == told
    assert set(beside.findall(after)) == told | {
        ("Wijk-werken", "Hasselt"),
        ("Zuid-Oost", "Hoeselt"),
    }
    assert re.search(r"Hoeselt\n +Borgloon\n", after)
    assert "so all of Hasselt is counted" in flat(after)


def test_an_unknown_count_is_named(output):
    """The job seekers of Herstappe are not known, and that is said, not replaced by a number."""
    assert "Not known: the job seekers of Herstappe (73028)." in flat(output)


def test_every_assumption_is_named_before_it_is_used(output):
    """Seven assumptions and three corrections stand in lists of their own, each labelled."""
    named = part(output, "1b. What is assumed", "What the mergers")
    assert re.findall(r"^  (A\d) assumed: ", named, flags=re.MULTILINE) == [
        f"A{number}" for number in range(1, 8)
    ]
    assert re.findall(r"^(C\d) \(assumed\): ", output, flags=re.MULTILINE) == ["C1", "C2", "C3"]


def test_an_assumed_legal_form_is_labelled(decisions):
    """A legal form that no page states is labelled, and no other one is."""
    text = last_column(decisions, "Legal form")
    unknown = sum(each["legal_form"] is None for each in APPLICANTS)
    assert text.count("interlokale vereniging (assumed: A2)") == unknown
    stated = sum(each["legal_form"] == "interlokale vereniging" for each in APPLICANTS)
    assert text.count("interlokale vereniging") == unknown + stated


def unlabelled(text):
    """Return what is cited by findings that do not say that they rest on an assumption."""
    cited = r"\[(S\d\d[^\]]*)\](?! \((?:assumed|aangenomen): A\d)"
    return re.findall(cited, flat(re.sub("[│├└─]", " ", text)))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Decided already", "The missing facts"),
        ("A second look", "One decision in full"),
        ("All three together", "If instead"),
    ],
)
def test_a_finding_in_a_list_says_what_it_rests_on(output, start, end):
    """Every finding in a list names the assumptions that it rests on."""
    section = part(output, start, end)
    assert "[S" in section
    assert unlabelled(section) == []


def test_a_ground_of_refusal_says_what_it_rests_on(decisions):
    """Every ground in the table of decisions names the assumptions that it rests on."""
    assert unlabelled(last_column(decisions, "Legal form")) == []


@pytest.mark.parametrize("correction", ["C1", "C2", "C3"])
def test_what_a_correction_changed_says_what_it_rests_on(output, correction):
    """Every finding that a correction turned names that correction, as it is assumed too."""
    section = part(output, f"{correction} (assumed): ", "\n\n")
    text = last_column(section, "Why")
    assert unlabelled(text) == []
    assert text.count("[S") == len(re.findall(rf"\(assumed: [^)]*{correction}\)", text))


def test_a_decision_in_full_says_what_it_rests_on(output):
    """Only what rests on the published legal form alone is not labelled, in either language."""
    in_full = part(output, "One decision in full", "2. Three corrections")
    assert unlabelled(in_full) == ["S09, S10", "S10, S11"] * 2


@pytest.mark.parametrize(
    "heading",
    [
        "What the mergers of 1 January 2025 did",
        "Every decision, with all grounds",
        "Claimed twice",
        "All three together",
        "If instead they never were members",
        "3a. Before the corrections",
        "3b. After the corrections",
        "3c. What the corrections",
    ],
)
def test_a_table_that_rests_on_assumptions_says_so_above_it(output, heading):
    """The heading of every table and list that rests on assumptions says that they are assumed."""
    (line,) = (line for line in output.splitlines() if line.startswith(heading))
    assert "assumed" in line


def test_it_prints_the_same_whatever_the_hash_seed_and_the_surroundings(output):
    """Neither the hash seed, nor CI, nor a locale changes a letter."""
    other = run("open_call.py", hash_seed="4711", CI="true", NO_COLOR="1", LC_ALL="C", COLUMNS="80")
    assert "\n".join(line.rstrip() for line in other.splitlines()) == output
