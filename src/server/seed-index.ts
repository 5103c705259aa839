import { createNoteIndex, type NoteIndex } from '../service/note-index.ts';
import type { RecordLocator } from './locations.ts';
import type { Session } from './session.ts';

/** Where the digests of the sources name entities and rest on facts; read once for each session, when first asked for. */
export function createSeedIndexes(
  locator: RecordLocator,
  today: () => number,
): (session: Session) => NoteIndex {
  const indexes = new WeakMap<Session, NoteIndex>();
  return (session) => {
    const known = indexes.get(session);
    if (known !== undefined) return known;
    const index = createNoteIndex();
    const { factBase, checker } = session.knowledge;
    for (const { id } of factBase.sources) {
      const digest = factBase.digest(id);
      if (digest === undefined) continue;
      const analysis = checker.analyze(digest.text, { today: today() });
      index.update(session.service.makeNote(locator.uriOf(digest.file), analysis));
    }
    indexes.set(session, index);
    return index;
  };
}
