import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { markTexts, piecesHtml } from '../../src/extension/preview-marks.ts';
import type { ProtocolMark } from '../../src/server/protocol.ts';

const { escapeHtml } = new MarkdownIt().utils;

function mark(text: string, kind: ProtocolMark['kind'] = 'name', title = 'a card'): ProtocolMark {
  const at = { line: 0, character: 0 };
  return { range: { start: at, end: at }, text, kind, title };
}

/** Marked stretches in brackets. */
function marked(texts: readonly string[], marks: readonly ProtocolMark[]): string[] {
  return markTexts(texts, marks).map((pieces) =>
    pieces.map((piece) => (piece.mark === null ? piece.text : `[${piece.text}]`)).join(''),
  );
}

describe('marks in a preview', () => {
  test.each([
    [['千问下载 6 亿次'], ['千问', '6 亿次'], ['[千问]下载 [6 亿次]']],
    [
      ['a ', 'Qwen', ' b Qwen'],
      ['Qwen', 'Qwen'],
      ['a ', '[Qwen]', ' b [Qwen]'],
    ],
    [['Qwen Qwen'], ['Qwen'], ['[Qwen] Qwen']],
    [
      ['300', ' 余个模型'],
      ['300 余个', '模型'],
      ['300', ' 余个[模型]'],
    ],
    [['nothing here'], [], ['nothing here']],
    [['', 'Qwen', ''], ['Qwen'], ['', '[Qwen]', '']],
  ])('%j with %j', (texts, marks, expected) => {
    expect(
      marked(
        texts,
        marks.map((text) => mark(text)),
      ),
    ).toEqual(expected);
  });

  test('nothing of a note or of the data becomes markup', () => {
    const [pieces = []] = markTexts(['<b>Qwen</b>'], [mark('Qwen', 'supported', '"><script>')]);
    expect(piecesHtml(pieces, escapeHtml)).toBe(
      '&lt;b&gt;<span class="ecosystem-notes-mark ecosystem-notes-supported" title="&quot;&gt;&lt;script&gt;">Qwen</span>&lt;/b&gt;',
    );
  });
});
