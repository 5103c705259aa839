import { boundWordsBefore } from './bound-words.ts';
import { NUMBER_STARTS } from './english.ts';
import type { Bound } from './figure.ts';
import { compileLexicon, type Lexicon, type Word } from './lexicon.ts';
import { TIME_WORDS, type TimeWord } from './time-words.ts';
import type { Unit, UnitTable } from './units.ts';
import { CHANGE_WORDS, MULTIPLES, ORDINALS, RANK_WORDS, RATES_BEFORE } from './vocabulary.ts';

/** `data/set-words.yaml` as plain data. */
export interface SetWordData {
  readonly words: readonly string[];
  /** Names that start with a scale character. */
  readonly names: readonly string[];
  readonly plain: readonly string[];
  readonly structure: readonly string[];
  readonly naming: readonly string[];
  /** Named plans with their first and last year. */
  readonly plans: Readonly<Record<string, readonly number[]>>;
}

/** A word that means something to the reader where it stands in running text. */
export type Trigger =
  | { readonly kind: 'hide'; readonly name: boolean }
  | { readonly kind: 'bound'; readonly bound: Bound; readonly apart: boolean }
  | { readonly kind: 'rate'; readonly per: string }
  | { readonly kind: 'structure' }
  | { readonly kind: 'currency'; readonly unit: Unit }
  | { readonly kind: 'number' }
  | { readonly kind: 'half'; readonly bound: Bound }
  | { readonly kind: 'multiple'; readonly fold: number }
  | { readonly kind: 'rank-word' }
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'number-sign' }
  | { readonly kind: 'top' }
  | { readonly kind: 'first-few' }
  | { readonly kind: 'nth' }
  | { readonly kind: 'from' }
  | { readonly kind: 'between' }
  | { readonly kind: 'change' }
  | { readonly kind: 'time'; readonly word: TimeWord }
  | { readonly kind: 'plan'; readonly from: number; readonly to: number };

const SIMPLE: readonly (readonly [Trigger, readonly string[]])[] = [
  [{ kind: 'half', bound: 'exact' }, ['一半', '半数']],
  [
    { kind: 'half', bound: 'more-than' },
    ['过半', '过半数', '超半数', '超半', '逾半', '逾半数', '超过半数', '超过一半', '一半以上', '半数以上'],
  ],
  [{ kind: 'half', bound: 'nearly' }, ['近半', '近半数', '将近一半', '近一半']],
  [{ kind: 'half', bound: 'less-than' }, ['不到一半', '不足一半', '不足半数']],
  [{ kind: 'number-sign' }, ['no. ', 'no.', 'number ']],
  [{ kind: 'top' }, ['top', 'top ', 'top-', '排名前']],
  [{ kind: 'first-few' }, ['前']],
  [{ kind: 'nth' }, ['第']],
  [{ kind: 'from' }, ['从', '由', '自', 'from']],
  [{ kind: 'between' }, ['between', '介于']],
];

/** All words of the reader in one list. Where two claim a spelling, the first of this order wins. */
export function compileTriggers(units: UnitTable, data: SetWordData): Lexicon<Trigger> {
  const words: Word<Trigger>[] = [];
  const push = (text: string, value: Trigger, open = false) => {
    words.push({ text: text.toLowerCase(), value, open });
  };
  for (const [text, years] of Object.entries(data.plans)) {
    push(text, { kind: 'plan', from: years[0] ?? 0, to: years[1] ?? 0 });
  }
  for (const [text, word] of TIME_WORDS) push(text, { kind: 'time', word }, word.open === true);
  for (const [trigger, texts] of SIMPLE) {
    for (const text of texts) push(text, trigger, true);
  }
  for (const [text, word] of boundWordsBefore()) push(text, { kind: 'bound', ...word });
  for (const text of [...data.words, ...data.plain]) push(text, { kind: 'hide', name: false });
  for (const text of data.names) push(text, { kind: 'hide', name: true });
  for (const [per, texts] of RATES_BEFORE) {
    for (const text of texts) push(text, { kind: 'rate', per });
  }
  for (const spelling of units.spellings) {
    if (spelling.role !== 'before') continue;
    words.push({
      text: spelling.text,
      value: { kind: 'currency', unit: spelling.unit },
      open: true,
      exact: isCode(spelling.text),
    });
    if (isCode(spelling.text)) push(`${spelling.text} `, { kind: 'currency', unit: spelling.unit });
  }
  for (const [fold, texts] of MULTIPLES) {
    for (const text of texts) push(text, { kind: 'multiple', fold });
  }
  for (const [text, value] of Object.entries(ORDINALS)) push(text, { kind: 'ordinal', value });
  for (const text of NUMBER_STARTS) push(text, { kind: 'number' });
  for (const text of RANK_WORDS) push(text, { kind: 'rank-word' });
  for (const text of CHANGE_WORDS) push(text, { kind: 'change' });
  for (const text of data.structure) push(text, { kind: 'structure' }, true);
  return compileLexicon(words);
}

/** Currency codes count in capitals only when nothing but digits follows (USD100); otherwise letters would run on. */
const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);
