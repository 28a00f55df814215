import type { Page } from 'playwright-core';

/** What is wrong with the diagrams of a page, each fault as one line; `minTextPx` also asks for text of that size. */
export async function diagramFaults(page: Page, { minTextPx = 0 }: { minTextPx?: number } = {}): Promise<string[]> {
  return page.evaluate((minPx) => {
    interface Box {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    interface Line extends Box {
      words: string;
      owner: Element;
    }
    const CENTRED_WITHIN_PX = 1;
    /** Of the height of a line only this much is ink: fonts differ in the room that they keep above and below. */
    const INK_EM = 0.9;

    const quote = (text: string) => `“${text}”`;
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const overlap = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    const shapeOf = (group: Element) => group.querySelector<SVGGeometryElement>(':scope > :is(rect, path, circle)');

    /** The lines of a text as they stand on the screen, cut to the height of their ink. */
    const linesOf = (text: SVGTextElement): Line[] => {
      const parts = text.querySelectorAll('tspan').length > 0 ? [...text.querySelectorAll('tspan')] : [text];
      const scale = text.getScreenCTM()?.a ?? 1;
      const ink = Number.parseFloat(getComputedStyle(text).fontSize) * scale * INK_EM;
      return parts
        .filter((part) => part.textContent.trim() !== '')
        .map((part) => {
          const { left, right, top, bottom } = boxOf(part);
          const middle = (top + bottom) / 2;
          return { left, right, top: middle - ink / 2, bottom: middle + ink / 2, words: part.textContent, owner: text };
        });
    };
    const isInside = (line: Box, shape: SVGGeometryElement): boolean => {
      const toShape = shape.getScreenCTM()?.inverse();
      return [line.left, line.right].every((x) =>
        [line.top, line.bottom].every(
          (y) => toShape && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(toShape)),
        ),
      );
    };

    // A picture may stand twice, for narrow and for roomy pages; one of the two is not shown.
    const shown = [...document.querySelectorAll<SVGSVGElement>('svg.dg')].filter((svg) => svg.checkVisibility());
    return shown.flatMap((svg) => {
      const title = svg.querySelector('title')?.textContent ?? 'a diagram without a title';
      const faults: string[] = [];
      const texts = [...svg.querySelectorAll<SVGTextElement>('text')];
      const lines = texts.flatMap(linesOf);
      const drawing = boxOf(svg);

      for (const line of lines) {
        if (
          line.left < drawing.left - 1 ||
          line.right > drawing.right + 1 ||
          line.top < drawing.top - 1 ||
          line.bottom > drawing.bottom + 1
        ) {
          faults.push(`${quote(line.words)} leaves the drawing`);
        }
      }
      lines.forEach((a, index) => {
        for (const b of lines.slice(index + 1)) {
          if (a.owner !== b.owner && overlap(a, b)) faults.push(`${quote(a.words)} and ${quote(b.words)} overlap`);
        }
      });
      for (const node of svg.querySelectorAll('.dg-node')) {
        const shape = shapeOf(node);
        const own = [...node.querySelectorAll<SVGTextElement>('text')].flatMap(linesOf);
        for (const line of own) {
          if (!shape || !isInside(line, shape)) faults.push(`${quote(line.words)} does not lie in its shape`);
        }
      }
      const shapes = [...svg.querySelectorAll('.dg-node')].flatMap((node) => {
        const shape = shapeOf(node);
        return shape ? [{ box: boxOf(shape), words: node.textContent }] : [];
      });
      shapes.forEach((a, index) => {
        for (const b of shapes.slice(index + 1)) {
          if (overlap(a.box, b.box)) faults.push(`the shapes of ${quote(a.words)} and ${quote(b.words)} overlap`);
        }
      });
      for (const label of svg.querySelectorAll('.dg-said')) {
        const ground = shapeOf(label);
        const text = label.querySelector('text');
        if (!ground || !text) continue;
        const [a, b] = [boxOf(ground), boxOf(text)];
        const off =
          Math.max(Math.abs(a.left + a.right - b.left - b.right), Math.abs(a.top + a.bottom - b.top - b.bottom)) / 2;
        if (off > CENTRED_WITHIN_PX)
          faults.push(`${quote(text.textContent)} stands ${off.toFixed(1)} px off the middle of its ground`);
        if (b.left < a.left || b.right > a.right) faults.push(`${quote(text.textContent)} is wider than its ground`);
        for (const { box, words } of shapes) {
          if (overlap(a, box) && !label.classList.contains('dg-words'))
            faults.push(`${quote(text.textContent)} covers ${quote(words)}`);
        }
      }
      for (const text of texts) {
        const px = Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1);
        if (px < minPx - 0.05) faults.push(`${quote(text.textContent)} is set at ${px.toFixed(1)} px`);
      }
      return faults.map((fault) => `${title}: ${fault}`);
    });
  }, minTextPx);
}
