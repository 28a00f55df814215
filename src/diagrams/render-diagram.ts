import type { Lang } from '../model/localized.ts';
import type { Diagram } from './diagram.ts';
import { describeDiagram } from './describe-diagram.ts';
import type { Picture } from './picture.ts';
import { renderFigure } from './render-figure.ts';
import { renderFlow } from './render-flow.ts';
import { renderSequence } from './render-sequence.ts';
import { renderTimeline } from './render-timeline.ts';
import type { MeasureText } from './text-wrap.ts';

function renderPictureOf(diagram: Diagram, id: string, lang: Lang, measure: MeasureText): Picture {
  switch (diagram.kind) {
    case 'flow':
      return renderFlow(diagram, id, measure);
    case 'sequence':
      return renderSequence(diagram, id, lang, measure);
    case 'timeline':
      return renderTimeline(diagram, id, measure);
  }
}

/**
 * A diagram as a page shows it: title, drawing, and what it says in words. The same diagram, id, language and measurer
 * give the same bytes; `id` is unique on its page.
 */
export function renderDiagramFigure(diagram: Diagram, id: string, lang: Lang, measure: MeasureText): string {
  return renderFigure({
    picture: renderPictureOf(diagram, id, lang, measure),
    title: diagram.title,
    lines: describeDiagram(diagram, lang),
    lang,
  });
}
