import type { ReadNames } from '../claims/block-watch.ts';
import { type FoldedText, toSource } from '../text/folded-text.ts';
import { SIMPLIFIED, TRADITIONAL } from '../text/script-table.ts';
import type { Finding } from './finding.ts';
import type { NameSlip, NameSlips } from './name-slips.ts';

/** Known names that the passage misspells, each with its mend. Offsets are relative to `source`. */
export function misspellings(read: ReadNames, source: string, slips: NameSlips): readonly Finding[] {
  const { hits, folded, role } = read;
  const { text } = folded;
  const found = hits.flatMap((hit): NameSlip[] => {
    const slip =
      hit.entity === null
        ? slips.nearMiss(text, hit, role === 'heading' || opensSentence(text, hit.start))
        : slips.capitals(text, hit);
    return slip === null ? [] : [slip];
  });
  for (const slip of slips.listed(text)) {
    if (!hits.some((hit) => hit.entity !== null && hit.start < slip.end && hit.end > slip.start))
      found.push(slip);
  }
  return found.map((slip) => toFinding(slip, folded, source));
}

/** Whether the word opens an English sentence; in Chinese ones no capital is owed to that. */
function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;\n"'(\uFFFC]\s*)$/.test(text.slice(Math.max(0, at - 4), at)) || at === 0;
}

function toFinding(slip: NameSlip, folded: FoldedText, source: string): Finding {
  const { start, end } = toSource(folded, slip);
  const newText = inSourceScript(slip, folded, source);
  return {
    start,
    end,
    code: 'name.spelling',
    severity: 'hint',
    message: { key: 'spelling', values: { written: source.slice(start, end), right: newText } },
    claim: null,
    facts: [],
    related: [],
    fixes: [{ title: { key: 'fix.replace', values: { newText } }, start, end, newText }],
  };
}

/** The right name with the characters of the source where it has them, and in its script where it has not: 騰迅 becomes 騰訊. */
function inSourceScript(slip: NameSlip, folded: FoldedText, source: string): string {
  const { right } = slip;
  if (right.length !== slip.end - slip.start) return right;
  const isTraditional = hasTraditional(folded, source);
  return [...right]
    .map((char, i) => {
      const at = slip.start + i;
      if (folded.text[at] === char) return source[folded.offsets[at] ?? 0] ?? char;
      return isTraditional ? traditionalOf(char) : char;
    })
    .join('');
}

function hasTraditional(folded: FoldedText, source: string): boolean {
  for (let i = 0; i < folded.text.length; i++) {
    const code = folded.text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff && source.charCodeAt(folded.offsets[i] ?? 0) !== code) return true;
  }
  return false;
}

/** The one traditional form of a character; itself when there are several. */
function traditionalOf(char: string): string {
  const at = SIMPLIFIED.indexOf(char);
  if (at === -1 || SIMPLIFIED.indexOf(char, at + 1) !== -1) return char;
  return TRADITIONAL[at] ?? char;
}
