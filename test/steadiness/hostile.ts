import fc from 'fast-check';

/** Pieces that change what the text around them means, and pieces that no editor should ever send. */
const PIECES = [
  '\n\n',
  '# Qwen\n',
  '## 2025 年 9 月\n',
  '累计下载量突破 9 亿次。',
  '豆包在 2025 年 12 月日活突破 1 亿。',
  '它的日活是 2 亿。',
  '阿里云 2025 财年：\n\n',
  '- 营收 1180 亿元\n',
  '1. 同比增长 21%\n',
  '```\n',
  '~~6000 万次~~',
  '**6 亿**次',
  '| 模型 | 衍生模型 |\n| --- | --- |\n| Qwen | 11.3 万 |\n',
  '<!-- ecosystem-notes-disable -->\n',
  '<!-- ecosystem-notes-disable-line figure.contradicted -->\n',
  '---\ndate: 2024-02-10\n---\n',
  'Llama 2.7 万，',
  '这一说法有误。',
  '目前',
  '？',
  ' ',
  'fact:001-hugging-face-deepseek-to-ai-plus',
  '\uD83D',
  '\uDC4D',
  '\0',
  '\u202E\u2066',
  '\u200B\uFEFF',
  '\r',
  '\r\n',
  '\n\r',
  '\u2028\u2029\u0085',
  '[a](<',
  '](command:x)',
  '<img src=x onerror=1>',
  '> > - 1. ',
  '`'.repeat(7),
  '\\',
  '&#x0;&#55357;&amp',
  '9'.repeat(400),
  '亿'.repeat(40),
  '1.2.3,4,5e6%‰℃',
];

export const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

/** A note that nobody would write. */
export const hostileText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  insert: fc.oneof(piece, fc.constant('')),
});

/** Places may lie inside a pair of code units or of line ends: editors do send those. */
export function applyEdit(text: string, { at, remove, insert }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** Offsets that are none, or lie where no character begins. */
export const oddOffset = fc.oneof(
  fc.nat({ max: 400 }),
  fc.constantFrom(-1, -0, 0.5, 1e12, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER),
);

/** Names and texts that try to become something else on their way to a reader. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '](command:workbench.action.terminal.new)',
  '[x](command:evil)',
  '![x](https://evil.example/p.png)',
  '<https://evil.example>',
  'javascript:alert(1)',
  '../../x',
  '/etc/passwd',
  '(a+)+$',
  '.*',
  '[^]*',
  '$(trash)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what an editor's snippets would fill in
  '${1:evil}',
  '$0',
  '`x`',
  '| a | b |',
  '\u202Eevil\u202C',
  '__proto__',
  'constructor',
  'toString',
  '*bold* _it_ ~~no~~',
  'a\\',
  '&lt;b&gt;',
];
