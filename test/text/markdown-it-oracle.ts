import MarkdownIt from 'markdown-it';
import { splitBlocks } from '../../src/text/blocks.ts';
import { LineIndex } from '../../src/text/lines.ts';

/** A block as both readers can name it: kind, first and last line that is not blank. */
export interface LineBlock {
  readonly kind: string;
  readonly first: number;
  readonly last: number;
}

const markdownIt = new MarkdownIt({ html: true });

const KIND_OF_TOKEN: Readonly<Record<string, string>> = {
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  table_open: 'table',
  paragraph_open: 'prose',
};

/** What markdown-it finds in a text. Paragraphs of an item that follow each other are one, as they are for us. */
export function blocksOfMarkdownIt(source: string): readonly LineBlock[] {
  const lines = source.split(/\r\n|\r|\n/);
  const blocks: LineBlock[] = [];
  for (const token of markdownIt.parse(source, {})) {
    const kind = token.type === 'heading_open' ? `heading ${token.tag.slice(1)}` : KIND_OF_TOKEN[token.type];
    if (kind === undefined || token.map === null) continue;
    const [first, behind] = token.map;
    let last = behind - 1;
    while (last > first && isBare(lines[last] ?? '')) last--;
    blocks.push({ kind, first, last });
  }
  return blocks;
}

/** What we find, link reference definitions left out: markdown-it has no token for them. */
export function ourBlocks(source: string): readonly LineBlock[] {
  const index = new LineIndex(source);
  const blocks: LineBlock[] = [];
  for (const block of splitBlocks(source)) {
    if (block.kind === 'definition' || block.kind === 'front-matter') continue;
    const isProse = block.kind === 'paragraph' || block.kind === 'list-item';
    const kind = block.kind === 'heading' ? `heading ${block.level}` : isProse ? 'prose' : block.kind;
    const first = index.positionAt(block.start).line;
    let last = index.positionAt(block.end).line;
    const lineText = (line: number): string => source.slice(index.lineStart(line), index.lineEnd(line));
    while (last > first && isBare(lineText(last))) last--;
    if (block.kind !== 'list-item') {
      blocks.push({ kind, first, last });
      continue;
    }
    for (let line = first; line <= last; ) {
      let end = line;
      while (end < last && !isBare(lineText(end + 1))) end++;
      blocks.push({ kind, first: line, last: end });
      line = end + 1;
      while (line <= last && isBare(lineText(line))) line++;
    }
  }
  return blocks;
}

/** Nothing but blanks and quote marks. */
function isBare(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}
