"""``make demo``: crawl a replica of the site into an embedded MongoDB and show the result."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from rich.console import Console

from tests.crawling import OURS, ROOT
from tests.replica import Replica
from tsnet.commands.show import print_article
from tsnet.store import Archive

DATA = ROOT / ".demo"
NEWEST = 3


def main() -> int:
    """Crawl, then show the newest records. Returns the crawl's exit code."""
    shutil.rmtree(DATA, ignore_errors=True)
    DATA.mkdir()
    # Whatever the user has set is for an archive of his own.
    for name in [name for name in os.environ if name.startswith(OURS)]:
        del os.environ[name]
    os.environ |= {"TSNET_DATA_DIR": str(DATA), "TSNET_SUMMARY": "always"}
    console = Console()
    with Replica("demo") as replica:
        print(f"Crawling a replica of the site at {replica.url} into {DATA}", flush=True)
        crawl = [sys.executable, "-m", "scrapy", "crawl", "tianshan"]
        crawl += ["-a", f"base_url={replica.url}", "--logfile", str(DATA / "crawl.log")]
        for setting in ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0"):
            crawl += ["-s", setting]
        exitcode = subprocess.run(crawl, cwd=ROOT, check=False).returncode
    if exitcode:
        console.print(f"The crawl failed; its log: {DATA / 'crawl.log'}")
        return exitcode
    with Archive() as archive:
        for hit in archive.search("", sort="newest", limit=NEWEST):
            article = archive.get(hit.id)
            assert article is not None
            console.rule()
            print_article(console, article)
    console.rule()
    console.print("Look further, from this directory:", style="bold")
    for command in ("scrapy search 环境", "scrapy stats", "scrapy serve"):
        console.print(f"  TSNET_DATA_DIR=.demo .venv/bin/{command}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
