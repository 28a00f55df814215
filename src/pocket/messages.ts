import type { FileList, ListName } from './file-list.ts';

/** What a page asks the worker; addresses are whole ones. */
export type Question =
  /** Keep what a reader has just seen. */
  | { do: 'visit'; addresses: readonly string[] }
  /** Keep pages that a reader will need, with all that they show. */
  | { do: 'keep'; addresses: readonly string[] }
  /** Which files a list of this build has. */
  | { do: 'list'; name: ListName }
  /** Whether every open page came from the network and is of a newer build than the worker. */
  | { do: 'compare' }
  /** Take the place of the worker before; pages of its build load anew where `reload` says so. */
  | { do: 'take'; reload: boolean };

/** What the worker answers to `keep`: true when all of it could be had. */
export type KeepAnswer = boolean;

/** What the worker answers to `list`: `behind` when the site is another build by now, `none` without a network. */
export type ListAnswer = FileList | 'behind' | 'none';

/** What the worker tells every page, unasked, once it has taken over. */
export interface TakenNotice {
  taken: true;
  reload: boolean;
}
