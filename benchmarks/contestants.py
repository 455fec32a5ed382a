"""The same by other means. Each does every pair: the essentials, both sums with their bands, together, everybody's first ten.

What chosen things make of each other (interests, food, values, faith) the three libraries work out while they are timed:
:mod:`chosen_things`. All else they are handed, in tables that our own code made beforehand: choices, languages, nearness, and
what the essentials answer, dates and distances among it. How long that took us is told beside. The compiled loop is handed
everything. Whoever begins with nothing but what profiles say is in :mod:`plain_rules`.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from sklearn.metrics.pairwise import linear_kernel

from benchmarks.chosen_things import by_duckdb, by_polars, by_scikit_learn
from benchmarks.laid_out import FEW, SPARE, Found, Laid, Lookup, Way, first_of, rounded
from matching.compatibility.essentials_at_once import NOT

THREADS = 2
BANDS = ("low", "likely", "high")
FIGURES = [f"{side}_{band}" for side in ("person", "household", "together") for band in BANDS]

Contestant = Callable[[Laid], Callable[[], Found]]
"""Gets ready, and hands back what is to be timed."""


# --- scikit-learn -----------------------------------------------------------------------------------------------------------


def scikit_learn(laid: Laid) -> Callable[[], Found]:
    """``linear_kernel`` of weighted rows of the tables with which answer each other profile gave, a sparse table."""

    def work() -> Found:
        made = laid.with_tables(by_scikit_learn)
        sides = {asks: [way for _, way in made.side(asks)] for asks in (True, False)}
        figures = np.empty((9, laid.people, laid.homes), dtype=np.int64)
        for place, (asks, ways) in enumerate(sides.items()):
            weight = np.sum([way.weight for way in ways], axis=0)
            for band in range(3):
                worth = np.concatenate([_worth(way, band, asks) for way in ways], axis=1)
                total = linear_kernel(worth, _picked(ways, asks), dense_output=True)
                total = (total if asks else total.T).astype(np.int64)
                figures[3 * place + band] = rounded(total, weight[:, None] if asks else weight)
        both = figures[:3] + figures[3:6]
        figures[6:] = np.where(both == 0, 0, rounded(2 * figures[:3] * figures[3:6], np.maximum(both, 1)))
        return first_of(laid, figures)

    return work


def _worth(way: Way, band: int, asks: bool) -> Any:
    table = way.table[band] if asks else way.table[band].T
    return (table[way.people if asks else way.homes] * way.weight[:, None]).astype(np.float32)


def _picked(ways: list[Way], asks: bool) -> Any:
    codes = [way.homes if asks else way.people for way in ways]
    begins = np.cumsum([0, *(way.table.shape[2 if asks else 1] for way in ways)])
    columns = np.stack([each + begin for each, begin in zip(codes, begins, strict=False)], axis=1)
    ones = np.ones(columns.size, dtype=np.float32)
    return csr_array((ones, columns.ravel(), np.arange(len(columns) + 1) * len(ways)), (len(columns), int(begins[-1])))


# --- Polars -----------------------------------------------------------------------------------------------------------------


def polars(laid: Laid) -> Callable[[], Found]:
    """A cross join, and one expression for each figure that gathers from the tables; the lazy engine, all its threads."""
    import polars as pl

    people, homes = (pl.DataFrame(_columns(laid, one)).lazy() for one in ("people", "homes"))

    def total(made: Laid, asks: bool, band: int) -> Any:
        return sum(
            pl.lit(pl.Series(way.table[band].ravel().astype(np.int32))).gather(
                pl.col(f"p{number}") * way.table.shape[2] + pl.col(f"h{number}")
            )
            * pl.col(f"w{number}")
            for number, way in made.side(asks)
        )

    def looked_up(name: str, number: int, one: Lookup) -> Any:
        table = pl.lit(pl.Series(one.table.ravel().astype(np.int16)))
        at = pl.col(f"p{name}{number}") * one.table.shape[1] + pl.col(f"h{name}{number}")
        return table.gather(at) + pl.col(f"x{name}{number}")

    least = pl.min_horizontal(looked_up("s", number, one) for number, one in enumerate(laid.by_wish))
    whatever_kind = sum(looked_up("e", number, one) for number, one in enumerate(laid.whatever_kind))
    in_the_way = whatever_kind + pl.when(least >= SPARE).then(least - SPARE).otherwise(least)

    def work() -> Found:
        made = laid.with_tables(by_polars)
        weight = {asks: pl.sum_horizontal([f"w{number}" for number, _ in laid.side(asks)]) for asks in (True, False)}
        sides = {
            f"{name}_{band}": rounded(total(made, asks, place), weight[asks])
            for name, asks in (("person", True), ("household", False))
            for place, band in enumerate(BANDS)
        }
        together = {}
        for band in BANDS:
            a, b = pl.col(f"person_{band}").cast(pl.Int64), pl.col(f"household_{band}").cast(pl.Int64)
            together[f"together_{band}"] = pl.when(a + b == 0).then(0).otherwise(rounded(2 * a * b, a + b))
        lesser = pl.min_horizontal("person_likely", "household_likely").cast(pl.Int64)
        key = ((pl.col("together_likely") * 101 + lesser) * 101 + pl.col("together_low")) * laid.homes - pl.col(
            "by_name"
        )
        allowed = people.join(homes, how="cross").filter(in_the_way < NOT)
        pairs = allowed.select("person", "home", "by_name", **sides).with_columns(**together)
        first = (
            pairs.with_columns(key=key)
            .group_by("person")
            .agg(pl.col("home", *FIGURES, "key").top_k_by("key", FEW))
            .explode("home", *FIGURES, "key")
            .sort("person", "key", descending=[False, True])
            .collect()
        )
        return _read(laid, first.select("person", "home", *FIGURES).to_numpy())

    return work


# --- DuckDB -----------------------------------------------------------------------------------------------------------------


def duckdb(laid: Laid) -> Callable[[], Found]:
    """Plain SQL: people × homes, a join with each table of agreements, whole-number sums, and a window for the first ten."""
    import duckdb as db

    connection = db.connect(config={"threads": THREADS, "memory_limit": "4GB", "max_temp_directory_size": "0GB"})
    connection.execute("set disabled_optimizers = 'join_order'")  # it looks for a better order of 33 joins without end
    for one in ("people", "homes"):
        arrays = _columns(laid, one)
        connection.execute(f"create table {one} as select * from arrays")
        assert arrays
    for number, way in enumerate(laid.ways):
        of_person, of_home = np.indices(way.table.shape[1:]).reshape(2, -1)
        bands = {band: way.table[place].ravel().astype(np.int32) for place, band in enumerate(BANDS)}
        arrays = {"p": of_person, "h": of_home, **bands}
        connection.execute(f"create table t{number} as select * from arrays")
    for name, tables in (("e", laid.whatever_kind), ("s", laid.by_wish)):
        for number, one in enumerate(tables):
            of_person, of_home = np.indices(one.table.shape).reshape(2, -1)
            arrays = {"p": of_person, "h": of_home, "code": one.table.ravel().astype(np.int16)}
            connection.execute(f"create table {name}{number} as select * from arrays")
    query = _sql(laid)

    def work() -> Found:
        for number, said in laid.things.items():
            by_duckdb(connection, said, f"t{number}")
        return _read(laid, np.stack(list(connection.execute(query).fetchnumpy().values()), axis=1))

    return work


def _sql(laid: Laid) -> str:
    joins = " ".join(f"join t{n} on t{n}.p = p{n} and t{n}.h = h{n}" for n in range(len(laid.ways)))
    essentials = [f"e{n}" for n in range(len(laid.whatever_kind))] + [f"s{n}" for n in range(len(laid.by_wish))]
    looked = " ".join(f"join {e} on {e}.p = people.p{e} and {e}.h = homes.h{e}" for e in essentials)
    whatever_kind = " + ".join(f"{e}.code + x{e}" for e in essentials if e.startswith("e"))
    least = f"least({', '.join(f'{e}.code + x{e}' for e in essentials if e.startswith('s'))})"
    figures = []
    for name, asks in (("person", True), ("household", False)):
        weight = " + ".join(f"w{n}" for n, _ in laid.side(asks))
        for band in BANDS:
            total = " + ".join(f"w{n} * t{n}.{band}" for n, _ in laid.side(asks))
            figures.append(f"(2 * ({total}) + ({weight})) // (2 * ({weight})) as {name}_{band}")
    a_b = [(f"person_{band}::bigint", f"household_{band}::bigint", band) for band in BANDS]
    both = [
        f"case when {a} + {b} = 0 then 0 else (4*{a}*{b} + {a} + {b}) // (2*({a} + {b})) end as together_{band}"
        for a, b, band in a_b
    ]
    order = "together_likely desc, least(person_likely, household_likely) desc, together_low desc, by_name"
    return f"""
        with looked as (
            select people.*, homes.*, {least} as least, {whatever_kind} as whatever_kind
            from people cross join homes {looked}),
        allowed as (
            select * from looked
            where whatever_kind + case when least >= {SPARE} then least - {SPARE} else least end < {NOT}),
        pairs as (select person, home, by_name, {", ".join(figures)} from allowed {joins}),
        scored as (select *, {", ".join(both)} from pairs)
        select person, home, {", ".join(FIGURES)} from scored
        qualify row_number() over (partition by person order by {order}) <= {FEW}
        order by person, {order}"""


# --- a compiled loop --------------------------------------------------------------------------------------------------------


def numba(laid: Laid) -> Callable[[], Found]:
    """Compiled, two threads: for each pair every agreement is looked up and added; the best ten are kept in place."""
    from benchmarks.compiled import compiled

    return compiled(laid)


CONTESTANTS: Mapping[str, tuple[Contestant, bool]] = {
    "scikit-learn": (scikit_learn, True),
    "Polars": (polars, True),
    "DuckDB": (duckdb, True),
    "compiled loop (numba)": (numba, False),
}
"""Each, and whether it makes the tables of chosen things itself."""
NEEDS = {"Polars": "polars", "DuckDB": "duckdb", "compiled loop (numba)": "numba"}


def installed() -> Iterator[tuple[str, Contestant, bool]]:
    """Those whose library is there: ``make bench`` brings all of them."""
    return ((name, *one) for name, one in CONTESTANTS.items() if name not in NEEDS or find_spec(NEEDS[name]))


def _columns(laid: Laid, one: str) -> dict[str, Any]:
    people = one == "people"
    columns: dict[str, Any] = {"person" if people else "home": np.arange(laid.people if people else laid.homes)}
    if not people:
        columns["by_name"] = laid.by_name
    for number, way in enumerate(laid.ways):
        columns[f"{'p' if people else 'h'}{number}"] = (way.people if people else way.homes).astype(np.int32)
        if way.person_asks is people:
            columns[f"w{number}"] = way.weight.astype(np.int32)
    for name, tables in (("e", laid.whatever_kind), ("s", laid.by_wish)):
        for number, one in enumerate(tables):
            columns[f"{'p' if people else 'h'}{name}{number}"] = (
                one.people % len(one.table) if people else one.homes
            ).astype(np.int32)
            if people:
                columns[f"x{name}{number}"] = one.extra.astype(np.int16)
    return columns


def _read(laid: Laid, rows: Any) -> Found:
    """Rows in order, each with its person first; whoever has fewer has nobody in the other places."""
    table = rows.astype(np.int64)
    found = np.full((laid.people, min(FEW, laid.homes), 10), -1, dtype=np.int64)
    person = table[:, 0]
    found[person, np.arange(len(person)) - np.searchsorted(person, person)] = table[:, 1:]
    return Found(found[..., 0], found[..., 1:])
