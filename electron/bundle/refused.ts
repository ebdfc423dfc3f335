/** What about a bundle is not as it must be; tests and the page's sentence hang on it. */
export type RefusalReason =
  | 'not-a-file'
  | 'not-a-zip'
  | 'damaged'
  | 'too-large'
  | 'too-many-entries'
  | 'too-compressed'
  | 'zip64'
  | 'encrypted'
  | 'foreign-type'
  | 'bad-name'
  | 'duplicate-name'
  | 'unknown-entry'
  | 'missing-entry'
  | 'overlap'
  | 'manifest'
  | 'no-image'
  | 'newer'
  | 'checksum';

/** A bundle that is not taken. The message is one sentence for people. */
export class BundleRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'BundleRefused';
  }
}

/** The file ends, or stops making sense, where something should stand. */
export const damaged = (where: string): BundleRefused =>
  new BundleRefused('damaged', `It is damaged or was not copied whole: ${where}.`);
