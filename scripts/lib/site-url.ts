/** Where the site will live, when `SITE_URL` says so; undefined leaves it to the site file. */
export function siteUrl(): string | undefined {
  const url = process.env['SITE_URL'];
  return url === '' ? undefined : url;
}
