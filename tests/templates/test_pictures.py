"""Pictures and captions, and which short lines near pictures belong to the text."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, LONG, B, D, E, H, P, T, Template, check, picture
from tsnet.items import Image

TEMPLATES: dict[str, Template] = {
    "a picture with a line below it as all of a text, below the repeated headline": (
        f"{H}<h2>{T}</h2><p><img src=./W020250319000001.jpg></p><p>{LONG}</p>{E}",
        {"subtitle": None, "body": LONG},
    ),
    "sentences that end as captions do, each below a picture": (
        f"{H}<p>　　{LONG}</p><p><img src=./W020250319000001.jpg></p><p>　　会议定下了时间表、路线图。</p><p>　　{LONG}</p><p><img src=./W020250319000002.jpg></p><p>　　她已拍了60多张蓝天照片。</p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n会议定下了时间表、路线图。\n{LONG}\n她已拍了60多张蓝天照片。\n{LONG}"},
    ),
    "captions that are called pictures": (
        f"{H}<p>　　{LONG}</p><p><img src=./W020250319000001.jpg></p><p>　　杏花沟（航拍照片）。</p><p>　　{LONG}</p><p><img src=./W020250319000002.jpg></p><p>　　就业服务平台截图</p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}\n{LONG}"},
    ),
    "a picture of another directory that opens the text, in lines that breaks part": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网<br><img src=/images/1.png><br>　　{LONG}<br>　　{LONG}</div>{E}",
        {"images": [Image("http://m.euiu.cn/images/1.png")], "body": f"{LONG}\n{LONG}"},
    ),
    "an editor between a picture and the text, and again at its end": (
        f"{H}<p><img src=./W020250319300.jpg></p><p>责编 刘芳</p><p>{LONG}</p><p>{LONG}</p>{E}",
        {"editors": ["刘芳"], "body": f"{LONG}\n{LONG}"},
    ),
    "a caption that ends the text, in an element of another name than the paragraphs": (
        f"{H}<div><p>{LONG}</p><p>{LONG}</p><div class=pic><img src=./W020250319301.jpg></div><div class=desc>植保无人机在棉田上空作业。</div></div>{E}",
        {
            "body": f"{LONG}\n{LONG}",
            "images": [picture("W020250319301.jpg", "植保无人机在棉田上空作业。")],
        },
    ),
    "a last paragraph that names its photographer, below a picture whose caption points down to it": (
        f"{H}<p>　　{LONG}</p><p align=center>▼老人和孙女在巡边路上。</p><p align=center><img src=./W020250319301.jpg></p><p>　　夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）</p>{E}",
        {
            "body": f"{LONG}\n夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）",
            "reporters": ["王丽"],
            "images": [picture("W020250319301.jpg", "老人和孙女在巡边路上。")],
        },
    ),
    "captions above the pictures they share a figure with": (
        f"{H}<p>　　{LONG}</p><figure><figcaption>农机手驾驶播种机作业</figcaption><img src=./W020250319301.jpg></figure><figure><figcaption>老人在巡边路上</figcaption><img src=./W020250319302.jpg></figure><p>　　夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）</p>{E}",
        {
            "body": f"{LONG}\n夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）",
            "images": [
                picture("W020250319301.jpg", "农机手驾驶播种机作业"),
                picture("W020250319302.jpg", "老人在巡边路上"),
            ],
        },
    ),
    "a picture with an empty coloured caption above a paragraph": (
        f"{H}<div><p>　　{LONG}</p><p align=center><img src=./W020250319301.jpg></p><p align=center><font color=#0000ff>&nbsp;</font></p><p>　　{LONG[:-1]}，大家都很高兴。</p><p align=center><img src=./W020250319302.jpg></p><p align=center><font color=#0000ff>老人在巡边路上</font></p><p>　　目前已有3.2万人次使用。</p></div>{E}",
        {
            "body": f"{LONG}\n{LONG[:-1]}，大家都很高兴。\n目前已有3.2万人次使用。",
            "images": [
                picture("W020250319301.jpg"),
                picture("W020250319302.jpg", "老人在巡边路上"),
            ],
        },
    ),
    **{
        f"a caption in elements in which no paragraph stands: {name}": (
            f"{H}<div>{B}<p><img src=a.jpg></p>{caption}{B}</div>{E}",
            {"body": f"{BB}\n{BB}", "images": [picture("a.jpg", "群众在平台上查看岗位。")]},
        )
        for name, caption in (
            ("a class", "<p class=desc>群众在平台上查看岗位。</p>"),
            ("another element", "<div class=desc>群众在平台上查看岗位。</div>"),
            ("leaning type", "<p><em>群众在平台上查看岗位。</em></p>"),
            (
                "a span behind an empty element",
                "<p><kbd id=s7isi></kbd><span class=desc>群众在平台上查看岗位。</span></p>",
            ),
        )
    },
    **{
        f"a paragraph below a picture: {name}": (
            f"{H}<div>{B}<p><img src=a.jpg></p>{text}</div>{E}",
            {"body": f"{BB}\n他说，岗位越来越多。" + (f"\n{BB}" if B in text else "")},
        )
        for name, text in (
            ("the last, of a class", "<p class=last>他说，岗位越来越多。</p>"),
            ("a font", f"<p><span style='font-family: 宋体'>他说，岗位越来越多。</span></p>{B}"),
            ("leaning words", f"<p><em>他说</em>，岗位越来越多。</p>{B}"),
            ("an empty element", f"<p><kbd id=s7isi></kbd>他说，岗位越来越多。</p>{B}"),
        )
    },
    "captions in type of their own among lines that breaks part": (
        f"{H}<div class=text><img src=a.jpg><br><i>群众在平台上查看岗位。</i><br>{LONG}<br>{LONG}<br><img src=b.jpg><br><i>平台的一角。</i><br>{LONG}</div><div class=text>{LONG}</div>{E}",
        {"body": "\n".join([LONG] * 4)},
    ),
    "a caption in the element of its picture": (
        f"{H}{B}<div><img src=a.jpg><p>平台的一角</p></div>{B}{E}",
        {"body": f"{BB}\n{BB}", "images": [picture("a.jpg", "平台的一角")]},
    ),
    "a short paragraph below a picture that stands among the paragraphs": (
        f"{H}{B}<img src=a.jpg><p>他笑了。</p><blockquote><p>这是真的。</p></blockquote>{B}{E}",
        {"body": f"{BB}\n他笑了。\n这是真的。\n{BB}"},
    ),
    "a byline below a picture": (
        f"{P}{B}<p><img src=a.jpg></p><p>（记者 刘翔 文/图）</p>{E}",
        {"reporters": ["刘翔"], "body": BB + "\n（记者 刘翔 文/图）"},
    ),
    "a picture of a mobile page": (
        f"{P}{B}<figure><amp-img src='./W1.jpg' width=600 height=400></amp-img><figcaption>平台界面</figcaption></figure>{E}",
        {"images": [picture("W1.jpg", "平台界面")], "body": BB},
    ),
    "a story of pictures and captions alone": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center>游客在梨花大道赏花。</p><p align=center><img src=2.jpg></p><p align=center>孩子们在梨树下写生。</p>{E}",
        {
            "images": [
                picture("1.jpg", "游客在梨花大道赏花。"),
                picture("2.jpg", "孩子们在梨树下写生。"),
            ],
            "body": "游客在梨花大道赏花。\n孩子们在梨树下写生。",
        },
    ),
    "pictures with captions in one centred block with the paragraphs": (
        f"{P}<center><img src=1.jpg><br>游客在梨花大道赏花。<br>据了解，该平台汇集岗位12.6万个，服务各族群众就业。<br><img src=2.jpg><br>孩子们在梨树下写生。<br>目前已有3.2万人次使用。</center>{E}",
        {
            "images": [
                picture("1.jpg", "游客在梨花大道赏花。"),
                picture("2.jpg", "孩子们在梨树下写生。"),
            ],
            "body": BB,
        },
    ),
    "paragraphs indented by style, a centred caption below a picture that is not": (
        f"<title>{T}</title><h1>{T}</h1><h1>{T}</h1>{D}<div style='text-indent:2em'><div><img src=a.jpg><div style='text-align:center'>平台界面</div></div><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p></div>{E}",
        {"images": [picture("a.jpg", "平台界面")], "body": BB},
    ),
    "pictures between the paragraphs": (
        f"{P}<p><img src=1.jpg></p><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><img src=2.jpg></p><p>目前已有3.2万人次使用。</p><p>平台明年扩容。</p>{E}",
        {"body": BB + "\n平台明年扩容。"},
    ),
    "who made the film below the reporters": (
        f"{P}{B}<p>记者：刘翔、万平</p><p>新华社音视频部出品</p>",
        {"reporters": ["刘翔", "万平"], "body": BB},
    ),
    "a picture of the article's own below a button": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p>分享</p></div><div><img src=./W02.jpg></div>{E}</div>",
        {"body": f"{BB}\n{LONG}", "images": [picture("W02.jpg")]},
    ),
    "who took pictures, among credits": (
        f"{P}{B}<p>文：刘翔</p><p>图片：郭峰</p><p>视频：万平</p>",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "a code to scan in a directory of such pictures": (
        f"{P}{B}<div>扫描二维码，手机浏览</div><img src=/qr/123.png>{E}",
        {"body": BB, "images": []},
    ),
    "a picture and its caption in the rows of a table": (
        f"{P}{B}<table><tr><td><img src=1.jpg></td></tr><tr><td>市民在平台上找工作</td></tr></table><p>平台明年扩容。</p>{E}",
        {"body": BB + "\n平台明年扩容。", "images": [picture("1.jpg", "市民在平台上找工作")]},
    ),
    "a picture whose address stands in an attribute of a forum’s": (
        f"{P}<p><img src=static/none.gif file=1.jpg></p>{B}{E}",
        {"body": BB, "images": [picture("1.jpg")]},
    ),
    "captions in a row of their own below a row of pictures": (
        f"{P}{B}<table><tr><td><img src=1.jpg></td><td><img src=2.jpg></td></tr><tr><td>岗位墙前的市民</td><td>面试现场</td></tr></table><p>平台明年扩容。</p>{E}",
        {
            "body": BB + "\n平台明年扩容。",
            "images": [picture("1.jpg", "岗位墙前的市民"), picture("2.jpg", "面试现场")],
        },
    ),
    "a caption, and who took the picture below it": (
        f"{P}{B}<p align=center><img src=1.jpg></p><p align=center>3月18日，市民在平台上找工作。</p><p align=center>天山网记者 万平摄</p><p>平台明年扩容。</p>{E}",
        {
            "body": BB + "\n平台明年扩容。",
            "images": [picture("1.jpg", "3月18日，市民在平台上找工作。 天山网记者 万平摄")],
        },
    ),
    "a code to scan that only the line by it tells": (
        f"{P}{B}<p align=center><img src=1.jpg></p><div><img src=/img/a1.jpg><p>扫描关注天山网微信公众号</p></div>",
        {"body": BB, "images": [picture("1.jpg")]},
    ),
    "a picture above a line that speaks of a code elsewhere": (
        f"{P}{B}<p align=center><img src=1.jpg></p><div><p>扫一扫在手机打开当前页</p></div>",
        {"body": BB, "images": [picture("1.jpg")]},
    ),
    "whom a letter speaks to, below a picture": (
        f"{P}<p align=center><img src=1.jpg></p><p>各族同胞们，朋友们：</p>{B.replace('<p>', '<p>　　')}{E}",
        {"body": f"各族同胞们，朋友们：\n{BB}"},
    ),
    "a caption above its picture": (
        f"{P}{B}<p align=center>▼会议现场。刘翔摄</p><p align=center><img src=1.jpg></p>{E}",
        {"body": BB, "images": [picture("1.jpg", "会议现场。刘翔摄")]},
    ),
    "pictures that a player of slides shows": (
        f"{P}<div><b>1</b>/2</div><a>上一张</a><a>下一张</a><a>查看原图</a><ul><li><img src=1.jpg><p>会议现场。刘翔摄</p></li><li><img src=2.jpg><p>矿区全景。刘翔摄</p></li></ul>{E}",
        {"body": "会议现场。刘翔摄\n矿区全景。刘翔摄"},
    ),
    "a list below a picture": (
        f"{P}{B.replace('<p>', '<p>　　')}<p align=center><img src=1.jpg></p><ul><li>土豆 2.6元/公斤</li><li>鸡蛋 9.2元/公斤</li></ul>{E}",
        {"body": BB + "\n土豆 2.6元/公斤\n鸡蛋 9.2元/公斤", "images": [picture("1.jpg")]},
    ),
    "a picture whose address only an attribute of the template's own holds": (
        f"{P}{B}<p align=center><img src=/img/s.gif alt=2.jpg data-lazyload=1.jpg></p>{E}",
        {"body": BB, "images": [picture("1.jpg")]},
    ),
    "a quotation below a picture": (
        f"{P}{B.replace('<p>', '<p>　　')}<p align=center><img src=1.jpg></p><blockquote><p>请广大网民不造谣、不信谣、不传谣。</p></blockquote>{E}",
        {"body": BB + "\n请广大网民不造谣、不信谣、不传谣。"},
    ),
    "pictures, each with a line below it that is set like the text above them": (
        f"{P}{B.replace('<p>', '<p>　　')}"
        + "".join(f"<p><img src={n}.jpg></p><p>　　第{n}排展位。</p>" for n in (1, 2, 3))
        + E,
        {"body": BB, "images": [picture(f"{n}.jpg", f"第{n}排展位。") for n in (1, 2, 3)]},
    ),
    "the number of a document below a picture": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center>新人社发〔2025〕12号</p>{B.replace('<p>', '<p>　　')}{E}",
        {"body": f"新人社发〔2025〕12号\n{BB}"},
    ),
    "a table of data right below a picture": (
        f"{P}{B}<p align=center><img src=1.jpg></p><table><tr><td>排名</td><td>球队</td></tr><tr><td>1</td><td>新疆</td></tr></table>{E}",
        {"body": BB + "\n排名\t球队\n1\t新疆"},
    ),
    "pictures with captions, and a last paragraph below the last picture": (
        f"{P}<p>　　平台上线。</p><p align=center><img src=1.jpg></p><p align=center>市民在求职。</p><p align=center><img src=2.jpg></p><p align=center>面试现场。</p><p align=center><img src=3.jpg></p><p>　　谢谢大家。</p>{E}",
        {"body": "平台上线。\n谢谢大家。"},
    ),
    "paragraphs without indent that alternate with pictures": (
        f"{P}<p>平台上线。</p>"
        + "<p><img src=1.jpg></p><p>平台的第一期工程已经全部完工，可以同时为一万名求职者提供服务。</p>"
        + "<p><img src=2.jpg></p><p>“以前要跑好几个地方，现在坐在家里就能投简历。”市民刘翔说。</p><p><img src=3.jpg></p><p>下一步，平台将开通民汉双语服务，让更多群众受益。</p>"
        + E,
        {
            "body": "平台上线。\n平台的第一期工程已经全部完工，可以同时为一万名求职者提供服务。\n“以前要跑好几个地方，现在坐在家里就能投简历。”市民刘翔说。\n下一步，平台将开通民汉双语服务，让更多群众受益。"
        },
    ),
    "one paragraph that names its source at its end, above a picture": (
        f"{P}<p>3月19日，平台上线，市民载歌载舞。（来源：昌吉州融媒体中心）</p><p align=center><img src=1.jpg></p><p align=center>市民在现场投递求职简历。 刘翔 摄</p>{E}",
        {"subtitle": None, "body": "3月19日，平台上线，市民载歌载舞。（来源：昌吉州融媒体中心）"},
    ),
    "the controls of a gallery": (
        f"{P}<div><a>上一张</a><a>下一张</a><a>查看原图</a><span>1/9</span><span>支持键盘← →翻页</span></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "who wrote a text and who took its pictures, in one line": (
        f"{P}<p>文字：刘翔 摄影：万平</p>{B}{E}",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "credits of text and pictures below the text": (
        f"{P}{B}<p>撰文/刘翔　图/万平</p>{E}",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "one picture, its caption and the foot": (
        f"{P}<p align=center><img src=./W1.jpg></p><p align=center>图为伊犁河谷各族群众和前来办事的各地企业招聘人员在新上线的就业服务平台上查找合适的岗位</p><p>新ICP备11000096号</p>",
        {
            "images": [
                picture(
                    "W1.jpg",
                    "图为伊犁河谷各族群众和前来办事的各地企业招聘人员在新上线的就业服务平台上查找合适的岗位",
                )
            ],
            "body": "图为伊犁河谷各族群众和前来办事的各地企业招聘人员在新上线的就业服务平台上查找合适的岗位",
        },
    ),
    "a caption of a video": (
        f"{P}{B}<figure><video src=a.mp4></video><figcaption>活动现场</figcaption></figure>{E}",
        {"body": BB},
    ),
    "a caption below its picture in one element": (
        f"{P}{B}<div><img src=./W1.jpg><br>平台的操作界面</div>{E}",
        {"images": [picture("W1.jpg", "平台的操作界面")], "body": BB},
    ),
    "pictures that lead to the article’s next page and to another article": (
        f"{P}{B}<p><a href=t20250319_26369128_1.shtml><img src=./W1.jpg></a></p><p><a href=t20250319_26369999.shtml><img src=./W2.jpg></a></p>{E}",
        {"images": [picture("W1.jpg")], "body": BB},
    ),
    "captions told by their colour alone": (
        f"{P}<p>　　{LONG}</p><p align=center><img src=1.jpg></p><p>　　<span style='color: #0070C0'>采收现场热火朝天</span></p><p>　　{LONG}</p><p><img src=2.jpg></p><p>　　<span style='color:#0070c0'>牧民转场途中，羊群走过渠边</span></p><p>　　{LONG}</p>{E}",
        {
            "body": f"{LONG}\n{LONG}\n{LONG}",
            "images": [
                picture("1.jpg", "采收现场热火朝天"),
                picture("2.jpg", "牧民转场途中，羊群走过渠边"),
            ],
        },
    ),
    "a caption told by its size alone, above a heading": (
        f"{P}<p>　　{LONG}</p><p><img src=1.jpg></p><p><font size=2>采收现场热火朝天</font></p><p><b>夜里的灯</b></p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n夜里的灯\n{LONG}"},
    ),
    "a gallery whose pictures are counted": (
        f"{P}<ul>"
        + "".join(
            f"<li><img src=./{n}.jpg><p>{n}/3</p><p>平台的第{n}个窗口</p></li>" for n in "123"
        )
        + f"</ul><p>　　{LONG}</p>{E}",
        {"body": LONG, "images": [picture(f"{n}.jpg", f"平台的第{n}个窗口") for n in "123"]},
    ),
    "pictures of the template, beside one of the text": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网 字号<img src=/img/add.gif></div>{B}<img src=/images/attachement/gif/20250319/1.gif><div><img src=/css13/end_news.png> 本文来源：天山网 责任编辑：刘芳</div>",
        {"body": BB, "images": [Image("http://m.euiu.cn/images/attachement/gif/20250319/1.gif")]},
    ),
    "a picture of the text that links to itself in a larger size": (
        f"{P}<div>{B}<div><a href=/up/1_big.jpg><img src=/up/1.jpg></a><p>平台的窗口前</p></div>{B}</div>{E}",
        {"body": f"{BB}\n{BB}", "images": [Image("http://m.euiu.cn/up/1.jpg", "平台的窗口前")]},
    ),
    "a caption in one element with the picture above the text": (
        f"{P}<div><div class=body><div class=module><img src=a.jpg><p>平台的窗口前，人们在排队。</p></div><p>{LONG}</p>{B}{B}</div></div>{E}",
        {"body": f"{LONG}\n{BB}\n{BB}", "images": [picture("a.jpg", "平台的窗口前，人们在排队。")]},
    ),
    "a caption below which picture of a gallery it is": (
        f"{P}<div><div><img src=a.jpg><p>1/3</p><p>平台的窗口前。</p></div><a>上一张</a><a>下一张</a></div><div>{B}<p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{LONG}", "images": [picture("a.jpg", "平台的窗口前。")]},
    ),
    "a caption that the picture itself states unseen": (
        f"{P}<div>{B}<p><img src=a.jpg alt=平台的窗口前></p><p>平台的窗口前</p><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{LONG}", "images": [picture("a.jpg", "平台的窗口前")]},
    ),
    "captions in elements of their own beside their pictures, one above all text and one below": (
        f"{P}<div>"
        "<div><div><img src=a.jpg></div><div>平台的窗口前</div></div>"
        f"{B}<p>{LONG}</p>{B}<div><div><img src=b.jpg></div><div>平台的大厅里</div></div></div>{E}",
        {
            "body": f"{BB}\n{LONG}\n{BB}",
            "images": [picture("a.jpg", "平台的窗口前"), picture("b.jpg", "平台的大厅里")],
        },
    ),
    "an abstract of a text that a picture opens": (
        f"{P}<div><b>摘要</b>: {LONG[:30]} ...</div><div><p align=center><img src=a.jpg></p><p align=center>平台的窗口前</p><p>{LONG}</p>{B}</div>{E}",
        {"body": f"{LONG}\n{BB}"},
    ),
    "short paragraphs in sections of their own, each below a picture": (
        f"{P}<div>"
        + "".join(
            f"<section><p><img src={n}.jpg></p><p>{text}</p><p>{LONG}</p></section>"
            for n, text in enumerate(("岗位多起来了。", "办事快起来了。"))
        )
        + f"</div>{E}",
        {"body": f"岗位多起来了。\n{LONG}\n办事快起来了。\n{LONG}"},
    ),
    "a picture with its caption in the text, above the headline that stands there again": (
        f"{H}<div class=text><p><img src=1.jpg></p><p align=center>招聘会现场</p><p align=center><b>{T}</b></p>{B}</div>{E}",
        {"body": BB, "images": [picture("1.jpg", "招聘会现场")]},
    ),
    "a picture outside the text, above the headline that stands in it again": (
        f"{H}<div><img src=1.jpg></div><div class=text><p>　　{T}</p><p>　　{LONG}</p></div>{E}",
        {"body": LONG, "images": []},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
