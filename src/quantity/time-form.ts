import type { PeriodPart } from './period.ts';
import type { TimeFields } from './time-fields.ts';

type Draft = { -readonly [K in keyof TimeFields]: TimeFields[K] };

/** Fields as one line for `TimeExpression.form`: `y2025 m9`, `y-1 h1`, `y? m10 end`; two of them with a slash between. */
export function writeForm(first: TimeFields, last: TimeFields | null): string {
  return last === null ? write(first) : `${write(first)}/${write(last)}`;
}

/** Reads what `writeForm` wrote. Null for anything else. */
export function readForm(form: string): { first: TimeFields; last: TimeFields | null } | null {
  const [head, tail, more] = form.split('/');
  const first = head === undefined ? null : read(head);
  const last = tail === undefined ? null : read(tail);
  if (first === null || more !== undefined || (tail !== undefined && last === null)) return null;
  return { first, last };
}

const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`);

function write(fields: TimeFields): string {
  const out: string[] = [];
  if (fields.year === 'open') out.push('y?');
  else if (fields.year === 'next') out.push('y>');
  else if (typeof fields.year === 'number') out.push(`y${fields.year}`);
  else if (fields.year !== null) out.push(`y${signed(fields.year.by)}`);
  if (fields.month !== undefined) out.push(`m${fields.month}`);
  if (fields.monthBy !== undefined) out.push(`m${signed(fields.monthBy)}`);
  if (fields.quarter !== undefined) out.push(`q${fields.quarter}`);
  if (fields.quarterBy !== undefined) out.push(`q${signed(fields.quarterBy)}`);
  if (fields.half !== undefined) out.push(`h${fields.half}`);
  if (fields.day !== undefined) out.push(`d${fields.day}`);
  if (fields.dayBy !== undefined) out.push(`d${signed(fields.dayBy)}`);
  if (fields.part !== undefined) out.push(`part:${fields.part}`);
  if (fields.fiscal === true) out.push('fiscal');
  if (fields.years !== undefined) out.push(`years:${fields.years}`);
  if (fields.precision !== undefined) out.push(`as:${fields.precision}`);
  if (fields.now === true) out.push('now');
  if (fields.last !== undefined) out.push(`last:${fields.last.count}:${fields.last.unit}`);
  if (fields.nearest !== undefined) out.push(`nearest:${fields.nearest}`);
  return out.join(' ');
}

const ABSOLUTE = { y: 'year', m: 'month', q: 'quarter', h: 'half', d: 'day' } as const;
const RELATIVE = { m: 'monthBy', q: 'quarterBy', d: 'dayBy' } as const;

function read(text: string): TimeFields | null {
  const draft: Draft = { year: null };
  for (const token of text.split(' ')) {
    if (!readWord(draft, token) && !readNumber(draft, token)) return null;
  }
  return draft;
}

function readWord(draft: Draft, token: string): boolean {
  const [key, value = '', unit = ''] = token.split(':');
  if (token === 'y?') draft.year = 'open';
  else if (token === 'y>') draft.year = 'next';
  else if (token === 'fiscal') draft.fiscal = true;
  else if (token === 'now') draft.now = true;
  else if (key === 'part' && isPart(value)) draft.part = value;
  else if (key === 'years') draft.years = Number(value);
  else if (key === 'as' && (value === 'decade' || value === 'plan')) draft.precision = value;
  else if (key === 'last') draft.last = { count: Number(value), unit };
  else if (key === 'nearest' && (value === 'before' || value === 'after')) draft.nearest = value;
  else return false;
  return true;
}

const isPart = (value: string): value is PeriodPart =>
  value === 'start' || value === 'middle' || value === 'end';

function readNumber(draft: Draft, token: string): boolean {
  const key = token[0];
  const value = Number(token.slice(1));
  const relative = token[1] === '+' || token[1] === '-';
  if (token.length < 2 || !Number.isInteger(value)) return false;
  if (key === 'y') draft.year = relative ? { by: value } : value;
  else if (relative && (key === 'm' || key === 'q' || key === 'd')) draft[RELATIVE[key]] = value;
  else if (key === 'm' || key === 'q' || key === 'h' || key === 'd') draft[ABSOLUTE[key]] = value;
  else return false;
  return true;
}
