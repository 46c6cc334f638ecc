from __future__ import annotations

from collections.abc import Callable

import pytest

from tsnet.text import boilerplate
from tsnet.text.licences import find_contacts, find_holder, find_licences, is_licence_line

LINES: list[tuple[Callable[[str], bool], list[str]]] = [
    (
        boilerplate.is_certain_notice,
        [
            "(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像,违者将依法追究法律责任。)",
            "刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。",
            "【版权声明】凡本网注明“来源：天山网”的作品，未经本网授权不得转载、摘编或以其他方式使用。",
            "未经本网书面授权，禁止转载本网稿件。",
            "（未经授权，禁止转载！）",
            "本网站所有稿件，未经书面授权不得转载。",
        ],
    ),
    (
        boilerplate.is_notice,
        [
            "未经许可，严禁转载！",
            "原创作品，未经授权，谢绝转载。",
            "新疆日报社版权所有，未经书面授权禁止使用。",
            "文章版权归属：天山网。未经允许不得以任何形式转载。",
            "尊重原创，侵权必究。转载请联系后台。",
            "※ 版权所有，转载请联系授权 ※",
            "投稿邮箱：tougao@ts.cn 未经授权请勿转载",
            "温馨提示：本网所有稿件未经书面授权不得转载。",
            "著作权声明：本网站所刊载的文字、图片，著作权归天山网所有。",
            "本文章采用 CC BY-NC-SA 4.0 许可协议进行许可。",
            "除特别声明外，本站文章均采用知识共享署名 4.0 国际许可协议。",
            "本文来源于网络，版权归原作者所有，如有侵权，请联系删除。",
            "注：本文图片来自网络，如涉及版权问题请与我们联系。",
            "本站部分内容来自互联网，如侵犯了您的权益，请及时告知，本站将立即删除。",
        ],
    ),
    (
        boilerplate.is_staff_line,
        ["摄影：郭峰", "排版：王强", "发稿：王强", "审核：赵敏　监制：孙丽"],
    ),
    (
        boilerplate.is_editor_line,
        [
            "[责任编辑: 刘芳 ]",
            "责任编辑：刘芳",
            "（责编：刘芳）",
            "编辑：刘芳 审核：万平",
            "排版：王强 编辑：刘芳",
            "来源：天山网 编辑：刘芳 审核：万平",
            "文章责编：刘芳",
            "责任编辑 刘芳",
            "责编丨刘芳 审核丨万平",
            "编辑 | 刘芳",
            "（新疆日报社全媒体编辑：刘芳、万平）",
        ],
    ),
    (
        boilerplate.is_list_heading,
        [
            "相关新闻",
            "相关阅读：",
            "【相关报道】",
            "推荐阅读",
            "热点排行",
            "最新资讯 更多>>",
            "猜你喜欢",
            "延伸阅读",
        ],
    ),
    (
        boilerplate.is_tool_line,
        [
            "分享到：微信 微博 QQ空间",
            "字号：大 中 小",
            "【字体：大 中 小】 打印",
            "浏览量：1024",
            "打印本页 关闭窗口",
            "返回顶部 返回首页",
            "T大T小",
            "朗读 1.0倍速",
            "点击数：123　录入：admin",
            "点击上方“天山网”关注我们",
            "更多新闻请关注天山网",
            "下载石榴云客户端，看更多新闻",
            "觉得不错，请点赞、转发",
            "本文地址：http://www.ts.cn/a/1.html",
            "本文网址：https://m.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml",
        ],
    ),
    (
        boilerplate.is_placeholder,
        [
            "点击查看更多>>",
            "— END —",
            "——上滑查看更多——",
            "↓↓↓",
            "👇👇👇",
            "（点击小程序查看）",
            "—— 全文完 ——",
            "读完这篇文章后，您心情如何？",
            "您看完此新闻的心情如何？",
            "微信里点“发现”，扫一下二维码便可将本文分享至朋友圈。",
            "------分隔线----------------------------",
            "点击展开全文",
        ],
    ),
    (
        boilerplate.is_button,
        [
            "+关注",
            "🔊 点击收听",
            "收听本文 时长 3分12秒",
            "本文字数：1024",
            "喜欢 (3) 打赏",
            "0人点赞",
            "点击“阅读原文”查看详情",
            "扫码关注天山网微信公众号",
            "大字 中字 小字",
            "简 / 繁",
            "当前浏览人数：12",
            "本文共 1024 字，预计阅读 4 分钟",
            "点在看",
            "返回上一页",
            "踩一下",
            "(0)",
            "0%",
            "赞 33在看",
            "最后更新：2025-03-28 10:00",
        ],
    ),
    (
        boilerplate.is_pager_line,
        ["[1] [2] 下一页", "上一页 1 2 3 下一页", "共3页", "阅读全文", "[1][2][3]"],
    ),
    (
        boilerplate.is_placeholder,
        ["视频加载中...", "您的浏览器不支持 video 标签。", "点击播放", "广告", "展开全文"],
    ),
    (boilerplate.is_neighbour_line, ["上一篇：新疆加快建设", "下一条:没有了", "上一篇"]),
    (
        boilerplate.is_comment_heading,
        ["网友评论", "我要评论", "已有 12 条评论", "暂无评论", "发表回复"],
    ),
    (
        boilerplate.is_copyright_line,
        [
            "Copyright © m.euiu.cn All Rights Reserved 天山网 版权所有",
            "版权所有：天山网",
            "天山网 版权所有",
        ],
    ),
    (
        boilerplate.is_imprint_line,
        [
            "主办：天山网 地址：乌鲁木齐市",
            "新疆互联网举报中心　自治区互联网违法和不良信息举报电话：0991-2384777",
        ],
    ),
    (boilerplate.is_contact_line, ["联系电话：0991-3532125", "地址：乌鲁木齐市扬子江路"]),
    (
        boilerplate.is_footer_links,
        ["关于我们 | 网站地图 | 联系我们", "友情链接：新华网 人民网 央视网"],
    ),
    (boilerplate.is_loose_editor_line, ["编辑 刘芳", "责编　刘芳、万平"]),
    (
        boilerplate.is_source_line,
        ["来源：天山网", "（稿件来源：新疆日报）", "来源丨天山网", "来源 新疆日报"],
    ),
    (
        is_licence_line,
        ["营业执照注册号:91650102766838851Y", "新ICP备11000096号-1", "新公网安备 65010202000013号"],
    ),
]

PROSE = [
    "数据来源：自治区统计局公布的季度报告显示，全区经济稳中向好。",
    "未经授权转载他人作品，属于侵犯著作权的行为，要依法承担责任。",
    "未经著作权人许可，任何单位和个人不得擅自复制、转载、摘编其作品，违者依法追究责任。",
    "如发现网络侵权行为，请及时联系当地文化执法部门。",
    "未经许可，任何单位不得从事放射性物品运输。",
    "平台规定，未经授权不得转载新闻作品，拒不改正的依法追究责任。",
    "版权所有者可以授权他人使用。",
    "“版权所有，侵权必究，不能只是一句话。”一位编辑说。",
    "原创作品展在乌鲁木齐开幕",
    "编辑：这个职业的全部荣耀，在别人的名字后面。",
    "作者：一群没有上过美术学院的人；作品：挂进了中国美术馆。",
    "来源 不明的短信不要点",
    "版权保护是创新的基石，条例对镜像网站的责任作出规定。",
    "该书的责任编辑介绍，全书共12章、36万字。",
    "网友可点击相关新闻链接，了解更多政策内容。",
    "该公司已取得互联网新闻信息服务许可证，编号为65120170002。",
    "图为什么能成为新的传播方式？专家给出了答案。",
    "活动现场，读者分享了读书心得，并在微信朋友圈转发。",
    "下一页怎么写，由我们自己决定。",
    "记者在现场看到，广告牌已全部拆除。",
    "2025年03月19日11时20分，首列班列从霍尔果斯口岸驶出。",
    "更多内容，请关注本报后续报道。",
    "我要飞过塔里木河",
    "为每一位劳动者点赞",
    "关注儿童视力健康",
    "返回故乡的路上",
    "不点击陌生链接",
    "喜欢转发微信的老人们，在社区里学会了辨别谣言。",
    "下载客户端，预约挂号，老人们学得很认真。",
    "一、总体要求",
    "强化区域联防联控",
]


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        pytest.param(rule, line, id=f"{rule.__name__}-{line[:12]}")
        for rule, lines in LINES
        for line in lines
    ],
)
def test_boilerplate_is_known_by_its_wording(rule: Callable[[str], bool], line: str) -> None:
    assert rule(line)


@pytest.mark.parametrize("line", PROSE)
def test_sentences_that_only_mention_such_words_are_none_of_them(line: str) -> None:
    assert [rule.__name__ for rule, _ in LINES if rule(line)] == []


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("首页 > 新闻中心 > 时政 > 正文", ["新闻中心", "时政"]),
        ("您现在的位置：首页>>新闻>>时政", ["新闻", "时政"]),
        ("当前位置：首页 » 时政", ["时政"]),
        ("天山网 > 时政", ["天山网", "时政"]),
        ("阿勒泰：雪都迎来降雪", None),
        ("新疆——大美之地", None),
    ],
)
def test_breadcrumbs_are_read_in_steps(line: str, steps: list[str] | None) -> None:
    assert boilerplate.breadcrumb(line) == steps


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("（未经授权禁止转载。） 责任编辑：刘芳", ["（未经授权禁止转载。）", "责任编辑：刘芳"]),
        ("参加有关活动。[责任编辑: 刘芳]", ["参加有关活动。", "[责任编辑: 刘芳]"]),
        ("该书的责任编辑介绍，全书共12章。", ["该书的责任编辑介绍，全书共12章。"]),
    ],
)
def test_ends_on_one_line_are_cut_apart(line: str, pieces: list[str]) -> None:
    assert boilerplate.split_ends(line) == pieces


def test_a_licence_block_is_read_in_parts() -> None:
    block = (
        "增值电信业务许可证:新B2-20050008 新公网安备 65010202000013号 "
        "信息网络传播视听节目许可证:3108311 新ICP备11000096号 统一社会信用代码：91650102766838851Y"
    )
    assert find_licences(block) == [
        ("增值电信业务许可证", "新B2-20050008"),
        ("公网安备", "新公网安备 65010202000013号"),
        ("信息网络传播视听节目许可证", "3108311"),
        ("ICP备案", "新ICP备11000096号"),
        ("统一社会信用代码", "91650102766838851Y"),
    ]


def test_contacts_are_telephones_and_mails_in_order() -> None:
    line = "举报热线:0991-3532125 397469069@qq.com 涉未成年人举报电话:12377"
    assert find_contacts(line) == ["0991-3532125", "397469069@qq.com", "12377"]


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("Copyright © m.euiu.cn All Rights Reserved 天山网 版权所有", "天山网"),
        ("版权所有：新疆日报社", "新疆日报社"),
        ("版权所有 未经许可不得转载", None),
        ("All Rights Reserved", None),
    ],
)
def test_the_holder_is_read_from_a_copyright_line(line: str, holder: str | None) -> None:
    assert find_holder(line) == holder
