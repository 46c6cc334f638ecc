"""Settings of a measured crawl: a user's own, with politeness off, since the host is ours."""

from settings import base
from settings.base import *  # noqa: F403

DOWNLOAD_DELAY = 0
DOWNLOAD_DELAY_JITTER = 0
AUTOTHROTTLE_ENABLED = False
CONCURRENT_REQUESTS = 32
CONCURRENT_REQUESTS_PER_DOMAIN = 32
TSNET_PROGRESS = False
LOG_LEVEL = "WARNING"
EXTENSIONS = {**base.EXTENSIONS, "tests.bench.crawl_figures.CrawlFigures": 1000}
