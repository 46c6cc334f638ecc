"""From the parts of a page, as the page writes them, to the fields of the record.

One processor a field (itemloaders); no HTML, no Scrapy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import chain
from typing import Any

from itemloaders import ItemLoader

from tsnet.items import Image, Licence, Rights
from tsnet.text.boilerplate.media import is_medium
from tsnet.text.dates import to_utc
from tsnet.text.licences import find_contacts, find_holder, find_licences
from tsnet.text.names import find_editors, find_reporters
from tsnet.text.spacing import clean_line


def _unique(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _line(texts: Iterable[str]) -> str | None:
    """The first text that is more than white space, as one line."""
    return next(filter(None, map(clean_line, texts)), None)


def _reporters(bylines: Iterable[str]) -> list[str]:
    return _unique(chain.from_iterable(map(find_reporters, bylines)))


def _editors(lines: Iterable[str]) -> list[str]:
    return _unique(chain.from_iterable(map(find_editors, lines)))


def _moment(moments: list[datetime]) -> datetime:
    return to_utc(moments[0])


def _clean_paragraph(text: str) -> str:
    """A paragraph without odd white space; in a table's row the tabs between the cells stay."""
    return "\t".join(map(clean_line, text.split("\t")))


def _body(paragraphs: Iterable[str]) -> str:
    return "\n".join(filter(None, map(_clean_paragraph, paragraphs)))


def _images(pictures: Iterable[tuple[str, str | None]]) -> list[Image]:
    return [Image(url, caption) for url, caption in pictures]


def _rights(texts: Iterable[tuple[str, str]]) -> Rights:
    """From ``("notice", …)`` and ``("imprint", …)`` texts."""
    rights = Rights()
    for kind, text in texts:
        if kind == "notice":
            rights.notice = rights.notice or clean_line(text)
            continue
        rights.licences += [
            Licence(name, number)
            for name, number in find_licences(text)
            if Licence(name, number) not in rights.licences
        ]
        rights.contacts += [
            contact for contact in _unique(find_contacts(text)) if contact not in rights.contacts
        ]
        rights.holder = rights.holder or find_holder(text)
    if rights.holder is None and rights.notice:
        holder = find_holder(rights.notice)
        rights.holder = holder if holder and is_medium(holder) and holder[0] != "本" else None
    return rights


class ArticleLoader(ItemLoader):
    """Makes the fields of an ``Article`` from the texts of its page."""

    default_item_class = dict

    title_out = subtitle_out = published_raw_out = source_out = channel_name_out = _line
    body_out = _body
    published_at_out = _moment
    reporters_out = _reporters
    editors_out = _editors
    images_out = _images
    rights_out = _rights

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """What is added to a field is kept as it is, and the item's class need not be asked."""
        return self.default_input_processor
