import type { FactBase } from '../factbase/fact-base.ts';
import type { Source } from '../factbase/model.ts';
import type { Span } from '../text/folded-text.ts';
import type { Note } from './note.ts';
import { periodText, type WritingStyle } from './period-text.ts';
import type { TextEdit } from './results.ts';
import { sentenceBefore } from './sentence-before.ts';
import { localStyle } from './writing-style.ts';

/** A footnote of a note: `[^label]: text`. Spans the whole definition without the line end behind it. */
export interface Footnote extends Span {
  readonly label: string;
  readonly text: string;
}

/** A mark in the text that refers to a footnote: `[^label]`. */
export interface FootnoteReference extends Span {
  readonly label: string;
}

const DEFINITION =
  /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\r?\n(?:[ \t]+\S.*|[ \t]*(?=\r?\n[ \t]{2,}\S)))*)/gm;
const REFERENCE = /\[\^([^\]\s]{1,60})\](?!:)/g;

/** The footnotes of a note, in order, outside code. */
export function footnotesOf(note: Note): readonly Footnote[] {
  if (!note.text.includes('[^')) return [];
  return [...note.text.matchAll(DEFINITION)]
    .map((match) => ({
      label: match[1] ?? '',
      text: match[2] ?? '',
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    }))
    .filter(({ start }) => !isInCode(note, start));
}

export function footnoteReferences(note: Note): readonly FootnoteReference[] {
  if (!note.text.includes('[^')) return [];
  return [...note.text.matchAll(REFERENCE)]
    .map((match) => ({ label: match[1] ?? '', start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !isInCode(note, start));
}

function isInCode({ blocks }: Note, offset: number): boolean {
  const block = blocks.at(blocks.indexAt(offset));
  return (
    block !== undefined && (block.kind === 'code' || block.kind === 'front-matter') && offset < block.end
  );
}

/** The known source that a footnote cites: it holds its address, or its title with its publisher; undefined for none. */
export function citedSource(factBase: FactBase, footnote: Footnote): Source | undefined {
  const text = comparable(footnote.text);
  const byAddress = factBase.sources.find(({ url }) => url !== '' && holdsAddress(text, comparable(url)));
  return (
    byAddress ??
    factBase.sources.find(
      ({ title, publisher }) =>
        text.includes(comparable(unmarked(title))) && text.includes(comparable(publisher)),
    )
  );
}

/** The source that is cited by the footnote mark at an offset, or by the label that begins its definition; null for none that is known. */
export function footnoteAt(
  factBase: FactBase,
  note: Note,
  offset: number,
): { readonly span: Span; readonly source: Source } | null {
  const footnotes = footnotesOf(note);
  const heads = footnotes.map(({ label, start }) => {
    const mark = note.text.indexOf('[', start);
    return { label, start: mark, end: mark + label.length + 3 };
  });
  const mark = [...footnoteReferences(note), ...heads].find(
    ({ start, end }) => start <= offset && offset < end,
  );
  const footnote = footnotes.find(({ label }) => label === mark?.label);
  const source = footnote === undefined ? undefined : citedSource(factBase, footnote);
  return mark === undefined || source === undefined
    ? null
    : { span: { start: mark.start, end: mark.end }, source };
}

/** Addresses may go on: `…/a` is not `…/about`. */
function holdsAddress(text: string, url: string): boolean {
  const bare = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const at = text.indexOf(bare);
  return at >= 0 && !/[\w%-]/.test(text[at + bare.length] ?? '');
}

function comparable(text: string): string {
  return unmarked(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

function unmarked(text: string): string {
  return text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
}

/** What citing a source takes: the mark, and the footnote unless the note has one of that source. */
export interface Citation {
  readonly label: string;
  /** `[^1]` */
  readonly mark: string;
  readonly footnote: TextEdit | null;
}

/** Cites a source in a note, by the footnote that it has of it already or by a new one behind the others. */
export function citationOf(note: Note, source: Source, factBase: FactBase, style: WritingStyle): Citation {
  const footnotes = footnotesOf(note);
  const held = footnotes.find((footnote) => citedSource(factBase, footnote)?.id === source.id);
  if (held !== undefined) return { label: held.label, mark: `[^${held.label}]`, footnote: null };
  const label = newLabel(footnotes, footnoteReferences(note), source);
  return {
    label,
    mark: `[^${label}]`,
    footnote: definition(note, footnotes, label, citationText(source, style)),
  };
}

/** Where a reference to the source would be put at an offset; null where one stands there already. */
export function citationEdits(
  note: Note,
  source: Source,
  factBase: FactBase,
  offset: number,
  style: WritingStyle,
): readonly TextEdit[] {
  const { mark, footnote } = citationOf(note, source, factBase, style);
  const at = behindMarks(note.text, offset);
  if (note.text.slice(offset, at).includes(mark)) return [];
  const reference = { start: at, end: at, newText: mark };
  return footnote === null ? [reference] : [reference, footnote];
}

/** Behind the footnote marks that stand at an offset, so that a new one follows them. */
function behindMarks(text: string, offset: number): number {
  return offset + (/^(?:\[\^[^\]\s]+\])*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

/** The next number; where a note names its footnotes, the name of the source. */
function newLabel(
  footnotes: readonly Footnote[],
  references: readonly FootnoteReference[],
  source: Source,
): string {
  const taken = new Set([...footnotes, ...references].map(({ label }) => label));
  const numbers = [...taken].filter((label) => /^\d{1,6}$/.test(label)).map(Number);
  if (taken.size === 0 || numbers.length > 0) return String(Math.max(0, ...numbers) + 1);
  const name = source.id.replace(/^\d+[-_.]/, '');
  let label = name;
  for (let count = 2; taken.has(label); count++) label = `${name}-${count}`;
  return label;
}

/** Named footnotes that are sorted stay so; numbers count upwards, so that the new one comes last. */
function definition(note: Note, footnotes: readonly Footnote[], label: string, cited: string): TextEdit {
  const newline = note.text.includes('\r\n') ? '\r\n' : '\n';
  const text = `[^${label}]: ${cited}`;
  const last = footnotes.at(-1);
  if (last === undefined) {
    const end = note.text.length;
    const gap = /(?:^|\r?\n)[ \t]*\r?\n$/.test(note.text)
      ? ''
      : /\n$/.test(note.text)
        ? newline
        : newline + newline;
    return { start: end, end, newText: `${note.text === '' ? '' : gap}${text}${newline}` };
  }
  const labels = footnotes.map((footnote) => footnote.label);
  const sorted = labels.every((one, i) => i === 0 || (labels[i - 1] ?? '') <= one);
  const next =
    /^\d+$/.test(label) || !sorted ? undefined : footnotes.find((footnote) => footnote.label > label);
  if (next !== undefined) return { start: next.start, end: next.start, newText: text + newline };
  const blank = /\n[ \t]*\r?\n/.test(note.text.slice(footnotes.at(-2)?.end ?? last.start, last.start))
    ? newline
    : '';
  return { start: last.end, end: last.end, newText: newline + blank + text };
}

/** Title, publisher, date and address, in the script of the note. */
function citationText(source: Source, style: WritingStyle): string {
  const title = escaped(source.title);
  const publisher = escaped(source.publisher);
  const date = source.published === null ? '' : periodText(source.published, style);
  const address = /^https?:\/\//i.test(source.url)
    ? `<${source.url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))}>`
    : '';
  if (style.script === 'en') {
    const words = [publisher, `“${title}”`, date].filter((part) => part !== '').join(', ');
    return `${words}.${address === '' ? '' : ` ${address}`}`;
  }
  const words = [`${publisher}《${title}》`, date].filter((part) => part !== '').join('，');
  return `${words}。${address}`;
}

/** A title as itself in Markdown. */
function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** Edits that cite the source of a fact at an offset; none for what is not known or cited there already. */
export function citeFact(factBase: FactBase, note: Note, offset: number, id: string): readonly TextEdit[] {
  const fact = factBase.fact(id);
  const source = fact === undefined ? undefined : factBase.source(fact.source);
  if (source === undefined) return [];
  const sentence = note.text.slice(sentenceBefore(note, offset).start, offset);
  return citationEdits(note, source, factBase, offset, localStyle(sentence, note.style));
}
