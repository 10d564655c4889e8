"""Linked data (*gelinkte gegevens*): criteria and decisions as JSON-LD in CCCEV 2.

``of_criterion`` tells what is asked and by which sentences, ``of_decision`` what was found, upon
which facts and which are missing, and ``vocabulary`` the terms that are ours because CCCEV has
none. Each gives plain data that is ready for JSON, with a context that names no address to fetch.

CCCEV is the *Core Criterion and Core Evidence Vocabulary* of the EU, here as of 2.2.0. It has no
class for the outcome of a criterion, no "or" and no "not" between requirements, and no verdict.
Where it has no word, no word of it is bent: ``docs/how-to/linked-data.md`` lists what is said how.
"""

from wselr_rules.linked_data.criteria import of_criterion
from wselr_rules.linked_data.decisions import of_decision
from wselr_rules.linked_data.iris import BASE
from wselr_rules.linked_data.terms import TERMS
from wselr_rules.linked_data.vocabulary import vocabulary

__all__ = ["BASE", "TERMS", "of_criterion", "of_decision", "vocabulary"]
