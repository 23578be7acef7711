"""The pages of measures, and what devices talk to."""

from flask import Blueprint

from pro_am.measures.views.api import blueprint as api
from pro_am.measures.views.devices import blueprint as devices
from pro_am.measures.views.files import blueprint as files
from pro_am.measures.views.own import blueprint
from pro_am.measures.views.proposals import blueprint as proposals
from pro_am.measures.views.series import blueprint as series
from pro_am.measures.views.shared import blueprint as shared

BLUEPRINTS: tuple[Blueprint, ...] = (blueprint, devices, files, proposals, series, shared)

__all__ = ["BLUEPRINTS", "api", "blueprint"]
