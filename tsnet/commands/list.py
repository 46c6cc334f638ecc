"""``scrapy list``: wrong settings told in one line."""

from __future__ import annotations

import argparse

from scrapy.commands.list import Command as ScrapyList


class Command(ScrapyList):
    """Scrapy's command with a look at the settings where it fails; exits with 2 on misuse."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own. Raises UsageError for wrong settings of which that makes a traceback."""
        try:
            super().run(args, opts)
        except Exception:
            # Only here: to load what checks them takes 0.4 s.
            from tsnet.commands.crawl import refuse_wrong_output

            assert self.settings is not None
            refuse_wrong_output(self.settings)
            raise
