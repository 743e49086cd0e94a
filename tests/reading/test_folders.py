"""Folders, patterns and collecting plans: which files are plans, and that each is read once."""

import os
from pathlib import Path

import pytest

from kit.folders import county, written
from plan_tracker.judging.collecting import member_of
from plan_tracker.language import Language
from plan_tracker.problems import PlanError
from plan_tracker.reading.folders import PlanFolder, load_collected, load_folder
from plan_tracker.reading.plan_file import load_file, means_several

A, B = county("A", "x: goal = 1"), county("B", "x: goal = 2")
REPORTED = county("A", "x: goal = 1; actual = { H1 = 1 }")
PROVINCE = county("Province", "x: goal = 9", more='collect = "counties/*.toml"')


def names(found: PlanFolder) -> list[str]:
    return [member_of(each.plan).path for each in found.joined]


def test_plans_below_a_folder_go_by_their_paths_in_order(tmp_path: Path) -> None:
    plans = {"b.toml": B, "a/b/c.toml": A, "a/a.toml": A.replace('"A"', '"C"')}
    found = load_folder(Path(written(tmp_path, plans)))
    assert names(found) == ["a/a.toml", "a/b/c.toml", "b.toml"]


def test_hidden_files_and_what_holds_no_plan_are_passed_over(tmp_path: Path) -> None:
    others = {".git/a.toml": A, "x/.b.toml": B, "pyproject.toml": "[project]\nname = 1\n"}
    found = load_folder(Path(written(tmp_path, others | {"a.toml": A, "readme.txt": A})))
    assert (names(found), found.unread) == (["a.toml"], ())


def test_what_is_no_toml_may_have_been_a_plan(tmp_path: Path) -> None:
    found = load_folder(Path(written(tmp_path, {"a.toml": A, "b.toml": "[plan\n"})))
    assert (names(found), [each.path for each in found.unread]) == (["a.toml"], ["b.toml"])


@pytest.mark.parametrize("head", ["[paln]", "[计划]", "[Plan]"])
def test_a_plan_whose_first_table_is_misspelt_is_not_passed_over(tmp_path: Path, head: str) -> None:
    misspelt = A.replace("[plan]", head)
    found = load_folder(Path(written(tmp_path, {"a.toml": A, "b.toml": misspelt})))
    assert [each.path for each in found.unread] == ["b.toml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look into everything")
def test_a_closed_folder_is_told(tmp_path: Path) -> None:
    folder = Path(written(tmp_path, {"a.toml": A, "closed/b.toml": B}))
    (folder / "closed").chmod(0)
    found = [load_folder(given) for given in (folder, folder / "**" / "*.toml")]
    (folder / "closed").chmod(0o700)
    for each in found:
        assert (names(each), [unread.path for unread in each.unread]) == (["a.toml"], ["closed"])


def test_a_pattern_means_files_and_counts_from_the_folder_before_it(tmp_path: Path) -> None:
    folder = Path(written(tmp_path / "p", {"n/a.toml": A, "n/b.toml": B, "s/a.toml": A, "n/a.txt": A}))
    assert names(load_folder(folder / "n" / "*")) == ["a.toml", "b.toml"]
    assert names(load_folder(folder / "*" / "a.toml")) == ["n/a.toml", "s/a.toml"]
    assert names(load_folder(folder / "**" / "b.toml")) == ["n/b.toml"]


def test_the_ending_may_be_in_capital_letters(tmp_path: Path) -> None:
    folder = Path(written(tmp_path, {"a.toml": A, "x/B.TOML": B, "c.toml.bak": A}))
    assert names(load_folder(folder)) == ["a.toml", "x/B.TOML"]
    assert names(load_folder(folder / "x" / "*")) == ["B.TOML"]


def test_links_that_lead_in_a_circle_are_not_followed_by_any_depth(tmp_path: Path) -> None:
    folder = Path(written(tmp_path / "p", {"n/a.toml": A, "n/deep/b.toml": B, ".hidden/a.toml": A}))
    (folder / "n" / "up").symlink_to("..")  # followed, each of the two doubles the ways to all files
    (folder / "m").symlink_to("n")
    for pattern in ("**/*.toml", "**", "**/**/*.toml"):
        assert names(load_folder(folder / pattern)) == ["n/a.toml", "n/deep/b.toml"], pattern
    assert names(load_folder(folder / "**" / "deep" / "*.toml")) == ["n/deep/b.toml"]


def test_a_folder_whose_name_looks_like_a_pattern_is_that_folder(tmp_path: Path) -> None:
    others = {"plans[1]/a.toml": A, "plans[1]/x/b.toml": B, "plans1/a.toml": A}
    folder = Path(written(tmp_path, others)) / "plans[1]"
    assert names(load_folder(folder / "*.toml")) == ["a.toml"]
    assert names(load_folder(folder / "**" / "*.toml")) == ["a.toml", "x/b.toml"]
    assert load_folder(folder / "*" / "*.toml").plan.title == "plans[1]"


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    written(tmp_path, {"[2024].toml": A})
    assert not means_several(tmp_path / "[2024].toml")
    assert means_several(tmp_path / "[1].toml")
    assert means_several(tmp_path)


def test_no_plan_at_all_is_an_error(tmp_path: Path) -> None:
    for given in (tmp_path, tmp_path / "*.toml"):
        with pytest.raises(PlanError) as caught:
            load_folder(given)
        assert [each.problem.code for each in caught.value.problems] == ["no-plan-in"]


def test_a_pattern_that_collects_nothing_is_told_with_its_line(tmp_path: Path) -> None:
    written(tmp_path, {"province.toml": PROVINCE})
    with pytest.raises(PlanError) as caught:
        load_collected(load_file(tmp_path / "province.toml"))
    (told,) = caught.value.problems
    assert told.problem.code == "no-plan-in"
    assert told.place is not None
    assert told.place.text == 'collect = "counties/*.toml"'


def test_plans_of_one_title_are_called_by_their_paths(tmp_path: Path) -> None:
    found = load_folder(Path(written(tmp_path, {"a.toml": A, "b.toml": A})))
    assert [each.plan.targets[0].part_name for each in found.joined] == ["a.toml", "b.toml"]


def test_a_part_belongs_to_its_plan_whatever_that_is_called(tmp_path: Path) -> None:
    text = f'{A}[targets.whole]\nname = "Whole"\n[targets.whole.parts.part]\ngoal = 1\n'
    for found in (
        load_folder(Path(written(tmp_path / "one title", {"a.toml": text, "b.toml": text}))),
        load_folder(Path(written(tmp_path / "two titles", {"a.toml": text, "b.toml": B}))),
    ):
        plan = found.joined[0].plan
        (part,) = plan.targets[-1].parts
        assert part.plan == plan.member == plan.targets[-1].plan


def test_a_plan_collects_others_but_not_itself(tmp_path: Path) -> None:
    folder = Path(
        written(tmp_path, {"province.toml": PROVINCE.replace("counties/", ""), "a.toml": A, "b.toml": B})
    )
    assert names(load_collected(load_file(folder / "province.toml"))) == ["a.toml", "b.toml"]


def test_a_plan_that_another_of_the_folder_collects_is_read_once(tmp_path: Path) -> None:
    plans = {"province.toml": PROVINCE, "counties/a.toml": A, "counties/b.toml": B, "c.toml": A}
    found = load_folder(Path(written(tmp_path, plans)))
    assert names(found) == ["c.toml", "province.toml"]
    below = [member_of(each.plan).path for each in found.joined[1].collected]
    assert below == ["counties/a.toml", "counties/b.toml"]


def test_collecting_goes_one_level_deep(tmp_path: Path) -> None:
    middle = county("Middle", "x: goal = 3", more='collect = "towns/*.toml"')
    plans = {"province.toml": PROVINCE, "counties/m.toml": middle, "counties/towns/t.toml": A}
    folder = Path(written(tmp_path, plans))
    found = load_collected(load_file(folder / "province.toml"))
    assert (names(found), found.joined[0].collected) == (["counties/m.toml"], ())


def test_a_plan_may_collect_a_folder(tmp_path: Path) -> None:
    province = PROVINCE.replace("counties/*.toml", ".")
    folder = Path(written(tmp_path / "p", {"province.toml": province, "a/a.toml": A, "b.toml": B}))
    assert names(load_collected(load_file(folder / "province.toml"))) == ["a/a.toml", "b.toml"]
    assert names(load_folder(folder)) == ["province.toml"]


def linked(folder: Path, name: str, to: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(folder / to)


def warned(found: PlanFolder) -> list[str]:
    return [each.problem.message.text(Language.EN) for each in found.warnings]


def test_a_plan_under_several_names_counts_once(tmp_path: Path) -> None:
    folder = Path(written(tmp_path, {"a.toml": A, "b.toml": B}))
    linked(folder, "latest.toml", "b.toml")
    os.link(folder / "a.toml", folder / "c.toml")
    linked(folder, "again/x.toml", "a.toml")
    for given in (folder, folder / "*.toml"):
        assert names(load_folder(given)) == ["a.toml", "b.toml"]
    assert warned(load_folder(folder)) == [
        "c.toml is the same file as a.toml, and is counted only once",
        "again/x.toml is the same file as a.toml, and is counted only once",
        "latest.toml is the same file as b.toml, and is counted only once",
    ]


def test_a_link_to_the_folder_itself_gives_no_plan_twice(tmp_path: Path) -> None:
    folder = Path(written(tmp_path, {"a.toml": A}))
    linked(folder, "self", ".")
    assert names(load_folder(folder / "**" / "*.toml")) == ["a.toml"]


def test_a_plan_that_collects_does_not_collect_a_link_to_itself(tmp_path: Path) -> None:
    folder = Path(written(tmp_path, {"province.toml": PROVINCE, "counties/a.toml": A}))
    linked(folder, "counties/up.toml", "province.toml")
    top, *more = load_folder(folder).joined
    assert (more, [member_of(each.plan).path for each in top.collected]) == ([], ["counties/a.toml"])
    os.link(folder / "province.toml", folder / "counties" / "hard.toml")
    assert names(load_collected(load_file(folder / "province.toml"))) == ["counties/a.toml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_a_link_to_nowhere_is_told_and_not_waited_for(tmp_path: Path) -> None:
    folder = Path(written(tmp_path, {"province.toml": PROVINCE, "counties/a.toml": A}))
    os.mkfifo(folder / "counties" / "pipe.toml")
    linked(folder, "counties/nowhere.toml", "counties/b.toml")
    (folder / "counties" / "folder.toml").mkdir()
    for found in (
        load_folder(folder / "counties"),
        load_folder(folder / "counties" / "*"),
        load_collected(load_file(folder / "province.toml")),
    ):
        told = {Path(each.path).name: each.problems[0].problem.code for each in found.unread}
        assert told == {"pipe.toml": "no-ordinary-file", "nowhere.toml": "file-not-found"}
        assert [Path(name).name for name in names(found)] == ["a.toml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
def test_places_of_plans_whose_names_cannot_be_shown_are_found(tmp_path: Path) -> None:
    folder = Path(written(tmp_path / "p", {"a\nb.toml": A, "c\udcff.toml": B}))
    found = load_folder(folder)
    plans = [member_of(each.plan) for each in found.joined]
    assert [found.place(("targets", "x"), each).line for each in plans] == [4, 4]
    assert sorted(found.inputs) == sorted(folder.iterdir())


def test_inputs_are_all_files_that_were_read(tmp_path: Path) -> None:
    texts = {"a.toml": A, "pyproject.toml": "[project]\n", "broken.toml": "[plan\n"}
    folder = Path(written(tmp_path, texts))
    assert sorted(found.name for found in load_folder(folder).inputs) == sorted(texts)


def test_what_is_doubtful_in_plans_and_what_is_only_worth_knowing_are_kept_apart(tmp_path: Path) -> None:
    falling = county("F", "x: goal = 9; actual = { Q1 = 3, H1 = 2 }")
    margin = county("M", "x: goal = 9; parts = { a = { goal = 10 } }")
    plans = {"province.toml": PROVINCE, "counties/f.toml": falling, "counties/m.toml": margin}
    folder = Path(written(tmp_path, plans))
    for found in (load_collected(load_file(folder / "province.toml")), load_folder(folder)):
        assert [each.problem.code for each in found.warnings] == ["total-falls"]
        assert [each.problem.code for each in found.notes] == ["parts-margin"]


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        (REPORTED, True),
        (REPORTED.replace("H1 = 1", "H1 = 1, FY = 2"), True),  # the older one was kept beside it
        (REPORTED.replace("H1 = 1", "H1 = 2"), False),
        (REPORTED.replace("goal = 1", "goal = 2"), False),
        (REPORTED.replace('"A"', '"C"'), False),
        (REPORTED.replace("2024", "2025"), False),
        (A, False),
    ],
)
def test_a_plan_with_the_title_the_goals_and_the_first_figures_of_another_may_be_a_copy(
    tmp_path: Path, other: str, *, is_told: bool
) -> None:
    found = load_folder(Path(written(tmp_path, {"a.toml": REPORTED, "b.toml": B, "a - Copy.toml": other})))
    told = [each.problem.message.text(Language.EN) for each in found.warnings]
    copy = (
        "a.toml has the title, all goals and the first figures of a - Copy.toml: "
        "if it is a copy, all is counted twice"
    )
    assert told == ([copy] if is_told else [])
