"""Settings for a worker of a crawl that several share (docs/scaling.md): production and a Redis."""

from os import environ

from settings import production
from settings.production import *  # noqa: F403

TSNET_REQUIRED = (*production.TSNET_REQUIRED, "REDIS_URL", "TSNET_RUN")

REDIS_URL = environ.get("REDIS_URL") or None
TSNET_RUN = environ.get("TSNET_RUN") or None
TSNET_HEARTBEAT = environ.get("TSNET_HEARTBEAT") or 30
TSNET_RUN_EXPIRY = environ.get("TSNET_RUN_EXPIRY") or 3 * 24 * 3600
TSNET_MAX_RETURNS = environ.get("TSNET_MAX_RETURNS") or 3

SCHEDULER = "tsnet.distributed.scheduler.LeasingScheduler"
DUPEFILTER_CLASS = "tsnet.distributed.fingerprints.FingerprintFilter"
# A request is acknowledged when its items are through the pipelines: they must be written by then.
TSNET_WAIT_FOR_WRITES = True
# A worker that is killed leaves up to one and a half times as many to be fetched again, and what
# it fetched in the last TSNET_BATCH_AGE seconds, if that was not written yet.
CONCURRENT_REQUESTS = 16
# The queue and the seen-set are in Redis; a job directory would hold a second one.
JOBDIR = None

SPIDER_MIDDLEWARES = {**production.SPIDER_MIDDLEWARES, "tsnet.distributed.start.StartOnce": 10}
# Nearest to the download, so that only what is fetched takes a turn.
DOWNLOADER_MIDDLEWARES = {
    **production.DOWNLOADER_MIDDLEWARES,
    "tsnet.distributed.host_slot.SharedHostSlot": 990,
}
EXTENSIONS = {**production.EXTENSIONS, "tsnet.distributed.idle.WaitForOthers": 50}
