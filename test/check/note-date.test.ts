import { describe, expect, it } from 'vitest';
import { noteDay } from '../../src/check/note-date.ts';
import { dayOf, loadFigureReader } from '../helpers/checker.ts';

const reader = loadFigureReader();

describe('date of a note', () => {
  it.each(['2026-02-03', '2026-02-03T08:00:00Z', '2026/02/03', '2026年2月3日', '２０２６年２月３日'])(
    '%s',
    (written) => {
      expect(noteDay(written, reader)).toBe(dayOf('2026-02-03'));
    },
  );

  it('begins with its month when it gives no day', () => {
    expect(noteDay('2026-02', reader)).toBe(dayOf('2026-02-01'));
  });

  it.each(['', 'soon', '2026-02-31', 'v2'])('%j is none', (written) => {
    expect(noteDay(written, reader)).toBeNull();
  });
});
