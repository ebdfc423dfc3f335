import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../build/projectRoot';
import { freshFolder } from './freshFolder';

const FIXTURES = join(projectRoot, 'test/fixtures/profiles');

/** The versions of which a profile is kept, oldest first. */
export const PROFILE_VERSIONS = readdirSync(FIXTURES)
  .filter((name) => /^v\d+$/.test(name))
  .sort();

/** How many rows the incident in each of them has. */
export const FIXTURE_ROWS = 8;

/** A copy of the profile that this version left when it was closed. */
export function profileFixture(version = 'v1'): string {
  const profile = freshFolder('profile');
  cpSync(join(FIXTURES, version), profile, { recursive: true });
  return profile;
}
