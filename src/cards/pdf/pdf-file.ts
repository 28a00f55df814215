import { strToU8, zlibSync } from 'fflate';

/** A reference to an object of the file, as it is written: `7 0 R`. */
export type PdfRef = string;

/** A PDF being written: objects are added in any order, then it is finished once. */
export interface PdfFile {
  /** A place for an object that is written later. */
  reserve: () => PdfRef;
  /** Adds an object; its source is PDF syntax in Latin-1. */
  add: (source: string, at?: PdfRef) => PdfRef;
  /** Adds a stream, compressed. `entries` is PDF syntax for its dictionary. */
  addStream: (data: Uint8Array | string, entries?: string, at?: PdfRef) => PdfRef;
  /** The whole file. */
  finish: (catalog: PdfRef, info: PdfRef) => Uint8Array<ArrayBuffer>;
}

type Stored = { kind: 'plain'; source: string } | { kind: 'stream'; head: string; data: Uint8Array };

/** Begins a file of PDF 1.7 in which everything but streams is itself compressed. Equal input, equal bytes. */
export function createPdfFile(): PdfFile {
  const objects: (Stored | undefined)[] = [];
  const numberOf = (ref: PdfRef): number => Number(ref.split(' ')[0]);
  const reserve = (): PdfRef => `${objects.push(undefined)} 0 R`;
  const put = (stored: Stored, at: PdfRef = reserve()): PdfRef => {
    objects[numberOf(at) - 1] = stored;
    return at;
  };
  return {
    reserve,
    add: (source, at) => put({ kind: 'plain', source }, at),
    addStream: (data, entries = '', at) => {
      const packed = zlibSync(typeof data === 'string' ? strToU8(data, true) : data, { level: 9 });
      return put(
        { kind: 'stream', head: `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>`, data: packed },
        at,
      );
    },
    finish: (catalog, info) => finishFile(objects, catalog, info),
  };
}

/** Text for the document itself (title, bookmarks), as a hexadecimal string in UTF-16. */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index)));
  return `<FEFF${units.join('')}>`;
}

/** A number with no more decimals than it needs, four at most. */
export function pdfNumber(value: number): string {
  const text = (Math.round(value * 10_000) / 10_000).toString();
  return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.');
}

/** Four hexadecimal figures. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

function finishFile(objects: readonly (Stored | undefined)[], catalog: PdfRef, info: PdfRef): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? strToU8(part, true) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const writeStream = (number: number, head: string, data: Uint8Array): void => {
    write(`${number} 0 obj\n${head}\nstream\n`);
    write(data);
    write('\nendstream\nendobj\n');
  };

  // The second line tells transfer programs that the file is not text.
  write('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const packNumber = objects.length + 1;
  const tableNumber = objects.length + 2;
  const packed = objects.flatMap((stored, index) => (stored?.kind === 'plain' ? [{ number: index + 1, stored }] : []));
  const entries: [type: number, place: number, index: number][] = [[0, 0, 65_535]];
  for (const [index, stored] of objects.entries()) {
    if (stored?.kind === 'stream') {
      entries.push([1, length, 0]);
      writeStream(index + 1, stored.head, stored.data);
    } else {
      entries.push([2, packNumber, packed.findIndex(({ number }) => number === index + 1)]);
    }
  }

  let offset = 0;
  const offsets = packed.map(({ number, stored }) => {
    const pair = `${number} ${offset}`;
    offset += stored.source.length + 1;
    return pair;
  });
  const header = `${offsets.join(' ')}\n`;
  const body = zlibSync(strToU8(header + packed.map(({ stored }) => stored.source).join('\n'), true), { level: 9 });
  entries.push([1, length, 0]);
  const packHead = `<</Type/ObjStm/N ${packed.length}/First ${header.length}/Filter/FlateDecode/Length ${body.length}>>`;
  writeStream(packNumber, packHead, body);

  const tableAt = length;
  entries.push([1, tableAt, 0]);
  const table = zlibSync(
    Uint8Array.from(
      entries.flatMap(([type, place, index]) => [
        type,
        place >> 16,
        (place >> 8) & 255,
        place & 255,
        index >> 8,
        index & 255,
      ]),
    ),
    { level: 9 },
  );
  const tableHead =
    `<</Type/XRef/Size ${tableNumber + 1}/W[1 3 2]/Root ${catalog}/Info ${info}` +
    `/Filter/FlateDecode/Length ${table.length}>>`;
  writeStream(tableNumber, tableHead, table);
  write(`startxref\n${tableAt}\n%%EOF\n`);

  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
