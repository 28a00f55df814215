import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A site as a web server is given it. */
export interface HostedSite {
  /** Where the server may put files of its own. */
  folder: string;
  /** What it serves; with a base path the site lies in a folder of that name in it. */
  root: string;
  /** The path that the site was built for, without a slash at its end: empty, or `/kb`. */
  base: string;
}

/** Starts a server that listens at a port of this machine. */
export type StartServer = (site: HostedSite, port: number) => ChildProcess;

/** nginx as the repo's file has it; only where it listens, where the site is and the lines marked “base” differ. */
export const startNginx: StartServer = ({ folder, root, base }, port) => {
  const own = readFileSync('hosting/nginx.conf', 'utf8')
    .replace(/^.*# base$/gm, (line) => line.replace(/\/(?=_hosting|404\.html)/, `${base}/`))
    .replaceAll('/srv/pocketbook', root)
    .replace('listen 8080', `listen 127.0.0.1:${String(port)}`);
  writeFileSync(path.join(folder, 'site.conf'), own);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  );
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} pid ${path.join(folder, 'pid')}; daemon off; worker_processes 2;
    events { worker_connections 2048; }
    http { include /etc/nginx/mime.types; access_log off; ${places.join(' ')} include ${path.join(folder, 'site.conf')}; }`,
  );
  const args = ['-e', path.join(folder, 'error.log'), '-c', path.join(folder, 'nginx.conf')];
  return spawn('nginx', args, { stdio: 'ignore' });
};

/** Caddy as the repo's file has it, told by its variables. */
export const startCaddy: StartServer = ({ folder, root, base }, port) =>
  spawn('caddy', ['run', '--config', 'hosting/Caddyfile'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      POCKETBOOK_ROOT: root,
      POCKETBOOK_BASE: base,
      POCKETBOOK_ADDRESS: `http://127.0.0.1:${String(port)}`,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
  });

/** Starts a server on a free port and waits until it answers; `stop` ends it. @throws an error when it does not answer. */
export async function runServer(
  start: StartServer,
  site: HostedSite,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const server = start(site, port);
  const url = `http://127.0.0.1:${String(port)}`;
  const stop = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await gone;
  };
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return { url, stop };
    await wait(100);
  }
  await stop();
  throw new Error('the server does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
