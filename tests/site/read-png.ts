import { crc32, inflateSync } from 'node:zlib';

/** Reads a PNG of eight bits a channel as the standard says, every checksum and every row counted. */
export function readPng(bytes: Buffer): { width: number; height: number } {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = 8, type = ''; type !== 'IEND';) {
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length)) {
      throw new Error(`${type} is damaged`);
    }
    if (type === 'IHDR') header = chunk;
    if (type === 'IDAT') data.push(chunk);
    at += 12 + length;
  }
  if (!header) throw new Error('no header');
  const [width, height, bits, color] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[color ?? -1] ?? 0;
  if (bits !== 8 || inflateSync(Buffer.concat(data)).length !== height * (1 + width * channels)) {
    throw new Error('the pixels do not fill the picture');
  }
  return { width, height };
}
