"""Captions of pictures."""

from __future__ import annotations

import re

from tsnet.text import english

_CAPTION_OPENING = re.compile(
    r"""
    ^[(（\[【\s△▲▼◀▶↑←→■●]*(?:
      图(?:为(?!什么|何)|片|：|:) | 资料图 | [上下左右附]图 | 图源 | 图[/／]
      | 图\s*[一二三四五六七八九十\d]{1,2}\s*[:：为] | 图[①-⑳] | 图说
      | (?:摄影|漫画|海报(?:设计)?)\s*[:：/／] | (?:新华社|中新社)(?:发(?![布表现展出])|图片|照片)
    )
    | ^[△▲▼↑] | ^这是[^。，]{0,12}\d[月日][^。]{0,30}拍摄的
    """,
    re.VERBOSE,
)
"""How captions open: ``图为…``, ``资料图``, ``图①``, ``△``."""
_CAPTION_ENDING = re.compile(
    r"""
    (?:
      摄 | 摄影 | 供图 | 配图 | 制图 | 资料图片? | 图片来源.{0,20} | 图片由.{2,24}提供 | 摄影报道
      | 网络图片 | [图片]提供 | (?:新华社|中新社)发 | 图文无关 | 画面[)）] | 摄于[^。]{2,16}
    )[\s。.)）\]】]*$
    # Sentences end so, too: 拍了60多张照片。 定下时间表、路线图。
    | (?:截图 | 照片 | (?<!文[/／])(?<![文地蓝版宏意企])图)[\s.]*(?:[)）\]】][\s。.)）\]】]*)?$
    """,
    re.VERBOSE,
)
"""How they end: ``刘翔摄``, ``新华社发``, ``（资料图片）``."""


def is_caption(line: str) -> bool:
    """Whether a line next to a picture reads as its caption."""
    return len(line) <= 240 and (
        _CAPTION_OPENING.match(line) is not None
        or _CAPTION_ENDING.search(line) is not None
        or english.is_caption(line)
    )
