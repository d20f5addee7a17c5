"""Which notes make a case, which are refused, and how many cases they make."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.errors import NothingToAssess
from escalation.readers.offline import read

TODAY = dt.date(2026, 11, 22)
OPEN = [
    "Norvik Ferries. Boarding list prints in the wrong order. I'll fix the template on Monday.",
    "Pascoe Council, planning map. Colours came out wrong, my slip, correcting it Tuesday.",
    "Halder Brewing: would like a dark mode. Told them it is on the wish list. £3,300.",
    "Tarn Optics, €18k. Login page freezes since Thursday, support asked for logs.",
    "Dunmore Trust: first issue is fixed. They also cannot print labels since this morning.",
    "Ask: a named engineer till it's done. Wexley Foods, ARR 90k GBP, orders do not cross into the ERP.",
    "Login works again. The export still fails at Brockton Mills, they type the orders by hand.",
    "Mirelle Cosmetics\n- search: fixed, done\n- invoices: nobody can post any since Wednesday",
    "client wants a copy of the onboarding deck, hanley logistics, 12k",
    "Ferrol Shipping. Yesterday's outage is over, but the root cause is not known and they ask for it.",
]
CLOSED = [
    "Quince Orchards. Picker couldn't log in. Caps lock. Done.",
    "Grieve Attwater: approver had retired, orders could not be approved. Replaced him on Friday, she approved all three. No further action.",
    "Pell Tiles asked for the August invoice. Downloaded and sent, thanked me.",
    "Acme Logistics: the export failed on Monday. It all works again since ten. Nothing further needed.",
    "QBR with Acme Logistics, EUR 40k ARR. All good, usage up, renewal in June, nothing open.",
]


@pytest.mark.parametrize("text", OPEN)
def test_open_matter_is_never_refused(text: str) -> None:
    assert read(text, TODAY).cases


@pytest.mark.parametrize("text", CLOSED)
def test_closed_matter_is_refused(text: str) -> None:
    with pytest.raises(NothingToAssess):
        read(text, TODAY)


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        (
            "Handover, two accounts.\n\nA) Tresco Orchards, 3k. They want the chart in percent.\n\nB) Fiskehallen Grimsund, 67k. Sensors grey since Thursday.",
            ["Tresco Orchards", "Fiskehallen Grimsund"],
        ),
        (
            "Friday wrap, two accounts:\n\nLOAFWRIGHT BAKERIES (18 shops, $27k)\nBake plan lands late, night leads adjust by hand.\n\nQUINCE HOLLOW ORCHARDS (small)\nPicker couldn't log in. Caps lock. Done.",
            ["LOAFWRIGHT BAKERIES"],
        ),
    ],
)
def test_only_accounts_with_something_open_are_cases(text: str, accounts: list[str]) -> None:
    assert [case.account for case in read(text, TODAY).cases] == accounts


def test_currency_is_not_taken_from_another_amount() -> None:
    arr = read("Tarn Optics, 85k a year. Portal is slow. They lost 300 EUR.", TODAY).cases[0].arr
    assert arr is not None
    assert arr.currency == "unknown"
