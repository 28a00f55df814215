/** `npm run quiz -- --topic six-steps --format gift,scorm --lang zh --out DIR`: questions for other systems. `--list` names the formats. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../src/check/nearest.ts';
import { exportName } from '../src/exporters/exporter.ts';
import { exporters } from '../src/exporters/registry.ts';
import { exportTexts } from '../src/i18n/exports.ts';
import { LANGS } from '../src/model/localized.ts';
import { loadExportTools } from './lib/export-tools.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { banksOfSite, exportBank, topicBank, WHOLE_BANK } from './lib/question-banks.ts';
import { writeFile } from './lib/write-file.ts';

const records = loadOrExit();
const siteLang = records.site.data.defaultLang;
const say = exportTexts(siteLang);
const options = readOptionsOrExit();

if (options.list) {
  for (const { format, extension } of exporters) console.log(say('command.listed', { format, extension }));
  process.exit();
}

const lang = LANGS.find((known) => known === options.lang) ?? exit(say('command.unknownLang', { lang: options.lang }));
const chosen = formatsOrExit();
const bank = bankOrExit();
const tools = await loadExportTools();
for (const exporter of chosen) {
  const bytes = await exportBank(bank, exporter, tools);
  const file = path.join(options.out, exportName(exporter, bank));
  writeFile(file, bytes);
  console.log(
    say('command.written', { file, count: bank.questions.length, kilobytes: Math.ceil(bytes.length / 1024) }),
  );
}

function loadOrExit() {
  try {
    return loadRecordsOrThrow(process.cwd());
  } catch (error) {
    return exit((error as Error).message);
  }
}

function readOptionsOrExit() {
  try {
    const { values } = parseArgs({
      options: {
        topic: { type: 'string' },
        theme: { type: 'string' },
        format: { type: 'string' },
        lang: { type: 'string', default: siteLang },
        out: { type: 'string', default: '.' },
        list: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return exit((error as Error).message, say('command.usage'));
  }
}

function formatsOrExit() {
  const known = exporters.map(({ format }) => format);
  const all = say('command.formats', { formats: known.join(siteLang === 'zh' ? '、' : ', ') });
  if (options.format === undefined) return exit(say('command.noFormat'), say('command.usage'), all);
  return options.format.split(',').map((format) => {
    const found = exporters.find((exporter) => exporter.format === format.trim());
    if (found) return found;
    const close = nearest(format, known);
    const hint = close === undefined ? all : say('command.nearest', { nearest: close });
    return exit(say('command.unknownFormat', { format }), hint);
  });
}

/** The bank of the topic or theme named, or of the whole site. */
function bankOrExit() {
  const name = options.topic ?? options.theme ?? WHOLE_BANK;
  const found =
    options.topic === undefined
      ? banksOfSite(records, lang).find(({ id }) => id === name)
      : topicBank(records, lang, name);
  if (found && found.questions.length > 0) return found;
  if (found) return exit(say('command.none', { name }));
  const names =
    options.topic === undefined ? records.site.data.themes.map(({ id }) => id) : records.topics.map(({ id }) => id);
  const close = nearest(name, names);
  const hint = close === undefined ? [] : [say('command.nearest', { nearest: close })];
  return exit(say('command.unknownBank', { name }), ...hint);
}

function exit(...lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}
