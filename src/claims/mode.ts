import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { ClaimMode } from './claim.ts';
import { clauseAt, clauseSpan, cuesIn, overlaps, type SentenceView } from './sentence.ts';

/** How far before a figure a denial may stand: 并非 7 亿. */
const DENIAL_REACH = 8;
/** How far before a figure a word of change may stand: 增长了约 32%. */
const CHANGE_REACH = 32;

/** How the figure is meant. `rejectedNext` is set when the next sentence takes this one back (这一说法有误). */
export function claimMode(view: SentenceView, figure: Figure, rejectedNext: boolean): ClaimMode {
  if (view.struck.some((struck) => overlaps(struck, figure))) return 'struck';
  if (rejectedNext || cuesIn(view, view.span, 'rejected').some((cue) => isRejection(view.text, cue)))
    return 'denied';
  const before: Span = { start: view.span.start, end: figure.start };
  if (isDenied(view, figure) || cuesIn(view, before, 'denied-rest').length > 0 || isUnsaid(view, before))
    return 'denied';
  if (isQuestion(view, figure)) return 'question';
  if (cuesIn(view, before, 'hypothetical').length > 0 || isUnreal(view, figure)) return 'hypothetical';
  const clause = clauseSpan(view, figure.start);
  if (opensWithForecast(view)) return 'forecast';
  const nearby: Span = { start: clauseStartBefore(view, figure), end: clause.end };
  if (cuesIn(view, nearby, 'forecast').length > 0) return 'forecast';
  if (cuesIn(view, nearby, 'target').some((cue) => cue.start < figure.start && !isDone(view, cue)))
    return 'target';
  return 'asserted';
}

/** 容易写错 and 别写反 warn of a slip, 高得离谱 and 听着唬人 say how much it is; they say of none that it is wrong. */
export function isRejection(text: string, cue: Span): boolean {
  return !WARNS.test(text.slice(Math.max(0, cue.start - LONGEST_WARNING), cue.start));
}

const LONGEST_WARNING = 14;
const WARNS =
  /(?:容易|最怕|小心|[别勿]|不要|防止|避免|免得|以免|不会|难免|得|得有点|[放扩增壮长][ ]?|[听看]着|乍[一]?[听看]) ?$|\b(?:easily|easy to|often|do not|don't|never) (?:get )?$/i;

/** 已经推广了 500 个: what was aimed at is told as done. */
function isDone(view: SentenceView, cue: Span): boolean {
  return (
    view.text[cue.end] === '了' || /已经? ?$/.test(view.text.slice(Math.max(0, cue.start - 3), cue.start))
  );
}

/** A denial right before the figure, with no other figure between: 不是 10 亿，而是 1 亿 denies the first only. */
function isDenied(view: SentenceView, figure: Figure): boolean {
  if (READ_INSTEAD.test(view.text.slice(figure.end, Math.min(view.span.end, figure.end + 48)))) return true;
  const before: Span = { start: view.span.start, end: figure.start };
  const clause = clauseSpan(view, figure.start);
  if (NEGATED.test(view.text.slice(clause.start, figure.outer.start))) return true;
  return cuesIn(view, before, 'denied').some((cue) => {
    if (figure.outer.start - cue.end > DENIAL_REACH) return false;
    return !view.figures.some((other) => other.start >= cue.end && other.end <= figure.start);
  });
}

/** China's data centres do not run at 1.2: an English negation governs its clause. */
const NEGATED =
  /\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could)(?: not|n['’]t)\b(?! (?:only|just|merely|simply|yet|disclose|say|stop|include|count|even))[^,;:]*$/i;

/** Nobody at iFLYTEK ever said; 没有哪份材料说: what follows was not said. */
function isUnsaid(view: SentenceView, before: Span): boolean {
  return UNSAID.test(view.text.slice(before.start, before.end));
}

const UNSAID =
  /\b(?:nobody|no one|none of|neither|no source|no document|nothing in)\b[^.;:]{0,40}\b(?:sa(?:id|ys?)|claim(?:s|ed)?|suggest(?:s|ed)?|stat(?:es?|ed)|writ(?:es?|ten)|wrote|reported|gives?|shows?)\b|(?:没有|并无|从没|从未)(?:哪|任何|一|人|谁|官方)[^,;。]{0,10}(?:说|称|提|写|显示|支持|证实|承认|宣布|公布)/i;

/** For "6 million times" read "600 million times": what is quoted first gives way to what follows. */
const READ_INSTEAD = /^[^"“”]{0,36}["”],? read\b/;

/** Whether the figure says by how much something rose or fell, or where it ended. */
export function changeOf(view: SentenceView, figure: Figure): 'rise' | 'fall' | null {
  if (figure.kind !== 'percent' && figure.kind !== 'points' && figure.kind !== 'multiple') return null;
  const clause = clauseSpan(view, figure.start);
  const before: Span = {
    start: Math.max(clause.start, figure.outer.start - CHANGE_REACH),
    // What bounds the figure (不低于) is no fall.
    end: figure.outer.start,
  };
  const after: Span = { start: figure.end, end: Math.min(clause.end, figure.end + 24) };
  const cues = [...cuesIn(view, before, 'rise', 'fall')].reverse();
  const cue = cues[0] ?? cuesIn(view, after, 'rise', 'fall').find((hit) => hit.start - figure.end <= 1);
  if (cue === undefined) return null;
  return cue.cue === 'fall' ? 'fall' : 'rise';
}

/** 业内人士预测，… : a forecast word that ends the first clause governs the whole sentence. */
function opensWithForecast(view: SentenceView): boolean {
  const [first] = view.clauses;
  if (first === undefined || view.clauses.length < 2) return false;
  return cuesIn(view, first, 'forecast').some((cue) =>
    /^[\s,:;]*$/.test(view.text.slice(cue.end, first.end)),
  );
}

/** Clauses no longer than this are remarks. */
const SHORTEST_CLAUSE = 5;

/** Start of the clause before the figure's own: a forecast word governs the clause behind it as well. */
function clauseStartBefore(view: SentenceView, figure: Figure): number {
  let index = Math.max(0, clauseAt(view, figure.start) - 1);
  // （未来几年，估）：40–70 亿: what is in a bracket stands in clauses of its own.
  while (index > 0 && (view.clauses[index]?.end ?? 0) - (view.clauses[index]?.start ?? 0) <= SHORTEST_CLAUSE)
    index--;
  return view.clauses[index]?.start ?? view.span.start;
}

/**
 * Whether the figure is asked for or asked about. A question behind it is only a remark on it (…，谁挡得住？), unless it asks whether
 * what was said is so (…，是真的吗？).
 */
function isQuestion(view: SentenceView, figure: Figure): boolean {
  if (view.figures.length > 1 && CHOICES.test(view.text.slice(view.span.start, view.span.end))) return true;
  const clause = clauseSpan(view, figure.start);
  // What an earlier clause asks is asked of the figure only where the sentence is a question.
  const asked: Span = asks(view) ? { start: view.span.start, end: clause.end } : clause;
  if (cuesIn(view, asked, 'question').length > 0) return true;
  if (!asks(view)) return false;
  const last = view.clauses.at(-1) ?? view.span;
  if (figure.start >= last.start || ASKS_FIRST.test(view.text.slice(view.span.start, view.span.start + 12)))
    return true;
  return cuesIn(view, { start: clause.end, end: view.span.end }, 'doubt').length > 0;
}

/** A. 6000 万次 B. 6 亿次; (a) 60 million (b) 600 million; ①30 套 ②300 套: answers to choose from. */
const CHOICES = /(?:^|[\s(（])[aA][.．、)）] ?[^\n]{1,40}?[\s(（][bB][.．、)）]|①[^②]{1,40}②/;

function asks(view: SentenceView): boolean {
  return /[?？]["'”’)）」』]*\s*$/.test(view.text.slice(view.span.start, view.span.end));
}

/** An English question says so with its first word. */
const ASKS_FIRST =
  /^["'“(\s]*(?:did|does|do|is|are|was|were|has|have|had|can|could|would|will|should|how|what|which|who|whose|when|why|where|so)\b/i;

/** 若腾讯做到 3000 个, 只要日活到 10 亿 (but 只要两天); Had Alibaba Cloud grown by 30%: what follows is not so. */
function isUnreal(view: SentenceView, figure: Figure): boolean {
  if (SAMPLE.test(view.text.slice(view.span.start, figure.start))) return true;
  if (CONDITION.test(view.text.slice(figure.end, clauseSpan(view, figure.start).end))) return true;
  if (ONLY_THEN.test(view.text.slice(figure.end, view.span.end))) return true;
  return view.clauses.some(
    (clause) => clause.start <= figure.start && UNREAL.test(view.text.slice(clause.start, clause.start + 12)),
  );
}

/** 比如“Qwen3 累计下载 60 亿次”: an open quotation that is a sample. */
const SAMPLE =
  /(?:比如|例如|譬如|形如|诸如|造句[^"“「]{0,4}|例句[^"“「]{0,4}|\be\.g\.,?|\bfor example,?|\bsuch as|\bfor instance,?) ?["“「『][^"”」』]*$/i;

/** Qwen3 累计下载 60 亿次的话，… */
const CONDITION = /的话[,，、 ]*$/;

/** 要到 30 万人，才谈得上: what it would take. */
const ONLY_THEN = /^[^。;；]{0,6}[,，]? ?才(?:谈得上|称得上|有资格|配得?上|叫得上|轮得到|好意思|敢说)/;

const UNREAL =
  /^["'“(\s]*(?:若(?![干是非按以从])|倘|只要(?![不约]? ?[\d一二两三四五六七八九十几半])|[Hh]ad (?:[A-Z]|i[A-Z]|the [a-z]|its? )|Were (?:[A-Z]|the )|Should (?:[A-Z]|the ))/;
