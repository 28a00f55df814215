import { renderCurves } from '../../diagrams/curves.ts';
import type { Picture } from '../../diagrams/picture.ts';
import { PHONE_WIDTH_PX } from '../../diagrams/picture.ts';
import { renderPyramid } from '../../diagrams/pyramid.ts';
import { ROOMY_WIDTH_PX, renderFigure } from '../../diagrams/render-figure.ts';
import type { MeasureText } from '../../diagrams/text-wrap.ts';
import type { Lang } from '../../model/localized.ts';
import type { ClassificationBlock } from './schema.ts';

const CURVES_HEIGHT_PX = { narrow: 330, roomy: 360 };

/** The types as the picture that the block asks for, in a figure; nothing where it asks for none. */
export function renderTypesPicture(block: ClassificationBlock, lang: Lang, measure: MeasureText): string | undefined {
  const draw = drawingOf(block, lang, measure);
  if (!draw) return undefined;
  return renderFigure({
    picture: draw('narrow'),
    wide: draw('roomy'),
    title: block.title[lang],
    isTitled: false,
    // The types under it say the same in words.
    lines: [],
    lang,
  });
}

function drawingOf(
  { id, title, picture, types, facets }: ClassificationBlock,
  lang: Lang,
  measure: MeasureText,
): ((room: 'narrow' | 'roomy') => Picture) | undefined {
  const named = (room: string) => ({ id: `picture-${id}-${room}`, title: title[lang] });
  const widthPx = { narrow: PHONE_WIDTH_PX, roomy: ROOMY_WIDTH_PX };
  switch (picture?.draw) {
    case undefined:
      return undefined;
    case 'pyramid':
      return (room) => {
        const layers = types.map((type) => {
          const trait = type.traits.find(({ facet }) => facet === facets[0]?.id);
          const note = trait && (room === 'narrow' ? (trait.short ?? trait.text) : trait.text);
          return { label: (type.short ?? type.title)[lang], ...(note && { note: note[lang] }) };
        });
        return renderPyramid({ ...named(room), layers }, measure, {
          widthPx: widthPx[room],
          notesBeside: room === 'roomy',
        });
      };
    case 'curves': {
      const { levels, across } = picture;
      return (room) =>
        renderCurves(
          {
            ...named(room),
            levels: { low: levels.low[lang], middle: levels.middle[lang], high: levels.high[lang] },
            across: { from: across.from[lang], to: across.to[lang] },
            curves: types.flatMap(({ title: name, short, curve }) =>
              curve
                ? [
                    {
                      label: (short ?? name)[lang],
                      from: curve.from,
                      to: curve.to,
                      bend: curve.bend,
                      ...(curve.returns && { returns: curve.returns[lang] }),
                    },
                  ]
                : [],
            ),
          },
          measure,
          { widthPx: widthPx[room], heightPx: CURVES_HEIGHT_PX[room] },
        );
    }
  }
}
