# %% [markdown]
# # The open call, to think with
#
# **No official outcome.** Twenty-one real applicants of the call for the *lokale regierol sociale
# economie en werk*, on public figures and on assumptions. Nobody was approved or refused by it.
#
# Public are the municipalities, their figures, the reference regions and the mergers, and what
# pages say of who is a member of what. Assumed is the rest, and wherever something rests on an
# assumption its id stands with it (A1, A2, ...).
#
# Change a number and run all cells again: that is what it is for. The library is values in, values
# out, and every value shows itself as the last line of a cell.

# %%
import sys
from datetime import date
from html import escape
from pathlib import Path

import altair as alt
import polars as pl
import vl_convert
from IPython.display import HTML
from tqdm import tqdm

from wselr_rules import (
    ELIGIBLE,
    INTERPRETATIONS,
    AddMembers,
    AllocationKey,
    ChangeKeys,
    Scenario,
    Verdict,
    remedies,
    scenarios,
    sensitivity,
    timelines,
)

# The data, and what makes values of them, stand in docs/examples of this repository.
above = (Path.cwd(), *Path.cwd().parents)
EXAMPLES = next(each / "docs/examples" for each in above if (each / "docs/examples").is_dir())
sys.path.insert(0, str(EXAMPLES))

from applicants import read_applicants, read_municipalities
from assumptions import (
    ALL_ASSUMED,
    ASSUMED_CHANNEL,
    ASSUMED_FORM,
    BENEFICIARIES,
    CALL,
    DAYS,
    MEMBERS_SINCE,
    PLAN_YEAR,
    RECOGNISED_ON,
    as_assumed,
    decide,
)
from what_ifs import KEYS, what_ifs

BEFORE, AFTER = DAYS
ASSUMED = f"assumed: {ALL_ASSUMED}"

# %% [markdown]
# ## The means, which rest on nothing assumed
#
# A table and a picture that say above themselves what they rest on. Pictures are drawn here,
# without a browser and without a network, and are as light or as dark as the page they stand on.


# %%
def table(frame, caption):
    """Show a frame below a caption; None is "not known", and numbers stand on the right."""

    def cell(value):
        if isinstance(value, int | float):
            written = f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"
            return f'<td style="text-align: right; white-space: nowrap">{written}</td>'
        text = "not known" if value is None else str(value)
        return f'<td style="text-align: left">{escape(text)}</td>'

    header = "".join(f'<th scope="col">{escape(name)}</th>' for name in frame.columns)
    rows = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in frame.iter_rows())
    return HTML(
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"
    )


def drawn(chart, title, *said, words):
    """Draw a chart below a title and what is said of it; ``words`` tell it to who does not see."""
    ink = {"labelColor": "currentColor", "titleColor": "currentColor"}
    lines = {"domainColor": "currentColor", "tickColor": "currentColor", "gridColor": "#88888855"}
    svg = vl_convert.vegalite_to_svg(
        chart.properties(title=alt.Title(title, subtitle=list(said), anchor="start", offset=12))
        .configure(background="transparent", font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(**ink, **lines, labelLimit=320)
        .configure_title(color="currentColor", subtitleColor="currentColor", fontSize=15)
        .configure_legend(**ink, orient="top")
        .configure_header(**ink)
        .to_dict()
    )
    told = escape(f"{title}; {'; '.join(said)}. {'; '.join(words)}")
    style = "width: 100%; min-width: 38rem; max-width: 58rem; height: auto"
    picture = svg.replace("<svg ", f'<svg role="img" aria-label="{told}" style="{style}" ', 1)
    return HTML(f'<div style="overflow-x: auto">{picture}</div>')


#: Apart for most who do not see all colours; marks and words beside them say it too.
BLUE, ORANGE, GREEN, RED, GREY = "#4a90d0", "#e08a1e", "#2aa583", "#d0604f", "#9a9a9a"
FAINT, INK = "#88888844", "#101010"
MARKS = {Verdict.MET: "✓ met", Verdict.NOT_MET: "✗ not met", Verdict.UNKNOWN: "? undecided"}
APART = alt.Scale(paddingInner=0.08)
OF_VERDICTS = alt.Scale(domain=list(MARKS.values()), range=[BLUE, ORANGE, GREY])

# %% [markdown]
# ## What is assumed
#
# The list of who applied was not found, and plans, channels and recognitions are not public.

# %%
assumptions = pl.DataFrame(
    [
        ("A1", f"each applied, with the members that pages name, all since {MEMBERS_SINCE}"),
        ("A2", f"where no page states a legal form: {ASSUMED_FORM.value}, an accepted one"),
        ("A3", f"each was recognised on {RECOGNISED_ON}, so before the baseline"),
        ("A4", f"each plan has an action for every priority in {CALL.plan_years}"),
        ("A5", f"each came through {ASSUMED_CHANNEL.value}"),
        ("A6", "no deviation from the region rule was granted"),
        ("A7", f"these are the whole call, which has {BENEFICIARIES} beneficiaries and is not so"),
    ],
    schema=["id", "assumed"],
    orient="row",
)
table(assumptions, ASSUMED)

# %% [markdown]
# ## The figures, which are public
#
# All on the territory of the municipalities since 1 January 2025. Inhabitants and the population of
# 15 to 64 are of Statbel, job seekers the average of 2024 by VDAB. Which age band and which job
# seekers the text means it does not say: these are a choice of the example.

# %%
figures = pl.read_csv(EXAMPLES / "data" / "figures.csv", schema_overrides={"nis_code": pl.String})
POPULATION, SEEKERS = pl.col("population_15_64_2025_01_01"), pl.col("job_seekers_average_2024")
table(
    figures.select(
        pl.len().alias("municipalities"),
        pl.col("inhabitants_2025_01_01").sum().alias("inhabitants"),
        POPULATION.sum().alias("of 15 to 64"),
        SEEKERS.sum().alias("job seekers"),
        SEEKERS.null_count().alias("municipalities whose job seekers are not known"),
    ),
    "public: Statbel, and VDAB by way of Provincies in Cijfers",
)

# %%
municipalities = read_municipalities(EXAMPLES / "data" / "figures.csv")
municipalities["41002"]

# %% [markdown]
# ## The applicants, whose members and plans are assumed
#
# How sure it is that pages tie them to the role with these members is *high*, *medium* or *low*.
# What is not *high* is doubtful, and stands behind the name from here on. Read the note before you
# rely on a row.

# %%
applicants = {each.id: each for each in read_applicants(EXAMPLES / "data" / "applicants.json")}
portfolio = as_assumed(applicants.values(), municipalities)
NAMES = {
    each.id: each.name if each.confidence == "high" else f"{each.name} ({each.confidence})"
    for each in applicants.values()
}


def form_of(applicant):
    """Write the legal form, and that it is assumed where no page states it."""
    if applicant.legal_form is None:
        return f"{ASSUMED_FORM.value} (assumed: A2)"
    return applicant.legal_form.value


table(
    pl.DataFrame(
        {
            "id": each.id,
            "applicant": each.name,
            "confidence": each.confidence,
            "legal form": form_of(each),
            "members": len(portfolio[each.id].regieverband.members_on(BEFORE)),
            "note": each.note,
        }
        for each in applicants.values()
    ),
    "public, but for the members, who are assumed to be those of the pages (A1)",
)

# %% [markdown]
# One of them as the library has it (assumed: A1 to A7). `None` is "not known", never "no".

# %%
portfolio["vlaamse-ardennen"].regieverband

# %% [markdown]
# ## The decisions, with their grounds (assumed: A1 to A7)
#
# On the last day before an existing regieverband must fit in one reference region, and on the
# first.

# %%
case = decide(portfolio)
before, after = case.assessments
before

# %%
table(
    pl.DataFrame(
        {
            "applicant": NAMES[id],
            str(BEFORE): MARKS[before[id].verdict],
            str(AFTER): MARKS[after[id].verdict],
            "refused on the second day for": ", ".join(
                dict.fromkeys(ground.criterion for ground in after[id].refusals)
            ),
        }
        for id in applicants
    ),
    ASSUMED,
)

# %% [markdown]
# One decision in full, with the sentence of the text and the reading behind each ground.

# %%
after["vlaamse-ardennen"]

# %% [markdown]
# ## Since when and until when (assumed: A1 to A7)
#
# A timeline of one application draws itself, bar by bar.

# %%
courses = timelines(portfolio, call=CALL, start=date(2023, 1, 1), end=date(2027, 1, 1))
course_of = {each.application_id: each for each in courses}
course_of["vlaamse-ardennen"]

# %% [markdown]
# And all of them in one picture.

# %%
stretches = pl.DataFrame(
    [
        {
            "applicant": NAMES[course.application_id],
            "since": stretch.since,
            "until": stretch.until,
            "middle": stretch.since + (stretch.until - stretch.since) / 2,
            "verdict": MARKS[stretch.verdict],
            "mark": MARKS[stretch.verdict][0],
        }
        for course in courses
        for stretch in course
    ]
)
lanes = alt.Chart(stretches, width=480).encode(y=alt.Y("applicant:N", title=None))
drawn(
    lanes.mark_bar(height={"band": 0.8}).encode(
        x=alt.X("since:T", title=None, axis=alt.Axis(format="%Y", tickCount="year")),
        x2="until:T",
        color=alt.Color("verdict:N", title=None, scale=OF_VERDICTS),
    )
    + lanes.mark_text(color=INK).encode(x="middle:T", text="mark:N"),
    "Eligible from when to when",
    ASSUMED,
    words=(
        f"{row['applicant']} {row['since']} until {row['until']}: {row['verdict']}"
        for row in stretches.to_dicts()
    ),
)

# %% [markdown]
# ## Who gets how much (assumed: A1 to A7)
#
# The budget is divided by three keys, each with a part of its own. Whoever is approved and not
# among these makes every amount here too high: with all beneficiaries that the call has, the equal
# part of each would be less than half of this.

# %%
allocation = before.allocation
allocation

# %%
KEY_WORDS = {
    AllocationKey.WORKING_AGE_POPULATION: "population of working age",
    AllocationKey.JOB_SEEKERS: "job seekers",
    AllocationKey.EQUAL_PARTS: "equal parts",
}
components = pl.DataFrame(
    [
        {
            "applicant": NAMES[grant.beneficiary_id],
            "key": words,
            "place": place,
            "euros": float(grant.components[key]),
            "amount": float(grant.amount),
        }
        for grant in allocation
        for place, (key, words) in enumerate(KEY_WORDS.items())
    ]
)
largest_first = sorted(allocation, key=lambda grant: -grant.amount)
by_amount = alt.Y(
    "applicant:N", title=None, sort=[NAMES[grant.beneficiary_id] for grant in largest_first]
)
stacked = (
    alt.Chart(components, width=480)
    .mark_bar()
    .encode(
        y=by_amount,
        x=alt.X("euros:Q", title="euros", axis=alt.Axis(format=",.0f")),
        color=alt.Color(
            "key:N",
            title=None,
            scale=alt.Scale(domain=list(KEY_WORDS.values()), range=[BLUE, ORANGE, GREEN]),
        ),
        order="place:O",
    )
)
totals = (
    alt.Chart(components.unique("applicant"))
    .mark_text(align="left", dx=4, color="currentColor")
    .encode(y=by_amount, x="amount:Q", text=alt.Text("amount:Q", format=",.0f"))
)
drawn(
    stacked + totals,
    f"The amounts of plan year {PLAN_YEAR}, by key",
    f"as assessed on {BEFORE}",
    ASSUMED,
    words=(f"{NAMES[grant.beneficiary_id]}: {grant.amount} euros" for grant in allocation),
)

# %% [markdown]
# Every cent can be checked by other arithmetic than it was divided by.

# %%
allocation.verify()

# %% [markdown]
# Or by your own: the same shares, reckoned by polars from the file, are never a cent away.

# %%
members = pl.DataFrame(
    [
        {"id": each, "nis_code": member.nis_code}
        for each in before.eligible
        for member in portfolio[each].regieverband.members_on(BEFORE)
    ]
)
working_age, job_seekers, equal_parts = (float(CALL.keys[key]) for key in AllocationKey)
by_polars = (
    members.join(figures, on="nis_code")
    .group_by("id")
    .agg(POPULATION.sum(), SEEKERS.sum())
    .select(
        "id",
        euros=float(CALL.budget_for(PLAN_YEAR))
        * (
            working_age * POPULATION / POPULATION.sum()
            + job_seekers * SEEKERS / SEEKERS.sum()
            + equal_parts / pl.len()
        ),
    )
)
worst = max(abs(euros - float(allocation[id].amount)) for id, euros in by_polars.iter_rows())
f"the largest difference is {worst:.4f} euros ({ASSUMED})"

# %% [markdown]
# ## Who wins and loses under other keys (assumed: A1 to A7, and the keys)
#
# The keys of the call against three others. Nobody proposed these: they are assumed, to see what
# hangs on the keys.


# %%
def keys_in_words(keys):
    """Write keys as parts of a hundred, in the order of the terms."""
    return " / ".join(f"{float(keys[key]) * 100:.0f}" for key in AllocationKey)


as_known = Scenario("as known", call=CALL, portfolio=portfolio)
other_keys = {
    keys_in_words(keys): Scenario(
        keys_in_words(keys), call=CALL, portfolio=portfolio, changes=[ChangeKeys(keys)]
    )
    for keys in (dict(zip(AllocationKey, each, strict=True)) for each in KEYS)
}
compared = {
    words: scenarios.compare(as_known, other, on=BEFORE, year=PLAN_YEAR)
    for words, other in other_keys.items()
}
next(iter(compared.values()))

# %%
gains = pl.DataFrame(
    [
        {
            "applicant": NAMES[each.application_id],
            "keys": words,
            "euros": each.cents / 100,
            "who": "wins" if each.cents > 0 else "loses",
        }
        for words, comparison in compared.items()
        for each in comparison
        if each.cents
    ]
)
drawn(
    alt.Chart(gains, width=170)
    .mark_bar()
    .encode(
        y=alt.Y("applicant:N", title=None),
        x=alt.X("euros:Q", title="euros more or less", axis=alt.Axis(format="~s")),
        color=alt.Color(
            "who:N", title=None, scale=alt.Scale(domain=["wins", "loses"], range=[BLUE, ORANGE])
        ),
    )
    .facet(column=alt.Column("keys:N", title=None, sort=list(compared))),
    "What each would get more or less than now",
    f"working age / job seekers / equal parts, in percent; now {keys_in_words(CALL.keys)}",
    f"{ASSUMED}, and the keys",
    words=(
        f"under {row['keys']} {row['applicant']} {row['who']} {abs(row['euros']):.2f} euros"
        for row in gains.to_dicts()
    ),
)

# %% [markdown]
# ## The readings that matter (assumed: A1 to A7)
#
# The text leaves fifteen questions open. Of each: does another answer change who is eligible, or
# what anybody gets? No reading is the law until somebody with the authority decides.

# %%
turns_on = sensitivity(portfolio, on=BEFORE, year=PLAN_YEAR, call=CALL)


def effect_of(effect):
    """Say how many verdicts and amounts another reading changes, and the largest change."""
    shifts = [(each.before, each.after) for each in effect.shifts]
    paid = [(one.amount, other.amount) for one, other in shifts if one.amount and other.amount]
    moved = [abs(float(other - one)) for one, other in paid]
    return {
        "another reading": effect.choice.cell("en"),
        "verdicts that turn": sum(one.verdict is not other.verdict for one, other in shifts),
        "amounts that move": len(moved),
        "by euros at most": max(moved, default=0.0),
    }


heard = {effect.choice.interpretation_id for effect in turns_on.effects}
silent = [each.id for each in INTERPRETATIONS if each.id not in heard | {*turns_on.left_out}]
table(
    pl.DataFrame(map(effect_of, turns_on.effects)),
    f"{ASSUMED}; by another reading of {', '.join(silent)} alone nothing changes; "
    f"not tried: {', '.join(turns_on.left_out) or 'none'}",
)

# %% [markdown]
# `turns_on` itself tells all of it, amount by amount, and what several readings do together. Of one
# application:

# %%
turns_on["vlaamse-ardennen"]

# %% [markdown]
# ## What if a neighbour joins, or a member leaves (assumed: A1 to A7, and the change)
#
# The data hold no borders and no coordinates, so there is no map here. What is known is in which
# **reference region** a municipality lies. So a *neighbour* below is a municipality of the same
# reference region, and a tile has no place: tiles stand in order of NIS code.

# %%
claims = {}
for each in portfolio:
    for member in each.regieverband.members_on(AFTER):
        claims.setdefault(member.nis_code, []).append(each.id)


def state_of(code):
    """Say by whom a municipality is claimed."""
    ids = claims.get(code, [])
    if len(ids) > 1:
        return "of two applicants"
    if not ids:
        return "of none of these"
    return (
        "of one that is eligible" if after[ids[0]].verdict is Verdict.MET else "of one that is not"
    )


STATES = {
    "of one that is eligible": ("✓", BLUE),
    "of one that is not": ("✗", ORANGE),
    "of two applicants": ("2", RED),
    "of none of these": ("", FAINT),
}
tiles = pl.DataFrame(
    [
        {
            "region": each.region_on(AFTER).label,
            "code": each.nis_code,
            "state": state_of(each.nis_code),
            "mark": STATES[state_of(each.nis_code)][0],
        }
        for each in municipalities.values()
    ]
).with_columns(pl.col("code").rank("ordinal").over("region").alias("place"))
row_of_tiles = alt.Chart(tiles, width=600, height=alt.Step(24)).encode(
    x=alt.X("place:O", axis=None, scale=APART), y=alt.Y("region:N", title=None, scale=APART)
)
drawn(
    row_of_tiles.mark_rect().encode(
        color=alt.Color(
            "state:N",
            title="a member",
            scale=alt.Scale(domain=list(STATES), range=[colour for _, colour in STATES.values()]),
        )
    )
    + row_of_tiles.mark_text(color=INK).encode(text="mark:N"),
    "The municipalities by reference region: no map, a tile each, in order of NIS code",
    f"on {AFTER}; ✓ of an eligible applicant, ✗ of another, 2 of two, empty of none",
    ASSUMED,
    words=(
        f"{count} {state}" for state, count in tiles["state"].value_counts(sort=True).iter_rows()
    ),
)

# %% [markdown]
# Every single change: each member leaves, and each municipality of the same region joins, one at a
# time, for each applicant that is no city alone. This is where one waits.

# %%
these = what_ifs(CALL, portfolio, municipalities, AFTER)
singles = [
    Scenario(str(place), call=CALL, portfolio=portfolio, changes=[change])
    for place, change in enumerate(these.changes[: these.of_members])
]
swept = scenarios.sweep([as_known, *singles], on=AFTER, year=PLAN_YEAR)
now, *outcomes = tqdm(swept, total=1 + len(singles), desc="what if", file=sys.stdout, ncols=80)


def euros_more(outcome, id):
    """Say what one gets more or less; None where a count is not known, so that nothing is."""
    if outcome.cents is None:
        return None
    return (outcome.cents.get(id, 0) - now.cents.get(id, 0)) / 100


def row_of(change, outcome):
    """Say who joins or leaves whom, and what comes of it."""
    id, inner = change.application_id, change.change
    joins = isinstance(inner, AddMembers)
    municipality = inner.municipalities[0] if joins else inner.municipality
    return {
        "id": id,
        "what": "joins" if joins else "leaves",
        "municipality": municipality.name,
        "code": municipality.nis_code,
        "region": municipality.region_on(AFTER).label,
        "now": MARKS[now.verdicts[id]],
        "then": MARKS[outcome.verdicts[id]],
        "euros more": euros_more(outcome, id),
        "others that turn": sum(
            outcome.verdicts[each] is not now.verdicts[each] for each in applicants if each != id
        ),
    }


tried = these.changes[: these.of_members]
changes = pl.DataFrame(map(row_of, tried, outcomes))
turns = pl.col("now") != pl.col("then")
table(
    changes.group_by("id", "what", maintain_order=True).agg(
        pl.len().alias("tried"),
        turns.sum().alias("turn its verdict"),
        (pl.col("others that turn") > 0).sum().alias("turn that of others"),
        pl.col("euros more").min().alias("least euros more"),
        pl.col("euros more").max().alias("most euros more"),
        pl.col("euros more").null_count().alias("not known how much"),
    ),
    f"{ASSUMED}, and each change",
)

# %% [markdown]
# The changes that make one eligible which is not:

# %%
table(
    changes.filter(turns & pl.col("then").str.starts_with("✓")).select(
        "id", "what", "municipality", "now", "then", "euros more", "others that turn"
    ),
    f"{ASSUMED}, and each change",
)

# %% [markdown]
# One applicant and its neighbours. Name another one and run the cell again. Where there is no
# amount, it stays the same.

# %%
COLUMNS = 5


def in_short(euros):
    """Write what one gets more or less in whole euros, and nothing where it is the same."""
    return "not known" if euros is None else f"{euros:+,.0f}" if euros else ""


def around(chosen):
    """Draw what each single change of members makes of one applicant, a tile each."""
    changes_of = changes.filter(pl.col("id") == chosen).sort("what", "region", "code")
    found = (
        changes_of.with_columns(
            pl.format(
                "{}: {}",
                "region",
                pl.col("what").replace({"joins": "a neighbour joins", "leaves": "a member leaves"}),
            ).alias("row"),
            pl.format("{} {}", pl.col("then").str.head(1), "municipality").alias("words"),
            pl.Series("euros", map(in_short, changes_of["euros more"])),
        )
        .with_columns(pl.int_range(pl.len()).over("row").alias("nth"))
        .with_columns(column=pl.col("nth") % COLUMNS, line=pl.col("nth") // COLUMNS)
    )
    columns = alt.Scale(domain=list(range(COLUMNS)), paddingInner=0.02)
    tile = alt.Chart(found, width=700, height=alt.Step(38)).encode(
        x=alt.X("column:O", axis=None, scale=columns),
        y=alt.Y("line:O", axis=None, scale=APART),
    )
    layers = (
        tile.mark_rect().encode(color=alt.Color("then:N", title=None, scale=OF_VERDICTS))
        + tile.mark_text(color=INK, dy=-7, limit=134).encode(text="words:N")
        + tile.mark_text(color=INK, dy=9).encode(text="euros:N")
    )
    header = alt.Header(orient="top", labelAnchor="start")
    return drawn(
        layers.facet(row=alt.Row("row:N", title=None, header=header), spacing=8).resolve_scale(
            y="independent"
        ),
        f"{NAMES[chosen]}, one change at a time: no map, tiles in order of NIS code",
        f"what it would be on {AFTER}, and how many euros more or less; "
        f"now {MARKS[now.verdicts[chosen]]}",
        f"{ASSUMED}, and each change",
        words=(f"{row['municipality']} {row['what']}: {row['then']}" for row in found.to_dicts()),
    )


around("vlaamse-ardennen")

# %% [markdown]
# Where a neighbour is a member elsewhere already, its joining makes both ineligible, for neither
# keeps a territory that is claimed twice (I07).

# %%
around("meetjesland")

# %% [markdown]
# What the library itself would propose, each assessed again before it is named:

# %%
remedies(
    ELIGIBLE,
    portfolio["vlaamse-ardennen"],
    on=AFTER,
    call=CALL,
    portfolio=portfolio,
    candidates=municipalities.values(),
)
