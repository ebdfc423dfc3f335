import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../renderer/imports/recordSecrets';
import { MAY_HOLD_SHAPE, SECRET_SHAPES } from '../../../renderer/imports/secretShapes';
import { read } from './support';

const a = (length: number): string => 'aB3x'.repeat(Math.ceil(length / 4)).slice(0, length);
const hex = (length: number): string => '0a1b2c3d'.repeat(8).slice(0, length);

describe('what lets somebody in (IMP5)', () => {
  const SECRETS = [
    'AKIAIOSFODNN7EXAMPLE',
    `xoxb-${a(20)}`,
    `xapp-${a(20)}`,
    `AIza${a(35)}`,
    `ya29.${a(40)}`,
    `GOCSPX-${a(28)}`,
    `hvs.${a(30)}`,
    `dop_v1_${hex(64)}`,
    `dapi${hex(32)}`,
    `ghp_${a(36)}`,
    `github_pat_${a(40)}`,
    `ATATT3${a(40)}`,
    `lin_api_${a(40)}`,
    `dckr_pat_${a(27)}`,
    `glptt-${a(40)}`,
    `glc_${a(40)}`,
    `eyJrIjoi${a(40)}`,
    `eyJ${a(20)}.${a(20)}.${a(20)}`,
    `sk-${a(40)}`,
    `sk_live_${a(24)}`,
    `whsec_${a(32)}`,
    `shpat_${hex(32)}`,
    `SG.${a(22)}.${a(43)}`,
    `SK${hex(32)}`,
    `npm_${a(36)}`,
    `pypi-${a(40)}`,
    `PMAK-${hex(32)}`,
    `123456789:AA${a(33)}`,
    `NRAK-${'A1'.repeat(14)}`,
    `hf_${a(34)}`,
    `AGE-SECRET-KEY-1${'Q3'.repeat(29)}`,
    '-----BEGIN PGP PRIVATE KEY BLOCK-----\nlQOYBF\n-----END PGP PRIVATE KEY BLOCK-----',
  ];

  it('[IMP5] every shape has an example here, and each is looked for where it begins like one', () => {
    for (const shape of SECRET_SHAPES) {
      const examples = SECRETS.filter((secret) => secret.search(shape) !== -1);
      expect([shape.source, examples.length > 0]).toEqual([shape.source, true]);
      for (const example of examples) expect(example).toMatch(MAY_HOLD_SHAPE);
    }
  });

  it.each(SECRETS)('[IMP5] %s is taken out', (secret) => {
    expect(withoutSecrets(`x ${secret} y`).text).toBe('x [secret removed] y');
  });

  it.each([
    ['postgres://app:s3cr3tpw@db:5432/x', 'postgres://db:5432/x'],
    ['redis://:hunter22@cache', 'redis://cache'],
    ['AccountKey=Zm9vYmFyYmF6==', 'AccountKey=[secret removed]'],
    ['clientSecret: abcdef12', 'clientSecret: [secret removed]'],
    ['{"password":"with some blanks","x":1}', '{"password":"[secret removed]","x":1}'],
    [String.raw`{\"password\":\"abcdef12\"}`, String.raw`{\"password\":\"[secret removed]\"}`],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic [secret removed]'],
    ['Authorization: Token token=y_NbAkKc66ryYTWU', 'Authorization: Token token=[secret removed]'],
    ['GenieKey eb243592-faa2-4ba2-a551-1afdf565c889', 'GenieKey [secret removed]'],
    ['run --db-password s3cret9 now', 'run --db-password [secret removed] now'],
    ['curl -s -u admin:hunter2 https://x', 'curl -s -u admin:[secret removed] https://x'],
    ['Cookie: session=1; other=2', 'Cookie: [secret removed]'],
    ['https://hooks.zapier.com/hooks/catch/1/abc', 'https://hooks.zapier.com/hooks/catch/[secret removed]'],
  ])('[IMP5] of %s the secret goes and the rest stays', (text, clean) => {
    expect(withoutSecrets(text)).toEqual({ text: clean, removed: 1 });
  });

  it.each([
    'basic authentication-service',
    'monkey: banana',
    'the token expired',
    'ssh://git@github.com/acme/shop',
    'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
    'uuid 123e4567-e89b-12d3-a456-426614174000',
  ])('[IMP5] %s stays', (text) => expect(withoutSecrets(text)).toEqual({ text, removed: 0 }));

  it.each([
    '+15550101234',
    '+1 555-010-1234',
    '+1 (555) 010-1234',
    '+44 20 7946 0958',
    '+49 (0)30 1234567',
    '+45 12 34 56 78',
    '+1 555 0100',
    '0049 30 1234567',
    '00491701234567',
    '020 7946 0958',
    '0171 1234567',
    '01 23 45 67 89',
    '(030) 1234567',
    '(555) 010-1234',
    '555-010-1234',
    '1-555-010-1234',
    '555.010.1234',
  ])('[IMP5] %s is a telephone number', (number) => {
    expect(withoutSecrets(`call ${number} now`).text).toBe('call [phone number removed] now');
    expect(withoutSecrets(`<tel:${number}|${number}>`).text).not.toContain(number);
  });

  it.each([
    '10.0.0.1 and 192.168.100.200:8080',
    '2024-05-01 10:00 to 2024-05-01T10:00:00+02:00',
    '1714557600, 1714557600123 and 20240501-101010',
    'order 4821-2210-9912, SKU 012-345-678, ISBN 978-3-16-148410-0',
    '1 234 567 requests, +12 345 678 rows, 5 000 000 000 bytes, 1.234.567,89 EUR',
    'ids 0012345678 and 000000123456',
    'at 0930 1045 1200',
    'lat 52.520008, lon 13.404954',
    'ORA-00600, 0x80070005, error code 0171 1234',
    'build 2026.11.22.4, version 10.15.7, took 00:12:34.567',
    'sha 0123 4567 8901',
    '2024-05-01 01 23 45 67 89',
  ])('[IMP5] %s is none', (text) => expect(withoutSecrets(text)).toEqual({ text, removed: 0 }));

  it('[IMP5] what is quoted of a record that is unreadable, or warned of, is cleaned as well', async () => {
    const secret = 'xoxb-123456789012-abcdefghijkl';
    const all = JSON.stringify([
      await read(`time,kind,text\n2024-05-01T10:00:00Z,${secret},a\n${secret},note,a\n`),
      await read(JSON.stringify([{ type: 'message', ts: secret, text: 'x' }, secret])),
    ]);
    expect(all).toContain('[secret removed]');
    expect(all).not.toContain('abcdefghijkl');
  });
});
