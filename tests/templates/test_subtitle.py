"""Smaller headlines, and lines where one may stand that are none."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, BOX, FIRST, LONG, B, D, E, H, P, T, Template, check

TEMPLATES: dict[str, Template] = {
    "what a film above the text shows, centred": (
        f"{H}<div><video src=./a.mp4></video></div><p align=center>视频：平台上线现场</p><p>　　{LONG}</p>{B}{E}",
        {"subtitle": None, "body": f"视频：平台上线现场\n{LONG}\n{BB}"},
    ),
    "a smaller headline in an element of its own, a caption of its own kind near below it": (
        f"{H}<div class=ft>{FIRST}</div><div>　　{LONG}</div><center><img src=./W01.jpg></center><center>工作人员向求职者介绍平台。</center><div>　　{LONG}</div><div>　　{LONG}</div>{E}",
        {"subtitle": FIRST, "body": f"{LONG}\n{LONG}\n{LONG}"},
    ),
    "spam as all of the title element, a line above the dateline that has nothing to do with the text": (
        f"<title>日韩影院在线</title>{BOX}<div>{T}</div><div>权威发布 亲民视角</div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a smaller headline that ends with a day": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>报名持续至3月19日</div>{D}{B}{E}",
        {"title": T, "subtitle": "报名持续至3月19日", "body": BB},
    ),
    "a centred smaller headline with several quoted words, the last at its end": (
        f"{H}<h2>{T}</h2><p align=center>从“一季游”到“四季游”</p><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {"subtitle": "从“一季游”到“四季游”", "body": f"{LONG}\n{LONG}"},
    ),
    "a smaller headline that says how reporters came by the news": (
        f"<title>{T}</title><h1>{T}</h1><h6>记者现场直击</h6>{D}{B}{E}",
        {"subtitle": "记者现场直击", "body": BB},
    ),
    "a smaller headline in an element of another kind than the paragraphs, in theirs": (
        f"{H}<div><div class=st>岗位备足 办事加快</div><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p></div>{E}",
        {"subtitle": "岗位备足 办事加快", "body": f"{LONG}\n{LONG}\n{LONG}"},
    ),
    "a centred smaller headline above rows of a table whose cells are centred": (
        f"{H}<p align=center>就业榜位列第四</p><p>　　{LONG}</p><table><tr><td><p align=center>名次</p></td><td><p align=center>地区</p></td></tr><tr><td><p align=center>1</p></td><td><p align=center>伊犁</p></td></tr></table>{E}",
        {"subtitle": "就业榜位列第四", "body": f"{LONG}\n名次\t地区\n1\t伊犁"},
    ),
    "a smaller headline that opens with a number, below it a byline and hours that head the parts": (
        f"{H}<h2>137分钟与暴雪赛跑</h2><div><p>天山网记者 刘翔</p><p>02:10</p><p>{LONG}</p><p>02:45</p><p>{LONG}</p></div>{E}",
        {"subtitle": "137分钟与暴雪赛跑", "body": f"天山网记者 刘翔\n02:10\n{LONG}\n02:45\n{LONG}"},
    ),
    "a bold smaller headline outside the text’s element, above bold headings of parts": (
        f"{H}<div><strong>疏勒县推进智慧农业观察</strong></div><div>{B}<p><strong>一粒种子的旅程</strong></p><p>{LONG}</p></div>{E}",
        {"subtitle": "疏勒县推进智慧农业观察", "body": f"{BB}\n一粒种子的旅程\n{LONG}"},
    ),
    "a bold smaller headline that alone is not indented, above bold headings of parts": (
        f"{H}<p><b>疏勒县推进智慧农业观察</b></p><p>　　{LONG}</p><p>　　<b>一粒种子的旅程</b></p><p>　　{LONG[:-1]}，大家都很高兴。</p>{E}",
        {
            "subtitle": "疏勒县推进智慧农业观察",
            "body": f"{LONG}\n一粒种子的旅程\n{LONG[:-1]}，大家都很高兴。",
        },
    ),
    "a centred smaller headline above centred captions that point down": (
        f"{H}<p align=center>疏勒县推进智慧农业观察</p><p>　　{LONG}</p><p align=center>▼农机手驾驶播种机作业</p><p align=center><img src=./W020250319301.jpg></p><p>　　{LONG[:-1]}，大家都很高兴。</p>{E}",
        {"subtitle": "疏勒县推进智慧农业观察", "body": f"{LONG}\n{LONG[:-1]}，大家都很高兴。"},
    ),
    "a bar that reads aloud above a smaller headline": (
        f"{H}<div>AI朗读 点击播报本文，约2分钟</div><h3>疏勒县推进智慧农业观察</h3>{B}{E}",
        {"subtitle": "疏勒县推进智慧农业观察", "body": BB},
    ),
    "a smaller headline that alone is not indented": (
        f"{P}<div>就业更便捷更高效</div><div>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。<br>&emsp;&emsp;目前已有3.2万人次使用。</div>{E}",
        {"subtitle": "就业更便捷更高效", "body": BB},
    ),
    "a wire’s dateline and the time of an event are no smaller headlines": (
        f"{P}<h1>{T}</h1><section>新华社北京3月19日电 题：一个平台的诞生</section>{B}{E}",
        {"subtitle": None, "body": f"新华社北京3月19日电 题：一个平台的诞生\n{BB}"},
    ),
    "a smaller headline where no line states the date": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19 19:38'><h2>{T}</h2><h4>岗位超过十二万个</h4>{B}{E}",
        {"title": T, "subtitle": "岗位超过十二万个", "body": BB},
    ),
    "a smaller headline in quotation marks": (
        f"<title>{T}</title>{D}<h1>{T}</h1><h3>“让每个人找到工作”</h3>{B}{E}",
        {"subtitle": "“让每个人找到工作”", "body": BB},
    ),
    "a smaller headline outside the text, in which headings of parts are set like it": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<h2>{T}</h2><h3>岗位更足办事更快捷</h3><div class=body>{B}<h3>平台汇集岗位</h3>{B}</div>{E}</div>",
        {"subtitle": "岗位更足办事更快捷", "body": f"{BB}\n平台汇集岗位\n{BB}"},
    ),
    "a smaller headline that is centred, its indent a style's": (
        f"{P}<p style='text-indent:2em;text-align:center'><b>张柱主持会议</b></p><p style='text-indent:2em;text-align:center'><b>{T}</b></p><p style='text-indent:2em;text-align:center'><b>岗位12.6万个</b></p>{B.replace('<p>', '<p style=text-indent:2em>')}{E}",
        {"subtitle": "岗位12.6万个", "body": BB},
    ),
    "a smaller headline above several pictures": (
        f"{P}<p align=center><b>{T}</b></p><p align=center>——记就业服务中心</p><p align=center><img src=1.jpg></p><p align=center>图为会场</p><p align=center><img src=2.jpg></p><p align=center>刘翔摄</p>{B.replace('<p>', '<p>　　')}{E}",
        {"subtitle": "——记就业服务中心", "body": BB},
    ),
    "a smaller headline set as the headings of parts, but for its place": (
        f"{P}<h3 align=center>岗位超过十二万个</h3>{B}<h3>感言</h3>{B}{E}",
        {"subtitle": "岗位超过十二万个", "body": f"{BB}\n感言\n{BB}"},
    ),
    "a smaller headline with a dash above verse": (
        f"<title>春联选登</title><h1>春联选登</h1>{D}<h2>——写在新春之际</h2><p>　　春风送暖入屠苏</p><p>　　万象更新迎新岁</p><p>　　瑞雪兆丰年</p><p>　　国泰民安家业旺</p>{E}",
        {"subtitle": "——写在新春之际"},
    ),
    "a smaller headline above a salutation": (
        f"{P}<div>就业更便捷</div><p>　　乡亲们：</p><p>　　据了解，该平台汇集岗位12.6万个。</p><h3>感言</h3><p>　　目前已有3.2万人次使用。</p>{E}",
        {"subtitle": "就业更便捷"},
    ),
    **{
        f"a source below a smaller headline of two clauses, {name}": (
            f"<title>{T}_天山网</title><div>2025年03月19日 星期三</div><h1>{T}</h1>{sub}<div>来源：天山网-新疆日报</div>{B}{E}",
            {"subtitle": "二十五年，从无人区到硫酸钾基地", "source": "天山网-新疆日报", "body": BB},
        )
        for name, sub in [
            ("a heading", "<h2>二十五年，从无人区到硫酸钾基地</h2>"),
            ("centred", "<div align=center>二十五年，从无人区到硫酸钾基地</div>"),
        ]
    },
    "a smaller headline with a dash, where <title> names the site alone": (
        f"<title>天山网</title><p align=center>{T}</p><div>——来自塔里木河畔的报告</div>{D}{B}{E}",
        {"title": T, "subtitle": "——来自塔里木河畔的报告", "body": BB},
    ),
    "a smaller headline below a heading, where <title> names the site alone": (
        f"<title>天山网</title><h1>{T}</h1><p align=center>张柱主持会议 万平讲话</p>{D}{B}{E}",
        {"title": T, "subtitle": "张柱主持会议 万平讲话", "body": BB},
    ),
    "a lesser heading below the headline, where <title> names the site alone": (
        f"<title>天山网</title><h1>{T}</h1><h3>就业更便捷更高效</h3>{D}{B}{E}",
        {"title": T, "subtitle": "就业更便捷更高效", "body": BB},
    ),
    "a smaller headline above the element of the text": (
        f"{P}<div align=center>就业更便捷</div><div>{B}</div>{E}",
        {"subtitle": "就业更便捷", "body": BB},
    ),
    "a smaller headline in the dateline’s element": (
        f"<title>{T}</title><h1>{T}</h1><div><p>2025-03-19 19:38:42 来源：天山网</p><h2>各族群众在家门口就业</h2></div><div>{B}</div>{E}",
        {"subtitle": "各族群众在家门口就业", "body": BB},
    ),
    "a smaller headline in an element of its own, set as the text is": (
        f"{P}<div>各族群众在家门口就业</div><div>{B}{B}</div>{E}",
        {"subtitle": "各族群众在家门口就业", "body": f"{BB}\n{BB}"},
    ),
    "a smaller headline that ends with a word in quotes": (
        f"{P}<h3>岗位和住房都能“共享”</h3>{B}{E}",
        {"subtitle": "岗位和住房都能“共享”", "body": BB},
    ),
    "what someone says, above the text": (
        f"{P}<h3>他说：“共享”</h3>{B}{E}",
        {"subtitle": None, "body": f"他说：“共享”\n{BB}"},
    ),
    "a smaller headline that ends like an office, above the date": (
        f"<title>{T}</title><h1>{T}</h1><p>就业服务走进伊宁市人力资源和社会保障局</p>{D}<div>{B}</div>{E}",
        {"subtitle": "就业服务走进伊宁市人力资源和社会保障局", "source": "天山网", "body": BB},
    ),
    "a player below a smaller headline that ends with a word in quotes": (
        f"<title>{T}</title><div>{T}</div>{D}<div>岗位和住房都能“共享”</div><div><div>听新闻</div><div>00:00</div><div>/</div><div>02:35</div></div><div>{B}{B}</div>{E}",
        {"subtitle": "岗位和住房都能“共享”", "body": f"{BB}\n{BB}"},
    ),
    "a smaller headline that says who answers, the dateline above": (
        f"<title>{T}</title><p>2025年03月19日　第A02版</p><h1>{T}</h1><h2>——有关负责人答记者问</h2><div>{B}{B}</div>{E}",
        {"subtitle": "——有关负责人答记者问", "body": f"{BB}\n{BB}"},
    ),
    "a smaller headline that opens as a counter": (
        f"{H}<p align=center>喜欢3样东西的老人</p>{B}{E}",
        {"subtitle": "喜欢3样东西的老人", "body": BB},
    ),
    "a smaller headline that opens as a counter of who takes part": (
        f"{H}<p align=center>参与2025年春耕的人们</p>{B}{E}",
        {"subtitle": "参与2025年春耕的人们", "body": BB},
    ),
    "the hour until which a smaller headline says one may apply": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19</div><p align=center>报名至2025年3月28日18:00</p>{B}{E}",
        {"published_raw": "2025-03-19", "subtitle": "报名至2025年3月28日18:00", "body": BB},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
