/** `npm run new -- --translated <topic|all>`: confirms that its translations and shorts still hold after a change. */
import { parseArgs } from 'node:util';
import { confirmTranslations } from './lib/confirm-translations.ts';
import { contentRoot } from './lib/site-records.ts';

const { values } = parseArgs({ options: { translated: { type: 'string' } } });

const { isDone, message } = confirmTranslations(contentRoot, values.translated);
console[isDone ? 'log' : 'error'](message);
process.exitCode = isDone ? 0 : 1;
