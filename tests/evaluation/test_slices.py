"""Which tags a case has."""

from __future__ import annotations

import pytest

from evals.measuring.slices import near_a_cut, tags
from evaluation.building import POLICY, base, label

pytestmark = pytest.mark.tree


def test_tags_come_from_notes_and_label() -> None:
    found = set(tags(base(), label(), POLICY))

    assert {"up to 100 words", "ARR stated", "without a signal", "one problem", "raters agreed"} <= found
    assert "written by hand z (model)" in found


@pytest.mark.parametrize(("capability", "near"), [(4, True), (3, True), (2, False), (5, False)])
def test_a_total_next_to_another_band_is_near_a_cut(capability: int, near: bool) -> None:  # noqa: FBT001
    # 14 + 4 = 18 and 14 + 3 = 17 touch; 14 + 2 = 16 and 14 + 5 = 19 do not.
    assert near_a_cut(label(CC=capability, CC_accept=(capability,)), POLICY) is near
