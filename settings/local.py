"""Settings for one's own machine: the default."""

from settings.base import *  # noqa: F403
