"""What stands around an article on the English pages of Chinese news sites, known by its wording.

Pure text: what ``boilerplate`` and ``names.py`` know of Chinese pages, for English lines.
"""

from __future__ import annotations

import re

_OPENING = 4
"""Characters of a line that tell that it is Chinese."""
_EDITOR = (
    r"(?:(?:web|copy|photo|chief|executive|responsible|contributing)\s+)?editors?\s?[:：]\s*"
    r"(?P<names>[a-z\u4e00-\u9fff][a-z\u4e00-\u9fff.,，、'’&\s-]{1,60}?)"
)
_EDITOR_LINE = re.compile(rf"[(\[【]?\s*{_EDITOR}\s*[)\]】]?", re.IGNORECASE)
_EDITOR_FIELD = re.compile(
    rf"(?<![a-z]){_EDITOR}\s*(?=[|｜)\]】\x1f\d]|\s{{2}}|updated|source|$)", re.IGNORECASE
)
_BETWEEN_NAMES = re.compile(r"\s*[,，、&/]\s*|\s+and\s+|(?<=[\u4e00-\u9fff])\s+")
_NAME = re.compile(r"[A-Za-z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}|[\u4e00-\u9fff]{2,4}")
_LIST_HEADING = re.compile(
    r"""
    (?:related|recommended|latest|top|hot|popular|featured|trending|more|other)
      (?:\s(?:news|stories|articles|reading|links|headlines|topics|videos|photos|reports|coverage
        |posts|from\sthis\ssection))?
    | most\s(?:viewed|popular|read|shared|searched)(?:\sin\s.{1,12})?
    | editor['’]?s['’]?\s(?:picks?|choice) | trending\snow | what['’]?s\s(?:hot|new)
    | you\smay\s(?:also\s)?(?:like|be\sinterested\sin) | (?:read|see)\s(?:more|next|also)
    | also\s(?:read|see) | today['’]s\stop\snews | special\s(?:reports?|coverage)
    | photo\sgallery | photos | videos? | highlights
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMENTS = re.compile(
    r"(?:\d{1,6}\s)?comments?(?:\s?[(（]\d{1,6}[)）])?"
    r"|(?:post|leave|add|write|view|latest)\s(?:an?\s|your\s|all\s|the\s)?comments?"
    r"|no\scomments(?:\syet)?|(?:sign|log)\sin\sto\scomment",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"(?:share(?:\s(?:to|on|this|with|via))?(?:\sfriends)?|facebook|twitter|linkedin|whatsapp"
    r"|instagram|reddit|pinterest|wechat|weibo|print(?:\sthis\spage)?|e-?mail|mail|large|medium"
    r"|small|big|font(?:\ssize)?|text\ssize|a|back\sto\s(?:the\s)?top|top|close(?:\swindow)?|save|like"
    r"|copy\slink|bookmark|subscribe(?:\sto\sour\snewsletter)?|follow\sus|download(?:\sapp)?"
    r"|open\sin\sapp|feedback|listen|\d{1,6}(?!\d))[\s\W_]*",
    re.IGNORECASE,
)
_TOOL_CERTAIN = re.compile(
    r"(?:share|print|mail|e-?mail|font|facebook|twitter|back\sto\s(?:the\s)?top|close|copy\slink|app"
    r"|bookmark|subscribe|medium)",
    re.IGNORECASE,
)
_TOOLS = re.compile(rf"[\s\W_]*(?:{_TOOL.pattern})+", re.IGNORECASE)
_BYLINE = re.compile(r"By\s(?P<names>[A-Z][A-Za-z.,'’& -]{2,60})")
_CAPTION = re.compile(
    r"[(\[](?:(?:file\s)?(?:photos?|image|picture|video|screenshot)|xinhua|vcg|cfp|afp|reuters"
    r"|cnsphoto|china\sdaily|provided)\b[^()\[\]]{0,60}[)\]]\.?$"
    r"|^(?:file\s)?photos?(?:\s(?:by|shows)\b|\s?[:/])|^(?:an\saerial\s(?:drone\s)?|this\s.{0,24})"
    r"photo\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:reproduction|republication|no\spart|any\suse)\b.{0,120}"
    r"\b(?:prohibited|permission|consent|authori[sz]ation)\b.{0,40}",
    re.IGNORECASE,
)
_FOOT_LINK = (
    r"(?:about\sus|contact\sus|site\s?map|privacy\spolicy|terms\sof\s(?:use|service)"
    r"|advertise\son\s(?:our\s)?site)"
)
_FOOT_LINKS = re.compile(
    rf"(?:back\sto\stop\s)?{_FOOT_LINK}(?:[\s|·•/-]+(?:{_FOOT_LINK}|\w{{3,12}})){{0,12}}",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"(?:sponsored|hosted|produced|presented|organi[sz]ed)\sby\s.{4,140}"
    r"|(?:registration|licen[cs]e|icp)\s(?:number|no\.?)\s?[:：].{2,40}",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"Xinhua|CGTN|CCTV|ECNS|CRI"
    r"|[A-Za-z][A-Za-z.'’]*(?:\s[A-Za-z.'’]+){0,3}?\s?"
    r"(?:Daily|Times|News|News Agency|Post|Online|TV|(?<=[a-z])net|\.com(?:\.cn)?|\.cn)"
)


def _reads_as(pattern: re.Pattern[str], line: str) -> bool:
    """Whether all of a line is of a kind; for one that opens in Chinese no pattern is tried."""
    return line[:_OPENING].isascii() and pattern.fullmatch(line) is not None


def is_editor_line(line: str) -> bool:
    """Whether a line names the editors: ``Editor: Zhang Wen``, ``(Web editor: 刘芳)``."""
    return _EDITOR_LINE.fullmatch(line) is not None


def find_editors(text: str) -> list[str]:
    """Names after ``Editor:`` in a line, in order.

    >>> find_editors("(Web editors: Zhang Wen, Li Xia)")
    ['Zhang Wen', 'Li Xia']
    """
    if "ditor" not in text:
        return []
    names: list[str] = []
    for match in _EDITOR_FIELD.finditer(text):
        names += filter(_NAME.fullmatch, _BETWEEN_NAMES.split(match["names"].strip()))
    return names


def is_byline(line: str) -> bool:
    """Whether a line says who wrote a text: ``By Zhang Wen``."""
    return _reads_as(_BYLINE, line)


def is_list_heading(line: str) -> bool:
    """Whether a line is the heading of a list of other articles: ``Related News``."""
    return _reads_as(_LIST_HEADING, line.rstrip(" :>»"))


def is_comment_heading(line: str) -> bool:
    """Whether a line opens the readers' comments."""
    return _reads_as(_COMMENTS, line.rstrip(" :"))


def is_tool_line(line: str) -> bool:
    """Whether a line is only buttons for readers: ``Share Print Mail``."""
    return _reads_as(_TOOLS, line) and _TOOL_CERTAIN.search(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line next to a picture reads as its caption: ``… (Photo by Zhang Wen)``."""
    return line[:_OPENING].isascii() and _CAPTION.search(line) is not None


def is_notice(line: str) -> bool:
    """Whether a line forbids copying."""
    return _reads_as(_NOTICE, line)


def is_footer_links(line: str) -> bool:
    """Whether a line is the foot's row of links to the site itself: ``About Us | Contact Us``."""
    return _reads_as(_FOOT_LINKS, line)


def is_imprint_line(line: str) -> bool:
    """Whether a line of an imprint names who runs the site."""
    return _reads_as(_IMPRINT, line)


def is_medium(name: str) -> bool:
    """Whether a short text reads as the English name of a medium."""
    return _reads_as(_MEDIUM, name)
