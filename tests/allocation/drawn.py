"""Divisions that Hypothesis draws: small ones, in which ties and whole shares are common."""

from __future__ import annotations

from hypothesis import strategies as st


@st.composite
def divisions(draw, *, most_rows=5, most_pots=3, most_cents=20):
    """Draw pots of cents, weights by pot, and ids; every pot has a weight."""
    rows = draw(st.integers(1, most_rows))
    pots = draw(st.lists(st.integers(0, most_cents), min_size=1, max_size=most_pots))
    highest = draw(st.sampled_from([1, 2, 5, 1000]))
    weights = [
        draw(st.lists(st.integers(0, highest), min_size=rows, max_size=rows).filter(any))
        for _ in pots
    ]
    ids = draw(st.lists(st.text(max_size=2), min_size=rows, max_size=rows, unique=True))
    return pots, weights, ids
