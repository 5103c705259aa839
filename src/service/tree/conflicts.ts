import type { Conflict } from '../../factbase/conflicts.ts';
import { foldName } from '../../text/fold.ts';
import type { ServiceContext } from '../context.ts';
import { factFigure, seriesTitle } from '../record-text.ts';
import { word } from '../words.ts';
import { factNode } from './facts.ts';
import { insertStyle, joinId, makeNode, messageNode, type TreeNode, type TreeQuery } from './node.ts';

const SECTION = 'conflicts';

export function conflictNodes(context: ServiceContext, { filter }: TreeQuery): readonly TreeNode[] {
  const { language } = context;
  const conflicts = context.factBase.conflicts();
  if (conflicts.length === 0) return [messageNode(SECTION, word(language, 'tree.no-conflicts'))];
  const wanted = foldName(filter).toLowerCase();
  const nodes = conflicts.flatMap((conflict) => {
    const [first] = conflict.facts;
    const label = first === undefined ? '' : seriesTitle(context, first);
    if (!foldName(label).toLowerCase().includes(wanted)) return [];
    return [
      makeNode({
        id: joinId(SECTION, conflictStep(conflict)),
        kind: 'conflict',
        label,
        description: [
          conflict.facts.map((fact) => factFigure(context, fact)).join(' / '),
          conflict.kind === 'ambiguity' ? word(language, 'tree.ambiguity') : '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
        hasChildren: true,
      }),
    ];
  });
  return nodes.length > 0 ? nodes : [messageNode(SECTION, word(language, 'tree.no-match'))];
}

export function conflictChildren(
  context: ServiceContext,
  query: TreeQuery,
  steps: readonly string[],
): readonly TreeNode[] {
  const [step = '', ...more] = steps;
  if (more.length > 0) return [];
  const conflict = context.factBase.conflicts().find((candidate) => conflictStep(candidate) === step);
  const parent = joinId(SECTION, step);
  const style = insertStyle(context, query);
  return (conflict?.facts ?? []).map((fact) => factNode(context, parent, fact, 'titled', style));
}

/** Two conflicts never begin with the same two facts. */
function conflictStep({ kind, facts }: Conflict): string {
  return [kind, ...facts.slice(0, 2).map(({ id }) => id)].join(' ');
}
