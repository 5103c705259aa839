import type { VerdictKind } from '../check/verdict.ts';
import type { Note } from './note.ts';
import type { SemanticToken, SemanticTokenKind } from './results.ts';

/** Only what a reader should see at a glance has a colour: figures that hold, that do not, and that need a look. */
const BY_VERDICT: Readonly<Record<VerdictKind, SemanticTokenKind | null>> = {
  supported: 'supported',
  weaker: 'uncertain',
  outdated: 'uncertain',
  disputed: 'uncertain',
  contradicted: 'contradicted',
  unverified: null,
};

/** Names and checked figures, in order, none overlapping another. */
export function getSemanticTokens(note: Note): readonly SemanticToken[] {
  const names: readonly SemanticToken[] = note.analysis.mentions
    .filter(({ entity }) => entity !== null)
    .map(({ start, end }) => ({ start, end, kind: 'entity' }));
  const figures: readonly SemanticToken[] = note.analysis.claims.flatMap(({ claim, verdict }) => {
    const kind = BY_VERDICT[verdict.kind];
    return kind === null ? [] : [{ start: claim.start, end: claim.end, kind }];
  });
  const all = [...figures, ...names].sort((a, b) => a.start - b.start);
  let end = 0;
  return all.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}
