"""Settings of a crawl whose event loop is watched."""

from settings import base
from settings.base import *  # noqa: F403

EXTENSIONS = {**base.EXTENSIONS, "tests.loop_watchdog.LoopWatchdog": 1000}
