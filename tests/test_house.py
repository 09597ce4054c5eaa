"""House rules that no linter knows."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("charts", "data", "pages", "queries", "reports")
CODE = [ROOT / "dashboard.py", *(path for name in FOLDERS for path in sorted((ROOT / name).rglob("*.py")))]
QUERIES = sorted((ROOT / "queries").rglob("*.sql"))
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "misc"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def literals(source: str) -> list[str]:
    """Return the strings in ``source`` that are not docstrings."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


@pytest.mark.parametrize("path", CODE, ids=name)
def test_modules_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_queries_stay_short_and_read_only_scoped_views(path: Path) -> None:
    sql = path.read_text(encoding="utf-8")
    assert len(sql.splitlines()) <= 60
    assert not re.search(r"\braw\s*\.|getvariable|set\s+variable|\bread_\w+\s*\(", sql, re.IGNORECASE)


def test_names_say_what_things_are() -> None:
    assert [name(path) for path in CODE if path.stem in NAMELESS] == []
    functions = (
        f"{name(path)}: {node.name}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert [function for function in functions if function.partition(": ")[2].startswith("get_")] == []


def test_only_pages_and_the_server_import_streamlit() -> None:
    allowed = {path for path in CODE if path.is_relative_to(ROOT / "pages")} | {ROOT / "dashboard.py"}
    assert [name(path) for path in CODE if "streamlit" in imported(path) and path not in allowed] == []


def test_page_code_has_no_words_of_its_own_and_no_html() -> None:
    for path in CODE:
        if path.is_relative_to(ROOT / "data"):
            continue
        source = path.read_text(encoding="utf-8")
        assert "unsafe_allow" not in source, name(path)  # neither HTML nor JavaScript
        assert [text for text in literals(source) if re.search(r"[\u4e00-\u9fff]", text)] == [], name(path)


def test_requirements_are_pinned_and_exactly_what_is_imported() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line.partition(";")[0].strip() for line in lines if line and not line.startswith("#")]
    assert [line for line in pinned if "==" not in line] == []
    required = {line.partition("==")[0].casefold() for line in pinned} - {"tzdata"}  # zoneinfo's data on Windows
    sources = packages_distributions()
    modules = {module for path in CODE for module in imported(path)} - sys.stdlib_module_names - set(FOLDERS)
    assert {sources[module][0].casefold() for module in modules} == required


def test_importing_a_layer_starts_nothing(tmp_path: Path) -> None:
    script = "import charts, data, queries, reports, sys; print('streamlit' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"XIHUI_HOME": str(tmp_path / "home"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == "False"
    assert not (tmp_path / "home").exists()


def test_settings_that_keep_the_house_closed() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["enableXsrfProtection"]
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["disableDataExport"]
    assert not settings["browser"]["gatherUsageStats"]
    assert "http" not in settings["theme"]["font"]
