/** Every printable ASCII character that needs no escape in JSON. */
const DIGITS = Array.from({ length: 91 }, (_, index) => index + 35)
  .filter((code) => code !== 92)
  .map((code) => String.fromCharCode(code));
const VALUES = new Map(DIGITS.map((digit, index) => [digit.charCodeAt(0), index]));

/** The first so many digits end a number; the others carry on to the next digit. */
const ENDS = 56;
const CARRIES = DIGITS.length - ENDS;

/** Whole numbers from 0 as text that survives JSON unescaped: one character below 56, two below 2016. */
export function encodeNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    while (rest >= ENDS) {
      rest -= ENDS;
      text += DIGITS[ENDS + (rest % CARRIES)] ?? '';
      rest = Math.floor(rest / CARRIES);
    }
    text += DIGITS[rest] ?? '';
  }
  return text;
}

/** What `encodeNumbers` wrote. */
export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let carried: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES.get(text.charCodeAt(at)) ?? 0;
    if (value >= ENDS) {
      carried.push(value - ENDS);
      continue;
    }
    let number = value;
    for (let place = carried.length - 1; place >= 0; place -= 1) {
      number = number * CARRIES + (carried[place] ?? 0) + ENDS;
    }
    numbers.push(number);
    carried = [];
  }
  return numbers;
}
