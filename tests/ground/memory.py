"""What is loaded before the first test stays until the last, so nobody need look again and again whether it may go."""

import gc


def pytest_collection_finish() -> None:
    """Leave what is there now out of every later look for what nothing refers to any more."""
    gc.collect()
    gc.freeze()
