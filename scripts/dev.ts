/** `npm run dev`: the site as it is edited; a saved record shows at once. */
import { dev } from 'astro';

process.env['NODE_ENV'] = 'development';
await dev({ root: process.cwd(), server: { port: Number(process.env['PORT'] ?? 4321) } });
