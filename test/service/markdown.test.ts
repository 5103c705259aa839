import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { bold, link, plain, table } from '../../src/service/markdown.ts';

// As lenient as a renderer may be: HTML, bare addresses and every scheme.
const lenient = new MarkdownIt({ html: true, linkify: true });
lenient.validateLink = () => true;
const render = (markdown: string) => lenient.render(markdown).trim();

describe('plain', () => {
  it.each([
    '**bold** and _thin_',
    '<img src=x onerror=alert(1)>',
    '[a](command:evil)',
    '![a](http://x.example/p.png)',
    '`code` | cell | cell',
    '# no heading',
    '- no list',
    '1. no list',
    '~~not struck~~ & &lt;',
    'https://phish.example/login',
    'www.phish.example',
    'someone@example.org',
    'back\\slash \\* star',
    'Qwen3.5-Max (235B)',
  ])('shows %s as it is', (text) => {
    const shown = render(plain(text));
    const expected = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(shown).toBe(`<p>${expected.replaceAll('"', '&quot;')}</p>`);
  });

  it('makes one line of many', () => {
    expect(plain('a\n\n# b\r\nc')).toBe('a # b c');
  });

  it('lets no icon through', () => {
    expect(plain('$(trash) x')).toBe('\\$(trash) x');
  });
});

describe('link', () => {
  it('opens web pages and files', () => {
    expect(render(link('Record', 'file:///a b/c.yaml#L3'))).toBe(
      '<p><a href="file:///a%20b/c.yaml#L3">Record</a></p>',
    );
    expect(render(link('[x]', 'https://a.example/?q=(1)'))).toContain(
      '<a href="https://a.example/?q=(1)">[x]</a>',
    );
  });

  it.each(['command:workbench.action.quit', 'javascript:alert(1)', 'data:text/html,x', ''])(
    'does not open %s',
    (address) => {
      expect(render(link('label', address))).toBe('<p>label</p>');
    },
  );

  it('cannot be left by its address', () => {
    expect(render(link('a', 'https://a.example/> <b>x</b>'))).not.toContain('<b>');
  });
});

describe('table', () => {
  it('keeps a bar in a cell inside the cell', () => {
    const shown = render(table(['a', 'b'].map(plain), [[plain('x | y'), bold('z')]]));
    expect(shown.match(/<td[ >]/g)).toHaveLength(2);
    // An em space keeps it apart from the next column.
    expect(shown).toMatch(/<td[^>]*>x \| y\u2003<\/td>/);
  });
});
