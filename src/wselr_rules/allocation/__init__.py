"""Who gets how much (*verdeling*): an exact division, the grants made of it, and its proof."""
