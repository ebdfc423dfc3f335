import { expect, it } from 'vitest';
import { testEnvironment } from './electronEnvironment';

it('gives a console under test its own home and none of the developer’s folders', () => {
  const ours = { HOME: '/root', PATH: '/bin', XDG_CONFIG_HOME: '/root/.config', ELECTRON_RUN_AS_NODE: '1' };
  expect(testEnvironment(ours, '/tmp/h', { TZ: 'UTC' })).toEqual({
    HOME: '/tmp/h',
    USERPROFILE: '/tmp/h',
    PATH: '/bin',
    TZ: 'UTC',
  });
});
