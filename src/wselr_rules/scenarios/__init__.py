"""Scenarios (*scenario's*): what another reading, or another decision, would make of a call."""
