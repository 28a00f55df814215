import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.ts';
import { serveSite, type SiteServer } from '../../scripts/lib/serve-site.ts';

/** Serves the site that was just built on a free port of this machine. */
export function serveDist(): Promise<SiteServer> {
  return serveSite(path.resolve(process.env['OUT_DIR'] ?? 'dist'), 0);
}

/** Pages are drawn by the processor, without the detour over a graphics card that is only played. */
const PLAIN_DRAWING = ['--disable-gpu', '--disable-software-rasterizer'];

/**
 * A Chromium for the tests: CHROMIUM_PATH, one on the PATH, or Playwright's own. Its contexts run no service worker unless
 * they ask for one, so that each page asks the site for what it shows and nothing else keeps the machine busy.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('No Chromium here: install it and set CHROMIUM_PATH to its program.');
  // Root may not use the sandbox, and the tests reach no network.
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', ...PLAIN_DRAWING];
  const browser = await chromium.launch({ executablePath, args });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
  return browser;
}
