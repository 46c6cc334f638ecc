"""Whether a long crawl's memory stays where it was: ``python -m tests.bench.memory``.

Crawling process and workers together, without MongoDB, with a job directory, as a crawl of that
length is run. Its baseline is the crawl itself after its first tenth.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench.crawl import tianshan
from tests.bench.figures import Row, add_common, median, publish, server_directory
from tests.replica import Replica
from tsnet.store.embedded import EmbeddedServer


def main() -> None:
    """Crawl once, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.memory", description=__doc__)
    add_common(parser)
    parser.set_defaults(runs=1)
    parser.add_argument("--articles", type=int, default=50_000)
    options = parser.parse_args()
    rows = []
    with (
        Replica("bench", articles=options.articles) as replica,
        server_directory() as scratch,
        EmbeddedServer(Path(scratch), linger=0.0) as server,
    ):
        for number in range(options.runs):
            job = ("-s", f"JOBDIR={scratch}/job{number}")
            found = tianshan(replica, server.uri, scratch, *job)
            samples = found["memory_mb"]
            tenth = max(1, len(samples) // 10)
            rows.append(
                Row(
                    f"memory in the last tenth of {found['articles']} pages",
                    median(samples[-tenth:]),
                    "MB",
                    "in the second tenth",
                    median(samples[tenth : 2 * tenth] or samples),
                    {
                        "peak": found["peak_mb"],
                        "tenths": [
                            median(samples[at : at + tenth]) for at in range(0, len(samples), tenth)
                        ],
                    },
                )
            )
    publish(rows, options.json)


if __name__ == "__main__":
    main()
