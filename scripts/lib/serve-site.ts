import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sirv from 'sirv';

/** A server of this machine alone; `close` ends it and every open connection. */
export interface SiteServer {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves `dir` at http://localhost:`port`/ (any free port for 0), on both loopback addresses where the machine has
 * them. Unknown addresses get the site's own 404 page.
 * @throws an error with `code` EADDRINUSE when the port is taken.
 */
export async function serveSite(dir: string, port: number): Promise<SiteServer> {
  const files = sirv(dir, { dev: true });
  const notFound = () => {
    try {
      return readFileSync(path.join(dir, '404.html'));
    } catch {
      // There is none for the moment in which a new site takes the place of the old one.
      return '';
    }
  };
  const make = () =>
    createServer((request, response) => {
      // A folder's own page, as hosts serve it; left to guess, the server would take `/index/` for `/index.html`.
      request.url = (request.url ?? '/').replace(/\/(?=\?|$)/, '/index.html');
      files(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound());
      });
    });
  const first = make();
  await listen(first, port, '127.0.0.1');
  const address = first.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  const servers = [first];
  const second = make();
  // Not every machine has IPv6; `localhost` then means 127.0.0.1 anyway.
  await listen(second, taken, '::1').then(
    () => servers.push(second),
    () => undefined,
  );
  return {
    url: `http://localhost:${String(taken)}`,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
