import { anki } from './anki.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { gift } from './gift.ts';
import { moodleXml } from './moodle-xml.ts';
import { plainText } from './plain-text.ts';
import { qti } from './qti.ts';
import { questionJson } from './question-json.ts';
import { xlsx } from './xlsx.ts';

/** Every format, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [xlsx, plainText, csv, gift, moodleXml, qti, anki, questionJson];
