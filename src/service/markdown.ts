/**
 * Markdown for cards. Whatever comes from data or from a note goes through `plain`, so that no name, title or figure can
 * become markup, HTML, an icon or a link of its own.
 */

/** Text as itself: markup characters escaped, line breaks made spaces, addresses kept from turning into links. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/\$\(/g, '\\$(')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (head) => `${head.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@')
    .replace(/^(\s*)([#+-]|\d+(?=[.)](?:\s|$)))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

export function bold(text: string): string {
  return `**${plain(text)}**`;
}

/** A link, or the bare label where the address is none that a card may open. */
export function link(label: string, address: string): string {
  if (!/^(?:https?|file):\/\//i.test(address)) return plain(label);
  const target = address.replace(/[\s<>\\]/g, (c) => encodeURIComponent(c));
  return `[${plain(label)}](<${target}>)`;
}

/** A link that runs a command of the editor; the label alone where there is none. Its argument is encoded: nothing of it is markup. */
export function action(label: string, address: string | null): string {
  if (address === null || !/^command:[\w.-]+(?:\?[\w.!~*'()%-]*)?$/.test(address)) return '';
  return `[${plain(label)}](<${address}>)`;
}

/** A picture that is part of the card itself. `label` is what a screen reader says. */
export function picture(label: string, svg: string): string {
  return `![${plain(label)}](<data:image/svg+xml,${encodeURIComponent(svg)}>)`;
}

/** Editors set the columns of a card edge to edge: without this, two of them read as one. */
const GAP = '&emsp;';

/** A table of cells that are Markdown already, set to the left. Rows are padded to the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const gap = (i: number) => (i < head.length - 1 ? GAP : '');
  const line = (cells: readonly string[]) =>
    `| ${head.map((_, i) => `${cells[i] ?? ''}${gap(i)}`).join(' | ')} |`;
  return [line(head), `| ${head.map(() => ':--').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Paragraphs with blank lines between; empty ones are left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
