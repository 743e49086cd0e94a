"""The sentences of the annex, in the language of reports on carrying out a plan."""

from plan_tracker.language import Phrase

COUNTED = Phrase("{total} targets: {counts}.", "共{total}项指标：{counts}。")
ONE = Phrase("1 target: {counts}.", "共1项指标：{counts}。")
LAGGING = Phrase("Behind the pace: {clauses}.", "进度滞后的有：{clauses}。")
REACHED = Phrase(
    "{name} reached {actual}, {rate} of its goal of {goal} and {points} behind the pace of {pace}",
    "{name}完成{actual}，完成目标任务{goal}的{rate}，比序时进度（{pace}）滞后{points}",
)
USED = Phrase(
    "{name} used {actual}, {rate} of its cap of {goal} and {points} more than the pace of {pace}",
    "{name}已达{actual}，占控制目标{goal}的{rate}，超出序时进度（{pace}）{points}",
)
ADVANCED = Phrase(
    "{name} stands at {actual}, {rate} of the way to its goal of {goal} and {points} behind"
    " the pace of {pace}",
    "{name}为{actual}，向目标值{goal}推进{rate}，比序时进度（{pace}）滞后{points}",
)
OTHER = Phrase("{name} – {sentence}", "{name}{sentence}")
DONE = Phrase("Done: {names}.", "已完成目标任务的有：{names}。")
SILENT = Phrase("Not reported: {names}.", "尚未报送的有：{names}。")
SENTENCES = Phrase(" ", "")
