import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.ts';

const words = (line: string) => line.split(' ').filter((word) => word !== '');

describe('parseCommandLine', () => {
  it('reads check with everything it takes', () => {
    const line =
      'check notes a.md - --format json --fail-on warning --figures --stdin-path x.md --facts a --facts b --today 2026-02-15 --config c.yaml --language zh';
    expect(parseCommandLine(words(line))).toEqual({
      name: 'check',
      paths: ['notes', 'a.md', '-'],
      format: 'json',
      failOn: 'warning',
      figures: true,
      stdinPath: 'x.md',
      baseline: null,
      updateBaseline: false,
      facts: ['a', 'b'],
      today: 20499,
      config: 'c.yaml',
      language: 'zh',
    });
  });

  it('has defaults for everything', () => {
    expect(parseCommandLine(['check'])).toEqual({
      name: 'check',
      paths: [],
      format: 'pretty',
      failOn: 'error',
      figures: false,
      stdinPath: null,
      baseline: null,
      updateBaseline: false,
      facts: [],
      today: null,
      config: null,
      language: 'auto',
    });
  });

  it.each([
    ['', 'help'],
    ['help', 'help'],
    ['--help', 'help'],
    ['check --help', 'help'],
    ['--version', 'version'],
    ['facts verify', 'facts verify'],
    ['facts list --subject Qwen --conflicts', 'facts list'],
    ['explain notes/a.md:12', 'explain'],
    ['lsp --stdio', 'lsp'],
    ['lsp --node-ipc', 'lsp'],
  ])('takes "%s" for %s', (line, name) => {
    expect(parseCommandLine(words(line)).name).toBe(name);
  });

  it('reads the place to explain, colons in the path included', () => {
    expect(parseCommandLine(['explain', 'C:/notes/a.md:7'])).toMatchObject({
      file: 'C:/notes/a.md',
      line: 7,
    });
  });

  it('takes what follows -- for paths', () => {
    expect(parseCommandLine(['check', '--', '--figures'])).toMatchObject({
      paths: ['--figures'],
      figures: false,
    });
  });

  it.each([
    ['check --formt json', 'Unknown option "--formt". Did you mean "--format"?'],
    ['check -x', 'Unknown option "-x". See --help.'],
    ['check --format yaml', 'Option "--format" is one of pretty, json, sarif, github, not "yaml".'],
    ['check --format jsn', 'Did you mean "json"?'],
    ['check --format', 'Option "--format" needs a value.'],
    ['check --format --figures', 'Option "--format" needs a value.'],
    ['check --figures=yes', 'Option "--figures" takes no value.'],
    ['check --fail-on errors', 'Did you mean "error"?'],
    ['check --today 2025-02-30', 'Option "--today" is a date such as 2025-12-31, not "2025-02-30".'],
    ['check --today yesterday', 'Option "--today" is a date'],
    ['chek notes', 'Unknown command "chek". Did you mean "check"?'],
    ['notes/a.md', 'Unknown command "notes/a.md". Commands: check, facts, explain, lsp.'],
    ['facts', 'facts needs one of: verify, list.'],
    ['facts verify now', 'facts needs one of'],
    ['explain notes/a.md', 'explain needs one FILE:LINE'],
    ['explain notes/a.md:0', 'explain needs one FILE:LINE'],
    ['explain a.md:1 b.md:2', 'explain needs one FILE:LINE'],
    ['lsp --format json', '"lsp" takes no option "--format".'],
    ['explain a.md:1 --fail-on never', '"explain" takes no option "--fail-on".'],
    ['--format json', 'No command given.'],
  ])('refuses "%s"', (line, message) => {
    expect(() => parseCommandLine(words(line))).toThrow(message);
  });
});
