import type { CheckedClaim, VerdictKind } from '../../check/verdict.ts';
import { claimCard, readAs } from '../claim-card.ts';
import type { ServiceContext } from '../context.ts';
import { plain } from '../markdown.ts';
import type { Note } from '../note.ts';
import { VERDICT_WORDS, word } from '../words.ts';
import { joinId, makeNode, messageNode, type TreeNode, type TreeQuery } from './node.ts';

const SECTION = 'note';

/** What needs a look comes first. */
const ORDER: readonly VerdictKind[] = [
  'contradicted',
  'outdated',
  'disputed',
  'weaker',
  'supported',
  'unverified',
];

/** Claims of the note by verdict. */
export function noteNodes(context: ServiceContext, { note }: TreeQuery): readonly TreeNode[] {
  const { language } = context;
  if (note === null) return [messageNode(SECTION, word(language, 'tree.no-note'))];
  const groups = ORDER.flatMap((verdict) => {
    const count = claimsWith(note, verdict).length;
    if (count === 0) return [];
    return [
      makeNode({
        id: joinId(SECTION, verdict),
        kind: 'verdict',
        label: VERDICT_WORDS[verdict][language],
        description: String(count),
        hasChildren: true,
        verdict,
      }),
    ];
  });
  const { partial } = note.analysis;
  const warning =
    partial === null
      ? []
      : [
          makeNode({
            id: joinId(SECTION, 'partial'),
            kind: 'message',
            label: word(language, 'tree.partial'),
            description: word(language, `partial.${partial}`),
          }),
        ];
  if (groups.length === 0 && warning.length === 0)
    return [messageNode(SECTION, word(language, 'tree.no-claims'))];
  return [...warning, ...groups];
}

export function noteChildren(
  context: ServiceContext,
  { note }: TreeQuery,
  steps: readonly string[],
): readonly TreeNode[] {
  const [step = '', ...more] = steps;
  const verdict = ORDER.find((candidate) => candidate === step);
  if (note === null || verdict === undefined || more.length > 0) return [];
  return claimsWith(note, verdict).map((checked) => claimNode(context, note, checked, joinId(SECTION, step)));
}

function claimNode(context: ServiceContext, note: Note, checked: CheckedClaim, parent: string): TreeNode {
  const { claim, verdict } = checked;
  const [fact] = verdict.facts;
  return makeNode({
    id: joinId(parent, String(claim.start)),
    kind: 'claim',
    label: claim.text.trim(),
    description: readAs(context, claim),
    tooltip: `${claimCard(context, checked)}\n\n${plain(note.text.slice(claim.sentence.start, claim.sentence.end))}`,
    target: { type: 'note', uri: note.uri, span: { start: claim.start, end: claim.end } },
    verdict: verdict.kind,
    recordId: fact?.id ?? null,
  });
}

function claimsWith(note: Note, kind: VerdictKind): readonly CheckedClaim[] {
  return note.analysis.claims.filter(({ verdict }) => verdict.kind === kind);
}
