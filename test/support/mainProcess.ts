import { onTestFinished } from 'vitest';
import * as v from 'valibot';
import type { ArmedUpdate, Bridge, Messages, Pushes, Requests } from '../../electron/contract';
import { BundleDesk } from '../../electron/bundle/bundleDesk';
import { saveBundle } from '../../electron/bundle/bundleExport';
import { fileSource } from '../../electron/bundle/byteSource';
import { imageName } from '../../electron/attachments/imageName';
import { ExportFolder } from '../../electron/exportFolder';
import { FailureReports } from '../../electron/failures';
import type { FilePort } from '../../electron/files/filePort';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { messageGuards, requestGuards } from '../../electron/guards';
import { checkIntegrity } from '../../electron/integrity';
import { profilePaths } from '../../electron/profile';
import { openStores, type Stores } from '../../electron/stores';
import type { Clock } from '../../electron/wallClock';
import { instant } from './instants';

/** What is answered here; the rest needs a person or a window. */
type Handlers = {
  readonly [K in keyof Requests]?: (
    ...args: Requests[K]['args']
  ) => Requests[K]['result'] | Promise<Requests[K]['result']>;
};

/** The main process as a page meets it: real stores and real guards, no Electron. */
export interface MainProcess {
  readonly bridge: Bridge;
  readonly stores: Stores;
  /** What a bundle given to main goes through. */
  readonly bundles: BundleDesk;
  /** Every call so far, the channel alone. */
  readonly calls: readonly (keyof Requests)[];
  readonly suspicions: readonly string[];
  /** Promised updates, by incident, as a page has armed them. */
  readonly armed: ReadonlyMap<string, ArmedUpdate>;
  readonly copied: readonly string[];
  readonly push: <K extends keyof Pushes>(channel: K, payload: Pushes[K]) => void;
  /** Everything written, and marked as a clean exit. */
  readonly quit: () => Promise<void>;
}

export interface MainOptions {
  readonly files?: FilePort;
  readonly clock?: Clock;
}

const STANDING: Clock = { wall: () => instant('2026-11-23T03:00:00Z'), mono: () => 0 };

/**
 * Starts what main keeps in `profile`; start it again on the same folder for a restart. Arguments
 * and answers are cloned as they are on the way through the process border.
 */
export async function startMain(profile: string, options: MainOptions = {}): Promise<MainProcess> {
  const { files = nodeFiles, clock = STANDING } = options;
  const paths = profilePaths(profile);
  const failures = new FailureReports(files, paths.failures, '0', clock);
  const stores = await openStores(paths, { files, clock, failures });
  onTestFinished(async () => void (await stores.journal.close()));
  const calls: (keyof Requests)[] = [];
  const record = {
    suspicions: [] as string[],
    armed: new Map<string, ArmedUpdate>(),
    copied: [] as string[],
  };
  const hub = new Listeners();
  const bundles = new BundleDesk({
    source: fileSource,
    opened: (bundle) => hub.push('bundle:opened', bundle),
    refused: (refusal) => hub.push('bundle:refused', refusal),
  });
  const handlers = answers(profile, stores, files, bundles, record);
  return {
    stores,
    bundles,
    calls,
    ...record,
    push: hub.push,
    quit: async () => {
      await stores.settle();
      await stores.markClean();
    },
    bridge: {
      call: async (channel, ...args) => {
        calls.push(channel);
        return ask(handlers, channel, args);
      },
      send: (channel, ...args) => tell(stores, channel, args),
      on: hub.on,
    },
  };
}

async function ask<K extends keyof Requests>(
  handlers: Handlers,
  channel: K,
  args: Requests[K]['args'],
): Promise<Requests[K]['result']> {
  const sent: unknown = structuredClone(args);
  const guard: v.GenericSchema = requestGuards[channel];
  if (!v.is(guard, sent)) throw new Error(`${channel}: malformed arguments`);
  const answer = handlers[channel] as ((...given: unknown[]) => unknown) | undefined;
  if (!answer) throw new Error(`${channel}: not answered in this test`);
  return structuredClone(await answer(...(sent as unknown[]))) as Requests[K]['result'];
}

function tell<K extends keyof Messages>(stores: Stores, channel: K, args: Messages[K]): void {
  const guard: v.GenericSchema = messageGuards[channel];
  if (!v.is(guard, args)) throw new Error(`${channel}: malformed arguments`);
  if (channel === 'draft:set') {
    const [{ key, text }] = args as Messages['draft:set'];
    stores.drafts.set(key, text);
  }
}

function answers(
  profile: string,
  stores: Stores,
  files: FilePort,
  bundles: BundleDesk,
  record: { suspicions: string[]; armed: Map<string, ArmedUpdate>; copied: string[] },
): Handlers {
  const { journal, settings } = stores;
  const chosen = (): string | null => settings.current.exportFolder;
  const exports = new ExportFolder({ files, documents: () => profile, chosen });
  return {
    'alarm:armed': () => [...record.armed.keys()],
    'app:boot': () => ({
      deviceId: stores.device,
      settings: settings.current,
      drafts: Object.fromEntries(stores.drafts.texts),
      platform: 'linux',
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
      version: '0.0.0',
      workingCopy: 'use',
    }),
    'journal:state': () => journal.state(),
    'journal:append': ({ incidentId, rows }) => journal.append(incidentId, rows),
    'journal:read': ({ incidentId, from, limit }) => journal.read(incidentId, from, limit),
    'journal:redact': ({ incidentId, rows }) => stores.redact(incidentId, rows),
    'attachment:save': ({ bytes }) => stores.images.save(Buffer.from(bytes)),
    'attachment:choose': () => [],
    'attachment:discard': (image) => stores.images.remove([imageName(image)]),
    'journal:verify': ({ incidentId }) => journal.proof(incidentId),
    'workingCopy:discard': async () => {
      await stores.workingCopyDiscarded();
      return { ok: true, value: null };
    },
    'workingCopy:suspect': async (detail) => {
      record.suspicions.push(detail);
      await stores.suspectWorkingCopy(detail);
    },
    'settings:save': (patch) => settings.save(patch),
    'storage:places': () => ({
      profile,
      journal: journal.folder,
      backups: stores.backups.folder,
      exports: exports.root,
    }),
    'storage:show': () => true,
    'backups:list': () => stores.backups.list(),
    'backups:take': () => stores.backups.take(),
    'backups:preview': (file) => stores.backups.preview(file),
    'backups:restore': (file) => stores.backups.restore(file),
    'mirror:state': () => stores.mirror.state(),
    'mirror:choose': () => null,
    'mirror:turnOff': () => stores.mirror.choose(null),
    'mirror:show': () => false,
    'mirror:restore': () => stores.backups.takeIn(async () => ({ rows: new Map() }), ''),
    'integrity:check': () => checkIntegrity(files, journal.folder),
    'rows:saveElsewhere': () => null,
    'alarm:test': () => undefined,
    'alarm:arm': (update) => void record.armed.set(update.incidentId, update),
    'alarm:disarm': ({ incidentId }) => void record.armed.delete(incidentId),
    'export:save': (request) => exports.save(request, stores.images),
    'bundle:save': (request) =>
      saveBundle({ journal, images: stores.images, exports, madeBy: 'test' }, request),
    'bundle:choose': () => false,
    'bundle:read': (request) => bundles.read(request),
    'bundle:takeImages': (request) => bundles.takeImages(request, stores.images),
    'bundle:close': ({ bundle }) => bundles.close(bundle),
    'export:chooseFolder': () => null,
    'export:reveal': () => exports.last !== null,
    'clipboard:write': ({ text }) => void record.copied.push(text),
    'app:drained': () => undefined,
  };
}

/** Pushes to the page, to whoever listens. */
class Listeners {
  readonly #all = new Map<keyof Pushes, Set<(payload: unknown) => void>>();

  readonly on: Bridge['on'] = (channel, listener) => {
    const list = this.#all.get(channel) ?? new Set();
    const heard = (payload: unknown): void => listener(payload as Parameters<typeof listener>[0]);
    this.#all.set(channel, list.add(heard));
    return () => void list.delete(heard);
  };

  readonly push = <K extends keyof Pushes>(channel: K, payload: Pushes[K]): void => {
    for (const heard of this.#all.get(channel) ?? []) heard(payload);
  };
}
