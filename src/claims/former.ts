import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { Former } from './claim.ts';
import { clauseAt, clauseSpan, contains, cuesIn, residue, type SentenceView } from './sentence.ts';

/** 原来是 82%; 从 19.9% 升到 25.9%: the first is what it was before. */
export function formerOf(view: SentenceView, figure: Figure): Former {
  const clause = clauseSpan(view, figure.start);
  // 改造前合格率：82%: what stands before a colon is the head of what stands behind it.
  const head = view.text[clause.start - 1] === ':' ? clauseSpan(view, clause.start - 1).start : clause.start;
  const before: Span = { start: head, end: figure.start };
  const former = cuesIn(view, before, 'former').filter((cue) => !isMeasuredBy(view, cue));
  // 降到原来的 42%: what was before is what it is measured by.
  if (former.some((cue) => view.text.slice(cue.end, figure.outer.start).trim() !== '的')) return 'words';
  if (opensFormer(view, figure) || BEFORE_BEHIND.test(view.text.slice(figure.end, figure.end + 24)))
    return 'words';
  const isFrom =
    FROM.test(view.text.slice(view.span.start, figure.outer.start)) &&
    view.figures.some((other) => other.start > figure.end && other.unit === figure.unit);
  if (isFrom) return 'words';
  return cuesIn(view, before, 'past-tense').length > 0 ? 'tense' : null;
}

/** 和一年前比涨了一百多倍: what is only compared with is not when it was. */
function isMeasuredBy(view: SentenceView, cue: Span): boolean {
  return /(?:[和与跟同比较]|\b(?:than|versus|vs|against|with|over|to)) ?$/i.test(
    view.text.slice(Math.max(view.span.start, cue.start - 8), cue.start),
  );
}

/** 一年前，豆包日活 5000 万: a short clause that says no more than when. */
function opensFormer(view: SentenceView, figure: Figure): boolean {
  const before = view.clauses[clauseAt(view, figure.start) - 1];
  if (before === undefined || before.end - before.start > 24) return false;
  const cue = cuesIn(view, before, 'former').find((one) => !isMeasuredBy(view, one));
  return (
    cue !== undefined &&
    residue(view, before) <= 2 &&
    !view.figures.some((one) => one.kind !== 'duration' && contains(before, one))
  );
}

/** 82% before the model, 82%（改造前）. */
const BEFORE_BEHIND =
  /^ ?(?:before(?! (?:the end|long))\b|beforehand\b|originally\b|to begin with\b|[(（](?:之前|以前|原来|原先|改造前|上线前|使用前)[)）])/i;

const FROM = /(?:从|(?<![路理自经事])由|\bfrom)[^,;，；]{0,12}$/i;
