import type { FactBase } from '../factbase/fact-base.ts';
import type { Fact, RecordPlace } from '../factbase/model.ts';
import { foldForSearch } from '../factbase/name-index/name-index.ts';
import { namesOf } from '../factbase/names.ts';

/**
 * Where the digest of a fact's source states it: the figure as the source writes it, in a line that names the subject where there is
 * one. Null where the digest puts it otherwise, or where there is none.
 */
export function sourcePassage(factBase: FactBase, fact: Fact): RecordPlace | null {
  const digest = factBase.digest(fact.source);
  if (digest === undefined) return null;
  const found = [...digest.text.matchAll(asWritten(fact.written))];
  const names = subjectNames(factBase, fact);
  const named = found.find(({ index }) => {
    const line = foldForSearch(lineAt(digest.text, index));
    return names.some((name) => line.includes(name));
  });
  const match = named ?? found[0];
  if (match === undefined) return null;
  const { index: start } = match;
  const line = digest.text.slice(0, start).split('\n').length;
  return { file: digest.file, start, end: start + match[0].length, line };
}

/** The text however it is spaced: sources and digests part numbers from words as they like. */
function asWritten(written: string): RegExp {
  const characters = [...written.replace(/\s+/g, '')];
  const escaped = characters.map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(escaped.join('\\s*'), 'gu');
}

function subjectNames(factBase: FactBase, { subject }: Fact): readonly string[] {
  const entity = factBase.entity(subject);
  return entity === undefined ? [] : namesOf(entity).map(foldForSearch);
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end);
}
