import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/service/note.ts';
import type { TreeNode } from '../../src/service/tree/node.ts';
import { parentOf } from '../../src/service/tree/node.ts';
import { makeService, noteAt } from './support.ts';

const service = makeService();

function children(parent: string | null, note: Note | null = null, filter = ''): readonly TreeNode[] {
  return service.getTreeChildren(parent, { note, filter });
}

const labels = (nodes: readonly TreeNode[]) => nodes.map(({ label }) => label);

/** Every node, depth first. */
function all(parent: string | null, note: Note | null): readonly TreeNode[] {
  return children(parent, note).flatMap((node) => [node, ...all(node.id, note)]);
}

describe('tree', () => {
  it('has four sections', () => {
    expect(children(null).map(({ id, label }) => [id, label])).toEqual([
      ['note', 'This Note'],
      ['ecosystem', 'Ecosystem'],
      ['sources', 'Sources'],
      ['conflicts', 'Conflicts'],
    ]);
    expect(labels(makeService('zh').getTreeChildren(null, { note: null, filter: '' }))).toEqual([
      '本篇笔记',
      '生态',
      '来源',
      '分歧',
    ]);
  });

  it('leads from kind over maker and product to metric and fact', () => {
    expect(children('ecosystem').map(({ label, description }) => [label, description])).toEqual([
      ['Organisations', '3'],
      ['Model families', '2'],
      ['Platforms', '1'],
    ]);
    expect(labels(children('ecosystem/organisation'))).toEqual([
      'Alibaba Cloud',
      'Alibaba Group',
      'Evil *Corp* [x](command:y)',
    ]);
    expect(labels(children('ecosystem/organisation/alibaba-cloud'))).toEqual(['revenue', 'Qwen']);
    const metrics = children('ecosystem/organisation/alibaba-cloud/qwen');
    expect(metrics.map(({ label, description }) => [label, description])).toEqual([
      ['cumulative downloads', 'more than 600 million · September 2025'],
      ['derivative models (Hugging Face)', 'more than 113,000 · July 2025'],
    ]);
    const facts = children(metrics[0]?.id ?? '');
    expect(facts).toMatchObject([
      {
        kind: 'fact',
        label: 'more than 600 million',
        description: 'September 2025 · The Weekly',
        recordId: 'qwen.cumulative-downloads@2025-09#001',
        url: 'https://weekly.example/figures',
        hasChildren: false,
      },
    ]);
  });

  it('lists the facts of each source', () => {
    expect(labels(children('sources'))).toEqual(['Who contributes', 'Weekly <figures>', 'A blog']);
    expect(labels(children('sources/002-blog'))).toEqual(['Alibaba Cloud · revenue: 99 billion yuan']);
  });

  it('lists what sources contradict each other in', () => {
    const [conflict] = children('conflicts');
    expect(conflict).toMatchObject({
      label: 'Alibaba Cloud · revenue',
      description: '118 billion yuan / 99 billion yuan',
    });
    expect(labels(children(conflict?.id ?? ''))).toEqual([
      'Alibaba Cloud · revenue: 118 billion yuan',
      'Alibaba Cloud · revenue: 99 billion yuan',
    ]);
  });

  it('lists the claims of the note by verdict, what needs a look first', () => {
    const { note } = noteAt(
      'As of September 2025, Qwen had more than 600 million downloads.\n\nAs of September 2025, Qwen had more than 60 million downloads.',
    );
    expect(children('note', note).map(({ label, description }) => [label, description])).toEqual([
      ['Contradicted', '1'],
      ['Supported', '1'],
    ]);
    expect(children('note/contradicted', note)).toMatchObject([
      { label: '60 million downloads', kind: 'claim', target: { type: 'note', uri: note.uri } },
    ]);
    expect(children('note')).toMatchObject([{ kind: 'message', label: 'No note is open' }]);
    expect(children('note', noteAt('Nothing.').note)).toMatchObject([
      { kind: 'message', label: 'No figures to check' },
    ]);
  });

  it.each([
    ['qianwen', ['Organisations', 'Model families']],
    ['hugg', ['Platforms']],
    ['zzzz', ['Nothing matches']],
  ])('keeps what matches "%s" and what leads there', (filter, groups) => {
    expect(labels(children('ecosystem', null, filter))).toEqual(groups);
  });

  it('filters sources and conflicts too', () => {
    expect(labels(children('sources', null, 'blog'))).toEqual(['A blog']);
    expect(labels(children('conflicts', null, 'ALIBABA'))).toEqual(['Alibaba Cloud · revenue']);
    expect(children('conflicts', null, 'llama')).toMatchObject([{ kind: 'message' }]);
  });

  it('inserts names and figures in the style of the note', () => {
    const { note } = noteAt('這是一篇關於開源模型的筆記。');
    const [family] = children('ecosystem/family', note).filter(({ recordId }) => recordId === 'qwen');
    expect(family?.insertText).toBe('通義千問');
    expect(children(family?.id ?? '', note)[0]?.insertText).toBe('超過 6 億次');
  });

  it('has one id for each node, leading to the one above', () => {
    const { note } = noteAt('As of September 2025, Qwen had more than 60 million downloads.');
    const nodes = all(null, note);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.size).toBe(nodes.length);
    for (const { id } of nodes) expect(parentOf(id) === null || ids.has(parentOf(id) ?? '')).toBe(true);
  });

  it.each(['nowhere', 'ecosystem/none', 'ecosystem/organisation/none/none', 'note/none', 'sources/%', ''])(
    'has nothing below "%s"',
    (id) => {
      expect(children(id)).toEqual([]);
    },
  );
});
