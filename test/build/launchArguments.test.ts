import { describe, expect, it } from 'vitest';
import { launchArguments } from '../../build/launchArguments';
import { hasDisplay } from '../../build/virtualDisplay';

const person = { appFolder: '/app', typedIn: '/home/me', isRoot: false };

describe('the arguments for Electron', () => {
  it('are the app alone when nothing was typed', () => {
    expect(launchArguments([], person)).toEqual(['/app']);
  });

  it('put switches before the app and files after it, whatever the order typed', () => {
    const typed = ['outage.icbundle', '--lang=de'];
    expect(launchArguments(typed, person)).toEqual(['--lang=de', '/app', '/home/me/outage.icbundle']);
  });

  it('read paths from where the person stood', () => {
    const typed = ['--user-data-dir=profile', '/srv/a.icbundle'];
    expect(launchArguments(typed, person)).toEqual([
      '--user-data-dir=/home/me/profile',
      '/app',
      '/srv/a.icbundle',
    ]);
  });

  it('turn the sandbox off for root, and for nobody else', () => {
    expect(launchArguments([], { ...person, isRoot: true })).toEqual(['--no-sandbox', '/app']);
    expect(launchArguments([], person)).not.toContain('--no-sandbox');
  });
});

describe('a screen', () => {
  it('is there under X or Wayland, and always off Linux', () => {
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  it('is missing on a server', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
  });
});
