import type { FigureServices, HarvestCandidate } from '../service/harvest.ts';
import type { LanguageService } from '../service/language-service.ts';
import type { Note } from '../service/note.ts';
import type { TreeNode, TreeQuery } from '../service/tree/node.ts';
import type { Answer } from './answers.ts';
import { toRange, toSpan } from './convert.ts';
import type { NoteStore } from './documents.ts';
import type { Indexing } from './indexing.ts';
import type * as protocol from './protocol.ts';
import { requests } from './protocol.ts';
import type { Session } from './session.ts';

export interface EditorRequestParts {
  readonly notes: NoteStore;
  readonly figures: FigureServices | null;
  readonly indexing: Pick<Indexing, 'index' | 'settled'>;
  readonly toNode: (node: TreeNode, note: Note | null) => protocol.TreeNode;
}

interface Place {
  readonly note: Note;
  readonly service: LanguageService;
}

/** Answers what an editor asks beyond trees and lists: where something stands, what is marked, what could be recorded. */
export function registerEditorRequests(answer: Answer, parts: EditorRequestParts): void {
  const { notes, figures, indexing, toNode } = parts;

  const open = (uri: unknown, session: Session | null): Place | null => {
    if (session === null || typeof uri !== 'string') return null;
    const note = notes.checked(uri, session)?.note;
    return note === undefined ? null : { note, service: session.serviceFor(uri) };
  };

  answer(requests.treePath, ({ recordId, uri, position, group }, session) => {
    const place = open(uri, session);
    // The tree of records shows what all folders know.
    const service = typeof recordId === 'string' ? session?.service : (place?.service ?? session?.service);
    if (service === undefined) return { nodes: [] };
    const note = place?.note ?? null;
    const query = { note, ...groupOf(group) };
    const nodes =
      typeof recordId === 'string'
        ? service.findTreePath({ type: 'record', id: recordId }, query)
        : place !== null && position !== undefined
          ? service.findTreePath(
              { type: 'place', note: place.note, offset: place.note.lines.offsetAt(position) },
              query,
            )
          : [];
    return { nodes: nodes.map((node) => toNode(node, note)) };
  });

  answer(requests.mentions, async ({ recordId }, session) => {
    if (session === null || typeof recordId !== 'string') return { locations: [] };
    await indexing.settled();
    const type = session.service.factBase.fact(recordId) === undefined ? 'entity' : 'fact';
    const found = session.service.findReferences(indexing.index, { type, id: recordId });
    return { locations: found.map(({ uri, range }) => ({ uri, range })) };
  });

  answer(requests.marks, ({ uri }, session) => {
    const place = open(uri, session);
    if (place === null) return { marks: [] };
    const marks = place.service.getMarks(place.note);
    return { marks: marks.map(({ range, text, kind, title }) => ({ range, text, kind, title })) };
  });

  answer(requests.falseAlarm, ({ uri, position }, session) => {
    const place = open(uri, session);
    if (place === null || position === undefined) return { report: null };
    return { report: place.service.reportAlarm(place.note, place.note.lines.offsetAt(position)) };
  });

  answer(requests.citation, ({ uri, position, fact }, session) => {
    const place = open(uri, session);
    if (place === null || position === undefined || typeof fact !== 'string') return { edits: [] };
    const { note, service } = place;
    const edits = service.doCite(note, note.lines.offsetAt(position), fact);
    return { edits: edits.map((edit) => ({ range: toRange(note, edit), newText: edit.newText })) };
  });

  answer(requests.factDraft, ({ uri, range }, session) => {
    const place = open(uri, session);
    if (place === null || figures === null || range === undefined) return { draft: null };
    const draft = place.service.draftFact(place.note, toSpan(place.note, range), figures);
    return { draft: { ...draft, scope: { ...draft.scope } } };
  });

  answer(requests.metrics, ({ uri, written, subject, sentence }, session) => {
    if (session === null || figures === null) return { metrics: [] };
    const question = { written: written ?? null, subject: subject ?? null, sentence: sentence ?? '' };
    return { metrics: session.serviceFor(uri ?? '').metricChoices(question, figures) };
  });

  answer(requests.readFigure, ({ uri, text, metric }, session) => {
    if (session === null || figures === null) return { figure: null, problem: null };
    return session.serviceFor(uri ?? '').readFigure(text ?? '', metric ?? '', figures);
  });

  answer(requests.harvest, ({ uri }, session) => {
    const place = open(uri, session);
    if (place === null || figures === null) return { candidates: [] };
    return { candidates: place.service.harvest(place.note, figures).map(toCandidate) };
  });
}

function toCandidate({ fact, ...words }: HarvestCandidate): protocol.HarvestCandidate {
  return { ...words, fact: { ...fact, scope: { ...fact.scope } } };
}

/** Order and grouping as a client sends them; what is not known counts as left out. */
export function arrangement(params: Partial<protocol.TreeArrangement>): Pick<TreeQuery, 'sort' | 'group'> {
  return { ...sortOf(params.sort), ...groupOf(params.group) };
}

function sortOf(sort: unknown): Pick<TreeQuery, 'sort'> {
  return sort === 'figures' || sort === 'name' || sort === 'facts' || sort === 'newest' ? { sort } : {};
}

function groupOf(group: unknown): Pick<TreeQuery, 'group'> {
  return group === 'kind' || group === 'maker' ? { group } : {};
}
