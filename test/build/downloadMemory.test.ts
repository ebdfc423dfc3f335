import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../build/cacheFolder';
import { downloadMemory } from '../../build/downloadMemory';
import { freshFolder } from '../support/freshFolder';

const hour = 60 * 60_000;
const noon = Date.UTC(2026, 10, 23, 12);

describe('a failed download', () => {
  const file = () => join(freshFolder('memory'), 'deeper', 'failed.json');

  it('is remembered for hours, by the next process too', () => {
    const place = file();
    downloadMemory('a', place, () => noon).remember('no answer');
    expect(downloadMemory('a', place, () => noon + 5 * hour).isFresh()).toBe(true);
  });

  it('is forgotten after six hours', () => {
    const place = file();
    downloadMemory('a', place, () => noon).remember('no answer');
    expect(downloadMemory('a', place, () => noon + 6 * hour).isFresh()).toBe(false);
  });

  it('is forgotten when the clock was set back, rather than remembered for ever', () => {
    const place = file();
    downloadMemory('a', place, () => noon).remember('no answer');
    expect(downloadMemory('a', place, () => noon - hour).isFresh()).toBe(false);
  });

  it('says nothing about another address', () => {
    const place = file();
    downloadMemory('a', place, () => noon).remember('no answer');
    expect(downloadMemory('b', place, () => noon).isFresh()).toBe(false);
  });

  it('is not believed from a file that is no JSON', () => {
    const place = join(freshFolder('memory'), 'failed.json');
    writeFileSync(place, '{"addr');
    expect(downloadMemory('a', place, () => noon).isFresh()).toBe(false);
  });
});

describe('the cache folder', () => {
  it('follows XDG_CACHE_HOME when that is absolute', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/c' }, '/home/me')).toBe('/var/c/incident-console');
  });

  it('is ~/.cache otherwise', () => {
    expect(cacheFolder({}, '/home/me')).toBe('/home/me/.cache/incident-console');
    expect(cacheFolder({ XDG_CACHE_HOME: 'c' }, '/home/me')).toBe('/home/me/.cache/incident-console');
  });
});
