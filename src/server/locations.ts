import { isAbsolute, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { RecordPlace } from '../factbase/model.ts';
import type { Range } from '../service/results.ts';
import type { Span } from '../text/folded-text.ts';
import { LineIndex } from '../text/lines.ts';

/** Turns places of records into addresses and ranges of their files. */
export interface RecordLocator {
  /** Address of a file as the fact base names it. */
  uriOf(file: string): string;
  /** The file as the fact base names it, for an address; null when it is none of a file. */
  fileOf(uri: string): string | null;
  /** Exact range; the start of the record's line when the file cannot be read. */
  rangeOf(place: Span & Pick<RecordPlace, 'file' | 'line'>): Range;
  /** Range in a note, as it stands in the editor or on the disk; its beginning when it cannot be read. */
  rangeIn(uri: string, span: Span): Range;
  /** A link that opens the file at the record. */
  linkOf(place: RecordPlace): string;
  /** Address of the page that explains a finding code; null when the package does not carry it. */
  rulePage(code: string): string | null;
  /** Files may have changed. */
  forget(): void;
}

/**
 * `root` is the folder that the places of bundled records are relative to. `read` gives null for what cannot be read, `openText`
 * undefined for what is not open.
 */
export function createRecordLocator(
  root: string,
  read: (path: string) => string | null,
  openText: (uri: string) => string | undefined = () => undefined,
): RecordLocator {
  const indexes = new Map<string, LineIndex | null>();
  const pages = new Map<string, string | null>();
  const pathOf = (file: string): string => (isAbsolute(file) ? file : join(root, file));
  const indexOf = (file: string): LineIndex | null => {
    const known = indexes.get(file);
    if (known !== undefined) return known;
    const text = read(pathOf(file));
    const made = text === null ? null : new LineIndex(text);
    indexes.set(file, made);
    return made;
  };
  const uriOf = (file: string): string => URI.file(pathOf(file)).toString();
  return {
    uriOf,
    fileOf(uri) {
      const { scheme, fsPath } = URI.parse(uri);
      if (scheme !== 'file') return null;
      return fsPath.startsWith(join(root, 'data')) ? fsPath.slice(root.length + 1) : fsPath;
    },
    rangeOf({ file, start, end, line = 1 }) {
      const index = indexOf(file);
      if (index === null)
        return { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 0 } };
      return { start: index.positionAt(start), end: index.positionAt(end) };
    },
    rangeIn(uri, { start, end }) {
      const text = openText(uri) ?? read(URI.parse(uri).fsPath) ?? '';
      const index = new LineIndex(text);
      return { start: index.positionAt(start), end: index.positionAt(end) };
    },
    linkOf: (place) => `${uriOf(place.file)}#L${place.line ?? 1}`,
    rulePage(code) {
      const known = pages.get(code);
      if (known !== undefined) return known;
      const path = join(root, 'docs/rules', `${code}.md`);
      const page = read(path) === null ? null : URI.file(path).toString();
      pages.set(code, page);
      return page;
    },
    forget: () => indexes.clear(),
  };
}
