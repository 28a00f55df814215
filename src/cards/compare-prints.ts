import type { Lang } from '../model/localized.ts';
import { SIDES, type Side } from './face.ts';

/** A print of a card as the lock keeps it: which version, when it was reviewed, its words by side and language. */
export interface KeptPrint {
  hash: string;
  reviewed: string;
  front: Record<string, string[]>;
  back: Record<string, string[]>;
}

/** What is on one side now and was not then, and the other way round; one line a statement. */
interface SideChange {
  side: Side;
  gone: string[];
  added: string[];
}

/** A print that is no longer current. */
export interface OldPrint {
  version: string;
  /** The day of the first review that gave the card other words: `2027-03-01`. */
  since: string;
  changes: SideChange[];
}

/** The published prints of a card that say something else than it says now, the latest first. */
export function oldPrints(
  kept: readonly KeptPrint[],
  now: { version: string; reviewed: string; texts: Record<Side, string[]> },
  lang: Lang,
): OldPrint[] {
  return kept
    .map((print, index): OldPrint => ({
      version: print.hash,
      since: kept[index + 1]?.reviewed ?? now.reviewed,
      changes: SIDES.map((side) => {
        const before = print[side][lang] ?? [];
        const after = now.texts[side];
        return {
          side,
          gone: before.filter((line) => !after.includes(line)),
          added: after.filter((line) => !before.includes(line)),
        };
      }).filter(({ gone, added }) => gone.length + added.length > 0),
    }))
    .filter(({ version }) => version !== now.version)
    .reverse();
}
