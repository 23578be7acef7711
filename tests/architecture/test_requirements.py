"""What runs the product is in requirements.txt: it starts without anything else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START = """
import sys

class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in sys.argv[1:]:
            raise ModuleNotFoundError(f"{name} is not installed here")

sys.meta_path.insert(0, Lacking())
from pro_am import create_app

create_app()
"""


def for_development() -> list[str]:
    """Packages that only requirements-dev.txt names, as they are imported."""
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    names = [re.split(r"[\[=]", line)[0] for line in lines if line[:1].isalpha()]
    return [name.lower().replace("-", "_") for name in names]


@pytest.mark.parametrize("lacking", [(), ("flask",)])
def test_the_application_starts_with_its_own_requirements_alone(tmp_path, lacking):
    environment = {**os.environ, "PRO_AM_ENV": "development", "PRO_AM_INSTANCE_PATH": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", START, *for_development(), *lacking],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "psycopg" in for_development()
    assert (done.returncode == 0) is not bool(lacking), done.stderr
