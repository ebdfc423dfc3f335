import { resolve } from 'node:path';

/** The bundles named on a command line, in `folder`, where it was typed. */
export function bundlesNamed(argv: readonly string[], folder: string): readonly string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && /\.icbundle$/i.test(argument))
    .map((argument) => resolve(folder, argument));
}

/** Files to be opened. macOS names them before there is anybody to open them. */
export class Arrivals {
  private waiting: string[] = [];
  private take: ((path: string) => void) | null = null;

  add(paths: readonly string[]): void {
    if (this.take) paths.forEach(this.take);
    else this.waiting.push(...paths);
  }

  /** From now on whatever arrives is handed on, and what has come before is, too. */
  handTo(take: (path: string) => void): void {
    this.take = take;
    const { waiting } = this;
    this.waiting = [];
    waiting.forEach(take);
  }
}
