import type { Bank, Exporter } from '../exporters/exporter.ts';
import { exportName } from '../exporters/exporter.ts';
import { downloadFormats } from '../exporters/registry.ts';
import { withBase } from './page-context.ts';

/** A bank in one format, as a file to take away. */
export interface Download {
  exporter: Exporter;
  file: string;
  href: string;
}

/** What there is to download of a bank, in the order in which it is offered. */
export function downloadsOf(bank: Bank): Download[] {
  return downloadFormats.map((exporter) => {
    const file = exportName(exporter, bank);
    return { exporter, file, href: withBase(`/downloads/${file}`) };
  });
}
