"""What stands around an article on a Chinese news page, known by its wording.

The notice, the editor line, lists of other articles, tools for readers, the footer.
Pure text: each function takes one cleaned line and says whether it is that.  A line is judged as a
whole, so a sentence that merely mentions 版权 or 来源 is none of them.
To add a rule, see docs/extraction.md.
"""

from __future__ import annotations

import re

from tsnet.text import english
from tsnet.text.names import EDITOR_ROLE, JOINED_EDITORS, split_names

LABEL_LENGTH = 60
"""A line longer than this is never a label, a tool bar or a heading of a list."""

_OPENING = r"(（\[［【〔"
_CLOSING = r")）\]］】〕"
"""Brackets of one line or word, inside a class of characters."""
_OPEN = rf"[{_OPENING}「<>＞《\s■□◆●▶▪•|★☆※*#▍▎▌┃]*"
_CLOSE = rf"[{_CLOSING}」>》»›\s■□◆●|:：+/.…]*"
_COLON = r"\s*[:：︰\ufffd]\s*"
_COLON_OR_BAR = rf"(?:{_COLON}|\s*[丨|｜/]\s*)"


# -- notice --------------------------------------------------------------------------

_COPYING = re.compile(r"转载|摘编|复制|镜像|刊用|转摘|转帖|使用|翻录|转发|引用")
_TERMS = re.compile(
    r"禁止|不得|严禁|谢绝|请勿|拒绝|违者|追究|须经|务经|务必|必须|注明|授权|许可|联系|责任自负|不代表|请保留"
)
_SELF = re.compile(
    r"本网|本站|本报|本刊|本社|本台|本文|本稿|本作品|本平台|本公众号|本页|网站稿件|上述稿件|此文|天山网|新疆日报"
    r"|以上(?:内容|文章|稿件|作品)|请(?:注明|标注).{0,6}(?:来源|出处)|建立镜像|版权归|原文链接"
)
_NUMBER = r"(?:[(（]?\d[)）.、．]\s*)?"
"""Before each sentence of a notice that is a list."""
_NOTICE_OPENING = re.compile(
    rf"^{_OPEN}{_NUMBER}(?:(?:版权|免责|特别|郑重|著作权|法律|转载|权利|权责|温馨|友情)?(?:声明|说明|提示|须知)(?:{_COLON}|[】\])）\s]+))?"
    r"(?:刊用|凡|未经|转载(?:请|须|需|务|本|时|、)|本网|本站|本报|本文|本稿|本作品|任何|如需|如有|欢迎"
    r"|版权(?:归|属|声明|所有)|以上|注[:：]|请勿|严禁|禁止|声明)"
)
_NOTICE_CERTAIN = re.compile(
    rf"^{_OPEN}{_NUMBER}(?:刊用本|凡(?:本网|本站|本报|注明|来源|标注|天山网)"
    r"|(?:版权|免责|特别|郑重|法律|转载)?声明\s*[:：】\])）]"
    r"|未经(?:本网|本站|本报|天山网)|本(?:网|网站|站|报)(?:所有|所刊|所发|全部|一切|原创)"
    r"|(?:转载|刊用|使用|引用)(?:本网|本站|本报|天山网))"
)
_DISCLAIMER = re.compile(
    r"^[(（]?(?:以上|本文|文章|该文|文中)[^。]{0,12}代表[^。]{0,10}(?:观点|立场)"
    r"|^(?:声明[:：])?\s*[(（]?(?:以上|本文|文章|该文|文中)[^。，]{0,4}观点[仅只]代表(?:作者|其|个人)"
    r"|^(?:免责声明[:：])?(?:本(?:文|内容|文章|稿件?|信息|资料)|以上(?:内容|信息))[^。]{0,60}"
    r"不代表[^。]{0,24}(?:观点|立场)"
    r"|^[^。]{0,20}不代表本[网站报刊台][^。]{0,8}(?:观点|立场)|^本[网站报刊台][^。]{0,20}不代表[^。]{0,16}(?:观点|立场)"
    r"|^[^。]{0,60}不构成[^。]{0,12}(?:投资|操作|交易)[^。]{0,6}建议"
)
_FORBIDDING = re.compile(r"未经|禁止|不得|严禁|谢绝|务经|须经|书面授权")
_STATEMENT = re.compile(
    rf"^{_OPEN}(?P<kind>版权|著作权|免责|特别|郑重|法律|转载)?(?:声明|提示){_CLOSE}[:：】\])）]"
)
_LONGEST_BAN = 120
_LONGEST_NOTICE_HEADING = 12
_COPY_WORD = (
    r"(?:转载|复制|摘编|使用|转帖|转贴|刊用|抄袭|搬运|翻印|镜像|建立镜像|[、及和或与]){1,8}"
)
_BARE_BAN = re.compile(
    rf"{_OPEN}(?:(?:(?:文章)?(?:著作权|版权)(?:所有|作品|归属?[^，。]{{2,14}})|[^，。！？]{{2,12}}版权所有"
    r"|原创(?:作品|稿件|内容|文章)|尊重原创|(?:侵权|翻印)必究|投稿邮箱[:：][!-~]+)[，,。；;！!\s\ufffd]*){0,3}"
    r"(?:如?未经[^，。！？]{0,14}(?:许可|授权|同意|允许)[，,]?\s*)?"
    rf"(?:(?:请勿|不得|严禁|禁止|谢绝|拒绝)(?:擅自|以任何(?:形式|方式)|任何形式的?){{0,2}}{_COPY_WORD}"
    r"|转载(?:请|须|需|必须|务必)?(?:联系|[注标]明|获得?授权)[^，。！？]{0,14})"
    rf"(?:[，,]?(?:违者|侵权)(?:必究|将?[^。]{{0,12}}责任))?[。！!]?{_CLOSE}"
)
"""A ban that is a line by itself and speaks of nothing in particular: 未经许可，严禁转载！"""
_OPEN_LICENCE = re.compile(
    r"^(?:除|本|©|this)[^。]{0,40}(?:CC[ -]BY|知识共享|creative commons)"
    r"[^。]{0,60}(?:协议|许可|licen[sc]e)",
    re.IGNORECASE,
)
_TAKEDOWN = re.compile(
    rf"^{_OPEN}(?:注[:：]|(?:版权|免责|特别|郑重)?(?:声明|说明){_CLOSE})?"
    r"(?:本|部分|图文|文中|图片|以上|文章|内容|素材|如)[^。]{0,60}"
    r"(?:侵权|侵犯|侵害|版权|著作权)[^。]{0,30}(?:联系|告知|通知)[^。]{0,16}[。！]?$"
)
_OWNED = re.compile(
    rf"^{_OPEN}(?:本文|图文|文章|内容|稿件|图片|素材)[^。，]{{0,20}}[，,]"
    rf"(?:版权归[^。，]{{2,14}}所有|侵权?(?:联系|必)?删除?){_CLOSE}[。！]?$"
)
"""Whose a text or its pictures are: ``本文转自石榴云，版权归原作者所有。``"""
_TO_US = re.compile(r"我们|本[网站报刊台]|删除|撤下|下架")
_OF_RIGHTS = re.compile(
    rf"{_COPYING.pattern}|{_TERMS.pattern}|版权|著作权|免责|责任|侵权|侵犯|观点|立场|参考|证实|核实|真实性"
)
_NARRATED = re.compile(r"——这|这(?:句话|行字|几个字)|(?:昨[天日]|近日|日前|今年|去年)，")
"""Words of a text that speaks of notices."""
_OUTER_BRACKETS = re.compile(rf"^[{_OPENING}]\s*(.*?)\s*[{_CLOSING}]?$", re.DOTALL)


def is_notice(line: str) -> bool:
    """Whether a line is the publisher's notice on copying (or its disclaimer).

    It opens as notices do, speaks of copying and of terms, and of itself (本网, 稿件, …) or calls
    itself a statement or stands in brackets.  An article's own sentence on copyright does less.
    What calls itself a statement (a mere 声明: on rights or liability) needs to speak of itself
    only.  A short line that is all ban, an open licence, or a promise to take down what infringes
    a right needs no more.
    """
    if len(line) > 600 or ("记者" in line and not line.startswith("凡")):
        return False
    return _reads_as_notice(line) and _NARRATED.search(line) is None


def _reads_as_notice(line: str) -> bool:
    statement = _STATEMENT.match(line)
    if statement and _SELF.search(line) and (statement["kind"] or _OF_RIGHTS.search(line)):
        return True
    if ("代表" in line or "不构成" in line) and _DISCLAIMER.match(line):
        return True
    if len(line) <= _LONGEST_BAN and (
        _BARE_BAN.fullmatch(line)
        or _OPEN_LICENCE.match(line)
        or _OWNED.match(line)
        or (_TAKEDOWN.match(line) and _TO_US.search(line))
        or (english.may_be(line) and english.is_notice(line))
    ):
        return True
    return (
        _NOTICE_OPENING.match(line) is not None
        and _COPYING.search(line) is not None
        and _TERMS.search(line) is not None
        and (
            _SELF.search(line) is not None
            or _STATEMENT.match(line) is not None
            or _in_brackets(line)
        )
    )


def _in_brackets(line: str) -> bool:
    return line[:1] in tuple("(（[［【") and line[-1:] in tuple(")）]］】")


_NOTICE_HEADING = re.compile(
    rf"{_OPEN}(?:版权|免责|特别|郑重|法律|转载|著作权)(?:声明|说明){_CLOSE}"
)


def is_notice_heading(line: str) -> bool:
    """Whether a line heads a notice that is a list: ``版权声明：``."""
    return len(line) <= _LONGEST_NOTICE_HEADING and _NOTICE_HEADING.fullmatch(line) is not None


def is_certain_notice(line: str) -> bool:
    """Whether a line is a notice by its first words or its brackets, wherever it stands."""
    return is_notice(line) and (_NOTICE_CERTAIN.match(line) is not None or _in_brackets(line))


def forbids_copying(notice: str) -> bool:
    """Whether a notice forbids, and not only disclaims or asks to be named."""
    return _FORBIDDING.search(notice) is not None


def notice_text(line: str) -> str:
    """The notice without the brackets around it."""
    match = _OUTER_BRACKETS.match(line)
    return match[1] if match and line[-1] in ")）]］】〕" else line


# -- editors -------------------------------------------------------------------------

_AFTER_WORD = r"[】\]］)）]?"
_STAFF = (
    r"校\s*对|责任校对|审\s*核|初审|复审|终审|[一二三]审|审校|审读|审签|监制|总监制|编审|签发|统筹|策划|通讯员|(?:信息|文章|新闻)?录入|发布人|法律顾问"
    r"|文字校对|出品|供稿|审稿|技术支持|拍摄|后期|文案|设计|主播|播音|排版|发稿|上传"
    r"|美编|(?:图片|视频|美术)编辑|编导|摄像|剪辑|制图|海报|配音"
    r"|(?:值班|执行|本期)?(?:主任|编委|主编|总编辑?|总监)"
)
_BEFORE_EDITOR = (
    rf"(?:(?:{_STAFF}|来源|稿源|作者|记者|摄影|制作|文字|图片){_COLON_OR_BAR}"
    r"[^。！？:：]{1,24}?[\s、，,;；|｜丨]{1,4}){0,4}"
)
"""Fields that may stand before the editor in one line of credits."""
_EDITOR_LINE = re.compile(
    rf"^{_OPEN}(?:{_BEFORE_EDITOR}{EDITOR_ROLE}{_AFTER_WORD}{_COLON_OR_BAR}[^。！？]{{0,80}}|责任编辑(?:(?![\u4e00-\u9fff])[^。！？，,:：]{{0,24}})?|{JOINED_EDITORS}[)）\]】]?"
    r"|(?:责任编辑|责编)[，,；;、.『「][^。！？；]{1,24})$"
)
_EDITOR_LABEL = re.compile(rf"{_OPEN}{EDITOR_ROLE}{_COLON}")
_LOOSE_EDITOR_LINE = re.compile(
    rf"^[(（\[［【]?{EDITOR_ROLE}[\s\u3000]+"
    r"(?:[\u4e00-\u9fff][\s\u3000]{1,2}[\u4e00-\u9fff]|[\u4e00-\u9fffA-Za-z·]{2,12})"
    r"(?:[\s\u3000、，,/／]+[\u4e00-\u9fffA-Za-z·]{2,12}){0,3}[)）\]］】]?$"
)
_STAFF_LINE = re.compile(rf"^{_OPEN}(?:{_STAFF}){_COLON_OR_BAR}[^。！？]{{0,60}}$")
_OTHER_CREDIT = re.compile(
    rf"^{_OPEN}(?:摄影|摄制|制作|整理|翻译|编译){_COLON_OR_BAR}(?P<names>[^。！？:：]{{2,40}}?)[)）\]】]?$"
)


def is_editor_line(line: str) -> bool:
    """Whether a line names the editors: ``[责任编辑: 刘芳 ]``, ``（编辑 刘芳）``."""
    if len(line) > 120 or "编" not in line:
        return "ditor" in line and english.is_editor_line(line)
    return _EDITOR_LINE.match(line) is not None or (
        _in_brackets(line) and is_loose_editor_line(line)
    )


def is_editor_label(line: str) -> bool:
    """Whether a line is the label alone, the names standing in the next: ``责任编辑：``."""
    return len(line) <= 10 and "编" in line and _EDITOR_LABEL.fullmatch(line) is not None


def is_loose_editor_line(line: str) -> bool:
    """Whether the last line of an article names the editors without a colon: ``编辑 刘芳``."""
    return len(line) <= 40 and _LOOSE_EDITOR_LINE.match(line) is not None


_PICTURE_CREDIT = re.compile(
    rf"^{_OPEN}(?:图片|视频|图)\s*[:：丨|｜/／]\s*(?P<names>[^。！？:：]{{2,24}})$"
)


def is_picture_credit(line: str) -> bool:
    """Whether a line among credits names who took pictures: ``图片：郭峰``.

    By itself it may be a caption.
    """
    return bool(_credited(_PICTURE_CREDIT, line))


def is_staff_line(line: str) -> bool:
    """Whether a line names proof-readers, photographers or supervisors and nothing else."""
    return len(line) <= 80 and (
        _STAFF_LINE.match(line) is not None or bool(_credited(_OTHER_CREDIT, line))
    )


def _credited(credit: re.Pattern[str], line: str) -> list[str]:
    """The names in a line of credits; none where it is no such line."""
    match = credit.match(line)
    return split_names(match["names"]) if match else []


_BYLINE_FIELD = re.compile(
    rf"^{_OPEN}(?:[\u4e00-\u9fff]{{0,6}}记者|作者|采写|撰文|撰稿|文字|文(?:[/／]?图)?|图[/／]?文)"
    rf"{_COLON_OR_BAR}(?P<names>[^。！？：:]{{2,40}}?)"
    rf"(?:[\s\u3000、，,;；|｜/／]+(?:摄影|摄|图片?|视频|制图){_COLON_OR_BAR}[^。！？：:]{{2,24}})?$"
)


def byline_field(line: str) -> str | None:
    """The names of a line that says who wrote a text and nothing else; None for other lines.

    >>> byline_field("记者：刘翔 万平")
    '刘翔 万平'
    """
    return " ".join(_credited(_BYLINE_FIELD, line)) or None if len(line) <= LABEL_LENGTH else None


_EDITOR_WITHIN = re.compile(
    rf"(?<=[。.)）\]】!！\s])(?<![{_OPENING}]\s)\s*(?=[{_OPENING}]?\s*(?:责任编辑|责编){_COLON}[^。]{{0,60}}$)"
    rf"|(?<=\S)\s*(?=[{_OPENING}]\s*(?:责任编辑|责编|编辑)(?:{_COLON}|[\s\u3000]+)[^()（）\[\]［］【】〔〕。]{{0,60}}[{_CLOSING}]\s*$)"
)
_NOTICE_WITHIN = re.compile(r"(?<=[。！？”…!?)）])\s*(?=[(（\[【]?\s*刊用本网站?稿件)")


def split_ends(line: str) -> list[str]:
    """A line cut before the notice and before the editor that were set on the same line.

    >>> split_ends("（未经授权禁止转载。） 责任编辑：刘芳")
    ['（未经授权禁止转载。）', '责任编辑：刘芳']
    """
    pieces = [
        piece
        for part in _EDITOR_WITHIN.split(line, maxsplit=1)
        for piece in _NOTICE_WITHIN.split(part, maxsplit=1)
    ]
    return [piece.strip() for piece in pieces if piece.strip()]


# -- footer --------------------------------------------------------------------------

_COPYRIGHT_LINE = re.compile(
    r"^[\s:©]*(?:copyright|©|\(c\)\s|版权所有(?![者人权的]))|copyright\s*(?:©|\(c\)|:copyright:|\d{4})"
    r"|all\s+rights?\s+reserved|^[^。，]{2,40}版权所有(?:\s|[.。]*$|.{0,30}(?:ICP|备))",
    re.IGNORECASE,
)
_ORGANISER = r"(?:主办|承办|协办|主管|指导)(?:单位|方)?"
_IMPRINT_LABEL = re.compile(
    rf"""
    ^(?:您|你)是第\s*\d+\s*位 | ^建议使用.{{0,16}}\d{{3,4}}\s*[*×xX]\s*\d{{3,4}}
    | ^(?:网站|本站)?总?访问量\s*[:：]?\s*\d
    | ^(?:
      {_ORGANISER} | 技术支持 | 网站(?:支持|维护|标识码) | 运营(?:维护|单位)? | 法律顾问
      | [^。，！？：:]{{0,40}}(?:违法|不良信息|未成年人)[^。，！？：:]{{0,12}}
        举报(?:电话|热线|邮箱|信箱)?
      | 新闻(?:电话|热线|邮箱) | [\u4e00-\u9fff]{{0,8}}(?:报料|爆料)(?:电话|热线|邮箱|微信)?
    )\s*[:：]
    """,
    re.VERBOSE,
)
_CONTACT_LABEL = re.compile(
    r"^(?:(?:联系|办公|单位|通讯|公司)?地址|邮(?:政编码|编|箱)|传真"
    r"|(?:值班|联系|咨询|投稿|新闻|广告|举报|监督|报料|服务)(?:电话|热线|邮箱|信箱))\s*[:：]"
    r"|^(?:电话|邮编|地址|传真)\s*[:：][^:：]{2,40}(?:电话|邮编|邮政编码|地址|传真)\s*[:：]"
)
_LONGEST_IMPRINT = 160
"""Characters of a line of an imprint or of contacts."""
_ORGANISER_LINE = re.compile(rf"^{_ORGANISER}\s*[:：]")
_HOST_LINE = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:主办|主管|承办)"
    r"(?:[\s\u3000|｜]+(?:[\u4e00-\u9fff]{2,20}(?:主办|主管|承办|协办)|技术支持.*))*"
)
_FOOTER_LINKS = re.compile(
    r"^友情链接|^(?:关于(?:我们|本站|\w{1,5}网)|网站地图|网站声明|网站简介|联系我们|联系方式|版权声明|隐私声明|广告服务|法律声明"
    r"|加入我们|诚聘英才|设为首页)(?:[\s|｜┊┆│丨·•\-–—/]+\w{2,12}){0,12}$"
)


def is_copyright_line(line: str) -> bool:
    """Whether a line is a copyright line of a footer."""
    return len(line) <= 300 and _COPYRIGHT_LINE.search(line) is not None


def is_footer_links(line: str) -> bool:
    """Whether a line is the foot's row of links to the site itself: ``关于我们 | 网站地图``."""
    return len(line) <= _LONGEST_IMPRINT and (
        _FOOTER_LINKS.match(line) is not None
        or (english.may_be(line) and english.is_footer_links(line))
    )


def is_imprint_line(line: str) -> bool:
    """Whether a line of an imprint names who runs the site, or where to report its contents."""
    return len(line) <= _LONGEST_IMPRINT and (
        _IMPRINT_LABEL.match(line) is not None
        or (english.may_be(line) and english.is_imprint_line(line))
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


# -- lists of other articles ---------------------------------------------------------

_LIST_HEADING = re.compile(
    rf"""
    ^{_OPEN}(?:(?:related|recommend|hot|news)\s+)?(?:
    相关(?:新闻|阅读|链接|报道|文章|推荐|稿件|专题|资讯|内容|信息|热点|视频)?
    | 推荐(?:阅读|新闻|文章|内容|视频)? | 延伸阅读
    | (?:热门|热点|最新|图片|焦点|专题|头条|滚动|精彩|今日|频道|视频|实时|本网|国内|疆内|点击
        |人气|阅读|新闻|一周|每日|本周|本月|24小时|48小时|浏览|热文|热度|要闻|新疆|天山)
      (?:新闻|文章|推荐|排行榜?|资讯|头条|图片|要闻|图集|视频|内容|关注|点击|阅读|热点|信息|评论|专题
        |导读|热榜|热文|排名|速递|动态)(?:排行榜?|推荐)?
    | [\u4e00-\u9fff]{{2,4}}(?:新闻|资讯|要闻)(?:精选|推荐|集锦|排行榜?)
    | 为[您你]推荐 | (?:点击|人气)?排行榜?
    | (?:编辑|小编|为您|为你|猜你|智能|随机|头条|热文)(?:推荐|喜欢) | (?:责任)?编辑为[您你]推荐
    | (?:你|您)可能(?:还|也)?(?:喜欢|感兴趣|关心).{{0,6}}
    | 大家(?:都|还|也)在看 | 看过.{{0,8}}还看.{{0,4}} | 热搜榜? | 热榜
    | 更多(?:新闻|精彩|内容|相关.{{0,4}}|资讯|阅读|报道|文章)
    | 文章(?:导航|归档) | 本文(?:导航|目录) | 近期(?:文章|评论) | 分类目录 | 归档
    | 往期(?:回顾|推荐|精彩) | 要闻 | 热点 | 专题 | (?:友情)?链接 | 换一换
    | 本文(?:标签|关键词) | 标签 | 关键词 | TAGS?
    )\s*(?:更多|more)?{_CLOSE}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMENTS = re.compile(
    rf"""
    ^{_OPEN}(?:
    (?:(?:网友|最新|热门|全部|精彩|用户|发表|我要|查看|取消|写)[您你]?的?(?:评论|跟帖|留言|回复)
      \s*(?:[(（]\d+[)）]|\d{{1,6}}$)?){{1,3}}
    | 评论区 | 跟帖 | 我来说两句 | 文明上网.{{0,30}}
    | (?:以[上下])?(?:网友|网民|用户)?(?:评论|留言|跟帖|发言)(?:内容)?
      [\s，：:]{{0,2}}[仅只](?:供|代表).{{0,30}}
    | (?:登录|登陆)\s*[|/｜]?\s*注册 | 用户名\s*[:：]\s*密码\s*[:：].{{0,30}}
    | 共?有?\s*\d+\s*[人条]\s*(?:参与)?(?:评论|跟帖|留言) | (?:网友评论)?\s*\d+\s*条评论.{{0,12}}
    | (?:评论|留言)(?:列表|\s*[(（]?\d+[)）]?(?:条)?) | 已有\s*\d+\s*(?:人|条).{{0,8}}
    | (?:还没有|暂无)评论.{{0,10}} | (?:登录后|请登录|请先登录).{{0,12}}
    ){_CLOSE}$
    """,
    re.VERBOSE,
)
_NEIGHBOUR = re.compile(
    r"^[<《«‹\[【(（\s←\d]{0,6}(?:上|下|前|后)一[篇条则个](?:文章|新闻)?\s*(?:[:：>》»›\]】)）→]|$|\s)"
)


_RELATED_LINE = re.compile(
    rf"^{_OPEN}(?:相关|延伸|推荐|更多|此前|早前|前期|往期)(?:阅读|新闻|链接|报道|文章|专题|回顾)\s*[:：\]】]"
)


def is_related_line(line: str) -> bool:
    """Whether a line opens with the heading of a list of other articles and a colon."""
    return _RELATED_LINE.match(line) is not None


_OTHER_TITLE = re.compile(r"^[(（\[【]?原(?:标题|题)\s*[:：]")


def is_other_title(line: str) -> bool:
    """Whether a line only gives the headline under which the text stood elsewhere."""
    return len(line) <= 120 and _OTHER_TITLE.match(line) is not None


def is_list_heading(line: str) -> bool:
    """Whether a line is the heading of a list of other articles: ``相关新闻``."""
    return len(line) <= 24 and (
        _LIST_HEADING.match(line) is not None
        or (english.may_be(line) and english.is_list_heading(line))
    )


def is_comment_heading(line: str) -> bool:
    """Whether a line opens the readers' comments."""
    return len(line) <= 40 and (
        _COMMENTS.match(line) is not None
        or (english.may_be(line) and english.is_comment_heading(line))
    )


def may_head_comments(line: str) -> bool:
    """Whether a line opens the readers' comments, or is what a heading of a text may be, too."""
    return line in ("评论", "留言", "跟帖") or is_comment_heading(line)


def is_neighbour_line(line: str) -> bool:
    """Whether a line leads to the article before or after: ``上一篇：…``."""
    return _NEIGHBOUR.match(line) is not None


# -- tools for readers ---------------------------------------------------------------

_TOOL_WORD = re.compile(
    r"""
    分享(?:到|至|给|本文|文章)? | 转发
    | 微信(?:好友|扫一扫|朋友圈|公众号)? | 朋友圈 | 新浪微博 | 腾讯微博 | 微博
    | Qzone | QQ(?:空间|好友)? | 空间 | 人人网 | 豆瓣
    | 打印(?:[本此][文页]|文章)? | 收藏(?:本页|本文)? | 邀请 | 推荐 | 顶部 | 关闭(?:窗口|本页|页面)?
    | 复制(?:链接|网址) | (?:我要)?(?:举报|纠错|反馈) | 点赞 | 赞 | 评论 | 参与(?:互动)?
    | 字号 | 字体(?:大小)? | 大小 | 默认o? | 超大 | 特大 | 标准 | 加大 | 缩小 | 放大
    | 正常 | A[+-] | T[+-]
    | 扫一扫 | 扫码 | 手机(?:阅读|看|查看|观看|版)?
    | 欢迎 | 点亮 | 在看 | 一键三连 | 传递更多正能量
    | 二维码 | 返回(?:首页|顶部|列表|上页|频道|目录)? | 首页 | 回到?顶部 | TOP | 邮件 | 下载
    | APP | 客户端 | 朗读 | 听新闻 | 语音(?:播报|朗读)? | 播放 | 暂停
    | 繁體 | 繁体 | 简体 | 无障碍(?:浏览)? | 长者模式 | 适老版 | 阅读模式
    | 点击(?:数|量|率) | (?:本[文页])?已?被?(?:浏览|阅读)(?:次数|量|数)? | 次
    | facebook | twitter | 倍速 | 录入 | admin | 更多 | 到 | 更 | 视力保护色 | [大中小简繁AT]
    | \d{1,7}(?:\.\d)?万?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOOL_CERTAIN = re.compile(
    r"""
    分享 | 字号 | 字体 | 打印 | 收藏 | 关闭 | 扫一扫 | 二维码 | 返回 | 顶部 | 复制 | 纠错 | 点赞
    | 微信 | 微博 | 朋友圈 | 转发 | 大中小 | 大\s*中\s*小 | Qzone | 小\s*中\s*大 | [TA][大小]
    | 听新闻 | 朗读 | 语音 | 浏览 | 阅读 | 点击 | 无障碍 | 放大 | 缩小 | 视力保护 | 举报 | 评论
    | 参与互动 | 客户端 | APP | 在看 | A\+ | A-
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOOL_OPENING = re.compile(
    r"""
    ^[\[【(（\s↑↓▲▼]*(?:
    分享(?:到|至) | 扫一扫 | 扫码 | 扫描(?:二维码|左侧|右侧|上方|下方)
    | 打开[^。，]{1,10}(?:APP|客户端)(?:$|[，\s]) | 返回[^。，]{1,8}[，,]\s?查看更多$
    | 微信扫 | 打开微信 | 用微信 | 请用微信 | 长按 | 点击(?:[左右]?[上下][方角]|蓝字)
    | (?:如|若)?[您你]?(?:如|若)?发现(?:错别字|错误|有误)[^。]{0,12}(?:纠错|反馈|联系)
    | (?:(?:新闻)?(?:线索)?(?:爆料|报料)(?:热线|电话|邮箱|微信)?|新闻热线)\s*[:：]
    | (?:您|你)(?:对|觉得)(?:本|这)[文篇条]
    | 关注(?:我们|微信|天山网) | 打开APP | 下载(?:APP|[^。，]{0,12}客户端(?:$|[，\s]))
    | (?:想了解)?更多[^。]{0,12}(?:请|欢迎)(?:关注|下载|点击|登录|扫)
    | (?:觉得|如果|喜欢)[^。]{0,16}(?:点个?赞|点个.?在看|转发)
    | (?:本文|本页|原文|文章|网页|来源)?(?:地址|链接|网址)\s*[:：]\s*https?://[!-~]*$
    )
    """,
    re.VERBOSE,
)
_OWN_ADDRESS = re.compile(
    r"(?:本[文页]|原文|文章|网页)(?:地址|链接|网址)\s*[:：]\s*https?://[!-~]{1,200}$"
)
_PAGER_WORD = re.compile(
    r"""
    \[\s*\d{1,3}\s*\] | 【\s*\d{1,3}\s*】 | [(（]\s*\d{1,3}\s*[)）]
    | 上一?页 | 下一?页 | 首页 | 第一页 | 尾页 | 末页 | 最后一?页 | 前一?页 | 后一?页
    | [上下]一[张幅期版]
    | 前一天 | 后一天 | 查看(?:原图|大图) | \d{1,3}\s*/\s*\d{1,3} | (?:支持)?键盘 | 翻页
    | (?:本文|全文|文章)?共\s*\d+\s*页 | (?:当前)?第\s*\d+\s*页 | 当前页?
    | (?:余下|剩余|阅读|显示|展开|查看|浏览)?全文(?:阅读)? | 单页阅读 | 跳?转?到 | GO | \d{1,3} | 页
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PAGER_CERTAIN = re.compile(
    r"页|[上下]一[张幅期版]|前一天\s*后一天|全文|[\[【]\s*\d+\s*[\]】]\s*[\[【]\s*\d+\s*[\]】]"
)
_NO_WORD = re.compile(r"[\s\W_]+")
_PLACEHOLDER = re.compile(
    r"""
    ^[\[【(（\s▶►]*(?:
    [音视]频(?:正在)?(?:加载|播放|准备).{0,10} | 自动播放\s*(?:play\s*向前\s*向后)?
    | 视频 | 音频 | 图集 | 正在加载.{0,10}
    | 调查问题加载中.{0,8} | 若长时间无响应.{0,16} | (?:加载中|loading|请稍[候后]).{0,6}
    | 点击(?:播放|观看)(?:视频|音频)?
    | (?:您|你)的(?:浏览器|设备|手机|播放器).{0,40}(?:不支持|版本|升级).{0,40}
    | (?:抱歉|对不起).{0,20}不支持.{0,40}
    | .{0,12}(?:flash|html5)\s*(?:player|播放器|插件|video).{0,30}
    | (?:打开)?微信里?，?点.{0,4}(?:发现|底部).{0,40} | -{4,}\s*分\s?[隔割]线\s*-{4,}
    | 播放(?:视频|器) | (?:点击)?展开(?:阅读)?(?:全文|全部|阅读)? | 收起(?:全文)?
    | (?:倍速|[高标超]清|流畅|全屏|静音|画质|弹幕)+
    | (?:点击)?(?:查看|看)(?:大图|原图|更多) | 点击图片.{0,12}
    | 广告 | advertisement | 推广 | 赞助
    )[\]】)）\s.…。>»＞:：]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SIGN = re.compile(
    r"""
    [-—–~～\s·]*
      (?:(?:the\s)?end|全文完|(?:左右|上下|向?[上下左右])滑动?(?:查看|可看|看).{0,8})
      [-—–~～\s·]*
    | [-—–~～\s·]+完[-—–~～\s·]+ | [(（【\[]\s*(?:完|end)\s*[)）】\]]
    | [您你]?[读看]完(?:此|本|该|这[篇条])(?:文|新闻|稿).{0,16}
    | [-—–_=~～]{3,} | [↓↑▼▲▽△⬇⇓⬆👇👆|｜\s]+
    | \d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d                     # a player
    | [■◼]
    | [(（【\[]点击[^)）】\]]{1,12}[)）】\]] | 加载更多
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_SIGN = 24


def is_tool_line(line: str) -> bool:
    """Whether a line is only buttons for readers: sharing, printing, font size, counters."""
    if len(line) > LABEL_LENGTH:
        return _OWN_ADDRESS.match(line) is not None
    if _TOOL_OPENING.match(line) and not line.endswith(("。", "！", "？")):
        return True
    if english.may_be(line) and english.is_tool_line(line):
        return True
    return (
        _TOOL_CERTAIN.search(line) is not None and _NO_WORD.sub("", _TOOL_WORD.sub("", line)) == ""
    )


_SCAN = re.compile(r"扫[一码描]|长按|二维码")


def asks_to_scan(line: str) -> bool:
    """Whether a line of tools speaks of a code to scan, which is a picture by it."""
    return _SCAN.search(line) is not None


_BUTTON = re.compile(
    r"""
    ^\W*(?:
      点击 | 收听 | 长按 | 我要(?:分享|评论|纠错|收藏|投稿|留言|举报) | 复制(?:链接|网址|本文)
      | 登录(?:后|查看|参与) | 时长 | [大中小]字
      | 扫[码描].{0,12}(?:关注|下载|查看|阅读|分享|二维码)
      | 关注(?:$|[\u4e00-\u9fff]{1,6}网$|.{0,10}(?:公众号|视频号|微博|微信|抖音|我们))
      | 分享(?:到|至|本文|文章|海报)?$ | (?:评论|收藏|点赞|喜欢)\s*[(（]?\d
      | 播放(?:音频|视频|全部)?$ | (?:打赏(?:作者)?|赞赏|昵称|提交)$
      | \d{1,3}\s*分钟(?:阅读|读完)$ | (?:在?APP|客户端)内(?:打开|阅读|查看)$
      | (?:投诉(?:建议|举报)?|意见反馈|我要反馈|已?订阅|手机看|快速朗读|赞一个|TOP)\W*$
      | 双击滚屏 | 相关附件[:：]?$ | 更多精彩[^。]{0,8}尽在
    )
    | ^点(?:分享|收藏|赞|在看)$ | 简\s*[/|]\s*繁 | 默认\s*[大中小] | (?:关注|订阅)\s(?:关注|订阅)
    | 识别(?:图中)?二维码 | 倍速播放 | 音频\s*\d
    | [（(]?全文完 | 查看原文 | 返回上一?[页级] | 推荐给(?:朋友|好友) | 顶一下 | 此篇文章有
    | 您访问的链接即将 | 阅读原文 | 阅读需 | 预计阅读 | 本文字数 | 视力保护 | IP属地 | 官方账号$
    | 一键三连 | ^(?:转发|分享)[^。，]{0,4}让更多人 | ^听(?:全文|新闻|报道)
    | ^(?:抖音|快手|视频号|微信公众号|新浪微博|QQ)$
    # counters
    | ^(?:当前|今日|总)?(?:浏览|访问|阅读|点击|热度|人气|编号)(?:人数|次数|量|数|率)?\s*[:：]?\s*\d
    | ^(?:本文)?已(?:影响|帮助)\s*\d+\s*人$
    | \d人点赞 | ^\d{1,6}\s*(?:赞|评论|收藏|分享)$ | ^[踩赞](?:一下)?(?:$|\s*[(（]?\d)
    | ^在看(?:$|\s*\d) | ^\+1$ | ^\d{1,4}$ | ^[(（]\d{1,6}[)）]$
    | ^[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*(?:\d|听)
    # a player, a gallery, dates and rules
    | ^\d{1,2}:\d\d(?::\d\d)?$ | ^\d{1,3}\s*/\s*\d{1,3}$ | ^\d{1,3}%$
    | ^(?:最后)?(?:发布|发表|更新)(?:于|(?:时间|日期)?[:：])
    | ^[-—–_=*＊~～·\s]{3,}$ | [★☆]{3}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_BUTTON = 30
_STAMPS = re.compile(
    r"(?:(?:最后|最近)?(?:发布|发表|更新|修改|编辑)(?:于|时间|日期)?[:：]"
    r"\s*[\d年月日/.:： -]{8,20}\s*[|｜]?\s*){1,3}"
)
"""When a page was published and changed, as its foot states it again."""


def is_button(line: str) -> bool:
    """Whether a line above or below a text reads as a button or a counter: short and no sentence.

    Within a text the same words may be a heading or an item of a list.
    """
    return _STAMPS.fullmatch(line) is not None or (
        len(line) <= _LONGEST_BUTTON
        and not line.endswith(("。", "！", "？", "；", "：", "”"))
        and _BUTTON.search(line) is not None
    )


def is_pager_line(line: str) -> bool:
    """Whether a line is only the pager of a long article: ``[1] [2] 下一页``."""
    return (
        len(line) <= LABEL_LENGTH
        and _PAGER_CERTAIN.search(line) is not None
        and _NO_WORD.sub("", _PAGER_WORD.sub("", line)) == ""
    )


def is_placeholder(line: str) -> bool:
    """Whether a line stands for what a page without script can't show, or an advertisement.

    So do signs to the reader: arrows, the mark of the end, 左右滑动查看.
    """
    return (len(line) <= LABEL_LENGTH * 2 and _PLACEHOLDER.match(line) is not None) or (
        len(line) <= _LONGEST_SIGN and _SIGN.fullmatch(line) is not None
    )


_SUMMARY_HEADING = re.compile(
    rf"{_OPEN}(?:AI|智能|人工智能)\s*(?:摘要|总结|速览|速读|导读|解读|概要|看点){_CLOSE}",
    re.IGNORECASE,
)
_SUMMARY_NOTE = re.compile(
    r"[(（*※\s]*(?:(?:以[上下])?内容|(?:以[上下]|本文|该|此|文章|新闻)*(?:摘要|总结|导读|概要)(?:内容)?|本文)"
    r"(?:仅?由|使用)[^。]{0,12}(?:AI|人工智能|大模型)[^。，]{0,6}(?:生成|总结|提炼)[^。]{0,24}[。)）]*",
    re.IGNORECASE,
)


def is_summary_heading(line: str) -> bool:
    """Whether a line is the heading of a summary that a program made: ``AI摘要``."""
    return len(line) <= 12 and _SUMMARY_HEADING.fullmatch(line) is not None


def is_summary_note(line: str) -> bool:
    """Whether a line says that a program made a summary: ``内容由AI生成，仅供参考``."""
    return len(line) <= LABEL_LENGTH and _SUMMARY_NOTE.fullmatch(line) is not None


# -- where the page stands on the site -----------------------------------------------

_POSITION = re.compile(
    r"^(?:(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?(?:位置|在)|当前(?:所在)?(?:位置|页面|栏目)|所在(?:位置|栏目))\s*(?:是)?\s*[:：]"
)
_CRUMB_SEPARATOR = re.compile(r"\s*(?:-?[>＞]+|»+|›+|→|》+|\s[/|｜\\-]\s|—+)\s*")
_LABELLED = re.compile(r"[:：]")
_TIME_STEP = re.compile(r"\d[\d\s:：/.年月日-]*")
_HOME = re.compile(r"^(?:网站)?首页$|^主页$|^home$", re.IGNORECASE)
_NO_CRUMB = re.compile(r"^(?:正文|文章|内容|详情|浏览|查看|文章内容|新闻内容|.*正文)$")


def breadcrumb(line: str) -> list[str] | None:
    """The steps of a line such as ``首页 > 新闻中心 > 时政``, without home and 正文.

    None for a line that is no breadcrumb.
    """
    if len(line) > 120 or line.endswith("。"):
        return None
    position = _POSITION.match(line)
    text = line[position.end() :] if position else line
    steps = [step.strip() for step in _CRUMB_SEPARATOR.split(text) if step.strip()]
    if not position and (len(steps) < 2 or not _is_first_step(steps[0]) or _holds_date(steps)):
        return None
    return [step for step in steps if not _HOME.match(step) and not _NO_CRUMB.match(step)]


def _holds_date(steps: list[str]) -> bool:
    return any(_TIME_STEP.fullmatch(step) for step in steps)


def _is_first_step(step: str) -> bool:
    return _HOME.match(step) is not None or (
        len(step) <= 8
        and step.endswith(("网", "首页"))
        and not step.startswith("设为")
        and not _LABELLED.search(step)
    )


# -- sources and the names of sites --------------------------------------------------

_MEDIUM = re.compile(
    r"(?:网|(?<![预通海捷举])报|社|台|客户端|发布|杂志|新闻|频道|局|厅|委|政府|中心|大学|学院|医院|法院|检察院|传媒|融媒体?|公众号|在线|出版社|集团|宣传部"
    r"|(?<=[\u4e00-\u9fff]{2})(?:广播|电视|卫视|文旅|人大|政协|共青团|公安|交警|气象|财政|税务|海关|剧院))$"
)
_EDITION = re.compile(r"[(（][\u4e00-\u9fff]{1,4}[)）]$")
"""What tells the editions of a newspaper apart: ``喀什日报（汉）``."""
_SITE_NAME = re.compile(
    r"^(?:天山网[^，。！“”《》、]{0,6}|ts\.cn|.*euiu\.cn|.*(?:网|网站|门户|门户网站|频道|新闻网|客户端|新闻中心|首页|平台|手机版|移动版|日报|在线|正文)"
    r"|新闻|时政|经济|社会|文化|要闻|正文|(?:新闻|文章|信息)?(?:内容|详情|详细)页?面?)$",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(
    r"^(?:天山网(?:[^，。！“”《》、]{0,4}(?:首页|中心|频道|门户|网站?|版|客户端|日报|平台|论坛|专题|新疆|新闻|欢迎[您你]))?"
    r"|(?:www\.)?ts\.cn|.{0,12}euiu\.cn|(?:网站)?首页|正文|新闻中心|手机版|移动版)$",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(
    r"^[(（\[【\s]*(?:稿件|新闻|信息|文章|消息|本文|内容)?(?:来源于?|稿源|出处)\s*[:：丨|｜/／\ufffd]\s*[^。！？，]{1,40}$"
)


_LOOSE_SOURCE_LINE = re.compile(r"^(?:来源|稿源)[\s\u3000]+([^\s。，]{2,24}?)(?:\s?原创)?$")
_NEWSPAPER_PAGE = re.compile(
    r"^[(（]?\s*(?:《[^《》]{2,16}》|[\u4e00-\u9fff]{2,8}报)\s*[(（]?\s*\d{4}年\s?\d{1,2}月\s?\d{1,2}日\s*第?\s*[A-Z]?\d{1,3}\s*版\s*[)）]{0,2}$"
)


def is_medium(name: str) -> bool:
    """Whether a short text reads as the name of a medium or an office."""
    return 2 <= len(name) <= 24 and (
        _MEDIUM.search(_EDITION.sub("", name)) is not None
        or (english.may_be(name) and english.is_medium(name))
    )


def is_site_name(part: str) -> bool:
    """Whether a part of a ``<title>`` names the site or a channel rather than the article."""
    return len(part) <= 24 and _SITE_NAME.match(part) is not None


def is_own_name(line: str) -> bool:
    """Whether a line is only the name of this site, as in a logo."""
    return len(line) <= 16 and _OWN_NAME.match(line) is not None


def is_source_line(line: str) -> bool:
    """Whether a line only names the source: ``来源：天山网``, or the page of a newspaper."""
    if len(line) > LABEL_LENGTH:
        return False
    loose = _LOOSE_SOURCE_LINE.match(line)
    return (
        _SOURCE_LINE.match(line) is not None
        or _NEWSPAPER_PAGE.match(line) is not None
        or (loose is not None and is_medium(loose[1]))
    )


# -- captions ------------------------------------------------------------------------

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
_CAPTION_ENDING = re.compile(
    r"""
    (?:
      摄 | 摄影 | 供图 | 配图 | 制图 | 资料图片? | 图片来源.{0,20} | 图片由.{2,24}提供 | 摄影报道
      | 视频截图 | 截图 | 网络图片 | [图片]提供 | (?:新华社|中新社)发 | 照片 | 图文无关 | 画面[)）]
      | 摄于[^。]{2,16} | (?<!文[/／])(?<!文)图
    )[\s。.)）\]】]*$
    """,
    re.VERBOSE,
)


def is_caption(line: str) -> bool:
    """Whether a line next to a picture reads as its caption."""
    return len(line) <= 240 and (
        _CAPTION_OPENING.match(line) is not None
        or _CAPTION_ENDING.search(line) is not None
        or (english.may_be(line) and english.is_caption(line))
    )


# -- pages that are no article -------------------------------------------------------

_NOT_FOUND = re.compile(
    r"(?<!\d)404(?!\d)|not\s+found|(?:页面|网页|文章|内容|稿件|信息|新闻|文件|资源).{0,12}"
    r"(?:不存在|未找到|找不到|没有找到|无法找到|已(?:被)?删除|已下线|已失效|走丢)|(?:找不到|未找到|没有找到).{0,12}(?:页面|网页|文件|内容|文章)",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"""
    (?:请|需要|必须)?(?:开启|启用|打开|允许).{0,6}javascript
    | 安全(?:验证|检查|检测) | 人机验证 | 验证码 | 正在(?:检查|验证|跳转) | 访问(?:验证|过于频繁)
    | just[ ]a[ ]moment | checking[ ]your[ ]browser | enable[ ]javascript
    | are[ ]you[ ](?:a[ ])?(?:human|robot) | access[ ]denied | captcha
    """,
    re.IGNORECASE | re.VERBOSE,
)


def says_not_found(text: str) -> bool:
    """Whether a short text says that the page is not there."""
    return _NOT_FOUND.search(text) is not None


def says_challenge(text: str) -> bool:
    """Whether a short text asks the visitor to prove to be human or to run script."""
    return _CHALLENGE.search(text) is not None


_SENTENCE = re.compile(r"[。！？；!?؟]|[，,、：:،؛]|[^.]\.$")


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: a sentence end, or several clauses."""
    if len(line) < 12:
        return line.endswith(("。", "！", "？", "”", "!", "?"))
    return _SENTENCE.search(line) is not None
