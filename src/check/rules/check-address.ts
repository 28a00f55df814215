import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { isPlaceholderAddress } from '../../model/site-address.ts';
import { issueAt } from '../issue-at.ts';

/** A site address that is missing or only a placeholder, so that printed codes would lead nowhere. */
export function checkAddress(records: Records): Issue[] {
  const { site } = records;
  const { address } = site.data;
  if (site.lost?.has('address')) return [];
  if (address === undefined) return [issueAt(records, site, [], 'placeholder-address/missing')];
  if (!isPlaceholderAddress(address)) return [];
  return [issueAt(records, site, ['address'], 'placeholder-address', { address })];
}
