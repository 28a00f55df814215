import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { hashText } from '../model/hash-text.ts';

/**
 * What is wrong with a code: nothing there; not one of ours; made by a later version; longer than any of ours; its end
 * is missing; changed on the way; whole, yet not what it should be.
 */
export type CodeFault = 'empty' | 'foreign' | 'newer' | 'long' | 'cut' | 'altered' | 'broken';

/** What came of a code. */
export type Opened<T> = { value: T; fault?: never } | { value?: never; fault: CodeFault };

/** A code longer than this is not looked into: no link of ours comes near it. */
const MAX_CODE_LENGTH = 16_000;

/** What a code unpacks to is never longer than this, in bytes. */
const MAX_BYTES = 120_000;
const CHECK_LENGTH = 7;
const CODE = /^([a-z])(\d{1,3})\.([0-9a-z]{1,4})\.([0-9a-z]{7})\.(.*)$/;

/**
 * Data as a code that stands in a link: `<kind><version>.<length>.<checksum>.<data>`, where the data is JSON, deflated,
 * in base64url, and the length, in base 36, is the number of its characters. Equal data, equal code.
 * @param kind one letter that says what the code holds.
 */
export function sealCode(kind: string, version: number, data: unknown): string {
  const body = toBase64Url(deflateSync(strToU8(JSON.stringify(data)), { level: 9 }));
  return `${kind}${String(version)}.${body.length.toString(36)}.${checksum(kind, version, body)}.${body}`;
}

/** What a code of `sealCode` holds, its shape not yet looked at, or what is wrong with it. Never throws. */
export function openCode(kind: string, newest: number, code: string): Opened<{ version: number; data: unknown }> {
  if (code === '') return { fault: 'empty' };
  if (code.length > MAX_CODE_LENGTH) return { fault: 'long' };
  const [, found, versionText = '', lengthText = '', check = '', body = ''] = CODE.exec(code) ?? [];
  if (found !== kind)
    return { fault: new RegExp(`^${kind}\\d{1,3}\\.[0-9a-z.]{0,12}$`).test(code) ? 'cut' : 'foreign' };
  const version = Number(versionText);
  if (version > newest) return { fault: 'newer' };
  if (version < 1) return { fault: 'foreign' };
  const length = parseInt(lengthText, 36);
  if (body.length < length) return { fault: 'cut' };
  if (body.length !== length || checksum(kind, version, body) !== check) return { fault: 'altered' };
  const data = unpack(body);
  return data === undefined ? { fault: 'broken' } : { value: { version, data } };
}

function checksum(kind: string, version: number, body: string): string {
  return hashText(`${kind}${String(version)}.${body}`).slice(-CHECK_LENGTH);
}

function unpack(body: string): unknown {
  try {
    const bytes = inflateSync(fromBase64Url(body));
    return bytes.length > MAX_BYTES ? undefined : (JSON.parse(strFromU8(bytes)) as unknown);
  } catch {
    return undefined;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  return strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
}
