import { escapeXml } from './escape-xml.ts';
import type { Bank, Exporter } from './exporter.ts';
import { packagePage, PASS } from './package-page.ts';
import { zipFiles } from './zip-files.ts';

/** A SCORM 1.2 package (Content Aggregation Model and Run-Time Environment): score, status and every interaction are reported. */
export const scorm: Exporter = {
  format: 'scorm',
  extension: 'scorm.zip',
  mediaType: 'application/zip',
  fallbacks: {},
  write: (bank, questions, tools) => {
    const page = packagePage(bank, questions, tools);
    return zipFiles({ 'imsmanifest.xml': manifestXml(bank, Object.keys(page)), ...page });
  },
};

function manifestXml({ id, lang, title }: Bank, files: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="pocketbook-${id}-${lang}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="organization">
<organization identifier="organization">
<title>${escapeXml(title)}</title>
<item identifier="item" identifierref="page">
<title>${escapeXml(title)}</title>
<adlcp:masteryscore>${String(PASS * 100)}</adlcp:masteryscore>
</item>
</organization>
</organizations>
<resources>
<resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `<file href="${file}"/>`).join('\n')}
</resource>
</resources>
</manifest>
`;
}
