import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runProgram } from './run-program.ts';
import type { StageResult } from './stages.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium on this machine: CHROMIUM_PATH, one on the PATH, or Playwright's own. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = [
    process.env['CHROMIUM_PATH'] ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    chromium.executablePath(),
  ];
  return places.find((place) => place !== '' && existsSync(place));
}

/**
 * Makes sure that the tests have a Chromium and, on Linux, a font with Chinese: installs both from Debian's packages
 * when run as root there, else asks Playwright for its own browser. Says in one line what to do when neither works.
 */
export async function findOrInstallChromium(): Promise<StageResult> {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    const fonts = await runProgram('fc-list', [':lang=zh-cn']);
    const missing = [
      ...(findChromium() ? [] : ['chromium']),
      ...(fonts.output.includes(':') ? [] : ['fonts-noto-cjk', 'fontconfig']),
    ];
    if (missing.length > 0) {
      console.log(`      installing ${missing.join(', ')} …`);
      await runProgram('apt-get', ['update', '-qq']);
      await runProgram('apt-get', ['install', '-y', '-qq', ...missing], { DEBIAN_FRONTEND: 'noninteractive' });
    }
  } else if (!findChromium()) {
    console.log('      downloading Chromium …');
    await runProgram('playwright-core', ['install', 'chromium']);
  }
  const found = findChromium();
  return found
    ? { ok: true, output: '', summary: found }
    : { ok: false, output: 'No Chromium here: install it and set CHROMIUM_PATH to its program.' };
}
