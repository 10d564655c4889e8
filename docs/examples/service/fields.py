"""Fields in HTML: each with its label, what is wrong in it, and what was filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from attrs import field, frozen

from service.case import Mistake
from service.form import Filled
from service.words import say
from wselr_rules import Language

__all__ = ["Fields", "Options", "fieldset"]

#: The value of an option and its words; the first is what holds where nothing was chosen.
Options = Iterable[tuple[str, str]]


@frozen
class Fields:
    """The fields of one form as it was filled in, in a language."""

    filled: Filled
    language: Language
    mistakes: Mapping[str, Mistake] = field(factory=dict)

    def say(self, message: str, /, **arguments: object) -> str:
        """Write a message as HTML."""
        return escape(say(message, self.language, **arguments))

    def text(
        self, name: str, label: str, *, hint: str = "", is_short: bool = False, **more: str
    ) -> str:
        """Write a field of text, number or date; label and hint are HTML."""
        attributes = {"type": "text", **more, "name": name, "id": name}
        attributes["value"] = self.filled[name]
        hidden = ' class="unseen"' if is_short else ""
        return (
            f'<div class="field"><label for="{name}"{hidden}>{label}</label>'
            f"{self._hint(name, hint)}"
            f"<input{_written(attributes)}{self._described(name, hint)}>"
            f"{self.wrong(name)}</div>"
        )

    def tick(self, name: str, label: str) -> str:
        """Write a box to tick, its label unseen where a table has headings."""
        checked = " checked" if self.filled[name] else ""
        return (
            f'<label class="box"><input type="checkbox" name="{name}" id="{name}" value="yes"'
            f'{checked}><span class="unseen">{label}</span></label>'
        )

    def choice(self, name: str, label: str, options: Options) -> str:
        """Write a choice from a list."""
        items = "".join(
            f'<option value="{escape(value)}"{self._is(name, value, "selected")}>{words}</option>'
            for value, words in options
        )
        return (
            f'<div class="field"><label for="{name}">{label}</label>'
            f'<select name="{name}" id="{name}"{self._described(name, "")}>{items}</select>'
            f"{self.wrong(name)}</div>"
        )

    def radios(self, name: str, legend: str, options: Options, below: str = "") -> str:
        """Write a choice of which every option is seen, and what belongs with the last."""
        items = "".join(
            f'<label class="option"><input type="radio" name="{name}" value="{escape(value)}"'
            f"{_id(name) if place == 0 else ''}{self._is(name, value, 'checked')}>{words}</label>"
            for place, (value, words) in enumerate(options)
        )
        return fieldset(legend, f"{items}{below}{self.wrong(name)}", "choice")

    def wrong(self, name: str) -> str:
        """Write what is wrong in a field, if anything is."""
        mistake = self.mistakes.get(name)
        if mistake is None:
            return ""
        words = self.say(mistake.message, **mistake.arguments)
        return f'<p class="wrong" id="{name}-wrong">{self.say("mistake", what="")}{words}</p>'

    def _hint(self, name: str, hint: str) -> str:
        return f'<p class="hint" id="{name}-hint">{hint}</p>' if hint else ""

    def _described(self, name: str, hint: str) -> str:
        is_wrong = name in self.mistakes
        ids = [f"{name}-hint"] * bool(hint) + [f"{name}-wrong"] * is_wrong
        described = f' aria-describedby="{" ".join(ids)}"' if ids else ""
        return f"{described}{' aria-invalid=true' if is_wrong else ''}"

    def _is(self, name: str, value: str, word: str) -> str:
        return f" {word}" if self.filled[name] == value else ""


def fieldset(legend: str, inside: str, kind: str = "part") -> str:
    """Write fields that belong together."""
    return f'<fieldset class="{kind}"><legend>{legend}</legend>{inside}</fieldset>'


def _id(name: str) -> str:
    return f' id="{name}"'


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{escape(value)}"' for name, value in attributes.items()
    )
