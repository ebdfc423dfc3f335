import { resolve } from 'node:path';

/** Absolute path of the folder that holds package.json; every script works from anywhere because of it. */
export const projectRoot = resolve(import.meta.dirname, '..');
