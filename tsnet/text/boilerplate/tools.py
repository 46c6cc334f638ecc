"""Tools for readers: share bars, pagers, counters, summaries, and what stands empty."""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.text import english
from tsnet.text.boilerplate.lines import CLOSE, KEPT, LABEL_LENGTH, OPEN

_TOOL_WORD = re.compile(
    r"""
    (?:一键)?[分共]享(?:[本此]?文章?)?(?:到|至|给)? | 转发
    | [微易]信(?:好友|扫一扫|朋友圈|公众号)? | 朋友圈 | 新浪微博 | 腾讯微博 | 微博
    | Qzone | QQ(?:空间|好友)? | 空间 | 人人网 | 豆瓣
    | (?:我要)?打\s?印(?:[本此][文页稿]|文章|正文|页面)? | (?:取消)?收藏(?:本页|本文|文章)?
    | 邀请 | 推荐 | 顶部 | 查看[原大]图 | 全屏
    | 用 | 我来 | 前往 | 打开 | 继续 | 生成 | 海报 | 本页 | 小程序 | 给 | 好友 | 查看
    | (?:我要)?关\s?闭(?:窗口|本页|页面)?
    | 保存(?:网页|本页)? | 发送到?手机 | 复制(?:本文)?(?:链接|网址|地址)
    | (?:我要|文章|[本网]?页面?)?(?:举报|纠错|反馈|投稿) | 点赞 | 赞 | 评论 | 人?参与(?:互动)?
    | 赞一个 | 踩 | 跟[帖贴] | 热度 | 讨论 | 人气 | 加入(?=收藏) | 收藏夹 | 转[到至](?=微博) | 朋友
    | 点我(?=听)
    | 留言 | Email推荐 | 打赏(?:支持|作者)? | 支付宝(?:扫一扫)?
    | (?:电脑|触屏|标准|桌面)版
    | 字号 | (?:字体|文字)(?:大小)? | 大小 | 默认o? | 超大 | 特大 | 标准 | 加大 | 缩小 | 放大
    | 正常 | [AT]\s?[+-] | 调整
    | 扫一扫 | 扫码 | 手机(?:阅读|看(?:新闻)?|查看|观看|版)?
    | 欢迎 | 点亮 | 在看 | 一键三连 | 传递更多正能量
    | (?:本[页文])?二维码 | 返回(?:[\u4e00-\u9fff]{0,5}首页|顶部|列表|上[页级]|频道|目录)?
    | 首页 | 回到?(?:顶部|首页) | TOP | 邮件 | 下载
    | APP | 客户端 | (?:AI|智能|全文)?朗读(?:全文|本文)? | [男女]声 | 听(?:新闻|[全本]文)
    | (?:AI|智能)?语音(?:播报|朗读)?
    | 播放 | 暂停 | 停止 | 点击(?:播报|朗读|收听|播放)(?:[本全]文|新闻)?
    | 繁體 | 繁体 | 简体 | English | 切换(?=字体) | [繁简]{2}切换
    | (?:是否打开)?(?:信息)?无障碍(?:浏览|阅读|模式)?
    | (?:长者|关怀|适老)版 | (?:切换)?[\u4e00-\u9fff]{2}模式
    | 点击(?:数|量|率) | (?:本[文页])?已?被?(?:浏览|阅读)(?:次数|量|数)? | 次
    | facebook | twitter | 倍速 | 录入 | admin | 更多 | 到 | 更 | 视力保护色 | [大中小简繁AT]
    | 语速 | \d\.\d{1,2}x | \d{1,7}(?:\.\d)?万? | 播报 | 字数
    | (?:(?:本文|全文)?时长|大?约)?需?\s?\d{1,3}\s?分钟
    | (?:非常|很|比较|基本|不太|不)?满意 | 一般 | 提交
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Words of tool bars, of which such a line consists."""
_TOOL_CERTAIN = re.compile(
    r"""
    分享 | 共享[本此]文 | 字号 | 字体 | 文字大小 | 打\s?印 | 收藏 | 关\s?闭 | 扫一扫 | 二维码 | 返回
    | 顶部 | 回到 | 发送 | 保存[网本]页
    | 复制 | 纠错 | 点赞 | 微信 | 微博 | 转发 | 大\W{0,3}中\W{0,3}小 | Qzone
    | 小\W{0,3}中\W{0,3}大 | [TA][大小]
    | 听新闻 | 朗读 | 语音 | 浏览 | 阅读 | 点击 | 无障碍 | 放大 | 缩小 | 视力保护 | 举报 | 评论
    | 参与互动 | [繁简]{2}切换 | 语速 | 倍速 | 播报 | 不满意 | 客户端 | APP | 在看 | [AT]\s?[+-]
    | [繁简]体\W{1,3}[繁简]体 | (?:电脑|触屏)版 | (?:夜间|日间|护眼|阅读)模式 | 播放\W{1,3}暂停
    | 查看[原大]图 | 小程序 | 好友 | 时长 | 赞一个 | 热度 | 人气 | 朋友
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Those of them of which it must have one: the others are words of any text."""
_TOOL_OPENING = re.compile(
    r"""
    ^[\[【(（\s↑↓▲▼]*(?:
    分享(?:到|至) | 扫一扫 | 扫码 | 扫描(?:二维码|左侧|右侧|上方|下方)
    | 打开[^。，]{1,10}(?:APP|客户端)(?:$|[，\s]) | 返回[^。，]{1,8}[，,]\s?查看更多$
    | 微信扫 | 打开微信 | 用微信 | 请用微信 | 长按
    | 点击(?:[左右]?[上下][方角]|蓝字|进入(?:专题|频道|下载))
    | (?:如|若)?[您你]?(?:如|若)?发现(?:错别字|错误|有误)[^。]{0,12}(?:纠错|反馈|联系)
    | [此本该][页文](?:面|章)?(?:内容)?[为由](?:机器|AI|人工智能|智能)(?:语音|自动|合成){0,2}
      (?:朗读|播报)
    | (?:(?:新闻)?(?:线索)?(?:爆料|报料)(?:热线|电话|邮箱|微信)?|(?:24小时)?(?:新闻|读者)热线
      |(?:责任编辑|责编)(?:邮箱|信箱|电话|微信))
      \s*[:：\s]
    | (?:您|你)(?:对|觉得)(?:本|这)[文篇条]
    | (?:安装|下载)[^。，]{1,12}(?:客户端|APP)[^。]{0,24}(?:→|【)
    | 欢迎(?:扫码)?关注[^。，]{0,20}(?:微信|公众号|视频号|微博|抖音|客户端)
    | 看完(?:这篇|本篇?|此)(?:文章?|新闻|报道)有?何感[觉想]
    | [您你]?(?:看[到完过]|读[完过]|对)(?:[这此本](?:篇|条)?(?:文章?|新闻|报道)|此刻).{0,3}的
      (?:感[受觉]|心情|评价)是?(?:[:：]|$)
    | 高级模式[\s\ufffd]*(?:B|$)  # of a forum
    | 关注(?:我们|微信|天山网) | 打开APP | 下载(?:APP|[^。，]{0,12}客户端(?:$|[，\s]))
    | (?:本文来自[^。，]{1,12}[，,]\s?)?(?:想(?:了解|看))?更多[^。]{0,12}
      (?:请|欢迎)(?:关注|下载|点击|登录|扫)
    | (?:觉得|如果|喜欢|看完)[^。]{0,16}(?:点个?.?赞|点个?.?在看|转发|打赏|赞赏)
    )
    """,
    re.VERBOSE,
)
"""How sentences open that ask readers to share, scan, follow or report."""
_ASKS_OF_PAGE = re.compile(
    r"[您你]?(?:对|觉得)?[本这此该][^。，？?]{1,14}(?:满意|有用|有帮助|如何评价)[^。，？?]{0,6}[？?]"
)
"""What asks the readers how they find the page."""
_OWN_ADDRESS = re.compile(
    r"[\[【(（\s]*(?:本[文页]|原文|文章|网页|来源)(?:地址|链接|网址)\s*[:：]\s*https?://[!-~]{1,200}$"
)
_PAGER_WORD = re.compile(
    r"""
    \[\s*\d{1,3}\s*\] | 【\s*\d{1,3}\s*】 | [(（]\s*\d{1,3}\s*[)）]
    | 上一?页 | 下一?页 | 首页 | 第一页 | 尾页 | 末页 | 最后一?页 | 前一?页 | 后一?页
    | [上下]一[张幅期版]
    | 前一天 | 后一天 | 查看(?:原图|大图) | \d{1,3}\s*/\s*\d{1,3} | (?:支持)?键盘 | 翻页
    | 分页(?:导航|阅读|浏览|显示)? | (?:本文|文章|内容)导航
    | (?:本(?:文|篇|新闻)|全文|文章)?共\s*\d+\s*页 | (?:当前)?在?第\s*\d+\s*页 | 当前页?
    | (?:余下|剩余|阅读|显示|展开|查看|浏览)?全文(?:阅读)? | 单页阅读 | 跳?转?到 | GO | \d{1,3}
    | 页[面码]?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Words of pagers, of which such a line consists."""
_PAGER_CERTAIN = re.compile(
    r"页|[文章容]导航|[上下]一[张幅期版]|前一天\s*后一天|全文|[\[【]\s*\d+\s*[\]】]\s*[\[【]\s*\d+\s*[\]】]"
)
"""Those of which it must have one."""
_NO_WORD = re.compile(r"[\s\W_]+")
_PLACEHOLDER = re.compile(
    r"""
    ^[\[【(（\s▶►—–-]*(?:
    [音视]频(?:正在)?(?:加载|播放|准备)[^了。]{0,10} | 自动播放\s*(?:play\s*向前\s*向后)?
    | 正在播放[\s\d:：/]{0,16} | 视频 | 音频 | 图集 | 附件下载\s*[:：]\s*无 | 正在加载.{0,10}
    | 正在(?:为[您你])?(?:生成|连接|准备|缓冲|朗读|合成).{0,10}请稍[候后]
    | (?:广告|图片|评论|内容|数据|正文|文章)(?:正在)?加载(?:中|失败).{0,6}
    | 调查问题加载中.{0,8} | 若长时间无响应.{0,16} | (?:加载中|loading|请稍[候后]).{0,6}
    | 点击(?:播放|观看)(?:视频|音频)?
    | (?:建议|请)?(?:您)?在?\s?(?:wi-?fi|无线网络)(?:环境|网络)?下?(?:观看|播放)
    | (?:您|你)的(?:浏览器|设备|手机|播放器).{0,40}(?:不支持|版本|升级).{0,40}
    | (?:抱歉|对不起).{0,20}不支持.{0,40}
    | .{0,12}(?:flash|html5)\s*(?:player|播放器|插件|video|版本).{0,30}
    | (?:打开)?微信里?，?点.{0,4}(?:发现|底部).{0,40} | -{4,}\s*分\s?[隔割]线\s*-{4,}
    | [该此]?(?:[音视]频|图片|内容)暂?时?(?:无法|不能)(?:播放|观看|显示|加载).{0,8}
    | 播放(?:视频|器) | (?:点击)?(?:展开|阅读|查看|显示)(?:阅读)?(?:全文|全部)(?:内容)?
    | (?:点击)?展开(?:阅读|剩余\s?\d{1,3}%)?
    | [^。，]{0,10}(?:隐藏|剩余|余下|更多)[^。，]{0,6}[，,]?点击(?:展开|查看) | 收起(?:全文)?
    | (?:倍速|[高标超]清|流畅|全屏|静音|画质|弹幕)+
    | (?:点击)?(?:查看|看)(?:大图|原图|地图|更多)
    | 请?(?:点击|点此|点这里)(?:查看|阅读|浏览|观看|了解|获取)更多(?:精彩|相关)?
      (?:内容|新闻|资讯|信息|报道|文章|图片|视频|详情)? | 点击图片.{0,12}
    | (?:关闭)?广告(?:位?招租|投放|合作|位)? | advertisement | 推广(?:信息)? | 赞助 | 不感兴趣
    )[\]】)）\s.…。>»＞:：↓▼∨—–-]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands where a script would put a film, a list or the rest of a text, and advertisements."""
_OLD_BROWSER = re.compile(
    r"(?:[^。]{0,12}[:：，,]\s?)?[您你](?:当前|现在|正在)?(?:使用)?的?浏览器[^。]{0,40}"
    r"(?:版本过低|不支持|升级)[^。]{0,40}。?"
    r"|(?:请|建议)(?:使用|升级|更换|下载)[^。]{0,30}浏览器[^。]{0,20}。?"
)
"""What tells readers to use another browser."""
_SIGN = re.compile(
    r"""
    [-—–~～\s·]*(?:左右|上下|向?[上下左右])滑动?(?:查看|可看|看).{0,8}
    | [您你]?[读看]完(?:此|本|该|这[篇条])(?:文|新闻|稿).{0,16}
    | [-—–_=~～]{3,} | [↓↑▼▲▽△⬇⇓⬆👇👆|｜\s]+
    | (?:(?:收?听|播放)(?:[本全]文|新闻)?)?\s*(?:\d{1,2}:\d\d\s*/|00?:00)\s*\d{1,2}:\d\d  # a player
    | \d{20,}                                            # a number of the system's
    | [▲△↑⬆]\s?(?:[回返去]到?)?(?:顶部?|开?头部?|top)
    | [■◼] | [+＋]\s*[|｜/]?\s*[-—－−]                          # larger, smaller
    | (?:时长|[音视]频)\s?[:：]?\s?\d{1,2}:\d\d(?::\d\d)?
    | [-—–~～\s·]*(?:(?:已经?)?到底[了啦]|没有更多(?:内容)?[了啦])[-—–~～\s·]*
    | 更多\s?[>＞»›]{1,3} | [(（【\[]点击[^)）】\]]{1,12}[)）】\]] | 加载更多
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Signs for the reader, players and rules."""
_LONGEST_SIGN = 60
_LONGEST_END = 16
_END_SIGN = re.compile(
    r"[-—–－─~～\s·]*(?:(?:the\s)?end|[全正本]文(?:已?完|已?结束)|完)[-—–－─~～\s·]*"
    r"|[(（【\[]\s*(?:(?:[全正本]文)?完|end)\s*[)）】\]]",
    re.IGNORECASE,
)
"""The mark of the end of a text."""


@lru_cache(maxsize=KEPT)
def is_tool_line(line: str) -> bool:
    """Whether a line is only buttons for readers: sharing, printing, font size, counters."""
    if "://" in line and _OWN_ADDRESS.match(line):
        return True
    if len(line) > LABEL_LENGTH:
        return False
    if _TOOL_OPENING.match(line) and not line.endswith(("。", "！", "？")):
        return True
    if english.is_tool_line(line):
        return True
    if line.endswith(("？", "?")):
        return _ASKS_OF_PAGE.fullmatch(line) is not None
    return (
        _TOOL_CERTAIN.search(line) is not None and _NO_WORD.sub("", _TOOL_WORD.sub("", line)) == ""
    )


_LEAST_QUESTION = 5
_LEAST_ANSWERS = 2
_LONGEST_ANSWER = 5
"""Characters of a question to the readers; how many answers it has at least, and their
characters."""
_LEAST_COUNTERS = 2
"""Counters that are a row of them."""


def is_poll(words: list[str]) -> bool:
    """Whether words are a question to the readers and the answers to choose from."""
    question, *answers = words
    return (
        question.endswith(("？", "?"))
        and len(question) >= _LEAST_QUESTION
        and len(answers) >= _LEAST_ANSWERS
        and max(map(len, answers)) <= _LONGEST_ANSWER
    )


def is_tool_row(words: list[str]) -> bool:
    """Whether words that stand in a row, each in its own element, are buttons, counters, a poll."""
    if is_poll(words) or _are_unpressed(words):
        return True
    tools = [_NO_WORD.sub("", _TOOL_WORD.sub("", word)) == "" for word in words]
    return any(map(_TOOL_CERTAIN.search, words)) and all(
        tool or is_button(word) for tool, word in zip(tools, words, strict=True)
    )


def _are_unpressed(words: list[str]) -> bool:
    """Whether every other word is a number, mostly 0: ``感动`` ``0`` ``路过`` ``0``."""
    numbers = [word.isdigit() for word in words]
    return (
        len(words) >= 2 * _LEAST_COUNTERS
        and sum(numbers) * 2 == len(words)
        and numbers[::2] == [numbers[0]] * (len(words) // 2)
        and words.count("0") * 4 >= len(words)
        and max(map(len, words)) <= _LONGEST_ANSWER
    )


_SCAN = re.compile(r"扫[一码描]|长按|二维码")


def asks_to_scan(line: str) -> bool:
    """Whether a line of tools speaks of a code to scan, which is a picture by it."""
    return _SCAN.search(line) is not None


_BUTTON = re.compile(
    r"""
    ^\W*(?:
      请?点击 | 收听 | 长按 | 我要(?:分享|评论|纠错|收藏|投稿|留言|举报|提问|咨询|投诉)
      | 复制(?:链接|网址|本文)
      | 登录(?:后|查看|参与) | 时长 | [大中小]字
      | 扫[码描].{0,12}(?:关注|下载|查看|阅读|分享|二维码)
      | 关注(?:$|[\u4e00-\u9fff]{1,6}网$|.{0,10}(?:公众号|视频号|微博|微信|抖音|我们))
      | 生成海报$ | 分享(?:到|至|本文|文章|海报)?$
      | (?:评论|跟[帖贴]|留言|回复|参与|收藏|点赞|喜欢)数?
        \s*[(（:：]?\s?\d{1,7}(?:\.\d)?万?[)）]?(?:$|\s)
      | (?:暂停|继续|开始)?播放(?:音频|视频|全部)?$ | (?:打赏|赞赏)(?:作者|支持)?$
      | (?:用户名|昵称|密码|验证码|登录|注册|匿名(?:发表|评论)?|提交|发布|忘记密码)[:：?？]?$
      | (?:感谢|谢谢)(?:[您你大家各位的]{1,4})?(?:阅读|观看|收看|收听|浏览|支持)$
      | (?:[你您]怎么看[?？]\s?)?(?:欢迎|快来)[^。，]{0,6}(?:留言|评论)(?:$|讨论|互动|分享|区)
      | (?:展开|加载)更多$ | (?:爆料|报料)请?加?(?:微信|QQ)?[:：]
      | (?:阅读|读完)(?:全文|本文)?[约需]{1,2}\s?\d{1,3}\s?分钟 | \d{1,3}\s*分钟(?:阅读|读完)$
      | (?:在?APP|客户端)内(?:打开|阅读|查看)$ | (?:还?没有|已有)账[号户].{0,8}(?:注册|登录)$
      | (?:投诉(?:建议|举报)?|意见反馈|我要反馈|已?订阅|快速朗读|赞一个|TOP
        |用?手机(?:查?看|阅读)|已关注|抢沙发|保存图片)\W*$
      | 双击滚屏 | 相关附件[:：]?$
      | 更多[^。，]{1,8}[，,\s]?
        (?:尽在|(?:请|欢迎)?(?:点击(?![率量])|关注|下载|登录|扫码)[^。]{0,6}$)
    )
    | ^点(?:分享|收藏|赞|在看)$ | ^点(?:个|亮)?[“"「]?在看 | ^已读\s?\d{1,3}%$ | ^暂无附件$
    | 简\s*[/|]\s*繁 | 默认\s*[大中小] | (?:关注|订阅)\s已?(?:关注|订阅)
    | 识别(?:图中)?二维码 | 倍速播放 | 音频\s*\d
    | ^打开[^。，\s]{1,10}[，,\s]\s?(?:查看|阅读|观看|体验)
    | 查看原文 | 返回上一?[页级] | 推荐给(?:朋友|好友) | 顶一下 | 此篇文章有
    | 您访问的链接即将 | 阅读原文 | 阅读(?:需|时长|时间) | 预计阅读 | 本文字数 | 视力保护 | IP属地
    | 官方账号$ | 客户端下载$
    | [本全]文[约共]?\s?\d+字 | ^(?:阅读|浏览)进度\s?\d | 读完[约需]{1,2}\s?\d
    | 一键三连 | ^(?:欢迎|请)?(?:转发|分享)[^。]{0,10}让更多人 | ^听(?:全文|新闻|报道)
    | ^[\u4e00-\u9fff]{2,10}(?<!关注)(?:微信公众号|公众号|视频号|抖音号|官方微[信博])$
    | ^(?:手机[\u4e00-\u9fff]{2,4}[网报]|[\u4e00-\u9fff]{2,6}[网报](?:官方)?微[信博])$
    | ^(?:在线客服|(?:服务|客服)热线)$ | ^订阅(?:我们|本[站网报刊])[^。]{0,8}$
    | ^(?:官方)?(?:抖音号?|快手号?|视频号|微信公众号|(?<=官方)微[信博]|新浪微博|QQ)$
    # counters
    | ^(?:当前|今日|总)?(?:浏览|访问|阅读|点击|热度|人气|编号)(?:人数|次数|量|数|率)?\s*[:：]?\s*\d
    | ^(?:本文)?已(?:影响|帮助)\s*\d+\s*人$
    | ^\d{1,7}(?:\.\d)?[万w]?\+?\s?[人次]{0,2}(?:浏览|阅读|观看|看过|播放|参与|跟[帖贴])$
    | ^(?:访问|浏览|流量)统计\W | ^(?:当前)?在线(?:人数|用户)\W | ^您是第[\s\d]+位
    | ^(?:页面)?(?:执行|生成|加载|响应)时间\W | ^.{0,8}分辨率.{0,6}\d\s?[×x*]\s?\d
    | \d人点赞 | ^\d{1,6}\s*(?:赞|评论|收藏|分享)$ | ^[踩赞顶](?:一下)?(?:$|\s*[(（]?\d)
    | ^在看(?:$|\s*\d) | ^\+1$ | ^\d{1,4}$ | ^[(（]\d{1,6}[)）]$
    | ^[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*(?:\d|听)
    # a player, a gallery, dates and rules
    | ^\d{1,2}:\d\d(?::\d\d)?$ | ^\d{1,3}\s*/\s*\d{1,3}$ | ^\d{1,3}%$
    | ^编辑于 | ^(?:最后)?(?:发布|发表|更新)(?:于|(?:时间|日期)?[:：])
    | ^[-—–_=*＊~～·\s]{3,}$ | [★☆]{3}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How short lines around a text read that are buttons, counters, or what an application shows."""
_LONGEST_BUTTON = 30
_STAMPS = re.compile(
    r"(?:(?:本文|最后|最近)?(?:发布|发表|更新|修改|编辑|录入|上传)(?:于|时间|日期)?(?:[:：]|\s(?=\d))"
    r"\s*[\d年月日/.:： -]{8,20}\s*[|｜]?\s*){1,3}"
)
"""When a page was published and changed, as its foot states it again."""


_FOLLOW = re.compile(
    r"[^。]{0,24}关注(?:我们|本[网站号报台])的?"
    r"(?:专栏|账号|频道|主页|(?:官方)?(?:微信|微博|公众号|视频号|抖音号?|客户端))?[。！]?"
    r"|更多(?:新闻|资讯|精彩)[^。，]{0,8}[，,]?(?:请|欢迎)(?:关注|下载|扫码)[^。，]{2,20}[。！]"
)
"""What asks the readers to follow the page's own account or news, a sentence though it is."""
_TIP_OFF = re.compile(
    r"[【\[(（]?(?:想爆料|我要[爆报]料|(?:如果?)?[您你]?(?:如果?)?有新闻线索"
    r"|欢迎[^。，]{0,8}(?:提供新闻线索|[爆报]料))[？?，,！!].{0,60}(?:热线|[爆报]料|微信|电话|邮箱|联系).{0,120}"
)
"""How those who read are asked for news: ``想爆料？请拨打新闻热线…``."""


def is_button(line: str) -> bool:
    """Whether a line above or below a text reads as a button or a counter: short and no sentence.

    Within a text the same words may be a heading or an item of a list.
    """
    return any(sentence.fullmatch(line) for sentence in (_STAMPS, _FOLLOW)) or (
        len(line) <= _LONGEST_BUTTON
        and not line.endswith(("。", "！", "？", "；", "：", "”"))
        and _BUTTON.search(line) is not None
    )


_OFFERED = re.compile(
    r"转[发给]|在看|扫码|二维码|公众号|视频号|客户端|APP|戳|点(?:这里|此)|阅读原文|长按"
    r"|(?:请|持续|欢迎|快来|点)[^，。]{0,4}关注",
    re.IGNORECASE,
)
"""What readers are asked to do."""
_OF_OFFER = re.compile(
    rf"{_OFFERED.pattern}|关注|分享|点赞|订阅|下载|点击|更多|详情|看[全过原]|不错|喜欢|鼓励|支持|我们|加油|错字|错误|有误",
    re.IGNORECASE,
)
"""Of what each clause of such a line has a word."""
_NO_OFFER = re.compile(r"报名|投票|咨询|附件|申请|办理|预约|登录|[他她]|[“《][^”》]{5,}")
_CLAUSES = re.compile(r"[，,！!？?；;：:\s]+")
_LONGEST_OFFER = 30


def is_offer(line: str) -> bool:
    """Whether a last line asks the readers to follow, to share or to read on, and no more.

    Each of its clauses does so: ``转发，让更多人知道！``, ``想看更多？来新疆日报视频号``.
    """
    return (
        len(line) <= _LONGEST_OFFER
        and not line.endswith(("。", "”", "；", "：", ":"))
        and _OFFERED.search(line) is not None
        and _NO_OFFER.search(line) is None
        and all(map(_OF_OFFER.search, filter(None, _CLAUSES.split(line))))
    )


def asks_for_news(line: str) -> bool:
    """Whether a line below a text asks the readers for news, set as text though it may be."""
    return _TIP_OFF.fullmatch(line) is not None


def is_pager_line(line: str) -> bool:
    """Whether a line is only the pager of a long article: ``[1] [2] 下一页``."""
    return (
        len(line) <= LABEL_LENGTH
        and _PAGER_CERTAIN.search(line) is not None
        and _NO_WORD.sub("", _PAGER_WORD.sub("", line)) == ""
    )


def is_end_sign(line: str) -> bool:
    """Whether a line says that the text is over: ``— END —``, ``（完）``."""
    return len(line) <= _LONGEST_END and _END_SIGN.fullmatch(line) is not None


def is_placeholder(line: str) -> bool:
    """Whether a line stands for what a page without script can't show, or an advertisement.

    So do signs to the reader: arrows, the mark of the end, 左右滑动查看; and several of these.
    """
    return (
        (
            0 < len(line) <= LABEL_LENGTH * 2
            and (_PLACEHOLDER.match(line) is not None or all(map(_PLACEHOLDER.match, line.split())))
        )
        or (len(line) <= _LONGEST_SIGN and _SIGN.fullmatch(line) is not None)
        or is_end_sign(line)
        or ("浏览器" in line and _OLD_BROWSER.fullmatch(line) is not None)
    )


_SUMMARY_HEADING = re.compile(
    rf"{OPEN}(?:AI|智能|人工智能)\s*(?:摘要|总结|速览|速读|导读|解读|概要|看点){CLOSE}",
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
