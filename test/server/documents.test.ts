import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker, NoteAnalysis } from '../../src/check/analysis.ts';
import { mergeConfiguration } from '../../src/server/configuration.ts';
import { createNoteStore } from '../../src/server/documents.ts';
import type { Session } from '../../src/server/session.ts';
import { makeService } from '../service/support.ts';

/** A checker that only says what it was asked to do, and fails where the text says so. */
function fakeChecker(calls: string[]): Checker {
  const read = (text: string): NoteAnalysis => {
    if (text.includes('BOOM')) throw new Error('the reader broke');
    return { text, mentions: [], readings: [], claims: [], findings: [], partial: null };
  };
  return {
    analyze(text) {
      calls.push(`analyze ${text}`);
      return read(text);
    },
    reanalyze(previous, text) {
      calls.push(`reanalyze ${previous.text} to ${text}`);
      return read(text);
    },
  };
}

function sessionWith(checker: Checker): Session {
  const service = makeService();
  const knowledge = { factBase: service.factBase, checker, problems: [] };
  return {
    knowledge,
    knowledgeFor: () => knowledge,
    language: 'en',
    serviceFor: () => service,
    configurationFor: () => mergeConfiguration(null, {}),
    service,
  };
}

function setUp(text: string) {
  const calls: string[] = [];
  const reports: string[] = [];
  const session = sessionWith(fakeChecker(calls));
  let open: TextDocument | undefined = TextDocument.create('file:///a.md', 'markdown', 1, text);
  const store = createNoteStore({
    document: () => open,
    today: () => 0,
    report: (message) => reports.push(message),
  });
  return {
    calls,
    reports,
    session,
    store,
    edit(version: number, newText: string) {
      open = TextDocument.create('file:///a.md', 'markdown', version, newText);
    },
    close() {
      open = undefined;
    },
  };
}

describe('the store of open notes', () => {
  it('reads each version once, and later ones from the one before', () => {
    const { store, session, calls, edit } = setUp('one');
    store.checked('file:///a.md', session);
    store.checked('file:///a.md', session);
    edit(2, 'two');
    expect(store.checked('file:///a.md', session)).toMatchObject({ version: 2, failure: null });
    expect(calls).toEqual(['analyze one', 'reanalyze one to two']);
  });

  it('reads anew when the facts have changed', () => {
    const { store, session, calls } = setUp('one');
    store.checked('file:///a.md', session);
    const later: string[] = [];
    store.checked('file:///a.md', sessionWith(fakeChecker(later)));
    expect([calls, later]).toEqual([['analyze one'], ['analyze one']]);
  });

  it('keeps what it read when only the language or severities have changed', () => {
    const { store, session, calls } = setUp('one');
    store.checked('file:///a.md', session);
    store.checked('file:///a.md', { ...session, language: 'zh' });
    expect(calls).toEqual(['analyze one', 'reanalyze one to one']);
  });

  it('survives a checker that fails, says so, and begins anew with the next version', () => {
    const { store, session, calls, reports, edit } = setUp('one');
    store.checked('file:///a.md', session);
    edit(2, 'BOOM');
    const failed = store.checked('file:///a.md', session);
    expect(failed).toMatchObject({ version: 2, failure: 'the reader broke', note: { text: 'BOOM' } });
    expect(reports).toHaveLength(1);
    edit(3, 'three');
    expect(store.checked('file:///a.md', session)?.failure).toBeNull();
    expect(calls.at(-1)).toBe('analyze three');
  });

  it('has nothing of a note that is not open', () => {
    const { store, session, close } = setUp('one');
    close();
    expect(store.checked('file:///a.md', session)).toBeUndefined();
  });
});
