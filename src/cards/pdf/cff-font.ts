import { strToU8 } from 'fflate';
import { NOMINAL_WIDTH, USUAL_WIDTH } from './glyph-program.ts';

/**
 * A font program of the Compact Font Format (Adobe Technical Note 5176) that holds the glyphs given and no others;
 * the first has the number 1, before it stands the empty one that every font must have.
 * @param programs Type 2 programs.
 * @param box left, bottom, right, top of all glyphs, in thousandths of an em.
 */
export function cffFont(name: string, programs: readonly Uint8Array[], box: readonly number[]): Uint8Array {
  const END = 14;
  const glyphs = [Uint8Array.of(END), ...programs];
  const count = glyphs.length;
  const header = Uint8Array.of(1, 0, 4, 4);
  const names = indexOf([strToU8(name, true)]);
  const strings = indexOf([strToU8('Adobe', true), strToU8('Identity', true)]);
  const globals = indexOf([]);
  const charset = Uint8Array.of(2, ...short(1), ...short(count - 2));
  const select = Uint8Array.of(3, ...short(1), ...short(0), 0, ...short(count));
  const charStrings = indexOf(glyphs);
  const privates = Uint8Array.from([...long(USUAL_WIDTH), 20, ...long(NOMINAL_WIDTH), 21]);

  // Numbers in dictionaries are written at full length, so that offsets do not move what they point to.
  const topOf = (charsetAt: number, selectAt: number, glyphsAt: number, fontsAt: number): Uint8Array => {
    const [adobe, identity] = [391, 392];
    return indexOf([
      Uint8Array.from([
        ...[...long(adobe), ...long(identity), ...long(0), 12, 30],
        ...[...box.flatMap(long), 5],
        ...[...long(count), 12, 34],
        ...[...long(charsetAt), 15],
        ...[...long(selectAt), 12, 37],
        ...[...long(glyphsAt), 17],
        ...[...long(fontsAt), 12, 36],
      ]),
    ]);
  };
  const fontsOf = (privateAt: number): Uint8Array =>
    indexOf([Uint8Array.from([...long(privates.length), ...long(privateAt), 18])]);

  const charsetAt = header.length + names.length + topOf(0, 0, 0, 0).length + strings.length + globals.length;
  const selectAt = charsetAt + charset.length;
  const glyphsAt = selectAt + select.length;
  const fontsAt = glyphsAt + charStrings.length;
  const privateAt = fontsAt + fontsOf(0).length;
  const top = topOf(charsetAt, selectAt, glyphsAt, fontsAt);
  return joined([header, names, top, strings, globals, charset, select, charStrings, fontsOf(privateAt), privates]);
}

/** An INDEX: a list of byte strings. */
function indexOf(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return Uint8Array.of(0, 0);
  const ends = [1];
  for (const item of items) ends.push((ends.at(-1) ?? 1) + item.length);
  const bytesEach = (ends.at(-1) ?? 1) > 65_535 ? 3 : 2;
  const offsets = ends.flatMap((end) =>
    bytesEach === 3 ? [(end >> 16) & 255, (end >> 8) & 255, end & 255] : [(end >> 8) & 255, end & 255],
  );
  return joined([Uint8Array.of(...short(items.length), bytesEach), Uint8Array.from(offsets), ...items]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function short(value: number): [number, number] {
  return [(value >> 8) & 255, value & 255];
}

/** A number of a dictionary, always in five bytes. */
function long(value: number): number[] {
  return [29, (value >> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}
