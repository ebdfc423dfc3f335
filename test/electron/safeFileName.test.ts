import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../electron/safeFileName';
import { tempFolder } from './support/tempFolder';

describe('a safe file name', () => {
  it.each([
    ['post-mortem.md', 'post-mortem.md'],
    ['INC-0142 Checkout errors', 'INC-0142 Checkout errors'],
    ['Überlast in Zürich – 50 %', 'Überlast in Zürich - 50'],
    ['データベース障害', 'データベース障害'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['a:b*c?d"e<f>g|h', 'a-b-c-d-e-f-g-h'],
    ['line\r\nbreak\u0000\u0007', 'line-break'],
    ['evil\u202egpj.exe', 'evil-gpj.exe'],
    ['zero\u200bwidth', 'zero-width'],
    ['trailing. . .', 'trailing'],
    ['.hidden', 'hidden'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1', '_com1'],
    ['COM¹.md', '_COM¹.md'],
    ['console', 'console'],
    ['\ud800', 'fallback'],
    ['...', 'fallback'],
    ['', 'fallback'],
    ['🔥🔥', 'fallback'],
  ])('%j becomes %j', (text, name) => {
    expect(safeFileName(text, 'fallback')).toBe(name);
  });

  it('keeps the extension of a name it shortens', () => {
    expect(safeFileName(`${'x'.repeat(300)}.md`, 'f')).toBe(`${'x'.repeat(117)}.md`);
  });

  it('is short enough in bytes for scripts of three bytes a letter', () => {
    const name = safeFileName('障'.repeat(300), 'f');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  it('can be created in a folder, whatever the text, and stays what it is when made safe again', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const name = safeFileName(text, 'fallback');
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name.length).toBeLessThanOrEqual(121);
        expect(safeFileName(name, 'fallback')).toBe(name);
        writeFileSync(join(folder, name), '');
      }),
      { numRuns: 500 },
    );
  });
});
