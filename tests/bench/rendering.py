"""What a listing costs in a browser beside a plain one, and whether many of them grow its memory.

``python -m tests.bench.rendering``. Listings of 20 articles come from a server of its own; articles
are not fetched (``until`` lies before them), so that nothing but listings is measured. A cost is
that of one listing more: the difference between a crawl of many and a crawl of few. Memory is the
proportional set size of the crawl with the browser and Playwright's driver, without MongoDB.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.figures import Row, add_common, held, median, publish, server_directory
from tests.crawling import INHERITED, ROOT
from tests.loopback import Answer, Host, serving
from tsnet.store.embedded import EmbeddedServer

ITEMS = 20
"""Articles on a listing, and in each answer to a click."""
CLICKS = 7
"""Clicks until the control goes."""
SAMPLE = 1.0
"""Seconds between two looks at memory; a look at all of Chromium's processes costs 50 ms."""

SCRIPT = """
var next = 1, button = document.getElementById("more");
button.onclick = function () {
  fetch("more_" + next++ + ".json").then(function (r) { return r.json(); }).then(function (d) {
    document.getElementById("list").insertAdjacentHTML("beforeend", d.items.join(""));
    if (!d.more) { button.remove(); }
  });
};
"""


def items(channel: int, first: int) -> list[str]:
    """List items of articles that no other answer has."""
    numbers = range(channel * 10_000 + first, channel * 10_000 + first + ITEMS)
    return [
        f"<li><a href='./202503/t20250320_{number}.shtml'>自治区召开会议研究工作{number}</a>"
        "<span>2025-03-20</span></li>"
        for number in numbers
    ]


@dataclass
class Listings(Host):
    """The listings of so many channels as ``channels`` says."""

    channels: int = 0
    growing: bool = True
    """Whether the listings have a load-more control."""
    ballast: int = 0
    """Megabytes that the script of each listing fills."""
    grown: int = 0
    """Listings whose last answer to a click was fetched."""

    def answer(self, path: str) -> Answer:
        """A listing, or what a click on its control brings."""
        more = re.fullmatch(r"/xwzx/c(\d+)/more_(\d+)\.json", path)
        if more:
            number = int(more[2])
            self.grown += number == CLICKS
            answer = {"items": items(int(more[1]), number * ITEMS), "more": number < CLICKS}
            return 200, {"Content-Type": "application/json; charset=utf-8"}, json.dumps(answer)
        channel = re.fullmatch(r"/xwzx/c(\d+)/", path)
        if channel:
            control = f"<button id='more'>加载更多</button><script>{SCRIPT}</script>"
            fill = f"var ballast = new Uint8Array({self.ballast} * 1048576).fill(1);"
            text = (
                "<!DOCTYPE html><meta charset=utf-8><title>时政</title>"
                "<script src='/page.js'></script><link rel=stylesheet href='/page.css'>"
                f"<body><img src='/logo.png'><ul id='list'>{''.join(items(int(channel[1]), 0))}"
                f"</ul>{control if self.growing else ''}<script>{fill}</script></body>"
            )
            return 200, {"Content-Type": "text/html; charset=utf-8"}, text
        return 200, {"Content-Type": "text/plain"}, ""


@dataclass
class Crawl:
    """What a crawl of all channels took."""

    seconds: float
    """From its first request to its end."""
    processor_seconds: float
    """Of all its processes, their start included."""
    memory: list[tuple[int, float]]
    """Listings grown so far, MB of all its processes."""
    log: str
    """What it logged."""


def crawl(listings: Listings, uri: str, render: str, *, watched: bool = False) -> Crawl:
    """Crawl every channel; its memory is looked at where it is ``watched``."""
    listings.grown = 0
    memory = []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "scrapy", "crawl", "tianshan"]
    command += ["-a", f"base_url={listings.url}", "-a", f"render={render}"]
    command += ["-a", "until=2000-01-01", "-a", "full=1"]
    # By their paths: a front page would be opened and waited for as well.
    paths = ",".join(f"xwzx/c{number}" for number in range(listings.channels))
    command += ["-a", f"channels={paths}"]
    for setting in (
        "DOWNLOAD_DELAY=0",
        "AUTOTHROTTLE_ENABLED=0",
        "CONCURRENT_REQUESTS_PER_DOMAIN=16",
        "TSNET_SUMMARY=never",
    ):
        command += ["-s", setting]
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as log:
        process = subprocess.Popen(
            [*command, "--logfile", log.name],
            cwd=ROOT,
            env={**INHERITED, "MONGO_URI": uri, "MONGO_DATABASE": "rendering"},
        )
        family = psutil.Process(process.pid)
        while watched and process.poll() is None:
            memory.append((listings.grown, held(family)))
            time.sleep(SAMPLE)
        process.wait()
        text = log.read()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode or f"'tsnet/listings': {listings.channels}," not in text:
        raise RuntimeError(f"the crawl ended with code {process.returncode}:\n{text[-3000:]}")
    elapsed = re.search(r"'elapsed_time_seconds': ([\d.]+)", text)
    assert elapsed
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Crawl(float(elapsed[1]), processor, memory, text)


def cost(
    listings: Listings, uri: str, render: str, few: int, many: int, runs: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of one listing more, on the clock and of the processor, of each run."""
    clock, processor = [], []
    for _ in range(runs):
        crawls = []
        for listings.channels in (few, many):
            crawls.append(crawl(listings, uri, render))
        short, long = crawls
        more = 1000 / (many - few)
        clock.append(more * (long.seconds - short.seconds))
        processor.append(more * (long.processor_seconds - short.processor_seconds))
    return clock, processor


def costs(listings: Listings, uri: str, few: int, many: int, runs: int) -> list[Row]:
    """What a listing costs that is opened, and one that is grown, beside a plain one."""
    listings.growing = False
    plain, plain_processor = cost(listings, uri, "never", few, many, runs)
    rows = []
    for listings.growing, what in ((False, "opened"), (True, f"opened and clicked {CLICKS} times")):
        rendered, processor = cost(listings, uri, "always", few, many, runs)
        more = {
            "processor ms": median(processor),
            "plainly processor ms": median(plain_processor),
            "runs": rendered,
            "baseline_runs": plain,
        }
        rows.append(
            Row(
                f"a listing {what}",
                median(rendered),
                "ms",
                "fetched plainly",
                median(plain),
                more,
            )
        )
    return rows


def growth(listings: Listings, uri: str, many: int) -> Row:
    """Memory in the last fifth of a crawl beside that in its second fifth."""
    listings.growing = True
    listings.channels = many
    memory = crawl(listings, uri, "always", watched=True).memory
    fifth = many / 5

    def between(low: float, high: float) -> float:
        return median([mb for grown, mb in memory if low <= grown < high] or [0.0])

    # The first fifth fills what is filled once: compiled scripts, the browser's own caches.
    return Row(
        f"memory of a crawl of {many} rendered listings, its last fifth",
        between(4 * fifth, many),
        "MB",
        "its second fifth",
        between(fifth, 2 * fifth),
        {"peak": max(mb for _, mb in memory), "samples": memory},
    )


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rendering", description=__doc__)
    parser.add_argument(
        "--listings", type=int, default=60, help="in a crawl that is timed; 0: none"
    )
    parser.add_argument(
        "--few", type=int, default=4, help="in the one subtracted; default: the pages at once"
    )
    parser.add_argument("--long", type=int, default=500, help="in the crawl for memory; 0: none")
    add_common(parser)
    options = parser.parse_args()
    rows = []
    with (
        server_directory() as scratch,
        EmbeddedServer(Path(scratch), linger=0.0) as server,
        serving(Listings()) as listings,
    ):
        if options.listings:
            rows += costs(listings, server.uri, options.few, options.listings, options.runs)
        if options.long:
            rows.append(growth(listings, server.uri, options.long))
    publish(rows, options.json)


if __name__ == "__main__":
    main()
