"""The order of tests: those in a browser first. They are the longest, and one begun last would leave every other worker idle."""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come first; otherwise things stay as they were shuffled."""
    items.sort(key=lambda item: "browser" not in item.path.parts)
