import { describe, expect, it } from 'vitest';
import { makeService, noteAt } from './support.ts';

const service = makeService();
const path = (id: string, group: 'kind' | 'maker' = 'kind') =>
  service.findTreePath({ type: 'record', id }, { note: null, group }).map(({ label }) => label);

describe('the way to a record in the tree', () => {
  it('leads over the group of its kind', () => {
    expect(path('qwen')).toEqual(['Model families', 'Qwen']);
    expect(path('qwen.cumulative-downloads@2025-09#001')).toEqual([
      'Model families',
      'Qwen',
      'cumulative downloads',
      'more than 600 million',
    ]);
    expect(path('001-weekly')).toEqual(['Weekly <figures>']);
  });

  it('leads over the maker where the tree is grouped by makers', () => {
    expect(path('qwen', 'maker')).toEqual(['Organisations', 'Alibaba Cloud', 'Qwen']);
  });

  it('is empty for what is not there', () => {
    expect(path('nobody')).toEqual([]);
  });

  it('leads from a figure of the note to its claim, from a name to its entity', () => {
    const at = (marked: string) => {
      const { note, offset } = noteAt(marked);
      return service.findTreePath({ type: 'place', note, offset }, { note }).map(({ label }) => label);
    };
    expect(at('到 2025 年 9 月，千问累计下载突破 6 ‸亿次。')).toEqual(['Supported', '6 亿次']);
    expect(at('到 2025 年 9 月，千‸问累计下载突破 6 亿次。')).toEqual(['Model families', 'Qwen']);
    expect(at('我们开‸会。')).toEqual([]);
  });
});

describe('arranging the tree', () => {
  const list = (query: object) =>
    service
      .getTreeChildren('ecosystem/organisation', { note: null, filter: '', ...query })
      .map(({ label }) => label);

  it('sorts by name, by number of facts, by the newest fact', () => {
    expect(list({})[0]).toBe('Alibaba Cloud');
    expect(
      service.getTreeChildren('ecosystem/family', { note: null, filter: '', sort: 'facts' })[0]?.label,
    ).toBe('Qwen');
    expect(service.getTreeChildren('ecosystem/family', { note: null, filter: '' })[0]?.label).toBe('Llama');
    expect(
      service.getTreeChildren('ecosystem/family', { note: null, filter: '', sort: 'newest' })[0]?.label,
    ).toBe('Qwen');
  });

  it('grouped by makers, lists under its kind only what belongs to nobody', () => {
    const families = (group: 'kind' | 'maker') =>
      service
        .getTreeChildren('ecosystem/family', { note: null, filter: '', group })
        .map(({ label }) => label);
    expect(families('kind')).toEqual(['Llama', 'Qwen']);
    expect(families('maker')).toEqual(['Llama']);
  });
});
