"""``scrapy canary``: has the site changed? Made for a schedule."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from tsnet.commands.crawl import log_failure, refuse_wrong_output
from tsnet.terminal import OutputError, console, prepare_output, shown, table, writing


class Command(BaseRunSpiderCommand):
    """Fetches three pages politely and says in a table what extraction finds on them."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments, for the help."""
        return "[-a base_url=https://m.euiu.cn]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Fetch three pages and say whether the site is still what extraction expects"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's own."""
        super().add_options(parser)
        prepare_output()

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own. Raises UsageError for a wrong log, as ``scrapy crawl`` does."""
        super().process_options(args, opts)
        assert self.settings is not None
        refuse_wrong_output(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the canary; exit code 1 when something is amiss."""
        from tsnet.arguments import ArgumentError, CrawlArguments
        from tsnet.canary import CanarySpider
        from tsnet.configuration import ConfigurationError, check

        if args or opts.spargs.keys() - {"base_url"}:
            raise UsageError("the canary takes -a base_url=… only")
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
        self._report(getattr(crawler.spider, "observations", []), base_url)

    def _report(self, observations: list[Any], base_url: str) -> None:
        from tsnet.canary import gone

        before = self._exchange(base_url, observations)
        missing = gone(observations, before)
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

    def _exchange(self, base_url: str, observations: list[Any]) -> dict[str, str]:
        """What the last canary found. What this one found is stored in its place for the next,
        unless it could not look at everything."""
        from datetime import datetime, timezone

        from tsnet.store.connection import StoreError, StoreSettings, open_database
        from tsnet.store.schema import refuse_later

        assert self.settings is not None
        try:
            with open_database(StoreSettings.from_settings(self.settings)) as database:
                refuse_later(database)
                canaries = database["canaries"]
                last = canaries.find_one({"_id": base_url})
                if observations and all(one.sound for one in observations):
                    found = {one.name: one.found for one in observations}
                    document = {"found": found, "at": datetime.now(timezone.utc)}
                    canaries.replace_one({"_id": base_url}, document, upsert=True)
        except StoreError as error:
            print(f"tsnet: not compared with the last canary: {error}", file=sys.stderr)
            return {}
        return dict(last["found"]) if last else {}
