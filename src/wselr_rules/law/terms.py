"""The terms of the text (*begrippen*) as enums, below everything that uses them.

The values are the official codes or the Dutch terms. The module knows which terms exist and
nothing of what the rules ask of them.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["AllocationKey", "LegalForm", "PolicyPriority", "SubmissionChannel"]


class PolicyPriority(Enum):
    """A Flemish policy priority (*Vlaamse beleidsprioriteit*), by its external reporting code.

    Source: S03 to S07.
    """

    #: Taking up the local director role (*het opnemen van de lokale regierol*), S04.
    DIRECTOR_ROLE = "WSE-LR1"
    #: Work for people at a distance from the labour market (*tewerkstelling*), S05.
    EMPLOYMENT = "WSE-LR2"
    #: Social and responsible entrepreneurship (*ondernemerschap*), S06.
    ENTREPRENEURSHIP = "WSE-LR3"
    #: Cooperation with VDAB and others (*samenwerking en partnerschappen*), S07.
    COOPERATION = "WSE-LR4"


class LegalForm(Enum):
    """The legal form of an applicant (*rechtsvorm*).

    The five partnership forms are those that were accepted in the call of 2020 and are what
    S09 calls intermunicipal partnerships and welzijnsverenigingen.
    """

    #: Without legal personality of its own.
    INTERLOCAL_ASSOCIATION = "interlokale vereniging"
    PROJECT_ASSOCIATION = "projectvereniging"
    SERVICE_ASSOCIATION = "dienstverlenende vereniging"
    MANDATED_ASSOCIATION = "opdrachthoudende vereniging"
    #: Called OCMW-vereniging until 2019.
    WELFARE_ASSOCIATION = "welzijnsvereniging"
    #: A municipality that applies alone, S10.
    MUNICIPALITY = "gemeente"
    #: Known to be none of the above: may not apply.
    OTHER = "andere"


class SubmissionChannel(Enum):
    """A way to hand in an application (*indieningskanaal*). Source: S21."""

    #: A change to, or a new, multi-annual plan for the plan years.
    MULTI_ANNUAL_PLAN = "meerjarenplanning"
    #: The online desk.
    PLATOS = "Platos"


class AllocationKey(Enum):
    """A key by which the budget is divided (*verdelingscriterium*). Source: S18 to S20."""

    #: Population of working age, a count of people, S18.
    WORKING_AGE_POPULATION = "bevolking op beroepsactieve leeftijd"
    #: Job seekers, a count of people, S19.
    JOB_SEEKERS = "werkzoekenden"
    #: The same for each beneficiary, S20.
    EQUAL_PARTS = "gelijke delen"
