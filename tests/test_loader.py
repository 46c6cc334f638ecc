from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from tsnet.items import Image, Licence, Rights
from tsnet.loaders import ArticleLoader
from tsnet.text.beijing import BEIJING


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("title", "　前两月 外贸进出口\n同比增长 ", "前两月 外贸进出口同比增长"),
        ("title", "cafe\u0301里的u\u0308\u030c \uf92c", "café里的ǚ \uf92c"),
        ("subtitle", "——来自塔里木河畔的报告", "——来自塔里木河畔的报告"),
        (
            "body",
            ["　　会议强调，\xa0要落实。", "", "会议\u200b指出。"],
            "会议强调， 要落实。\n会议指出。",
        ),
        ("body", ["　地区\t 岗位\xa0\t比例"], "地区\t岗位\t比例"),
        (
            "published_at",
            datetime(2025, 3, 19, 19, 38, 42, tzinfo=BEIJING),
            datetime(2025, 3, 19, 11, 38, 42, tzinfo=timezone.utc),
        ),
        ("published_raw", " 2025-03-19  19:38:42", "2025-03-19 19:38:42"),
        ("source", "天山网-新疆日报 ", "天山网-新疆日报"),
        ("channel_name", "时政", "时政"),
        ("reporters", ["(记者刘翔报道)", "（记者 刘翔 万平）"], ["刘翔", "万平"]),
        ("editors", ["[责任编辑: 刘芳 ]", "编辑：刘芳 张柱"], ["刘芳", "张柱"]),
        (
            "images",
            [("https://m.euiu.cn/a.jpg", "图为会场。"), ("https://m.euiu.cn/b.jpg", None)],
            [Image("https://m.euiu.cn/a.jpg", "图为会场。"), Image("https://m.euiu.cn/b.jpg")],
        ),
        (
            "rights",
            [
                ("notice", "刊用本网站稿件,务经书面授权。"),
                ("imprint", "新ICP备11000096号 举报热线:0991-3532125 397469069@qq.com"),
                ("imprint", "新ICP备11000096号 涉未成年人举报电话:0991-3532125"),
                ("imprint", "天山网 版权所有"),
            ],
            Rights(
                "刊用本网站稿件,务经书面授权。",
                "天山网",
                [Licence("ICP备案", "新ICP备11000096号")],
                ["0991-3532125", "397469069@qq.com"],
            ),
        ),
        (
            "rights",
            [("notice", "新疆日报社版权所有，未经书面授权禁止使用")],
            Rights("新疆日报社版权所有，未经书面授权禁止使用", "新疆日报社"),
        ),
        (
            "rights",
            [("notice", "本网所有内容版权所有，未经书面授权禁止使用")],
            Rights("本网所有内容版权所有，未经书面授权禁止使用"),
        ),
    ],
)
def test_each_field_is_made_of_the_pages_text_by_its_own_processor(
    field: str, raw: Any, value: Any
) -> None:
    loader = ArticleLoader()
    loader.add_value(field, raw)
    assert loader.load_item() == {field: value}


@pytest.mark.parametrize("field", ["title", "subtitle", "published_raw", "source", "channel_name"])
def test_a_field_without_text_is_left_out(field: str) -> None:
    loader = ArticleLoader()
    loader.add_value(field, None)
    loader.add_value(field, " ")
    assert field not in loader.load_item()
