"""Settings of tests.small_spider: those of a shared crawl, without the store and without delays."""

import os

from settings.distributed import *  # noqa: F403

SPIDER_MODULES = ["tests.small_spider"]
ITEM_PIPELINES = {"tests.small_spider.BatchedFile": 900}
EXTENSIONS = {"tsnet.distributed.idle.WaitForOthers": 50}
REQUEST_FINGERPRINTER_CLASS = "tests.small_spider.QueryIgnored"
DOWNLOAD_DELAY = 0
AUTOTHROTTLE_ENABLED = False
CONCURRENT_REQUESTS_PER_DOMAIN = 16
TSNET_HEARTBEAT = 5
WRITTEN = os.environ["WRITTEN"]
