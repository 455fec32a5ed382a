"""Workers written several ways. Everyone here is invented."""

from matching.spreadsheet.values.workers import could_be_same, group_workers


def test_writings_of_one_worker_come_together() -> None:
    groups = group_workers(["Helen O.", "H Omar", "Sam P", "sam p", "Jas K", "Helen O."])
    assert [group.written for group in groups] == [("H Omar", "Helen O."), ("Jas K",), ("Sam P", "sam p")]


def test_a_writing_that_fits_two_workers_is_left_alone() -> None:
    groups = {group.fullest: group.written for group in group_workers(["Helen Omar", "Harry Owen", "H O"])}
    assert groups == {"Helen Omar": ("Helen Omar",), "Harry Owen": ("Harry Owen",), "H O": ("H O",)}


def test_first_names_alone_join_only_what_they_equal() -> None:
    assert could_be_same("Helen", "Helen Omar")
    assert not could_be_same("H", "Helen Omar")
    assert not could_be_same("Helena Omar", "Helen Omar")
    assert could_be_same("Omar, Helen", "Helen Omar")
    assert could_be_same("!!", "!!")
    assert not could_be_same("!!", "??")
