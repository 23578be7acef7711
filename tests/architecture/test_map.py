"""The map stays true: each feature says what it is for, is listed, and keeps to its folders."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOME = ROOT / "pro_am"
TEMPLATES = HOME / "templates"
PACKAGES = sorted(path.parent for path in HOME.glob("*/__init__.py"))
VIEWS = sorted([*HOME.glob("*/views.py"), *HOME.glob("*/views/*.py")])
LETTERS = {*TEMPLATES.glob("layout/letter*.html")}  # a letter has no style sheet to link to
PAGES = sorted(set(TEMPLATES.rglob("*.html")) - LETTERS)
SHARED_TEMPLATES = {"emails", "errors", "layout", "macros"}
SHARED_TESTS = {"architecture", "factories", "journeys", "node_modules", "support"}
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(src=|type=.application/))")


def feature_of(path):
    return path.relative_to(HOME).parts[0]


def folders_in(path):
    return {folder.name for folder in path.iterdir() if folder.is_dir()} - {"__pycache__"}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_feature_says_what_it_is_for(package):
    assert ast.get_docstring(ast.parse((package / "__init__.py").read_text()))


@pytest.mark.parametrize("layer", ["views", "listeners", "jobs", "commands"])
def test_what_a_feature_offers_is_on_the_map(layer):
    the_map = ast.parse((HOME / "features.py").read_text())
    imports = [node for node in ast.walk(the_map) if isinstance(node, ast.ImportFrom)]
    listed = {node.module for node in imports for name in node.names if name.name == layer}
    # A desk whose pages several people keep is listed page by page.
    listed |= {
        str(node.module).removesuffix(f".{layer}")
        for node in imports
        if str(node.module).endswith(f".{layer}")
    }

    offering = {feature_of(path) for path in HOME.glob(f"*/{layer}*") if path.stem == layer}

    assert {f"pro_am.{feature}" for feature in offering - {"foundation"}} <= listed


@pytest.mark.parametrize("views", VIEWS, ids=lambda path: str(path.relative_to(HOME)))
def test_views_render_pages_from_their_own_folder(views):
    for page in re.findall(r'render_template\(\s*"([^"]+)"', views.read_text()):
        assert page.split("/")[0] == feature_of(views)
        assert (TEMPLATES / page).is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_page_holds_no_style_and_no_script(page):
    assert not INLINE.search(page.read_text())


@pytest.mark.parametrize(
    ("folder", "shared"), [(TEMPLATES, SHARED_TEMPLATES), (ROOT / "tests", SHARED_TESTS)]
)
def test_every_folder_belongs_to_a_feature(folder, shared):
    assert folders_in(folder) - shared <= {package.name for package in PACKAGES}


def test_letters_belong_to_a_feature():
    assert folders_in(TEMPLATES / "emails") <= {package.name for package in PACKAGES}
