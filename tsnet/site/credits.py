"""What a line that is none of the text says of the article."""

from __future__ import annotations

import re

from tsnet.site.furniture import leads_to_file
from tsnet.site.lines import Line
from tsnet.site.parts import ArticleParts
from tsnet.text.boilerplate.editors import is_editor_line
from tsnet.text.boilerplate.media import newspaper_of
from tsnet.text.boilerplate.notices import notice_text
from tsnet.text.boilerplate.tools import is_tool_line
from tsnet.text.fields import find_sources, read_authors
from tsnet.text.spacing import EDGE, clean_line, ends_sentence

_ANCHORS = ("#", "¶", "§")
"""What headings end with that link to themselves."""
_DOWNLOAD = re.compile(r"[\[(（【]?(?:立即|点击|在线)?(?:下载|预览|查看)(?:附件|文件)?[\])）】]?")
"""The button behind a link to a file."""


def button_behind(line: Line) -> str:
    """The button that is linked behind the end of a paragraph or an editor's name, or nothing.

    ``…仍将持续。返回首页>>``. So is one behind a link to a file: ``岗位表.xls`` ``点击下载``.
    """
    button = clean_line(line.raw.strip(f"{EDGE}\n ").rpartition(EDGE)[2])
    text = line.text.removesuffix(button).rstrip()
    behind_end = is_tool_line(button) and (ends_sentence(text) or is_editor_line(text))
    behind_file = text and line.link_chars > len(button) and _DOWNLOAD.fullmatch(button)
    is_button = button in _ANCHORS or behind_end or (behind_file and leads_to_file(line))
    return button if is_button and len(button) <= line.link_chars else ""


def take_away(parts: ArticleParts, rule: str, line: Line) -> None:
    """Count a line that is none of the text, and keep what it says of the article."""
    parts.cleaning[rule] += len(line.text)
    if rule == "notice":
        parts.notice = parts.notice or notice_text(line.text)
    elif rule == "source":
        take_source(parts, line)
    elif rule in ("editors", "staff"):
        take_credits(parts, line)


def take_credits(parts: ArticleParts, line: Line) -> None:
    """Keep the editors of a line of credits, and who else it names."""
    # Where several are named in elements of their own, nothing else may part them.
    several = line.text.count("辑") + line.text.count("责编") > 1
    text = clean_line(line.raw.replace(EDGE, " ")) if several else line.text
    parts.editor_lines.append(text.removesuffix(button_behind(line)))
    parts.bylines += read_authors(text)
    if "来源" in line.text:
        take_source(parts, line)


def take_source(parts: ArticleParts, line: Line) -> None:
    """Keep the source that a line names, where the dateline names none or has no label for it."""
    source = next(find_sources(line.text), None)
    if source is not None and (parts.source is None or parts.source_by_name):
        parts.source = source.name or parts.source
        parts.source_by_name = False
        parts.original = parts.original or source.original
    parts.source = parts.source or newspaper_of(line.text)
