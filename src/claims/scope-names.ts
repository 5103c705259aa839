import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import { type Knowledge, WORLD } from './knowledge.ts';
import { isMeasure, type NameRole } from './name-roles.ts';
import { clauseAt, clauseSpan, contains, residue, type SentenceView } from './sentence.ts';
import { BEHIND_FIGURE, type ScopeNames, WORLDWIDE } from './series-match.ts';

/** Unknown characters that a clause may hold which says no more than where. */
const OPEN_RESIDUE = 2;

/** What the names of the sentence may restrict the figure to. */
export function scopeNames(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  knowledge: Knowledge,
  context: readonly string[],
): ScopeNames {
  const named = new Map<string, number>(context.map((id) => [id, CONTEXT_DISTANCE]));
  const platforms = new Set<string>();
  const regions = new Set<string>();
  view.names.forEach((name, index) => {
    if (name.entity === null) {
      if (isMeasure(view, name) || isPlatformOfStranger(view, name, figure))
        platforms.add(view.text.slice(name.start, name.end));
      return;
    }
    const distance = distanceOf(view, name, figure);
    named.set(name.entity, Math.min(named.get(name.entity) ?? BEHIND_FIGURE, distance));
    if (distance === BEHIND_FIGURE) return;
    const kind = knowledge.entity(name.entity)?.kind;
    if (kind === 'platform' && roles[index] === 'at') platforms.add(name.entity);
    if (kind === 'place' && restricts(view, name, roles[index] ?? 'plain', figure)) regions.add(name.entity);
    if (name.entity === WORLD && isRightBefore(view, index)) regions.add(WORLDWIDE);
  });
  return { named, platforms, regions };
}

/** 全球 right before the name of a thing of one country makes it another thing: 全球人工智能核心产业. */
function isRightBefore(view: SentenceView, index: number): boolean {
  const name = view.names[index];
  const next = view.names[index + 1];
  return name !== undefined && next !== undefined && next.start - name.end <= 1;
}

/**
 * A place restricts the figures of its clause. It restricts those of the next one as well when it stands alone (在美国，…), or when
 * that clause names nobody and goes on about the one in it (阿里云在欧洲的营收，2025 财年大约…).
 */
function restricts(view: SentenceView, place: Span, role: NameRole, figure: Figure): boolean {
  const clauses = clauseAt(view, figure.start) - clauseAt(view, place.start);
  if (clauses !== 1) return clauses === 0;
  const clause = clauseSpan(view, place.start);
  // 美国占了九个，中国只剩一个: what has a figure of its own has said its say.
  if (view.figures.some((other) => contains(clause, other))) return false;
  const alone = view.names.every((name) => name.start === place.start || !contains(clause, name));
  if (alone && residue(view, clause) <= OPEN_RESIDUE) return true;
  const own = clauseSpan(view, figure.start);
  return role === 'at' && !view.names.some((name) => contains(own, name) && name.start < figure.start);
}

/** More than a name behind a figure in its clause. */
const TAKEN_DISTANCE = 200;

/** Names in headings restrict a figure less than any in its sentence. */
const CONTEXT_DISTANCE = 800;

function distanceOf(view: SentenceView, name: Span, figure: Figure): number {
  if (name.end <= figure.start) {
    const clause = clauseSpan(view, name.start);
    // 400 TWh in the medium scenario, 700 TWh in the high one: what has its figure already speaks of the next one less.
    const taken =
      !contains(clause, figure) && view.figures.some((other) => contains(clause, other)) ? TAKEN_DISTANCE : 0;
    return Math.min(figure.start - name.end + taken, CONTEXT_DISTANCE - 1);
  }
  const sameClause = clauseAt(view, name.start) === clauseAt(view, figure.start);
  return sameClause
    ? Math.min(100 + Math.max(0, name.start - figure.end), CONTEXT_DISTANCE - 1)
    : BEHIND_FIGURE;
}

/** 12 million pulls on Ollama, 在 Ollama 上: a place that nobody here knows restricts the figure all the same. */
function isPlatformOfStranger(view: SentenceView, name: Span, figure: Figure): boolean {
  if (clauseAt(view, name.start) !== clauseAt(view, figure.start)) return false;
  const before = view.text.slice(Math.max(0, name.start - 5), name.start);
  return (
    /\bon $/i.test(before) || (/在 ?$/.test(before) && /^ ?上/.test(view.text.slice(name.end, name.end + 2)))
  );
}
