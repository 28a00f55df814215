export const PAPER_IDS = ['a4', 'letter'] as const;
export type PaperId = (typeof PAPER_IDS)[number];

/** A sheet of paper, upright. */
export interface Paper {
  id: PaperId;
  widthMm: number;
  heightMm: number;
}

/** Every paper by its id. */
export const PAPERS: Readonly<Record<PaperId, Paper>> = {
  a4: { id: 'a4', widthMm: 210, heightMm: 297 },
  letter: { id: 'letter', widthMm: 215.9, heightMm: 279.4 },
};
