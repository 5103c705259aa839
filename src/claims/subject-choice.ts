import type { Entity, EntityKind } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { Origin } from './claim.ts';
import { type CueKind, KIND_CUES } from './cues.ts';
import type { Knowledge } from './knowledge.ts';
import { isMeasure, type NameRole } from './name-roles.ts';
import { isWordCode, type NameHit } from './name-scan.ts';
import { clauseAt, clauseSpan, contains, cuesIn, residue, type SentenceView } from './sentence.ts';
import { matchSeries, type ScopeNames, type SeriesMatch } from './series-match.ts';

export interface SubjectChoice {
  readonly entity: string;
  readonly variant: string;
  readonly origin: Origin;
  readonly span: Span | null;
  readonly match: SeriesMatch | null;
}

const ROLE_COST: Readonly<Record<NameRole, number>> = { plain: 0, says: 14, at: 10, compare: 24 };
const CLAUSE_COST = 10;
const AFTER_COST = 14;
/** Unknown characters that a clause may hold before a figure and still speak of the clause before. */
const OPEN_RESIDUE = 2;
/** And behind a pronoun, which says that it does. */
const PRONOUN_RESIDUE = 3;
/** And behind a relative pronoun, which stands right behind the name. */
const RELATIVE_RESIDUE = 8;

/** Somebody whom no name beside the figure says. */
export function impliedSubject(entity: string, match: SeriesMatch): SubjectChoice {
  return { entity, variant: '', origin: 'implied', span: null, match };
}

/**
 * The known name that the figure of this metric belongs to, or null. A name qualifies when a series of it (or of its family) fits,
 * and when every name that stands nearer to the figure is accounted for: as part of the scope, as the one who says so, as kin.
 */
export function chooseSubject(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  metric: string,
  knowledge: Knowledge,
  scope: ScopeNames,
): SubjectChoice | null {
  const ranked = rankNames(view, roles, figure);
  for (const { name, index } of ranked) {
    if (name.entity === null || isOnlyCompared(roles[index], name, figure)) continue;
    const match = matchSeries(knowledge, name.entity, metric, scope);
    if (match === null) continue;
    if (!nearerNamesExplained(view, roles, figure, index, match, knowledge)) continue;
    return choice(view, figure, name, match);
  }
  return null;
}

/** What the sentence compares with has no figure of its own, unless one stands right behind it (比起 Llama 的 2.7 万). */
function isOnlyCompared(role: NameRole | undefined, name: Span, figure: Figure): boolean {
  const gap = figure.outer.start - name.end;
  return role === 'compare' && (gap < 0 || gap > BESIDE);
}

const BESIDE = 4;

/**
 * For sentences turned round: 累计下载 6 亿次以上，Qwen3 交出这样的成绩. Only when nobody is named up to the figure and the next clause,
 * which has no figure of its own, names just one.
 */
export function subjectBehind(
  view: SentenceView,
  figure: Figure,
  metric: string,
  knowledge: Knowledge,
  scope: ScopeNames,
): SubjectChoice | null {
  const own = clauseAt(view, figure.start);
  const next = view.clauses[own + 1];
  if (next === undefined || view.names.some((name) => name.start < next.start)) return null;
  if (view.figures.some((other) => contains(next, other))) return null;
  if (residue(view, { start: view.span.start, end: figure.start }) > 1) return null;
  const named = view.names.filter((name) => contains(next, name));
  const found = named.flatMap((name) => {
    const match = name.entity === null ? null : matchSeries(knowledge, name.entity, metric, scope);
    return match === null ? [] : [{ name, match }];
  });
  const [only] = found;
  if (found.length !== 1 || only === undefined || named.some((name) => name.entity === null)) return null;
  return { ...choice(view, figure, only.name, only.match), origin: 'sentence' };
}

/** Any name before the figure that has a series of the metric, when nobody unknown stands nearer and it is nobody else's. */
export function anySubject(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  metric: string,
  knowledge: Knowledge,
  scope: ScopeNames,
): SubjectChoice | null {
  const own = clauseSpan(view, figure.start);
  const hasNameBefore = view.names.some(
    (name, index) => name.start < figure.start && mayHaveFigures(name, roles[index], knowledge),
  );
  let passed = false;
  const ranked: readonly Pick<Ranked, 'name' | 'index'>[] = hasNameBefore
    ? rankNames(view, roles, figure)
    : view.names.map((name, index) => ({ name, index }));
  for (const { name, index } of ranked) {
    if (name.entity === null) return null;
    if (name.start > figure.start && hasNameBefore) continue;
    // DeepSeek only comes fourth: a name of its kind that opens the clause is not passed over.
    const isActor = COMMON_KINDS.has(knowledge.entity(name.entity)?.kind ?? 'place');
    if (passed && isActor && !contains(own, name)) return null;
    passed ||= isActor && contains(own, name) && roles[index] === 'plain';
    // What Chinese programmers did, China did.
    const named = knowledge.entity(name.entity);
    const places = named?.kind === 'group' ? (named.relations['located-in'] ?? []) : [];
    const match = [name.entity, ...places]
      .map((id) => matchSeries(knowledge, id, metric, scope))
      .find((one) => one !== null);
    if (match === undefined || match === null) continue;
    const between = { start: Math.min(name.end, figure.end), end: Math.max(name.start, figure.start) };
    return cuesIn(view, between, 'other-party').length > 0 ? null : choice(view, figure, name, match);
  }
  return null;
}

/** Whether somebody may have figures of its own: no report, no one who only says so, no scenario that figures are restricted to. */
function mayHaveFigures(name: NameHit, role: NameRole | undefined, knowledge: Knowledge): boolean {
  if (name.entity === null) return true;
  if (role === 'says') return false;
  return (
    !TELLERS.has(knowledge.entity(name.entity)?.kind ?? 'organisation') && !knowledge.isScopeOnly(name.entity)
  );
}

/** The name that most likely carries the figure when no series is known: for claims that stay unverified. */
export function likelySubject(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  knowledge: Knowledge,
): SubjectChoice | null {
  for (const { name, index } of rankNames(view, roles, figure)) {
    if (roles[index] !== 'plain') continue;
    if (name.entity === null) return null;
    if (!mayHaveFigures(name, roles[index], knowledge)) continue;
    const between = { start: Math.min(name.end, figure.start), end: figure.start };
    if (cuesIn(view, between, 'other-party').length > 0) return null;
    if (
      clauseAt(view, name.start) !== clauseAt(view, figure.start) &&
      !isOpen(view, figure, knowledge.entity(name.entity), null)
    )
      return null;
    return choice(view, figure, name, null);
  }
  return null;
}

function choice(view: SentenceView, figure: Figure, name: NameHit, match: SeriesMatch | null): SubjectChoice {
  const origin = clauseAt(view, name.start) === clauseAt(view, figure.start) ? 'clause' : 'sentence';
  return {
    entity: name.entity ?? '',
    variant: name.variant,
    origin,
    span: { start: name.start, end: name.end },
    match,
  };
}

interface Ranked {
  readonly name: NameHit;
  readonly index: number;
  readonly cost: number;
}

function rankNames(view: SentenceView, roles: readonly NameRole[], figure: Figure): readonly Ranked[] {
  const own = clauseAt(view, figure.start);
  const ranked: Ranked[] = [];
  view.names.forEach((name, index) => {
    const clause = clauseAt(view, name.start);
    const before = name.start < figure.start;
    if (!before && clause !== own) return;
    const gap = before ? figure.outer.start - name.end : name.start - figure.end;
    const beside = before ? gap <= 2 : isSetAgainst(view, figure, name);
    const role = beside ? 0 : ROLE_COST[roles[index] ?? 'plain'];
    ranked.push({
      name,
      index,
      cost: gap * 0.1 + (own - clause) * CLAUSE_COST + (before || beside ? 0 : AFTER_COST) + role,
    });
  });
  return ranked.sort((a, b) => a.cost - b.cost);
}

/** Against 113,000 on Qwen: what is compared with has its figure before its name. */
function isSetAgainst(view: SentenceView, figure: Figure, name: Span): boolean {
  const before: Span = { start: Math.max(view.span.start, figure.outer.start - 16), end: figure.outer.start };
  const compared = cuesIn(view, before, 'compare').some((cue) => figure.outer.start - cue.end <= 1);
  return (
    compared &&
    /^ (?:on|for|at|from|by|of) $/i.test(view.text.slice(Math.max(figure.end, figure.outer.end), name.start))
  );
}

function nearerNamesExplained(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  chosen: number,
  match: SeriesMatch,
  knowledge: Knowledge,
): boolean {
  const subject = view.names[chosen];
  if (subject === undefined || subject.entity === null) return false;
  const own = clauseSpan(view, figure.start);
  const before = subject.start < figure.start;
  if (isHadByOther(view, subject)) return false;
  const between: Span = before
    ? { start: subject.end, end: figure.start }
    : { start: own.start, end: subject.start };
  const inOwnClause = contains(own, subject);
  if (
    before &&
    !inOwnClause &&
    !isRelative(view, subject, { start: own.start, end: figure.start }) &&
    !isOpen(view, figure, knowledge.entity(subject.entity), match.series.metric)
  ) {
    if (
      !speaksOfPlace(subject.entity, match, knowledge) &&
      !isOnlyOne(view, subject.entity, { start: own.start, end: figure.start }, own, match, knowledge)
    )
      return false;
  }
  const others = cuesIn(view, before ? between : { start: own.start, end: figure.start }, 'other-party');
  if (others.length > 0) return false;
  return namesExplained(view, roles, between, subject.entity, match, knowledge);
}

/** 另一家公司的轻量级框架, a rival's model: it is named, and it is somebody else's. */
function isHadByOther(view: SentenceView, subject: Span): boolean {
  const before: Span = { start: Math.max(view.span.start, subject.start - 16), end: subject.start };
  return cuesIn(view, before, 'other-party').some(
    (cue) =>
      /(?:的|'s) ?$/.test(view.text.slice(cue.end, subject.start)) &&
      residue(view, { start: cue.end, end: subject.start }) <= 1,
  );
}

/** Whether every name in the stretch plays another part than that of the subject. */
export function namesExplained(
  view: SentenceView,
  roles: readonly NameRole[],
  stretch: Span,
  subject: string,
  match: SeriesMatch,
  knowledge: Knowledge,
): boolean {
  return view.names.every(
    (name, index) =>
      !contains(stretch, name) ||
      (isExplained(name, roles[index] ?? 'plain', subject, match, knowledge, view) &&
        !speaksOfItself(view, name, roles[index] ?? 'plain', subject, stretch)),
  );
}

/** Hikvision says its cameras are in 85 % of them: who says so speaks of its own. */
function speaksOfItself(
  view: SentenceView,
  name: NameHit,
  role: NameRole,
  subject: string,
  stretch: Span,
): boolean {
  if (role !== 'says' || name.entity === subject) return false;
  const clause = clauseSpan(view, stretch.end - 1);
  return cuesIn(view, { start: Math.max(name.end, clause.start), end: stretch.end }, 'pronoun').some((cue) =>
    POSSESSIVE.test(view.text.slice(cue.start, cue.end)),
  );
}

const POSSESSIVE = /^(?:its|their|其|它的|他们)$/i;

/** Llama, which in mid-2025 could boast some 27,000: the clause is about the name right before it. */
function isRelative(view: SentenceView, name: Span, stretch: Span): boolean {
  const head = RELATIVE.exec(view.text.slice(name.end, stretch.end));
  if (head === null || name.end + head[0].length < stretch.start) return false;
  return residue(view, { start: name.end + head[0].length, end: stretch.end }) <= RELATIVE_RESIDUE;
}

const RELATIVE = /^,? (?:and |but )?(?:which|who|whose)\b/;

/** What is measured of one country only is its figure wherever the sentence names it: 国内指出，智能算力年增长约 43%. */
function speaksOfPlace(subject: string, match: SeriesMatch, knowledge: Knowledge): boolean {
  if (knowledge.entity(subject)?.kind !== 'place') return false;
  return knowledge.seriesOfMetric(match.series.metric).every((series) => series.subject === subject);
}

/**
 * Whether nobody else has the metric that the clause names, and the clause says little besides: 深圳团队用 SenseStudio 做检测系统，从动手到
 * 上线用了 28 天.
 */
function isOnlyOne(
  view: SentenceView,
  subject: string,
  stretch: Span,
  clause: Span,
  match: SeriesMatch,
  knowledge: Knowledge,
): boolean {
  const { metric } = match.series;
  // A stranger may well have a revenue or a model too.
  if (COMMON_KINDS.has(knowledge.entity(subject)?.kind ?? 'organisation')) return false;
  if (!knowledge.seriesOfMetric(metric).every((series) => series.subject === subject)) return false;
  if (!view.triggers.some((trigger) => trigger.id === metric && contains(clause, trigger))) return false;
  return residue(view, stretch) <= ONLY_ONE_RESIDUE;
}

/** Who tells of others' figures and has none. */
const TELLERS: ReadonlySet<EntityKind> = new Set(['person', 'report', 'media']);
const COMMON_KINDS: ReadonlySet<EntityKind> = new Set(['organisation', 'family', 'model', 'person']);
/** Unknown characters that a clause may hold before the figure of a metric that only one subject has. */
const ONLY_ONE_RESIDUE = 8;

function isExplained(
  name: NameHit,
  role: NameRole,
  subject: string,
  match: SeriesMatch,
  knowledge: Knowledge,
  view: SentenceView,
): boolean {
  if (role === 'says' || role === 'at') return true;
  const { entity } = name;
  // A bracketed gloss (通义千问 (Tongyi)) says nothing new, unless it says by whose count.
  if (entity === null) return view.text[name.start - 1] === '(' && !isMeasure(view, name);
  if (entity === subject || Object.values(match.series.scope).includes(entity)) return true;
  if (role === 'compare') return false;
  const found = knowledge.entity(entity);
  if (found !== undefined && TELLERS.has(found.kind)) return true;
  // The AI Index that Stanford put out: who publishes a report that is named tells through it.
  const isPublisher = view.names.some(
    (other) =>
      other.entity !== null &&
      TELLERS.has(knowledge.entity(other.entity)?.kind ?? 'organisation') &&
      knowledge.related(other.entity, entity),
  );
  if (isPublisher) return true;
  if (found?.kind === 'place') return knowledge.isWithin(subject, entity);
  return knowledge.related(subject, entity);
}

/** Whether the figure's clause names nothing of its own before the figure, so that it speaks of `topic`, named in a clause before. */
function isOpen(
  view: SentenceView,
  figure: Figure,
  topic: Entity | undefined,
  metric: string | null,
): boolean {
  const clause = clauseSpan(view, figure.start);
  return opensOn(view, { start: clause.start, end: figure.start }, topic, metric);
}

/**
 * Whether a stretch of text speaks of a topic named before it: by a pronoun at its head (其, it), by the word for what the topic is
 * (该平台, the company), or by naming nothing at all.
 */
export function opensOn(
  view: SentenceView,
  stretch: Span,
  topic: Entity | undefined,
  metric: string | null,
): boolean {
  const [pronoun] = cuesIn(view, stretch, 'pronoun');
  if (pronoun !== undefined && residue(view, { start: stretch.start, end: pronoun.start }) === 0) {
    // Its neighbour's figure is the neighbour's.
    return residue(view, { start: pronoun.end, end: stretch.end }) <= PRONOUN_RESIDUE;
  }
  const pointed = pointedKind(view, stretch, metric);
  if (pointed !== null) return topic !== undefined && pointed.has(KIND_CUES[topic.kind] ?? 'transparent');
  return residue(view, stretch) <= OPEN_RESIDUE;
}

/** The kinds that a demonstrative at the head of a stretch points at (该平台); null when none stands there. */
function pointedKind(view: SentenceView, stretch: Span, metric: string | null): ReadonlySet<CueKind> | null {
  const heads = cuesIn(view, stretch, 'demonstrative').filter(
    (cue) => residue(view, { start: stretch.start, end: cue.start }) === 0 && !isInsideName(view, cue),
  );
  const end = Math.max(-1, ...heads.filter((cue) => cue.start === heads[0]?.start).map((cue) => cue.end));
  if (end === -1) return null;
  const kinds = view.cues.filter(
    (cue) => cue.cue.startsWith('kind-') && cue.start >= end && cue.start - end <= 1,
  );
  const own = view.triggers.filter((trigger) => trigger.id === metric);
  if (own.some((trigger) => trigger.start >= end && trigger.start - end <= 1)) return null;
  // "The cumulative downloads" points at nothing.
  if (kinds.length === 0 && isWordCode(view.text.charCodeAt(end - 1))) return null;
  return new Set(kinds.map((cue) => cue.cue));
}

function isInsideName(view: SentenceView, span: Span): boolean {
  return view.names.some((name) => name.entity !== null && contains(name, span));
}
