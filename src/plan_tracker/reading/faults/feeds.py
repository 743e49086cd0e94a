"""Every fault that the feeds of a plan can have, in both languages."""

from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import fault, note, warning

ADDRESS_IN_PLAN = fault(
    "address-in-plan",
    "`{key}`: the address of a database does not belong in a plan",
    "`{key}`：数据库地址不应写在计划中",
    "key",
)
BAD_FEED_NAME = fault(
    "bad-feed-name",
    "the name of the feed `{key}` may contain only the letters A to Z, digits and `_`",
    "取数项名称 `{key}` 只能含英文字母、数字和 `_`",
    "key",
    hints.NAME_FEED_PLAINLY,
)
FEED_TWICE = fault(
    "feed-twice",
    "the feeds `{key}` and `{other}` would share the address in ${variable}",
    "取数项 `{key}` 与 `{other}` 的地址都取自 ${variable}，无法区分",
    "key",
    hints.NAME_FEED,
)
QUERY_FILE_ELSEWHERE = fault(
    "query-file-elsewhere",
    "the query file must be in the plan's folder or below it, and its path must not contain `..`",
    "查询文件须在计划所在文件夹之下，且路径中不得有 `..`",
    hint=hints.MOVE_QUERY,
)
ZONE_FORM = fault(
    "zone-form",
    '`{key}` must be a time zone named after a place, such as "Asia/Shanghai", or be "UTC"',
    '`{key}` 须填写以地名表示的时区（如 "Asia/Shanghai"）或 "UTC"',
    hint=hints.NAME_ZONE,
)
NOT_A_MOMENT = fault(
    "not-a-moment",
    "`{key}` must be a date and time with its UTC offset, such as 2024-07-05T08:12:03+08:00",
    "`{key}` 必须是带时差的日期时间，如 2024-07-05T08:12:03+08:00",
    hint=hints.LET_PULL,
)
UNKNOWN_FEED = fault("unknown-feed", "there is no feed `{name}`", "没有名为 `{name}` 的取数项")
FEED_COUNTING = fault(
    "feed-counting",
    "the feed `{feed}` already serves `{other}`, whose `counting` differs",
    "取数项 `{feed}` 已用于 `{other}`，两个指标的填报方式不同",
)

QUERY_CHANGED = warning(
    "query-changed",
    "the query of the feed `{feed}` has changed since {period} was pulled",
    "取数项 `{feed}` 的查询语句在取得 {period} 数据之后又有改动",
    "key",
)
OTHER_QUERY = note(
    "other-query",
    "{period} was pulled with a different query from the one the feed `{feed}` has now",
    "{period} 的数据是取数项 `{feed}` 按变更前的查询取得的",
)
FIGURE_BY_HAND = warning(
    "figure-by-hand",
    "the figures for {period} no longer match what the feed `{feed}` gave: one was changed by hand",
    "{period} 的数据与取数项 `{feed}` 所取的不一致：取数后有手工改动",
    "key",
)
