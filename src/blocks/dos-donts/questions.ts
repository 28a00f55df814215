import { doDontPatterns } from '../../quiz/do-dont-patterns.ts';
import type { DosDontsBlock } from './schema.ts';

/** How a do-and-don't list is asked about: which one helps, which one harms, whether to do it. */
export const questions = doDontPatterns<DosDontsBlock>((block) => [block]);
