/**
 * The part of the contract that speaks of settings and the first screen; the page takes it from contract.ts.
 */

/** Small choices that outlive a session; main keeps them in one file, written atomically. */
export interface Settings {
  /** Who writes on this laptop; the `by` of new rows. '' until somebody has said. */
  readonly userName: string;
  /** People seen or typed so far, newest first. */
  readonly people: readonly string[];
  readonly theme: 'auto' | 'dark' | 'light';
  readonly muted: boolean;
  readonly clockZone: 'local' | 'utc';
  /** The incident to open at start, or null for the start screen. */
  readonly openIncident: string | null;
  /** The narrow layout's open tab. */
  readonly tab: 'timeline' | 'roles' | 'mitigate' | 'actions';
  /** Chosen export folder, or null for `<documents>/Incident Console`. */
  readonly exportFolder: string | null;
  /** Team wording of the severity definitions, by severity; missing = the product's. */
  readonly severityDefinitions: { readonly [severity: string]: string };
  /** Chosen keys by the name of what they do, as in renderer/keymap; missing = the keymap's. */
  readonly keys: { readonly [id: string]: readonly string[] };
  /** The key that begins a note from any program, and whether it was ever received; null = none. Main's alone. */
  readonly noteKey: { readonly key: string; readonly works: boolean } | null;
  /** What was chosen in the palette, newest first. */
  readonly recentCommands: readonly string[];
}

/** Everything the page needs to draw its first screen. */
export interface Boot {
  readonly deviceId: string;
  readonly settings: Settings;
  /** Unsent text by field, e.g. `pad:<incidentId>`. */
  readonly drafts: { readonly [key: string]: string };
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly locale: string;
  readonly timeZone: string;
  readonly version: string;
  /** 'leave': a newer version wrote it, or it is not backed up and so not to be upgraded. */
  readonly workingCopy: 'use' | 'leave';
}
