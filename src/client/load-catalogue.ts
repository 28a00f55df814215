import type { Catalogue } from '../onboarding/catalogue.ts';

/** What plans are made of, from `address`; nothing when it cannot be had. Never throws. */
export async function loadCatalogue(address: string): Promise<Catalogue | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as Catalogue) : undefined;
  } catch {
    return undefined;
  }
}
