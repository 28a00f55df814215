/** What a certificate says, from top to bottom. */
export interface CertificateLines {
  intro: string;
  name: string;
  claim: string;
  title: string;
  facts: string;
  foot: string;
}

const WIDTH = 1600;
const HEIGHT = 1130;
const EDGE = 60;
const FONT =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** A certificate as a PNG, drawn with the fonts of the reader's own system; none when the browser has no canvas. */
export async function drawCertificate(
  heading: string,
  lines: CertificateLines,
  lang: string,
): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.lang = lang;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const accent = '#1d5a9c';
  pen.fillStyle = '#fdfcf9';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = accent;
  pen.lineWidth = 6;
  pen.strokeRect(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE);
  pen.lineWidth = 1.5;
  pen.strokeRect(EDGE + 14, EDGE + 14, WIDTH - 2 * EDGE - 28, HEIGHT - 2 * EDGE - 28);
  pen.textAlign = 'center';
  const write = (text: string, y: number, size: number, colour: string, weight = 400) => {
    pen.fillStyle = colour;
    pen.font = `${String(weight)} ${String(fittingSize(pen, text, size, weight))}px ${FONT}`;
    pen.fillText(text, WIDTH / 2, y);
  };
  write(heading, 250, 76, accent, 700);
  write(lines.intro, 380, 36, '#4a5160');
  write(lines.name, 500, 84, '#1b1f27', 700);
  write(lines.claim, 610, 36, '#4a5160');
  write(lines.title, 720, 64, '#1b1f27', 700);
  write(lines.facts, 840, 34, '#4a5160');
  write(lines.foot, 985, 28, '#4a5160');
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png');
  });
}

/** The size, at most `size`, at which a line keeps inside the frame. */
function fittingSize(pen: CanvasRenderingContext2D, text: string, size: number, weight: number): number {
  pen.font = `${String(weight)} ${String(size)}px ${FONT}`;
  const room = WIDTH - 2 * EDGE - 120;
  return Math.min(size, Math.floor((size * room) / Math.max(room, pen.measureText(text).width)));
}
