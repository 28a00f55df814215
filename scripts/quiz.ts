/**
 * `npm run quiz -- --topic six-steps --format gift,scorm --lang zh --out DIR`: questions for other systems; `--list` names
 * the formats. `--paper` instead of a format: question sheets in versions A, B, C with their keys, as PDF.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../src/check/nearest.ts';
import { exportName } from '../src/exporters/exporter.ts';
import { exporters } from '../src/exporters/registry.ts';
import { exportTexts } from '../src/i18n/exports.ts';
import { paperTexts } from '../src/i18n/paper.ts';
import { LANGS } from '../src/model/localized.ts';
import { cleanSeed } from '../src/quiz/exam-plan.ts';
import { loadExportTools } from './lib/export-tools.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { paperPdf } from './lib/paper-pdf.ts';
import { allThemes, drawSitePaper, MOST_VERSIONS } from './lib/papers-of-site.ts';
import { banksOfSite, exportBank, topicBank, WHOLE_BANK } from './lib/question-banks.ts';
import { writeFile } from './lib/write-file.ts';

const MOST_QUESTIONS = 100;

const records = loadOrExit();
const siteLang = records.site.data.defaultLang;
const say = exportTexts(siteLang);
const sayOfPaper = paperTexts(siteLang);
const options = readOptionsOrExit();

if (options.list) {
  for (const { format, extension } of exporters) console.log(say('command.listed', { format, extension }));
  process.exit();
}

const lang = LANGS.find((known) => known === options.lang) ?? exit(say('command.unknownLang', { lang: options.lang }));
if (options.paper) writePaper();
else await writeExports();

async function writeExports(): Promise<void> {
  const chosen = formatsOrExit();
  const bank = bankOrExit();
  const tools = await loadExportTools();
  for (const exporter of chosen) {
    const bytes = await exportBank(bank, exporter, tools);
    const file = path.join(options.out, exportName(exporter, bank));
    writeFile(file, bytes);
    const kilobytes = Math.ceil(bytes.length / 1024);
    console.log(say('command.written', { file, count: bank.questions.length, kilobytes }));
  }
}

/** The sheets and the key of a paper, two files, so that the key need not be handed out. */
function writePaper(): void {
  const bank = bankOrExit();
  const seed = cleanSeed(options.seed);
  if (seed === '' || seed !== options.seed) exit(sayOfPaper('command.badSeed'));
  const paper = drawSitePaper(
    records,
    {
      title: bank.id === WHOLE_BANK ? allThemes : { zh: bank.title, en: bank.title },
      topics: records.topics.filter(({ id }) => bank.questions.some(({ topic }) => topic === id)),
      seed,
      length: numberOrExit('length', 1, MOST_QUESTIONS),
      versions: numberOrExit('versions', 1, MOST_VERSIONS),
    },
    lang,
  );
  for (const part of ['sheets', 'key'] as const) {
    const pdf = paperPdf(paper, part);
    const name = `${bank.id.replaceAll('/', '-')}-${seed}${part === 'key' ? '-key' : ''}.${lang}.pdf`;
    const file = path.join(options.out, name);
    writeFile(file, pdf);
    console.log(sayOfPaper('command.written', { file, kilobytes: Math.ceil(pdf.length / 1024) }));
  }
}

function numberOrExit(option: 'length' | 'versions', least: number, most: number): number {
  const number = Number(options[option]);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  return exit(sayOfPaper('command.badNumber', { option, least, most }));
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
        paper: { type: 'boolean', default: false },
        length: { type: 'string', default: '20' },
        seed: { type: 'string', default: '1' },
        versions: { type: 'string', default: '3' },
      },
    });
    return values;
  } catch (error) {
    return exit((error as Error).message, say('command.usage'), sayOfPaper('command.usage'));
  }
}

function formatsOrExit() {
  const known = exporters.map(({ format }) => format);
  const all = say('command.formats', { formats: known.join(siteLang === 'zh' ? '、' : ', ') });
  if (options.format === undefined)
    return exit(say('command.noFormat'), say('command.usage'), sayOfPaper('command.usage'), all);
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
