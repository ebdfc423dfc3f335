import { describe, expect, it } from 'vitest';
import { personAtEnd, personAtStart, wholePerson } from '../../renderer/language/personName';

const PEOPLE = ['Ana Lima', 'Sam', 'Sam Lee', 'Lee Chan', 'Zoë Ö. Åkerström'];

describe('a name behind an @', () => {
  it.each([
    ['@Ana Lima web', 'Ana Lima', '@Ana Lima', 'web'],
    ['@ana lima web', 'Ana Lima', '@ana lima', 'web'],
    ['@ana web', 'Ana Lima', '@ana', 'web'],
    ['@lima', 'Ana Lima', '@lima', ''],
    ['@sam web', 'Sam', '@sam', 'web'],
    ['@Sam Lee web', 'Sam Lee', '@Sam Lee', 'web'],
    ['@Sam Leeds', 'Sam', '@Sam', 'Leeds'],
    ['@lee web', 'lee', '@lee', 'web'],
    ['@nobody web', 'nobody', '@nobody', 'web'],
    ['@"New One" web', 'New One', '@"New One"', 'web'],
    ['@"ana lima"', 'Ana Lima', '@"ana lima"', ''],
    ['@Zoë Ö. Åkerström', 'Zoë Ö. Åkerström', '@Zoë Ö. Åkerström', ''],
    ['@sam, then web', 'Sam', '@sam', ', then web'],
  ])('[GRM8] "%s" starts with %s', (text, person, typed, rest) => {
    expect(personAtStart(text, PEOPLE)).toEqual({ person, typed, rest });
  });

  it.each(['', '@', '@ ana', 'ana', '@@ana', '@""'])('"%s" starts with nobody', (text) => {
    expect(personAtStart(text, PEOPLE)).toBeUndefined();
  });

  it.each([
    ['web to 2.3 @ana', 'Ana Lima', '@ana', 'web to 2.3'],
    ['web @Sam Lee ', 'Sam Lee', '@Sam Lee', 'web'],
    ['@sam', 'Sam', '@sam', ''],
    ['ask @sam and @ana', 'Ana Lima', '@ana', 'ask @sam and'],
    ['web @"New One"', 'New One', '@"New One"', 'web'],
  ])('[GRM8] "%s" ends with %s', (text, person, typed, before) => {
    expect(personAtEnd(text, PEOPLE)).toEqual({ person, typed, before });
  });

  it.each(['', 'web', 'ops@example.com', 'ask @sam about it', 'web @', '@sam web'])(
    '"%s" ends with nobody',
    (text) => {
      expect(personAtEnd(text, PEOPLE)).toBeUndefined();
    },
  );

  it.each([
    ['@ana', 'Ana Lima'],
    ['Ana Lima', 'Ana Lima'],
    ['@"Ana Lima"', 'Ana Lima'],
    ['  Maria   de la Cruz ', 'Maria de la Cruz'],
    ['lee', 'lee'],
  ])('[GRM8] "%s" as a whole is %s', (text, person) => {
    expect(wholePerson(text, PEOPLE)?.person).toBe(person);
  });

  it('is nobody where nothing is written', () => {
    expect(wholePerson(' @ ', PEOPLE)).toBeUndefined();
    expect(wholePerson('', PEOPLE)).toBeUndefined();
  });
});
