import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The open documents as the client tells of them. What it tells may be of any shape: a part that is none counts as left out. */
export function createTextDocuments(): TextDocuments<TextDocument> {
  return new TextDocuments<TextDocument>({
    create: (uri, language, version, content) =>
      TextDocument.create(textOf(uri), textOf(language), numberOf(version, 0), textOf(content)),
    update: (document, changes, version) => {
      const list: unknown = changes;
      const good = Array.isArray(list) ? list.filter(isChange) : [];
      return TextDocument.update(document, good, numberOf(version, document.version + 1));
    },
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown, otherwise: number): number {
  return Number.isSafeInteger(value) ? Number(value) : otherwise;
}

function isChange(value: unknown): value is Parameters<typeof TextDocument.update>[1][number] {
  if (!isObject(value) || typeof value.text !== 'string') return false;
  const { range } = value;
  return range === undefined || (isObject(range) && isPosition(range.start) && isPosition(range.end));
}

function isPosition(value: unknown): boolean {
  return isObject(value) && Number.isSafeInteger(value.line) && Number.isSafeInteger(value.character);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
