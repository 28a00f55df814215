/**
 * The address below `scope` (both whole) as the lists of files have it: without a query, folders with their slash, a
 * folder's page by the folder's name. Undefined for what lies outside.
 */
export function requestedPath(address: string, scope: string): string | undefined {
  const url = new URL(address);
  const root = new URL(scope);
  if (url.origin !== root.origin || !`${url.pathname}/`.startsWith(root.pathname)) return undefined;
  const path = url.pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
  const isFolder = path === '' || path.endsWith('/') || path.slice(path.lastIndexOf('/') + 1).includes('.');
  return isFolder ? path : `${path}/`;
}
