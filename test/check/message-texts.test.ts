import { describe, expect, it } from 'vitest';
import type { Message, MessageWords } from '../../src/check/message.ts';
import { formatMessage, MESSAGE_TEXTS } from '../../src/check/message-texts.ts';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const words: MessageWords = {
  entity: (id) => `<${id}>`,
  metric: (id) => `<${id}>`,
  source: (id) => `<${id}>`,
  fact: (fact) => fact.written,
  period: (period) => period?.iso ?? '',
};

describe('messages', () => {
  it.each(Object.entries(MESSAGE_TEXTS))('%s fills the same places in both languages', (_key, texts) => {
    expect(places(texts.zh)).toEqual(places(texts.en));
  });

  it('leave out what has no value', () => {
    const message: Message = {
      key: 'contradicted.value',
      values: {
        claimed: '9 亿',
        subject: { entity: 'qwen' },
        metric: { metric: 'downloads' },
        known: '6 亿',
        source: { source: 's' },
        asOf: { period: null },
      },
    };
    expect(formatMessage(message, 'zh', words)).toBe('“9 亿”与来源不符：<qwen>的<downloads>为6 亿（<s>）。');
    expect(formatMessage(message, 'en', words)).toBe(
      '“9 亿” is not borne out: <qwen>, <downloads> is 6 亿 (<s>).',
    );
  });

  it('put values in as they are, whatever they hold', () => {
    const message: Message = { key: 'fix.replace', values: { newText: '$& {claimed} </b>' } };
    expect(formatMessage(message, 'en', words)).toContain('$& {claimed} </b>');
  });
});
