"""The questions that the text leaves open (*interpretatievragen*) and their readings, in words.

A table: the id of an interpretation to its question, and with the value of a reading to what
that reading says. What a reading does is for the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_READINGS"]

MESSAGES_OF_READINGS: Mapping[str, Row] = MappingProxyType(
    {
        # --- I01 to I03: existing or changed
        "I01": both("Wanneer is een regieverband bestaand?", "When is a regieverband existing?"),
        "I01.before-order": both(
            "als het erkend is vóór de datum van het besluit",
            "if it was recognised before the date of the order",
        ),
        "I01.before-effect": both(
            "als het erkend is vóór de inwerkingtreding van het besluit",
            "if it was recognised before the order took effect",
        ),
        "I02": both("Wat is uitbreiden of wijzigen?", "What is expanding or changing?"),
        "I02.event": both(
            "elke wijziging van grondgebied of rechtsvorm, ook als die ongedaan gemaakt is",
            "any change of territory or legal form, also one that was undone",
        ),
        "I02.territory-only": both(
            "elke wijziging van het grondgebied; de rechtsvorm telt niet mee",
            "any change of territory; the legal form does not count",
        ),
        "I02.state": both(
            "alleen een verschil met de beginsituatie, zolang het duurt",
            "only a difference from the state at the start, for as long as it lasts",
        ),
        "I03": both(
            "Wijzigt een fusie van gemeenten een regieverband?",
            "Does a merger of municipalities change a regieverband?",
        ),
        "I03.territory": both(
            "alleen als het grondgebied erdoor wijzigt", "only if it changes the territory"
        ),
        "I03.member-list": both(
            "ja, elke wijziging van de ledenlijst telt",
            "yes, every change of the list of members counts",
        ),
        # --- I04 to I06, I13: the reference region
        "I04": both(
            "Vanaf welke dag moet een bestaand regieverband ingepast zijn?",
            "From which day must an existing regieverband fit?",
        ),
        "I04.on-the-day": both("vanaf de uiterste datum zelf", "from the day of the deadline on"),
        "I04.day-after": both(
            "vanaf de dag na de uiterste datum", "from the day after the deadline on"
        ),
        "I05": both(
            "Hoe moet een nieuw of gewijzigd regieverband tijdig ingepast zijn?",
            "How must a new or changed regieverband fit in time?",
        ),
        "I05.from-the-day": both(
            "vanaf de uiterste datum, wanneer de inpassing ook gebeurd is",
            "from the deadline on, whenever the fit came",
        ),
        "I05.at-submission": both(
            "meteen, zoals het was op de dag van indiening",
            "at once, as it was on the day of submission",
        ),
        "I05.incurable": both(
            "al op de dag vóór de uiterste datum, of op de latere dag waarop het nieuw of "
            "gewijzigd werd, en sindsdien altijd",
            "already on the day before the deadline, or the later day on which it became new or "
            "changed, and ever since",
        ),
        "I06": both(
            "Welke kaart van de referentieregio's geldt?",
            "Which map of the reference regions holds?",
        ),
        "I06.in-force": both(
            "die van de beoordeelde dag", "the one in force on the day that is judged"
        ),
        "I06.regiodecreet": both(
            "voor elke dag die van het Regiodecreet", "for every day that of the Regiodecreet"
        ),
        # --- I07 to I09: who applies
        "I07": both(
            "Wie behoudt een grondgebied dat in twee aanvragen zit?",
            "Who keeps a territory claimed twice?",
        ),
        "I07.neither": both("geen van beide", "neither of them"),
        "I07.first-recognised": both("wie eerst erkend is", "the one that was recognised first"),
        "I08": both(
            "Hoeveel leden moet een samenwerkingsverband hebben?",
            "How many members must a partnership have?",
        ),
        "I08.by-form": both(
            "het aantal dat bij de rechtsvorm hoort", "the number that goes with its legal form"
        ),
        "I08.two-for-all": both(
            "hetzelfde aantal voor elke rechtsvorm", "the same number for every legal form"
        ),
        "I09": both(
            "Geldt de ondergrens voor een samenwerkingsverband met een centrumstad?",
            "Does the lower bound bind a partnership with a centrumstad?",
        ),
        "I09.bound": both("ja", "yes"),
        "I09.exempt": both("nee", "no"),
        # --- I10 to I12, I15: the money
        "I10": both(
            "Is het budget voor elk planjaar bedoeld?", "Is the budget meant for each plan year?"
        ),
        "I10.each-year": both("ja, voor elk planjaar", "yes, for each plan year"),
        "I10.all-years": both("nee, voor alle planjaren samen", "no, for all plan years together"),
        "I11": both(
            "Hoe worden bedragen op centen afgerond?", "How do amounts become whole cents?"
        ),
        "I11.on-totals": both(
            "elk bedrag en elk deel ervan is zijn exacte waarde, naar beneden of naar boven "
            "afgerond",
            "every amount and each of its parts is its exact value, rounded down or up",
        ),
        "I11.per-pot": both(
            "elk deelbudget apart, volgens de grootste resten",
            "each pot on its own, by largest remainder",
        ),
        "I12": both(
            "Wat als een verdeelsleutel voor iedereen nul is?", "What if a key is zero for all?"
        ),
        "I12.error": both("dan kan er niet verdeeld worden", "then nothing can be divided"),
        "I12.equal-parts": both(
            "dan gaat dat deelbudget in gelijke delen", "then that pot goes in equal parts"
        ),
        "I13": both(
            "Telt een toegestane afwijking als inpassing?",
            "Does a granted deviation count as fitting?",
        ),
        "I13.counts-as-fit": both("ja, zolang ze loopt", "yes, while it runs"),
        "I13.ignored": both("nee", "no"),
        "I14": both("In wiens plan staan de acties?", "Whose plan holds the actions?"),
        "I14.application": both(
            "in dat van de aanvraag als geheel", "that of the application as a whole"
        ),
        "I14.each-member": both(
            "alle in het eigen plan van elk lid", "every member has all of them in its own plan"
        ),
        "I15": both("Wie is goedgekeurd?", "Who is approved?"),
        "I15.every-eligible": both(
            "elke aanvraag die in aanmerking komt", "every eligible application"
        ),
        "I15.named": both(
            "wie als goedgekeurd is opgegeven en ook in aanmerking komt",
            "those named as approved that are also eligible",
        ),
    }
)
