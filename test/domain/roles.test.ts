import { describe, expect, it } from 'vitest';
import { commanderIsExpert } from '../../renderer/domain/decideRoles';
import { ROLE_RULES, SINGLE_ROLES } from '../../renderer/domain/roles';
import { minutes } from '../../renderer/domain/time';
import { after, given } from '../support/givenWhenThen';
import { assigned, attempted, clock, declared, recorded, released } from '../support/histories';

describe('roles (ROL)', () => {
  it('[ROL1] a role goes to a person, named on one line', () => {
    given(declared())
      .when({ type: 'assign-role', role: 'scribe', person: ' Kofi\nMensah ' })
      .thenLogged({ type: 'role-assigned', role: 'scribe', person: 'Kofi Mensah' });
  });

  it('[ROL1] refuses nobody', () => {
    given(declared())
      .when({ type: 'assign-role', role: 'scribe', person: ' ' })
      .thenRefused('person-missing');
    given(declared())
      .when({ type: 'release-role', role: 'scribe', person: '' })
      .thenRefused('person-missing');
  });

  it('[ROL7] refuses a name of more than 200 characters wherever a person is named', () => {
    const [person, longest] = ['x'.repeat(201), 'x'.repeat(200)];
    const history = given(declared());
    history.when({ type: 'assign-role', role: 'expert', person }).thenRefused('name-too-long');
    history
      .when({ type: 'assign-role', role: 'scribe', person: ` ${longest} ` })
      .thenLogged({ type: 'role-assigned', role: 'scribe', person: longest });
    history
      .when({
        type: 'attempt-mitigation',
        action: 'rollback',
        what: 'web',
        owner: person,
        checkBackIn: minutes(5),
      })
      .thenRefused('name-too-long');
    history.when({ type: 'add-action-item', text: 'mend it', owner: person }).thenRefused('name-too-long');
    given()
      .when({ type: 'declare', title: 'Down', severity: 1, drill: false, number: 1, commander: person })
      .thenRefused('name-too-long');
  });

  it('[ROL7] an older log with a longer name folds, and whoever has it can be released', () => {
    const person = 'x'.repeat(5_000);
    expect(after(declared(), assigned('scribe', person)).holders.scribe?.person).toBe(person);
    given(declared(), assigned('scribe', person))
      .when({ type: 'release-role', role: 'scribe', person })
      .thenLogged({ type: 'role-released', role: 'scribe', person });
  });

  it('[ROL1] the four single roles have one holder; the next one takes it over by name', () => {
    expect(SINGLE_ROLES).toEqual(['commander', 'communications', 'scribe', 'deputy']);
    given(declared(), assigned('commander', 'Dana'))
      .when({ type: 'assign-role', role: 'commander', person: 'Maria' })
      .thenLogged({ type: 'role-assigned', role: 'commander', person: 'Maria', instead: 'Dana' });
  });

  it('[ROL1] refuses a role to who holds it', () => {
    given(declared(), assigned('deputy', 'Ana'))
      .when({ type: 'assign-role', role: 'deputy', person: 'Ana' })
      .thenRefused('already-holds-role');
  });

  it('[ROL1] a role can be given back, by its holder only', () => {
    const history = given(declared(), assigned('scribe', 'Kofi'));
    history
      .when({ type: 'release-role', role: 'scribe', person: 'Kofi' })
      .thenLogged({ type: 'role-released', role: 'scribe', person: 'Kofi' });
    history.when({ type: 'release-role', role: 'scribe', person: 'Ana' }).thenRefused('not-holding-role');
    history.when({ type: 'release-role', role: 'deputy', person: 'Kofi' }).thenRefused('not-holding-role');
  });

  it('[ROL2] who holds what since when is known, and who held it before', () => {
    const state = after(
      declared(),
      recorded('03:03', assigned('commander', 'Dana')),
      recorded('03:20', assigned('commander', 'Maria', { instead: 'Dana' })),
      recorded('03:30', released('commander', 'Maria')),
    );
    expect(state.holders).toEqual({});
    expect(state.formerTenures).toMatchObject([
      { role: 'commander', person: 'Dana', since: clock('03:03'), until: clock('03:20') },
      { role: 'commander', person: 'Maria', since: clock('03:20'), until: clock('03:30') },
    ]);
    expect(after(declared(), assigned('commander', 'Dana')).holders.commander).toMatchObject({
      person: 'Dana',
      since: clock('03:01'),
    });
  });

  it('[ROL2] a release that crossed a hand-over ends nobody else’s tenure', () => {
    const state = after(
      declared(),
      assigned('commander', 'Dana'),
      assigned('commander', 'Maria'),
      released('commander', 'Dana'),
    );
    expect(state.holders.commander?.person).toBe('Maria');
    const unknown = after(declared(), released('scribe', 'Kofi'), released('expert', 'Sam', 'web'));
    expect(unknown.formerTenures).toEqual([]);
  });

  it('[ROL3] experts are many, each with an area; one person may have two', () => {
    const state = after(
      declared(),
      assigned('expert', 'Sam', { area: 'web' }),
      assigned('expert', 'Sam', { area: 'payments' }),
      assigned('expert', 'Priya'),
      released('expert', 'Sam', 'web'),
    );
    expect(state.experts.map(({ person, area }) => [person, area])).toEqual([
      ['Sam', 'payments'],
      ['Priya', undefined],
    ]);
    expect(state.formerTenures).toMatchObject([
      { role: 'expert', person: 'Sam', area: 'web', until: clock('03:04') },
    ]);
  });

  it('[ROL3] refuses the same person for the same area, and a release from another', () => {
    const history = given(declared(), assigned('expert', 'Sam', { area: 'web' }));
    history
      .when({ type: 'assign-role', role: 'expert', person: 'Sam', area: ' web ' })
      .thenRefused('already-holds-role');
    history
      .when({ type: 'release-role', role: 'expert', person: 'Sam', area: 'db' })
      .thenRefused('not-holding-role');
    history
      .when({ type: 'release-role', role: 'expert', person: 'Sam', area: 'web' })
      .thenLogged({ type: 'role-released', role: 'expert', person: 'Sam', area: 'web' });
    history
      .when({ type: 'assign-role', role: 'expert', person: 'Sam', area: 'db' })
      .thenLogged({ type: 'role-assigned', role: 'expert', person: 'Sam', area: 'db' });
  });

  it('[ROL3] one person may hold several roles', () => {
    const state = after(declared(), assigned('commander', 'Dana'), assigned('scribe', 'Dana'));
    expect([state.holders.commander?.person, state.holders.scribe?.person]).toEqual(['Dana', 'Dana']);
  });

  it('[ROL4] a commander who is also an expert is noticed', () => {
    const history = [declared(), assigned('commander', 'Dana')] as const;
    expect(commanderIsExpert(after(...history))).toBe(false);
    expect(commanderIsExpert(after(...history, assigned('expert', 'Dana', { area: 'web' })))).toBe(true);
    expect(commanderIsExpert(after(declared(), assigned('expert', 'Dana')))).toBe(false);
  });

  it('[ROL5] each role says what it does and must not do', () => {
    for (const rule of Object.values(ROLE_RULES)) {
      expect(rule.name).toMatch(/^[A-Z]/);
      expect(rule.does).toMatch(/\.$/);
      expect(rule.mustNot).toMatch(/\.$/);
    }
  });

  it('[ROL6] everyone named is remembered once, in order of appearance', () => {
    const state = after(
      declared(),
      assigned('commander', 'Dana'),
      attempted('web 2.4', { owner: 'Sam' }),
      assigned('scribe', 'Dana'),
      attempted('db', { owner: '' }),
    );
    expect(state.people).toEqual(['Dana', 'Sam']);
  });
});
