"""``scrapy show``: read an article."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from tsnet.archive_command import ArchiveCommand, Failure, doubts
from tsnet.terminal import Prose, console, shown, shown_json
from tsnet.text.beijing import beijing_time

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from tsnet.store.archive import Archive
    from tsnet.store.results import StoredArticle, Version
    from tsnet.text.differences import Piece


class Command(ArchiveCommand):
    """Read an article as a person would, or as it is stored."""

    summary = "Read an article, its versions, or the page it came from"
    arguments = "ID|ADDRESS"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--raw",
            action="store_true",
            help="the page as received (the last, page 1), as bytes; of a reject too",
        )
        what.add_argument("--json", action="store_true", help="the whole record as JSON")
        what.add_argument(
            "--versions", action="store_true", help="every version, and what each changed"
        )

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Print the article."""
        if len(args) != 1:
            raise UsageError("name one article: scrapy show t20250319_26369128")
        identity = _identity(args[0])
        at = identity if identity == args[0] else f"{identity} ({args[0]})"
        if opts.raw:
            page = next(iter(archive.pages(identity)), None) or archive.rejected_page(identity)
            if page is None:
                raise Failure(shown(f"no page of {at} is stored"))
            sys.stdout.buffer.write(page.body)
            return
        article = archive.get(identity)
        if article is None:
            raise Failure(shown(_why_absent(archive, identity, at)))
        if opts.json:
            from tsnet.store.export import json_line

            print(shown_json(json_line(article)))
        elif opts.versions:
            print_versions(console(), archive.versions(identity))
        else:
            print_article(console(), article)


def _identity(word: str) -> str:
    """The id of the article that a word of the command line names, itself or by its address.

    A browser may leave out how an address begins: ``m.euiu.cn/xwzx/…``.
    """
    # Scrapy imports every command to run one, and these patterns take a while to compile.
    from tsnet.site.urls import article_id

    address = f"https://{word}" if "/" in word and "://" not in word else word
    try:
        return article_id(address)
    except ValueError:  # no address
        return word


def _why_absent(archive: Archive, identity: str, at: str) -> str:
    """Why there is no such article: what a crawl has said of it last, or that none has met it."""
    from tsnet.store.collections import REJECTS

    reject = archive.database[REJECTS].find_one({"id": identity}, sort=[("rejected_at", -1)])
    if reject is None:
        return f"there is no article {at}: scrapy search finds ids"
    when = beijing_time(reject["rejected_at"])
    return f"{at} was rejected at {when}: {reject['reason']}, {reject['detail']}"


def print_article(out: Console, article: StoredArticle) -> None:
    """The article as a person would read it."""
    from rich.text import Text

    def say(text: str, style: str = "") -> None:
        out.print(Prose(_with_doubts(Text(shown(text), style=style))))

    say(article.title, "bold")
    if article.subtitle:
        say(article.subtitle)
    say(_facts(article), "dim")
    out.print()
    for paragraph in article.body.split("\n"):
        say("　　" + paragraph)
        out.print()
    for image in article.images:
        say(f"[图] {image.caption or ''} {image.url}".replace("  ", " "))
    if rights := _rights(article):
        say(rights, "dim")
    if article.origin_url:
        # Broken by the terminal, if at all, so that it can be copied.
        out.print(Text(shown(f"原文: {article.origin_url}"), style="dim"), soft_wrap=True)
    for doubt in doubts(article):
        say(f"Uncertain: {doubt}.", "yellow")
    if article.duplicate_of:
        say(f"The same text as {article.duplicate_of}.", "yellow")
    if article.gone_at:
        say(f"Taken off the site: a crawl found so at {beijing_time(article.gone_at)}.", "yellow")


def _facts(article: StoredArticle) -> str:
    facts = [beijing_time(article.published_at) + " 北京时间"]
    if article.source:
        facts.append("来源: " + article.source + (" 原创" if article.original else ""))
    if article.channel_name or article.channel:
        facts.append(f"频道: {article.channel_name or article.channel}")
    if article.reporters:
        facts.append("记者: " + "、".join(article.reporters))
    if article.editors:
        facts.append("责任编辑: " + "、".join(article.editors))
    return "  ".join(facts)


def _rights(article: StoredArticle) -> str:
    parts = [article.rights.notice, article.rights.holder and f"版权: {article.rights.holder}"]
    return "  ".join(part for part in parts if part)


def _with_doubts(text: Text) -> Text:
    from tsnet.text.gbk import LOST

    text.highlight_regex(LOST, "black on yellow")
    return text


def print_versions(out: Console, versions: list[Version]) -> None:
    """Every version, first to current, with what changed from the one before."""
    from rich.text import Text

    before: Version | None = None
    for version in versions:
        until = beijing_time(version.replaced_at)
        state = f"until {until}" if version.replaced_at else "stands now"
        out.print(Text(f"Version {version.revision}, {state}", style="bold"))
        if before is None:
            print_article(out, version.article)
        else:
            _print_changes(out, before, version)
        out.print()
        before = version


def _print_changes(out: Console, before: Version, after: Version) -> None:
    from rich.text import Text

    from tsnet.text.differences import compare

    out.print(Text(f"changed: {', '.join(before.changed) or 'nothing that is compared'}"))
    for name in before.changed:
        old, new = getattr(before.article, name, ""), getattr(after.article, name, "")
        if name in ("title", "subtitle", "body"):
            for passage in compare(old or "", new or ""):
                if passage.changed:
                    out.print(Prose(_passage(passage.pieces)))
        else:
            out.print(Prose(Text(shown(f"{name}: [-{old}-] {{+{new}+}}"))))


def _passage(pieces: list[Piece]) -> Text:
    from rich.text import Text

    text = Text("  ")
    for piece in pieces:
        # The signs of GNU wdiff: readable without colours too.
        if piece.kind == "removed":
            text.append(f"[-{shown(piece.text)}-]", "red")
        elif piece.kind == "inserted":
            text.append(f"{{+{shown(piece.text)}+}}", "green")
        else:
            text.append(shown(piece.text))
    return text
