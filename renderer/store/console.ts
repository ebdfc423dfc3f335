import type { Command } from '../domain/commands';
import { REFUSAL_SENTENCES } from '../domain/refusals';
import type { EpochMs } from '../domain/time';
import type { Attaching } from './attaching';
import type { BundleExporting } from './bundleExporting';
import type { BundleImporting } from './bundleImporting';
import type { Drafts } from './drafts';
import type { Exporting } from './exporting';
import type { Finding } from './finding';
import type { FindingAll } from './findingAll';
import type { Importing } from './importing';
import type { Incidents } from './incidents';
import type { Mirroring } from './mirroring';
import type { NoteNow } from './noteNow';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Rescue } from './rescue';
import type { Safekeeping } from './safekeeping';
import type { Ran, Session } from './session';
import type { SettingsStore } from './settings';
import type { Ticker } from './ticker';
import type { Undoing } from './undoing';
import type { UpdateAlarm } from './updateAlarm';
import type { View } from './view';

/** All stores of one window. Handed down as a property; there is no global. */
export interface Console {
  readonly session: Session;
  readonly incidents: Incidents;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly view: View;
  readonly drafts: Drafts;
  readonly attaching: Attaching;
  readonly ticker: Ticker;
  readonly alarm: UpdateAlarm;
  readonly finding: Finding;
  readonly findingAll: FindingAll;
  readonly undoing: Undoing;
  readonly exporting: Exporting;
  readonly bundleExporting: BundleExporting;
  readonly bundleImporting: BundleImporting;
  readonly noteNow: NoteNow;
  readonly importing: Importing;
  readonly rescue: Rescue;
  readonly safekeeping: Safekeeping;
  readonly mirroring: Mirroring;
  readonly ports: Ports;
}

/** Runs a command as whoever writes on this laptop; `at` is when it happened, if not now. */
export function run({ session, settings, undoing }: Console, command: Command, at?: EpochMs): Ran {
  const { incident: before } = session.store.getState();
  const ran = session.run(command, settings.store.getState().userName, at);
  if (ran.ok) undoing.did(command, before, session.store.getState().incident);
  return ran;
}

/** The sentence to show beside the control, or undefined when it was accepted. */
export const sentenceOf = (ran: Ran): string | undefined =>
  ran.ok ? undefined : REFUSAL_SENTENCES[ran.refusal];

/** Runs a command whose refusal has no field to stand beside: it goes to the notice bar. */
export function runOrTell(console: Console, command: Command): boolean {
  const sentence = sentenceOf(run(console, command));
  if (sentence === undefined) {
    console.notices.dismiss('refused');
    return true;
  }
  console.notices.show({ id: 'refused', tone: 'warning', text: sentence });
  return false;
}
