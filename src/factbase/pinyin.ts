import { pinyin } from 'pinyin-pro';
import { namesOf } from './names.ts';
import type { EntityRecord, ParsedRecord } from './records.ts';

/*
 * The dictionary behind this file is large. Bundled names carry their pinyin in the compiled base; a program imports this file
 * when a workspace brings Chinese names of its own, and not before.
 */

/** Syllables without tones, in small letters, with a space between: `a li ba ba`. Latin letters and digits stay together. */
function pinyinOf(name: string): string {
  const parts = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return parts
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .join(' ');
}

/** Adds to entity records the pinyin of their Chinese names. */
export function withPinyin(records: readonly ParsedRecord[]): ParsedRecord[] {
  return records.map((record) => {
    if (record.type !== 'entity' || record.pinyin !== undefined) return record;
    const names = namesOf(record.data).filter((name) => /\p{Script=Han}/u.test(name));
    const read = Object.fromEntries(names.map((name) => [name, pinyinOf(name)]));
    return { ...record, pinyin: read } satisfies EntityRecord;
  });
}
