/** `npm run keys`: writes the tables of keys into the user guide. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withKeyTables } from './keyTable';

const file = join(import.meta.dirname, '../docs/user-guide.md');
const page = withKeyTables(readFileSync(file, 'utf8'));
if (page === undefined) throw new Error(`${file} has no place for the tables`);
writeFileSync(file, page);
