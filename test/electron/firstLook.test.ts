import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstLook } from '../../electron/firstLook';
import { profilePaths } from '../../electron/profile';
import { tempFolder } from './support/tempFolder';

describe('the first look at a profile', () => {
  it('finds the window’s place and the theme', () => {
    const paths = profilePaths(tempFolder());
    const place = { bounds: { x: 1, y: 2, width: 800, height: 600 }, maximized: false };
    writeFileSync(paths.bounds, JSON.stringify(place));
    writeFileSync(paths.settings, JSON.stringify({ theme: 'light' }));
    expect(firstLook(paths)).toEqual({ remembered: place, theme: 'light' });
  });

  it('finds those of a new profile where nothing can be read or understood', () => {
    const paths = profilePaths(tempFolder());
    expect(firstLook(paths)).toEqual({ remembered: null, theme: 'auto' });
    writeFileSync(paths.settings, '{');
    expect(firstLook(paths)).toEqual({ remembered: null, theme: 'auto' });
  });
});
