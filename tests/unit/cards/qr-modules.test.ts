import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { cardPath, qrAddress, typedAddress } from '../../../src/cards/card-address.ts';
import { qrModules, type QrModules } from '../../../src/cards/qr-modules.ts';

/** The code as pixels, four a module, in its quiet zone. */
function paint({ size, rects }: QrModules): { pixels: Uint8ClampedArray; side: number } {
  const side = (size + 8) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [x, y, width, height] of rects) {
    for (let row = (y + 4) * 4; row < (y + height + 4) * 4; row += 1) {
      for (let column = (x + 4) * 4; column < (x + width + 4) * 4; column += 1)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return { pixels, side };
}

test.each([
  'https://pocketbook.example.com/en/c/31/?v=ab12',
  'https://intranet.a-long-company-name.com.cn/service/c/7/?v=0000',
])('an independent reader reads %s', (address) => {
  const { pixels, side } = paint(qrModules(address));
  expect(jsQR(pixels, side, side)?.data).toBe(address);
});

test('the placeholder address makes the small code that cards are laid out for', () => {
  expect(qrModules('https://pocketbook.example.com/en/c/31/?v=ab12').size).toBe(29);
});

test('rectangles do not overlap, so that each module is drawn once', () => {
  const { rects } = qrModules('https://pocketbook.example.com/c/7/?v=ab12');
  const seen = new Set<string>();
  for (const [x, y, width, height] of rects) {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        expect(seen.has(`${column},${row}`)).toBe(false);
        seen.add(`${column},${row}`);
      }
    }
  }
});

test('addresses: to the page in the code, short enough to type beside it', () => {
  expect(cardPath(7, 'zh', 'zh')).toBe('/c/7/');
  expect(cardPath(7, 'en', 'zh')).toBe('/en/c/7/');
  expect(qrAddress('https://a.example.com/base/', '/en/c/7/', 'ab12')).toBe(
    'https://a.example.com/base/en/c/7/?v=ab12',
  );
  expect(typedAddress('https://a.example.com/base/', '/en/c/7/')).toBe('a.example.com/base/en/c/7');
});
