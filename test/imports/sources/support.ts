import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOptions, ImportReading, SourceFile } from '../../../renderer/imports/importTypes';
import { readImport } from '../../../renderer/imports/readImport';
import { instantsOf } from '../../../renderer/language/wallTime';

export const SAMPLES = join(import.meta.dirname, '../../fixtures/imports');

export const OPTIONS: ImportOptions = {
  timeZone: 'UTC',
  dateOrder: 'day-first',
  baseDate: null,
  overlap: 'earlier',
  instantsOf,
};

export function source(path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, size: bytes.length, read: async (from, to) => bytes.slice(from, to) };
}

export const read = (
  content: string | Uint8Array,
  options: Partial<ImportOptions> = {},
  name = 'file',
): Promise<ImportReading> =>
  readImport([source(name, content)], { ...OPTIONS, ...options }, { breathe: async () => undefined });

/** A sample as it lies in the fixtures: a file, or the files of a folder. */
export function sample(name: string): readonly SourceFile[] {
  const path = join(SAMPLES, name);
  if (!statSync(path).isDirectory()) return [source(name, readFileSync(path))];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((file) => source(file.slice(path.length + 1), readFileSync(file)));
}

export const readSample = (name: string, options: Partial<ImportOptions> = {}): Promise<ImportReading> =>
  readImport(sample(name), { ...OPTIONS, ...options }, { breathe: async () => undefined });

export const iso = (at: number): string => new Date(at).toISOString();
