import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CheckedNote } from '../../src/server/documents.ts';
import { createRecordLocator } from '../../src/server/locations.ts';
import { Publisher } from '../../src/server/publisher.ts';
import type { Session } from '../../src/server/session.ts';
import { makeService, noteAt } from '../service/support.ts';

const URI = 'file:///notes/a.md';
const WRONG = '截至 2025 年 9 月，千问累计下载突破 6000 万次';

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] }),
);
afterEach(() => void vi.useRealTimers());

function setUp() {
  const sent: PublishDiagnosticsParams[] = [];
  const told: number[] = [];
  let open: CheckedNote | undefined;
  const service = makeService();
  const session = { service, language: 'en', serviceFor: () => service } as unknown as Session;
  const connection = {
    sendDiagnostics: (params: PublishDiagnosticsParams) => sent.push(params),
    sendNotification: () => undefined,
  } as unknown as Connection;
  const publisher = new Publisher({
    connection,
    notes: { checked: () => open, forget: () => undefined, forgetAll: () => undefined },
    locator: createRecordLocator('/base', () => null),
    session: () => session,
    fileProblems: () => [],
    checked: ({ version }) => void told.push(version),
  });
  const put = (text: string, version: number) => {
    open = { note: noteAt(text).note, version, failure: null };
  };
  return {
    sent,
    told,
    publisher,
    open(text: string) {
      put(text, 1);
      publisher.publish(URI);
    },
    type(text: string, version: number) {
      put(text, version);
      publisher.typed(URI);
    },
    /** Versions with the figures that are marked in them. */
    published: () => sent.map(({ version, diagnostics }) => [version, diagnostics.length]),
  };
}

describe('while somebody types', () => {
  it('a new finding of the sentence being typed waits for a rest', () => {
    const { type, open, published, told } = setUp();
    open('文。');
    type(`文。${WRONG}`, 2);
    vi.advanceTimersByTime(1);
    expect(published()).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(told).toEqual([1]);
    vi.advanceTimersByTime(1000);
    expect(published()).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
    expect(told).toEqual([1, 2]);
  });

  it('or until the sentence is left, by ending it or for another', () => {
    const { type, open, published } = setUp();
    open('文。');
    type(`文。${WRONG}`, 2);
    vi.advanceTimersByTime(1);
    type(`文。${WRONG}。`, 3);
    vi.advanceTimersByTime(1);
    expect(published().at(-1)).toEqual([3, 1]);

    const other = setUp();
    other.open('文。');
    other.type(`${WRONG}\n\n文。`, 2);
    vi.advanceTimersByTime(1);
    other.type(`${WRONG}\n\n文。又`, 3);
    vi.advanceTimersByTime(1);
    expect(other.published().at(-1)).toEqual([3, 1]);
  });

  it('what stood there before stays, and findings elsewhere come at once', () => {
    const { type, open, sent } = setUp();
    open(`${WRONG}。`);
    type(`据说${WRONG}。`, 2);
    vi.advanceTimersByTime(1);
    expect(sent.at(-1)).toMatchObject({ version: 2, diagnostics: [{ range: { start: { character: 25 } } }] });
    type(`据说${WRONG}。\n\n${WRONG}。\n\n新`, 3);
    vi.advanceTimersByTime(1);
    expect(sent.at(-1)?.diagnostics).toHaveLength(2);
  });

  it('nothing is sent twice where nothing waited, and keystrokes in a row are one', () => {
    const { type, open, published, told } = setUp();
    open('文');
    type('文字', 2);
    type('文字多', 3);
    vi.advanceTimersByTime(1000);
    expect(published()).toEqual([
      [1, 0],
      [3, 0],
    ]);
    expect(told).toEqual([1, 3]);
  });

  it('a closed note is not checked any more', () => {
    const { type, open, published, publisher } = setUp();
    open('文');
    type('文字', 2);
    publisher.close(URI);
    vi.advanceTimersByTime(1000);
    expect(published()).toEqual([
      [1, 0],
      [undefined, 0],
    ]);
  });
});
