import { exportTexts, quizTexts } from '../i18n/exports.ts';
import { storyTexts } from '../i18n/story-texts.ts';
import type { Question } from '../model/question.ts';
import { escapeXml } from './escape-xml.ts';
import type { Bank, ExportTools } from './exporter.ts';

/** How many questions an attempt asks. */
const LENGTH = 20;
/** From this share of points on an attempt is passed. */
export const PASS = 0.8;

/** The files of a package's page, by path: it asks the questions with nothing but these, and reports to whoever opened it. */
export function packagePage(bank: Bank, questions: readonly Question[], tools: ExportTools): Record<string, string> {
  const { lang, title, address } = bank;
  const say = exportTexts(lang);
  const data = {
    questions: questions.map((question) => tools.show(question, address)),
    texts: quizTexts(lang),
    storyTexts: storyTexts(lang),
    labels: {
      passed: say('package.passed'),
      failed: say('package.failed'),
      again: say('package.again'),
      alone: say('package.alone'),
      lost: say('package.lost'),
    },
    length: LENGTH,
    pass: PASS,
  };
  return {
    'index.html': `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<link rel="stylesheet" href="player.css">
</head>
<body data-theme-of style="${escapeXml(bank.hue)}">
<main>
<h1>${escapeXml(title)}</h1>
</main>
<script type="application/json" id="package">${JSON.stringify(data).replaceAll('<', '\\u003C')}</script>
<script src="player.js"></script>
</body>
</html>
`,
    'player.js': tools.player.script,
    'player.css': tools.player.style,
  };
}
