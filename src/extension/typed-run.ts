/** One letter or Hanzi begins too many words to say anything. */
const LEAST_TYPED = 2;

/** Longer than any name: whoever has typed so much without a match is writing a sentence. */
const LONGEST_RUN = 24;

const LATIN_RUN = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.-]*$/u;
const HAN_RUN = /\p{Script=Han}+$/u;

/**
 * The run of word characters before the cursor, if what was just typed or committed belongs to a name that is being
 * written; null where asking for completions would be in vain.
 * @param before the line up to the cursor
 * @param inserted what the last change put there; an input method commits several characters at once
 */
export function typedRun(before: string, inserted: string): string | null {
  // A paste, a drop or a snippet is no typing: keys and input methods give a blank by itself.
  if (inserted.length > LONGEST_RUN || /\S\s|\s\S|[\r\n]/.test(inserted)) return null;
  const han = HAN_RUN.exec(before)?.[0];
  if (han !== undefined) return han.slice(-LONGEST_RUN);
  const latin = LATIN_RUN.exec(before)?.[0];
  if (latin === undefined || latin.length < LEAST_TYPED || latin.length > LONGEST_RUN) return null;
  return /\p{L}/u.test(latin) ? latin : null;
}

export function startsLatin(run: string): boolean {
  return /^[\p{Script=Latin}\p{N}]/u.test(run);
}

/** The part of an answer to `textDocument/completion` that is of interest here. */
export type CompletionAnswer = CompletionList | readonly CompletionItem[] | null;

interface CompletionList {
  readonly items: readonly CompletionItem[];
}

interface CompletionItem {
  readonly textEdit?: { readonly newText: string; readonly range?: Range; readonly insert?: Range };
}

interface Range {
  readonly start: Position;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Small words of two letters are many (me, in, de); two Hanzi, or a capital and a letter, are seldom meant otherwise. */
function leastOf(typed: string): number {
  return /^\p{Ll}/u.test(typed) ? LEAST_TYPED + 1 : LEAST_TYPED;
}

/**
 * Whether a list should open uninvited: something in it continues enough typed characters, and is not merely what
 * stands there already; or it begins at the cursor, which only the figure does that is known for the words before it. A list on less would catch the Enter that was meant for a new line.
 * @param line the text of the line in which `position` stands
 */
export function isWorthShowing(answer: CompletionAnswer, position: Position, line: string): boolean {
  if (answer === null) return false;
  const items = 'items' in answer ? answer.items : answer;
  return items.some(({ textEdit }) => {
    const start = (textEdit?.range ?? textEdit?.insert)?.start;
    if (textEdit === undefined || start?.line !== position.line) return false;
    const typed = line.slice(start.character, position.character);
    if (typed === '') return textEdit.newText !== '';
    return typed.length >= leastOf(typed) && textEdit.newText !== typed;
  });
}
