import { describe, expect, it } from 'vitest';
import { edited, makeService, noteAt } from './support.ts';

/** The note after the first action whose English title begins so; null where none is offered. */
function mended(marked: string, title: RegExp): string | null {
  const { note, offset } = noteAt(marked);
  const offered = makeService('en').doCodeActions(note, { start: offset, end: offset });
  const action = offered.find((one) => title.test(one.title));
  return action === undefined ? null : edited(note.text, action.edits);
}

const RIGHT = {
  simplified: '千问系列开源模型的累计下载突破 6 亿‸次。',
  traditional: '千問系列開源模型的累計下載突破 6 億‸次。',
  English: 'Qwen has more than 600 mil‸lion downloads.',
};
const WRONG = {
  simplified: '截至 2025 年 9 月，千问系列开源模型的累计下载突破 6000 万‸次。',
  traditional: '截至 2025 年 9 月，千問系列開源模型的累計下載突破 6000 萬‸次。',
  English: 'As of September 2025, Qwen had more than 60 mil‸lion downloads.',
};
const FIXED = {
  simplified: '截至 2025 年 9 月，千问系列开源模型的累计下载突破 6 亿次。',
  traditional: '截至 2025 年 9 月，千問系列開源模型的累計下載突破 6 億次。',
  English: 'As of September 2025, Qwen had more than 600 million downloads.',
};

const SCRIPTS = ['simplified', 'traditional', 'English'] as const;

describe.each(SCRIPTS)('in %s', (script) => {
  const plain = (marked: string) => marked.replace('‸', '');

  it('the known figure takes the place of a wrong one', () => {
    expect(mended(WRONG[script], /^Replace by/)).toBe(FIXED[script]);
  });

  it('a figure is dated', () => {
    const dated = {
      simplified: '千问系列开源模型的累计下载突破 6 亿次（截至 2025 年 9 月）。',
      traditional: '千問系列開源模型的累計下載突破 6 億次（截至 2025 年 9 月）。',
      English: 'Qwen has more than 600 million downloads (as of September 2025).',
    };
    expect(mended(RIGHT[script], /^Add the date/)).toBe(dated[script]);
  });

  it('a source is cited', () => {
    const cited = {
      simplified: /亿次\[\^1\]。\n\n\[\^1\]: The Weekly《.*》，2025 年 10 月 12 日。</,
      traditional: /億次\[\^1\]。\n\n\[\^1\]: The Weekly《.*》，2025 年 10 月 12 日。</,
      English: /downloads\[\^1\]\.\n\n\[\^1\]: The Weekly, “.*”, October 12, 2025\. </,
    };
    expect(mended(RIGHT[script], /^Cite/)).toMatch(cited[script]);
  });

  it('a bound is softened', () => {
    const hard = {
      simplified: '2025 年 7 月，Hugging Face 上 Llama 的衍生模型超过 2.8 万‸个，这些都是开源模型。',
      traditional: '2025 年 7 月，Hugging Face 上 Llama 的衍生模型超過 2.8 萬‸個，這些都是開源模型。',
      English: 'In July 2025, Llama had more than 28,‸000 derivative models on Hugging Face.',
    };
    const soft = {
      simplified: '2025 年 7 月，Hugging Face 上 Llama 的衍生模型近 2.8 万个，这些都是开源模型。',
      traditional: '2025 年 7 月，Hugging Face 上 Llama 的衍生模型近 2.8 萬個，這些都是開源模型。',
      English: 'In July 2025, Llama had nearly 28,000 derivative models on Hugging Face.',
    };
    expect(mended(hard[script], /^Soften to/)).toBe(soft[script]);
  });

  it('a name is corrected', () => {
    const misspelt = {
      simplified: '这些开源模型来自 Hugging fa‸ce。',
      traditional: '這些開源模型來自 Hugging fa‸ce。',
      English: 'The models are by Hugging fa‸ce.',
    };
    const right = plain(misspelt[script]).replace('face', 'Face');
    expect(mended(misspelt[script], /^Replace by/)).toBe(right);
  });

  it('a finding is silenced here, and in the file', () => {
    const here = mended(WRONG[script], /^Ignore figure\.contradicted here/);
    expect(here).toBe(
      `${plain(WRONG[script])} <!-- ecosystem-notes-disable-line figure.contradicted -- reason -->`,
    );
    const inFile = mended(WRONG[script], /^Ignore figure\.contradicted in this file/);
    expect(inFile).toContain(plain(WRONG[script]));
    for (const silent of [here, inFile]) {
      expect(makeService().doValidation(noteAt(silent ?? '').note)).toEqual([]);
    }
  });

  it('a figure is pinned', () => {
    const comment = '<!-- fact: qwen.cumulative-downloads@2025-09#001 -->';
    const end = script === 'English' ? '.' : '。';
    expect(mended(RIGHT[script], /^Pin to/)).toBe(`${plain(RIGHT[script]).slice(0, -1)}${comment}${end}`);
  });

  it('all of one code are mended together', () => {
    const two = `${WRONG[script]}\n\n${plain(WRONG[script])}`;
    expect(mended(two, /^Mend all 2 figure\.contradicted/)).toBe(`${FIXED[script]}\n\n${FIXED[script]}`);
  });

  it('a baseline hides what is there, and nothing new', () => {
    const { note } = noteAt(WRONG[script]);
    const taken = makeService().takeBaseline(note);
    const later = makeService('en', {}, { baseline: () => taken });
    expect(later.doValidation(noteAt(`# 新\n\n${WRONG[script]}`).note)).toEqual([]);
    const other = WRONG[script].replace('6000', '5000').replace('60 mil', '50 mil');
    expect(later.doValidation(noteAt(other).note)).toHaveLength(1);
  });
});
