import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { toCodeAction, toCompletionItem, toPlainText } from '../../src/server/convert.ts';
import { createRecordLocator } from '../../src/server/locations.ts';
import { createLanguageService } from '../../src/service/language-service.ts';
import { dayOf, loadChecker, loadFactBase } from '../helpers/checker.ts';
import { HOSTILE_NAMES } from './hostile.ts';

/** A base whose every text is the same hostile one: names, aliases, descriptions, titles, notes. */
function serviceOf(text: string) {
  const quoted = JSON.stringify(text);
  const files = [
    {
      path: 'data/entities/all.yaml',
      text: `
- { id: alpha, kind: model, name: { zh: ${quoted}, en: ${quoted} }, aliases: [Alphamodel], description: { zh: ${quoted}, en: ${quoted} } }
- { id: maker, kind: organisation, name: { zh: 造者, en: ${JSON.stringify(`${text} Inc`)} }, makes: alpha, description: { zh: ${quoted}, en: ${quoted} } }
`,
    },
    {
      path: 'data/metrics.yaml',
      text: `- { id: users, name: { zh: 日活, en: daily users }, triggers: { zh: [日活], en: [daily users] }, dimension: people, class: level, siblings: [] }\n`,
    },
    {
      path: 'data/facts/one.yaml',
      text: `- { subject: alpha, metric: users, value: 2000000, unit: people, period: 2025-09, written: 200万, note: ${quoted} }\n`,
    },
    {
      path: 'data/seeds/one.md',
      text: `---\ntitle: ${quoted}\npublisher: ${quoted}\npublished: 2026-01-01\naccessed: 2026-01-02\nlanguage: zh\nkind: article\nurl: https://good.example/a\n---\n\n# one\n`,
    },
  ];
  const factBase = loadFactBase(files);
  const service = createLanguageService({ factBase, recordUrl: () => 'file:///base/record.yaml#L1' });
  return { service, checker: loadChecker(factBase) };
}

/** HTML is on: what the escaping lets through would come out as tags. */
const renderer = new MarkdownIt({ html: true, linkify: true });
const ALLOWED_TAGS = new Set([
  'p',
  'strong',
  'em',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'ul',
  'ol',
  'li',
  'br',
  'hr',
  'code',
  'h1',
  'h2',
  'h3',
]);

/** Everything that a card does besides being read. */
function harm(markdown: string): string[] {
  const html = renderer.render(markdown);
  const found: string[] = [];
  for (const [, tag = ''] of html.matchAll(/<\/?([a-z][a-z0-9-]*)/gi))
    if (!ALLOWED_TAGS.has(tag.toLowerCase())) found.push(tag);
  for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g))
    if (!/^(?:https:\/\/good\.example\/|file:\/\/\/base\/|command:ecosystemNotes\.)/.test(address))
      found.push(address);
  // VS Code draws an icon for $(name) unless the dollar is escaped.
  if (/(?<!\\)\$\([a-z-]+\)/.test(markdown)) found.push('icon');
  return found;
}

describe.each(HOSTILE_NAMES)('%j in facts and notes', (name) => {
  const { service, checker } = serviceOf(name);
  const text = `# ${name}\n\n到 2025 年 9 月，Alphamodel 日活 900 万，${name} 日活 800 万。\n`;
  const note = service.makeNote('file:///w/a.md', checker.analyze(text, { today: dayOf('2026-02-15') }));
  const locator = createRecordLocator('/base', () => null);

  it('is text in cards, not markup, a link, an icon or a command', () => {
    const cards: string[] = [];
    for (let offset = 0; offset <= text.length; offset++) {
      const hover = service.doHover(note, offset);
      if (hover !== null) cards.push(hover.markdown);
    }
    for (const parent of [null, 'note', 'ecosystem', 'sources', 'conflicts'])
      for (const { tooltip } of service.getTreeChildren(parent, { note, filter: '' })) cards.push(tooltip);
    for (const item of service.doComplete(note, text.length, 'asked').items)
      cards.push(service.doResolve(item).documentation);
    expect(cards.length).toBeGreaterThan(1);
    for (const card of cards) {
      expect(harm(card)).toEqual([]);
      expect(toPlainText(card)).toBeTypeOf('string');
    }
  });

  it('is inserted as it stands, never as a snippet, and only into the note', () => {
    for (const item of service.doComplete(note, text.length, 'asked').items) {
      const sent = toCompletionItem(note, item);
      expect(sent.insertTextFormat ?? 1).toBe(1);
      expect(sent.command).toBeUndefined();
    }
    for (const action of service.doCodeActions(note, { start: 0, end: text.length })) {
      const sent = toCodeAction(note, action, locator);
      expect(Object.keys(sent.edit?.changes ?? {}).filter((uri) => uri !== 'file:///w/a.md')).toEqual([]);
    }
  });

  it('is searched for as it stands', () => {
    const found = service.findRecords(name, 10).map((record) => record.recordId);
    expect(found.length).toBeLessThanOrEqual(10);
    expect(() => service.getTreeChildren('ecosystem', { note, filter: name })).not.toThrow();
  });

  it('leads to no file but those of the facts', () => {
    const places = service.findDefinition(note, text.indexOf('Alphamodel') + 2);
    for (const { file } of places) expect(file).toMatch(/^data\//);
    expect(locator.rulePage(name)).toBeNull();
  });
});

it.each([
  '<img src=x>',
  '[x](command:evil)',
  '![x](https://evil.example/p.png)',
  '$(trash)',
  'https://evil.example',
])('unescaped, %s would be seen here', (markdown) => expect(harm(markdown)).not.toEqual([]));
