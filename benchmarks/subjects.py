"""What generated targets can be about: places, owners, and subjects with their units and usual goals."""

from dataclasses import dataclass

PLACES = ("全市", "新城区", "东河区", "南山区", "西关区", "高新区", "临港区", "清河县", "平川县", "武安县")
OWNERS = {
    "招商引资": "市商务局",
    "项目建设": "市发展改革委",
    "产业发展": "市工信局",
    "科技创新": "市科技局",
    "乡村振兴": "市农业农村局",
    "城市更新": "市住建局",
    "交通建设": "市交通局",
    "生态环境": "市生态环境局",
    "民生保障": "市人社局",
    "文化旅游": "市文旅局",
    "节能降碳": "市能源局",
    "安全生产": "市应急局",
    "综合": "市统计局",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a target can be about; goals lie between `low` and `high`, written with so many decimals."""

    slug: str
    name: str
    unit: str
    group: str
    low: int
    high: int
    decimals: int = 0


SUMS = (
    Subject("projects", "引进亿元以上项目", "个", "招商引资", 20, 400),
    Subject("funds", "引进到位资金", "亿元", "招商引资", 50, 900, 1),
    Subject("investment", "重点项目年度投资", "亿元", "项目建设", 40, 1600),
    Subject("starts", "重大项目开复工", "个", "项目建设", 10, 800),
    Subject("industry", "规上工业企业培育", "家", "产业发展", 5, 60),
    Subject("upgrade", "工业技术改造投资", "亿元", "产业发展", 10, 200, 2),
    Subject("green-power", "新增绿电装机", "万千瓦", "产业发展", 20, 300, 1),
    Subject("startups", "新认定高新技术企业", "家", "科技创新", 10, 150),
    Subject("contracts", "技术合同成交额", "亿元", "科技创新", 1, 60, 2),
    Subject("fields", "高标准农田建设", "万亩", "乡村振兴", 2, 60, 1),
    Subject("villages", "和美乡村示范村创建", "个", "乡村振兴", 3, 60),
    Subject("old-quarters", "老旧小区改造", "个", "城市更新", 10, 500),
    Subject("pipes", "老旧管网更新", "公里", "城市更新", 20, 600, 1),
    Subject("parks", "口袋公园建设", "个", "城市更新", 3, 80),
    Subject("roads", "农村公路新改建", "公里", "交通建设", 20, 900),
    Subject("chargers", "新建充电桩", "个", "交通建设", 100, 9000),
    Subject("boilers", "燃煤锅炉替代", "台", "生态环境", 10, 90),
    Subject("forest", "营造林", "万亩", "生态环境", 1, 60, 2),
    Subject("jobs", "城镇新增就业", "万人", "民生保障", 1, 9, 2),
    Subject("training", "职业技能培训", "人次", "民生保障", 800, 40000),
    Subject("schools", "新改扩建中小学幼儿园", "所", "民生保障", 3, 60),
    Subject("beds", "新增养老床位", "张", "民生保障", 100, 3000),
    Subject("visitors", "接待游客", "万人次", "文化旅游", 100, 6000, 1),
    Subject("events", "举办大型赛事演出", "场", "文化旅游", 5, 80),
)
CAPS = (
    Subject("energy", "规上工业能源消费总量", "万吨标准煤", "节能降碳", 100, 4000, 1),
    Subject("water", "用水总量", "亿立方米", "节能降碳", 1, 20, 2),
    Subject("accidents", "生产安全事故起数", "起", "安全生产", 5, 80),
)
RISING = (
    Subject("urban", "常住人口城镇化率", "%", "城市更新", 55, 85, 2),
    Subject("clean-heat", "清洁取暖率", "%", "生态环境", 60, 95, 1),
    Subject("good-air", "空气质量优良天数比例", "%", "生态环境", 70, 92, 1),
)
FALLING = (
    Subject("pm25", "细颗粒物平均浓度", "微克/立方米", "生态环境", 20, 40, 1),
    Subject("leakage", "供水管网漏损率", "%", "城市更新", 6, 12, 2),
)
GROWTH = (
    Subject("gdp", "地区生产总值增速", "%", "综合", 4, 8, 1),
    Subject("retail", "社会消费品零售总额增速", "%", "综合", 3, 9, 1),
    Subject("income", "居民人均可支配收入增速", "%", "民生保障", 4, 8, 1),
)
