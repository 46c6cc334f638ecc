"""Settings of the spiders that tsnet is compared with: Scrapy's own, tuned like tsnet's."""

from settings import base

SPIDER_MODULES = ["tests.bench.bare_spiders"]
DOWNLOAD_DELAY = 0
DOWNLOAD_DELAY_JITTER = 0
CONCURRENT_REQUESTS = 32
CONCURRENT_REQUESTS_PER_DOMAIN = 32
CONCURRENT_ITEMS = base.CONCURRENT_ITEMS
COOKIES_ENABLED = base.COOKIES_ENABLED
ROBOTSTXT_OBEY = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "WARNING"
EXTENSIONS = {"tests.bench.crawl_figures.CrawlFigures": 1000}
