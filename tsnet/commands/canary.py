"""``scrapy canary``: has the site changed? Made for a schedule."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from tsnet.archive_command import HelpFormatter, refuse_unwritable
from tsnet.commands.crawl import log_failure, refuse_wrong_output
from tsnet.terminal import OutputError, console, prepare_output, shown, table, writing


class Command(BaseRunSpiderCommand):
    """Fetches three pages politely and says in a table what extraction finds on them."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments, for the help."""
        return "[-a base_url=https://m.euiu.cn] [--accept]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch three pages and say whether the site is still what extraction expects"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's own, and what ends a complaint."""
        super().add_options(parser)
        parser.formatter_class = HelpFormatter
        parser.add_argument(
            "--accept",
            action="store_true",
            help="accept that what earlier canaries found is gone, and complain of it no more",
        )
        prepare_output()

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own. Raises UsageError for a wrong log, as ``scrapy crawl`` does."""
        refuse_unwritable(opts)
        super().process_options(args, opts)
        assert self.settings is not None
        refuse_wrong_output(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the canary; exit code 1 when something is amiss."""
        from tsnet.arguments import ArgumentError, CrawlArguments
        from tsnet.canary import CanarySpider
        from tsnet.configuration import ConfigurationError, check

        if args or opts.spargs.keys() - {"base_url"}:
            raise UsageError("the canary takes -a base_url=… and --accept only")
        assert self.crawler_process is not None
        assert self.settings is not None
        try:
            if unwritable := log_failure():
                raise ConfigurationError(unwritable)
            base_url = CrawlArguments.parse(opts.spargs).base_url
            check(self.settings)
        except (ArgumentError, ConfigurationError) as error:
            print(f"tsnet: {error}", file=sys.stderr)
            self.exitcode = 2
            return
        for name in ("ITEM_PIPELINES", "EXTENSIONS"):
            self.settings.set(name, {}, priority="cmdline")
        self.settings.set("JOBDIR", None, priority="cmdline")
        crawler = self.crawler_process.create_crawler(CanarySpider)
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        no_robots = crawler.stats.get_value("tsnet/robots_txt/failure") if crawler.stats else None
        if no_robots:
            print(f"tsnet: {base_url} was not reached: {no_robots}", file=sys.stderr)
            self.exitcode = 1
            return
        if crawler.stats is None or crawler.stats.get_value("finish_reason") != "finished":
            print("tsnet: stopped before everything was looked at", file=sys.stderr)
            self.exitcode = 1
            return
        self._report(getattr(crawler.spider, "observations", []), base_url, accept=opts.accept)

    def _report(self, observations: list[Any], base_url: str, *, accept: bool) -> None:
        before, missing = self._exchange(base_url, observations, accept=accept)
        rows = table(f"Canary of {base_url}", "what", "found", "last time", "")
        sound = bool(observations)
        for one in observations:
            fine = one.sound and one.name not in missing
            sound = sound and fine
            texts = (one.name, one.found, before.get(one.name), None if fine else "amiss")
            rows.add_row(*map(shown, texts), style=None if fine else "red")
        told = [] if sound else ["the site is not what extraction expects"]
        try:
            with writing():
                console().print(rows)
        except OutputError as error:
            told.append(str(error))
        for line in told:
            print(f"tsnet: {line}", file=sys.stderr)
            self.exitcode = 1

    def _exchange(
        self, base_url: str, observations: list[Any], *, accept: bool
    ) -> tuple[dict[str, str], set[str]]:
        """What earlier canaries found, and which of that is missing, unless that is accepted.

        What this one found is stored beside that for the next, unless it could not look at
        everything.
        """
        from datetime import datetime, timezone

        from tsnet.canary import gone
        from tsnet.store.collections import CANARIES
        from tsnet.store.connection import StoreError, StoreSettings, open_database
        from tsnet.store.preparation import refuse_later

        assert self.settings is not None
        try:
            with open_database(StoreSettings.from_settings(self.settings)) as database:
                refuse_later(database)
                canaries = database[CANARIES]
                last = canaries.find_one({"_id": base_url})
                before = dict(last["found"]) if last else {}
                missing = set() if accept else gone(observations, before)
                if observations and all(one.sound for one in observations):
                    found = {one.name: one.found for one in observations}
                    found |= {name: before[name] for name in missing}
                    document = {"found": found, "at": datetime.now(timezone.utc)}
                    canaries.replace_one({"_id": base_url}, document, upsert=True)
        except StoreError as error:
            print(f"tsnet: not compared with the last canary: {error}", file=sys.stderr)
            return {}, set()
        return before, missing
