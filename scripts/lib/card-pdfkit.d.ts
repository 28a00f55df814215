/** The part of pdfkit that cards use; the package ships without types. All measures are points from the top left. */
declare module 'pdfkit' {
  interface PdfOptions {
    size: [number, number];
    margin: number;
    pdfVersion: '1.7';
    lang: string;
    displayTitle: boolean;
    /** The font of a new document; empty, so that no standard font is read. */
    font: string;
    autoFirstPage: boolean;
    info: { Title: string; Author: string; Subject: string; CreationDate: Date; ModDate: Date };
  }
  interface TextOptions {
    lineBreak: false;
    baseline: 'alphabetic';
    /** OpenType features beside the default ones. */
    features?: string[];
  }
  export default class PDFDocument {
    constructor(options: PdfOptions);
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    registerFont(name: string, file: string): this;
    addPage(): this;
    font(name: string): this;
    fontSize(sizePt: number): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    /** A path in SVG notation. */
    path(d: string): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    clip(): this;
    fill(color?: string): this;
    fillColor(color: string): this;
    lineWidth(width: number): this;
    stroke(color?: string): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    end(): void;
  }
}
