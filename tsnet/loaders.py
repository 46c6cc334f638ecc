"""From the parts of a page, as the page writes them, to the fields of the record.

One processor a field (itemloaders); no HTML, no Scrapy.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from itemloaders import ItemLoader
from itemloaders.processors import Compose, Identity, MapCompose, TakeFirst

from tsnet.items import Image, Licence, Rights
from tsnet.text.boilerplate.media import is_medium, without_title_marks
from tsnet.text.dates import to_utc
from tsnet.text.licences import find_contacts, find_holder, find_licences
from tsnet.text.names import find_editors, find_reporters
from tsnet.text.spacing import clean_line


def _unique(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _clean_paragraph(text: str) -> str:
    """A paragraph without odd white space; in a table's row the tabs between the cells stay."""
    return "\t".join(map(clean_line, text.split("\t")))


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)


def _images(pictures: Iterable[tuple[str, str | None]]) -> list[Image]:
    return [Image(url, caption) for url, caption in pictures]


def _rights(texts: Iterable[tuple[str, str]]) -> Rights:
    """From ``("notice", …)`` and ``("imprint", …)`` texts."""
    rights = Rights()
    for kind, text in texts:
        if kind == "notice":
            rights.notice = rights.notice or clean_line(text)
            continue
        licences, contacts, holder = _imprint(text)
        rights.licences += [
            Licence(*stated) for stated in licences if Licence(*stated) not in rights.licences
        ]
        rights.contacts += [contact for contact in contacts if contact not in rights.contacts]
        rights.holder = rights.holder or holder
    if rights.holder is None and rights.notice:
        holder = find_holder(rights.notice)
        rights.holder = holder if holder and is_medium(holder) and holder[0] != "本" else None
    return rights


@lru_cache(maxsize=512)
def _imprint(text: str) -> tuple[list[tuple[str, str]], list[str], str | None]:
    """Licences, contacts and holder in a line, which stands on every page of a site."""
    return find_licences(text), _unique(find_contacts(text)), find_holder(text)


class ArticleLoader(ItemLoader):
    """Makes the fields of an ``Article`` from the texts of its page."""

    default_item_class = dict

    # Each names its output processor: a default would be looked for in the item's class each time.
    title_in = MapCompose(clean_line)
    title_out = TakeFirst()
    subtitle_in = MapCompose(clean_line)
    subtitle_out = TakeFirst()
    body_in = MapCompose(_clean_paragraph)
    body_out = Compose(_paragraphs)
    published_at_in = MapCompose(to_utc)
    published_at_out = TakeFirst()
    published_raw_in = MapCompose(clean_line)
    published_raw_out = TakeFirst()
    source_in = MapCompose(clean_line, without_title_marks)
    source_out = TakeFirst()
    channel_name_in = MapCompose(clean_line)
    channel_name_out = TakeFirst()
    reporters_in = MapCompose(find_reporters)
    reporters_out = Compose(_unique)
    editors_in = MapCompose(find_editors)
    editors_out = Compose(_unique)
    images_in = Identity()
    images_out = Compose(_images)
    rights_in = Identity()
    rights_out = Compose(_rights)
