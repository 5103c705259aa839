import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TreeNode, TreeSection } from '../../../src/server/protocol.ts';
import type { Case } from './case.ts';
import { activeExtension, newNote, openNote, until } from './workspace.ts';

async function children(section: TreeSection, parent?: TreeNode): Promise<readonly TreeNode[]> {
  const { trees } = (await activeExtension()).exports;
  const tree = trees.get(section);
  assert.ok(tree);
  return (await tree.getChildren(parent)) ?? [];
}

async function item(section: TreeSection, node: TreeNode): Promise<vscode.TreeItem> {
  const tree = (await activeExtension()).exports.trees.get(section);
  assert.ok(tree);
  return tree.getTreeItem(node);
}

/** All nodes of a section, to a depth at which facts stand. */
async function all(section: TreeSection, parent?: TreeNode, depth = 6): Promise<readonly TreeNode[]> {
  const nodes = await children(section, parent);
  if (depth === 0) return nodes;
  const below = await Promise.all(
    nodes.filter((node) => node.hasChildren).map((node) => all(section, node, depth - 1)),
  );
  return [...nodes, ...below.flat()];
}

export const tree: readonly Case[] = [
  {
    name: 'Ecosystem leads from groups over who makes what to facts with value and date',
    run: async () => {
      await openNote('qwen.md');
      const nodes = await until(
        'ecosystem',
        () => all('ecosystem'),
        (found) => found.length > 0,
      );
      const kinds = new Set(nodes.map((node) => node.kind));
      assert.ok(kinds.has('entity') && kinds.has('fact'), `kinds: ${[...kinds]}`);
      assert.ok(nodes.some((node) => /阿里巴巴|Alibaba/.test(node.label)));
      const fact = nodes.find((node) => node.kind === 'fact');
      assert.ok(fact?.location?.uri.endsWith('.yaml'), 'a fact opens its record');
    },
  },
  {
    name: 'ids are unique, so that VS Code keeps every node',
    run: async () => {
      const ids = (await all('ecosystem')).map((node) => node.id);
      assert.equal(new Set(ids).size, ids.length);
    },
  },
  {
    name: 'a node has an icon, a card, a label for screen readers, and what its menu needs',
    run: async () => {
      const entity = (await all('ecosystem')).find((node) => node.kind === 'entity');
      assert.ok(entity);
      const shown = await item('ecosystem', entity);
      assert.ok(shown.iconPath instanceof vscode.ThemeIcon);
      assert.ok(shown.tooltip instanceof vscode.MarkdownString);
      assert.notEqual(shown.tooltip.isTrusted, true);
      assert.ok(shown.accessibilityInformation?.label);
      assert.match(shown.contextValue ?? '', /\bentity\b.*\brecorded\b/);
    },
  },
  {
    name: 'Sources lists every source with its facts',
    run: async () => {
      const sources = (await all('sources')).filter((node) => node.kind === 'source');
      assert.ok(sources.length >= 5, `${sources.length} sources`);
      for (const source of sources) assert.ok((await children('sources', source)).length > 0, source.label);
    },
  },
  {
    name: 'This Note groups the claims of the active editor by verdict and follows it',
    run: async () => {
      await openNote('qwen.md');
      const verdicts = await until(
        'verdicts',
        async () => (await all('note')).map((node) => node.verdict),
        (found) => found.includes('contradicted') && found.includes('supported'),
      );
      assert.ok(verdicts.length > 0);
      await openNote('right.md');
      await until(
        'verdicts of the other note',
        async () => (await all('note')).map((node) => node.verdict),
        (found) => found.includes('supported') && !found.includes('contradicted'),
      );
    },
  },
  {
    name: 'Conflicts says something even where there is nothing',
    run: async () => {
      assert.ok((await children('conflicts')).length > 0);
    },
  },
  {
    name: 'a filter, in pinyin too, keeps what matches and what leads there',
    run: async () => {
      const before = await all('ecosystem');
      const alibaba = (nodes: readonly TreeNode[]) =>
        nodes.some((node) => /阿里巴巴|Alibaba/.test(node.label));
      await vscode.commands.executeCommand('ecosystemNotes.filterTree', 'alibaba');
      const filtered = await all('ecosystem');
      assert.ok(
        filtered.length > 0 && filtered.length < before.length,
        `${filtered.length} of ${before.length}`,
      );
      assert.ok(alibaba(filtered));
      await vscode.commands.executeCommand('ecosystemNotes.filterTree', 'no such name');
      assert.ok(!alibaba(await all('ecosystem')));
      await vscode.commands.executeCommand('ecosystemNotes.clearFilter');
      assert.equal((await all('ecosystem')).length, before.length);
    },
  },
  {
    name: 'Insert puts the name where the cursor stands',
    run: async () => {
      const entity = (await all('ecosystem')).find((node) => node.insertText !== null);
      assert.ok(entity?.insertText);
      const document = await newNote('');
      await vscode.commands.executeCommand('ecosystemNotes.insert', entity);
      assert.equal(document.getText(), entity.insertText);
    },
  },
  {
    name: 'Open Record shows the record in its file',
    run: async () => {
      const entity = (await all('ecosystem')).find(
        (node) => node.kind === 'entity' && node.location !== null,
      );
      assert.ok(entity?.location);
      await vscode.commands.executeCommand('ecosystemNotes.openRecord', entity);
      const editor = vscode.window.activeTextEditor;
      assert.match(editor?.document.uri.path ?? '', /\.yaml$/);
      assert.equal(editor?.selection.start.line, entity.location.range.start.line);
    },
  },
  {
    name: 'grouped by makers, a family stands below its maker only, and is found there',
    run: async () => {
      const families = async () => {
        const group = (await children('ecosystem')).find(({ entityKind }) => entityKind === 'family');
        return group === undefined
          ? []
          : (await children('ecosystem', group)).map(({ recordId }) => recordId);
      };
      assert.ok((await families()).includes('qwen3'));
      await vscode.commands.executeCommand('ecosystemNotes.arrangeTree', { sort: 'figures', group: 'maker' });
      assert.ok(!(await families()).includes('qwen3'));
      await vscode.commands.executeCommand('ecosystemNotes.showInTree', { recordId: 'qwen3' });
      await vscode.commands.executeCommand('ecosystemNotes.arrangeTree', { sort: 'figures', group: 'kind' });
      assert.ok((await families()).includes('qwen3'));
    },
  },
  {
    name: 'unsorted, what has figures or leads to some stands first, and figures before what is made',
    run: async () => {
      const [organisations] = await children('ecosystem');
      assert.equal(organisations?.entityKind, 'organisation');
      const nodes = await children('ecosystem', organisations);
      const leads = await Promise.all(
        nodes.map(async (node) => (await all('ecosystem', node)).some(({ kind }) => kind === 'fact')),
      );
      const known = leads.filter((leading) => leading).length;
      assert.ok(known > 0 && known < nodes.length, `${known} of ${nodes.length}`);
      assert.equal(leads.lastIndexOf(true), known - 1);
      const cloud = nodes.find(({ recordId }) => recordId === 'alibaba-cloud');
      const kinds = (await children('ecosystem', cloud)).map(({ kind }) => kind);
      assert.ok(kinds.includes('metric'));
      assert.ok(kinds.indexOf('entity') > kinds.lastIndexOf('metric'), `${kinds}`);
    },
  },
  {
    name: 'sorted by number of facts, who has most stands first',
    run: async () => {
      const counts = async () => {
        const group = (await children('ecosystem')).find(({ entityKind }) => entityKind === 'family');
        const families = group === undefined ? [] : await children('ecosystem', group);
        return families.map(({ description }) => Number(/\d+$/.exec(description)?.[0] ?? 0));
      };
      const descending = (numbers: readonly number[]) => numbers.toSorted((a, b) => b - a);
      const usual = await counts();
      await vscode.commands.executeCommand('ecosystemNotes.arrangeTree', { sort: 'facts', group: 'kind' });
      const byFacts = await counts();
      await vscode.commands.executeCommand('ecosystemNotes.arrangeTree', { sort: 'figures', group: 'kind' });
      assert.deepEqual(byFacts, descending(usual));
      assert.notDeepEqual(usual, byFacts);
    },
  },
  {
    name: 'the menus of nodes insert names, figures and citations, copy ids and find mentions',
    run: async () => {
      const nodes = await all('ecosystem');
      const fact = nodes.find(({ recordId }) => recordId?.startsWith('qwen3.cumulative-downloads@'));
      const entity = nodes.find(({ recordId, kind }) => recordId === 'qwen3' && kind === 'entity');
      assert.ok(fact && entity);
      assert.match(
        (await item('ecosystem', fact)).contextValue ?? '',
        /\bfact\b.*\bmentioned\b.*\binsertable\b/,
      );
      const document = await newNote('');
      await vscode.commands.executeCommand('ecosystemNotes.insertName', entity);
      await vscode.commands.executeCommand('ecosystemNotes.insertFigure', fact);
      assert.equal(document.getText(), `${entity.insertText}${fact.insertText}`);
      await vscode.commands.executeCommand('ecosystemNotes.insertCitation', fact);
      assert.match(document.getText(), /\[\^1\][\s\S]*\n\[\^1\]: /);
      await vscode.commands.executeCommand('ecosystemNotes.copyId', fact);
      assert.equal(await vscode.env.clipboard.readText(), fact.recordId);
      await vscode.commands.executeCommand('ecosystemNotes.findMentions', entity);
    },
  },
  {
    name: 'a view says how much stands in it, and a source its address',
    run: async () => {
      const source = (await all('sources')).find(({ kind, url }) => kind === 'source' && url !== null);
      assert.ok(source);
      assert.match((await item('sources', source)).contextValue ?? '', /\bpublished\b/);
      const conflicts = await children('conflicts');
      assert.ok(conflicts.some(({ kind }) => kind === 'conflict'));
    },
  },
];
