import { randomBytes } from 'node:crypto';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';

const SHAPE = /^[a-z0-9]{4,32}$/;
const BYTES = 6;

/**
 * This installation's name in stamps, made once and kept: 12 hex digits, so that two laptops in a
 * team of a thousand meet with a chance of one in 500 million.
 *
 * Never rejects. Where it cannot be kept it holds for this run: the rows are still told apart.
 */
export async function deviceId(files: FilePort, path: string): Promise<string> {
  const kept = await files.readAll(path).catch(() => '');
  const id = kept.toString().trim();
  if (SHAPE.test(id)) return id;
  const made = randomBytes(BYTES).toString('hex');
  await atomicWrite(files, path, `${made}\n`).catch(() => undefined);
  return made;
}
