"""`flask doctor`."""

import json
import sys
from dataclasses import asdict

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from pro_am.operations.doctor import configuration, promises
from pro_am.operations.doctor.findings import Finding


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def doctor(*, as_json: bool) -> None:
    """Look at the settings and at what the database promises; changes nothing.

    Ends with 0 when all is well (there may be advice), with 1 when there is a fault, and with 2
    when the database cannot be asked.
    """
    checks = (*configuration.CHECKS, *promises.CHECKS)
    try:
        findings = [finding for check in checks for finding in check.findings()]
    except SQLAlchemyError as fault:
        reason = getattr(fault, "orig", None) or fault
        click.echo(f"The database cannot be asked: {reason}", err=True)
        click.echo("If it is new: flask --app app setup.", err=True)
        sys.exit(2)
    faults = sum(finding.is_fault for finding in findings)
    if as_json:
        click.echo(
            json.dumps(
                {
                    "checks": len(checks),
                    "faults": faults,
                    "findings": [asdict(finding) for finding in findings],
                }
            )
        )
    else:
        _tell(findings, len(checks), faults)
    sys.exit(1 if faults else 0)


def _tell(findings: list[Finding], checks: int, faults: int) -> None:
    for finding in findings:
        click.echo(
            f"{'FAULT ' if finding.is_fault else 'advice'}  {finding.check}: {finding.words}"
        )
    advice = len(findings) - faults
    click.echo(f"{checks} checks: {faults} faults, {advice} pieces of advice.")
