/** `npm run --silent electron-path`: prints the path of the Electron executable, and nothing else. */
import { electronHere } from './electronHere';
import { NoElectron } from './electronPath';

try {
  console.log((await electronHere()).path);
} catch (error) {
  console.error(error instanceof NoElectron ? error.message : error);
  process.exitCode = 1;
}
