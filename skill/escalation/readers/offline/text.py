"""The notes cut into messages and sentences, each with its place, its words and the day it was written.

Told apart are: prose, lines that a machine wrote, headers of mails, signatures, quoted older mails, rows of tables.
"""
# ruff: noqa: PLR2004 - lengths of lines tell headings, signatures and prose apart.

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from escalation.evidence.quotes import LEAST_CHARACTERS
from escalation.readers.offline.dates import days
from escalation.readers.offline.folding import Folded
from escalation.readers.offline.patterns import Pattern
from escalation.readers.offline.words import word_set

_TOKEN: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)|\d+(?:[.,:/]\d+)*[a-z]*|[^\W\d_]+\d*(?:'[^\W\d_]+)*|[^\w\s]")
_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"')\]]*(?=\s)|\s[-–—>|•*]+(?=\s)|;")
_CLAUSE_MARKS: Final = frozenset(',;:()—–[]"…')
_CLAUSE_WORDS: Final = word_set("""
    but although though whereas however while because
""")
_ABBREVIATIONS: Final = word_set("""
    mr mrs ms dr prof st vs e.g i.e eg ie approx no nr inc ltd etc fig dept est incl excl max min resp p.m a.m ca
    jr sr
""")
_MACHINE: Final = Pattern(
    r"\s*(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\[?\d\d/\w{3}/\d{4}|\d\d:\d\d:\d\d[.,]\d{3}|\[?(?:DEBUG|TRACE|INFO|"
    r"WARN(?:ING)?|ERROR|FATAL)\b|at [\w$.<>]+\([\w.:]*\)|"
    r"Traceback \(|File \"|Caused by: |[\w.]+(?:Exception|Error): |(?:GET|POST|PUT|DELETE|PATCH) /|\{\"|<\?xml|"
    r"[A-Fa-f0-9]{24,}|[\w-]+=\S+ [\w-]+=\S+)"
)
_MACHINE_WORDS: Final = Pattern(
    r"\b(?:GET|POST|PUT|DELETE|PATCH|DEBUG|TRACE|INFO|WARN(?:ING)?|ERROR|FATAL)\b|\b[\w-]+=\S+|\b0x[0-9a-f]+|"
    r"\b[45]\d\d\b"
)
_HEADER: Final = Pattern(
    r"(from|to|cc|bcc|sent|date|subject|betreff|von|an|re|attachments?|importance|priority):(?:\s|$)"
)
_WROTE: Final = Pattern(
    r"(?:on|am)\b.{5,160}\b(?:wrote|writes)\s*:?\s*$|-{2,}\s*(?:original|forwarded) message\s*-{2,}"
)
_SIGN_OFF: Final = Pattern(
    r"(?:with )?(?:my )?(?:kind|best|warm|warmest|kindest|many|all the)?\s*(?:regards|wishes|best|thanks|cheers|"
    r"sincerely|yours(?: \w+){0,2}|warmly|br|rgds|greetings|love)"
    r"(?: and thanks| to you(?: and the team)?| to all)?[,.!]?\s*$|--\s*$|sent from my \w+"
)
_DISCLAIMER: Final = Pattern(
    r"confidentiality notice|intended (?:solely|only|recipient)|(?:this|the information in this) (?:e-?mail|"
    r"message)\b.{0,60}"
    r"(?:confidential|privileged|intended|contain)|consider the environment|unauthori[sz]ed (?:disclosure|use)|"
    r"received (?:it|this \w+) in error|"
    r"registered (?:no|office|in)\b|\bvat (?:no|reg|\d)|limited liability|^\s*(?:t|m|f|tel|phone|mobile|fax|"
    r"www)[.:]? ?\+?[\d( ][\d ()-]{6,}"
)
_LEGALESE: Final = (
    "confiden",
    "privileged",
    "intended",
    "environment",
    "unauthori",
    "error",
    "registered",
    "vat",
    "liability",
    "+",
    "fax",
    "phone",
    "tel",
    "www",
)
_LABEL: Final = Pattern(r"\s*[-*•]?\s*\**([a-z][a-z /&()'-]{1,28}?)\**\s*(?::\**|\s=)\s+(?=\S)")
_OURS: Final = Pattern(
    r"[\s(\[>-]*(?:(?:csm|us|me|we|internal|support|l[123]|note|my (?:own )?notes?|our notes?|note to "
    r"self)\b[^:]{0,25}:|->|my note|\(csm|\(me)"
)
_SPEAKS: Final = Pattern(r"[\s\[(]*(?:\d\d?:\d\d(?::\d\d)?[\])]?\s+)?([a-z][\w.' -]{0,24}?)(?: \(([^)]{1,30})\))?:\s")
_CUSTOMER_MARK: Final = Pattern(r"\b(?:customer|client|cust|user)\b")
_INTRODUCES: Final = Pattern(
    r"\b(?:from|fwd|forwarded|pasted|quote|wrote|mail|email|letter|text|message|copied|note)\b[^:]{0,80}:\s*$|as "
    r"it came|copied in full|as is:?\s*$"
)
_BULLET: Final = Pattern(r"\s*(?:[-*•–>·]+|->|\d{1,2}[.)]|\[[ x]?\])\s+")
_DUE_WORDS: Final = word_set("""
    by before due until till since deadline renewal renews live launch cutoff starts start begins tomorrow from last
    need needs     want wants is are was were has have will must within in
""")
_RECENT: Final = dt.timedelta(60)
_OLDEST: Final = dt.timedelta(200)
_LONGEST: Final = 200
_MOST_CHARACTERS: Final = 1_200


class Message:
    """A stretch of the notes written on one day by one hand; ``depth`` counts the marks of a quoted mail."""

    __slots__ = ("date", "dated", "depth", "has_sender", "number")

    def __init__(self, number: int, date: dt.date, depth: int, *, dated: bool) -> None:
        """Begin the message ``number``."""
        self.number = number
        self.date = date
        self.dated = dated
        self.depth = depth
        self.has_sender = False


class Line(NamedTuple):
    """A line, from after its marks of quotation to its end."""

    start: int
    end: int
    depth: int


class Sentence:
    """A sentence or a cell of a table: its place, its words, and what stands around it.

    ``ours`` unless marks show that the words are not the CSM's or a colleague's.
    """

    __slots__ = (
        "block",
        "clauses",
        "end",
        "ends",
        "heading",
        "label",
        "message",
        "ours",
        "question",
        "start",
        "starts",
        "words",
    )

    def __init__(self, start: int, end: int, message: Message, block: int, label: str) -> None:
        """Begin without words."""
        self.start = start
        self.end = end
        self.message = message
        self.block = block
        self.label = label
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.clauses: list[int] = []
        self.question = False
        self.heading = False
        self.ours = True


class Text:
    """The notes as this reader sees them."""

    def __init__(self, folded: Folded, messages: list[Message], sentences: list[Sentence]) -> None:
        """Keep the parts."""
        self.folded = folded
        self.messages = messages
        self.sentences = sentences

    def quote(self, sentence: Sentence, first: int = 0, last: int = -1) -> str:
        """The notes' words of ``sentence``, cut to what a reader can take in around the words ``first`` to ``last``."""
        start, end = sentence.start, sentence.end
        if end - start > _LONGEST:
            start, end = _window(sentence, first, last if last >= 0 else len(sentence.words) - 1)
        if end - start < LEAST_CHARACTERS:
            start, end = self.folded.widened(start, end, LEAST_CHARACTERS)
        return self.folded.quote(start, end)


def _window(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The clauses around the words ``first`` to ``last``, at most ``_LONGEST`` characters where words allow it."""
    left, right = first, max(first, last)
    if not sentence.words:
        return sentence.start, sentence.start + _LONGEST
    while right - left and sentence.ends[right] - sentence.starts[left] > _LONGEST:
        right -= 1
    moved = True
    while moved:
        moved = False
        if right + 1 < len(sentence.words) and sentence.ends[right + 1] - sentence.starts[left] <= _LONGEST:
            right, moved = right + 1, True
        if left and sentence.ends[right] - sentence.starts[left - 1] <= _LONGEST:
            left, moved = left - 1, True
    return sentence.starts[left], min(sentence.ends[right], sentence.starts[left] + _LONGEST)


def read_text(folded: Folded, today: dt.date) -> Text:
    """Cut the ``folded`` notes into messages and sentences."""
    return _Cutter(folded, today).cut()


def words_of(text: str) -> list[str]:
    """The words of lower-case ``text``, without punctuation."""
    return [word for word in _TOKEN.findall(text) if word[0].isalnum() or word == "%"]


class _Cutter:
    def __init__(self, folded: Folded, today: dt.date) -> None:
        self.folded = folded
        self.lower = folded.lower
        self.today = today
        self.block = 0
        self.messages = [Message(0, today, 0, dated=False)]
        self.by_depth: dict[int, Message] = {0: self.messages[0]}
        self.sentences: list[Sentence] = []
        self.signed = False
        self.in_header = False
        self.columns: list[str] = []
        self.separator = ""
        self.first_line = True
        self.letter = ""
        self.ours = True

    def cut(self) -> Text:
        pending: list[Line] = []
        for line in self._lines():
            if pending and self._continues(pending[-1], line):
                pending.append(line)
                continue
            self._flush(pending)
            pending = [line] if self._is_prose(line) else []
        self._flush(pending)
        self._settle_senders()
        return Text(self.folded, self.messages, self.sentences)

    def _settle_senders(self) -> None:
        """A mail with a sender and nothing quoted beneath it was pasted: it is the customer's."""
        if any(message.depth for message in self.messages):
            return
        for sentence in self.sentences:
            if sentence.message.has_sender and not _OURS.re.match(self.lower, max(0, sentence.start - 1), sentence.end):
                sentence.ours = False

    def _lines(self) -> Iterator[Line]:
        start = 0
        text = self.lower
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            depth, at = 0, start
            while at < end and text[at] in "> ":
                depth += text[at] == ">"
                at += 1
            yield Line(at, end, depth)
            start = end + 1

    def _continues(self, before: Line, line: Line) -> bool:
        """Whether a mail program broke the line in the middle of a sentence."""
        text = self.lower
        if line.start >= line.end or before.depth != line.depth or before.end - before.start < 50:
            return False
        if self.separator or text[before.end - 1] in ".!?:;|>":
            return False
        original = self.folded.text[line.start]
        if _BULLET.re.match(text, line.start, line.end) or _SPEAKS.re.match(
            text, line.start, min(line.end, line.start + 60)
        ):
            return False
        return original.islower() and not self._stamp(line)

    def _is_prose(self, line: Line) -> bool:  # noqa: PLR0911 - one way out for each case
        """Take note of what a line is; True where it is to be read as prose."""
        text = self.lower[line.start : line.end]
        if not text.strip():
            self.block += 1
            self.signed = self.in_header = False
            self.columns, self.separator = [], ""
            return False
        self._follow_depth(line)
        original = self.folded.text[line.start : line.end]
        if len(text) > 12 and self._machine(original):
            self.letter = "" if self.letter == "introduced" else self.letter
            return False
        if any(word in text for word in _LEGALESE) and _DISCLAIMER.re.search(text[:2000]):
            return False
        if self._mail_line(text, line):
            return False
        if self.signed and len(text) < 90 and not _OURS.re.match(text):
            return False
        if len(text) < 40 and _SIGN_OFF.re.match(text.strip()):
            self.signed = True
            self.letter = "" if self.letter == "introduced" else self.letter
            return False
        self.signed = self.in_header = False
        return True

    @staticmethod
    def _machine(original: str) -> bool:
        start = original.lstrip()[:1]
        if not (
            start.isdecimal()
            or start in "[{<"
            or start.isupper()
            or "=" in original
            or original.lstrip().startswith("at ")
        ):
            return False
        if not (
            any(character.isdecimal() for character in original[:200]) or "Traceback" in original
        ) or not _MACHINE.re.match(original):
            return False
        words = [word for word in original.split() if word.isalpha()]
        return (
            (len(_MACHINE_WORDS.re.findall(original[:1000])) > 0 and len(words) < 14)
            or len(words) < 5
            or "Traceback" in original
        )

    def _follow_depth(self, line: Line) -> None:
        known = self.by_depth
        if line.depth not in known:
            self._new_message(known[max(known)].date, line.depth, dated=False)
        for depth in [depth for depth in known if depth > line.depth]:
            if known[depth] is not self.messages[-1] or not line.depth:
                del known[depth]
        self.current = known.get(line.depth) or self.messages[0]

    def _new_message(self, date: dt.date, depth: int, *, dated: bool) -> None:
        self.current = Message(len(self.messages), date, depth, dated=dated)
        self.messages.append(self.current)
        self.by_depth[depth] = self.current

    def _mail_line(self, text: str, line: Line) -> bool:
        if ("wrote" in text or "writes" in text or "message" in text) and _WROTE.re.match(text):
            date = self._date_in(text)
            self._new_message(date or self.today, line.depth + 1, dated=date is not None)
            self.block += 1
            return True
        header = _HEADER.re.match(text) if ":" in text[:14] else None
        if not header or (header[1] == "re" and not self.in_header):
            return False
        if not self.in_header and header[1] in {"from", "sent", "date", "von"} and self.sentences:
            sender = self.current.has_sender
            self._new_message(self.today, line.depth, dated=False)
            self.current.has_sender = sender
            self.block += 1
        self.in_header = True
        self.current.has_sender = self.current.has_sender or header[1] in {"from", "von"}
        if header[1] in {"sent", "date"}:
            date = self._date_in(text[header.end() :])
            if date:
                self.current.date, self.current.dated = date, True
        about = text[header.end() :].strip()
        return not (header[1] == "subject" and not about.startswith(("re:", "fw:", "fwd:", "aw:", "wg:")))

    def _date_in(self, text: str) -> dt.date | None:
        return next((day.date for day in days(words_of(text), self.today, past=True) if day.exact), None)

    def _stamp(self, line: Line) -> tuple[dt.date, int] | None:
        """The date with which a line begins, and where it ends; the line was written on it."""
        text = self.lower[line.start : min(line.end, line.start + 60)]
        tokens = [match for match in _TOKEN.finditer(text) if match[0][0].isalnum()][:8]
        words = [match[0] for match in tokens]
        for day in days(words, self.today, past=True):
            lead = text[: tokens[day.start].start()]
            if day.exact and (
                not lead.strip(" [(*#-•")
                or (day.start <= 2 and re.fullmatch(r"[\w.' ]{2,24}?  +(?:\w+ )?|[\w .']{2,24}[\[(]", lead))
            ):
                if tokens[day.end - 1].end() < len(text) and words[day.start] in {
                    "today",
                    "tomorrow",
                    "yesterday",
                    "this",
                    "the",
                    "next",
                    "end",
                }:
                    return None
                if self.today - day.date > _OLDEST and not any(len(word) == 4 and word.isdecimal() for word in words):
                    return None
                return day.date, line.start + tokens[day.end - 1].end()
            break
        return None

    def _flush(self, lines: list[Line]) -> None:
        if not lines:
            return
        first = lines[0]
        start, end = self._date_message(first), lines[-1].end
        if self._table(start, end):
            return
        label = ""
        if self.columns == [] and (match := _LABEL.re.match(self.lower, start, end)) and len(match[1].split()) <= 4:
            label = match[1]
        before = len(self.sentences)
        self._follow_letter(start, end)
        self.ours = self._by_us(first.start, end) and self._by_us(start, end)
        for place, stop in self._sentences(start, end):
            self._add(place, stop, label if len(self.sentences) == before else "")
        if before < len(self.sentences) and end - start < 90 and self.lower[end - 1] not in ".!?,;":
            self.sentences[before].heading = len(self.sentences) - before <= 2

    def _date_message(self, line: Line) -> int:
        """Date the message by a stamp at the beginning of ``line``, or by the heading; return where the rest begins."""
        stamp = self._stamp(line)
        begins = line.start
        if stamp:
            begins = stamp[1]
            if self.first_line or not self.sentences:
                self.current.date, self.current.dated = stamp[0], True
            elif not (self.current.dated and stamp[0] == self.current.date):
                self._new_message(stamp[0], line.depth, dated=True)
        elif self.first_line:
            self._date_by_heading(line)
        self.first_line = False
        return begins

    def _date_by_heading(self, line: Line) -> None:
        """A heading such as "Call with Ines, Thu 19 Nov" says when it was written; a sentence about a day does not."""
        text = self.lower[line.start : line.end]
        ends = _SENTENCE_END.search(text)
        heading = text[: ends.start()] if ends and ends[0][0] in ".!?" else text
        date = self._date_in(heading) if len(heading) < 120 else None
        recent = date and dt.timedelta(0) <= self.today - date <= _RECENT
        if date and recent and not _DUE_WORDS.intersection(words_of(heading)):
            self.current.date, self.current.dated = date, True

    def _by_us(self, start: int, end: int) -> bool:
        """Whether the words are the CSM's or a colleague's, as far as marks show."""
        head = self.lower[start : min(end, start + 60)]
        if _OURS.re.match(head):
            return True
        speaker = _SPEAKS.re.match(head)
        if _CUSTOMER_MARK.re.search(head[:40]) and (speaker or head.startswith(("[", "("))):
            return False
        if speaker and speaker[2]:
            return False
        return not self.letter and self.current.depth == 0

    def _follow_letter(self, start: int, end: int) -> None:
        """Keep track of a letter that stands in quote marks over several lines, or after "pasted as it came:"."""
        text = self.lower[start:end].strip()
        if self.letter == "ends":
            self.letter = ""
        if text.startswith('"') and text.count('"') % 2 and not self.letter:
            self.letter = "quoted"
        elif self.letter == "quoted" and text.endswith('"'):
            self.letter = "ends"
        elif self.letter == "introduced" and _OURS.re.match(text):
            self.letter = ""
        elif not self.letter and _INTRODUCES.re.search(text[-100:]) and len(text) < 200:
            self.letter = "introduced"

    def _table(self, start: int, end: int) -> bool:
        text = self.lower[start:end]
        separator = (
            "\t"
            if "\t" in self.folded.notes[:200_000] and self._tabs(start, end) >= 3
            else "|"
            if text.count("|") >= 3
            else ""
        )
        if not separator:
            return False
        cells = self._cells(start, end, separator)
        if not self.columns:
            self.columns = [self.lower[cell_start:cell_end].strip() for cell_start, cell_end in cells]
            self.separator = separator
            if sum(len(name.split()) <= 3 for name in self.columns) >= len(self.columns) - 1 and len(self.columns) >= 3:
                return True
            self.columns = [""] * len(cells)
        if set(text) <= set("|-: +="):
            return True
        for place, (cell_start, cell_end) in enumerate(cells):
            label = self.columns[place] if place < len(self.columns) else ""
            spans = list(self._sentences(cell_start, cell_end))
            for at, stop in spans:
                self._add(at, stop, label)
        self.block += 1
        return True

    def _tabs(self, start: int, end: int) -> int:
        return self.folded.quote(start, end).count("\t")

    def _cells(self, start: int, end: int, separator: str) -> list[tuple[int, int]]:
        source = self.folded.quote(start, end) if separator == "\t" else self.lower[start:end]
        if len(source) != end - start:
            source = self.lower[start:end]
        cells, at = [], 0
        for part in source.split(separator):
            cells.append((start + at, start + at + len(part)))
            at += len(part) + 1
        return cells

    def _sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for match in _SENTENCE_END.finditer(self.lower, start, end):
            if self._abbreviated(match):
                continue
            yield from self._pieces(at, match.end())
            at = match.end()
        yield from self._pieces(at, end)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence without end in pieces, so that the time to read it does not grow with its square."""
        while end - start > _MOST_CHARACTERS:
            cut = self.lower.rfind(" ", start + 1, start + _MOST_CHARACTERS)
            cut = cut if cut > start else start + _MOST_CHARACTERS
            yield start, cut
            start = cut
        if start < end:
            yield start, end

    def _abbreviated(self, match: re.Match[str]) -> bool:
        if match[0][0] != "." or len(match[0]) > 1:
            return False
        before = self.lower[max(0, match.start() - 8) : match.start()].split(" ")[-1].lstrip("(\"'\n")
        return before in _ABBREVIATIONS or (
            len(before) == 1 and before.isalpha() and self.folded.text[match.start() - 1].isupper()
        )

    def _add(self, start: int, end: int, label: str) -> None:
        text = self.lower
        while start < end and text[start] in " \n\t>-*•|":
            start += 1
        while end > start and text[end - 1] in " \n\t-|":
            end -= 1
        sentence = Sentence(start, end, self.current, self.block, label)
        sentence.ours = self.ours
        sentence.question = text[start:end].rstrip("\"')] ").endswith("?")
        _tokenize(sentence, text)
        if sentence.words:
            self.sentences.append(sentence)


def _tokenize(sentence: Sentence, text: str) -> None:
    clause = 0
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        word = match[0]
        if word[0].isalnum() or word == "%":
            if word in _CLAUSE_WORDS:
                clause += 1
            sentence.words.append(word)
            sentence.starts.append(match.start())
            sentence.ends.append(match.end())
            sentence.clauses.append(clause)
        elif word in _CLAUSE_MARKS or (word == "-" and text[match.start() - 1 : match.start()] == " "):
            clause += 1
