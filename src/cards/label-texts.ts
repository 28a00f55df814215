import { cardTexts } from '../i18n/cards.ts';
import { uiTexts } from '../i18n/ui.ts';
import type { Lang } from '../model/localized.ts';
import { LABEL_PIECES, type LabelPiece } from './sheet-labels.ts';

/** Stands where the number of the sheet will be; in no deck's title. */
const NUMBER = '\u0000';

/** What each part of the labels of a deck says. */
export function labelTexts(deck: string, lang: Lang): Record<LabelPiece, string> {
  const [say, ui] = [cardTexts(lang), uiTexts(lang)];
  const whole = {
    front: say('sheet.page', { deck, sheet: NUMBER, side: ui('card.front') }),
    back: say('sheet.page', { deck, sheet: NUMBER, side: ui('card.back') }),
    fold: say('sheet.page.fold', { deck, sheet: NUMBER }),
  };
  const textOf = (piece: LabelPiece): string => {
    if (piece === 'gap') return '    ';
    const [what = '', which = ''] = piece.split(' ');
    if (what === 'figure') return which;
    if (what === 'how') return say(`sheet.instruction.${which as 'long-edge'}`);
    return whole[what as keyof typeof whole].split(NUMBER)[which === 'before' ? 0 : 1] ?? '';
  };
  return Object.fromEntries(LABEL_PIECES.map((piece) => [piece, textOf(piece)])) as Record<LabelPiece, string>;
}
