"""A first suggestion for everybody, from SciPy's sparse matching: nearly always already the best there is.

Nothing depends on it being so. SciPy counts in floats; :mod:`rounds_network` takes what it found as a beginning, betters
it wherever it can be bettered, and proves the result in whole numbers.

A limit becomes as many columns as it has room. Where limits within another have more room than that one, rows that
nobody stands for take up what is over. Everybody gets a column of their own for "nobody", without which SciPy would look
for a long time whether there is a solution at all (its issue 26147).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from matching.compatibility.rounds_network import Exact, Network, Whole, inside_first


def proposal(net: Network, worth: Exact, first: Exact) -> Whole:
    """Pairs, by their numbers, that respect every limit and are worth much together.

    ``worth`` is what each pair adds, and ``first`` what each person's first introduction adds.
    """
    room = net.capacity[net.within].copy()
    wanted = net.capacity[net.firsts] + net.capacity[net.furthers]
    person = net.tails[: net.pairs] - 1
    left = np.ones(net.pairs, dtype=bool)
    chosen = np.zeros(0, dtype=np.int64)
    for turn in range(int(wanted.max(initial=0))):
        adds = worth + first[person] if turn == 0 else worth
        which = np.flatnonzero(left & (wanted[person] > turn) & (adds > 0))
        if not len(which):
            break
        found = _once(net, which, adds[which].astype(np.float64), room)
        left[found] = False
        room -= net.flow_of(found)[net.within]
        chosen = np.concatenate([chosen, found])
    return chosen


def _once(net: Network, which: Whole, worth: NDArray[np.float64], room: Whole) -> Whole:
    """Some of these pairs, at most one for each person."""
    limit = _counted_in(net, room)[net.heads[which] - 1 - net.people]
    apart = _best_of_same(net.tails[which] * net.limits + limit, worth)
    which, worth, limit = which[apart], worth[apart], limit[apart]
    person, rows = np.unique(net.tails[which], return_inverse=True)
    columns = _Columns.of(net, limit, room)
    entry, column = columns.entries(limit)
    beneath = columns.beneath
    nobody = columns.total + np.arange(len(person))
    fillers = np.repeat(len(person) + np.arange(len(beneath)), [len(each) for each in beneath])
    # One more than it is worth, because a weight of nothing would be no entry at all.
    weights = np.concatenate([worth[entry] + 1, np.ones(len(person) + len(fillers))])
    at = np.concatenate([rows[entry], np.arange(len(person)), fillers])
    to = np.concatenate([column, nobody, *beneath])
    shape = len(person) + len(beneath), columns.total + len(person)
    matched = min_weight_full_bipartite_matching(csr_array((weights, (at, to)), shape=shape), maximize=True)
    pair_of = csr_array((entry + 1, (rows[entry], column)), shape=shape)
    found = np.asarray(pair_of[matched[0], matched[1]]).ravel()
    return np.sort(which[found[found > 0] - 1])


def _counted_in(net: Network, room: Whole) -> Whole:
    """For each limit the one in which its pairs may as well count: the wider one, where that has no more room than it."""
    found = np.arange(net.limits)
    for limits in reversed(inside_first(net.above)):
        wider = net.above[limits]
        found[limits] = np.where(room[wider] <= room[limits], found[wider], limits)
    return found


def _best_of_same(same: Whole, worth: NDArray[np.float64]) -> Whole:
    """Which to keep so that none is there twice: whichever is worth most."""
    order = np.lexsort((-worth, same))
    return np.sort(order[np.unique(same[order], return_index=True)[1]])


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns stand for the room in which limit."""

    begins: Whole
    room: Whole
    beneath: list[Whole]
    """For each row that nobody stands for: the columns of the limit that has less room than those within it."""

    @property
    def total(self) -> int:
        """How many there are."""
        return int(self.room.sum())

    @classmethod
    def of(cls, net: Network, limit: Whole, room: Whole) -> "_Columns":
        """Columns for the limits of these pairs, never more than pairs could use."""
        own = np.minimum(room, np.bincount(limit, minlength=net.limits))
        begins = np.concatenate([[0], np.cumsum(own)])[:-1]
        columns: list[list[int]] = [list(range(b, b + o)) for b, o in zip(begins.tolist(), own.tolist(), strict=True)]
        usable, beneath = own.copy(), []
        for one in np.concatenate([*inside_first(net.above), np.flatnonzero(net.above < 0)]).tolist():
            over = int(usable[one] - room[one])
            beneath += [np.array(columns[one], dtype=np.int64)] * max(0, over)
            usable[one] = min(usable[one], room[one])
            if (wider := net.above[one]) >= 0:
                usable[wider] += usable[one]
                columns[wider] += columns[one]
        return cls(begins, own, beneath)

    def entries(self, limit: Whole) -> tuple[Whole, Whole]:
        """Each pair as often as there are columns for its limit, and those columns."""
        room = self.room[limit]
        entry = np.repeat(np.arange(len(limit)), room)
        within = np.arange(len(entry)) - np.repeat(np.cumsum(room) - room, room)
        return entry, np.repeat(self.begins[limit], room) + within
