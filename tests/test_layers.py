"""The layers import downward only, and the pure core reaches neither clock, environment, files nor network."""

from __future__ import annotations

import ast
import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import escalation
from cli.calling import Result

PACKAGE = Path(escalation.__file__).parent
# errors < policy < extraction < evidence < decision < rendering, prompting < readers < cli
LAYERS: dict[str, int] = {
    "errors": 0,
    "policy": 1,
    "extraction": 2,
    "evidence": 3,
    "decision": 4,
    "rendering": 5,
    "prompting": 5,
    "readers": 6,
    "clients": 7,
    "cli": 8,
}
TOP = {"__init__", "__main__"}
CORE = LAYERS["decision"]
LIBRARIES = {
    "click",
    "jinja2",
    "rich",
    "anthropic",
    "httpx",
    "httpx2",
    "dateutil",
    "requests",
    "urllib3",
    "ssl",
    "asyncio",
}
# The one read of the core: a policy from its file.
READS_FILES = {"policy.loading"}
FORBIDDEN_CALLS = {
    "today", "now", "utcnow", "time", "monotonic", "perf_counter", "localtime", "gmtime", "getenv", "environb",
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "stat", "exists", "is_file",
    "socket", "create_connection", "urlopen", "system", "popen", "run", "Popen", "input", "print", "exec", "eval",
    "random", "choice", "shuffle", "uuid4", "urandom", "token_hex", "setlocale", "cwd", "expanduser",
}  # fmt: skip
FORBIDDEN_MODULES = {
    "os", "sys", "io", "time", "random", "secrets", "uuid", "socket", "ssl", "subprocess", "shutil", "tempfile", "glob",
    "logging", "locale", "threading", "asyncio", "urllib", "http", "platform", "getpass",
}  # fmt: skip


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name within it."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[0] == "bundle":  # in a wheel: what is copied into a client's folder, and no module
            continue
        found[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return found


MODULES = modules()


def layer_of(module: str) -> int:
    return LAYERS[module.split(".", maxsplit=1)[0]]


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """What a module imports by absolute name, and whether that happens at run time."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    only_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) not in only_types
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", id(node) not in only_types


def own_imports(module: str) -> set[str]:
    """The layers' names that a module imports from, also those it needs for types alone."""
    names = [name.removeprefix("escalation.") for name, _ in imports(MODULES[module]) if name.startswith("escalation.")]
    return {name for name in names if name.split(".")[0] in LAYERS}


def test_every_module_belongs_to_a_layer() -> None:
    assert {module.split(".")[0] for module in MODULES} - TOP == set(LAYERS)
    assert len(MODULES) > 50


@pytest.mark.parametrize("module", [module for module in MODULES if module not in TOP])
def test_a_module_imports_only_from_its_own_layer_and_those_below(module: str) -> None:
    own = layer_of(module)
    for name in own_imports(module):
        same = name.split(".")[0] == module.split(".", maxsplit=1)[0]
        assert same or layer_of(name) < own, f"{module} imports {name}"


def test_the_check_sees_the_imports_that_are_there() -> None:
    assert "decision.assessing" in {name.rsplit(".", 1)[0] for name in own_imports("cli.commands")}
    assert any(name.startswith("policy.terms") for name in own_imports("extraction.model"))


def test_the_package_itself_imports_nothing() -> None:
    assert list(imports(MODULES["__init__"])) == []


@pytest.mark.parametrize("module", [module for module in MODULES if module not in TOP and layer_of(module) <= CORE])
def test_a_module_of_the_core_reaches_no_clock_no_environment_no_file_and_no_network(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    }
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    reads = {"read_bytes"} if module in READS_FILES else set()
    assert called & FORBIDDEN_CALLS <= reads
    assert not named & {"environ", "environb", "argv", "stdin", "stdout", "stderr"}
    imported = {name.split(".")[0] for name, _ in imports(MODULES[module])}
    assert not imported & (FORBIDDEN_MODULES | LIBRARIES)
    assert "pathlib" not in imported or module in READS_FILES


def fresh(code: str, environment: dict[str, str]) -> dict[str, list[str]]:
    """What a fresh interpreter prints as JSON."""
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=120, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_importing_any_module_of_the_core_loads_no_library_of_the_outer_layers(environment: dict[str, str]) -> None:
    core = [f"escalation.{module}" for module in MODULES if module not in TOP and layer_of(module) <= CORE]
    assert len(core) > 30
    code = f"""
import importlib, json, sys
found = {{}}
for name in {core!r}:
    importlib.import_module(name)
    found[name] = sorted({{module.split(".")[0] for module in sys.modules}} & {LIBRARIES!r})
print(json.dumps(found))
"""
    found = fresh(code, environment)
    assert {name: libraries for name, libraries in found.items() if libraries} == {}


@pytest.mark.parametrize("module", ["rendering.markdown", "rendering.json", "rendering.lines", "prompting"])
def test_what_renders_loads_no_library_before_it_is_needed(module: str, environment: dict[str, str]) -> None:
    code = f'import json, sys, escalation.{module}; print(json.dumps({{"modules": sorted(sys.modules)}}))'
    loaded = {name.split(".")[0] for name in fresh(code, environment)["modules"]}
    assert not loaded & LIBRARIES


SDK = {"anthropic", "httpx", "httpx2"}
LOADS_THE_SDK = "readers.claude.transport"


def imports_of_the_sdk(module: str) -> set[str]:
    """The parts of the SDK that a module imports anywhere, also for types alone."""
    return {root for name, _ in imports(MODULES[module]) if (root := name.split(".")[0]) in SDK}


def test_exactly_one_module_imports_the_sdk_also_where_only_types_are_needed() -> None:
    assert {module: found for module in MODULES if (found := imports_of_the_sdk(module))} == {
        LOADS_THE_SDK: {"anthropic", "httpx2"}
    }


def at_import(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Every statement that runs while a module is imported: all but the bodies of functions, and types alone."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            yield from at_import(statement.orelse)
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ast.iter_child_nodes(statement):
                blocks = [getattr(part, "body", [])] if not isinstance(part, ast.stmt) else [[part]]
                for block in blocks:
                    yield from at_import(block if isinstance(block, list) else [])


def imported_at_import(source: str) -> set[str]:
    """The roots of what is imported when a module with this source is."""
    found = set()
    for statement in at_import(ast.parse(source).body):
        if isinstance(statement, ast.Import):
            found |= {alias.name.split(".")[0] for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            found.add(statement.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    "source",
    [
        "import anthropic",
        "from anthropic.types import Message",
        "try:\n    import anthropic\nexcept ImportError:\n    pass",
        "try:\n    pass\nexcept ImportError:\n    import anthropic",
        "class Reader:\n    import anthropic",
        "if TYPE_CHECKING:\n    pass\nelse:\n    import anthropic",
        "if True:\n    with x:\n        import anthropic",
        "match x:\n    case 1:\n        import anthropic",
    ],
)
def test_the_check_sees_every_import_that_happens_at_once(source: str) -> None:
    assert imported_at_import(source) == {"anthropic"}


@pytest.mark.parametrize(
    "source", ["def f():\n    import anthropic", "if TYPE_CHECKING:\n    import anthropic", "x = 'import anthropic'"]
)
def test_the_check_passes_over_what_is_imported_later_or_for_types(source: str) -> None:
    assert imported_at_import(source) == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_module_loads_the_sdk_when_it_is_imported(module: str) -> None:
    assert not imported_at_import(MODULES[module].read_text(encoding="utf-8")) & SDK


@pytest.mark.parametrize("module", MODULES)
def test_the_sdk_is_named_nowhere_for_a_loader(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    called = {ast.unparse(node.func).split(".")[-1] for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not called & {"import_module", "__import__", "exec_module", "load_module"}


def test_importing_every_module_loads_no_sdk(environment: dict[str, str]) -> None:
    names = [f"escalation.{module}" for module in MODULES if module not in TOP]
    code = f"""
import importlib, json, sys
for name in {names!r}:
    importlib.import_module(name)
print(json.dumps({{"modules": sorted(sys.modules)}}))
"""
    loaded = {name.split(".")[0] for name in fresh(code, environment)["modules"]}
    assert not loaded & SDK


@pytest.mark.parametrize("module", MODULES)
def test_nothing_that_is_installed_imports_what_is_not(module: str) -> None:
    roots = {name.split(".")[0] for name, _ in imports(MODULES[module])}
    assert not roots & {"evals", "tests", "benchmarks", "skill", "pytest", "hypothesis", "building", "oracle"}


# --- The tests themselves -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [("192.0.2.1", 9), ("example.com", 80)])
def test_no_test_can_leave_this_machine(address: tuple[str, int]) -> None:
    with socket.socket() as connection, pytest.raises(pytest.fail.Exception, match="may not leave this machine"):
        connection.connect(address)
    with pytest.raises(pytest.fail.Exception, match="may not leave this machine"):
        socket.getaddrinfo(address[0], address[1])
    _forget_attempts()


def _forget_attempts() -> None:
    """These attempts were wanted."""
    hooks = [
        module for name, module in sys.modules.items() if name.endswith("conftest") and hasattr(module, "_attempts")
    ]
    assert hooks
    for module in hooks:
        module._attempts.clear()


def test_a_test_may_talk_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as connection:
        assert connection.getpeername() == server.getsockname()


def test_a_child_process_cannot_leave_this_machine_either(environment: dict[str, str]) -> None:
    code = "import socket; socket.socket().connect(('192.0.2.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 97
    assert b"may not leave this machine" in done.stderr


def test_the_command_under_test_is_the_one_of_this_tree(command: Callable[..., Result]) -> None:
    assert command("--version").stdout == f"escalate, version {escalation.__version__}\n"
