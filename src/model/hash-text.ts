/**
 * A short, stable name for a text: eleven letters and figures, the same on every machine and in every run.
 * Tells two texts apart; protects nothing (cyrb53, 53 bits).
 */
export function hashText(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(mixedLow ^ (mixedLow >>> 13), 3266489909);
  return (4294967296 * (2097151 & mixedHigh) + (mixedLow >>> 0)).toString(36).padStart(11, '0');
}
