"""Notices, disclaimers and licences, and texts that only speak of them."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, LINKS, LONG, SECOND, B, E, H, P, T, Template, check, picture
from tsnet.items import Licence, Rights

TEMPLATES: dict[str, Template] = {
    "buttons of unknown words below a notice of unknown words, the editor and who checked the text": (
        f"{H}{B}<p>本条编辑：刘芳</p><p>三级复核：万平</p><p>请尊重原创，转载时保留出处和链接。</p><p>往上翻</p><p>有帮助</p><p>生成长图</p>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(notice="请尊重原创，转载时保留出处和链接。"),
        },
    ),
    "a notice of unknown words below the editor, and none of an article's in a list": (
        f"{H}{B}{E}<div>严禁擅自搬运、洗稿，违者追责。</div><h3>相关新闻</h3>{LINKS}<p>转发请注明：来自天山网。</p>",
        {"body": BB, "rights": Rights(notice="严禁擅自搬运、洗稿，违者追责。")},
    ),
    "a last sentence on rights in a text on rights": (
        f"{H}{B}<p>平台收录的作品侵权了怎么办？</p><p>转载这些照片须经摄影师许可，并注明出处。</p>{E}",
        {
            "body": f"{BB}\n平台收录的作品侵权了怎么办？\n转载这些照片须经摄影师许可，并注明出处。",
            "rights": Rights(),
        },
    ),
    "the address of the editors below the notice in the element of the text": (
        f"{H}<div><p>　　{LONG}</p><p>　　{LONG}</p><p>　　转载请注明来源：天山网，违者必究。</p><p>　　投稿邮箱：news@ts.cn</p></div><h3>相关新闻</h3>{LINKS}",
        {
            "body": f"{LONG}\n{LONG}",
            "rights": Rights(notice="转载请注明来源：天山网，违者必究。", contacts=["news@ts.cn"]),
        },
    ),
    "an editor of a site and whose views a text gives, outside the element of the text": (
        f"{H}<div><p>{LONG}</p><p>{LONG}</p></div><div>网编：刘芳</div><div>本文仅代表作者个人观点，不代表天山网立场。</div>",
        {
            "body": f"{LONG}\n{LONG}",
            "editors": ["刘芳"],
            "rights": Rights(notice="本文仅代表作者个人观点，不代表天山网立场。"),
        },
    ),
    "a disclaimer in brackets in the middle of the text": (
        f"{H}<p>{LONG}</p><p>（以上数据仅供参考，不构成投资建议）</p><p>{SECOND}</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n{SECOND}\n{LONG}"},
    ),
    "licences that a text gives in quotes as examples": (
        f"{H}<p>{LONG}</p><p>网站须标明备案号，如“新ICP备2024000001号”“新公网安备65010202000999号”。</p><p>举报电话：12377。</p>{E}",
        {
            "body": f"{LONG}\n网站须标明备案号，如“新ICP备2024000001号”“新公网安备65010202000999号”。\n举报电话：12377。"
        },
    ),
    "a firm's licence in a decision, lines below it": (
        f"{H}<p>　　{LONG}</p><p>　　统一社会信用代码：91650100MA7756XY1B</p><p>　　法定代表人：刘翔</p><p>　　{LONG}</p>{E}<div>新ICP备06002066号-1</div>",
        {
            "body": f"{LONG}\n统一社会信用代码：91650100MA7756XY1B\n法定代表人：刘翔\n{LONG}",
            "rights": Rights(licences=[Licence("ICP备案", "新ICP备06002066号-1")]),
        },
    ),
    "a firm's licence and a heading as of a foot, in paragraphs without indent": (
        f"{H}<p>{LONG}</p><p>经营许可证：JY16501020012345</p><p>{LONG}</p><p>加入我们</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n经营许可证：JY16501020012345\n{LONG}\n加入我们\n{LONG}"},
    ),
    "the source below a notice that ends the text": (
        f"<title>{T}</title><h1>{T}</h1><p>天山网 2025-03-19 19:38</p>{B}<p>(刊用本网站稿件,务经书面授权。未经授权禁止转载。)</p><p>来源：塔城日报</p>{E}",
        {"source": "塔城日报", "editors": ["刘芳"], "body": BB},
    ),
    "licences in one column of a table, their numbers in the next": (
        f"{H}{B}{E}<table><tr><td>营业执照注册号</td><td>91650102766838851Y</td></tr><tr><td>信息网络传播视听节目许可证</td><td>3108311</td></tr></table>",
        {
            "body": BB,
            "rights": Rights(
                licences=[
                    Licence("营业执照注册号", "91650102766838851Y"),
                    Licence("信息网络传播视听节目许可证", "3108311"),
                ]
            ),
        },
    ),
    "the notice right behind the editor": (
        f"{H}{B}<p>[责任编辑: 刘芳 ](刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。)</p>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(
                notice="刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。"
            ),
        },
    ),
    "a notice in two lines": (
        f"{H}{B}<p>(刊用本网站稿件,务经书面授权。</p><p>未经授权禁止转载、摘编、复制及建立镜像。)[责任编辑: 刘芳 ]</p>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(
                notice="刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。"
            ),
        },
    ),
    "telephones of a switchboard, with the country's number, and of six digits": (
        f"{H}{B}{E}<p>总机：86-10-87826688　举报邮箱：jubao@ts.cn</p><p>报料热线: 021-962866</p>",
        {"body": BB, "rights": Rights(contacts=["86-10-87826688", "jubao@ts.cn", "021-962866"])},
    ),
    "a copyright line with its characters spread": (
        f"{H}{B}<p>天 山 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用</p>",
        {"body": BB, "rights": Rights("天山网版权所有，未经书面授权禁止使用", "天山网")},
    ),
    "a notice that is a list, above the editor": (
        f"{H}{B}<p>版权声明：</p><p>1.凡本网注明“来源：天山网”的所有作品，版权均属于天山网，未经本网授权不得转载、摘编。</p><p>2.凡本网注明“来源：XXX（非天山网）”的作品，均转载自其它媒体，并不代表本网赞同其观点。</p><p>※ 联系方式：天山网编辑部 电话：0991-8521111</p>{E}",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(
                "1.凡本网注明“来源：天山网”的所有作品，版权均属于天山网，未经本网授权不得转载、摘编。",
                holder="天山网",
            ),
        },
    ),
    "contacts in the body and in the imprint": (
        f"{P}{B}<p>服务热线：0991-5830000</p>{E}<p>新ICP备11000096号 举报电话：0991-3532125</p>",
        {
            "body": BB + "\n服务热线：0991-5830000",
            "rights": Rights(
                licences=[Licence("ICP备案", "新ICP备11000096号")], contacts=["0991-3532125"]
            ),
        },
    ),
    "a plea before the notice": (
        f"{P}{B}<p>转载请注明出处</p>{E}<p>(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编。)</p>",
        {
            "body": BB,
            "rights": Rights(notice="刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编。"),
        },
    ),
    "a disclaimer that says nothing of copying": (
        f"{P}{B}<p>特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。</p><p>举报</p>",
        {"body": BB},
    ),
    "an official statement": (
        f"{P}{B}<p>二、未经学校书面授权，任何单位和个人不得使用学校名称，违者将依法追究法律责任。</p><p>特此声明。</p>{E}",
        {
            "body": BB
            + "\n二、未经学校书面授权，任何单位和个人不得使用学校名称，违者将依法追究法律责任。\n特此声明。"
        },
    ),
    "a notice above the text": (
        f"{P}<p>未经许可，严禁转载！</p>{B}",
        {"body": BB, "rights": Rights("未经许可，严禁转载！")},
    ),
    "a notice below the editor": (
        f"{P}{B}{E}<p>原创作品，未经授权，谢绝转载。</p>",
        {"body": BB, "rights": Rights("原创作品，未经授权，谢绝转载。")},
    ),
    "a counter's picture below the notice": (
        f"{P}{B}<p>转载请注明出处。</p><img src=stat.gif width=1 height=1>",
        {"body": BB, "rights": Rights("转载请注明出处。"), "images": []},
    ),
    "a disclaimer for investors": (
        f"{P}{B}<p>声明：文章提及内容仅供参考，不构成实质性投资建议，据此操作风险自担。</p><img src=a.gif><h2>为你推荐</h2>",
        {"body": BB, "images": []},
    ),
    "a notice between a text without indent and the imprint": (
        f"{P}{B}<p>原创作品，未经授权，谢绝转载。</p><p>主办：天山网 地址：乌鲁木齐市</p><p>天山网版权所有</p>",
        {"body": BB, "rights": Rights("原创作品，未经授权，谢绝转载。", "天山网")},
    ),
    "a notice that is a list under a heading of its own": (
        f"{P}{B}<p>天山网关于版权及内容使用的声明：</p><p>1、本网所有内容的版权属于天山网，未经授权不得转载。</p><p>2、用于其他用途的，须事先取得书面许可。</p>{E}",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a list that ends with what is forbidden": (
        f"{P}{B}<p>1.报名截止4月1日。</p><p>2.逾期不得补报。</p>{E}",
        {"body": f"{BB}\n1.报名截止4月1日。\n2.逾期不得补报。"},
    ),
    "a notice that a text quotes": (
        f"{P}{B}<p>声明指出：“凡本平台发布的信息，未经授权不得转载，违者将追究法律责任。”</p>{E}",
        {
            "body": f"{BB}\n声明指出：“凡本平台发布的信息，未经授权不得转载，违者将追究法律责任。”",
            "rights": Rights(),
        },
    ),
    "a notice above the pictures": (
        f"{P}{B}<p>图片来自网络，如有侵权，请联系删除。</p><p><img src=./W020250319.jpg></p>{E}",
        {"body": BB, "images": [picture("W020250319.jpg")]},
    ),
    "a disclaimer of the article above a foot that forbids copying": (
        f"{P}{B}<p>声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。</p>"
        "<div><p>天山网版权所有 未经书面授权禁止使用</p><p>新ICP备11000096号</p></div>",
        {
            "body": BB,
            "rights": Rights(
                notice="声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。",
                licences=[Licence("ICP备案", "新ICP备11000096号")],
                holder="天山网",
            ),
        },
    ),
    "the same above a foot that opens with a licence": (
        f"{P}{B}<p>声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。</p>"
        "<div><p>新ICP备11000096号</p><p>未经书面授权严禁转载</p></div>",
        {
            "body": BB,
            "rights": Rights(
                notice="声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。",
                licences=[Licence("ICP备案", "新ICP备11000096号")],
            ),
        },
    ),
    "a notice of the article that allows more than that of the foot": (
        f"{H}{B}<p>转载本文请注明来源天山网。</p><div>版权所有 天山网</div><div>未经授权禁止转载、摘编、复制及建立镜像。</div>",
        {"body": BB, "rights": Rights("转载本文请注明来源天山网。", "天山网")},
    ),
    "a notice of the article above that of the site, which stands above the foot": (
        f"{H}{B}<p>(刊用本网站稿件,务经书面授权。)</p><div>未经授权禁止转载、摘编、复制及建立镜像。</div><div>版权所有 天山网</div>",
        {"body": BB, "rights": Rights("刊用本网站稿件,务经书面授权。", "天山网")},
    ),
    "a notice without brackets that goes on in the next line": (
        f"{H}{B}<p>本网站所刊载信息，不代表天山网观点。 刊用本网站稿件，务经书面授权。</p><p>未经授权禁止转载、摘编、复制及建立镜像，违者依法必究。</p>",
        {
            "body": BB,
            "rights": Rights(
                notice="刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者依法必究。"
            ),
        },
    ),
    "a disclaimer above the sentence in the foot that forbids copying": (
        f"{H}{B}{E}<footer><div>关于我们 | 联系我们 | 法律声明</div><div>本网站所刊载信息，不代表天山网观点。 刊用本网站稿件，务经书面授权。</div></footer>",
        {"rights": Rights(notice="刊用本网站稿件，务经书面授权。")},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
