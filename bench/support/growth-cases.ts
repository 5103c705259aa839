import type { NoteAnalysis } from '../../src/check/analysis.ts';
import { loadBundledBase } from '../../src/server/disk/bundled.ts';
import { assembleKnowledge, createReaders } from '../../src/service/assemble.ts';
import { createLanguageService, type LanguageService } from '../../src/service/language-service.ts';
import { createNoteIndex } from '../../src/service/note-index.ts';
import type { Growth, GrowthCase } from './growth.ts';
import { makeText, mixedBlocks } from './note-text.ts';
import { fullCheck, loadProduct, type Product, TODAY } from './product.ts';
import { syntheticLayer, syntheticName, syntheticNote } from './synthetic-facts.ts';

const SENTENCE =
  '截至 2025 年 9 月，Qwen3 系列累计下载量突破 **6 亿次**，`v3` 之后 DeepSeek 的份额约为 43%。';

/** Texts of one shape that a careless reader would take too long over. */
const SHAPES: readonly { readonly name: string; readonly make: (bytes: number) => string }[] = [
  { name: 'a mixed note', make: (bytes) => makeText(mixedBlocks(), bytes) },
  { name: 'one paragraph of sentences', make: (bytes) => fill(SENTENCE, bytes) },
  { name: 'one sentence', make: (bytes) => fill('Qwen3 的下载量为 6 亿次，', bytes) },
  { name: 'one long line of lists', make: (bytes) => fill('Qwen3、DeepSeek、GLM-4.5、', bytes) },
  {
    name: 'one table',
    make: (bytes) => `| 模型 | 下载量 |\n|---|---|\n${fill('| Qwen3 | 6 亿次 |\n', bytes)}`,
  },
  { name: 'one list', make: (bytes) => fill(`- ${SENTENCE}\n`, bytes) },
  { name: 'headings only', make: (bytes) => fill('# Qwen3 2025 年 9 月\n', bytes) },
  { name: 'open brackets', make: (bytes) => '['.repeat(bytes) },
  { name: 'open emphasis', make: (bytes) => fill('*a **b _c ', bytes) },
  { name: 'back-ticks of rising length', make: (bytes) => ticks(bytes) },
  { name: 'unclosed tags', make: (bytes) => fill('<a href="', bytes) },
  { name: 'unclosed comments', make: (bytes) => fill('<!-- a ', bytes) },
  { name: 'digits', make: (bytes) => '1'.repeat(bytes) },
  { name: 'Chinese numerals', make: (bytes) => fill('一百二十', bytes) },
  { name: 'dates', make: (bytes) => fill('2025 年 9 月至', bytes) },
  { name: 'one word', make: (bytes) => 'q'.repeat(bytes) },
  { name: 'spaces', make: (bytes) => `a${' '.repeat(bytes)}b` },
];

/** Everything whose growth is promised. */
export function growthCases(): readonly GrowthCase[] {
  const product = loadProduct();
  const checks = SHAPES.map(
    ({ name, make }): GrowthCase => ({
      name: `check of ${name}`,
      growth: 'linear',
      sizes: [8000, 32_000],
      prepare(size) {
        const text = make(size);
        return () => void fullCheck(product, text);
      },
    }),
  );
  const quotes: GrowthCase = {
    name: 'check of nested quotes',
    growth: 'linear',
    sizes: [1000, 4000],
    prepare(depth) {
      const text = `${'>'.repeat(depth)} Qwen3 6 亿次\n`;
      return () => void fullCheck(product, text);
    },
  };
  return [...checks, quotes, keystroke(product), ...indexCases(product), ...factCases()];
}

function keystroke({ knowledge }: Product): GrowthCase {
  return {
    name: 'keystroke, by length of the note',
    growth: 'linear',
    sizes: [16_000, 64_000],
    prepare(size) {
      const text = makeText(mixedBlocks(), size);
      const middle = text.indexOf('\n\n', text.length >> 1);
      const typed = `${text.slice(0, middle)} 7${text.slice(middle)}`;
      typed.charCodeAt(middle);
      const before: NoteAnalysis = knowledge.checker.analyze(text, { today: TODAY });
      return () => void knowledge.checker.reanalyze(before, typed, { today: TODAY });
    },
  };
}

function indexCases({ knowledge, service }: Product): readonly GrowthCase[] {
  const blocks = mixedBlocks();
  const notes = Array.from({ length: 40 }, (_, i) => {
    const analysis = knowledge.checker.analyze(makeText(blocks, 500, i + 1), { today: TODAY });
    return service.makeNote(`file:///note-${i}.md`, analysis);
  });
  const indexOf = (count: number) => {
    const index = createNoteIndex();
    for (let i = 0; i < count; i++) {
      const note = notes[i % notes.length];
      if (note !== undefined) index.update({ ...note, uri: `file:///notes/${i}.md` });
    }
    return index;
  };
  return [
    {
      name: 'note taken into the index, by notes in it',
      growth: 'flat',
      sizes: [500, 4000],
      prepare(count) {
        const index = indexOf(count);
        return () => {
          for (const note of notes) index.update(note);
        };
      },
    },
    {
      name: 'references, by notes in the index',
      growth: 'linear',
      sizes: [500, 4000],
      prepare(count) {
        const index = indexOf(count);
        return () => void service.findReferences(index, { type: 'entity', id: 'deepseek' });
      },
    },
  ];
}

interface Filled {
  readonly knowledge: Product['knowledge'];
  readonly service: LanguageService;
}

function factCases(): readonly GrowthCase[] {
  const base = loadBundledBase();
  const readers = createReaders(base.tables);
  const filled = new Map<number, Filled>();
  const load = (count: number): Filled => {
    const known = filled.get(count);
    if (known !== undefined) return known;
    const knowledge = assembleKnowledge(base, [syntheticLayer(count)], readers);
    const made = { knowledge, service: createLanguageService({ factBase: knowledge.factBase }) };
    filled.set(count, made);
    return made;
  };
  const over = (name: string, growth: Growth, work: (made: Filled, count: number) => () => void) => ({
    name: `${name}, by names and facts`,
    growth,
    sizes: [2000, 16_000],
    prepare: (count: number) => work(load(count), count),
  });
  return [
    {
      name: 'fact base loaded, by names and facts',
      growth: 'linear',
      sizes: [2000, 8000],
      prepare(count) {
        const layer = syntheticLayer(count);
        return () => void assembleKnowledge(base, [layer], readers);
      },
    },
    over('check', 'flat', (made) => {
      const text = syntheticNote(2000, 100);
      return () => void fullCheck(made, text);
    }),
    over('hover', 'flat', ({ knowledge, service }) => {
      const note = service.makeNote(
        'file:///n.md',
        knowledge.checker.analyze(syntheticNote(2000, 20), { today: TODAY }),
      );
      const at = note.analysis.mentions.at(-1)?.start ?? 0;
      return () => void service.doHover(note, at);
    }),
    over('names made ready for completion', 'linear', ({ knowledge }) => () => {
      const { factBase } = knowledge;
      for (const _ of createLanguageService({ factBase }).prepareNames());
    }),
    over('completion', 'flat', ({ knowledge, service }, count) => {
      for (const _ of service.prepareNames());
      // Begins more names in either base than are ever offered: fewer would be fewer to show, not fewer to look through.
      const query = syntheticName(count >> 1).en.slice(0, 2);
      const note = service.makeNote('file:///n.md', knowledge.checker.analyze(query, { today: TODAY }));
      return () => void service.doComplete(note, query.length, 'asked');
    }),
  ];
}

function fill(part: string, bytes: number): string {
  return part.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(part))));
}

/** No two runs of back-ticks are of one length, so that none closes another. */
function ticks(bytes: number): string {
  const parts: string[] = [];
  for (let n = 1, size = 0; size < bytes; n++) {
    parts.push(`a${'`'.repeat(n)}`);
    size += n + 1;
  }
  return parts.join('');
}
