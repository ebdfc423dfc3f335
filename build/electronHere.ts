import { type FoundElectron, findElectron } from './electronPath';
import { officialElectron } from './officialElectron';
import { overrideElectron } from './overrideElectron';
import { standInElectron } from './standInElectron';

/** Finds this machine's Electron and says on standard error which one it is. */
export async function electronHere(): Promise<FoundElectron> {
  const found = await findElectron({
    override: overrideElectron,
    official: officialElectron,
    standIn: standInElectron,
  });
  console.error(found.saying);
  return found;
}
