import type { Boot, Bridge } from '../electron/contract';
import { REFUSAL_SENTENCES } from './domain/refusals';
import { bindPorts } from './bindPorts';
import { firstPaint } from './firstPaint';
import { listenForEnds } from './bindProgram';
import type { IncidentId } from './domain/ids';
import { JournalClient } from './persistence/journalClient';
import { JournalledLog } from './persistence/journalledLog';
import type { EventLog } from './persistence/eventLog';
import { LateCopy } from './persistence/lateCopy';
import { MemoryCopy } from './persistence/memoryCopy';
import type { Copy } from './persistence/workingCopy';
import { perform } from './store/actions';
import { Attaching } from './store/attaching';
import type { Console } from './store/console';
import { BundleExporting } from './store/bundleExporting';
import { BundleImporting } from './store/bundleImporting';
import { createDrafts } from './store/drafts';
import { Exporting } from './store/exporting';
import { Finding } from './store/finding';
import { FindingAll } from './store/findingAll';
import { Importing } from './store/importing';
import { createIncidents, type Incidents } from './store/incidents';
import { keepView } from './store/keptView';
import { settleAlarms } from './store/alarmSettling';
import { Mirroring } from './store/mirroring';
import { NoteNow } from './store/noteNow';
import { createNotices, type Notices } from './store/notices';
import type { Ports } from './store/ports';
import { Rescue } from './store/rescue';
import { Safekeeping } from './store/safekeeping';
import { Session } from './store/session';
import { createSettings } from './store/settings';
import { tellBackupTrouble, tellSpace } from './store/diskNotices';
import {
  tellCopyTrouble,
  tellJournalState,
  tellReturned,
  tellRestored,
  watchStorage,
} from './store/storageNotices';
import { mendDamage, showDamage } from './store/mending';
import { createTicker } from './store/ticker';
import { Undoing } from './store/undoing';
import { createUpdateAlarm } from './store/updateAlarm';
import { unsavedIn } from './store/unsavedRows';
import { createView, type View } from './store/view';

/** Puts the window together: every effect is bound here and nowhere else. */
export function compose(bridge: Bridge, boot: Boot): Console {
  const ports = bindPorts(bridge, boot);
  const notices = createNotices(ports.after);
  const view = createView();
  const incidents = createIncidents();
  const settings = createSettings(boot.settings, ports, notices);
  const journal = new JournalClient(bridge);
  const log = makeLog(journal, boot, notices);
  const session = makeSession(log, ports, incidents, notices);
  const rescue = new Rescue({ log, session, notices }, ports);
  watchStorage(session, notices, ports, rescue);
  const drafts = createDrafts(boot.drafts, ports);
  const console: Console = {
    session,
    incidents,
    settings,
    notices,
    view,
    drafts,
    attaching: new Attaching(session, drafts, ports),
    ticker: createTicker(ports),
    alarm: createUpdateAlarm(session, ports),
    ...makeWays(log, session, incidents, view, ports),
    ...makeDoors({ log, session, incidents, view, notices, settings }, ports),
    noteNow: new NoteNow({ session, view, drafts, notices }, ports),
    rescue,
    safekeeping: new Safekeeping({ log, session, incidents, notices, view }, ports),
    mirroring: new Mirroring({ log, session, incidents, notices, view, settings }, ports),
    ports,
  };
  listen(bridge, console, log);
  listenForEnds(bridge, console, start(console, journal, log, boot));
  keepView(view, drafts, session);
  return console;
}

function makeLog(journal: JournalClient, boot: Boot, notices: Notices): JournalledLog {
  const copy = boot.workingCopy === 'use' ? new LateCopy(openCopy) : new MemoryCopy();
  const inTrouble = (why: string): void => tellCopyTrouble(notices, why);
  return new JournalledLog(journal, copy, inTrouble, tellReturned(notices));
}

async function openCopy(): Promise<Copy> {
  await firstPaint();
  const { WorkingCopy } = await import('./persistence/workingCopy');
  return new WorkingCopy();
}

/** Ways back to what was said, and from what was done. */
function makeWays(
  log: EventLog,
  session: Session,
  incidents: Incidents,
  view: View,
  ports: Ports,
): Pick<Console, 'finding' | 'findingAll' | 'undoing'> {
  return {
    finding: new Finding(session, view),
    findingAll: new FindingAll({ log, session, incidents }, ports),
    undoing: new Undoing(ports),
  };
}

/** What leaves the console as a file, and what comes in. */
function makeDoors(
  parts: { readonly log: EventLog } & Pick<
    Console,
    'session' | 'incidents' | 'view' | 'notices' | 'settings'
  >,
  ports: Ports,
): Pick<Console, 'exporting' | 'bundleExporting' | 'bundleImporting' | 'importing'> {
  const rememberFolder = (exportFolder: string): void => parts.settings.change({ exportFolder });
  return {
    exporting: new Exporting(parts, ports, rememberFolder),
    bundleExporting: new BundleExporting(parts, ports, rememberFolder),
    bundleImporting: new BundleImporting(parts, ports),
    importing: new Importing(parts, ports),
  };
}

function makeSession(log: JournalledLog, ports: Ports, incidents: Incidents, notices: Notices): Session {
  return new Session(log, ports, {
    onSummary: incidents.put,
    onRestored: (count) => tellRestored(count, notices),
    onLateRefusal: (refusal) =>
      notices.show({ id: 'refused', tone: 'warning', text: REFUSAL_SENTENCES[refusal] }),
  });
}

async function start(
  console: Console,
  journal: JournalClient,
  log: JournalledLog,
  boot: Boot,
): Promise<void> {
  const { openIncident } = boot.settings;
  console.session.resume(unsavedIn(boot.drafts));
  const opening = openIncident === null ? undefined : console.session.open(openIncident as IncidentId);
  // Told at once: on a disk that can't be written, the working copy is long in saying that it won't open.
  const telling = journal
    .state()
    .then((state) => tellJournalState(state, console.notices, console.rescue, () => showDamage(console)));
  const [summaries] = await Promise.all([log.list(), telling]);
  // What was declared or read while the list was on its way is newer than the list.
  const newer = console.incidents.store.getState();
  console.incidents.load(summaries.filter(({ id }) => !newer.some((one) => one.id === id)));
  await opening;
  await log.catchUp(console.incidents.put);
  await settleAlarms(console, log);
  await console.mirroring.look();
}

function listen(bridge: Bridge, console: Console, log: EventLog): void {
  bridge.on('alarm:rang', console.alarm.rang);
  bridge.on('menu:action', ({ id }) => perform(console, id));
  bridge.on('clock:changed', () => console.ticker.tick());
  bridge.on('bundle:opened', (bundle) => console.bundleImporting.opened(bundle));
  bridge.on('bundle:refused', ({ name, why }) => console.bundleImporting.refused(name, why));
  bridge.on('journal:damaged', (damage) => void mendDamage(console, log, damage));
  bridge.on('backup:trouble', ({ failure }) => tellBackupTrouble(failure, console.notices));
  bridge.on('mirror:changed', (state) => console.mirroring.take(state));
  bridge.on('disk:space', (space) => tellSpace(space, console.notices));
  bridge.on('app:drain', () => {
    void console.session.settled().then(() => bridge.call('app:drained'));
  });
}
