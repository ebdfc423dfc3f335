import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, fileFor } from '../../electron/pageFiles';
import { CONTENT_SECURITY_POLICY, type PageAnswer } from '../../electron/pageHeaders';
import { tempFolder } from './support/tempFolder';

/** A built page with a secret beside its folder. */
function builtPage(): string {
  const folder = tempFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-old'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'index.js'), 'export {}');
  writeFileSync(join(root, 'notes.db'), 'secret');
  writeFileSync(join(folder, 'secret.json'), 'secret');
  writeFileSync(join(folder, 'renderer-old', 'secret.json'), 'secret');
  return root;
}

const get = (url: string, root: string): Promise<PageAnswer> => answer({ url, method: 'GET' }, root);

describe('the page’s own files', () => {
  it.each([
    ['app://console/index.html', 'text/html; charset=utf-8'],
    ['app://console/', 'text/html; charset=utf-8'],
    ['app://console/assets/index.js', 'text/javascript; charset=utf-8'],
    ['app://console/assets/index.js?v=1#x', 'text/javascript; charset=utf-8'],
  ])('%s is served with its type', async (url, type) => {
    const response = await get(url, builtPage());
    expect(response.status).toBe(200);
    expect(response.headers['Content-Type']).toBe(type);
  });

  it.each([
    'app://console/../secret.json',
    'app://console/..%2fsecret.json',
    'app://console/%2e%2e/secret.json',
    'app://console/%2e%2e%2fsecret.json',
    'app://console/assets/..%2f..%2fsecret.json',
    'app://console/..%5csecret.json',
    'app://console/..\\secret.json',
    'app://console/..%2frenderer-old/secret.json',
    'app://console//etc/hosts.json',
    'app://console/%2fetc/hosts.json',
    'app://console/C:/secret.json',
    'app://console/index.html%00.json',
    'app://console/%',
    'app://console/notes.db',
    'app://console/assets',
    'app://console/missing.js',
    'app://other/index.html',
    'app://console:80/index.html',
    'app://user@console/index.html',
    'app://console.evil/index.html',
    'file:///etc/hosts.json',
  ])('%s is not found', async (url) => {
    const response = await get(url, builtPage());
    expect(response.status).toBe(404);
    expect(response.body.toString()).toBe('Not found');
  });

  it('are only read, never written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await answer({ url: 'app://console/index.html', method }, builtPage());
      expect(response.status).toBe(405);
    }
  });

  it('carry the policy and nosniff, and so do refusals', async () => {
    const root = builtPage();
    const answers = [
      await get('app://console/index.html', root),
      await get('app://console/missing.js', root),
      await get('app://other/', root),
      await answer({ url: 'app://console/', method: 'POST' }, root),
    ];
    for (const { headers } of answers) {
      expect(headers['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
    }
  });

  it.each(['a%5cb.js', 'a%00.js', 'C%3a/b.js', 'file.js%3ahidden.js'])(
    'have no name like %s, which Windows would read otherwise',
    (name) => {
      expect(fileFor(`app://console/${name}`, tempFolder())).toBeNull();
    },
  );

  it('lie inside their folder, whatever the URL', () => {
    const root = join(tempFolder(), 'renderer');
    symlinkSync('/etc', `${root}-link`);
    const piece = fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '/', '\\', 'a', '%00', '%252e', ':', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = fileFor(`app://console/${pieces.join('')}`, root);
        expect(path === null || path.startsWith(`${root}/`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the content security policy', () => {
  it('allows scripts and styles of the page and nothing that could be injected', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|data:/);
  });
});
