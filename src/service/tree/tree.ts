import type { ServiceContext } from '../context.ts';
import { word } from '../words.ts';
import { conflictChildren, conflictNodes } from './conflicts.ts';
import { ecosystemChildren, ecosystemNodes } from './ecosystem.ts';
import { makeNode, stepsOf, type TreeNode, type TreeQuery, type TreeSection } from './node.ts';
import { noteChildren, noteNodes } from './note.ts';
import { sourceChildren, sourceNodes } from './sources.ts';

const SECTIONS: readonly TreeSection[] = ['note', 'ecosystem', 'sources', 'conflicts'];

/** Children of a node, the four sections for null. An id that is not (or no longer) in the tree has none. */
export function getTreeChildren(
  context: ServiceContext,
  parent: string | null,
  query: TreeQuery,
): readonly TreeNode[] {
  if (parent === null) return SECTIONS.map((section) => sectionNode(context, section));
  const [section, ...steps] = stepsOf(parent);
  const top = steps.length === 0;
  switch (section) {
    case 'note':
      return top ? noteNodes(context, query) : noteChildren(context, query, steps);
    case 'ecosystem':
      return top ? ecosystemNodes(context, query) : ecosystemChildren(context, query, steps);
    case 'sources':
      return top ? sourceNodes(context, query) : sourceChildren(context, query, steps);
    case 'conflicts':
      return top ? conflictNodes(context, query) : conflictChildren(context, query, steps);
    default:
      return [];
  }
}

function sectionNode(context: ServiceContext, section: TreeSection): TreeNode {
  const { factBase, language } = context;
  const counts: Readonly<Record<TreeSection, string>> = {
    note: '',
    ecosystem: String(factBase.entities.length),
    sources: String(factBase.sources.length),
    conflicts: String(factBase.conflicts().length),
  };
  return makeNode({
    id: section,
    kind: 'section',
    label: word(language, `tree.${section}`),
    description: counts[section],
    hasChildren: true,
  });
}
