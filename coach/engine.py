"""Coach: the engine behind one object. Holds loaded pipelines, dimensions and rules; has no clock and no I/O."""

from __future__ import annotations

import gc
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from coach import advice
from coach.baseline import Baseline, baselines
from coach.collect import collect
from coach.compare import LEAST_WORDS, Comparison, compare, why_unscored
from coach.dimension import Dimension, measured
from coach.document import Document
from coach.encoder import DEFAULT, Encoder, SentenceEncoder
from coach.errors import UnsupportedLanguage
from coach.language import Language
from coach.lessons import Learned, Lessons
from coach.lsm import diagnosis
from coach.measured import Measured
from coach.model import (
    Answer,
    Assessment,
    Confidence,
    Context,
    Measurement,
    Need,
    Reading,
    Sample,
    Suggestion,
)
from coach.passages import forget_patterns
from coach.profile import NOBODY, LanguageProfile, Profile
from coach.reader import Reader
from coach.ready import ReadyProfiles
from coach.relationship.address_due import as_agreed
from coach.relationship.address_ledger import AddressStanding
from coach.relationship.answered import answers
from coach.relationship.needs import needs_of
from coach.rule import Rule
from coach.ruleset import RuleSet
from coach.ruleset import read as read_rules
from coach.situation import Situation
from coach.usual import Usual, apart

HALF_LIFE = timedelta(days=365)
LEFT_TO_COLLECT = 50_000  # objects, not 700: a mail makes thousands that go by themselves; a seventh of learning's time
LEAST_MAILS = 3  # of one person; below that it is said that wider profiles speak


class Coach:
    """Learns how people write and tells how well a draft fits one of them; safe to share between threads.

    Make one with `Coach.load()`; loading the models takes seconds, an assessment milliseconds.
    """

    def __init__(
        self,
        *,
        languages: Mapping[str, Language],
        dimensions: Mapping[str, Dimension],
        rules: RuleSet,
        baseline: Mapping[str, Baseline],
        encoder: Encoder,
        half_life: timedelta = HALF_LIFE,
        min_words: int = LEAST_WORDS,
    ) -> None:
        self.languages = languages
        self.dimensions = {each.name: each for each in dimensions.values()}
        self.rules = rules
        self.half_life = half_life
        self.min_words = min_words
        self._baseline = baseline
        self._encoder = encoder
        self._reader = Reader(languages)
        self._ready = ReadyProfiles()
        self._lessons = Lessons(self._reader, self.dimensions, baseline, half_life)

    @classmethod
    def load(
        cls,
        *,
        encoder: str = DEFAULT,
        languages: Iterable[str] | None = None,
        half_life: timedelta = HALF_LIFE,
        min_words: int = LEAST_WORDS,
        rules: RuleSet | None = None,
    ) -> Coach:
        """A coach with everything that is installed; models load at first use, or ahead of it by `warm_up`.

        `encoder` is "default" or the name or path of a sentence-transformers model; `languages` are codes
        (None: all that there are). A draft of fewer than `min_words` words gets no score. `rules` are those that
        come with Einklang where none are given.
        """
        found = collect("coach.languages", Language)
        wanted = tuple(languages) if languages is not None else tuple(found)
        for code in wanted:
            if code not in found:
                raise UnsupportedLanguage(code, tuple(sorted(found)))
        return cls(
            languages={code: found[code] for code in wanted},
            dimensions=collect("coach.dimensions", Dimension),
            rules=rules or read_rules(),
            baseline=baselines(),
            encoder=SentenceEncoder(encoder),
            half_life=half_life,
            min_words=min_words,
        )

    def warm_up(self, *, encoder: bool = True) -> None:
        """Loads the models now, so that the first text need not wait; `encoder=False` spares its memory."""
        self._reader.load()
        self._reader.read("Ave, quid novi est hodie apud vos?")  # the second opinion on languages loads, too
        if encoder:
            self._encoder.encode(["."])
        # Models are for good: told so, Python's collector no longer walks through them, a tenth of a second each time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(LEFT_TO_COLLECT, *gc.get_threshold()[1:])

    # --- learning ---------------------------------------------------------------------------------------

    def profile(self, samples: Iterable[Sample | str]) -> Profile:
        """The profile of one correspondent from their mails; samples in no supported language are left out.

        A plain text counts as a Sample without date.
        """
        total = Profile()
        for sample, learned in self.observe_all(Sample(each) if isinstance(each, str) else each for each in samples):
            total = self.add(total, learned, sample.date) if learned else total
        return total

    def learn(self, profile: Profile, sample: Sample) -> Profile:
        """The profile with this mail added."""
        return self._with(profile, sample, sign=1)

    def forget(self, profile: Profile, sample: Sample) -> Profile:
        """The profile as if this mail had never been learned: exactly, to the last bit.

        ValueError if more mails are taken out than were learned.
        """
        without = self._with(profile, sample, sign=-1)
        if any(part.samples < 0 for part in without.parts.values()):
            raise ValueError("this mail is not in the profile")
        return without

    def observe(self, sample: Sample) -> Learned | None:
        """What one mail teaches, to be stored and summed; None for a mixed, foreign or empty text."""
        return self._lessons.of(sample)

    def observe_all(self, samples: Iterable[Sample]) -> Iterator[tuple[Sample, Learned | None]]:
        """Each sample with what it teaches, as `observe` has it; quicker, since many are analysed together."""
        return self._lessons.of_all(samples)

    def add(self, profile: Profile, learned: Learned, date: datetime | None, *, sign: int = 1) -> Profile:
        """The profile with (or, `sign=-1`, without) what a mail of this date taught."""
        return self._lessons.added(profile, learned, date, sign=sign)

    def _with(self, profile: Profile, sample: Sample, *, sign: int) -> Profile:
        learned = self.observe(sample)
        return self.add(profile, learned, sample.date, sign=sign) if learned else profile

    # --- measuring --------------------------------------------------------------------------------------

    def measure(self, text: str, language: str | None = None) -> Mapping[str, float]:
        """Every style dimension that is a number, by name, in the dimension's own unit.

        Dimensions that this text does not allow are absent. `formality` and `politeness` rise with more of
        it. Raises UnsupportedLanguage for a `language` that is not supported.
        """
        readings = self.read(text, language)
        return {name: float(each.value) for name, each in readings.items() if not isinstance(each.value, str)}

    def read(self, text: str, language: str | None = None) -> Measurement:
        """Every dimension's reading, forms included, with the words that caused it."""
        return self.readings(self.document(text, language))

    def document(self, text: str, language: str | None = None) -> Document:
        """The analysed text."""
        return self._reader.read(text, self._code(language))

    def read_ahead(self, texts: Iterable[str], *, draft: bool = False) -> None:
        """Analyses mails together that `document` or `observe` (`draft`: `assess`) will be asked for next; that
        halves their time."""
        self._reader.read_ahead(texts, draft=draft)

    def needs(self, text: str, language: str | None = None) -> list[Need]:
        """The questions, requests, wishes and complaints in a mail, in order."""
        return list(needs_of(self.document(text, language)))

    def answered(self, draft: str, reply_to: str, language: str | None = None) -> list[Answer]:
        """Which needs of the mail `reply_to` a draft answers, promises to see to, or leaves open, in order."""
        asking = self.document(reply_to)
        if asking.language is None:
            return []
        written = self._reader.read(draft, self._code(language), draft=True)
        return list(answers(written, needs_of(asking), asking.language, self._encoder))

    @property
    def encoder(self) -> Encoder:
        """What turns sentences into vectors of meaning."""
        return self._encoder

    def readings(self, document: Document, names: Iterable[str] | None = None) -> Measurement:
        """The readings of all dimensions, or of those named, of a text that was analysed."""
        return measured(document, self.dimensions, names)

    # --- assessing --------------------------------------------------------------------------------------

    def assess(
        self,
        text: str,
        profile: Profile | None = None,
        context: Context | str | None = None,
        *,
        wider: Sequence[Profile] = (),
        language: str | None = None,
        now: datetime | None = None,
        rules: tuple[Rule, ...] | None = None,
        away: Collection[str] = (),
    ) -> Assessment:
        """How well a draft fits the customer behind `profile`, why, and what to change.

        `context` is the mail that is answered (its text, or a Context with more). `wider` are profiles of the
        people around this customer, from narrow to wide (their account, a segment), each holding the mail of those
        before it; the less the customer has written, the more they speak. `now` lets old mail count less (by its hour);
        without it only the mails' dates among themselves matter. Only `rules` speak, where they are given, else those
        in force for this customer, without those whose ids are in `away`. Text below the draft (quotes, signature) is
        not judged.
        """
        clock = _Clock()
        known = context if isinstance(context, Context) else Context(context or "")
        draft = self._draft(text, profile, language)
        clock.lap("analysis")
        usual = self._usual(profile or Profile(), wider, draft, now, known)
        asked = self._asked(draft, known)
        clock.lap("context")
        if draft.language is None or usual is None:
            note = why_unscored(draft, (profile or Profile(), *wider))
            none = Confidence.NONE
            suggestions = (
                self._advise(self._situated(draft, known, asked), None, None, rules, away) if draft.language else ()
            )
            clock.lap("suggestions")
            return Assessment(
                None, None, none, draft.told, note, (), suggestions, asked.needs, asked.answers, timings=clock.laps
            )
        compared = self._compare(draft, usual, changes_follow=True)
        clock.lap("score")
        suggestions = self._advise(
            self._situated(draft, known, asked, usual, compared), usual, compared.score, rules, away
        )
        clock.lap("suggestions")
        return Assessment(
            score=compared.score,
            band=compared.band,
            confidence=compared.confidence,
            language=draft.told,
            note=compared.note or ("wider_profile" if usual.part.samples < LEAST_MAILS and usual.wider else None),
            deviations=compared.deviations,
            suggestions=suggestions,
            needs=asked.needs,
            answers=asked.answers,
            diagnosis=diagnosis(draft, usual.part),
            timings=clock.laps,
        )

    def situation(
        self,
        text: str,
        profile: Profile | None = None,
        context: Context | None = None,
        *,
        wider: Sequence[Profile] = (),
        language: str | None = None,
        now: datetime | None = None,
    ) -> Situation | None:
        """What rules and rewriters see of this draft, as `assess` has it; None for a text in no supported language."""
        known = context or Context()
        draft = self._draft(text, profile, language)
        if draft.language is None:
            return None
        usual = self._usual(profile or Profile(), wider, draft, now, known)
        compared = self._compare(draft, usual) if usual else None
        return self._situated(draft, known, self._asked(draft, known), usual, compared)

    def _draft(self, text: str, profile: Profile | None, language: str | None) -> Document:
        draft = self._reader.read(text, self._code(language), draft=True)
        if draft.told is None and profile is not None and len(profile.parts) == 1:
            return self._reader.read(text, next(iter(profile.parts)), draft=True)  # too short to tell: as they write
        return draft

    def _asked(self, draft: Document, known: Context) -> _Asked:
        asking = self._reader.read(known.reply_to) if known.reply_to else None
        if asking is None or asking.language is None:
            return _Asked(asking, asking.once(needs_of) if asking else ())
        needs = asking.once(needs_of)
        return _Asked(asking, needs, answers(draft, needs, asking.language, self._encoder))

    def _situated(
        self,
        draft: Document,
        known: Context,
        asked: _Asked,
        usual: Usual | None = None,
        compared: Comparison | None = None,
    ) -> Situation:
        assert draft.language is not None
        return Situation(
            draft,
            draft.language,
            usual.speaking if usual else NOBODY,
            compared.by_dimension if compared else {},
            self.dimensions,
            known,
            asked.reply,
            asked.needs,
            asked.answers,
            self._encoder,
        )

    def _usual(
        self, profile: Profile, wider: Sequence[Profile], draft: Document, now: datetime | None, known: Context
    ) -> Usual | None:
        if draft.language is None or draft.language.code not in self._baseline:
            return None
        code = draft.language.code
        parts = [each.parts.get(code, NOBODY) for each in (profile, *wider)]
        standing, hour = known.address.get(code), now.replace(minute=0, second=0, microsecond=0) if now else None
        weights = self.rules.weights
        return self._ready.usual(
            parts,
            standing,
            (code, hour, tuple(sorted(weights.items()))),
            lambda: self._made_usual(parts, standing, code, hour, weights),
        )

    def _made_usual(
        self,
        parts: Sequence[LanguageProfile],
        standing: AddressStanding | None,
        code: str,
        now: datetime | None,
        weights: Mapping[str, float],
    ) -> Usual | None:
        part, *others = parts
        usual = Usual(
            as_agreed(part, standing, self.dimensions),
            wider=apart([part, *others]),
            dimensions=self.dimensions,
            baseline=self._baseline[code],
            half_life=self.half_life,
            now=now,
            weights=weights,
        )
        return None if usual.empty else usual

    def _compare(self, draft: Document, usual: Usual, *, changes_follow: bool = False) -> Comparison:
        """How well the draft fits.

        `changes_follow`: what is compared next are changes of this draft, which share what they left as it was.
        """
        readings, _ = self._scored(draft, usual)
        if changes_follow:
            usual.latest = Measured(draft, readings)
        return compare(readings, draft.words, usual, min_words=self.min_words)

    def _compare_change(self, draft: Document, usual: Usual) -> tuple[Comparison, bool]:
        """How well a change of the latest draft fits, and whether its deviations tell where words stand in it; where
        they do not, they tell where these stand in that draft."""
        readings, in_place = self._scored(draft, usual, in_place=False)
        return compare(readings, draft.words, usual, min_words=self.min_words), in_place

    def _scored(self, draft: Document, usual: Usual, *, in_place: bool = True) -> tuple[dict[str, Reading], bool]:
        """The readings that may enter a score, and whether they tell where words stand in this very draft.

        The other dimensions need not be measured for it; what holds from the draft whose changes are tried is not
        measured again.
        """
        again = usual.latest.again(draft, usual.scored, in_place=in_place) if usual.latest else {}
        if not again:
            return dict(self.readings(draft, [each.name for each in usual.scored])), True
        fresh = self.readings(draft, [each.name for each in usual.scored if each.name not in again])
        both = ((each.name, again.get(each.name) or fresh.get(each.name)) for each in usual.scored)
        return {name: reading for name, reading in both if reading is not None}, in_place or not again

    def use(self, rules: RuleSet) -> None:
        """Puts other rules in force; an assessment under way ends with those it began with."""
        if rules.rules is not self.rules.rules:
            forget_patterns()
        self.rules = rules

    def _advise(
        self,
        situation: Situation,
        usual: Usual | None,
        score: float | None,
        rules: tuple[Rule, ...] | None,
        away: Collection[str],
    ) -> tuple[Suggestion, ...]:
        found, context = self.rules, situation.context
        return advice.suggestions(
            situation,
            found.of(context.segment, context.mailbox) if rules is None else rules,
            score,
            _Trials(self, situation, usual),
            most=found.hints.most,
            away=away,
        )

    def _code(self, language: str | None) -> str | None:
        """ "de" for "de", "DE" or "de-AT"; raises UnsupportedLanguage for what is not analysed."""
        if language is None:
            return None
        code = language.replace("_", "-").split("-")[0].lower()
        if code not in self.languages:
            raise UnsupportedLanguage(language, tuple(sorted(self.languages)))
        return code


@dataclass(frozen=True, slots=True)
class _Trials:
    """Changed drafts of one assessment, read and scored as the draft itself."""

    coach: Coach
    before: Situation
    usual: Usual | None
    _compared: dict[str, Comparison] = field(default_factory=dict)  # those whose deviations tell places in their text

    def scores(self, texts: Sequence[str]) -> list[float | None]:
        assert self.usual is not None
        self.coach._reader.read_ahead(texts, self.before.language.code, draft=True)
        return [self._score(text, self.usual) for text in texts]

    def _score(self, text: str, usual: Usual) -> float | None:
        compared, in_place = self.coach._compare_change(self._read(text), usual)
        if in_place:
            self._compared[text] = compared
        return compared.score

    def situation(self, text: str) -> Situation:
        draft, before = self._read(text), self.before
        needs, compared = before.needs, self._compared.get(text)
        if compared is None and self.usual:
            compared = self.coach._compare(draft, self.usual)
        asked_in = before.reply.language if before.reply else None
        found = answers(draft, needs, asked_in, self.coach._encoder) if asked_in else ()
        asked = _Asked(before.reply, needs, found)
        return self.coach._situated(draft, before.context, asked, self.usual, compared)

    def _read(self, text: str) -> Document:
        return self.coach._reader.read(text, self.before.language.code, draft=True)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The mail that is answered, what it asks for, and how each need stands in the draft."""

    reply: Document | None = None
    needs: tuple[Need, ...] = ()
    answers: tuple[Answer, ...] = ()


class _Clock:
    """Milliseconds between laps; a stopwatch, not a calendar."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = 1000.0 * (now - self._last)
        self._last = now
