import type { Block } from './block.ts';
import { lineAfter, lineEndAt } from './block-starts.ts';

/** What a note says about itself, as written: nothing is parsed, quotes are taken off. */
export interface FrontMatter {
  readonly title: string | null;
  /** The date for which the note speaks; of several the one that says publication. */
  readonly date: string | null;
  readonly tags: readonly string[];
}

/** Keys in the order in which they are preferred, in lower case. */
const DATE_KEYS = [
  'date',
  'published',
  'publishdate',
  'pubdate',
  '日期',
  '发布日期',
  'updated',
  'lastmod',
  'modified',
  'created',
];
const TITLE_KEYS = ['title', '标题', '標題'];
const TAG_KEYS = ['tags', 'keywords', '标签', '標籤'];

const KEY_START = /^[^\s#'"-]/;

/** Longer lines than this are no metadata that a note is read by. */
const MAX_LINE = 2000;

/**
 * Reads title, date and tags from a front matter block, line by line: keys at the margin, values on their line, lists in
 * brackets or as dashed lines below. What else YAML can say is not understood and passed over.
 */
export function readFrontMatter(source: string, block: Block): FrontMatter {
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  let list: string[] | null = null;
  for (let at = block.start; at < block.end; ) {
    const end = Math.min(lineEndAt(source, at), block.end);
    const line = source.slice(at, Math.min(end, at + MAX_LINE));
    at = lineAfter(source, end);
    const item = /^\s*-\s+(\S.*)$/.exec(line)?.[1];
    if (item !== undefined && list !== null) {
      list.push(plainValue(item));
      continue;
    }
    const colon = line.search(/[:：]/);
    const key = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
    if (key === '' || !KEY_START.test(key)) continue;
    const value = line.slice(colon + 1).trim();
    list = [];
    if (!lists.has(key)) lists.set(key, list);
    if (value !== '' && !values.has(key)) values.set(key, value);
  }
  return { title: scalar(values, TITLE_KEYS), date: scalar(values, DATE_KEYS), tags: tagsOf(values, lists) };
}

function scalar(values: ReadonlyMap<string, string>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = plainValue(values.get(key) ?? '');
    if (value !== '') return value;
  }
  return null;
}

function tagsOf(
  values: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  for (const key of TAG_KEYS) {
    const value = withoutComment(values.get(key) ?? '').replace(/^\[|\]$/g, '');
    const tags = value === '' ? (lists.get(key) ?? []) : value.split(/[,，]/).map(plainValue);
    const named = tags.filter((tag) => tag !== '');
    if (named.length > 0) return named;
  }
  return [];
}

/** A scalar without its quotes or comment. */
function plainValue(value: string): string {
  const text = value.trim();
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(text);
  if (quoted === null) return withoutComment(text);
  return quoted[1] !== undefined
    ? quoted[1].replace(/\\(.)/g, '$1')
    : (quoted[2] ?? '').replaceAll("''", "'");
}

function withoutComment(value: string): string {
  const comment = /(?:^|\s)#/.exec(value);
  return (comment === null ? value : value.slice(0, comment.index)).trim();
}
