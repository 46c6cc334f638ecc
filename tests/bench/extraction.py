"""Extraction alone, on one core, beside other extractors on the same pages.

``python -m tests.bench.extraction``. The others take the body only, and are handed text that is
decoded already; tsnet takes the bytes and makes the whole record. A body is right when it is the
truth's, white space aside; what the damage ate for good (U+FFFD) counts for nobody. Multi-page
articles are left out, since the others know single pages only. Times are of the processor.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import lxml.html
import newspaper
import trafilatura
from gne import GeneralNewsExtractor
from readability import Document

from tests.bench.figures import Row, add_common, median, publish
from tests.replica.options import Options
from tests.replica.score import fetched
from tests.replica.site import Site
from tests.replica.truth import Truth, same_but_for_lost
from tsnet.extraction import NotAnArticle, extract
from tsnet.items import FetchedPage
from tsnet.site.decoding import decode

_SPACE = re.compile(r"\s+")


@dataclass
class Sample:
    """One page of an article, and what is right."""

    page: FetchedPage
    html: str
    truth: Truth

    def right(self, body: str) -> bool:
        """Whether ``body`` is the article's."""
        wanted, found = _SPACE.sub("", self.truth.body), _SPACE.sub("", body)
        return same_but_for_lost(found, wanted)


def by_tsnet(sample: Sample) -> str:
    try:
        return extract([sample.page]).body
    except NotAnArticle:
        return ""


def by_trafilatura(sample: Sample) -> str:
    return trafilatura.extract(sample.html, include_comments=False, include_tables=False) or ""


def by_newspaper(sample: Sample) -> str:
    article = newspaper.Article(sample.page.url, language="zh", fetch_images=False)
    article.download(input_html=sample.html)
    article.parse()
    return str(article.text)


def by_gne(sample: Sample) -> str:
    return str(GeneralNewsExtractor().extract(sample.html)["content"])


def by_readability(sample: Sample) -> str:
    return str(lxml.html.fromstring(Document(sample.html).summary()).text_content())


EXTRACTORS: dict[str, Callable[[Sample], str]] = {
    "tsnet": by_tsnet,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "gne": by_gne,
    "readability-lxml": by_readability,
}


def samples(count: int, *, damage: bool) -> list[Sample]:
    """Articles of one page, in every layout and encoding of the replica in turn."""
    site = Site(Options.preset("bench", articles=count, damage=damage))
    found = []
    for identity, entry in site.entries.items():
        truth = site.truth(identity)
        if truth.expect != "record" or truth.pages != 1 or not truth.complete:
            continue
        page = fetched(site, entry)[0]
        html = decode(page.body, page.headers.get("content-type", "")).text
        found.append(Sample(page, html, truth))
    return found


def timed(extractor: Callable[[Sample], str], pages: list[Sample]) -> tuple[float, int]:
    """Pages a second of processor time, and how many bodies are right."""
    bodies = []
    began = time.process_time()
    for sample in pages:
        try:
            bodies.append(extractor(sample))
        except Exception:  # a peer that fails on a page has its body wrong, and goes on
            bodies.append("")
    spent = time.process_time() - began
    right = sum(sample.right(body) for sample, body in zip(pages, bodies, strict=True))
    return len(pages) / spent, right


def measure(count: int, runs: int, *, damage: bool) -> list[Row]:
    """A row for each peer, beside it tsnet."""
    pages = samples(count, damage=damage)
    speeds: dict[str, list[float]] = {name: [] for name in EXTRACTORS}
    right = {}
    for extractor in EXTRACTORS.values():
        timed(extractor, pages[:4])
    for _ in range(runs):
        for name, extractor in EXTRACTORS.items():
            speed, right[name] = timed(extractor, pages)
            speeds[name].append(speed)
    kind = "mirror pages" if damage else "undamaged pages"
    return [
        Row(
            f"{kind}, tsnet",
            median(speeds["tsnet"]),
            "pages/s",
            name,
            median(values),
            {
                "bodies right": f"{right['tsnet']} of {len(pages)}",
                f"bodies right by {name}": f"{right[name]} of {len(pages)}",
                "runs": speeds["tsnet"],
                "baseline_runs": values,
            },
        )
        for name, values in speeds.items()
        if name != "tsnet"
    ]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.extraction", description=__doc__)
    add_common(parser)
    parser.add_argument("--articles", type=int, default=100, help="articles of each kind")
    options = parser.parse_args()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    rows = measure(options.articles, options.runs, damage=False)
    rows += measure(options.articles, options.runs, damage=True)
    publish(rows, options.json)


if __name__ == "__main__":
    main()
