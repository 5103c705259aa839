import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type { Span } from '../text/folded-text.ts';
import type { FactProblem } from './problem.ts';
import { factProblem } from './problem.ts';

/** A value read from YAML with the span of every value and key in it, by dotted path ('' is the whole). */
export interface YamlValue extends Span {
  readonly value: unknown;
  readonly spans: Readonly<Record<string, Span>>;
  readonly keys: Readonly<Record<string, Span>>;
  /** True when what was read is not what the writer meant, so that it must not be taken for a record. */
  readonly broken: boolean;
}

export interface YamlPart extends Span {
  readonly file: string;
  /** The whole text of the file; only `start` to `end` is read. */
  readonly text: string;
}

/** Keys that would reach into JavaScript's own objects. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const MAX_DEPTH = 12;

/** Reads one part of a file as one YAML document. Throws nothing; null when the part holds nothing but blanks and comments. */
export function readYaml(part: YamlPart, problems: FactProblem[]): YamlValue | null {
  const source = part.text.slice(part.start, part.end);
  const document = parseDocument(source, { version: '1.2', prettyErrors: false, stringKeys: false });
  // What follows the first error is mostly its echo.
  const error = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (error !== undefined) {
    const place = { file: part.file, ...visible(part, part.start + error.pos[0]) };
    problems.push(factProblem('syntax', place, { detail: plain(error.message) }));
  }
  const broken = error !== undefined;
  const walk = new Walk(part, broken ? [] : problems);
  if (document.contents === null) return null;
  if (isScalar(document.contents) && document.contents.value === null && !broken) return null;
  const value = walk.read(document.contents, '', 0);
  const span = walk.spanOf(document.contents);
  return { value, ...span, spans: walk.spans, keys: walk.keys, broken: broken || walk.broken };
}

class Walk {
  readonly spans: Record<string, Span> = {};
  readonly keys: Record<string, Span> = {};
  broken = false;
  private readonly part: YamlPart;
  private readonly problems: FactProblem[];

  constructor(part: YamlPart, problems: FactProblem[]) {
    this.part = part;
    this.problems = problems;
  }

  spanOf(node: Node): Span {
    const [from, to] = node.range ?? [0, 0];
    const start = Math.min(this.part.start + from, this.part.end);
    let end = Math.min(this.part.start + to, this.part.end);
    // A block collection ends behind its last line break; its text ends before.
    while (end > start && isBlank(this.part.text, end - 1)) end--;
    return { start, end };
  }

  read(node: Node | null, path: string, depth: number): unknown {
    if (node === null) return null;
    this.spans[path] = this.spanOf(node);
    if (depth > MAX_DEPTH) {
      this.fail('syntax', this.spanOf(node), { detail: 'nested too deep' });
      return null;
    }
    if (isAlias(node)) {
      this.fail('alias', this.spanOf(node), { name: `*${node.source}` });
      return null;
    }
    if (isScalar(node)) return this.scalar(node);
    if (isSeq(node)) {
      return node.items.map((item, i) => this.read(item as Node | null, join(path, String(i)), depth + 1));
    }
    if (isMap(node)) return this.map(node.items, path, depth);
    return null;
  }

  private scalar(node: Scalar): unknown {
    if (typeof node.value === 'bigint') return Number(node.value);
    return node.value;
  }

  private map(items: readonly { key: unknown; value: unknown }[], path: string, depth: number): unknown {
    const out: Record<string, unknown> = {};
    for (const pair of items) {
      if (!isScalar(pair.key)) {
        const span = this.spanOf(pair.key as Node);
        this.fail('syntax', span, { detail: 'a key must be one word' });
        continue;
      }
      const key = String(pair.key.source ?? pair.key.value);
      const span = this.spanOf(pair.key);
      if (FORBIDDEN_KEYS.has(key)) {
        this.problem('unknown-key', span, { key, what: 'this record', known: 'those of the schema' });
        continue;
      }
      if (Object.hasOwn(out, key)) {
        this.problem('duplicate-key', span, { key });
        continue;
      }
      const inner = join(path, key);
      this.keys[inner] = span;
      out[key] = this.read(pair.value as Node | null, inner, depth + 1);
      const inside = this.spans[inner];
      if (inside === undefined || inside.start === inside.end) this.spans[inner] = span;
    }
    return out;
  }

  private fail(key: 'syntax' | 'alias', span: Span, args: Record<string, string>): void {
    this.broken = true;
    this.problem(key, span, args);
  }

  private problem(
    key: 'syntax' | 'alias' | 'unknown-key' | 'duplicate-key',
    span: Span,
    args: Record<string, string>,
  ): void {
    this.problems.push(factProblem(key, { file: this.part.file, ...span }, args));
  }
}

/** One character at `offset`, or the last one before it that can be seen: the parser often stops at the end of a line. */
function visible(part: YamlPart, offset: number): Span {
  let start = Math.min(offset, part.end - 1);
  while (start > part.start && isBlank(part.text, start)) start--;
  return { start, end: start + 1 };
}

function isBlank(text: string, offset: number): boolean {
  return /\s/.test(text[offset] ?? '');
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The parser's words without its own full stop. */
function plain(message: string): string {
  return message.replace(/[.\s]+$/, '');
}
