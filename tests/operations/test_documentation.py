"""What operators read is what the program takes."""

import re
from pathlib import Path

import pytest

from pro_am.config import SETTINGS

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()


def test_every_setting_is_documented_with_its_default_and_no_other():
    rows = re.findall(r"^\| `PRO_AM_(\w+)` \| [^|]+ \| ([^|]*) ?\|$", OPERATIONS, re.MULTILINE)
    documented = {name: default.strip() for name, default in rows}
    del documented["INSTANCE_PATH"]  # needed before there are settings

    assert set(documented) == {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        if setting.default is not None:
            assert documented[setting.name] == str(setting.default)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_every_command_that_is_named_exists(app):
    named = set(re.findall(r"flask --app app ([a-z][a-z-]+)", OPERATIONS))

    assert named
    assert named <= set(app.cli.commands)
