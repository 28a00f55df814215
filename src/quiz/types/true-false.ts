import { choice } from './choice.ts';

/** A choice of two: the option ids are `true` and `false`, whatever words stand on them. */
export const trueFalse = choice;
