import { describe, expect, it } from 'vitest';
import { pastedNames, withPeople } from '../../renderer/store/people';

describe('names pasted one a line', () => {
  it('are read without blanks, empty lines, repeats and further columns', () => {
    expect(pastedNames(' Ana  Lima \r\n\nKofi Boateng\tSRE\nAna Lima\n')).toEqual({
      names: ['Ana Lima', 'Kofi Boateng'],
      leftOut: 0,
    });
  });

  it('leave out what is no name', () => {
    expect(pastedNames(`${'x'.repeat(201)}\nAna`)).toEqual({ names: ['Ana'], leftOut: 1 });
  });

  it('stand in front, each once, 500 at most', () => {
    expect(withPeople(['Dana', 'Ana'], ['Ana', 'Kofi'])).toEqual(['Ana', 'Kofi', 'Dana']);
    const many = Array.from({ length: 600 }, (_, n) => `n${n}`);
    expect(withPeople(['Dana'], many)).toHaveLength(500);
  });
});
