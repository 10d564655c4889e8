"""The documents that cases take apart (*documenten*), as JSON that is right as it stands."""

from __future__ import annotations

from typing import Final

__all__ = ["APPLICATION", "BENEFICIARY", "CALL", "PORTFOLIO"]

_MEMBERS: Final = """[
  {"municipality": {
     "nis_code": "90001", "name": "Town 1", "reference_region": "kempen",
     "is_centrumstad": false, "inhabitants": 40000, "working_age_population": 20000,
     "job_seekers": 1000, "territory": ["90001"], "provenance": {}},
   "since": "2020-01-01", "until": null, "provenance": null},
  {"municipality": {
     "nis_code": "90002", "name": "Town 2", "reference_region": "kempen",
     "is_centrumstad": false, "inhabitants": 40001, "working_age_population": 20001,
     "job_seekers": 1001, "territory": ["90002"], "provenance": {}},
   "since": "2020-01-02", "until": "2026-12-31", "provenance": null}]"""
_BODY: Final = f"""{{
 "id": "one", "name": "Regieverband one", "legal_form": "interlokale vereniging",
 "memberships": {_MEMBERS},
 "recognised_on": "2020-01-03",
 "derogations": [{{"since": "2026-01-01", "until": "2026-06-01"}}], "provenance": {{}}}}"""
_FIELDS: Final = f""""id": "first", "regieverband": {_BODY},
 "plan": {{"actions": [
  {{"id": "a1", "code": "WSE-LR1", "years": [2023, 2024], "title": "", "planned_by": null}},
  {{"id": "a2", "code": "ABB-1", "years": [2025], "title": "", "planned_by": "90001"}}]}},
 "channels": ["Platos"], "submitted_on": null, "provenance": {{}}}}"""

#: An application of a regieverband of two towns.
APPLICATION: Final = f"""{{"format": "wselr_rules/2", "type": "Application",
 {_FIELDS}"""

#: All applications that are known: that one.
PORTFOLIO: Final = f"""{{"format": "wselr_rules/2", "type": "Portfolio",
 "applications": [{{{_FIELDS}],
 "complete": true, "provenance": null}}"""

BENEFICIARY: Final = """{"format": "wselr_rules/2", "type": "Beneficiary",
 "id": "first", "working_age_population": 60000, "job_seekers": 3000}"""

#: The numbers and days of the text, without the readings that it leaves open being told apart.
CALL: Final = """{"format": "wselr_rules/2", "type": "OpenCall", "id": "wse-lr-2023-2025",
 "plan_years": [2023, 2024, 2025], "budget": "3000000.00",
 "keys": {"bevolking op beroepsactieve leeftijd": "2/5", "werkzoekenden": "1/5",
  "gelijke delen": "2/5"},
 "minimum_inhabitants": 60000, "minimum_actions": 1, "minimum_members": 2,
 "minimum_members_welfare": 1,
 "partnership_forms": ["dienstverlenende vereniging", "interlokale vereniging",
  "opdrachthoudende vereniging", "projectvereniging", "welzijnsvereniging"],
 "channels": ["Platos", "meerjarenplanning"],
 "order_date": "2022-04-29", "order_in_force": "2023-01-01",
 "new_fit_deadline": "2023-01-01", "existing_fit_deadline": "2026-01-01",
 "region_decree_in_force": "2023-03-19",
 "readings": {"existing": "before-order", "change": "event", "merger": "territory",
  "existing_deadline": "on-the-day", "new_deadline": "from-the-day",
  "region_map": "in-force", "double_claim": "neither", "minimum_members": "by-form",
  "centrumstad_partner": "bound", "budget_period": "each-year", "rounding": "on-totals",
  "zero_key": "error", "derogation": "counts-as-fit", "plan_holder": "application",
  "approval": "every-eligible"},
 "checked_on": "2026-11-23", "sources": {}}"""
