"""Settings for a server: everything comes from the environment, and what is required is checked."""

from os import environ

from settings.base import *  # noqa: F403

TSNET_REQUIRED = ("MONGO_URI", "TSNET_CONTACT")
JOBDIR = environ.get("TSNET_JOBDIR") or None
TSNET_PROGRESS = False
TSNET_MONITOR_LIMITS = {
    "MAX_REJECTED": 0.3,
    "MAX_SHORT": 0.3,
    "MAX_BOILERPLATE": 0.02,
    "MAX_NEWEST_AGE_DAYS": 7,
    "MAX_ERRORS": 10,
    "MAX_BLOCKED": 0.1,
}
