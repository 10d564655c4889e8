"""What is replaced in the documents (*vervangingen*), and where the problem is then.

A row is a name, the text that is replaced, what by, and the path of the one problem; no path
where it is still a document.
"""

from __future__ import annotations

from typing import Final, TypeAlias

__all__ = [
    "CHANNELS",
    "COUNTS",
    "DAYS",
    "GROUND",
    "MONEY",
    "NUMBERS",
    "OF_FORM",
    "PLAN",
    "PORTFOLIO_ROWS",
    "WHO",
    "Row",
]

Row: TypeAlias = tuple[str, str, str, str]
_BODY: Final = "$.regieverband"
_FIRST: Final = "$.regieverband.memberships[0]"
_SECOND: Final = "$.regieverband.memberships[1]"
_TOWN: Final = f"{_FIRST}.municipality"
_PEOPLE: Final = f"{_TOWN}.inhabitants"

OF_FORM: Final[tuple[Row, ...]] = (
    ("an id that is a number", '"id": "first"', '"id": 1', "$.id"),
    ("an id that is null", '"id": "first"', '"id": null', "$.id"),
    ("an id of blanks", '"id": "first"', '"id": "  "', "$.id"),
    ("an id with an accent", '"id": "first"', '"id": "\u00e9\u00e9n"', ""),
    ("a key too few", '"id": "first", ', "", "$.id"),
    ("a key too many", '"id": "first"', '"id": "first", "colour": "red"', "$.colour"),
    ("a key of the language", '"id": "first"', '"id": "first", "__proto__": {}', "$.__proto__"),
    ("a key twice", '"id": "first"', '"id": "first", "id": "first"', "$.id"),
    ("a name with NUL", '"Town 1"', '"Town\\u00001"', f"{_TOWN}.name"),
    ("a name of half a pair", '"Town 1"', '"Town\\ud83d"', f"{_TOWN}.name"),
    ("a name of a whole pair", '"Town 1"', '"Town\\ud83d\\ude00"', ""),
    ("a list that is an object", '"channels": ["Platos"]', '"channels": {}', "$.channels"),
    ("an object that is a list", '"provenance": {}', '"provenance": []', f"{_TOWN}.provenance"),
)
NUMBERS: Final[tuple[Row, ...]] = (
    ("a count as text", '"inhabitants": 40000', '"inhabitants": "40000"', _PEOPLE),
    ("a count as true", '"inhabitants": 40000', '"inhabitants": true', _PEOPLE),
    ("a count with a point", '"inhabitants": 40000', '"inhabitants": 40000.0', _PEOPLE),
    ("a count with a half", '"inhabitants": 40000', '"inhabitants": 40000.5', _PEOPLE),
    ("a count with an exponent", '"inhabitants": 40000', '"inhabitants": 4e4', _PEOPLE),
    ("a count that is NaN", '"inhabitants": 40000', '"inhabitants": NaN', _PEOPLE),
    ("a count without end", '"inhabitants": 40000', '"inhabitants": Infinity', _PEOPLE),
    ("a count below zero", '"inhabitants": 40000', '"inhabitants": -1', _PEOPLE),
    ("a count not known", '"inhabitants": 40000', '"inhabitants": null', ""),
    (
        "a part above the whole",
        '"job_seekers": 1000',
        '"job_seekers": 40001',
        f"{_TOWN}.job_seekers",
    ),
    ("a part as large as the whole", '"job_seekers": 1000', '"job_seekers": 40000', ""),
)
DAYS: Final[tuple[Row, ...]] = (
    ("a month too many", '"since": "2020-01-01"', '"since": "2020-13-01"', f"{_FIRST}.since"),
    ("a day too many", '"since": "2020-01-01"', '"since": "2023-02-29"', f"{_FIRST}.since"),
    ("a leap day", '"since": "2020-01-01"', '"since": "2024-02-29"', ""),
    ("a day without hyphens", '"since": "2020-01-01"', '"since": "20200101"', f"{_FIRST}.since"),
    ("a day as spoken", '"since": "2020-01-01"', '"since": "1/1/2020"', f"{_FIRST}.since"),
    ("a short day", '"since": "2020-01-01"', '"since": "2020-1-1"', f"{_FIRST}.since"),
    ("a day of a week", '"since": "2020-01-01"', '"since": "2020-W01-3"', f"{_FIRST}.since"),
    (
        "a day with a time",
        '"since": "2020-01-01"',
        '"since": "2020-01-01T00:00:00"',
        f"{_FIRST}.since",
    ),
    ("a day as a number", '"since": "2020-01-01"', '"since": 20200101', f"{_FIRST}.since"),
    ("a day not known", '"since": "2020-01-01"', '"since": null', f"{_FIRST}.since"),
    ("an end before its begin", '"2026-12-31"', '"2020-01-01"', f"{_SECOND}.until"),
    ("an end on its begin", '"2026-12-31"', '"2020-01-02"', f"{_SECOND}.until"),
    ("an end a day later", '"2026-12-31"', '"2020-01-03"', ""),
    (
        "a deviation of no day",
        '"until": "2026-06-01"',
        '"until": "2026-01-01"',
        f"{_BODY}.derogations[0].until",
    ),
    ("deviations not known", '[{"since": "2026-01-01", "until": "2026-06-01"}]', "null", ""),
    ("a recognition that never came", '"2020-01-03"', '"never"', ""),
    ("a recognition not known", '"2020-01-03"', "null", ""),
    (
        "a recognition in Dutch",
        '"2020-01-03"',
        '"nooit"',
        f"{_BODY}.recognised_on",
    ),
    ("a recognition that is false", '"2020-01-03"', "false", f"{_BODY}.recognised_on"),
    (
        "an empty day of submission",
        '"submitted_on": null',
        '"submitted_on": ""',
        "$.submitted_on",
    ),
)
_CHANGE: Final = '{"since": "2023-03-19", "value": "limburg"}'
_AGAIN: Final = '{"since": "2023-03-19", "value": null}'
GROUND: Final[tuple[Row, ...]] = (
    ("a code of four digits", '"nis_code": "90001"', '"nis_code": "9001"', f"{_TOWN}.nis_code"),
    ("a code as a number", '"nis_code": "90001"', '"nis_code": 90001', f"{_TOWN}.nis_code"),
    (
        "a code in digits of another script",
        '"nis_code": "90001"',
        '"nis_code": "\u0669\u0660\u0660\u0660\u0661"',
        f"{_TOWN}.nis_code",
    ),
    ("a code with a blank", '"nis_code": "90001"', '"nis_code": "90001 "', f"{_TOWN}.nis_code"),
    ("no ground", '"territory": ["90001"]', '"territory": []', _TOWN),
    ("ground twice", '["90001"]', '["90001", "90001"]', f"{_TOWN}.territory[1]"),
    ("ground as text", '["90001"]', '"90001"', f"{_TOWN}.territory"),
    ("ground by a code that was born in 2025", '["90001"]', '["44086"]', _TOWN),
    ("ground of Kruishoutem by its code of 2018", '["90001"]', '["45017"]', _TOWN),
    ("ground of Puurs by its code of 2018", '["90001"]', '["12030"]', _TOWN),
    ("ground of Deinze by its code of 2018", '["90001"]', '["44011"]', _TOWN),
    ("ground of Aalter by its code of 2018", '["90001"]', '["44001"]', _TOWN),
    ("ground of Lovendegem by its code of 2018", '["90001"]', '["44036"]', _TOWN),
    ("ground of Meeuwen-Gruitrode by its code of 2018", '["90001"]', '["72040"]', _TOWN),
    ("ground of Neerpelt by its code of 2018", '["90001"]', '["72025"]', _TOWN),
    (
        "no reference region",
        '"reference_region": "kempen"',
        '"reference_region": "ardennen"',
        f"{_TOWN}.reference_region",
    ),
    (
        "a town outside Flanders",
        '"reference_region": "kempen"',
        '"reference_region": "outside"',
        "",
    ),
    (
        "a region over time",
        '"reference_region": "kempen"',
        f'"reference_region": {{"initial": "kempen", "changes": [{_CHANGE}]}}',
        "",
    ),
    (
        "a region that changes twice on a day",
        '"reference_region": "kempen"',
        f'"reference_region": {{"initial": "kempen", "changes": [{_CHANGE}, {_AGAIN}]}}',
        f"{_TOWN}.reference_region",
    ),
)
WHO: Final[tuple[Row, ...]] = (
    ("no legal form", '"interlokale vereniging"', '"nv"', f"{_BODY}.legal_form"),
    ("a form in capitals", '"interlokale vereniging"', '"Gemeente"', f"{_BODY}.legal_form"),
    ("a form not known", '"interlokale vereniging"', "null", ""),
    ("two municipalities alone", '"interlokale vereniging"', '"gemeente"', _BODY),
    (
        "a centrumstad by a number",
        '"is_centrumstad": false',
        '"is_centrumstad": 0',
        f"{_TOWN}.is_centrumstad",
    ),
    (
        "a centrumstad by a word",
        '"is_centrumstad": false',
        '"is_centrumstad": "nee"',
        f"{_TOWN}.is_centrumstad",
    ),
    (
        "a member twice",
        '"nis_code": "90002"',
        '"nis_code": "90001"',
        _BODY,
    ),
    ("a member on the ground of another", '["90002"]', '["90001"]', _BODY),
)
PLAN: Final[tuple[Row, ...]] = (
    ("a fifth priority", '"WSE-LR1"', '"WSE-LR5"', "$.plan.actions[0].code"),
    ("a priority in small letters", '"WSE-LR1"', '"wse-lr1"', "$.plan.actions[0].code"),
    ("a priority without a hyphen", '"WSE-LR1"', '"WSE LR1"', "$.plan.actions[0].code"),
    (
        "a priority in wide letters",
        '"WSE-LR1"',
        '"\uff37\uff33\uff25-LR1"',
        "$.plan.actions[0].code",
    ),
    ("another reporting code", '"WSE-LR1"', '"ABB-2"', ""),
    ("no years", "[2023, 2024]", "[]", "$.plan.actions[0].years"),
    ("a year twice", "[2023, 2024]", "[2023, 2023]", "$.plan.actions[0].years[1]"),
    ("a year as text", "[2023, 2024]", '[2023, "2024"]', "$.plan.actions[0].years[1]"),
    ("a year of two digits", "[2023, 2024]", "[23]", "$.plan.actions[0].years"),
    ("years of another period", "[2023, 2024]", "[2019]", ""),
    ("two actions of one id", '"id": "a2"', '"id": "a1"', "$.plan"),
    (
        "a planner told by a name",
        '"planned_by": "90001"',
        '"planned_by": "Gent"',
        "$.plan.actions[1].planned_by",
    ),
)
CHANNELS: Final[tuple[Row, ...]] = (
    ("another channel", '["Platos"]', '["fax"]', "$.channels[0]"),
    ("a channel in small letters", '["Platos"]', '["platos"]', "$.channels[0]"),
    ("a channel twice", '["Platos"]', '["Platos", "Platos"]', "$.channels[1]"),
    ("a channel as text", '["Platos"]', '"Platos"', "$.channels"),
    ("no channel", '["Platos"]', "[]", ""),
    ("channels not known", '["Platos"]', "null", ""),
)
_EQUAL: Final = "$.keys['gelijke delen']"
MONEY: Final[tuple[Row, ...]] = (
    ("a budget without cents", '"3000000.00"', '"3000000"', "$.budget"),
    ("a budget of three decimals", '"3000000.00"', '"3000000.000"', "$.budget"),
    ("a budget with a comma", '"3000000.00"', '"3000000,00"', "$.budget"),
    ("a budget in groups", '"3000000.00"', '"3 000 000.00"', "$.budget"),
    ("a budget with an exponent", '"3000000.00"', '"3E+6"', "$.budget"),
    ("a budget as a number", '"3000000.00"', "3000000.00", "$.budget"),
    ("a budget below zero", '"3000000.00"', '"-3000000.00"', "$.budget"),
    ("a budget of nothing", '"3000000.00"', '"0.00"', "$.budget"),
    ("a budget of a cent", '"3000000.00"', '"0.01"', ""),
    ("keys of less than all", '"gelijke delen": "2/5"', '"gelijke delen": "1/5"', "$.keys"),
    ("keys of more than all", '"gelijke delen": "2/5"', '"gelijke delen": "3/5"', "$.keys"),
    (
        "a key not in lowest terms",
        '"werkzoekenden": "1/5"',
        '"werkzoekenden": "2/10"',
        "$.keys.werkzoekenden",
    ),
    ("a key in per cent", '"gelijke delen": "2/5"', '"gelijke delen": "40%"', _EQUAL),
    ("a key as a number", '"gelijke delen": "2/5"', '"gelijke delen": 0.4', _EQUAL),
    ("a key that is none", '"werkzoekenden": "1/5"', '"oppervlakte": "1/5"', "$.keys.oppervlakte"),
    ("an unknown reading", '"on-totals"', '"per-euro"', "$.readings.rounding"),
    ("a reading left out", '"zero_key": "error", ', "", "$.readings.zero_key"),
    (
        "a bound as text",
        '"minimum_inhabitants": 60000',
        '"minimum_inhabitants": "60.000"',
        "$.minimum_inhabitants",
    ),
    (
        "a bound of nothing",
        '"minimum_inhabitants": 60000',
        '"minimum_inhabitants": 0',
        "$.minimum_inhabitants",
    ),
)
COUNTS: Final[tuple[Row, ...]] = (
    ("a count not known", "60000", "null", ""),
    ("a count of zero", "60000", "0", ""),
    ("a count below zero", "60000", "-1", ""),
    ("a count with a half", "60000", "60000.5", "$.working_age_population"),
    ("a count as text", "3000}", '"3000"}', "$.job_seekers"),
    ("a count of six hundred digits", "60000", "9" * 600, ""),
    ("a count of a thousand digits", "60000", "9" * 1_000, "$.working_age_population"),
)
PORTFOLIO_ROWS: Final[tuple[Row, ...]] = (
    ("a completeness told by a word", '"complete": true', '"complete": "ja"', "$.complete"),
    ("a completeness told by a number", '"complete": true', '"complete": 1', "$.complete"),
    ("a completeness not known", '"complete": true', '"complete": null', ""),
    (
        "an application that is null",
        '"applications": [{',
        '"applications": [null, {',
        "$.applications[0]",
    ),
)
