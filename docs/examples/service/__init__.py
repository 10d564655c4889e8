"""A small service that answers what the library answers, over HTTP: documents in, documents out.

``uvicorn --app-dir docs/examples service.app:app`` runs it. It keeps nothing, and logs neither
what it was asked nor what it answered. ``docs/how-to/service.md`` says what to copy of it.
"""
