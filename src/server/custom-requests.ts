import type { Connection } from 'vscode-languageserver';
import type { FigureServices } from '../service/harvest.ts';
import type { Note } from '../service/note.ts';
import { parentOf, stepsOf, type TreeNode, type TreeTarget } from '../service/tree/node.ts';
import { answering } from './answers.ts';
import { toRange } from './convert.ts';
import type { NoteStore } from './documents.ts';
import { arrangement, registerEditorRequests } from './editor-requests.ts';
import type { Indexing } from './indexing.ts';
import type { RecordLocator } from './locations.ts';
import { registerNewFactBase } from './new-fact-base.ts';
import type * as protocol from './protocol.ts';
import { requests } from './protocol.ts';
import type { Session } from './session.ts';

export interface CustomRequestParts {
  readonly connection: Connection;
  readonly notes: NoteStore;
  readonly locator: RecordLocator;
  readonly indexing: Pick<Indexing, 'index' | 'settled'>;
  readonly ready: () => Promise<Session | null>;
  readonly status: () => protocol.StatusResult;
  /** What reads figures as fact files write them; null when there are no facts. */
  readonly figures: FigureServices | null;
  /** Publishes the findings of a note now: asking for its claims is asking for it to be checked. */
  readonly publish: (uri: string) => void;
}

const DEFAULT_LIMIT = 50;

/** Answers the requests of `protocol.ts`. */
export function registerCustomRequests(parts: CustomRequestParts): void {
  const { notes, locator, status, publish } = parts;

  const answer = answering(parts);
  const toNode = (node: TreeNode, note: Note | null): protocol.TreeNode =>
    toProtocolNode(node, (target) => locationOf(target, note, locator));
  registerEditorRequests(answer, { notes, figures: parts.figures, indexing: parts.indexing, toNode });

  registerNewFactBase(answer);

  answer(requests.tree, ({ parent, uri, filter, ...rest }, session) => {
    if (session === null) return { nodes: [] };
    const note = typeof uri === 'string' ? (notes.checked(uri, session)?.note ?? null) : null;
    const query = { note, filter: typeof filter === 'string' ? filter : '', ...arrangement(rest) };
    const from = typeof parent === 'string' ? parent : null;
    // Each folder has facts of its own; only the section of the note speaks for one of them.
    const ofNote = note !== null && from !== null && stepsOf(from)[0] === 'note';
    const service = ofNote ? session.serviceFor(note.uri) : session.service;
    return { nodes: service.getTreeChildren(from, query).map((node) => toNode(node, note)) };
  });

  answer(requests.claims, ({ uri }, session) => {
    const address = typeof uri === 'string' ? uri : '';
    const checked = session === null ? undefined : notes.checked(address, session);
    if (session === null || checked === undefined)
      return { uri: address, version: null, claims: [], summary: NO_CLAIMS };
    publish(address);
    const service = session.serviceFor(address);
    return {
      uri: address,
      version: checked.version,
      claims: service.getClaims(checked.note),
      summary: service.summarize([checked.note]),
    };
  });

  answer(requests.status, () => status());

  answer(requests.search, ({ query, limit, kind }, session) => {
    if (session === null) return { items: [] };
    const found = session.service.findRecords(
      typeof query === 'string' ? query : '',
      typeof limit === 'number' && limit > 0 ? limit : DEFAULT_LIMIT,
      kind === 'entity' ? 'entity' : 'all',
    );
    const items = found.map(({ place, ...item }) => ({
      ...item,
      location: { uri: locator.uriOf(place.file), range: locator.rangeOf(place) },
    }));
    return { items };
  });
}

const NO_CLAIMS: protocol.ClaimsSummary = {
  claims: 0,
  supported: 0,
  weaker: 0,
  contradicted: 0,
  outdated: 0,
  disputed: 0,
  unverified: 0,
  findings: 0,
};

function locationOf(
  target: TreeTarget | null,
  note: Note | null,
  locator: RecordLocator,
): protocol.ProtocolLocation | null {
  if (target === null) return null;
  if (target.type === 'record')
    return { uri: locator.uriOf(target.place.file), range: locator.rangeOf(target.place) };
  return note === null ? null : { uri: target.uri, range: toRange(note, target.span) };
}

function toProtocolNode(
  { target, ...node }: TreeNode,
  locate: (target: TreeTarget | null) => protocol.ProtocolLocation | null,
): protocol.TreeNode {
  const accessibleLabel = [node.label, node.description].filter((part) => part !== '').join(', ');
  return { ...node, parent: parentOf(node.id), accessibleLabel, location: locate(target) };
}
