"""The page: what is filled in is decided on, what is not known stays so, and mistakes are told."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from string import Formatter

import html5lib
import pytest
from tests.service.forms import CELLS, ELIGIBLE, OF_TWO_REGIONS, sent

from wselr_rules import OPEN_CALL_2023_2025, Language, Verdict, assess, flanders


def verdict_of(reply):
    """Return the verdict that a page shows."""
    assert reply.status == 200, re.findall(r'href="#[^>]*>[^<]*', reply.text)
    return re.search(r'class="answer ([\w-]+)"', reply.text)[1]


def mistakes_of(reply):
    """Return the fields that a page lists as mistaken."""
    assert reply.status == 422
    return re.findall(r'<li><a href="#([\w-]+)"', reply.text)


def title_of(reply):
    """Return the title of a page."""
    return re.search(r"<title>(.*?)</title>", reply.text)[1]


class TestDecided:
    """The verdict and its grounds are those of the library, in the language of the reader."""

    @pytest.mark.parametrize(
        ("language", "title", "ground"),
        [
            ("nl", "Regie Dender komt op 31 december 2025 in aanmerking", "111.556 inwoners"),
            ("en", "Regie Dender is eligible on 31 December 2025", "111,556 inhabitants"),
        ],
    )
    def test_eligible(self, client, language, title, ground):
        """Where all is as it should be, it is eligible, and every ground is shown."""
        reply = sent(client, ELIGIBLE, language)
        assert title_of(reply) == title
        assert verdict_of(reply) == "met"
        assert ground in reply.text
        assert reply.headers["content-language"] == language

    @pytest.mark.parametrize(
        ("changes", "verdict"),
        [
            ({"member-1": "", "inhabitants-1": ""}, "not-met"),
            ({"inhabitants-0": "40000", "inhabitants-1": "19999"}, "not-met"),
            ({"inhabitants-0": "40000", "inhabitants-1": "20 000"}, "met"),
            ({"legal-form": "andere"}, "not-met"),
            ({"cell-WSE-LR3-2024": ""}, "not-met"),
            ({"channel": "none"}, "not-met"),
            ({"channel": "both"}, "met"),
            ({"others": "also", "other-member": "Lede"}, "not-met"),
            ({"others": "also", "other-member": "Lede", "name": ""}, "not-met"),
            ({"legal-form": "gemeente", "member-1": "", "inhabitants-1": ""}, "met"),
            ({"member-1": "Gent", "on": "2026-01-01"}, "not-met"),
            (
                {
                    "member-1": "Gent",
                    "on": "2026-01-01",
                    "derogation": "since",
                    "derogation-day": "2025-01-01",
                },
                "met",
            ),
            ({"member-1": "Gent", "recognition": "never", "recognition-day": ""}, "not-met"),
            ({"member-1": "Gent", "since-1": "2024-01-01"}, "not-met"),
        ],
    )
    def test_every_field_counts(self, client, changes, verdict):
        """What is filled in is what is decided on."""
        assert verdict_of(sent(client, ELIGIBLE, **changes)) == verdict

    def test_what_helps(self, client):
        """Of one that is not eligible it is said what would change it."""
        reply = sent(client, ELIGIBLE, **{"cell-WSE-LR3-2024": ""})
        assert "What would change it" in reply.text
        assert "the plan gets 1 action with code WSE-LR3 for 2024" in reply.text

    def test_an_unsure_member(self, client):
        """A member that is not sure is told where it decides."""
        fields = {**ELIGIBLE, "unsure-1": "yes"}
        assert "this form" in sent(client, fields).text

    def test_a_merger(self, client):
        """A member is looked up on the day, and what it merges into later is no mistake."""
        before = {"on": "2024-06-01", "member-0": "Beveren", "member-1": "Zwijndrecht"}
        assert verdict_of(sent(client, ELIGIBLE, **before)) == "met"
        after = sent(client, ELIGIBLE, **{**before, "on": "2025-06-01"})
        assert mistakes_of(after) == ["member-0", "member-1"]
        assert "Beveren-Kruibeke-Zwijndrecht" in after.text


class TestNotKnown:
    """Not known is an answer to every question, and nothing is assumed in its place."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"legal-form": ""},
            {"inhabitants-0": "", "inhabitants-1": ""},
            {"plan": "", **dict.fromkeys(CELLS, "")},
            {"channel": ""},
            {"others": ""},
            {"recognition": "", "recognition-day": ""},
            {"members-since": ""},
            {"on": "2026-01-01", "derogation": ""},
        ],
        ids=lambda each: next(iter(each)),
    )
    def test_what_decides(self, client, changes):
        """Where the fact decides, the verdict stays open and the fact is asked for."""
        reply = sent(client, OF_TWO_REGIONS, **changes)
        assert verdict_of(reply) == "unknown"
        assert "What is still needed" in reply.text
        assert title_of(reply).startswith("Whether Regie Dender is eligible on ")

    @pytest.mark.parametrize(
        "changes",
        [
            {"name": ""},
            {"inhabitants-1": ""},
            {"recognition": "", "recognition-day": ""},
            {"derogation": ""},
            {"members-since": ""},
        ],
        ids=lambda each: next(iter(each)),
    )
    def test_what_does_not_decide(self, client, changes):
        """Where it does not, the verdict stands without it."""
        assert verdict_of(sent(client, ELIGIBLE, **changes)) == "met"

    def test_all_at_once(self, client):
        """A day and a member are enough to be told all that is needed."""
        reply = sent(client, {"do": "assess", "on": "2025-12-31", "member-0": "Aalst"})
        assert verdict_of(reply) == "unknown"
        assert title_of(reply).startswith("Whether the regieverband is eligible")

    def test_since_when_they_are_members(self):
        """A verdict without the day since when members are one holds for every such day."""
        from service.case import Reading  # noqa: PLC0415
        from service.form import Filled  # noqa: PLC0415

        def verdict(fields):
            case = Reading(Filled(fields), Language.EN).case()
            return assess(
                case.application,
                on=case.on,
                call=OPEN_CALL_2023_2025,
                portfolio=case.portfolio,
            ).verdict

        recognitions = [("", ""), ("never", "")]
        recognitions += [
            ("on", day) for day in ("2020-01-01", "2022-04-28", "2022-04-29", "2022-05-01")
        ]
        days = ("2022-05-01", "2022-12-31", "2023-01-01", "2025-12-31", "2026-01-01")
        sinces = ("2019-01-01", "2022-04-28", "2022-04-29", "2022-05-01")
        seen = set()
        for form, (choice, day), on in product((ELIGIBLE, OF_TWO_REGIONS), recognitions, days):
            fields = {**form, "on": on, "recognition": choice, "recognition-day": day}
            alone = {verdict({**fields, "members-since": since}) for since in sinces}
            split = {verdict({**fields, "since-1": since}) for since in sinces}
            found = verdict({**fields, "members-since": ""})
            seen.add((found, len(alone | split)))
            assert found is Verdict.UNKNOWN or alone | split == {found}
        assert {(Verdict.MET, 1), (Verdict.NOT_MET, 1), (Verdict.UNKNOWN, 2)} <= seen

    def test_it_is_said(self, client):
        """Where that is not known and matters, a note says with what it was reckoned."""
        note = "the day of recognition was reckoned with as not known"
        assert note in sent(client, ELIGIBLE, **{"members-since": ""}).text
        assert note not in sent(client, ELIGIBLE).text
        own = {"members-since": "", "since-0": "2019-01-01", "since-1": "2020-01-01"}
        assert note not in sent(client, ELIGIBLE, **own).text
        never = {"members-since": "", "recognition": "never", "recognition-day": ""}
        assert note not in sent(client, ELIGIBLE, **never).text


class TestMistakes:
    """Every mistake of a form is told at once, at its field, and the form stays as it was."""

    @pytest.mark.parametrize(
        ("changes", "fields"),
        [
            ({"on": ""}, ["on"]),
            ({"on": "2027-01-01"}, ["on"]),
            ({"on": "20250101"}, ["on"]),
            ({"on": "2025-02-30"}, ["on"]),
            ({"name": "x" * 201}, ["name"]),
            (
                {"member-0": "", "member-1": "", "inhabitants-0": "", "inhabitants-1": ""},
                ["member-0"],
            ),
            ({"member-2": "Aalst"}, ["member-2"]),
            ({"member-2": "41002"}, ["member-2"]),
            ({"member-2": "Brussel"}, ["member-2"]),
            ({"inhabitants-3": "5"}, ["member-3"]),
            ({"inhabitants-1": "many"}, ["inhabitants-1"]),
            ({"inhabitants-1": "-1"}, ["inhabitants-1"]),
            ({"inhabitants-1": "1.5"}, ["inhabitants-1"]),
            ({"inhabitants-1": "9" * 5_000}, ["inhabitants-1"]),
            ({"since-1": "2026-01-01"}, ["since-1"]),
            ({"since-1": "never"}, ["since-1"]),
            ({"legal-form": "bvba"}, ["legal-form"]),
            ({"legal-form": "gemeente"}, ["legal-form"]),
            ({"recognition": "never"}, ["recognition-day"]),
            ({"recognition-day": ""}, ["recognition-day"]),
            ({"derogation": "since"}, ["derogation-day"]),
            ({"plan": ""}, ["plan"]),
            ({"channel": "post"}, ["channel"]),
            ({"others": "also"}, ["other-member"]),
            ({"other-member": "Lede"}, ["other-member"]),
            ({"others": "also", "other-member": "Gent"}, ["other-member"]),
            ({"on": "", "plan": "", "channel": "post"}, ["on", "plan", "channel"]),
        ],
        ids=range(27),
    )
    def test_told(self, client, changes, fields):
        """Each is listed with a link to its field, which says what is wrong in it."""
        reply = sent(client, ELIGIBLE, **changes)
        assert mistakes_of(reply) == fields
        for each in fields:
            assert f'id="{each}-wrong"' in reply.text
            assert f'id="{each}"' in reply.text
        assert title_of(reply).startswith("This is not right yet: ")
        assert 'value="Aalst"' in reply.text or "member-0" in changes

    def test_a_near_name(self, client):
        """Of a name that is not there, near ones are named."""
        assert "Do you mean Aalst" in sent(client, ELIGIBLE, **{"member-0": "Aaslt"}).text

    @pytest.mark.parametrize(
        "body", [b"", b"on=%ff%00&member-0=%ed%a0%80", b"&&&===", b"do=assess&do=rows", b"on"]
    )
    def test_any_body(self, client, body):
        """Whatever is sent as a form, a page comes back."""
        reply = client.ask("POST", "/", body, Content_Type="application/x-www-form-urlencoded")
        assert reply.status in {200, 422}
        assert "<form" in reply.text

    def test_no_markup_gets_in(self, client):
        """What somebody writes is text on the page, wherever it stands there."""
        evil = "\"'><script>alert(1)</script>&amp;"
        whole = {**ELIGIBLE, "name": evil}
        wrong = dict.fromkeys(ELIGIBLE, evil) | {"do": "assess", "on": "2025-12-31"}
        for fields in (whole, wrong):
            text = sent(client, fields).text
            assert "alert(1)" in text
            assert "<script" not in text
            parsed(text)


class TestTheFormItself:
    """The form is shown again with what was asked for, and nothing that was filled in is lost."""

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_it_is_sound(self, client, language):
        """Each page is HTML without an error, in the language that was asked for."""
        pages = [client.ask("GET", "/", Accept_Language=language)]
        pages += [
            sent(client, ELIGIBLE, language, on=on) for on in ("2025-12-31", "2026-06-01", "")
        ]
        pages += [sent(client, OF_TWO_REGIONS, language, **{"members-since": ""})]
        for page in pages:
            assert parsed(page.text).get("lang") == language
            assert page.headers["content-language"] == language

    def test_more_rows(self, client):
        """More rows come at a time, up to sixty, and those that are there stay."""
        for rows in range(4, 61, 4):
            last = {f"member-{rows - 1}": ""}
            text = sent(client, ELIGIBLE, do="rows", **last).text
            assert len(re.findall(r'name="member-\d+"', text)) == min(60, rows + 4)
            assert ('value="rows"' in text) is (rows < 56)
            assert 'value="Aalst"' in text

    def test_the_figures(self, client):
        """Public counts are filled in where there is none, for the territory of the day only."""
        more = {"member-2": "Gent", "member-3": "Antwerpen", "inhabitants-0": "1"}
        found = sent(client, ELIGIBLE, do="figures", **more).text
        for row, count in enumerate(("1", "19.425", "272657", "562002")):
            assert re.search(rf'name="inhabitants-{row}"[^>]* value="{count}"', found)
        before = sent(client, ELIGIBLE, do="figures", **more, on="2024-06-01").text
        assert re.search(r'name="inhabitants-2"[^>]* value="272657"', before)
        assert re.search(r'name="inhabitants-3"[^>]* value=""', before)

    def test_the_other_language(self, client):
        """The language is changed without a word lost, and without a decision."""
        reply = sent(client, ELIGIBLE, "nl", do="language")
        assert title_of(reply) == "Komt dit regieverband in aanmerking?"
        assert 'value="Regie Dender"' in reply.text
        assert 'class="answer' not in reply.text

    def test_a_language_that_is_none(self, client):
        """Another word in the address is no language, and the browser's own is taken."""
        assert (
            client.ask("GET", "/?lang=fr", Accept_Language="en").headers["content-language"] == "en"
        )

    @pytest.mark.parametrize(
        ("on", "number"), [("2025-01-01", 285), ("2024-12-31", 300), ("", 285)]
    )
    def test_the_register(self, client, on, number):
        """The municipalities to choose from are those of the day, by name."""
        listed = sent(client, ELIGIBLE, do="rows", on=on).text.partition("<datalist")[2]
        names = re.findall(r'<option value="([^"]+)">', listed)
        day = date.fromisoformat(on or "2026-12-31")
        assert names == [each.name for each in flanders.municipalities(on=day)]
        assert len(names) == number

    def test_no_script_and_nothing_from_elsewhere(self, client):
        """The page needs one style sheet of the service itself, and nothing else."""
        text = client.ask("GET", "/").text
        assert "<script" not in text
        assert " style=" not in text
        assert re.findall(r'(?:src|href|action)="([^"#?]+)', text) == ["/style.css", "/", "/"]
        style = client.ask("GET", "/style.css")
        assert style.headers["content-type"].startswith("text/css")
        assert "url(" not in style.text
        assert "@import" not in style.text


def parsed(text):
    """Return a page as it is read, strictly."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def test_both_languages_say_the_same():
    """Every message is there in both languages, and has the same places to fill."""
    from service.words import MESSAGES, say  # noqa: PLC0415

    for message, row in MESSAGES.items():
        places = [{place for _, place, *_ in Formatter().parse(words) if place} for words in row]
        assert places[0] == places[1], message
        given = dict.fromkeys(places[0], date(2025, 1, 1))
        assert all(say(message, language, **given) for language in Language)
