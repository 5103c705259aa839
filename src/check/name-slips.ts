import type { NameHit } from '../claims/name-scan.ts';
import { buildWordTrie, isHan, type WordTrie } from '../claims/word-trie.ts';
import type { Entity, EntityKind } from '../factbase/model.ts';
import { namesOf } from '../factbase/names.ts';
import { groupBy } from '../factbase/series.ts';
import { foldName } from '../text/fold.ts';
import { type EditSlip, shortForms, slipBetween } from './edit-slip.ts';
import { hasWrongCapitals } from './name-case.ts';

/** Names of these are proper names; the others are descriptions that anybody may put in other words. */
const PROPER: ReadonlySet<EntityKind> = new Set([
  'organisation',
  'model',
  'family',
  'product',
  'dataset',
  'framework',
  'platform',
  'chip',
]);

/** A misspelt name in folded text. */
export interface NameSlip {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  /** Folded. */
  readonly right: string;
}

/** The spellings of all names, ready to tell which of them a word misses. Immutable; made once per fact base. */
export interface NameSlips {
  /** The name with its right capitals; null when there is nothing wrong with the hit. */
  capitals(text: string, hit: NameHit): NameSlip | null;
  /** The known name that an unknown word is one slip away from; null when there is none, or more than one. */
  nearMiss(text: string, hit: NameHit, opensSentence: boolean): NameSlip | null;
  /** Misspellings that the fact base lists, outside other words. */
  listed(text: string): readonly NameSlip[];
}

interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly entity: string;
}

interface Listed {
  readonly text: string;
  readonly right: string;
  readonly entity: string;
}

const SHORTEST = 6;
/** No name is longer; what is would cost its square in short forms. */
const LONGEST = 40;
/** From here on any one slip is a slip; in shorter words another letter makes another word (Tongyi, Tongji). */
const LONG = 8;

export function buildNameSlips(entities: Iterable<Entity>, isCommon: (word: string) => boolean): NameSlips {
  const spellings: Spelling[] = [];
  const listed: Listed[] = [];
  for (const entity of entities) {
    // Most entities have neither, and hundreds of spellings.
    if (!PROPER.has(entity.kind) && entity.misspellings === undefined) continue;
    const names = namesOf(entity).map(foldName);
    for (const text of entity.misspellings ?? []) {
      const written = foldName(text);
      listed.push({ text: written, right: nearest(written, names), entity: entity.id });
    }
    if (!PROPER.has(entity.kind)) continue;
    for (const text of names) {
      if (/[A-Za-z]/.test(text)) spellings.push({ text, lower: text.toLowerCase(), entity: entity.id });
    }
  }
  const ofEntity = groupBy(
    spellings.toSorted((a, b) => b.text.length - a.text.length),
    (spelling) => spelling.entity,
  );
  const byLower = groupBy(spellings, (spelling) => spelling.lower);
  let byForm: ReadonlyMap<string, readonly Spelling[]> | null = null;
  const mayStand = (word: string) =>
    (word === word.toLowerCase() && isCommon(word)) ||
    (byLower.get(word.toLowerCase())?.some((spelling) => spelling.text === word) ?? false);
  const trie = buildWordTrie(listed.map((item) => item.text));
  const right = new Set(spellings.map((spelling) => spelling.text));

  return {
    capitals(text, hit) {
      if (hit.entity === null) return null;
      const whole = text.slice(hit.start, hit.end);
      if (right.has(whole) || !standsFree(text, hit.start, hit.end)) return null;
      const lower = whole.toLowerCase();
      const known = ofEntity.get(hit.entity)?.find((spelling) => startsWithName(lower, spelling.lower));
      if (known === undefined) return null;
      const end = hit.start + known.lower.length;
      const written = text.slice(hit.start, end);
      const accepted = byLower.get(known.lower) ?? [];
      if (accepted.some((spelling) => !hasWrongCapitals(written, spelling.text, mayStand))) return null;
      return { start: hit.start, end, entity: hit.entity, right: known.text };
    },

    nearMiss(text, hit, opensSentence) {
      if (hit.end - hit.start > LONGEST) return null;
      if (hit.entity !== null || !standsFree(text, hit.start, hit.end)) return null;
      const token = text.slice(hit.start, hit.end);
      const head = /^[A-Za-z]+/.exec(token)?.[0] ?? '';
      for (const word of head === token ? [token] : [token, head]) {
        byForm ??= formsOf(spellings);
        const found = missed(word, byLower, byForm, opensSentence);
        if (found !== null)
          return { start: hit.start, end: hit.start + word.length, entity: found.entity, right: found.text };
      }
      return null;
    },

    listed: (text) => (listed.length === 0 ? [] : findListed(text, trie, listed)),
  };
}

function startsWithName(lower: string, name: string): boolean {
  if (!lower.startsWith(name)) return false;
  return lower.length === name.length || !/[a-z]/.test(lower[name.length] ?? '');
}

/** Neither in a path, an address, a tag nor an identifier. */
function standsFree(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const behind = text[end] ?? ' ';
  if (/[/@#_\\.=$\uFFFC-]/.test(before) || /[/@_=\\(\uFFFC]/.test(behind)) return false;
  return !text.slice(start, end).includes('_');
}

function formsOf(spellings: readonly Spelling[]): ReadonlyMap<string, readonly Spelling[]> {
  const forms = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    if (spelling.lower.length < SHORTEST || !/^[a-z][a-z0-9.-]*$/.test(spelling.lower)) continue;
    for (const form of shortForms(spelling.lower)) {
      const held = forms.get(form);
      if (held === undefined) forms.set(form, [spelling]);
      else held.push(spelling);
    }
  }
  return forms;
}

function missed(
  written: string,
  byLower: ReadonlyMap<string, unknown>,
  byForm: ReadonlyMap<string, readonly Spelling[]>,
  opensSentence: boolean,
): Spelling | null {
  const lower = written.toLowerCase();
  if (lower.length < SHORTEST || byLower.has(lower) || written === written.toUpperCase()) return null;
  const found = new Map<string, Spelling>();
  for (const form of shortForms(lower)) {
    for (const spelling of byForm.get(form) ?? []) {
      const slip = slipBetween(spelling.lower, lower);
      if (slip !== null && isLikely(slip, spelling, lower, opensSentence))
        found.set(spelling.lower, spelling);
    }
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}

function isLikely(slip: EditSlip, right: Spelling, written: string, opensSentence: boolean): boolean {
  if (right.lower[0] !== written[0] || digits(right.lower) !== digits(written)) return false;
  if (slip.kind === 'added' && written === `${right.lower}s`) return false;
  const isPlainWord = /^[A-Z][a-z]+$/.test(right.text);
  // A capital at the head of a sentence makes no name, and another ending makes another word (Transformed).
  if (isPlainWord && (opensSentence || right.lower.at(-1) !== written.at(-1))) return false;
  return right.lower.length >= LONG || slip.kind === 'swapped' || slip.doubles;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** The name that the misspelling spells: the one of its length with the fewest other characters. */
function nearest(written: string, names: readonly string[]): string {
  const differing = (name: string) => [...written].filter((char, i) => char !== name[i]).length;
  const same = names.filter((name) => name.length === written.length);
  const [best] = same.toSorted((a, b) => differing(a) - differing(b));
  return best ?? names[0] ?? written;
}

const HITS = 32;
/** Longer Chinese misspellings are no parts of other words. */
const SHORT = 2;
/** What may stand right before and behind a name of two characters in running text. */
const BEFORE_NAME = /^[的了在和与是由自用从对以跟被把让向比据按有到称说及或]$/;
const BEHIND_NAME =
  /^(?:[的了在和与是也则将已又等为对以称说被把从向比或有]|发布|推出|开源|公司|清言|科技|上市|宣布|表示|模型|大模型|官方|平台|团队|创始|董事|社区|框架|集团|旗下|云|控股|会议|视频|财报|股价|股份)/;

function findListed(text: string, trie: WordTrie, listed: readonly Listed[]): readonly NameSlip[] {
  const out: NameSlip[] = [];
  const hits = new Int32Array(HITS);
  for (let at = 0; at < text.length; at++) {
    if (!trie.mayBegin(text, at)) continue;
    const count = trie.matchAt(text, at, hits);
    for (let i = count - 2; i >= 0; i -= 2) {
      const end = hits[i] ?? at;
      const item = listed[hits[i + 1] ?? -1];
      if (item === undefined || !isApart(text, at, end)) continue;
      out.push({ start: at, end, entity: item.entity, right: item.right });
      at = end - 1;
      break;
    }
  }
  return out;
}

function isApart(text: string, start: number, end: number): boolean {
  if (end - start > SHORT) return true;
  const isHanBefore = isIdeograph(text.charCodeAt(start - 1));
  const isHanBehind = isIdeograph(text.charCodeAt(end));
  return (
    (!isHanBefore || BEFORE_NAME.test(text[start - 1] ?? '')) &&
    (!isHanBehind || BEHIND_NAME.test(text.slice(end, end + 4)))
  );
}

/** A Chinese character, not a mark among them. */
function isIdeograph(code: number): boolean {
  return isHan(code) && code >= 0x3400;
}
