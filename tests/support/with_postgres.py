"""Run a command beside a throw-away PostgreSQL, whose empty database it finds in DATABASE_URL."""

import os
import subprocess
import sys

from tests.support import postgres


def main(command: list[str]) -> int:
    server = postgres.start()
    if server is None:
        print(f"Not run on PostgreSQL: {postgres.why_not()}", file=sys.stderr)
        return 0
    server.create_database("throw_away")
    surroundings = os.environ | {"DATABASE_URL": server.url("throw_away")}
    return subprocess.run(command, env=surroundings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
