import { describe, expect, it } from 'vitest';
import { type ElectronSource, type FoundElectron, NoElectron, findElectron } from '../../build/electronPath';

/** A source that answers, and notes that it was asked. */
function source(kind: FoundElectron['kind'], asked: string[], has: boolean): ElectronSource {
  return () => {
    asked.push(kind);
    return Promise.resolve(has ? { path: `/${kind}/electron`, kind, saying: kind } : undefined);
  };
}

function sources(asked: string[], having: readonly FoundElectron['kind'][]) {
  return {
    override: source('override', asked, having.includes('override')),
    official: source('official', asked, having.includes('official')),
    standIn: source('stand-in', asked, having.includes('stand-in')),
  };
}

describe('which Electron is used', () => {
  it('is the override where there is one, and nothing else is asked', async () => {
    const asked: string[] = [];
    const found = await findElectron(sources(asked, ['override', 'official', 'stand-in']));
    expect(found.kind).toBe('override');
    expect(asked).toEqual(['override']);
  });

  it('is the official one before the stand-in', async () => {
    const asked: string[] = [];
    expect((await findElectron(sources(asked, ['official', 'stand-in']))).kind).toBe('official');
    expect(asked).toEqual(['override', 'official']);
  });

  it('is the stand-in when the official one cannot be had', async () => {
    const asked: string[] = [];
    expect((await findElectron(sources(asked, ['stand-in']))).path).toBe('/stand-in/electron');
    expect(asked).toEqual(['override', 'official', 'stand-in']);
  });

  it('is a sentence with a way out when there is none', async () => {
    await expect(findElectron(sources([], []))).rejects.toThrow(/Set ELECTRON_OVERRIDE_DIST_PATH/);
    await expect(findElectron(sources([], []))).rejects.toBeInstanceOf(NoElectron);
  });

  it('is never the next best when a source says that it is broken', async () => {
    const asked: string[] = [];
    const broken = {
      ...sources(asked, ['official']),
      override: () => Promise.reject(new NoElectron('empty')),
    };
    await expect(findElectron(broken)).rejects.toThrow('empty');
    expect(asked).toEqual([]);
  });
});
