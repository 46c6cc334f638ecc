"""Names of reporters and editors in bylines and editor lines.

Pure text; knows no HTML.
"""

from __future__ import annotations

import re

from tsnet.text import english
from tsnet.text.boilerplate.lines import COLON, COLON_OR_BAR

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\u3007"
_SPLIT = re.compile(
    r"(?:[、,，;；/／|｜丨&\u3000\ufffd]|(?<![A-Za-z.])\s|\s(?![A-Z]))+|\s+[和与]\s+"
)
"""What parts names, but not the words of one in Latin letters."""
_BETWEEN_NAMES = re.compile(r"[\s、，,]")
_SPLIT_NAME = re.compile(
    rf"(?:(?<![{_HAN}·])|(?<=记者))([{_HAN}])[ \u3000\xa0]+([{_HAN}])"
    rf"(?=(?:摄影)?报道|[^{_HAN}·]|$)"
)
_TRANSCRIBED = (
    "丽乃乌买亚仙伊依克兰凯别力努卜卡古叶司合吉吐吾哈图塔夏外多奥如妮娅娜孜守尔尼居巴布希帕库开德扎托扬拉拜"
    "提敏斯明普曼木来杜林格森比汗江沃沙波泽洪海热玛珍琪瓦甫白皮祖穆米约肉肯艾苏茹荪萨西贝贡赖赛赫达迪送逊"
    "那都里阿音马鲁麦齐"
)
"""Characters with which names of the region's peoples are transcribed: 古力巴哈尔. Nothing else of
five characters or more consists of these alone."""
_LONG_NAME = rf"(?:[{_TRANSCRIBED}]|(?<=阿)不){{5,8}}"
_NAME = re.compile(
    rf"(?:[{_HAN}]{{2,4}}|{_LONG_NAME}|[{_HAN}]+(?:[·•・][{_HAN}]+)+"
    r"|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,2})"
)
_AFTER_NAME = re.compile(r"[（(].*|_?[A-Za-z]{1,4}\d+$|_[A-Z]{1,4}$")
"""What may stand behind a name: what it is only for now, or a sign of the member of staff."""
_NOT_A_NAME = re.compile(
    r"^(?:报道|摄影|摄|文图|图文|文|图|通讯员|记者|实习|编辑|综合|本站|供图|整理|整合|网络(?:整理)?|"
    r"评论|收藏|分享|打印|字号|点击|浏览|阅读|等|未知|佚名|无|(?:查看|点击|返回|更多).*|管理员|admin|system|来源|作者|原创|审核|校对|采写|讯|电|视频|制图|编译|.*(?:网|报|社|台|"
    r"中心|客户端|办公室|委员会|宣传部|编辑部|融媒体|频道|编辑|记者|管理员))$",
    re.IGNORECASE,
)

CHECKED_BY = r"(?:(?:责任|文字)?校\s*对|审\s*核|审[校读签]|[初复终一二三]审|编审|总?监制|签发)"
"""What those are called who looked over a text, as part of a pattern."""
_ROLE = (
    rf"(?:(?:责任|图片|视频|美术|实习|见习)?编辑|责编|{CHECKED_BY}|值班主任|值班编委"
    r"|主编|编委|统筹|策划|制作|美编|视觉|通讯员|记者|作者|摄影|见习|实习生|来源|稿源)"
)
EDITOR_ROLE = (
    rf"(?:(?:[{_HAN}]{{2,8}}[社网报台云端][{_HAN}]{{0,4}}|网络|网站|网页|值班|执行|文字|本期(?:值班)?|本文|本稿|本版|栏目|新闻|文章|稿件|新媒体|全媒体|融媒体?|实习|见习)?"
    rf"(?:(?:责\s?任\s?)?编\s?辑(?:制作|整理)?|[责网]\s?编))(?:[（(][{_HAN}]{{1,4}}[)）](?={COLON_OR_BAR}))?"
)
"""What an editor is called, as part of a pattern: ``责任编辑``, ``新疆日报社全媒体编辑``."""
OTHER_EDITORS = "图片|视频|美术|视觉|图文|微信|公众号"
"""What those edit who are not the article's editors, as part of a pattern: ``图片编辑``."""
ANY_EDITOR = rf"(?:(?!{OTHER_EDITORS}|音频)[{_HAN}]{{2}}(?=责?任?编))?{EDITOR_ROLE}"
"""The same with whatever tells what he edits, as part of a pattern: ``本条编辑``."""
_EDITOR = re.compile(
    rf"(?<![{_HAN}]){ANY_EDITOR}(?:[】\]］)）]?(?:{COLON}|\s*[丨|｜/／·]\s*|\s+|[，,；;、.『「【\[［（(—-]+)|[】\]］])"
    rf"(?P<names>.*?)(?=\s*[\]］）)】〕〗]|(?<=[{_HAN}A-Za-z\s])\s*[\[［【]|(?:[\s丨|｜/／,，;；]*{_ROLE}|[\s丨|｜/／,，;；]+{EDITOR_ROLE})(?:{COLON}|[\s丨|｜/])|\s+[{_HAN}]{{2,6}}(?:{COLON}|[丨|｜/／])|$)"
)
_EDITORS_WORD = re.compile("责任编辑|责编|编辑")
_TRAINEE = re.compile(r"[(（](?:实习生?|见习)[)）]")
"""What may stand behind the name of an editor."""
_HAN_NAME = rf"(?:{_LONG_NAME}|[{_HAN}]{{2,4}}|[{_HAN}]{{1,10}}[·•・][{_HAN}]{{1,10}})"
_FEW_NAMES = rf"{_HAN_NAME}(?:[ 、]{_HAN_NAME}){{0,3}}"
NAMES_ALONE = rf"{_HAN_NAME}(?:[\s、]{{1,2}}{_HAN_NAME}){{0,3}}"
"""A few names beside which nothing else stands, as part of a pattern."""
NO_BYLINE = (
    r"们|节|协会|站|[从在问]|看到|了解|获悉|采访|来到|走进|注意|发现|现场|直击|探访|体验|实地|走|带你|打卡"
    r"|手记|观察|调查|札记|视线|日记|随笔|感言|点评|连线|提问|招待会|见面会"
)
"""What goes on behind 记者 where no name follows, as part of a pattern."""
_NO_JOINED_NAME = rf"(?![的们在和与是说把被也都就将要会能为了制岗资职工评选有推荐寄]|{NO_BYLINE})"
"""What goes on behind 责任编辑 in a sentence or a headline, but opens no name."""
JOINED_EDITORS = (
    rf"(?:责任编辑|责编){_NO_JOINED_NAME}{_HAN_NAME}(?:[、，,/／\s]{{1,2}}{_HAN_NAME}){{0,3}}"
)
"""Editors right behind what they are, as part of a pattern: ``责任编辑刘芳，张柱``."""
_BARE_NAME = (
    rf"(?:{_LONG_NAME}|(?:(?![经已由系本未被均原自为的在和与有删部器室按版工作手团推图审校编责记稿者委])"
    rf"[{_HAN}]){{2,3}})"
)
"""A name that nothing but its place tells from other words."""
NAMES_IN_A_ROW = rf"{_BARE_NAME}(?:[、，,/／\s]{{1,2}}{_BARE_NAME}){{0,2}}"
"""Up to three such names, as part of a pattern."""
LOOSE_EDITORS = rf"(?:编辑{NAMES_IN_A_ROW}|{NAMES_IN_A_ROW}\s*(?:责任编辑|责编|编辑))"
"""What a last line may say, as a pattern: ``编辑刘芳``, ``刘芳编辑``."""
CHECKERS = rf"{CHECKED_BY}\s*{NAMES_IN_A_ROW}"
LOOSE_CHECKERS = (
    rf"(?:(?=校对|{CHECKED_BY}\s){CHECKERS}(?:\s+{CHECKERS}){{0,2}}"
    rf"|{NAMES_IN_A_ROW}\s*{CHECKED_BY})"
)
"""Likewise who looked over a text: ``校对 刘芳``, ``校对刘芳 审核万平``, ``刘芳校对``."""
_CHECKER_BEHIND = re.compile(rf"(?:[\s、，]+{_BARE_NAME}(?:审核?|校对?))+(?=[\s\]］）)】]*$)")
"""Who looked over a text, behind the editors: ``责编：刘芳 万平审``."""
_ORNAMENTS = re.compile(r"^[^\w\[［（(【]+|[^\w\]］）)】]+$")
_IN_BRACKETS = r"^[\[［（(【\s]*{}[\s\]］）)】]*$"
_UNMARKED_EDITORS = re.compile(_IN_BRACKETS.format(f"(?:{JOINED_EDITORS}|{LOOSE_EDITORS})"))
_CHECKERS_BESIDE = re.compile(rf"(?:\s*{CHECKERS}){{1,3}}[\s\]］）)】]*$")

_REPORTER = rf"(?<!摄影)记者(?!{NO_BYLINE})"
_REPORTER_TITLE = (
    r"(?:文[/／、]?图|图[/／、]?文|文|图|采写|撰文|□|■|◎|●|[/／:：|｜\s])*"
    rf"(?:[\u4e00-\u9fff·/《》\ufffd-]{{0,14}}?)(?:{_REPORTER}|特派员)"
)
_CORRESPONDENTS_FIRST = re.compile(
    rf"[□■◎●◆\s]*(?:特约|实习)?通讯员[\s:：]*{_HAN_NAME}(?:[\s、]+{_HAN_NAME}){{0,5}}"
    rf"\s+(?=[{_HAN}]{{0,8}}记者)"
)
"""Who else wrote a text, before the reporters: ``□ 通讯员 张柱 记者 刘翔``."""
_WHO_TOOK = re.compile(
    rf"(?<![{_HAN}·])[{_HAN}·]{{2,12}}(?:(?<!文)[/／](?:图|摄影?)|\s图)(?![{_HAN}/／:：|｜丨])"
    rf"|(?<![{_HAN}/／])(?:图片?|摄影)\s*[/／:：|｜丨](?!文)[^/／:：|｜丨]*?(?=\s(?:撰?文|编辑)|$)"
)
"""Who took the pictures, beside who wrote: ``赵明/图``, ``图/本报记者 赵明``."""
_END_OF_NAMES = (
    rf"(?:(?:摄影|综合|联合|采写|[/／])?报道|(?:综合)?整理|综合|摄[影制]?|采写|文/?图|图/?文|讯|电|"
    rf"(?:(?<=\s)|(?<=[{_HAN}]{{3}})(?<!者[{_HAN}])(?<!者[{_HAN}]{{2}}))[文图](?![{_HAN}])|"
    r"采访|发自|(?<=\s)(?:编辑|责编|校对|摄像|剪辑)|"
    r"(?:特约|实习|见习)?通讯员|实习生|实习记者|见习记者)"
)
_BRACKETED_BYLINE = re.compile(
    r"[(（【\[〔]([^()（）【】\[\]〔〕]{0,24}?记者[^()（）【】\[\]〔〕]{1,80})[)）】\]〕\ufffd]"
)
"""The bracket that closes it may be lost to the damage."""
_OPEN_BYLINE = re.compile(
    rf"(?:讯|电|[\s)）】])[\s\ufffd]*[{_HAN}-]{{0,8}}?记者[\s:：]*"
    rf"(?P<names>[{_HAN}·、,，\s]{{2,40}}?)"
    rf"(?:\s+(?:特约|实习)?通讯员[^。，]{{2,30}}?)?\s*(?:摄影|综合|联合)?报道"
)
_OPENING_BYLINE = re.compile(
    rf"(?:[{_HAN}/\ufffd-]{{2,12}})?记者\s{{0,4}}(?!现场|独家|实地|蹲点|跟踪|深度|连续|特别|直播|前方)"
    rf"(?P<names>[{_HAN}·、\s]{{2,30}}?)(?:摄影|综合|联合)?报道(?:[:：]|[\s\ufffd]+\d)"
)
"""A byline without brackets that opens a text: ``记者刘翔 万平报道：``, or a date behind it."""
_SPACED_BYLINE = re.compile(
    rf"[{_HAN}-]{{1,10}}[报网社台]记者\s+"
    rf"(?P<names>{_FEW_NAMES})\u3000(?=[{_HAN}“])"
)
"""One that a wide space parts from the text: ``经济日报记者 刘翔　会议指出``."""
_TWO_BYLINES = re.compile(
    rf"(?:讯|电)\s*[{_HAN}-]{{0,8}}?记者\s+"
    rf"(?P<names>{_FEW_NAMES})\s+(?:特约|实习)?通讯员\s+"
    rf"{_FEW_NAMES}\s+[{_HAN}]"
)
"""One that a space parts from the text, before 通讯员: ``讯 记者 刘翔 通讯员 万平 近日``."""
_HALF_BYLINE = re.compile(rf"记者(?P<names>[{_HAN}·、，\s]{{2,40}}?)(?:摄影)?报道[)）]")
"""A byline whose opening bracket was lost to the damage."""
_CLOSING_BYLINE = re.compile(
    rf"[。！？”]\s*[{_HAN}-]{{0,8}}?记者[\s:：]*"
    rf"(?P<names>[{_HAN}·、\s]{{2,24}}?)\s*(?:摄影报道|摄影|摄|文/图)$"
)
_WIRE_BYLINE = re.compile(
    rf"[{_HAN}-]{{2,16}}(?:\d{{1,2}}月\d{{1,2}}日[电讯]|讯)\s*[(（](?P<names>[{_HAN}·、\s]{{2,30}})[)）]"
)
"""``中新网喀什3月14日电 (张柱)``, ``天山网讯（刘翔）``"""
_AUTHOR_FIRST = re.compile(
    rf"(?P<names>[{_HAN}·、\s]{{2,30}})[/／]文(?:[\s、，]+[{_HAN}·、]{{2,20}}[/／](?:图|摄影?))?"
)
"""A line of its own that says whose the text is behind the name: ``刘翔/文 万平/图``."""
_AUTHOR_IN_BRACKETS = re.compile(
    rf"[(（](?:作者|撰稿|撰文|采写|文图|文[/／]图|文)\s*[:：/／]\s*(?P<names>[{_HAN}·、\s]{{2,30}})"
    r"(?:[，,]\s?(?:均?[系为任]|单位[:：])[^()（）]{2,40})?[)）]$"
)
"""Who wrote a text, in brackets that close it, and what he is: ``（作者：张柱，系…会员）``."""
_AUTHOR_OPENS = re.compile(
    rf"[(（](?:图?文|撰文|采写)\s*[:：/／|｜丨]\s*(?:[{_HAN}]{{1,10}}[网报社台]\s+)?"
    rf"(?P<names>[{_HAN}·、\s]{{2,30}})[)）]"
)
"""Who wrote a text, in brackets where it opens: ``（文/天山网 刘翔）``."""
_BYLINE_LINE = re.compile(
    rf"^{_REPORTER_TITLE}[\s:：丨|｜\ufffd]*(?P<names>[{_HAN}·、,，/／\s\ufffdA-Za-z:：]{{2,80}})$"
)
_AFTER_REPORTER = re.compile(
    rf"{_REPORTER}[\s:：丨|｜\ufffd]*(?P<names>.*?)(?=\s*{_END_OF_NAMES}(?:[\s:：]|$)"
    rf"|\s+{_END_OF_NAMES}|\s+[{_HAN}]{{2,8}}[:：]|[{_HAN}]*记者|$)"
)


def split_names(text: str) -> list[str]:
    """The names of a list, in order, each once.

    Separated by spaces, commas, slashes or ``、``; a two-character name may be spread by a space;
    what is plainly an office or a role is left out.

    >>> split_names("刘　芳、万平")
    ['刘芳', '万平']
    """
    joined = _SPLIT_NAME.sub(r"\1\2", text.replace("\xa0", " ").strip())
    names: list[str] = []
    for part in _SPLIT.split(joined):
        name = _AFTER_NAME.sub("", part).strip("()（）[]【】:：.。·\ufffd<>《》")
        if _NAME.fullmatch(name) and not _NOT_A_NAME.match(name) and name not in names:
            names.append(name)
    return names


_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤"
)
"""The commonest hundred, of nine in ten people."""


def may_be_name(text: str) -> bool:
    """Whether a line may be someone's name alone: a common surname and one or two characters."""
    return len(text) in (2, 3) and text[0] in _SURNAMES


def names_alone(text: str) -> list[str]:
    """The names that ``text`` is nothing but; empty where it is more.

    >>> names_alone("刘芳 万平")
    ['刘芳', '万平']
    """
    names = split_names(text)
    return names if "".join(names) == _BETWEEN_NAMES.sub("", text) else []


def find_editors(text: str) -> list[str]:
    """Names after ``责任编辑`` (or 编辑, 责编) in an editor line, in order.

    >>> find_editors("[责任编辑: 刘芳 ]")
    ['刘芳']
    """
    text = _CHECKER_BEHIND.sub("", _CHECKERS_BESIDE.sub("", _ORNAMENTS.sub("", text)))
    if _UNMARKED_EDITORS.match(text):
        return split_names(_EDITORS_WORD.sub(" ", text.strip("[]［］()（）【】 ")))
    names: list[str] = []
    for match in _EDITOR.finditer(_TRAINEE.sub("", text)):
        names += [name for name in split_names(match["names"]) if name not in names]
    return names or english.find_editors(text)


def find_reporters(text: str) -> list[str]:
    """Names of the reporters in the bylines of a paragraph, in order; correspondents are not.

    Read are bylines in brackets (``(记者刘翔报道)``), a byline that is a line of its own, and an
    open one that ends in 报道.  ``记者`` in running text is no byline.

    >>> find_reporters("（记者 刘翔 万平 通讯员 张柱）")
    ['刘翔', '万平']
    """
    if "记者" not in text:
        return _unlabelled_byline(text)
    if (others := _CORRESPONDENTS_FIRST.match(text)) is not None:
        text = text[others.end() :]
    stretches = [match[1] for match in _BRACKETED_BYLINE.finditer(text)]
    if not stretches:
        if len(text) <= 80 and _BYLINE_LINE.match(text):
            stretches = [text]
        else:
            opened = (
                _OPENING_BYLINE.match(text)
                or _SPACED_BYLINE.match(text)
                or _TWO_BYLINES.search(text[:120])
                or _OPEN_BYLINE.search(text[:200])
                or _HALF_BYLINE.search(text[:80])
                or _CLOSING_BYLINE.search(text[-40:])
            )
            stretches = ["记者" + opened["names"]] if opened else []
    names: list[str] = []
    for stretch in stretches:
        stretch = without_photographers(stretch)
        if _is_photographer(stretch):
            continue
        for match in _AFTER_REPORTER.finditer(_SPLIT_NAME.sub(r"\1\2", stretch)):
            names += [name for name in split_names(match["names"]) if name not in names]
    return names or _unlabelled_byline(text)


def without_photographers(text: str) -> str:
    """A line of credits without who took the pictures.

    >>> without_photographers("文/刘翔 图/万平")
    '文/刘翔  '
    """
    return _WHO_TOOK.sub(" ", text)


def _unlabelled_byline(text: str) -> list[str]:
    """The names of a byline without 记者: of a wire's dateline, or an author's at the end."""
    match = (
        _WIRE_BYLINE.match(text)
        or _AUTHOR_FIRST.fullmatch(text)
        or _AUTHOR_OPENS.match(text)
        or _AUTHOR_IN_BRACKETS.search(text[-80:])
    )
    if match is None or "记者" in match["names"]:
        return []
    names = split_names(match["names"])
    named = sum(map(len, names)) == len(_SPLIT.sub("", match["names"]))
    return names if named else []


def _is_photographer(byline: str) -> bool:
    """Whether a byline names who took a picture, not who wrote the text."""
    return bool(re.search(r"(?<!文[/／])摄(?:影)?\s*$", byline.strip()))
