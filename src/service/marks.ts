import type { VerdictKind } from '../check/verdict.ts';
import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';
import { nameIn } from './record-text.ts';
import type { Range } from './results.ts';
import { getSemanticTokens } from './semantic-tokens.ts';
import { KIND_WORDS, VERDICT_WORDS } from './words.ts';

/** A name or a checked figure with one line of plain text on it, for places that cannot show cards: a rendered preview. */
export interface Mark extends Span {
  readonly range: Range;
  readonly text: string;
  readonly kind: 'name' | VerdictKind;
  readonly title: string;
}

/** The same words that are coloured in the editor, in order, none overlapping another. */
export function getMarks(context: ServiceContext, note: Note): readonly Mark[] {
  return getSemanticTokens(note).flatMap(({ start, end }) => {
    const said = wordsOn(context, note, start);
    if (said === null) return [];
    const range = { start: note.lines.positionAt(start), end: note.lines.positionAt(end) };
    return [{ start, end, range, text: note.text.slice(start, end), ...said }];
  });
}

function wordsOn(context: ServiceContext, note: Note, start: number): Pick<Mark, 'kind' | 'title'> | null {
  const { language, factBase } = context;
  const checked = note.analysis.claims.find(({ claim }) => claim.start === start);
  if (checked !== undefined) {
    const { kind, reason } = checked.verdict;
    return { kind, title: `${VERDICT_WORDS[kind][language]}: ${context.say(reason)}` };
  }
  const id = note.analysis.mentions.find((mention) => mention.start === start)?.entity ?? null;
  const entity = id === null ? undefined : factBase.entity(id);
  if (entity === undefined) return null;
  const title = [nameIn(entity, language), KIND_WORDS[entity.kind][language], entity.description[language]];
  return { kind: 'name', title: title.filter((part) => part !== '').join(' · ') };
}
