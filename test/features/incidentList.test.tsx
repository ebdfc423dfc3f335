import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident } from '../support/renderConsole';

const MINUTE = 60_000;
const said = (): string => screen.getByRole('list', { name: 'Incidents' }).textContent;

describe('the list of incidents (DEC7)', () => {
  it('[DEC7] says how long ago an incident was declared, and goes on saying it right', async () => {
    const window = await renderIncident();
    await window.pass(2_000);
    expect(said()).toContain('declared 1 minute ago');
    await window.pass(2 * MINUTE);
    expect(said()).toContain('declared 3 minutes ago');
  });

  it('[DEC7] counts from resolving once it is resolved', async () => {
    const window = await renderIncident();
    await window.act((test) => test.run({ type: 'resolve', unticked: [] }));
    expect(said()).toContain('resolved just now');
    await window.pass(60 * MINUTE + 2_000);
    expect(said()).toContain('resolved 1 hour ago');
  });
});
