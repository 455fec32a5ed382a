"""Agreement about chosen things (interests, food, values, faith) from long tables of what each side said, by three libraries.

Each in its own idiom, while it is timed: what one side makes of everything by what it likes and what is related to that,
then Σ weight × that over what the other side chose, for every pair of different answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.metrics.pairwise import linear_kernel

from matching.compatibility.asked import Asked
from matching.compatibility.coded import Crowd
from matching.compatibility.pairs import Party
from matching.compatibility.readings import Reading
from matching.compatibility.sets import LIKED, WEIGHT, Opinion, Sets

NOT_KNOWN = (0, 50, 100)

Long = Mapping[str, NDArray[np.int64]]
"""A long table, column by column."""


@dataclass(frozen=True)
class Things:
    """What was said: a row for each thing that somebody chose, and for each two things that are related."""

    person_asks: bool
    chosen: Long
    """``asker``, ``thing``, ``liked``, ``weight``."""
    said: Long
    """``finder``, ``thing``, ``liked``."""
    close: Long
    """``thing``, ``other``, ``points``."""
    askers: int
    finders: int
    listed: int


def things(asked: Asked, people: Crowd[Any], homes: Crowd[Any]) -> Things | None:
    """What was said, where the whole side has one voice about chosen things."""
    shape = asked.criterion.shape
    sides = [(people, False, asked.people.codes), (homes, True, asked.homes.codes)]
    asking, found = sides if asked.person_asks else sides[::-1]
    if not isinstance(shape, Sets):
        return None
    wants, finds = _answers(asked.criterion.wants, *asking), _answers(asked.criterion.finds, *found)
    if wants is None or finds is None:
        return None
    one, other = np.nonzero(shape.closeness * (1 - np.eye(len(shape.things), dtype=np.int64)))
    chosen, said = _long("asker", wants, shape), _long("finder", finds, shape)
    close = {"thing": one, "other": other, "points": shape.closeness[one, other]}
    del said["weight"]
    return Things(asked.person_asks, chosen, said, close, len(wants), len(finds), len(shape.things))


def by_scikit_learn(given: Things) -> Any:
    """Weighted one-hot rows beside rows of what each made of everything, one kernel for what is near and one for what opposes."""
    close = np.zeros((given.listed, given.listed), dtype=np.float32)
    close[given.close["thing"], given.close["other"]] = given.close["points"]
    near = np.zeros((given.finders, 2, given.listed), dtype=np.float32)
    opposed = np.zeros_like(near)
    finder, thing, liked = given.said.values()
    np.maximum.at(near[:, 1], finder[liked == 1], close[:, thing[liked == 1]].T)
    near[finder, :, thing] = 0
    near[finder, liked, thing] = 100
    opposed[finder, 1 - liked, thing] = 1
    at = given.chosen["asker"], given.chosen["liked"] * given.listed + given.chosen["thing"]
    rows = csr_array((given.chosen["weight"].astype(np.float32), at), shape=(given.askers, 2 * given.listed))
    sums = (linear_kernel(rows, each.reshape(given.finders, -1)).astype(np.int64) for each in (near, opposed))
    return _table(given, *sums, _whole(given))


def by_polars(given: Things) -> Any:
    """Joins of long tables, grouped and added up."""
    import polars as pl

    chosen, said, close = (pl.LazyFrame(dict(each)) for each in (given.chosen, given.said, given.close))
    worth = {name: pl.lit(points, dtype=pl.Int64) for name, points in (("none", 0), ("one", 1), ("whole", 100))}
    related = (
        said.filter(liked=1)
        .join(close, left_on="thing", right_on="other", suffix="_close")
        .group_by("finder", pl.col("thing_close").alias("thing"))
        .agg(pl.col("points").max().alias("near"))
        .join(said, on=["finder", "thing"], how="anti")
        .with_columns(liked=worth["one"], opposed=worth["none"])
        .select("finder", "thing", "liked", "near", "opposed")
    )
    same = said.with_columns(near=worth["whole"], opposed=worth["none"])
    other = said.with_columns(liked=1 - pl.col("liked"), near=worth["none"], opposed=worth["one"])
    regard = pl.concat([related, same, other])
    sums = (
        chosen.join(regard, on=["thing", "liked"])
        .group_by("asker", "finder")
        .agg((pl.col("weight") * pl.col(each)).sum().alias(each) for each in ("near", "opposed"))
        .collect()
    )
    asker, finder, near, opposed = (sums[name].to_numpy() for name in ("asker", "finder", "near", "opposed"))
    full = np.zeros((2, given.askers, given.finders), dtype=np.int64)
    full[:, asker, finder] = near, opposed
    return _table(given, *full, _whole(given))


def by_duckdb(connection: Any, given: Things, named: str) -> None:
    """The same joins in SQL, as a table of agreements under this name."""
    for name in ("chosen", "said", "close"):
        arrays = dict(getattr(given, name))
        connection.execute(f"create or replace temp table {name} as select * from arrays")
        assert arrays
    p, h = ("asker", "finder") if given.person_asks else ("finder", "asker")
    bands = {"low": "2 * near - 100 * whole", "likely": "near - 100 * opposed", "high": "100 * whole - 200 * opposed"}
    agreed = ", ".join(
        f"case when whole = 0 then {unknown} else (101 * whole + {total}) // (2 * whole) end::integer as {band}"
        for (band, total), unknown in zip(bands.items(), NOT_KNOWN, strict=True)
    )
    connection.execute(f"""
        create or replace table {named} as
        with related as (
            select finder, close.thing, 1 as liked, max(points) as near, 0 as opposed
            from said join close on close.other = said.thing where liked = 1 group by finder, close.thing),
        regard as (
            select * from related anti join said using (finder, thing)
            union all select finder, thing, liked, 100, 0 from said
            union all select finder, thing, 1 - liked, 0, 1 from said),
        sums as (
            select asker, finder, sum(weight * near)::bigint as near, sum(weight * opposed)::bigint as opposed
            from chosen join regard using (thing, liked) group by asker, finder),
        askers as (
            select range as asker, coalesce(sum(weight), 0)::bigint as whole
            from range({given.askers}) left join chosen on asker = range group by range),
        pairs as (
            select asker, finder, whole, coalesce(near, 0) as near, coalesce(opposed, 0) as opposed
            from askers cross join (select range as finder from range({given.finders})) left join sums using (asker, finder))
        select {p} as p, {h} as h, {agreed} from pairs""")


def _table(given: Things, near: Any, opposed: Any, whole: Any) -> Any:
    """50 + Σ weight × what they make of it ÷ 2 Σ weight, rounded half up, as people × households."""
    totals = (2 * near - 100 * whole, near - 100 * opposed, 100 * whole - 200 * opposed)
    table = np.stack(
        [
            np.where(whole == 0, unknown, (101 * whole + total) // np.maximum(2 * whole, 1))
            for total, unknown in zip(totals, NOT_KNOWN, strict=True)
        ]
    )
    return table if given.person_asks else np.ascontiguousarray(table.transpose(0, 2, 1))


def _whole(given: Things) -> Any:
    return np.bincount(given.chosen["asker"], given.chosen["weight"], given.askers).astype(np.int64)[:, None]


def _answers(reading: Reading, crowd: Crowd[Any], gives_home: bool, codes: NDArray[np.int64]) -> list[Opinion] | None:
    """The different answers, unless a side has several voices."""
    first = np.unique(codes, return_index=True)[1]
    heard = [reading.heard(Party(crowd[int(one)], gives_home)) for one in first]
    return [voices[0].answer for voices in heard] if all(len(voices) == 1 for voices in heard) else None


def _long(who: str, answers: Sequence[Opinion], shape: Sets) -> dict[str, NDArray[np.int64]]:
    rows = [
        (number, shape.place[thing], how in LIKED, WEIGHT[how])
        for number, opinion in enumerate(answers)
        for thing, how in opinion.items()
        if thing in shape.place
    ]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T.copy()
    return dict(zip((who, "thing", "liked", "weight"), columns, strict=True))
