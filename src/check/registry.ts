import type { Records } from '../blocks/records.ts';
import type { Issue } from '../model/issue.ts';
import { checkAddress } from './rules/check-address.ts';
import { checkAliases } from './rules/check-aliases.ts';
import { checkAnswerKeys } from './rules/check-answer-keys.ts';
import { checkAsks } from './rules/check-asks.ts';
import { checkCardFaces } from './rules/check-card-faces.ts';
import { checkCardTitles } from './rules/check-card-titles.ts';
import { checkChineseTyping } from './rules/check-chinese-typing.ts';
import { checkCurriculum } from './rules/check-curriculum.ts';
import { checkDerivedTexts } from './rules/check-derived-texts.ts';
import { checkDiagrams } from './rules/check-diagrams.ts';
import { checkDuplicateIds } from './rules/check-duplicate-ids.ts';
import { checkOrders } from './rules/check-orders.ts';
import { checkPermalinks } from './rules/check-permalinks.ts';
import { checkPictures } from './rules/check-pictures.ts';
import { checkPlaceholderTexts } from './rules/check-placeholder-texts.ts';
import { checkPlacements } from './rules/check-placements.ts';
import { checkProseLength } from './rules/check-prose-length.ts';
import { checkProseSyntax } from './rules/check-prose-syntax.ts';
import { checkReferences } from './rules/check-references.ts';
import { checkStories } from './rules/check-stories.ts';
import { checkThemes } from './rules/check-themes.ts';
import { checkWording } from './rules/check-wording.ts';

/** Something that must hold across records; what breaks it comes back as issues. */
export type Rule = (records: Records) => Issue[];

/** Every rule that needs nothing but the records. */
export const RULES: readonly Rule[] = [
  checkThemes,
  checkOrders,
  checkDuplicateIds,
  checkReferences,
  checkCardFaces,
  checkAnswerKeys,
  checkStories,
  checkAliases,
  checkAsks,
  checkCurriculum,
  checkAddress,
  checkProseSyntax,
  checkPlacements,
  checkDiagrams,
  checkPictures,
  checkDerivedTexts,
  checkPermalinks,
  checkCardTitles,
  checkWording,
  checkChineseTyping,
  checkProseLength,
  checkPlaceholderTexts,
];
