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


COUNTIES = (
    *(
        "疏附县",
        "莎车县",
        "叶城县",
        "巴楚县",
        "伽师县",
        "墨玉县",
        "皮山县",
        "于田县",
        "沙雅县",
        "拜城县",
    ),
    *(
        "温宿县",
        "轮台县",
        "尉犁县",
        "和静县",
        "焉耆县",
        "奇台县",
        "额敏县",
        "裕民县",
        "托里县",
        "富蕴县",
    ),
    *(
        "福海县",
        "尼勒克县",
        "新源县",
        "特克斯县",
        "昭苏县",
        "精河县",
        "温泉县",
        "鄯善县",
        "巴里坤县",
    ),
)


def recruitment(source: random.Random) -> str:
    """A notice in which nothing but names tells what it is of."""
    county = source.choice(COUNTIES)
    posts = ("社区工作者", "中小学教师", "乡村医生", "消防员", "编外工作人员", "农业技术员")
    return (
        f"{county}面向社会公开招聘{source.choice(posts)}公告\n"
        f"因工作需要，{county}决定面向社会公开招聘一批工作人员，现将有关事项公告如下。报名人员应遵守国家"
        "法律法规，品行端正，身体健康，具有正常履行职责的身体条件。招聘按照发布公告、报名、资格审查、"
        f"笔试、面试、体检、考察、公示、聘用的程序进行，坚持公开、平等、竞争、择优的原则。由{county}"
        "人力资源和社会保障局负责解释。聘用人员实行试用期制度，考核合格的予以正式聘用。"
    )


def road_closure(source: random.Random) -> str:
    """Which roads are closed, and what is to be done at any closure."""
    places = source.sample(COUNTIES, 4)
    return (
        "天山网讯 记者从自治区路网监测中心获悉，受"
        f"{source.choice(('大风', '降雪', '吹雪', '沙尘'))}天气影响，{places[0]}至{places[1]}段双向"
        f"交通管制，禁止一切车辆通行；{places[2]}至{places[3]}段禁止大型车辆通行，小型车辆减速慢行。"
        "恢复通行时间将另行通知。请广大驾驶员合理安排出行路线，行车途中注意观察路面情况，保持安全车距，"
        "服从现场交警和养护人员指挥，切勿强行通过。"
    )


def harvest(source: random.Random) -> str:
    """A county's harvest, told as every other's."""
    county = source.choice(COUNTIES)
    crop = source.choice(("小麦", "玉米", "棉花", "红枣", "核桃", "辣椒", "甜菜", "葡萄"))
    return (
        f"天山网讯 连日来，{county}的{crop}陆续进入成熟期，田间地头一派繁忙的丰收景象。\n"
        f"走进{county}{source.choice(COUNTIES)[:2]}乡，只见农民们三五成群，有的采收，有的装车，有的过秤。村民"
        f"高兴地说，今年风调雨顺，{crop}收成比去年好，价格也不错。\n"
        f"近年来，{county}立足资源优势，调整优化种植结构，大力发展特色产业，采取合作社加农户的模式，"
        "延长产业链条，带动农民持续增收，为乡村全面振兴打下了坚实基础。"
    )


PATTERNS: tuple[Callable[[random.Random], str], ...] = (
    forecast,
    gale_warning,
    cases,
    earthquake,
    prices,
)
"""What is told apart by its figures."""
NOTICES: tuple[Callable[[random.Random], str], ...] = (recruitment, road_closure, harvest)
"""What is told apart by names."""
