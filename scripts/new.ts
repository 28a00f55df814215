/**
 * `npm run new -- topic <theme/topic>`: writes the skeleton of a topic.
 * `npm run new -- --translated <topic|all>`: confirms that its translations and shorts still hold after a change.
 */
import { parseArgs } from 'node:util';
import { confirmTranslations } from './lib/confirm-translations.ts';
import { writeNewTopic } from './lib/new-topic.ts';
import { contentRoot } from './lib/site-records.ts';
import { today } from './lib/today.ts';

const { values, positionals } = parseArgs({
  options: { translated: { type: 'string' } },
  allowPositionals: true,
});
const [what, id] = positionals;

const { isDone, message } =
  values.translated === undefined
    ? writeNewTopic(contentRoot, what === 'topic' ? id : undefined, today())
    : confirmTranslations(contentRoot, values.translated);
console[isDone ? 'log' : 'error'](message);
process.exitCode = isDone ? 0 : 1;
