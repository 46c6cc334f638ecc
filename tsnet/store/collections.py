"""Names of the collections. Imports nothing, so that whoever only names one loads nothing."""

from __future__ import annotations

ARTICLES = "articles"
"""Collection of the current version of every article."""
PAGES = "pages"
"""Collection of the raw pages."""
FINGERPRINTS = "fingerprints"
"""Collection of the band keys of every text (``tsnet.store.fingerprints``): narrow, so that the
many that share a key with an article are looked at without reading their articles."""
REJECTS = "rejects"
"""Collection of what could not be stored as an article, with the reason."""
REVISIONS = "revisions"
"""Collection of the versions before the current one."""
RUNS = "runs"
"""Collection of what each run of the crawler did (``tsnet.store.runs``)."""
LEASES = "leases"
"""Collection of who crawls now (``tsnet.store.lease``)."""
CHANNELS = "channels"
"""Collection of how far each channel is wholly read (``tsnet.store.coverage``)."""
META = "meta"
"""Collection of the version that the database was brought to (``_id: "schema"``), and of how far an
interrupted recleaning has come (``tsnet.recleaning``)."""
CANARIES = "canaries"
"""Collection of what the last canary of each address found (``tsnet.commands.canary``)."""
SEARCH_RUNS = "search_runs"
"""Collection of the search index's runs (``tsnet.store.postings``): one document a run, and the
document ``_id: "state"``."""
SEARCH_POSTINGS = "search_postings"
"""Collection of their pieces: tokens in order, and the numbers of the articles of each."""
