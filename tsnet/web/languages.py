"""The interface's two languages, and which of them a reader wants. Articles stay as they are."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["zh", "en"]
"""``zh``: Chinese in Simplified script; ``en``: English."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The default first."""

HTML_LANGUAGE: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}
"""Value of ``lang`` in HTML."""

PHRASES: dict[str, tuple[str, str]] = {
    "site": ("天山阅览室", "Tianshan Reading Room"),
    "tagline": ("地方政府新闻存档", "An archive of regional government news"),
    "skip": ("跳到正文", "Skip to content"),
    "navigation": ("导航", "Navigation"),
    "other_language": ("English", "中文"),
    "theme": ("切换明暗", "Light or dark"),
    "search": ("搜索", "Search"),
    "search_label": ("搜索文章", "Search the articles"),
    "search_hint": ("词语、“短语”、-排除", 'words, "a phrase", -without'),
    "filters": ("筛选", "Filters"),
    "filters_active": ("已用 {n} 项", "{n} in use"),
    "since": ("起始日期", "From"),
    "until": ("截止日期", "To"),
    "channel": ("频道", "Channel"),
    "source": ("来源", "Source"),
    "reporter": ("记者", "Reporter"),
    "original": ("原创", "Original pieces"),
    "any": ("全部", "All"),
    "only_original": ("仅原创", "Original only"),
    "not_original": ("仅转载", "Others only"),
    "whole_text": ("搜索范围", "Search in"),
    "in_whole_text": ("标题和正文", "Headline and text"),
    "in_title": ("仅标题", "Headline only"),
    "duplicates": ("内容相同的文章", "Articles with the same text"),
    "with_duplicates": ("全部列出", "List all"),
    "without_duplicates": ("只列最早一篇", "List the first only"),
    "apply": ("应用筛选", "Apply"),
    "clear": ("清除筛选", "Clear filters"),
    "remove": ("去掉“{what}”", "Remove “{what}”"),
    "results": ("搜索结果", "Results"),
    "newest_articles": ("最新文章", "Latest articles"),
    "total": ("共 {n} 篇", "{n} articles"),
    "total_one": ("共 1 篇", "1 article"),
    "total_about": ("约 {n} 篇", "about {n} articles"),
    "sort": ("排序", "Order"),
    "relevance": ("相关", "Relevance"),
    "newest": ("最新", "Newest"),
    "oldest": ("最早", "Oldest"),
    "next_page": ("下一页", "Next page"),
    "first_page": ("回到第一页", "Back to the first page"),
    "pages": ("翻页", "Pages"),
    "as_file": ("存成文件", "Save as a file"),
    "as_file_hint": (
        "在终端运行这条命令，得到这次搜索的全部文章。文件名的结尾决定格式：csv、jsonl、parquet、md、warc.gz。",
        "This command, run in a terminal, writes every article of this search. The file's name says"
        " the format: csv, jsonl, parquet, md, warc.gz.",
    ),
    "nothing": ("没有找到文章", "No articles found"),
    "nothing_hint": (
        "换个说法，减少词语，或清除筛选再试。繁体、简体均可。",
        "Try other words, fewer words, or no filters. Traditional and Simplified both work.",
    ),
    "empty": ("存档还是空的", "The archive is still empty"),
    "empty_hint": (
        "先抓取一些文章：scrapy crawl tianshan",
        "Crawl some articles first: scrapy crawl tianshan",
    ),
    "by_month": ("各月文章数", "Articles by month"),
    "by_month_hint": (
        "点选一个月，或拖选一段时间",
        "Pick a month, or drag over several",
    ),
    "by_month_table": ("按年月列表", "As a table"),
    "year": ("年", "Year"),
    "month_count": ("{month}：{n} 篇", "{month}: {n}"),
    "all_months": ("全部时间", "All time"),
    "same_text": ("与较早的一篇内容相同", "Same text as an earlier one"),
    "lost_badge": ("缺 {n} 字符", "characters lost: {n}"),
    "incomplete_badge": ("不完整", "Incomplete"),
    "back": ("返回搜索结果", "Back to the results"),
    "home": ("首页", "Home"),
    "beijing_time": ("北京时间", "Beijing time"),
    "editor": ("责任编辑", "Editor"),
    "original_badge": ("原创", "original"),
    "text": ("正文", "Text"),
    "pictures": ("图片", "Pictures"),
    "picture": ("图片 {n}", "Picture {n}"),
    "pictures_hint": (
        "本页不向其他网站请求任何内容；图片请在原网站查看。",
        "This page asks no other site for anything; see the pictures at their source.",
    ),
    "open_picture": ("在原网站查看", "See it at its source"),
    "about": ("出处", "Where it comes from"),
    "open_original": ("天山网原文", "Original at Tianshan Net"),
    "open_mirror": ("抓取自", "Fetched from"),
    "addresses": ("见于以下地址", "Seen at these addresses"),
    "fetched": ("抓取于", "Fetched"),
    "last_seen": ("最近一次见到", "Last seen"),
    "gone": ("网站已撤下", "Taken off the site"),
    "identifier": ("编号", "Id"),
    "cite": ("引用格式（GB/T 7714）", "Citation (GB/T 7714)"),
    "rights": ("版权", "Rights"),
    "notice": ("声明", "Notice"),
    "licences": ("许可与备案", "Licences and filings"),
    "contacts": ("举报联系方式", "Contacts for reports"),
    "versions": ("版本", "Versions"),
    "version_n": ("第 {n} 版", "Version {n}"),
    "version_current": ("现行版本", "current"),
    "version_single": ("未见修改", "No change seen"),
    "version_replaced": ("{date} 被替换", "replaced {date}"),
    "see_differences": ("查看修改", "See what changed"),
    "old_version": (
        "这是第 {n} 版，已于 {date} 被替换。",
        "This is version {n}, replaced {date}.",
    ),
    "see_current": ("看现行版本", "See the current version"),
    "differences": ("版本差异", "What changed"),
    "differences_story": ("两篇对照", "Two versions of a story"),
    "compare": ("比较", "Compare"),
    "compare_from": ("从", "From"),
    "compare_to": ("到", "To"),
    "legend": ("图例", "Legend"),
    "removed": ("删去", "removed"),
    "inserted": ("加入", "added"),
    "earlier": ("较早一篇", "earlier"),
    "later": ("较晚一篇", "later"),
    "no_differences": ("正文和标题完全相同。", "Headline and text are the same."),
    "field_title": ("标题", "Headline"),
    "field_subtitle": ("副题", "Second headline"),
    "field_published_at": ("发布时间", "Published"),
    "field_source": ("来源", "Source"),
    "field_original": ("原创", "Original"),
    "field_reporters": ("记者", "Reporters"),
    "field_editors": ("编辑", "Editors"),
    "field_images": ("图片", "Pictures"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "none": ("无", "none"),
    "story": ("同一报道的其他版本", "Other versions of this story"),
    "story_more": ("另有 {n} 篇未列出", "not listed: {n}"),
    "compare_with_this": ("与本篇对照", "Compare with this one"),
    "duplicate": (
        "正文与较早的一篇完全相同：",
        "The text is the same as that of an earlier article:",
    ),
    "reliability": ("页面的修复情况", "What was done to the page"),
    "reliability_good": (
        "没有已知的缺失。",
        "Nothing is known to be missing.",
    ),
    "uncertain": ("阅读时请留意", "Read with care"),
    "lost_note": (
        "有 {n} 处字符被镜像网站毁掉，无法得知原字，文中以 � 标出。",
        "Characters that the mirror destroyed and nobody can know: {n}; marked � in the text.",
    ),
    "lost_here": (
        "此处一个字符被镜像网站毁掉，无法得知",
        "The mirror destroyed a character here; nobody can know which",
    ),
    "guessed_note": (
        "页面上有 {n} 个字是按常见程度推定的，可能有误；位置未记录。",
        "Characters of the page that were chosen by likelihood and may be wrong: {n}. Where they"
        " stand is not recorded.",
    ),
    "incomplete_note": (
        "原文有的页没有抓到，或者没有抓全，正文不完整。",
        "A page of this article could not be fetched, or not whole: the text is incomplete.",
    ),
    "incomplete_end": ("正文不完整", "The text is incomplete"),
    "annotations": ("去掉的注音", "Readings taken out"),
    "repaired": ("修复的错位", "Shifted bytes put right"),
    "lost": ("无法恢复的字符", "Characters lost"),
    "guessed": ("推定的字", "Characters guessed"),
    "joined_pages": ("合并的页数", "Pages joined"),
    "rendered": ("由浏览器打开", "Opened by a browser"),
    "keyboard": ("键盘快捷键", "Keyboard"),
    "key_search": ("跳到搜索框", "Go to the search box"),
    "key_next": ("下一条结果", "Next result"),
    "key_previous": ("上一条结果", "Previous result"),
    "key_page": ("下一页 / 第一页", "Next page / first page"),
    "key_back": ("返回搜索结果", "Back to the results"),
    "key_theme": ("切换明暗", "Light or dark"),
    "key_help": ("显示本说明", "Show this help"),
    "close": ("关闭", "Close"),
    "footer": (
        "文章版权属原发布者。本页只读存档，不联系任何其他网站。",
        "The articles belong to their publishers. This page only reads the archive and calls no"
        " other site.",
    ),
    "error_bad": ("无法这样查询", "This can't be looked up"),
    "error_parameter": (
        "参数 {name} 的值是“{value}”：{expected}",
        "{name} is “{value}”: {expected}",
    ),
    "expected_date": (
        "须为日期，如 2025-03-18",
        "write a date such as 2025-03-18",
    ),
    "expected_order": (
        "须不晚于 until",
        "must not be later than until",
    ),
    "expected_choice": ("须为 {choices} 之一", "must be one of {choices}"),
    "expected_short": ("最多 {n} 个字符", "write at most {n} characters"),
    "expected_once": ("只能出现一次", "may be given once only"),
    "expected_words": (
        "须有字、词或数字，最多 {n} 个词；短语加引号",
        "write a character, a word or a number, {n} words at most; put phrases in quotes",
    ),
    "expected_key": (
        "须照“下一页”链接原样给出",
        "must stand as in the link to the next page",
    ),
    "expected_version": ("须为 1 到 {n} 之间的版本号", "must be a version from 1 to {n}"),
    "error_missing": ("没有这一页", "There is no such page"),
    "error_no_article": (
        "存档里没有编号为 {id} 的文章。",
        "The archive has no article with the id {id}.",
    ),
    "error_no_page": (
        "请检查地址，或从搜索开始。",
        "Check the address, or start with a search.",
    ),
    "error_away": ("存档暂时无法访问", "The archive can't be reached"),
    "error_away_hint": (
        "数据库没有应答，请稍后刷新。",
        "The database does not answer. Reload in a moment.",
    ),
    "error_internal": ("这一页出错了", "This page failed"),
    "error_internal_hint": (
        "错误已写入 scrapy serve 的输出。",
        "The error is in the output of scrapy serve.",
    ),
}
"""Name → the phrase in Chinese and in English; ``{name}`` is filled in."""


def phrase(language: Language, name: str, /, **values: object) -> str:
    """The phrase ``name`` in ``language``. Raises KeyError for a name that does not exist."""
    text = PHRASES[name][LANGUAGES.index(language)]
    return text.format(**values) if values else text


def preferred(accept_language: str) -> Language:
    """The language for an ``Accept-Language`` header (RFC 9110, 12.5.4); Chinese if it names none.

    Never raises: a part that can't be read counts for nothing.
    """
    best: Language = LANGUAGES[0]
    best_weight = 0.0
    for part in accept_language[:1000].split(","):
        tag, _, parameter = part.strip().partition(";")
        name = tag.strip().lower().partition("-")[0]
        weight = 1.0
        if parameter.strip().startswith("q="):
            try:
                weight = float(parameter.strip()[2:])
            except ValueError:
                weight = 0.0
        for language in LANGUAGES:
            if name == language and weight > best_weight:
                best, best_weight = language, weight
    return best
