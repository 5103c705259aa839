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
  const walk = new Walk(part, problems);
  let broken = false;
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') continue;
    broken = true;
    const [start, end] = error.pos;
    problems.push(
      factProblem('syntax', walk.at({ start, end: Math.max(end, start + 1) }), {
        detail: plain(error.message),
      }),
    );
    // What follows the first error is mostly its echo.
    break;
  }
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

  at(span: Span): Span & { file: string } {
    const { start: base, end: limit } = this.part;
    return {
      file: this.part.file,
      start: Math.min(base + span.start, limit),
      end: Math.min(base + span.end, limit),
    };
  }

  spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    const { file: _, ...span } = this.at({ start, end });
    // A block collection ends behind its last line break; its text ends before.
    let last = span.end;
    while (last > span.start && /\s/.test(this.part.text[last - 1] ?? '')) last--;
    return { start: span.start, end: last };
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
      if (pair.value === null) this.spans[inner] = span;
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

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The parser's words without its own full stop. */
function plain(message: string): string {
  return message.replace(/[.\s]+$/, '');
}
