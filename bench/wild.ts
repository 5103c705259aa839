/**
 * Everything that is said at error and warning level about notes from the wild, each with its sentence, and how often per 100,000
 * characters: `npm run bench:wild [-- FOLDER]`. The notes lie beside the repository and are not part of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProduct, TODAY } from './support/product.ts';

const folder = process.argv[2] ?? '../shared/corpus/wild';
if (!existsSync(folder)) {
  console.log(`wild notes: skipped, ${folder} is not here`);
  process.exit(0);
}

const { knowledge, service } = loadProduct();
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();
let characters = 0;
const counts = new Map<string, number>();
for (const name of files) {
  const text = readFileSync(join(folder, name), 'utf8');
  const analysis = knowledge.checker.analyze(text, { today: TODAY });
  const note = service.makeNote(`file:///${name}`, analysis);
  characters += text.length;
  for (const { code, severity, message, start, end } of service.doValidation(note)) {
    const kind = `${severity} ${code}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (severity !== 'error' && severity !== 'warning') continue;
    const claim = analysis.claims.find((one) => one.claim.start <= start && end <= one.claim.end)?.claim;
    const sentence = claim?.sentence ?? lineAround(text, start, end);
    const { line, character } = note.lines.positionAt(start);
    console.log(`\n${name}:${line + 1}:${character + 1} ${severity} ${code}`);
    console.log(`  ${message}`);
    console.log(`  | ${text.slice(sentence.start, sentence.end).trim().replace(/\s+/g, ' ').slice(0, 300)}`);
  }
}

console.log(
  `\n${files.length} notes, ${characters.toLocaleString('en')} characters; found per 100,000 characters:`,
);
for (const [kind, count] of [...counts].sort(([, a], [, b]) => b - a))
  console.log(
    `${kind.padEnd(36)} ${String(count).padStart(5)}  ${((count * 100_000) / characters).toFixed(2).padStart(7)}`,
  );

function lineAround(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const behind = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start) + 1, end: behind === -1 ? text.length : behind };
}
