import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRINT_SIZE_IDS } from '../../../src/cards/card-size.ts';
import { formatDeckLink, parseDeckLink } from '../../../src/cards/deck-link.ts';
import { BLEED_MM } from '../../../src/cards/impose.ts';
import { PAPER_IDS } from '../../../src/cards/paper.ts';
import { SIDES_MODES, USUAL_PRINT } from '../../../src/cards/print-settings.ts';

test('a link names the cards, and what is not usual', () => {
  expect(formatDeckLink({ numbers: [18, 10], settings: USUAL_PRINT })).toBe('cards=18.10');
  expect(
    formatDeckLink({ numbers: [7], settings: { ...USUAL_PRINT, size: 'a7', sides: 'fold-over', bleedMm: BLEED_MM } }),
  ).toBe('cards=7&size=a7&sides=fold-over&bleed=1');
});

test('every choice comes back from its link; the offset of a printer stays at home', () => {
  const choice = fc.record({
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 30 }),
    settings: fc.record({
      size: fc.constantFrom(...PRINT_SIZE_IDS),
      paper: fc.constantFrom(...PAPER_IDS),
      sides: fc.constantFrom(...SIDES_MODES),
      bleedMm: fc.constantFrom(0, BLEED_MM),
      backOffset: fc.constant({ xMm: 0.4, yMm: 0 }),
    }),
  });
  fc.assert(
    fc.property(choice, ({ numbers, settings }) => {
      expect(parseDeckLink(`#${formatDeckLink({ numbers, settings })}`)).toEqual({
        numbers,
        settings: { ...settings, backOffset: USUAL_PRINT.backOffset },
      });
    }),
  );
});

test('a damaged link is no choice, or the usual one', () => {
  for (const fragment of ['', '#', '#decks', '#cards=', '#cards=a.b', '#cards=1..2', '#cards=-1'])
    expect(parseDeckLink(fragment)).toBeUndefined();
  expect(parseDeckLink('#cards=1.1.2&size=poster&paper=<b>&sides=&x=y')).toEqual({
    numbers: [1, 2],
    settings: USUAL_PRINT,
  });
});
