"""Signals: the incident, and the topic that is none."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.readers.offline import read

TODAY = dt.date(2026, 11, 22)

INCIDENTS = [
    ("churn_notice", "They have given notice to the end of March."),
    ("churn_notice", "They told me they will not renew."),
    ("churn_notice", "We received a cancellation letter."),
    ("executive_escalation", "Their CEO wrote to our CEO this morning."),
    ("executive_escalation", "Their CFO demands a call with our leadership."),
    ("legal", "Their lawyers sent a letter about it."),
    ("legal", "They claim 40,000 in damages."),
    ("privacy", "A nurse saw records of another clinic's patients."),
    ("privacy", "The payslips were sent to the wrong recipients."),
    ("regulatory", "The regulator asks for the report by Friday."),
    ("safety", "A patient was given the wrong dose because of it."),
    ("security", "Somebody logged in from an unknown country with her account."),
    ("security", "Their API key was leaked on a public page."),
    ("sla_breach", "We breached the SLA for the second month."),
    ("already_escalated", "I escalated it to the VP of engineering on Friday."),
]
TOPICS = [
    ("churn_notice", "They looked at a competitor's product at a fair."),
    ("churn_notice", "If this goes on they would have to cancel the contract."),
    ("churn_notice", "Renewal is in June."),
    ("executive_escalation", "Their CEO joined the call and was friendly."),
    ("legal", "Legal is reviewing the renewal paper."),
    ("privacy", "They asked where the data is hosted and for our GDPR documents."),
    ("regulatory", "They asked whether we are ISO certified."),
    ("safety", "The safety training module has a typo."),
    ("security", "They sent the yearly security questionnaire."),
    ("sla_breach", "They asked what our SLA for tickets is."),
    ("already_escalated", "I opened an ordinary support ticket."),
]


def kinds(text: str) -> set[str]:
    notes = f"Call with Acme Logistics, customer since 2021, EUR 20k ARR. The dashboard is slow. {text}"
    return {signal.kind for signal in read(notes, TODAY).cases[0].signals}


@pytest.mark.parametrize(("kind", "text"), INCIDENTS, ids=lambda value: value)
def test_incident_is_a_signal(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), TOPICS, ids=lambda value: value)
def test_topic_is_no_signal(kind: str, text: str) -> None:
    assert kind not in kinds(text)


FRESH = [
    ("churn_notice", "They won't be renewing when the term ends in May."),
    ("churn_notice", "Their head of IT says they are moving to a competitor in spring."),
    ("churn_notice", "Formal termination arrived by mail on Friday evening."),
    ("legal", "Our solicitors will write to you separately, she says."),
    ("legal", "They reserve all rights, the letter says."),
    ("privacy", "A receptionist saw another clinic's patients in her list."),
    ("privacy", "Three statements were sent to the wrong families."),
    ("privacy", "Staff received the letter of someone else."),
    ("security", "Someone logged in from abroad at night, it wasn't her."),
    ("security", "An old account was used from an overseas address."),
    ("regulatory", "The ICO asked for a report by Friday."),
    ("regulatory", "BaFin wants a written explanation."),
    ("regulatory", "She must inform the federal agency tonight."),
    ("safety", "A carer could have been hurt."),
    ("safety", "One man came fifty minutes late for dialysis."),
    ("sla_breach", "Uptime was below the agreed 99.5 again in October."),
    ("sla_breach", "The contract says four hours, we took eleven hours."),
    ("executive_escalation", "Their CEO asked for ours, by phone."),
    ("executive_escalation", "Their COO wrote to our CEO and our CRO."),
    ("already_escalated", "It is already with engineering, Priya is on it."),
    ("already_escalated", "The incident channel is open since nine."),
]
NEAR_MISSES = [
    ("churn_notice", "Astrid has handed in her notice, her last day is Friday."),
    ("churn_notice", "We gave them short notice of the maintenance."),
    ("churn_notice", "They did not renew the certificate."),
    ("legal", "The GM said lawsuit, about the printer vendor, not us."),
    ("privacy", "She wants to see other customers' calendars in one view."),
    ("security", "The suspicious activity report drops a column."),
    ("security", "They sent a security questionnaire about unauthorised access."),
    ("safety", "Nobody is in danger, the boat work is routine."),
    ("sla_breach", "The SLA was not breached."),
    ("executive_escalation", "I wrote to our CEO about the summer party."),
    ("already_escalated", "Nobody is on it."),
]


@pytest.mark.parametrize(("kind", "text"), FRESH, ids=lambda value: value)
def test_incident_in_other_words_is_a_signal(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), NEAR_MISSES, ids=lambda value: value)
def test_near_miss_is_no_signal(kind: str, text: str) -> None:
    assert kind not in kinds(text)
