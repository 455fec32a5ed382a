"""What several tests of this package share."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from matching.compatibility import compiled_look


@pytest.fixture(scope="module", params=["tiles", "compiled"])
def either_way(request: Any) -> Iterator[None]:
    """Everything that is worth compiling when it is much, looked through in tiles and then by the compiled loop."""
    with patch.object(compiled_look, "WORTH_COMPILING", 0 if request.param == "compiled" else 2**62):
        yield
