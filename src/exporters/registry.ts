import { anki } from './anki.ts';
import { cmi5 } from './cmi5.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { gift } from './gift.ts';
import { moodleXml } from './moodle-xml.ts';
import { plainText } from './plain-text.ts';
import { qti } from './qti.ts';
import { questionJson } from './question-json.ts';
import { scorm } from './scorm.ts';
import { xlsx } from './xlsx.ts';

/** Every format, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  xlsx,
  plainText,
  csv,
  gift,
  moodleXml,
  qti,
  scorm,
  cmi5,
  anki,
  questionJson,
];

/** The formats in which the site offers its questions. Programs have all of them at `api/`. */
export const downloadFormats = exporters.filter(({ format }) => format !== 'json');
