"""Made bulletins: all of one pattern are alike, and each is a story of its own."""

from __future__ import annotations

import random
from collections.abc import Callable

PLACES = ("伊犁州", "塔城地区", "阿勒泰地区", "博州", "昌吉州", "乌鲁木齐市", "石河子市", "哈密市")
SKIES = ("多云间晴", "晴", "阴有小雪", "多云有小雨", "大部晴间多云", "有中到大雪", "有扬沙")


def _day(source: random.Random) -> str:
    return f"{source.randrange(1, 13)}月{source.randrange(1, 29)}日"


def forecast(source: random.Random) -> str:
    """The weather of some places."""
    day = source.randrange(1, 29)
    lines = [
        f"天山网讯(记者刘翔报道){source.randrange(1, 13)}月{day}日，自治区气象台发布天气预报。",
        f"预计{day}日夜间到{day + 1}日白天，"
        + "，".join(
            f"{place}{source.choice(SKIES)}，"
            f"气温{source.randrange(-20, 9)}℃到{source.randrange(9, 30)}℃"
            for place in source.sample(PLACES, 5)
        )
        + "。",
        f"其中{source.choice(PLACES)}、{source.choice(PLACES)}的局部区域{source.choice(SKIES)}，"
        f"并伴有{source.randrange(3, 7)}级左右西北风。",
        "气象专家提醒，公众出行请关注临近预报预警信息，注意防范交通安全风险。",
    ]
    return "\n".join(lines)


def gale_warning(source: random.Random) -> str:
    """Most of it is what is to be done at any gale."""
    places = "、".join(source.sample(PLACES, 3))
    return (
        f"天山网讯(记者刘翔报道){_day(source)}{source.randrange(24)}时{source.randrange(60)}分，"
        f"自治区气象台发布大风{source.choice('蓝黄橙')}色预警信号：预计未来24小时，{places}等地的"
        f"部分区域有{source.randrange(5, 8)}级西北风，风口风力{source.randrange(8, 12)}级。\n"
        "请有关部门和单位做好防范准备，相关水域水上作业和过往船舶采取积极的应对措施，加固门窗、围板、"
        "棚架等易被风吹动的搭建物，妥善安置易受大风损坏的室外物品。"
    )


def cases(source: random.Random) -> str:
    """The day's figures of an illness."""
    day = _day(source)
    return (
        f"天山网讯 据自治区卫生健康委最新通报，{day}0时至24时，全区新增确诊病例"
        f"{source.randrange(50)}例，新增无症状感染者{source.randrange(300)}例，治愈出院{source.randrange(40)}例。\n"
        f"截至{day}24时，现有确诊病例{source.randrange(400)}例，无症状感染者{source.randrange(3000)}"
        "例，均在定点医院隔离治疗和医学观察，其密切接触者均已落实管控措施。"
    )


def earthquake(source: random.Random) -> str:
    """A flash."""
    return (
        f"天山网讯 据中国地震台网正式测定：{_day(source)}{source.randrange(24)}时"
        f"{source.randrange(60)}分，在新疆{source.choice(PLACES)}(北纬{source.uniform(35, 48):.2f}"
        f"度，东经{source.uniform(74, 95):.2f}度)发生{source.uniform(3, 5.9):.1f}级地震，震源深度"
        f"{source.randrange(5, 30)}千米。截至目前，当地水、电、路、通信正常，未接到人员伤亡和财产"
        "损失报告。"
    )


def prices(source: random.Random) -> str:
    """What food costs."""

    def price(most: int) -> str:
        return f"{source.uniform(most / 2, most):.2f}元"

    return (
        f"天山网讯 据自治区价格监测中心监测，{_day(source)}，乌鲁木齐市居民主要食品零售均价：猪肉"
        f"每公斤{price(40)}，羊肉每公斤{price(90)}，牛肉每公斤{price(80)}，鸡蛋每公斤{price(12)}，"
        f"15种监测蔬菜平均每公斤{price(9)}，较前一日{source.choice(('上涨', '下降'))}"
        f"{source.uniform(0.1, 4):.2f}%。监测显示，市场供应充足，价格总体平稳，未出现脱销断档情况。"
    )


PATTERNS: tuple[Callable[[random.Random], str], ...] = (
    forecast,
    gale_warning,
    cases,
    earthquake,
    prices,
)
