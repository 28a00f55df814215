import { isNamedAfterContent, STAGES, type StoredFile } from '../../src/links/stored-file.ts';

/** What an earlier publishing left in a store, as written down there. */
export interface Published {
  format: 1;
  /** Hash of content and headers by file. */
  files: Record<string, string>;
  /** Scripts and styles that no page names any more, each with the day, `2026-11-22`, on which that was first seen. */
  gone: Record<string, string>;
}

export const NOTHING_PUBLISHED: Published = { format: 1, files: {}, gone: {} };

/** A file of the site as it is to be sent. */
export interface LocalFile extends StoredFile {
  file: string;
  /** Of content and headers. */
  hash: string;
  /** As it is sent, so compressed where it is. */
  bytes: number;
}

/** What is to be done, in this order. */
export interface PublishPlan {
  /** Files to send, stage by stage. */
  send: LocalFile[][];
  /** How many are in the store as they are. */
  same: number;
  /** Files to take away when all else is done. */
  remove: string[];
  /** Scripts and styles that stay for whoever has an older page open. */
  kept: string[];
  /** What is written down before: all that may be in the store when it stops halfway. */
  before: Published;
  /** What is written down when all is done. */
  after: Published;
}

/**
 * Plans how a store comes to hold the files of `local`. Only what an earlier publishing wrote down is ever taken away:
 * whatever else lies in the store is somebody else's.
 * @param today and the days in `published` as `2026-11-22`.
 * @param keepDays how long a script or style stays that no page names any more.
 */
export function planPublishing(
  local: readonly LocalFile[],
  published: Published,
  today: string,
  keepDays: number,
): PublishPlan {
  const isHere = new Set(local.map(({ file }) => file));
  const changed = local.filter(({ file, hash }) => published.files[file] !== hash);
  const left = [...Object.keys(published.files), ...Object.keys(published.gone)].filter((file) => !isHere.has(file));
  const since = new Map(left.map((file) => [file, published.gone[file] ?? today]));
  const kept = left.filter(
    (file) => isNamedAfterContent(file) && daysBetween(since.get(file) ?? today, today) < keepDays,
  );
  const files = Object.fromEntries(local.map(({ file, hash }) => [file, hash]));
  const gone = Object.fromEntries(kept.map((file) => [file, since.get(file) ?? today]));
  return {
    send: STAGES.map((stage) => changed.filter((one) => one.stage === stage)),
    same: local.length - changed.length,
    remove: left.filter((file) => !kept.includes(file)),
    kept,
    before: {
      format: 1,
      // What is being sent may be there in the old form, in the new one or not at all.
      files: { ...published.files, ...Object.fromEntries(changed.map(({ file }) => [file, ''])) },
      gone: published.gone,
    },
    after: { format: 1, files, gone },
  };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
