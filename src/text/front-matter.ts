/** What a note says of itself in its front matter; as written, without quotes. */
export interface FrontMatter {
  /** First of date, published, updated, created, 日期 that gives a day, as ISO 8601 (2026-02-03); null when none does. */
  readonly date: string | null;
  readonly title: string | null;
}

const DATE_KEYS = ['date', 'published', 'updated', 'created', '日期', '发布日期', '發布日期'];
const LINE = /^([\p{L}_-]+)\s*[:：]\s*(.*)$/u;
const DAY = /^(\d{4})(?:-|\/|\.|年\s*)(\d{1,2})(?:-|\/|\.|月\s*)(\d{1,2})(?!\d)/;

/** Reads the few keys that matter, line by line; what is no plain `key: value` is passed over. Never throws. */
export function readFrontMatter(block: string): FrontMatter {
  const values = new Map<string, string>();
  for (const line of block.split(/\r\n?|\n/)) {
    const match = LINE.exec(line);
    const key = match?.[1]?.toLowerCase();
    if (key !== undefined && !values.has(key)) values.set(key, unquote(match?.[2] ?? ''));
  }
  const date = DATE_KEYS.map((key) => isoDay(values.get(key) ?? '')).find((day) => day !== null) ?? null;
  return { date, title: values.get('title') ?? null };
}

function unquote(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  if ((quote === '"' || quote === "'") && trimmed.length > 1 && trimmed.endsWith(quote)) return trimmed.slice(1, -1);
  return trimmed;
}

function isoDay(text: string): string | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
