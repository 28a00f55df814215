import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runProgram } from './run-program.ts';
import type { StageResult } from './stages.ts';

/** The one without windows first: the same engine, and the tests take two thirds of the time in it. */
const WINDOWLESS = 'chromium-headless-shell';
const NAMES = [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium on this machine: CHROMIUM_PATH, one on the PATH, or Playwright's own. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = [
    process.env['CHROMIUM_PATH'] ?? '',
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    chromium.executablePath(),
  ];
  return places.find((place) => place !== '' && existsSync(place));
}

const isChosen = (): boolean => {
  const found = findChromium();
  return found !== undefined && (found === process.env['CHROMIUM_PATH'] || path.basename(found) === WINDOWLESS);
};

/** Installs Debian packages, and says whether that went well. */
async function install(packages: readonly string[]): Promise<boolean> {
  console.log(`      installing ${packages.join(', ')} …`);
  const { ok } = await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return ok;
}

/**
 * Makes sure that the tests have a Chromium and, on Linux, a font with Chinese: installs both from Debian's packages
 * when run as root there, else asks Playwright for its own browser. Says in one line what to do when neither works.
 */
export async function findOrInstallChromium(): Promise<StageResult> {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    const fonts = await runProgram('fc-list', [':lang=zh-cn']);
    const missingFonts = fonts.output.includes(':') ? [] : ['fonts-noto-cjk', 'fontconfig'];
    if (!isChosen() || missingFonts.length > 0) await runProgram('apt-get', ['update', '-qq']);
    if (missingFonts.length > 0) await install(missingFonts);
    // Older releases have only the whole browser.
    if (!isChosen() && !(await install([WINDOWLESS])) && !findChromium()) await install(['chromium']);
  } else if (!findChromium()) {
    console.log('      downloading Chromium …');
    await runProgram('playwright-core', ['install', 'chromium']);
  }
  const found = findChromium();
  return found
    ? { ok: true, output: '', summary: found }
    : { ok: false, output: 'No Chromium here: install it and set CHROMIUM_PATH to its program.' };
}
