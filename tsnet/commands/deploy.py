"""``scrapy deploy``: put this project on a scrapyd server, or leave the server as it was."""

from __future__ import annotations

import argparse
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    """Builds an egg, uploads it, and takes a version that does not run off again."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Arguments, for the help."""
        return "[target]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Deploy to the scrapyd server that a [deploy] section of scrapy.cfg names"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Deploy to the target named, or to ``default``."""
        if len(args) > 1:
            raise UsageError("name one target: scrapy deploy production")
        try:
            from tsnet.deployment import DeployError, Target, deploy
        except ImportError as error:
            print(f"tsnet: {error}; deploying needs: pip install -e '.[deploy]'", file=sys.stderr)
            self.exitcode = 1
            return
        try:
            target = Target.from_config(args[0] if args else "default")
        except ValueError as error:
            raise UsageError(str(error)) from None
        try:
            version, spiders = deploy(target)
        except DeployError as error:
            print(f"tsnet: {error}", file=sys.stderr)
            self.exitcode = 1
            return
        print(f"{target.project} {version} runs on {target.url}: {', '.join(spiders)}")
