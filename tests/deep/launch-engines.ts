import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../../scripts/lib/chromium.ts';

/** The Firefox of the machine, without windows, spoken to in WebDriver BiDi. */
export function launchFirefox(): Promise<Browser> {
  const executablePath = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true, timeout: 120_000 });
}

/** The Chromium of the other tests, driven as Firefox is. @throws an error when there is none. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium here: install it and set CHROMIUM_PATH.');
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-gpu'];
  return puppeteer.launch({ executablePath, headless: 'shell', args });
}
