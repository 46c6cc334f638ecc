"""A site's imprint, its contacts and its copyright, at the foot of a page."""

from __future__ import annotations

import re

from tsnet.text import english

_COPYRIGHT_LINE = re.compile(
    r"^[\s:©]*(?:copyright|©|\(c\)\s|版权所有(?![者人权的]))"
    r"|copyright\s*(?:©|\(c\)|:copyright:|\d{4})(?!.*。$)"
    r"|all\s+rights?\s+reserved|^[^。，]{2,40}版权所有(?:\s|[.。]*$|.{0,30}(?:ICP|备))",
    re.IGNORECASE,
)
_ORGANISER = r"(?:主办|承办|协办|主管|指导)(?:单位|方)?"
_IMPRINT_LABEL = re.compile(
    rf"""
    ^由\s?[A-Za-z.]+\s?(?:强力)?驱动$ | ^[Pp]owered\s+by\b(?!.*[.!?]$(?<!Discuz!))
    | ^(?:您|你)是第\s*\d+\s*位 | ^建议使用.{{0,16}}\d{{3,4}}\s*[*×xX]\s*\d{{3,4}}
    | ^(?:网站|本站)?总?访问量\s*[:：]?\s*\d
    | ^(?:
      {_ORGANISER} | 技术支持 | 制作(?:单位|维护)
      | 网站(?:支持|维护(?:电话|单位)?|标识码|电话) | 运营(?:维护|单位)? | 法律顾问
      | [^。，！？：:]{{0,40}}(?:违法|不良信息|未成年人)[^。，！？：:]{{0,12}}
        举报(?:电话|热线|邮箱|信箱)?
      | 新闻(?:电话|热线|邮箱) | [\u4e00-\u9fff]{{0,8}}(?:报料|爆料)(?:电话|热线|邮箱|微信)?
    )\s*[:：]
    """,
    re.VERBOSE,
)
_CONTACT_LABEL = re.compile(
    r"^(?:(?:联系|办公|单位|通讯|公司)?地址|邮(?:政编码|编|箱)|传真|总机"
    r"|(?:值班|联系|咨询|投稿|新闻|广告|举报|监督|报料|服务)(?:电话|热线|邮箱|信箱))\s*[:：]"
    r"|^(?:电话|邮编|地址|传真)\s*[:：][^:：]{2,40}(?:电话|邮编|邮政编码|地址|传真)\s*[:：]"
)
_LONGEST_IMPRINT = 160
"""Characters of a line of an imprint or of contacts."""
_ORGANISER_LINE = re.compile(rf"^{_ORGANISER}\s*[:：]")
_HOST_LINE = re.compile(
    r"[\u4e00-\u9fff]{2,20}\s?(?:主办|主管|承办)"
    r"(?:[\s|｜]+(?:[\u4e00-\u9fff]{2,20}\s?(?:主办|主管|承办|协办|运[维营]|维护|管理|建设)|技术支持.*))*"
)
_LINK_TO_SITE = (
    r"(?:关于(?:我们|本站|\w{1,5}网)|网站地图|网站声明|网站简介|联系我们|联系方式|版权声明|隐私声明|广告服务|法律声明"
    r"|加入我们|诚聘英才|设为首页)"
)
_FOOTER_LINKS = re.compile(
    rf"^友情链接|^(?!联系方式$)(?:[^\W丨]{{2,8}}\s*[|｜┊┆│丨]\s*){{0,6}}{_LINK_TO_SITE}"
    r"(?:[\s|｜┊┆│丨·•\-–—/]+[^\W丨]{2,12}){0,12}$"
)


def is_copyright_line(line: str) -> bool:
    """Whether a line is a copyright line of a footer, not a sentence that quotes one."""
    return len(line) <= 300 and _COPYRIGHT_LINE.search(line) is not None


def is_footer_links(line: str) -> bool:
    """Whether a line is the foot's row of links to the site itself: ``关于我们 | 网站地图``.

    联系方式 alone heads the contacts of an announcement.
    """
    return len(line) <= _LONGEST_IMPRINT and (
        _FOOTER_LINKS.match(line) is not None or english.is_footer_links(line)
    )


def is_imprint_line(line: str) -> bool:
    """Whether a line of an imprint names who runs the site, or where to report its contents."""
    return len(line) <= _LONGEST_IMPRINT and (
        _IMPRINT_LABEL.match(line) is not None or english.is_imprint_line(line)
    )


def names_organiser(line: str) -> bool:
    """Whether a line says who runs the site, or who holds what an announcement is about."""
    return len(line) <= _LONGEST_IMPRINT and _ORGANISER_LINE.match(line) is not None


def is_host_line(line: str) -> bool:
    """Whether a line may be who runs the site, at its foot: ``新疆日报社主办``."""
    return len(line) <= _LONGEST_IMPRINT and _HOST_LINE.fullmatch(line) is not None


def is_contact_line(line: str) -> bool:
    """Whether a line gives an address or a telephone, as imprints and announcements do."""
    return len(line) <= _LONGEST_IMPRINT and _CONTACT_LABEL.match(line) is not None
