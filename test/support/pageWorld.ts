import type { BundleLine, NoteKeyState, Outcome, Settings } from '../../electron/contract';
import { DEFAULT_SETTINGS } from '../../electron/settingsShape';
import type { DeviceId, IncidentId } from '../../renderer/domain/ids';
import { epochMs, type EpochMs } from '../../renderer/domain/time';
import type { ExportedFile, Ports, Promised, SavedBundle, WithMissing } from '../../renderer/store/ports';
import { instant } from './instants';
import { ImageWorld } from './imageWorld';
import { StorageWorld } from './storageWorld';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * The world around a page, with a clock that only a test moves. It stands in for what lies outside
 * the program (time, disk dialogs, the clipboard) and records what reached it.
 */
export class PageWorld {
  now: EpochMs;
  readonly promises = new Map<IncidentId, Promised>();
  /** Every arming and disarming in order: `arm 03:18:00`, `disarm`. */
  readonly alarmCalls: string[] = [];
  readonly savedSettings: Partial<Settings>[] = [];
  readonly savedFiles: { folderName: string; fileName: string; text: string }[] = [];
  readonly copied: string[] = [];
  readonly marks: string[] = [];
  readonly drafts = new Map<string, string>();
  reveals = 0;
  /** What the next writes come back with. */
  settingsOutcome: Outcome<Settings> = { ok: true, value: DEFAULT_SETTINGS };
  fileOutcome: Outcome<ExportedFile & WithMissing> = {
    ok: true,
    value: { path: '/home/dana/Incident Console/INC-0001/post-mortem.md', sha256: 'a1', bytes: 1 },
  };
  chosenFolder: string | null = null;
  readonly savedBundles: { folderName: string; fileName: string; incidentIds: readonly string[] }[] = [];
  bundleOutcome: Outcome<SavedBundle> = {
    ok: true,
    value: { path: '/home/dana/x.icbundle', sha256: 'b1', bytes: 1, rows: 14, incidents: 1 },
  };
  journalled: readonly string[] = [];
  bundlesAskedFor = 0;
  /** Lines main would hand over: by token, then by incident; two a page. */
  readonly bundles = new Map<string, Readonly<Record<string, readonly BundleLine[]>>>();
  #timers: readonly Timer[] = [];
  #incidents = 0;

  /** Lets time pass, running what was to run on the way. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (let next = this.#nextDue(end); next; next = this.#nextDue(end)) {
      this.#timers = this.#timers.filter((one) => one !== next);
      this.now = epochMs(Math.max(this.now, next.due));
      next.run();
    }
    this.now = epochMs(end);
  }

  /** Somebody, or NTP, sets the wall clock; timers know nothing of it. */
  setClock(to: EpochMs): void {
    const by = to - this.now;
    this.#timers = this.#timers.map((one) => ({ ...one, due: one.due + by }));
    this.now = to;
  }

  constructor(start = '2026-11-23T03:03:00Z', timeZone = 'UTC') {
    this.now = instant(start);
    this.ports = { ...this.ports, timeZone };
  }

  readonly storage = new StorageWorld();
  readonly images = new ImageWorld();

  /** What was asked of the program: `leave quit`, `restart`, … */
  readonly programCalls: string[] = [];
  /** What main has an alarm for besides what the page armed. */
  armed: readonly string[] = [];

  /** The key for a note from anywhere as main has it, and keys that other programs have. */
  noteKey: NoteKeyState = {
    key: null,
    registered: false,
    works: false,
    wayland: false,
    command: 'incident-console --note',
  };
  takenKeys: readonly string[] = [];

  readonly ports: Ports = {
    now: () => this.now,
    newIncidentId: () => `inc-${(this.#incidents += 1)}` as IncidentId,
    deviceId: 'dev1' as DeviceId,
    timeZone: 'UTC',
    arm: (promised) => {
      this.promises.set(promised.incidentId, promised);
      this.alarmCalls.push(`arm ${new Date(promised.dueAt).toISOString().slice(11, 19)}`);
    },
    disarm: ({ incidentId }) => {
      this.promises.delete(incidentId);
      this.alarmCalls.push('disarm');
    },
    saveSettings: (patch) => {
      this.savedSettings.push(patch);
      return Promise.resolve(this.settingsOutcome);
    },
    saveFile: (request) => {
      this.savedFiles.push({ ...request, text: new TextDecoder().decode(request.text) });
      return Promise.resolve(this.fileOutcome);
    },
    saveBundle: (request) => {
      this.savedBundles.push(request);
      return Promise.resolve(this.bundleOutcome);
    },
    journalledIncidents: () => Promise.resolve(this.journalled),
    chooseBundle: () => void (this.bundlesAskedFor += 1),
    readBundle: ({ bundle, incidentId, from }) => {
      const lines = this.bundles.get(bundle)?.[incidentId];
      if (!lines) return Promise.resolve({ ok: false, why: 'It is no longer open.' });
      const next = from + 2 < lines.length ? from + 2 : null;
      return Promise.resolve({ ok: true, lines: lines.slice(from, from + 2), next });
    },
    closeBundle: (bundle) => void this.bundles.delete(bundle),
    storage: this.storage,
    images: this.images,
    program: {
      restart: () => void this.programCalls.push('restart'),
      showReport: () => void this.programCalls.push('show report'),
      leave: (answer) => void this.programCalls.push(`leave ${answer}`),
      armed: () => Promise.resolve([...this.promises.keys(), ...this.armed]),
      noteKey: () => Promise.resolve(this.noteKey),
      chooseNoteKey: (key) => {
        if (key !== null && this.takenKeys.includes(key))
          return Promise.resolve({ ok: false, why: 'Another program has it.', state: this.noteKey });
        this.noteKey = { ...this.noteKey, key, registered: key !== null, works: false };
        return Promise.resolve({ ok: true, state: this.noteKey });
      },
    },
    chooseFolder: () => Promise.resolve(this.chosenFolder),
    reveal: () => {
      this.reveals += 1;
      return Promise.resolve(true);
    },
    copy: (text) => {
      this.copied.push(text);
      return Promise.resolve();
    },
    setDraft: (key, text) => {
      if (text === '') this.drafts.delete(key);
      else this.drafts.set(key, text);
    },
    mark: (name) => void this.marks.push(name),
    // Never idle: what is only made ready beforehand would be under way when a test is over.
    whenIdle: () => () => undefined,
    after: (ms, run) => {
      const timer = { due: this.now + ms, run };
      this.#timers = [...this.#timers, timer];
      return () => {
        this.#timers = this.#timers.filter((one) => one !== timer);
      };
    },
  };

  #nextDue(end: number): Timer | undefined {
    const due = this.#timers.filter((one) => one.due <= end);
    return due.toSorted((a, b) => a.due - b.due)[0];
  }
}
