"""The names of media and of sites, and lines that name a source."""

from __future__ import annotations

import re

from tsnet.text import english
from tsnet.text.boilerplate.lines import LABEL_LENGTH

_MEDIUM = re.compile(
    r"""
    (?:
      # media
      网 | 全媒体 | (?<![预通海捷举])报 | 报海外版 | 社 | 台 | 客户端 | (?<!前)发布 | 杂志 | 新闻
      | 频道 | 联播 | 传媒 | 融媒体? | 公众号 | 在线 | 出版社 | (?<=[委府局厅部])网站
      # offices, and what else gives out news
      | 局 | 厅 | 委(?:员?会)? | 政府 | 公署 | 中心 | 集团 | 协会 | 联合会 | 工会 | 商会 | 党校
      | 大学 | (?:学|医|法|检察|研究生?|考试|科学|设计|[画书])院 | 研究所 | [总支大]队 | 总站
      | 边检站 | 派出所 | 秘书处 | 指挥部
      | (?:宣传|组织|统战)部 | [明府信侨外改]办 | 办公室 | [妇文侨工残]联 | [科作]协
      | (?:人事|教务|科研|办事)处 | (?:博物|图书|文化|美术|科技|档案)馆
      | (?<=[\u4e00-\u9fff]{2})(?:
        广播|电视|卫视|文旅|人大|政协|共青团|公安|交警|网警|气象|财政|税务|海关|剧院|网信|零距离|消防|应急管理
        |卫健|医保|检察)
    )$
    | ^(?:参考消息|半月谈|瞭望|求是|学习强国|石榴云|新华视点|人民网评|第一财经|央视财经|澎湃)$
    """,
    re.VERBOSE,
)
"""How names of media and offices end, and the names of media that end otherwise."""
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:自治区|省|市|州|县|地区|兵团)(?!(?:成|设|建)立|组建|召开|举办|增设|撤销)"
    r"[\u4e00-\u9fff]{0,8}(?:政府网?|公署|委员会|办公室|中心|[厅局])"
)
"""The full name of an office: a place, what it is, and the kind of office."""
_LABELLED = re.compile(r"[\u4e00-\u9fff]\s?[:：]")
"""What is no name but a field: ``主办单位：自治区体育局``."""
_EDITION = re.compile(r"[(（][\u4e00-\u9fff]{1,4}[)）]$")
"""What tells the editions of a newspaper apart: ``喀什日报（汉）``."""
_TITLE_MARKS = re.compile("《([^《》]+)》")
"""What a newspaper's name may stand in: ``来源：《新疆日报》``."""
_SITE_NAME = re.compile(
    r"^(?:天山网[^，。！“”《》、]{0,6}|ts\.cn|.*euiu\.cn|.*(?:网站?|门户|频道|客户端|新闻中心|首页|平台|手机版|移动版|日报|报(?:电子版|数字报)|在线|正文)"
    r"|新闻|时政|经济|社会|文化|要闻|(?:新闻|文章|信息)?(?:内容|详情|详细)页?面?)$",
    re.IGNORECASE,
)
"""What a site or a channel calls itself in a ``<title>``."""
_OWN_NAME = re.compile(
    r"^(?:天山网(?:[^，。！“”《》、]{0,4}(?:首页|中心|频道|门户|网站?|版|客户端|日报|平台|论坛|专题|新疆|新闻|欢迎[您你]))?"
    r"|(?:www\.)?ts\.cn|.{0,12}euiu\.cn|(?:网站)?首页|正文|新闻中心|手机版|移动版)$",
    re.IGNORECASE,
)
"""What this site calls itself, and words of its frame."""
OF_TEXT = "(?:信息|文章|稿件|新闻|消息|内容|本文)?"
"""What may stand before 来源, as part of a pattern."""
_SOURCE_LINE = re.compile(
    rf"^[(（\[【\s]*{OF_TEXT}(?:来源于?|[稿信]源|出处|源自)\s*[:：∶丨|｜/／\ufffd]\s*[^。！？，]{{1,40}}$"
)
"""A source behind its label, in a line of its own."""
GIVEN_OUT = re.compile(r"[\d日时]\s?发布$")
"""How a line of the text ends that says when an office gave out what the text says."""
_LOOSE_SOURCE_LINE = re.compile(r"^(?:来源|稿源)\s+([^\s。，]{2,24}?)(?:\s?原创)?$")
"""The same without a colon: a medium must follow."""
_NEWSPAPER_PAGE = re.compile(
    r"^[(（]?\s*(?:《\s*(?P<title>[^《》]{2,16}?)\s*》|(?P<name>[\u4e00-\u9fff]{2,8}报))\s*[(（]?"
    r"\s*\d{4}年\s?\d{1,2}月\s?\d{1,2}日\s*第?\s*[A-Z]?\d{1,3}\s*版"
    r"\s*(?:[:：]\s*[\u4e00-\u9fff·]{2,8}\s*)?[)）]{0,2}$"
)
"""A newspaper with its day and page: ``《新疆日报》（2025年03月22日 第03版）``."""
_DAY = r"\d{1,2}(?:月\d{1,2}日|[-/.]\d{1,2})(?:\s?\d{1,2}:\d\d(?::\d\d)?)?"
_WITH_DAY = re.compile(
    rf"[(（]?\s*(?:{_DAY}\s*(?P<behind>\D{{2,24}}?)|(?P<before>\D{{2,24}}?)\s*{_DAY}(?:讯|电|刊发)?)\s*[)）]?"
)


def without_title_marks(name: str) -> str:
    """A name without the marks of a title around it.

    >>> without_title_marks("《新疆日报》")
    '新疆日报'
    """
    marked = _TITLE_MARKS.fullmatch(name)
    return marked[1] if marked else name


def is_medium(name: str) -> bool:
    """Whether a short text reads as the name of a medium or an office."""
    name = without_title_marks(name)
    return (
        2 <= len(name) <= 24
        and not _LABELLED.search(name)
        and (_MEDIUM.search(_EDITION.sub("", name)) is not None or english.is_medium(name))
    )


def is_office(name: str) -> bool:
    """Whether a text is the full name of an office, longer than media's: ``塔城地区教育局``."""
    return _OFFICE.fullmatch(name) is not None


def is_site_name(part: str) -> bool:
    """Whether a part of a ``<title>`` names the site or a channel rather than the article."""
    return len(part) <= 24 and _SITE_NAME.match(part) is not None


def is_own_name(line: str) -> bool:
    """Whether a line is only the name of this site, as in a logo."""
    return len(line) <= 16 and _OWN_NAME.match(line) is not None


def newspaper_of(line: str) -> str | None:
    """The newspaper on whose page a text stood, where a line says that and nothing else.

    >>> newspaper_of("《新疆日报》（2025年03月22日 第03版：综合）")
    '新疆日报'
    """
    page = _NEWSPAPER_PAGE.match(line) if "版" in line and len(line) <= LABEL_LENGTH else None
    return (page["title"] or page["name"]) if page else None


def is_medium_and_day(line: str) -> bool:
    """Whether a line is the name of a medium beside a day without its year.

    >>> is_medium_and_day("新疆日报 3月19日")
    True
    """
    match = _WITH_DAY.fullmatch(line) if len(line) <= LABEL_LENGTH else None
    return match is not None and is_medium((match["behind"] or match["before"]).strip())


def is_source_line(line: str) -> bool:
    """Whether a line only names the source: ``来源：天山网``, or the page of a newspaper."""
    if len(line) > LABEL_LENGTH:
        return False
    loose = _LOOSE_SOURCE_LINE.match(line)
    return (
        (_SOURCE_LINE.match(line) is not None and not GIVEN_OUT.search(line))
        or newspaper_of(line) is not None
        or (loose is not None and is_medium(loose[1]))
    )
