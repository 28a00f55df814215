import type { Bank, Exporter } from '../exporters/exporter.ts';
import { exportName } from '../exporters/exporter.ts';
import { exporters } from '../exporters/registry.ts';
import { withBase } from './page-context.ts';

/** A bank in one format, as a file to take away. */
export interface Download {
  exporter: Exporter;
  file: string;
  href: string;
}

/** The formats in which the downloads page offers a bank. Programs have the whole bank at `api/`. */
export const offered = exporters.filter(({ format }) => format !== 'json');

/** What there is to download of a bank, in the order in which it is offered. */
export function downloadsOf(bank: Bank): Download[] {
  return offered.map((exporter) => {
    const file = exportName(exporter, bank);
    return { exporter, file, href: withBase(`/downloads/${file}`) };
  });
}
