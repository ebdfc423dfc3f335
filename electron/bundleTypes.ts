/**
 * The part of the contract that speaks of bundles; the page takes it from contract.ts.
 */
import type { StoredRow } from './logTypes';

/** A bundle main has opened and checked whole. Nothing of it is kept until the page appends rows. */
export interface OpenedBundle {
  /** What the page names it by; it never learns the path. */
  readonly bundle: string;
  /** The file's name, for people. */
  readonly name: string;
  /** `rows` = lines in the incident's log. */
  readonly incidents: readonly { readonly incidentId: string; readonly rows: number }[];
  readonly attachments: number;
}

/** One line of a log from a bundle, counted from 1. `why` ends a sentence that starts with "the line …". */
export type BundleLine =
  { readonly line: number; readonly row: StoredRow } | { readonly line: number; readonly why: string };
