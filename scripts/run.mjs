/**
 * The one way in for every npm script: `node scripts/run.mjs <command> [arguments]` runs scripts/<command>.ts.
 *
 * Plain JavaScript for Node 18, because it may be the first thing that runs on a fresh clone: it installs what is
 * missing, picks a Node new enough for the rest (the one from the node-* package, else the one at hand) and hands over.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NEEDED = [22, 12];
/** From here on Node runs TypeScript without being asked to. */
const STRIPS_TYPES = [
  [22, 18],
  [24, 0],
];

const [command = '', ...args] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.ts`);
if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(script)) fail(`No such command: ${command || '(none)'}`);

installIfMissing();
const runtime = findRuntime();
const child = spawn(runtime.path, [...runtime.flags, script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [path.dirname(runtime.path), process.env.PATH].join(path.delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** Installs the locked packages unless node_modules was installed from this very lockfile. */
function installIfMissing() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once; a few minutes on a slow line) …');
  // Not `ci`: it refuses a lockfile that lacks another platform's build of an optional package, which a registry may
  // not have. What the lockfile does name is installed to the letter either way, and nothing is written back.
  const flags = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) fail('The packages could not be installed; see above.');
  writeFileSync(stamp, lock);
}

/** The Node to run on, with the flags that this version needs. */
function findRuntime() {
  const platform = { linux: 'linux', win32: 'win' }[process.platform];
  const packaged = path.join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const paths = platform && existsSync(packaged) ? [packaged, process.execPath] : [process.execPath];
  for (const candidate of paths) {
    const version = versionOf(candidate);
    if (!version || !atLeast(version, NEEDED)) continue;
    const strips = STRIPS_TYPES.some((since) => version[0] === since[0] && atLeast(version, since)) || version[0] > 24;
    return {
      path: candidate,
      flags: strips ? [] : ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
    };
  }
  return fail(`Node ${NEEDED.join('.')} or newer is needed here; this is ${process.version}. Get it from nodejs.org.`);
}

/** `[major, minor]`, or nothing when that program does not run on this machine (a glibc build on musl, say). */
function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const match = status === 0 && /^v(\d+)\.(\d+)/.exec(stdout);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

function atLeast([major, minor], [neededMajor, neededMinor]) {
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
