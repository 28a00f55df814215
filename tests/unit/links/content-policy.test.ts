import { describe, expect, test } from 'vitest';
import { contentPolicy, hostHeaders, inlineScripts, withPolicy } from '../../../src/links/content-policy.ts';

describe('the scripts that need to be named', () => {
  test('are those that run and have no file', () => {
    const html = [
      '<script>first()</script>',
      '<script type="module" aria-hidden="true">second()</script>',
      '<script src="/a.js"></script>',
      '<script type="module" src="/b.js"></script>',
      '<script type="application/ld+json">{"a":1}</script>',
    ].join('\n');
    expect(inlineScripts(html)).toEqual(['first()', 'second()']);
  });

  test('keep every character between their tags', () => {
    expect(inlineScripts('<script>\n  a < b\r\n</script>')).toEqual(['\n  a < b\r\n']);
  });
});

test('a policy names each script once, in order, and no script without a name may run', () => {
  const policy = contentPolicy(['sha256-b', 'sha256-a', 'sha256-b']);
  expect(policy).toContain("script-src 'self' 'sha256-a' 'sha256-b'");
  expect(policy.split(';').find((rule) => rule.includes('script-src'))).not.toMatch(/unsafe|\*|data:|https?:/);
  expect(policy).toMatch(/^default-src 'self';/);
});

test('a page has its policy before anything else but its encoding', () => {
  const page = '<!doctype html><html><head><meta charset="utf-8"/><script>a()</script></head></html>';
  expect(withPolicy(page, "default-src 'self'")).toBe(
    '<!doctype html><html><head><meta charset="utf-8"/><meta http-equiv="content-security-policy" content="default-src \'self\'"><script>a()</script></head></html>',
  );
  expect(() => withPolicy('<html></html>', '')).toThrow('charset');
});

test('every host is told the same, and that nobody else may frame the site', () => {
  const files = hostHeaders("default-src 'self'", '/kb/');
  expect([...files.keys()]).toEqual(['_headers', '_hosting/headers.nginx.conf', '_hosting/headers.caddy']);
  for (const text of files.values()) {
    expect(text).toContain("default-src 'self'; frame-ancestors 'self'");
    for (const name of ['X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy'])
      expect(text).toContain(name);
  }
  expect(files.get('_headers')).toContain(
    '/kb/_astro/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable',
  );
});
