from __future__ import annotations

from pathlib import Path

import pytest

from escalation.errors import InvalidPolicy
from escalation.policy import linting
from escalation.policy.linting import lint
from escalation.policy.loading import load


@pytest.mark.parametrize(("name", "floors"), [("default", 11), ("plain", 0)])
def test_a_policy_that_holds_gets_one_line_that_says_what_was_checked(name: str, floors: int) -> None:
    version = load(name).version
    assert lint(name) == f"{name} {version} holds: 625 vectors x 512 sets of signals, {floors} floors checked"


def test_a_policy_that_does_not_load_does_not_pass(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('extends = "default"\n[rates.per_eur]\nUSD = 0\n')
    with pytest.raises(InvalidPolicy, match=r"rates\.per_eur\.USD"):
        lint(str(path))


def test_what_only_the_full_product_shows_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linting, "never_lowered_by_signals", lambda policy: [f"floors: of {policy.id}"])
    with pytest.raises(InvalidPolicy) as refused:
        lint("default")
    assert refused.value.problems == ("floors: of default",)
