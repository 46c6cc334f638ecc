"""Rights notices: who may copy a text, and whose it is."""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.text import english
from tsnet.text.boilerplate.lines import CLOSE, CLOSING, COLON, KEPT, OPEN, OPENING, in_brackets

_COPYING = re.compile(r"转载|摘编|复制|镜像|刊用|转摘|转帖|使用|翻录|转发|引用")
"""What a notice speaks of: copying."""
_TERMS = re.compile(
    r"禁止|不得|严禁|谢绝|请勿|拒绝|违者|追究|须经|务经|务必|必须|[注标]明|附上|授权|许可|书面同意|联系|责任自负|不代表|请保留|未经"
)
"""And on what terms."""
_ITSELF = re.compile(
    r"本网|本站|本报|本刊|本社|本台|本文|本稿|本作品|本平台|本公众号|本页|网站稿件|上述稿件|此文|天山网|新疆日报"
    r"|以上(?:内容|文章|稿件|作品)|请(?:[注标]明|标注).{0,6}(?:来源|出处)|原文链接"
)
"""Words by which it speaks of itself or its publisher."""
_SELF = re.compile(rf"{_ITSELF.pattern}|凡署名|建立镜像|(?:版|著作)权[归属为]")
"""Or of what little else does."""
_KIND = "版权|免责|特别|郑重|重要|著作权|法律|转载"
"""What statements of rights and liability are called: ``郑重声明``."""
_NUMBER = r"(?:[(（]?\d[)）.、．]\s*)?"
"""Before each sentence of a notice that is a list."""
_NOTICE_OPENING = re.compile(
    rf"^{OPEN}{_NUMBER}(?:(?:{_KIND}|权利|权责|温馨|友情)?(?:声明|说明|提示|须知)(?:{COLON}|[】\])）\s]+))?"
    r"(?:刊用|凡|未经|原创(?:文章|作品|稿件)|转载(?:请|须|需|务|本|时|、)|本网|本站|本报|本文|本稿|本作品|任何|如需|如有|欢迎"
    r"|(?:稿件|作品|图片)?(?:版|著作)权(?:归|属|为|声明|所有)|以上|注[:：]|请勿|严禁|禁止|声明|来源标?注?[明为]"
    r"|[\u4e00-\u9fff]{2,8}[网报社台](?:保留(?:所有|一切)权利"
    r"|(?:所有|全部|一切|(?:记者)?(?:原创|独家))?的?(?:稿件|作品|内容|图文|文章)[，,]?均?(?:未经|受|转载)))"
)
"""How notices open."""
_NOTICE_CERTAIN = re.compile(
    rf"^{OPEN}{_NUMBER}(?:刊用本|凡(?:本网|本站|本报|注明|署名|来源|标注|天山网)"
    rf"|(?:{_KIND}|[\u4e00-\u9fff]{{2,8}}[网号])?声明\s*[:：】\])）]"
    r"|未经(?:本网|本站|本报|天山网)|本(?:网|网站|站|报)(?:所有|所刊|所发|全部|一切|原创)"
    r"|(?:转载|刊用|使用|引用)(?:本网|本站|本报|天山网))"
)
"""How only notices open, wherever they stand."""
_DISCLAIMER = re.compile(
    r"^(?:(?:[\u4e00-\u9fff]{0,4}声明|注)[:：])?\s*[(（]?(?:以上|本文|文章|该文|文中)(?:[^。]{0,12}[仅只不是谨]代表[^。]{0,10}(?:观点|立场)"
    r"|[^。]{0,40}[仅只]代表[^。，]{0,6}(?:作者|个人|本人|发布者)[^。，]{0,8}(?:观点|立场|看法))"
    r"|^(?:[\u4e00-\u9fff]{0,4}声明[:：])?\s*[(（]?(?:以上|本文|文章|该文|文中)[^。，]{0,4}观点[仅只]代表(?:作者|其|个人)"
    r"|^(?:免责声明[:：])?(?:本(?:文|内容|文章|稿件?|信息|资料)|以上(?:内容|信息))[^。]{0,60}"
    r"不代表[^。]{0,24}(?:观点|立场)"
    r"|^\W{0,4}本[网站](?:所?刊载|发布|提供)?的?[^。，]{0,12}仅供参考"
    r"|^[^。]{0,20}不代表本[网站报刊台][^。]{0,8}(?:观点|立场)|^本[网站报刊台][^。]{0,20}不代表[^。]{0,16}(?:观点|立场)"
    r"|^[^。]{0,60}不构成[^。]{0,12}(?:投资|操作|交易)[^。]{0,6}建议"
    r"|^(?:[\u4e00-\u9fff]{2,4}[:：])?(?:以上|本文|文中|信息|内容)[^。，]{0,12}[仅只]供[^。，]{0,4}参考[，,]"
    r"[^。]{0,6}(?:不(?:作为|构成)[^。]{0,12}(?:依据|建议)|以[^。，]{2,12}为准)"
)
"""What says whose views a text gives, and whose not."""
_FORBIDDING = re.compile(r"未经|禁止|不得|严禁|谢绝|务经|须经|书面(?:授权|许可)")
_MEDIUM = r"[\u4e00-\u9fff]{2,8}[网报台号]"
_STATEMENT = re.compile(
    rf"^{OPEN}(?:(?:{_MEDIUM})?(?P<copying>(?:(?:版权|著作权|转载|免责)[及与和、]?){{1,2}})"
    r"(?:声明|提示|说明|条款|要求|须知)"
    rf"|(?P<kind>{_KIND}|{_MEDIUM})?(?:声明|提示)){CLOSE}[:：】\])）]"
)
"""How a line opens that calls itself a statement: ``版权声明：``, ``天山网声明：``."""
_OF_COPYING = re.compile("版权|著作权|转载")
"""Kinds of statements that are the publisher's though they don't speak of themselves."""
_LONGEST_BAN = 120
_LONGEST_NOTICE_HEADING = 30
_COPY_WORD = (
    r"(?:转载|复制|摘编|使用|转帖|转贴|刊用|抄袭|搬运|翻印|镜像|建立镜像|改编|传播"
    r"|[、及和或与]){1,8}"
)
_BARE_BAN = re.compile(
    rf"{OPEN}(?:(?:(?:文章)?(?:著作权|版权)(?:所有|作品|归属?[^，。]{{2,14}})|[^，。！？]{{2,12}}版权所有"
    r"|[^，。！？]{0,10}(?:原创|独家)(?:作品|稿件|内容|文章)|尊重原创|(?:侵权|翻印)必究|投稿邮箱[:：][!-~]+)[，,。；;！!\s\ufffd]*){0,3}"
    r"(?:如?未经[^，。！？]{0,14}(?:许可|授权|同意|允许)[，,]?\s*)?"
    r"(?:任何(?:单位|组织|机构|媒体|网站|个人|[和或及、与]){1,7}均?)?"
    rf"(?:(?:请勿|不得|严禁|禁止|谢绝|拒绝)(?:擅自|以任何(?:形式|方式)|任何形式的?){{0,2}}{_COPY_WORD}"
    r"|转载(?:请|须|需|必须|务必)?(?:联系|[注标]明|获得?授权)[^，。！？]{0,14})"
    rf"(?:[，,]?(?:违者|侵权)(?:必究|将?[^。]{{0,12}}责任))?[。！!]?{CLOSE}"
    rf"|{OPEN}未经[^，。！？]{{0,14}}(?:许可|授权|同意|允许)[，,]?\s?不得转载\s?[:：]"
    rf"(?:[^，。！？]{{2,60}}|[^，。！？»]{{2,24}}»[^。]{{2,80}})"
)
"""A ban that is a line by itself and speaks of nothing in particular: 未经许可，严禁转载！"""
_NAME_THE_ADDRESS = re.compile(
    r"[^。！？]{0,24}(?:转载|转发|转帖)[^。，]{0,4}请[^。，]{0,4}注明[^。，:：]{0,12}[:：]\s*(?:https?://|www\.)[!-~]{4,120}"
)
"""What asks to name the address that stands behind it."""
_OPEN_LICENCE = re.compile(
    rf"^{OPEN}(?:除|本|©|this)[^。]{{0,40}}(?:CC[ -]BY|知识共享|creative commons)"
    r"[^。]{0,60}(?:协议|许可|licen[sc]e)",
    re.IGNORECASE,
)
"""A licence that lets others copy."""
_TAKEDOWN = re.compile(
    rf"^{OPEN}(?:[\u4e00-\u9fff]{{1,6}}[:：]\s*|(?:{_KIND})?(?:声明|说明){CLOSE})?"
    r"(?:本|部分|图文|文中|图片|以上|文章|内容|素材|如|任何)[^。]{0,60}"
    r"(?:侵权|侵犯|侵害|版权|著作权)[^。]{0,30}(?:联系|告知|通知|反馈)[^。]{0,16}[。！]?"
    r"(?:[^。，:：]{2,12}(?:电话|邮箱|热线|方式)[:：]\s?[!-~]{5,40})?$"
)
"""A promise to take down what infringes a right."""
_OWNED = re.compile(
    rf"^{OPEN}(?:注[:：])?(?:(?:[本该此](?:稿件?|文章?|作品)|以上(?:内容|稿件))版权归[^。，]{{2,14}}所有[，,][^。，]{{0,24}}联系[^。，]{{0,12}}"
    r"|如需(?:转载|使用本文)[，,]?请[^。，]{0,20}(?:回复|联系|私信|留言|授权)[^。，]{0,12}"
    rf"|(?:本文|图文|文章|内容|稿件|图片|素材)[^。，]{{0,20}}[，,]"
    rf"(?:版权归[^。，]{{2,14}}所有|侵权?(?:联系|必)?删除?)"
    rf"|(?:[本文图中]{{0,3}}部分(?:图片|图文)|(?:图片|图文|文图|配图)[均皆都])(?:来自|来源于?)[:：]?(?:互联网|网络)"
    r"|(?:图片|图文|文图|素材)(?:来自|来源于)(?:互联网|网络)[，,][^。]{0,30}(?:联系|告知|通知)[^。，]{0,12})"
    rf"{CLOSE}[。！]?$"
)
"""Whose a text or its pictures are: ``本文转自石榴云，版权归原作者所有。``"""
_TO_US = re.compile(r"我们|本[网站报刊台]|删除|撤下|下架")
_OF_RIGHTS = re.compile(
    rf"{_COPYING.pattern}|{_TERMS.pattern}|版权|著作权|免责|责任|侵权|侵犯|观点|立场|参考|证实|核实|真实性"
)
_OF_CONTENT = re.compile(r"转载|摘编|复制|镜像|刊用|转摘|转帖|版权|著作权|侵权|侵犯|真实性|不代表")
"""What a notice that opens in an unknown way must speak of."""
_OF_CLAUSE = re.compile(rf"{_OF_RIGHTS.pattern}|来源于|[来转]自|异议|如有|如需")
"""What each of its clauses has a word of."""
_CLAUSES = re.compile(r"[\s，,。；;！!：:]+")
_TOLD = re.compile(
    "表示|介绍|指出|提醒|认为|强调|要求|获悉|他人|规定|条例|办法|法院|[案判罚]|查处|整治|第[一-龥]{1,4}条"
    "|大家|网友|正在|谁|律师|？|社会|活动|展览|参[赛展]|投稿|主办方|资格"
)
"""Words of a text that tells of notices, or of the law."""
_MAY_NAME_REPORTERS = re.compile(rf"凡|{OPEN}{_MEDIUM}记者(?:原创|独家)")
"""How a notice opens that speaks of reporters."""
_NARRATED = re.compile(
    r"——这|这(?:句话|行字|几个字)|(?:昨[天日]|近日|日前|今年|去年)，|[:：]“[^“”]{12,}”$"
)
"""Words of a text that speaks of notices, or quotes one."""
_OUTER_BRACKETS = re.compile(rf"^[{OPENING}]\s*(.*?)\s*[{CLOSING}]?$", re.DOTALL)


def is_notice(line: str) -> bool:
    """Whether a line is the publisher's notice on copying (or its disclaimer).

    It opens as notices do, speaks of copying and of terms, and of itself (本网, 稿件, …) or calls
    itself a statement or stands in brackets.  An article's own sentence on copyright does less.
    What calls itself a statement (a mere 声明: on rights or liability) needs to speak of itself
    only.  A short line that is all ban, an open licence, or a promise to take down what infringes
    a right needs no more; nor does one that speaks of itself and of rights in each of its clauses.
    """
    if len(line) > 600 or ("记者" in line and not _MAY_NAME_REPORTERS.match(line)):
        return False
    return _reads_as_notice(line) and _NARRATED.search(line) is None


@lru_cache(maxsize=KEPT)
def _reads_as_notice(line: str) -> bool:
    statement = _STATEMENT.match(line)
    if statement:
        copying, kind = statement["copying"] or "", statement["kind"]
        rights = _OF_RIGHTS.search(line, statement.end())
        if (_SELF.search(line) and (copying or kind or rights)) or (
            rights and _OF_COPYING.search(copying)
        ):
            return True
    if ("代表" in line or "不构成" in line or "参考" in line) and _DISCLAIMER.match(line):
        return True
    if len(line) <= _LONGEST_BAN and (
        _BARE_BAN.fullmatch(line)
        or _NAME_THE_ADDRESS.fullmatch(line)
        or _OPEN_LICENCE.match(line)
        or _OWNED.match(line)
        or (_TAKEDOWN.match(line) and _TO_US.search(line))
        or english.is_notice(line)
    ):
        return True
    return (
        _NOTICE_OPENING.match(line) is not None
        and _COPYING.search(line) is not None
        and _TERMS.search(line) is not None
        and (
            _SELF.search(line) is not None
            or _STATEMENT.match(line) is not None
            or in_brackets(line)
        )
    ) or _is_all_of_rights(line)


def _is_all_of_rights(line: str) -> bool:
    """Whether every clause of a line speaks of rights and terms, in two words at least."""
    return (
        len(line) <= _LONGEST_BAN
        and _OF_CONTENT.search(line) is not None
        and _ITSELF.search(line) is not None
        and _TOLD.search(line) is None
        and len(set(_OF_RIGHTS.findall(line))) > 1
        and all(map(_OF_CLAUSE.search, filter(None, _CLAUSES.split(line))))
    )


_NOTICE_HEADING = re.compile(
    rf"{OPEN}(?:(?:{_KIND})(?:声明|说明){CLOSE}"
    rf"|版权[与和及]免责(?:声明|说明)?{CLOSE}|免责[与和及]版权(?:声明|说明)?{CLOSE}|[^，。！？:：]{{4,24}}声明[:：])"
)


_LONGEST_LOOSE = 160
"""Characters of a notice in unknown words."""
_RIGHTS = re.compile("转载|摘编|镜像|刊用|版权|著作权|侵权|侵犯|免责|抄袭|盗用")
"""What a text on rights speaks of."""
_LOOSE_RIGHTS = re.compile(
    rf"{_RIGHTS.pattern}|转发|原创|搬运|洗稿|出处|侵删|独家|商业(?:目的|用途|使用)"
)
"""What a notice speaks of."""
_ASKED = re.compile(
    rf"{_TERMS.pattern}|不[可许准]|须|需(?:经|要?授权)|请(?!教|求)|勿|版权(?:归|均?属)|必究|告知|仅供|不构成|不承担"
)
"""And what it asks for."""
_OF_LOOSE_CLAUSE = re.compile(
    rf"{_OF_CLAUSE.pattern}|{_LOOSE_RIGHTS.pattern}|{_ITSELF.pattern}|归[^。]{{1,16}}所有|由[^。]{{2,12}}提供|分享|告知|处理|来源|邮[箱件]|电话|致电|独家|享有|翻版|翻印|商用|传播"
)
"""What most of its clauses have a word of."""
_LOOSE_CLAUSES = re.compile(r"[\s，,。；;！!|｜]+")
_LETTER = re.compile(r"\w")
_OF_IMPRINT = re.compile("许可证|备案|ICP")


def speaks_of_rights(line: str) -> bool:
    """Whether a line speaks of copying, as a notice does; a text on the same may, too."""
    return _RIGHTS.search(line) is not None


@lru_cache(maxsize=KEPT)
def is_loose_notice(line: str) -> bool:
    """Whether a line below a text that is not on rights is a notice: most of its clauses say who
    may copy.

    By itself it may be a sentence of such a text.
    """
    if len(line) > _LONGEST_LOOSE or not (_LOOSE_RIGHTS.search(line) and _ASKED.search(line)):
        return False
    clauses = [*filter(_LETTER.search, _LOOSE_CLAUSES.split(line))]
    return (
        ("记者" not in line or _MAY_NAME_REPORTERS.match(line) is not None)
        and not any(words.search(line) for words in (_TOLD, _NARRATED, _OF_IMPRINT))
        and 2 * sum(map(bool, map(_OF_LOOSE_CLAUSE.search, clauses))) > len(clauses)
    )


def is_notice_heading(line: str) -> bool:
    """Whether a line heads a notice that is a list: ``版权声明：``."""
    return len(line) <= _LONGEST_NOTICE_HEADING and _NOTICE_HEADING.fullmatch(line) is not None


def is_certain_notice(line: str) -> bool:
    """Whether a line is a notice by its first words or its brackets, wherever it stands.

    A disclaimer in brackets may be of what stands right above it in the middle of a text.
    """
    return is_notice(line) and (
        _NOTICE_CERTAIN.match(line) is not None
        or (in_brackets(line) and _DISCLAIMER.match(line) is None)
    )


def forbids_copying(notice: str) -> bool:
    """Whether a notice forbids, and not only disclaims or asks to be named."""
    return _FORBIDDING.search(notice) is not None


def notice_text(line: str) -> str:
    """The notice without the brackets around it."""
    match = _OUTER_BRACKETS.match(line)
    return match[1] if match and line[-1] in ")）]］】〕" else line
