"""What every test may ask for; each thing is in its own file under ``ground/``, in the order they need each other."""

pytest_plugins = [
    "tests.ground.memory",
    "tests.ground.order",
    "tests.ground.profiles",
    "tests.ground.postgresql",
    "tests.ground.databases",
    "tests.ground.applications",
    "tests.ground.accounts",
    "tests.ground.jobs",
    "tests.ground.mail",
    "tests.ground.whole_schemes",
    "tests.ground.walks",
    "tests.ground.browser",
    "tests.ground.demo",
]
