import { escapeXml } from './escape-xml.ts';
import type { Bank, Exporter } from './exporter.ts';
import { packagePage, PASS } from './package-page.ts';
import { zipFiles } from './zip-files.ts';

/** Where ids of courses stand when the site has no address of its own. */
const NO_ADDRESS = 'https://pocketbook.invalid';

/** A cmi5 course package (cmi5 Quartz, section 14): one assignable unit, reporting to a learning record store by xAPI. */
export const cmi5: Exporter = {
  format: 'cmi5',
  extension: 'cmi5.zip',
  mediaType: 'application/zip',
  fallbacks: {},
  write: (bank, questions, tools) => zipFiles({ 'cmi5.xml': courseXml(bank), ...packagePage(bank, questions, tools) }),
};

function courseXml({ id, lang, title, site, address }: Bank): string {
  const base = `${address === '' ? NO_ADDRESS : address}/api/courses/${lang}/${id}`;
  const text = (words: string) =>
    `<langstring lang="${lang === 'zh' ? 'zh-CN' : 'en'}">${escapeXml(words)}</langstring>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="${escapeXml(base)}">
<title>${text(title)}</title>
<description>${text(`${site}: ${title}`)}</description>
</course>
<au id="${escapeXml(base)}/quiz" moveOn="CompletedAndPassed" masteryScore="${String(PASS)}" launchMethod="AnyWindow">
<title>${text(title)}</title>
<description>${text(`${site}: ${title}`)}</description>
<url>index.html</url>
</au>
</courseStructure>
`;
}
