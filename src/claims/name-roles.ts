import type { Span } from '../text/folded-text.ts';
import type { NameHit } from './name-scan.ts';
import { cuesIn, residue, type SentenceView } from './sentence.ts';

/** What a name does in its sentence besides naming: it says so, it is where something is, it is compared with. */
export type NameRole = 'plain' | 'says' | 'at' | 'compare';

/** The roles of all names of a sentence, by index. */
export function nameRoles(view: SentenceView): readonly NameRole[] {
  const roles: NameRole[] = [];
  view.names.forEach((name, index) => {
    const role = roleOf(view, name);
    const before = view.names[index - 1];
    // By contrast to Qwen and Llama: both are compared with.
    const isJoined =
      roles[index - 1] === 'compare' &&
      before !== undefined &&
      JOINED.test(view.text.slice(before.end, name.start));
    roles.push(role === 'plain' && isJoined ? 'compare' : role);
  });
  return roles;
}

const JOINED = /^ ?(?:[、&和与及跟]|and\b|or\b|以及|或) ?$/;

function roleOf(view: SentenceView, name: NameHit): NameRole {
  const before = { start: Math.max(view.span.start, name.start - 20), end: name.start };
  const behind = { start: name.end, end: Math.min(view.span.end, name.end + 10) };
  const near = (kind: 'says-before' | 'at-before' | 'compare', gap: number) =>
    cuesIn(view, before, kind).some((cue) => name.start - cue.end <= gap);
  if (near('says-before', 2)) return 'says';
  if (near('compare', 2)) return 'compare';
  const saying = cuesIn(view, behind, 'says').find((cue) => cue.start - name.end <= 6);
  if (saying !== undefined && residue(view, { start: name.end, end: saying.start }) <= 4) return 'says';
  if (
    cuesIn(view, behind, 'compare').some(
      (cue) => cue.start - name.end <= 2 && /^[相不]/.test(view.text.slice(cue.start)),
    )
  ) {
    return 'compare';
  }
  if (near('at-before', 2)) return 'at';
  if (/^ ?(?:平台)?[上里中内](?!下)/.test(view.text.slice(name.end, name.end + 6))) return 'at';
  return 'plain';
}

export function isMeasure(view: SentenceView, name: Span): boolean {
  return cuesIn(view, { start: name.end, end: name.end + 8 }, 'measure').some(
    (cue) => cue.start - name.end <= 1,
  );
}
