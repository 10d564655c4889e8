"""Rendering (*weergave*): numbers, dates, trees and tables as text, Markdown and HTML.

It knows no subsidy and no message: those stand as tables beside the rules. Each module is
imported by its own name, for example ``from wselr_rules.render import tree``.
"""
