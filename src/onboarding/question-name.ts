import { hashText } from '../model/hash-text.ts';

/** A question's short name in results, so that a link stays short: five letters and figures made of its id. */
export function questionName(id: string): string {
  return hashText(id).slice(-5);
}
