"""The import contracts hold, and each is seen to fail when one bad line breaks it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
}
FEATURES, INSIDE, PURE, CIRCLES = CONTRACTS

BREACHES = [
    (FEATURES, "foundation/clock.py", "import pro_am.accounts.models"),
    (FEATURES, "profiles/models.py", "import pro_am.bookings.models"),
    (FEATURES, "gossip/__init__.py", ""),
    (INSIDE, "accounts/models.py", "import pro_am.accounts.views"),
    (INSIDE, "bookings/queries.py", "import pro_am.bookings.actions"),
    (INSIDE, "bookings/whatever.py", ""),
    (PURE, "accounts/rules.py", "import flask"),
    (PURE, "accounts/rules.py", "from pro_am.foundation import clock"),
    (PURE, "foundation/time_slots.py", "from sqlalchemy import select"),
    (CIRCLES, "foundation/database.py", "import pro_am.foundation.events"),
]


@pytest.fixture
def tree(tmp_path):
    """A copy of the source in which a test may do wrong."""
    shutil.copytree(ROOT / "pro_am", tmp_path / "pro_am", ignore=_all_but_modules)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _all_but_modules(folder, names):
    beside = {"static", "templates", "translations"} if Path(folder).name == "pro_am" else set()
    return [name for name in names if name == "__pycache__" or name in beside]


def lint_imports(tree):
    program = Path(sys.executable).with_name("lint-imports")
    command = [program, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def test_every_contract_is_kept(tree):
    verdict = lint_imports(tree)

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in verdict.stdout


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_one_bad_line_breaks_the_contract(tree, contract, module, line):
    path = tree / "pro_am" / module
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as source:
        source.write(f"\n{line}\n")

    verdict = lint_imports(tree)

    assert verdict.returncode == 1, verdict.stdout + verdict.stderr
    assert f"{contract} BROKEN" in verdict.stdout


def test_no_contract_goes_without_a_breach():
    assert {contract for contract, _, _ in BREACHES} == set(CONTRACTS)


def test_the_layers_are_watched_inside_every_feature():
    """All but the ground floor, and operations, which is about the installation."""
    packages = {path.parent.name for path in (ROOT / "pro_am").glob("*/__init__.py")}

    watched = {container.split(".")[1] for container in CONTRACTS[INSIDE]["containers"]}

    assert watched == packages - {"foundation", "operations"}
