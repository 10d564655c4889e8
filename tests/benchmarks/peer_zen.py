"""The six rules for zen-engine: one expression, and a decision of one node for each rule."""

from __future__ import annotations

import json

import zen
from tests.benchmarks.plain_records import plain

MEMBERS = "filter(members, #.since <= on and on < #.until)"
ALONE = "welzijnsvereniging"
RULES = {
    "partnership": (
        f"form in partnerships and len({MEMBERS}) >= (form == '{ALONE}' ? 1 : minimum_members)"
        f" and (sum(map({MEMBERS}, #.inhabitants)) >= minimum_inhabitants"
        f" or some({MEMBERS}, #.centrumstad))"
    ),
    "city": f"form == 'gemeente' and len({MEMBERS}) == 1 and some({MEMBERS}, #.centrumstad)",
    "region": (
        "on < ((recognised <= baseline"
        " and none(members, (baseline < #.since and #.since <= on)"
        " or (baseline < #.until and #.until <= on)))"
        " ? existing_deadline : new_deadline)"
        f" or all({MEMBERS}, #.region == members[0].region)"
        " or some(derogations, #.since <= on and on < #.until)"
    ),
    "one_regieverband": f"all({MEMBERS}, #.claims == 1)",
    "plan": "all(cells, # in flatMap(actions, #.cells))",
    "channel": "some(channels, # in accepted)",
}
WHOLE = (
    "(({partnership}) or ({city})) and ({region}) and ({one_regieverband}) and ({plan})"
    " and ({channel})"
)


def _decision():
    """Return a decision with a node for each rule and one for the whole."""
    rows = [{"id": name, "key": name, "value": rule} for name, rule in RULES.items()]
    whole = WHOLE.format(**{name: f"$.{name}" for name in RULES})
    rows.append({"id": "eligible", "key": "eligible", "value": whole})
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "content": {}},
        {
            "id": "rules",
            "type": "expressionNode",
            "name": "rules",
            "content": {"expressions": rows},
        },
        {"id": "out", "type": "outputNode", "name": "out", "content": {}},
    ]
    edges = [
        {"id": f"{one}-{other}", "type": "edge", "sourceId": one, "targetId": other}
        for one, other in (("in", "rules"), ("rules", "out"))
    ]
    content = json.dumps({"nodes": nodes, "edges": edges})
    return zen.ZenEngine().create_decision(content)


def contenders(records):
    """Return what asks this engine about every record, by name."""
    given = plain(records)
    expression = zen.compile_expression(WHOLE.format(**RULES))
    decision = _decision()
    return {
        "zen-engine, bare expression": lambda: [expression.evaluate(each) for each in given],
        "zen-engine, decision": lambda: [
            decision.evaluate(each)["result"]["eligible"] for each in given
        ],
        "zen-engine, decision with trace": lambda: [
            decision.evaluate(each, {"trace": True})["result"]["eligible"] for each in given
        ],
    }
