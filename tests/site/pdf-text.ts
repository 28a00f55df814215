import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What an independent reader makes of a PDF: its words in reading order, and its pages' sizes in millimetres. */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string; pagesMm: [number, number][] }> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const texts: string[] = [];
  const pagesMm: [number, number][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    pagesMm.push([((right - left) / 72) * 25.4, ((top - bottom) / 72) * 25.4]);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return { text: texts.join('\n'), pagesMm };
}
