import { describe, expect, it } from 'vitest';
import { decodeText, readTextFile } from '../../src/server/disk/read-text.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('decodeText', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(decodeText(bytes('6 亿次'), 'a.md')).toEqual({ text: '6 亿次' });
    expect(decodeText(bytes('\uFEFF6 亿次'), 'a.md')).toEqual({ text: '6 亿次' });
    expect(decodeText(bytes(''), 'a.md')).toEqual({ text: '' });
  });

  it.each([
    ['UTF-16 with a mark', bytes('\uFEFF6 亿次', 'utf16le'), 'a.md: is UTF-16, not UTF-8; save it as UTF-8.'],
    ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0x4e, 0xbf]), 'a.md: is UTF-16'],
    ['UTF-16 without a mark', bytes('six', 'utf16le'), 'a.md: holds a NUL byte (at byte 1)'],
    ['a NUL byte', bytes('abc\0def'), 'a.md: holds a NUL byte (at byte 3)'],
    ['GB 18030', Buffer.from([0xd2, 0xda, 0xb4, 0xce]), 'a.md: is not valid UTF-8'],
  ])('refuses %s', (_, data, message) => {
    expect(decodeText(data, 'a.md')).toMatchObject({ problem: expect.stringContaining(message) });
  });
});

describe('readTextFile', () => {
  it('says why a file cannot be read', async () => {
    expect(await readTextFile('/nowhere/a.md')).toMatchObject({
      problem: '/nowhere/a.md: no such file or folder.',
    });
    expect(await readTextFile('/')).toMatchObject({ problem: '/: is a folder, not a file.' });
  });
});
