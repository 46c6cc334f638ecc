"""What is right: the ground truth of an article that the replica serves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))

NOTICE = (
    "(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像,违者将依法追究法律责任。)"
)
LICENCE_BLOCK = (
    "营业执照注册号:91650102766838851Y",
    "互联网新闻信息服务许可证:65120170002",
    "增值电信业务许可证:新B2-20050008 新公网安备 65010202000013号",
    "信息网络传播视听节目许可证:3108311 新ICP备11000096号",
    "举报热线:0991-3532125 397469069@qq.com 涉未成年人举报电话:0991-3532125",
    "Copyright © m.euiu.cn All Rights Reserved 天山网 版权所有",
)
"""The block at the foot of every page, character for character as the seed page has it (its ©
stands there as ``:copyright:``, an artefact of the copy)."""


@dataclass
class Truth:
    """What a perfect crawler records of one address."""

    id: str
    """``t20250319_27577420``."""
    url: str
    """Absolute address of its first page on this replica."""
    page_urls: list[str]
    """Absolute addresses of all its pages, missing ones too."""
    origin_url: str
    section: str
    channel: str
    channels: list[str]
    """Paths of all channels whose listings link it, its own first."""
    title: str
    subtitle: str | None
    paragraphs: list[str]
    """Of the pages that there are; what is on a missing page is not here."""
    published_at: datetime
    """UTC."""
    published_raw: str
    """As the page writes it."""
    source: str | None
    original: bool
    reporters: list[str]
    editors: list[str]
    images: list[tuple[str, str | None]]
    """Absolute address and caption, in order."""
    notice: str | None
    """In Simplified, punctuation as in the seed; layouts may write it full-width."""
    pages: int
    complete: bool
    layout: str
    encoding: str
    fault: str | None = None
    """Name of the fault that the address has (faults.py); None for a sound page."""
    expect: str = "record"
    """``record``, ``reject:<reason>`` or ``either`` (faults.py)."""
    name: str = ""
    """Stem of the text it was made from (``seed``)."""
    story: str | None = None
    """The same for all versions of one story; None where there is but one."""
    relation: str | None = None
    """``reprint``, ``headline``, ``cut``, ``longer``, ``intro``; None for the first version."""

    @property
    def body(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)

    def matches(self, body: str) -> bool:
        """Whether ``body`` is the truth but for U+FFFD, each of which stands for one ASCII
        character that the damage ate for good."""
        return same_but_for_lost(body, self.body)


def same_but_for_lost(restored: str, truth: str) -> bool:
    """Whether two texts are equal where every U+FFFD in ``restored`` may be any ASCII character."""
    if "\ufffd" not in restored:
        return restored == truth
    pattern = "".join("[\x00-\x7f]" if c == "\ufffd" else re.escape(c) for c in restored)
    return re.fullmatch(pattern, truth) is not None


def to_utc(beijing: datetime) -> datetime:
    """The instant of a wall-clock time in Beijing."""
    return beijing.replace(tzinfo=BEIJING).astimezone(timezone.utc)
