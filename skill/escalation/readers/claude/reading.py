"""Reads notes with a model."""

from __future__ import annotations

import datetime as dt
from contextlib import closing

from escalation import prompting
from escalation.decision.record import Engine
from escalation.errors import ReaderFailed
from escalation.evidence.notes import Notes
from escalation.policy.model import Policy
from escalation.readers.claude import request
from escalation.readers.claude.access import Access
from escalation.readers.claude.conversation import Conversation
from escalation.readers.claude.settings import Settings
from escalation.readers.claude.transport import Transport
from escalation.readers.reading import WITHOUT_A_MODEL, Reading, Say


class ClaudeReader:
    """Reads by the definitions of one policy; the SDK is loaded while the caller gets the notes."""

    def __init__(self, policy: Policy, settings: Settings, access: Access) -> None:
        """Begin to load the SDK, and make the frozen part of the prompt beside it."""
        self._settings = settings
        self._transport = Transport(settings, access)
        self._frozen = request.system(policy, settings.structured)

    def read(self, notes: Notes, today: dt.date, show: Say) -> Reading:
        """What the model finds in ``notes``; can be called once. Raises ReaderFailed."""
        transport = self._transport
        talk = Conversation(notes, today, self._frozen, self._settings)
        show(f"Waiting for {self._settings.model.name}")
        try:
            with closing(transport):
                outcome = talk.hold(transport.send, lambda text: show(transport.without_secrets(text)))
                endpoint = transport.host
        except ReaderFailed as error:
            raise type(error)(f"{transport.without_secrets(str(error))}\n{WITHOUT_A_MODEL}") from error
        engine = Engine(
            name="claude",
            model=outcome.answer.model or self._settings.model.name,
            endpoint=endpoint,
            prompt_sha256=prompting.sha256(self._frozen),
            schema_sha256=prompting.schema_sha256(),
            request_id=outcome.answer.request_id,
            request_ids=tuple(answer.request_id for answer in outcome.answers if answer.request_id),
            usage=outcome.usage,
        )
        return Reading(outcome.extraction, engine)
