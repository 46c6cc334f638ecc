"""The licence block of a Chinese site's footer, in parts: licences, holder, contacts.

Pure text; knows no HTML.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_TELECOM = "增值电信业务许可证"
_KINDS: tuple[tuple[str, str], ...] = (
    ("营业执照注册号", r"营业执照(?:注册)?"),
    ("统一社会信用代码", r"统一社会信用代码"),
    (
        "互联网新闻信息服务许可证",
        r"(?:国新网(?:许可证)?|(?:互联网)?新闻(?:信息)?(?:服务|采编)?许可证)",
    ),
    (
        _TELECOM,
        r"(?:增值电信业务(?:经营)?|电信增值业务(?:经营)?|(?<![\u4e00-\u9fff])经营|ICP|互联网信息服务)许可证",
    ),
    ("电信业务许可证", r"电信(?:与信息服务)?(?:业务)?(?:经营)?许可证"),
    (
        "信息网络传播视听节目许可证",
        r"(?:(?:信息|互联)?网络?传播|网上传播|(?:互联)?网络?)?视听(?:节目)?(?:服务)?许可证",
    ),
    ("网络文化经营许可证", r"网络文化经营许可证"),
    ("广播电视节目制作经营许可证", r"广播电视(?:节目制作)?(?:经营)?许可证"),
    ("网络出版服务许可证", r"(?:(?:网络|互联网)出版(?:服务)?许可证(?:编号|号)?|网出证)"),
    ("互联网宗教信息服务许可证", r"互联网宗教信息服务许可证"),
    ("互联网药品信息服务资格证书", r"(?:互联网)?药品(?:互联网)?信息服务资格证书?"),
    ("药品医疗器械网络信息服务备案", r"药品医疗器械网络信息服务备案"),
    ("出版物经营许可证", r"出版物经营许可证"),
    ("公网安备", r"公安(?:机关)?(?:联网|网)?备案"),
    ("国内统一刊号", r"国内统一(?:连续出版物|刊)号"),
    ("事业单位法人证书", r"事业单位法人证书"),
    ("网站标识码", r"网站标识码"),
)
"""What a licence is called in a record, and the wordings that mean it.  The names are those of the
seed page's licence block, and of the law that each is issued under."""

_KIND = "|".join(wording for _, wording in _KINDS)
# One pattern for all kinds: a range of Chinese characters takes milliseconds to compile.
_LICENCE = re.compile(
    r"(?P<police>[\u4e00-\u9fff]?公网安备\s*[:：]?\s*\d{8,16}\s*号?)"
    r"|(?P<icp>[\u4e00-\u9fff]?[Ii][Cc][Pp]\s*[备证]\s*(?:案号?)?\s*[:：]?\s*[\d-]{5,14}\s*号?(?:-\d{1,3})?)"
    r"|(?P<culture>[\u4e00-\u9fff]网文\s*[〔\[（(]\d{4}[〕\]）)]\s*[\d-]{4,12}号)"
    r"|(?<![\u4e00-\u9fff])许可证(?:编?号|号码)?\s*[:：]\s*(?P<news>\d\d[1-4]20\d{5,6})(?![\dA-Za-z-])"
    r"|(?P<telecom>[\u4e00-\u9fff]字?(?:[AB]\d\.){0,3}B[12]-20\d{6}(?:-\d{1,3})?号?)(?![\dA-Za-z-])"
    rf"|(?P<kind>{_KIND})(?:编号|号码?)?》?\s*[:：\ufffd]?\s*(?:[(（]?(?:许可证|证书)?编?号\s*[:：]\s*)?(?:"
    r"(?P<numbered>[\u4e00-\u9fff]{1,6}(?:[(（][\u4e00-\u9fff][)）])?字第?\d{2,8}号?)|(?P<issued>[(（][\u4e00-\u9fff]{1,2}[)）][\u4e00-\u9fff-]{0,8}\s?\d[\dA-Za-z-]{2,20}\s?号?)"
    r"|[(（]?(?P<number>[\u4e00-\u9fff〔\[]{0,5}(?:[（(]\d{4}[)）])?"
    r"(?:CN )?[A-Za-z]{0,3}\d?[-–]?[A-Za-z0-9][A-Za-z0-9〕\]-]{4,24}号?))"
    r"(?![\dA-Za-z户家件张份])"
)
"""``news`` and ``telecom`` have no name, but numbers of a form of their own: region, level, year
and serial number of a news licence; ``B1`` or ``B2``, year and serial number of a telecom
licence."""
_KIND_OF_FORM = {
    "police": "公网安备",
    "icp": "ICP备案",
    "culture": "网络文化经营许可证",
    "news": "互联网新闻信息服务许可证",
    "telecom": _TELECOM,
}
"""What a number is of whose form alone tells that."""
_HINT = re.compile(
    r"许可证|执照|备|ICP|B[12]-|网文|信用代码|刊号|版物号|资格证|法人证|标识码|国新网|网出证",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d-])(?:(?:\+?86[- ]?)?(?:0\d{2,3}[-—－ ]?|[(（]0\d{2,3}[)）] ?)\d{7,8}(?:-\d{1,5})?"
    r"|(?:\+86[- ]?|86-)[1-9]\d{1,2}[- ]\d{7,8}|0\d{2,3}[-—－ ]9[56]\d{3,4}|1[3-9]\d{9}"
    r"|[48]00-?\d{3}-?\d{4}|12377)(?![\d-])"
)
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:[@＠#]|\s?[(（\[]at[)）\]]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}"
    r"\.[a-z]{2,24}",
    re.ASCII | re.IGNORECASE,
)
"""An address, also as sites write it that hide it from programs: ``jubao#ts.cn``."""
_CONTACT = re.compile(rf"{_PHONE.pattern}|{_MAIL.pattern}", re.ASCII | re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”")
_NAME = r"[\u4e00-\u9fff][\u4e00-\u9fff（）()·]{1,24}"
_HOLDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"版权所有\s*[:：]\s*({_NAME})",
        r"版权(?:[均皆]|全部)?(?:归属|归|属)于?\s*([\u4e00-\u9fff]{2,20}?)(?:所有|享有)",
        r"([\u4e00-\u9fff][\u4e00-\u9fff（）()·-]{1,24}?)(?:\s*[(（][A-Za-z./]{4,40}[)）])?\s*©?\s*版权所有",
        rf"版权(?:所有|均?(?:归属|归|属)于?)\s*[:：]?\s*[©·]?[\s\d-]{{0,12}}(?:归\s*)?({_NAME})",
        r"(?:©|[Cc]opyright|COPYRIGHT)\s*(?:©|\([Cc]\)|:copyright:)?[\s\d,–-]{0,16}"
        r"(?:[Bb]y\s|[A-Za-z.]{4,24}\s)?"
        r"([\u4e00-\u9fff]{2,24})",
        r"([\u4e00-\u9fff]{2,24}?)\s*(?:(?i:All Rights Reserved)|保留(?:所有|一切)?权利)",
    )
)
"""Who holds the copyright, by the surest wording first."""
_WORD_OF_PART = re.compile(r"(?:主办|承办|主管|运营|版权所有)$")
_NO_HOLDER = re.compile(
    r"^(?:未经|禁止|不得|侵权|版权|翻印|请勿|所有|违者|转载|原?作者|原著|(?:复制|盗版)必究|(?:ICP)?备案(?:编?号)?)"
)


def find_licences(text: str) -> list[tuple[str, str]]:
    """Kind and number of every licence or filing in a line of the block, in order.

    >>> find_licences("新公网安备 65010202000013号")
    [('公网安备', '新公网安备 65010202000013号')]
    """
    return [licence for licence, _ in _licences(text)] if _HINT.search(text) else []


@lru_cache(maxsize=1024)
def _licences(text: str) -> tuple[tuple[tuple[str, str], bool], ...]:
    """Kind and number of each, and whether the line says itself that this is a licence."""
    # The block stands on every page of a site, and several rules ask for it on each.
    found: list[tuple[tuple[str, str], bool]] = []
    for match in _LICENCE.finditer(text):
        form = match.lastgroup or ""
        kind = _KIND_OF_FORM.get(form) or _kind(match["kind"])
        found.append(((kind, match[form].strip()), form != "telecom"))
    return tuple(found)


@cache
def _kind(said: str) -> str:
    """What a licence is called in a record, by what a page calls it."""
    return next(kind for kind, wording in _KINDS if re.fullmatch(wording, said))


def is_licence_line(line: str) -> bool:
    """Whether a line is one of the licence block: it states a licence and is no sentence.

    One in quotes is an example that a text gives.  A telecom licence without a name does not count:
    an announcement lists those of others.
    """
    if len(line) > 400 or _HINT.search(line) is None:
        return False
    stated = _QUOTED.sub("", line) if "“" in line else line
    named = sum(is_named for _, is_named in _licences(stated))
    return named >= (2 if "。" in line or "，" in line else 1)


def find_contacts(text: str) -> list[str]:
    """Telephone numbers and mail addresses of a line, in order."""
    return [match[0] for match in _CONTACT.finditer(text)]


def find_holder(text: str) -> str | None:
    """Who holds the copyright according to a copyright line; None when it does not say.

    >>> find_holder("Copyright © ts.cn All Rights Reserved 天山网 版权所有")
    '天山网'
    """
    for pattern in _HOLDERS:
        match = pattern.search(text)
        if match and not _NO_HOLDER.match(match[1]):
            return _WORD_OF_PART.sub("", match[1])
    return None
