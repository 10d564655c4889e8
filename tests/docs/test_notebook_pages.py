"""A notebook in the percent format becomes a page of the site."""

from __future__ import annotations

from docs._ext.notebooks import markdown

NOTEBOOK = """\
# ---
# jupyter: anything
# ---

# %% [markdown]
# # The title
#
# Some *text*, with #1 of something.

# %%
# A comment stays one.
call = "# %% is no cell here"

# %%

# %% [markdown]
# - a point
#   that goes on
"""


def test_text_is_text_and_code_is_code():
    """Cells of text lose the signs of comments, cells of code keep them, empty ones are gone."""
    assert markdown(NOTEBOOK) == (
        "# The title\n\nSome *text*, with #1 of something.\n\n"
        '```python\n# A comment stays one.\ncall = "# %% is no cell here"\n```\n\n'
        "- a point\n  that goes on\n"
    )
