/** Prints a Markdown table; what is no first column stands right. */
export function printTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = heads.map((head, i) => Math.max(3, head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${heads.map((_, i) => pad(cells[i] ?? '', widths[i] ?? 0, i)).join(' | ')} |`;
  console.log(`\n### ${title}\n`);
  console.log(line(heads));
  console.log(
    `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
  );
  for (const row of rows) console.log(line(row));
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** 100 KB, 1 MB, 10 MB. */
export function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${Math.round(bytes / 1e6)} MB`;
}

export function milliseconds(value: number): string {
  if (value < 0.995) return `${value.toFixed(2)} ms`;
  if (value < 99.5) return `${value.toFixed(1)} ms`;
  return value < 9950 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
