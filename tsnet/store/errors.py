"""What can go wrong between tsnet and MongoDB, as exceptions that carry a remedy."""

from __future__ import annotations


class StoreError(Exception):
    """Base of every error of the store; its text is one line for a person."""


class StoreSettingsError(StoreError):
    """A setting of the store is wrong, and has to be corrected before MongoDB can be asked."""


class StoreUnavailable(StoreError):
    """MongoDB can't be reached or started; names the URI (without password) and the remedy."""


class DataDirectoryError(StoreUnavailable, StoreSettingsError):
    """The directory of the embedded server (TSNET_DATA_DIR) can't be used; says why."""


class SchemaTooNew(StoreError):
    """The database was written by a later version of tsnet than this one."""


class NotOurs(StoreError):
    """The database holds documents of another program where tsnet has its own."""


class SpoolError(StoreError):
    """The spool directory can't be used: locked by another process, unwritable, not ours."""


class SpoolFull(SpoolError):
    """The spool has reached its size limit; a crawl that goes on would lose what it fetches."""
