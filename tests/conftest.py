"""What every test may ask for; each thing is in its own file under ``ground/``."""

pytest_plugins = [
    "tests.ground.profiles",
    "tests.ground.databases",
    "tests.ground.postgresql",
    "tests.ground.applications",
    "tests.ground.browser",
]
