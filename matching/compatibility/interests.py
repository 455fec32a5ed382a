"""The curated interests as a set shape, and which of them may be told only once both sides are meeting.

Sharing "going to chapel" tells something private about belief; the list marks such interests as special.
"""

from functools import cache

from matching.compatibility.naming import mid_sentence
from matching.compatibility.sets import Path, Sets
from matching.lifecycle import Stage
from scheme.interests import Link, closeness_matrix, interests, name, nearest


@cache
def between(one: str, other: str) -> Path:
    """What connects two interests that are close: the shortest way through the graph, and what both are about, if that is
    what connects them. Raises ``LookupError`` for two that nothing connects.
    """
    connection = nearest(one, other)
    if connection is None:
        raise LookupError(f"Nothing connects {one} and {other}.")
    passed = connection.path[1:-1]
    if connection.through:
        about = mid_sentence(name(connection.through))
        return Path(f"both are about {about}", tuple(step for step in passed if step != connection.through))
    together = connection.link is Link.RELATED
    return Path("the two often go together" if together else "one is a kind of the other", passed)


INTERESTS = Sets(*closeness_matrix(), between)

TOLD_LATER = {key: Stage.INTRODUCTION for key, interest in interests().items() if interest.special}
