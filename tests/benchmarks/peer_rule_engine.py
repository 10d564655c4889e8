"""The six rules as one rule of rule-engine, over plain data."""

from __future__ import annotations

import rule_engine
from tests.benchmarks.plain_records import plain

MEMBERS = "[m for m in members if m.since <= on and on < m.until]"
RULE = f"""
(
  (
    form in partnerships
    and {MEMBERS}.length >= (form == 'welzijnsvereniging' ? 1 : minimum_members)
    and (
      $sum([m.inhabitants for m in members if m.since <= on and on < m.until])
        >= minimum_inhabitants
      or $any([m.centrumstad for m in members if m.since <= on and on < m.until])
    )
  )
  or (
    form == 'gemeente' and {MEMBERS}.length == 1
    and $any([m.centrumstad for m in members if m.since <= on and on < m.until])
  )
)
and (
  on < (
    (
      recognised <= baseline
      and not $any([(baseline < m.since and m.since <= on)
        or (baseline < m.until and m.until <= on) for m in members])
    ) ? existing_deadline : new_deadline
  )
  or $all([m.region == members[0].region for m in members if m.since <= on and on < m.until])
  or $any([d.since <= on and on < d.until for d in derogations])
)
and $all([m.claims == 1 for m in members if m.since <= on and on < m.until])
and $all([$any([cell in action.cells for action in actions]) for cell in cells])
and $any([channel in accepted for channel in channels])
"""


def contenders(records):
    """Return what asks this engine about every record, by name."""
    given = plain(records)
    matches = rule_engine.Rule(RULE).matches
    return {"rule-engine": lambda: [matches(each) for each in given]}
