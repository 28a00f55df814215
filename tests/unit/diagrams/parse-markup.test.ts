import { expect, test } from 'vitest';
import { parseMarkup } from '../../../src/diagrams/parse-markup.ts';
import { escapeMarkup, markup } from '../../../src/diagrams/svg-markup.ts';

test('reads what markup writes', () => {
  const written = markup(
    'g',
    { class: 'a', x: 1.26, y: undefined },
    markup('path', { d: 'M0 0' }),
    escapeMarkup('a < b & "c"'),
  );
  expect(written).toBe('<g class="a" x="1.3"><path d="M0 0"/>a &lt; b &amp; "c"</g>');
  expect(parseMarkup(written)).toEqual({
    type: 'element',
    tagName: 'g',
    properties: { class: 'a', x: '1.3' },
    children: [
      { type: 'element', tagName: 'path', properties: { d: 'M0 0' }, children: [] },
      { type: 'text', value: 'a < b & "c"' },
    ],
  });
});

test('an attribute may hold any sign', () => {
  const title = 'a "quoted" <b> & more';
  expect(parseMarkup(markup('g', { title })).properties).toEqual({ title });
});

test('what is not well-formed throws', () => {
  for (const broken of ['<a><b></a></b>', '<a>', 'text', '<a/><b/>', '<a b=c/>', '']) {
    expect(() => parseMarkup(broken), broken).toThrow('not well-formed');
  }
});
