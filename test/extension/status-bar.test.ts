import { describe, expect, test, vi } from 'vitest';
import { type StatusState, showStatus } from '../../src/extension/status-bar.ts';
import type { ClaimsSummary, StatusResult } from '../../src/server/protocol.ts';

vi.mock('vscode', () => ({
  l10n: {
    t: (text: string, ...values: unknown[]) =>
      text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])),
  },
  ThemeColor: class {
    readonly id: string;
    constructor(id: string) {
      this.id = id;
    }
  },
  MarkdownString: class {
    value = '';
    appendText(text: string) {
      this.value += text;
      return this;
    }
    appendMarkdown(text: string) {
      this.value += text;
      return this;
    }
  },
}));

const status: StatusResult = {
  state: 'ready',
  factBase: { entities: 3, metrics: 2, facts: 112, sources: 1 },
  notes: { indexed: 4, total: 4 },
  notices: [],
  problems: [],
};

const summary: ClaimsSummary = {
  claims: 4,
  supported: 3,
  weaker: 0,
  contradicted: 1,
  outdated: 0,
  disputed: 0,
  unverified: 0,
  findings: 1,
};

const checked: StatusState = { status, summary, partial: null, limits: [], hasNote: true };

function shown(state: StatusState) {
  const item = {
    text: '',
    hidden: false,
    backgroundColor: undefined,
    show: () => undefined,
    hide: () => undefined,
  };
  const bar = { ...item, name: 'Ecosystem Notes', hide: () => Object.assign(bar, { hidden: true }) };
  showStatus(bar as never, state);
  return bar as unknown as {
    text: string;
    hidden: boolean;
    backgroundColor?: { id: string };
    tooltip: { value: string };
    accessibilityInformation: { label: string };
  };
}

describe('the status bar', () => {
  test('counts what holds and what does not', () => {
    const bar = shown(checked);
    expect(bar.text).toBe('$(pass) 3 $(error) 1');
    expect(bar.backgroundColor).toBeUndefined();
  });

  test('says in words, in a warning colour and aloud that a note was checked only in part', () => {
    const partial = 'The note is too large: only its first part was checked';
    const bar = shown({ ...checked, partial });
    expect(bar.text).toBe('$(warning) Partly checked $(pass) 3 $(error) 1');
    expect(bar.backgroundColor?.id).toBe('statusBarItem.warningBackground');
    expect(bar.tooltip.value).toContain(partial);
    expect(bar.accessibilityInformation.label).toContain(partial);
  });

  test('shows how many notes are read, until all are', () => {
    const reading = { ...status, notes: { indexed: 7, total: 300 } };
    expect(shown({ ...checked, status: reading }).text).toBe('$(pass) 3 $(error) 1 $(sync~spin) 7/300');
    expect(shown({ ...checked, summary: null }).text).toBe('$(book) Facts: 112');
  });

  test('tells what was left out on purpose', () => {
    const bar = shown({ ...checked, status: { ...status, notices: ['5 notes were left out.'] } });
    expect(bar.tooltip.value).toContain('5 notes were left out.');
  });

  test('tells what does not work here', () => {
    const bar = shown({
      ...checked,
      limits: [{ title: 'Restricted mode', detail: 'Nothing is written.', remedy: null }],
    });
    expect(bar.tooltip.value).toMatch(/Restricted mode\s+Nothing is written/);
  });

  test('is not there without a note, but always when facts are broken', () => {
    expect(shown({ ...checked, hasNote: false }).hidden).toBe(true);
    const broken = shown({ ...checked, hasNote: false, status: { ...status, state: 'degraded' } });
    expect(broken.hidden).toBe(false);
    expect(broken.backgroundColor?.id).toBe('statusBarItem.warningBackground');
  });
});
