"""Settings that hold in every situation. Each may be set in the environment where it says so."""

from os import environ

BOT_NAME = "tsnet"
SPIDER_MODULES = ["tsnet.spiders"]
COMMANDS_MODULE = "tsnet.commands"

# Politeness: one request a second to the host, robots.txt obeyed, and a name to answer to.
TSNET_CONTACT = environ.get("TSNET_CONTACT", "")
ROBOTSTXT_OBEY = True
# Rules are looked for by this word; in the whole User-Agent those for "news" would be ours, too.
ROBOTSTXT_USER_AGENT = BOT_NAME
DOWNLOAD_DELAY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 2
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
COOKIES_ENABLED = False
# Scrapy's default asks for English, and a host with several languages may give that.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9",
    # Of these it can be told whether they came whole (tsnet.middlewares.compression).
    "Accept-Encoding": "gzip, deflate",
}

# Both open ports that run code for anyone who reaches them.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# An article page has some 30 KB; 8 MB leaves room for any and for no bomb.
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024
DOWNLOAD_WARNSIZE = 2 * 1024 * 1024
DOWNLOAD_TIMEOUT = 60
# Whether an answer of a wrong length is whole, tsnet.middlewares.compression judges.
DOWNLOAD_FAIL_ON_DATALOSS = False
# Scrapy's default looks for IPv4 addresses only, and fails on [::1].
TWISTED_DNS_RESOLVER = "scrapy.resolver.CachingHostnameResolver"
REDIRECT_MAX_TIMES = 5
# A page that waits longer is there to be read, and most of those lead to themselves.
METAREFRESH_MAXDELAY = 15
# The default of 100 starts 100 tasks a response and halves the pages a second.
CONCURRENT_ITEMS = 8
CONCURRENT_REQUESTS = 32
# Bytes of pages that wait to be read before no more are asked for: some thirty pages. The default
# of 5 MB takes 40 MB more, and so many live objects make each collection of garbage a long one.
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 1_000_000

# Scrapy's own scheduler, except that a job directory on a full disk ends the crawl.
SCHEDULER = "tsnet.extensions.jobdir.JobQueue"
# Scrapy's own filter, except that with a job directory the fingerprints are kept on disk only.
DUPEFILTER_CLASS = "tsnet.seen_requests.DiskDupeFilter"

ITEM_PIPELINES = {
    "pipelines.duplicates.DuplicatesPipeline": 200,
    "pipelines.store.StorePipeline": 900,
}

# No spider here uses the depth.
SPIDER_MIDDLEWARES: dict[str, int | None] = {"scrapy.spidermiddlewares.depth.DepthMiddleware": None}
DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "tsnet.middlewares.meta_refresh.NamedMetaRefresh": 580,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "tsnet.middlewares.retry_after.RetryAfter": 550,
    "tsnet.middlewares.robots_txt.RobotsTxtAnswers": 540,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "tsnet.middlewares.compression.WholeBodies": 590,
}

EXTENSIONS: dict[str, int | None] = {
    # Loading it, though it is switched off, takes a fifth of a second.
    "scrapy.extensions.remote_control.RemoteControl": None,
    "scrapy.extensions.feedexport.FeedExporter": None,
    "tsnet.extensions.feeds.Feeds": 0,
    "tsnet.extensions.heap.OneHeap": 0,
    "tsnet.extensions.log_file.LogFile": 0,
    "tsnet.extensions.collector.FrozenStart": 0,
    "tsnet.extensions.jobdir.JobDirectory": 0,
    "tsnet.extensions.coverage.Coverage": 100,
    "tsnet.extensions.crawl_delay.CrawlDelay": 100,
    "tsnet.extensions.lease.CrawlLease": 50,
    "tsnet.extensions.search_index.SearchIndex": 150,
    "tsnet.extensions.run.RunRecord": 200,
    "tsnet.extensions.progress.Progress": 900,
    "tsnet.extensions.summary.Summary": 950,
}

# The store (docs/store.md).
MONGO_URI = environ.get("MONGO_URI") or None
MONGO_DATABASE = environ.get("MONGO_DATABASE") or "tsnet"
TSNET_DATA_DIR = environ.get("TSNET_DATA_DIR") or None
TSNET_SPOOL_DIR = environ.get("TSNET_SPOOL_DIR") or None
TSNET_SPOOL_LIMIT = environ.get("TSNET_SPOOL_LIMIT") or 2 * 1024**3
TSNET_STORE_PATIENCE = environ.get("TSNET_STORE_PATIENCE") or 60.0
TSNET_BATCH_SIZE = environ.get("TSNET_BATCH_SIZE") or 200
TSNET_BATCH_AGE = environ.get("TSNET_BATCH_AGE") or 2.0
TSNET_WAIT_FOR_WRITES = False

# One run at a time (docs/operations.md); 0: no lease is taken.
TSNET_LEASE_SECONDS = environ.get("TSNET_LEASE_SECONDS") or 60

# Checks on each run, and who is told of a failure (docs/operations.md).
TSNET_MONITOR_LIMITS: dict[str, float] = {}
TSNET_ALERT_WEBHOOK = environ.get("TSNET_ALERT_WEBHOOK") or None
TSNET_ALERT_MAIL = environ.get("TSNET_ALERT_MAIL") or None
TSNET_ALERT_SMTP = environ.get("TSNET_ALERT_SMTP") or None

# The crawl (docs/crawl.md).
TSNET_OVERLAP_DAYS = environ.get("TSNET_OVERLAP_DAYS") or 3
TSNET_EXTRACTION_PROCESSES = environ.get("TSNET_EXTRACTION_PROCESSES") or None
TSNET_EXTRACTION_TIMEOUT = environ.get("TSNET_EXTRACTION_TIMEOUT") or 30.0
TSNET_CHROMIUM = environ.get("TSNET_CHROMIUM") or None
TSNET_RENDER_TIMEOUT = environ.get("TSNET_RENDER_TIMEOUT") or 120.0
TSNET_PROGRESS = True
TSNET_SUMMARY = environ.get("TSNET_SUMMARY") or "auto"
TSNET_REQUIRED: tuple[str, ...] = ()

LOG_FORMATTER = "tsnet.log_format.QuietLogFormatter"
LOG_LEVEL = environ.get("LOG_LEVEL") or "INFO"
FEED_EXPORT_ENCODING = "utf-8"
