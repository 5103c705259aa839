import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { foldText } from '../../src/text/fold.ts';
import type { Row } from './score.ts';

interface FactEntry {
  readonly value: number | readonly [number, number];
  readonly bound?: string;
  readonly unit: string;
  readonly written: string;
}

const BOUNDS: Readonly<Record<string, string | readonly string[]>> = {
  exact: 'exact',
  about: 'approx',
  nearly: ['approx', 'at-most'],
  'more-than': 'at-least',
  'at-least': 'at-least',
  'less-than': 'at-most',
  'at-most': 'at-most',
  range: 'range',
};
const UNITS: Readonly<Record<string, string>> = {
  percent: '%',
  points: 'pp',
  years: 'year',
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
  seconds: 'second',
  age: 'year',
};

/**
 * Rows from the fact base: each figure as its source writes it, in the paragraph of the source document where it stands. The
 * facts were entered by hand, so they say what the figure means. Empty where the documents are not at hand.
 */
export function documentRows(facts: URL, documents: URL): Row[] {
  if (!existsSync(facts) || !existsSync(documents)) return [];
  const rows: Row[] = [];
  for (const name of readdirSync(facts)) {
    const document = readdirSync(documents).find((other) =>
      other.startsWith(name.slice(0, 4).replace('-', '_')),
    );
    if (document === undefined || !name.endsWith('.yaml')) continue;
    const paragraphs = readFileSync(new URL(document, documents), 'utf8')
      .split(/\n+/)
      .map(
        (text) =>
          foldText(text.replace(/\*\*|!?\[[^\]]*\]\([^)]*\)|\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, '')).text,
      );
    for (const fact of parse(readFileSync(new URL(name, facts), 'utf8')) as FactEntry[]) {
      const row = rowOf(fact, paragraphs, `${name.slice(0, 3)}-${rows.length}`);
      if (row !== null) rows.push(row);
    }
  }
  return rows;
}

function rowOf(fact: FactEntry, paragraphs: readonly string[], id: string): Row | null {
  const written = foldText(fact.written).text;
  const exact = fact.bound === undefined || fact.bound === 'exact';
  const text = paragraphs.find((paragraph) => {
    const at = paragraph.indexOf(written);
    return at >= 0 && !(exact && /(?:超过|突破|近|约) ?$/.test(paragraph.slice(0, at)));
  });
  if (text === undefined) return null;
  const start = text.indexOf(written);
  // Where the text names no unit beside the number (日均 Token 消耗量 1000 亿), the figure alone cannot tell it.
  const bare = /[\d〇一二三四五六七八九十百千万亿]$/.test(written);
  const several = /^[数几]/.test(written) && typeof fact.value !== 'number';
  return {
    id,
    text,
    span: written,
    start,
    value: several ? tenfold(fact.value) : fact.value,
    unit: bare ? null : (UNITS[fact.unit] ?? fact.unit),
    kind: 'fact',
    bound: several ? 'approx' : (BOUNDS[fact.bound ?? 'exact'] ?? 'exact'),
    tier: 'core',
  };
}

/** The rows of the corpus take 数千万 for one to ten of the scale. */
function tenfold(value: FactEntry['value']): number[] {
  const top = typeof value === 'number' ? value : value[1];
  return [top / 10, top];
}
