import { describe, expect, it } from 'vitest';
import { mayHaveGraphicsCard } from '../../electron/graphics';

describe('a graphics card', () => {
  it.each(['/dev/dri', '/dev/nvidiactl', '/dev/dxg'])('is believed in on Linux where there is %s', (way) => {
    expect(mayHaveGraphicsCard('linux', (path) => path === way)).toBe(true);
  });

  it('is not believed in on Linux without any way to one', () => {
    expect(mayHaveGraphicsCard('linux', () => false)).toBe(false);
  });

  it.each(['darwin', 'win32'] as const)('is always believed in on %s', (platform) => {
    expect(mayHaveGraphicsCard(platform, () => false)).toBe(true);
  });
});
