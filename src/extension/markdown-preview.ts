import * as vscode from 'vscode';
import { type ProtocolMark, requests } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { markTexts, type Piece, piecesHtml } from './preview-marks.ts';

/** As much of markdown-it as the preview of VS Code hands over and is used here. */
interface Token {
  readonly type: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
  readonly children: readonly Token[] | null;
  meta: unknown;
}

type RenderRule = (
  tokens: Token[],
  index: number,
  options: unknown,
  env: unknown,
  renderer: unknown,
) => string;

export interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: { readonly tokens: readonly Token[] }) => void): void;
    };
  };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
  readonly utils: { escapeHtml(text: string): string };
}

interface MarkedBlock {
  readonly marks: readonly ProtocolMark[];
  readonly pieces: readonly (readonly Piece[])[];
}

/** A stretch of quiet before a preview is drawn again. */
const REFRESH_MS = 300;

/** A preview that is just coming up misses a refresh; so often it is tried, each time after a longer rest. */
const MAX_TRIES = 4;

/**
 * Marks names and checked figures in VS Code's Markdown preview. Rendering is synchronous, so it takes what was last known of the
 * note; when the server knows more, the preview is drawn once more. Notes that nobody previews cost nothing.
 */
export class MarkdownPreview implements vscode.Disposable {
  readonly #connection: () => Connection | null;
  readonly #marks = new Map<string, readonly ProtocolMark[]>();
  /** What each preview was last drawn with. */
  readonly #drawn = new Map<string, readonly ProtocolMark[]>();
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: () => Connection | null) {
    this.#connection = connection;
  }

  /** Called by VS Code's Markdown extension with its parser. */
  extend<M extends MarkdownIt>(markdown: M): M {
    const { escapeHtml } = markdown.utils;
    markdown.core.ruler.push('ecosystem_notes_lines', ({ tokens }) => {
      for (const { type, children, map } of tokens) {
        if (type !== 'inline' || children === null || map === null) continue;
        for (const child of children) if (child.type === 'text') child.meta ??= { lines: map };
      }
    });
    // The texts of a block are rendered one by one, but marked together.
    const blocks = new WeakMap<readonly Token[], MarkedBlock>();
    const former = markdown.renderer.rules.text;
    markdown.renderer.rules.text = (tokens, index, options, env, renderer) => {
      const token = tokens[index];
      const marks = this.#marksOf(env);
      const lines = linesOf(token);
      if (token === undefined || marks.length === 0 || lines === null)
        return former?.(tokens, index, options, env, renderer) ?? escapeHtml(token?.content ?? '');
      let block = blocks.get(tokens);
      if (block?.marks !== marks) {
        const here = marks.filter(({ range }) => range.start.line >= lines[0] && range.start.line < lines[1]);
        const texts = tokens.map((one) => (one.type === 'text' ? one.content : ''));
        block = { marks, pieces: markTexts(texts, here) };
        blocks.set(tokens, block);
      }
      return piecesHtml(block.pieces[index] ?? [], escapeHtml);
    };
    return markdown;
  }

  /** A note was checked: its preview, if there is one, shows so. */
  noteChecked(uri: string): void {
    if (this.#marks.has(uri)) void this.#ask(uri);
  }

  forget(uri: string): void {
    this.#marks.delete(uri);
    this.#drawn.delete(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #marksOf(env: unknown): readonly ProtocolMark[] {
    const uri = documentOf(env);
    if (uri === null) return [];
    const known = this.#marks.get(uri);
    if (known === undefined) void this.#ask(uri);
    const marks = known ?? [];
    if (known === undefined) this.#marks.set(uri, marks);
    this.#drawn.set(uri, marks);
    return marks;
  }

  async #ask(uri: string): Promise<void> {
    const connection = this.#connection();
    if (connection === null || !connection.client.isRunning()) return;
    const { marks } = await connection.request(requests.marks, { uri }).catch(() => ({ marks: [] }));
    const before = this.#marks.get(uri);
    if (before === undefined || JSON.stringify(before) === JSON.stringify(marks)) return;
    this.#marks.set(uri, marks);
    this.#refresh(uri, 1);
  }

  #refresh(uri: string, attempt: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const marks = this.#marks.get(uri);
      if (marks === undefined || this.#drawn.get(uri) === marks) return;
      void vscode.commands.executeCommand('markdown.preview.refresh');
      if (attempt < MAX_TRIES) this.#refresh(uri, attempt + 1);
      // Nobody draws it any more.
      else this.forget(uri);
    }, REFRESH_MS * attempt);
  }
}

/** VS Code says in the environment of a rendering which document it is. */
function documentOf(env: unknown): string | null {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return null;
  const { currentDocument } = env;
  return currentDocument instanceof vscode.Uri ? currentDocument.toString() : null;
}

function linesOf(token: Token | undefined): readonly [number, number] | null {
  const meta = token?.meta;
  if (typeof meta !== 'object' || meta === null || !('lines' in meta)) return null;
  const { lines } = meta;
  if (!Array.isArray(lines)) return null;
  const [first, end]: unknown[] = lines;
  return typeof first === 'number' && typeof end === 'number' ? [first, end] : null;
}
