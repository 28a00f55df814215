import { styleText } from 'node:util';
import type { Style } from '../../src/check/report-text.ts';

const FORMATS: Record<Style, Parameters<typeof styleText>[0]> = {
  heading: 'bold',
  place: 'cyan',
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  quiet: 'dim',
  good: 'green',
  total: 'bold',
};

/** Colours for the parts of a report, where `stream` is a terminal that wants them; plain text anywhere else. */
export function paintFor(stream: NodeJS.WriteStream): (style: Style, text: string) => string {
  return (style, text) => styleText(FORMATS[style], text, { stream });
}
