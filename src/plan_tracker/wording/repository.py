"""What is said where a version of a plan is not to be had from git."""

from plan_tracker.language import Phrase

NO_GIT = Phrase("git is not installed", "未安装 git")
NO_REPOSITORY = Phrase(
    "{folder} is in no git repository, so there is no revision `{revision}`",
    "{folder} 不在 git 仓库中，没有版本 `{revision}`",
)
NO_REVISION = Phrase(
    "`{revision}` is neither a file nor a revision of this repository",
    "`{revision}` 既不是文件，也不是本仓库的版本",
)
FETCH = Phrase(
    "in CI the history is often not fetched: actions/checkout needs fetch-depth: 0, GitLab GIT_DEPTH: 0",
    "CI 常常不取历史：actions/checkout 需要 fetch-depth: 0，GitLab 需要 GIT_DEPTH: 0",
)
NOT_IN_REVISION = Phrase("there is no {file} in `{revision}`", "`{revision}` 中没有 {file}")
MOVED = Phrase(
    "the file had another name there: git:{revision}:{name}",
    "该文件当时另有名称：git:{revision}:{name}",
)
DASH = Phrase("`{text}` begins with `-`", "`{text}` 以 `-` 开头")
REFUSED = Phrase("git refuses: {reason}", "git 拒绝：{reason}")
NO_ANSWER = Phrase(
    "git did not answer within {seconds} seconds when asked for `{revision}`",
    "git 在{seconds}秒内没有答复（版本 `{revision}`）",
)
