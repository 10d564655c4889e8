"""The page on which an official fills in a case and sees what follows, in HTML without a script.

It knows where each field stands, and what is shown above the form. Every text of a user is
escaped; the answers are HTML that the library made.
"""

from __future__ import annotations

from html import escape

from service.answers import Answer
from service.case import CHANNELS
from service.fields import Fields, fieldset
from service.form import CALL, MOST_ROWS, NOTHING, Filled, cells, day_of
from service.words import say
from wselr_rules import Language, LegalForm, PolicyPriority, Verdict, flanders

__all__ = ["page_for"]

_MARKS = {Verdict.MET: "✓", Verdict.NOT_MET: "✗", Verdict.UNKNOWN: "?"}


def page_for(language: Language, filled: Filled = NOTHING, answer: Answer | None = None) -> str:
    """Write the whole page: the answer if there is one, and the form as it was filled in."""
    said = answer or Answer()
    fields = Fields(filled, language, {each.field: each for each in reversed(said.mistakes)})
    title = _verdict(said, fields) or fields.say("title")
    problem = f"{fields.say('mistakes')}: " if said.mistakes else ""
    return (
        f'<!DOCTYPE html><html lang="{language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{problem}{title}</title>"
        '<link rel="stylesheet" href="/style.css"></head><body>'
        f'<a class="skip" href="#form">{fields.say("skip")}</a>'
        f'<form method="post" action="/?lang={language.value}#answer" novalidate>'
        f"{_default()}{_header(fields)}<main>{_mistakes(said, fields)}{_answer(said, fields)}"
        f'<div id="form">{_form(fields)}</div></main></form>{_register(filled)}</body></html>'
    )


def _default() -> str:
    """The button that Enter in a field presses: the first of a form, whatever stands above it."""
    return (
        '<button class="unseen" name="do" value="assess" tabindex="-1" aria-hidden="true"></button>'
    )


def _header(fields: Fields) -> str:
    other = Language.EN if fields.language is Language.NL else Language.NL
    return (
        f"<header><h1>{fields.say('title')}</h1>"
        f'<button class="quiet" name="do" value="language" formaction="/?lang={other.value}" '
        f'lang="{other.value}">{fields.say("other-language")}</button>'
        f'<p>{fields.say("about")}</p><p class="note">{fields.say("unofficial")}</p></header>'
    )


# --- what is said ---------------------------------------------------------------------------


def _verdict(answer: Answer, fields: Fields) -> str:
    if answer.decision is None:
        return ""
    name = answer.name[:1].upper() + answer.name[1:]
    is_open = answer.decision.verdict is Verdict.UNKNOWN
    return fields.say(
        answer.decision.verdict.value,
        name=answer.name if is_open else name,
        on=answer.decision.on,
    )


def _answer(answer: Answer, fields: Fields) -> str:
    if answer.decision is None:
        return ""
    verdict = answer.decision.verdict
    notes = "".join(f'<p class="note">{fields.say(each)}</p>' for each in answer.notes)
    sections = "".join(
        f"<section><h3>{fields.say(heading)}</h3>{html}</section>"
        for heading, html in answer.sections
    )
    return (
        f'<section id="answer" class="answer {verdict.value}" aria-labelledby="verdict" '
        f'tabindex="-1"><h2 id="verdict"><span aria-hidden="true">{_MARKS[verdict]}</span> '
        f"{_verdict(answer, fields)}</h2>{notes}{sections}</section>"
    )


def _mistakes(answer: Answer, fields: Fields) -> str:
    if not answer.mistakes:
        return ""
    items = "".join(
        f"<li>{_link(each.field, fields.say(each.message, **each.arguments))}</li>"
        for each in answer.mistakes
    )
    return (
        f'<section id="answer" class="answer mistakes" role="alert" tabindex="-1">'
        f"<h2>{fields.say('mistakes')}</h2><ul>{items}</ul></section>"
    )


def _link(name: str, words: str) -> str:
    return f'<a href="#{name}">{words}</a>' if name else words


# --- the form -------------------------------------------------------------------------------


def _form(fields: Fields) -> str:
    say_it = fields.say
    days = {"first": CALL.first_day, "last": CALL.last_day}
    day = fields.text(
        "on",
        say_it("day"),
        hint=say_it("day-hint", **days),
        type="date",
        min=CALL.first_day.isoformat(),
        max=CALL.last_day.isoformat(),
        required="required",
    )
    return (
        f"{day}{_applicant(fields)}{_members(fields)}{_plan(fields)}{_submission(fields)}"
        f'<p><button class="main" name="do" value="assess">{say_it("assess")}</button></p>'
    )


def _applicant(fields: Fields) -> str:
    say_it = fields.say
    forms = [
        ("", say_it("not-known")),
        *((each.value, _form_name(each, fields)) for each in LegalForm),
    ]
    inside = fields.text("name", say_it("name"), hint=say_it("name-hint"), autocomplete="off")
    inside += fields.choice("legal-form", say_it("legal-form"), forms)
    for name, options in (("recognition", ("never", "on")), ("derogation", ("none", "since"))):
        inside += fields.radios(
            name,
            say_it(name),
            [("", say_it("not-known")), *((each, say_it(f"{name}.{each}")) for each in options)],
            fields.text(f"{name}-day", say_it(f"{name}-day"), type="date"),
        )
    return fieldset(say_it("applicant"), inside)


def _form_name(form: LegalForm, fields: Fields) -> str:
    own = {LegalForm.MUNICIPALITY, LegalForm.OTHER}
    return fields.say(f"form.{form.value}") if form in own else escape(form.value)


def _members(fields: Fields) -> str:
    say_it = fields.say
    headings = ("member", "inhabitants", "since", "unsure")
    heads = "".join(f'<th scope="col">{say_it(each)}</th>' for each in headings)
    rows = "".join(_row(fields, row) for row in fields.filled.rows)
    more = f'<button class="quiet" name="do" value="rows">{say_it("rows")}</button> '
    can_grow = len(fields.filled.rows) < MOST_ROWS
    return fieldset(
        say_it("members"),
        f'<p class="hint">{say_it("members-hint")}</p>'
        + fields.text(
            "members-since", say_it("members-since"), hint=say_it("members-since-hint"), type="date"
        )
        + f'<table class="members"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        + f"<p>{more if can_grow else ''}"
        f'<button class="quiet" name="do" value="figures">{say_it("figures")}</button></p>',
    )


def _row(fields: Fields, row: int) -> str:
    def label(what: str) -> str:
        return fields.say("of-row", what=say(what, fields.language), row=row + 1)

    def cell(what: str, inside: str) -> str:
        return f'<td data-label="{fields.say(what)}">{inside}</td>'

    unknown = say("not-known", fields.language)
    member = fields.text(
        f"member-{row}", label("member"), is_short=True, list="register", autocomplete="off"
    )
    count = fields.text(
        f"inhabitants-{row}",
        label("inhabitants"),
        is_short=True,
        inputmode="numeric",
        placeholder=unknown,
        autocomplete="off",
    )
    since = fields.text(f"since-{row}", label("since"), is_short=True, type="date")
    unsure = fields.tick(f"unsure-{row}", label("unsure"))
    return (
        f"<tr>{cell('member', member)}{cell('inhabitants', count)}{cell('since', since)}"
        f"{cell('unsure', unsure)}</tr>"
    )


def _plan(fields: Fields) -> str:
    say_it = fields.say
    years = "".join(f'<th scope="col">{year}</th>' for year in CALL.plan_years)
    by_priority = {
        priority: "".join(
            f"<td>{fields.tick(name, f'{each.value}, {year}')}</td>"
            for name, each, year in cells()
            if each is priority
        )
        for priority in PolicyPriority
    }
    rows = "".join(
        f'<tr><th scope="row">{each.value}: {say_it(each.value)}</th>{boxes}</tr>'
        for each, boxes in by_priority.items()
    )
    grid = (
        f'<table class="plan"><caption>{say_it("plan-caption")}</caption>'
        f'<thead><tr><th scope="col">{say_it("priority")}</th>{years}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    options = [("", say_it("not-known")), ("known", say_it("plan.known"))]
    return fields.radios("plan", say_it("plan"), options, grid).replace('"choice"', '"part"', 1)


def _submission(fields: Fields) -> str:
    say_it = fields.say
    unknown = ("", say_it("not-known"))
    channels = [unknown, *((each, say_it(f"channel.{each}")) for each in CHANNELS if each)]
    others = [unknown, *((each, say_it(f"others.{each}")) for each in ("none", "also"))]
    member = fields.text(
        "other-member", say_it("other-member"), list="register", autocomplete="off"
    )
    return fieldset(
        say_it("submission"),
        fields.choice("channel", say_it("channel"), channels)
        + fields.radios("others", say_it("others"), others, member),
    )


def _register(filled: Filled) -> str:
    """The names of the municipalities on the assessed day, or on the last one of the call."""
    on = day_of(filled["on"])
    day = on if on is not None and CALL.first_day <= on <= CALL.last_day else CALL.last_day
    names = "".join(
        f'<option value="{escape(each.name)}">' for each in flanders.municipalities(on=day)
    )
    return f'<datalist id="register">{names}</datalist>'
