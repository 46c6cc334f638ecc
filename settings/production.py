"""Settings for a server: everything comes from the environment, and what is required is checked."""

from os import environ

from settings.base import *  # noqa: F403

TSNET_REQUIRED = ("MONGO_URI", "TSNET_CONTACT")
JOBDIR = environ.get("TSNET_JOBDIR") or None
TSNET_PROGRESS = False
