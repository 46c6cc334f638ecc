"""``scrapy list``: wrong settings told in one line."""

from __future__ import annotations

import argparse

from scrapy.commands.list import Command as ScrapyList

from tsnet.commands.crawl import refuse_wrong_output


class Command(ScrapyList):
    """Scrapy's command with a check before it; exits with 2 on misuse."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own. Raises UsageError for wrong settings of which that makes a traceback."""
        super().process_options(args, opts)
        assert self.settings is not None
        refuse_wrong_output(self.settings)
