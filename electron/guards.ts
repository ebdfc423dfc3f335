import * as v from 'valibot';
import { whyNotEverywhere } from '../renderer/keymap/neverKeys';
import { armedUpdateShape } from './alarmFile';
import { MOST_IMAGE_BYTES } from './attachments/imageLimits';
import { readImageName } from './attachments/imageName';
import { readSnapshotName } from './backups/snapshotName';
import type { Messages, PreloadMessages, Requests, StoredRow } from './contract';
import { isJson } from './json';
import { epochMsShape, incidentIdShape, stampShape } from './rowShape';
import { settingsPatchShape } from './settingsShape';

/** Largest row's event: one text of a million characters, four in all, 64 levels deep. */
const EVENT = { depth: 64, nodes: 200_000, text: 1_000_000, characters: 4_000_000 };
const MOST_ROWS = 5000;
/** A whole incident, when nothing but this call may still get it onto a disk. */
const MOST_ROWS_ELSEWHERE = 200_000;
const ONE_MILLION = 1_000_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const bundleToken = v.pipe(v.string(), v.regex(/^bundle-\d{1,9}$/));
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const eventShape = v.custom<StoredRow['event']>(
  (event) => isJson(event, EVENT) && v.is(v.looseObject({ type: text(100) }), event),
);

/** A row as it may be appended; what a bundle brings is held to the same. */
export const rowShape = v.strictObject({
  incidentId: incidentIdShape,
  stamp: stampShape,
  at: epochMsShape,
  recordedAt: epochMsShape,
  by: text(1000),
  event: eventShape,
});

const rowsOfOne = (most: number) => ({
  incidentId: incidentIdShape,
  rows: v.pipe(v.array(rowShape), v.maxLength(most)),
});

const appendShape = v.pipe(
  v.strictObject(rowsOfOne(MOST_ROWS)),
  v.check(({ incidentId, rows }) => rows.every((row) => row.incidentId === incidentId)),
);

const elsewhereShape = v.pipe(
  v.strictObject({ ...rowsOfOne(MOST_ROWS_ELSEWHERE), folderName: text(1000) }),
  v.check(({ incidentId, rows }) => rows.every((row) => row.incidentId === incidentId)),
);

/** A name out of the list of backups, and no path. */
const backupFileShape = v.pipe(
  text(200),
  v.check((file) => readSnapshotName(file) !== undefined),
);

const imageShape = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= MOST_IMAGE_BYTES),
);
const utf8Shape = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= 3 * 64 * ONE_MILLION),
);
const imageNamesShape = v.pipe(
  v.array(
    v.pipe(
      text(100),
      v.check((name) => readImageName(name) !== null),
    ),
  ),
  v.maxLength(10_000),
);

/** Rare enough to be taken from every other program. */
const noteKeyShape = v.pipe(
  text(60),
  v.check((key) => whyNotEverywhere(key) === undefined),
);

/** A guard for each channel: the page is not trusted to keep the contract's types. */
type Guards<T> = { readonly [K in keyof T]: v.GenericSchema<unknown, T[K]> };
type Arguments = { readonly [K in keyof Requests]: Requests[K]['args'] };

/** The arguments a request may have. */
export const requestGuards = {
  'app:boot': v.strictTuple([]),
  'journal:state': v.strictTuple([]),
  'journal:append': v.strictTuple([appendShape]),
  'journal:read': v.strictTuple([
    v.strictObject({
      incidentId: incidentIdShape,
      from: index,
      limit: v.pipe(index, v.minValue(1), v.maxValue(MOST_ROWS)),
    }),
  ]),
  'journal:redact': v.strictTuple([appendShape]),
  'attachment:save': v.strictTuple([v.strictObject({ bytes: imageShape })]),
  'attachment:choose': v.strictTuple([]),
  'attachment:discard': v.strictTuple([
    v.strictObject({
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      type: v.picklist(['png', 'jpeg', 'gif', 'webp']),
    }),
  ]),
  'journal:verify': v.strictTuple([v.strictObject({ incidentId: incidentIdShape })]),
  'workingCopy:discard': v.strictTuple([]),
  'workingCopy:suspect': v.strictTuple([text(ONE_MILLION)]),
  'settings:save': v.strictTuple([settingsPatchShape]),
  'storage:places': v.strictTuple([]),
  'storage:show': v.strictTuple([v.picklist(['profile', 'journal', 'backups', 'exports'])]),
  'backups:list': v.strictTuple([]),
  'backups:take': v.strictTuple([]),
  'backups:preview': v.strictTuple([backupFileShape]),
  'backups:restore': v.strictTuple([backupFileShape]),
  'mirror:state': v.strictTuple([]),
  'mirror:choose': v.strictTuple([]),
  'mirror:turnOff': v.strictTuple([]),
  'mirror:show': v.strictTuple([]),
  'mirror:restore': v.strictTuple([]),
  'integrity:check': v.strictTuple([]),
  'rows:saveElsewhere': v.strictTuple([elsewhereShape]),
  'profile:another': v.strictTuple([]),
  'alarm:test': v.strictTuple([]),
  'alarm:arm': v.strictTuple([armedUpdateShape]),
  'alarm:disarm': v.strictTuple([
    v.strictObject({ incidentId: incidentIdShape, lane: v.literal('internal') }),
  ]),
  'export:save': v.strictTuple([
    v.strictObject({
      folderName: text(1000),
      fileName: text(1000),
      text: v.union([text(64 * ONE_MILLION), utf8Shape]),
      images: v.exactOptional(imageNamesShape),
    }),
  ]),
  'bundle:save': v.strictTuple([
    v.strictObject({
      folderName: text(1000),
      fileName: text(1000),
      incidentIds: v.pipe(v.array(incidentIdShape), v.minLength(1), v.maxLength(MOST_ROWS)),
    }),
  ]),
  'bundle:choose': v.strictTuple([]),
  'bundle:read': v.strictTuple([
    v.strictObject({ bundle: bundleToken, incidentId: incidentIdShape, from: index }),
  ]),
  'bundle:takeImages': v.strictTuple([v.strictObject({ bundle: bundleToken, images: imageNamesShape })]),
  'bundle:close': v.strictTuple([v.strictObject({ bundle: bundleToken })]),
  'export:chooseFolder': v.strictTuple([]),
  'export:reveal': v.strictTuple([]),
  'clipboard:write': v.strictTuple([
    v.strictObject({ text: text(16 * ONE_MILLION), html: v.exactOptional(text(16 * ONE_MILLION)) }),
  ]),
  'alarm:armed': v.strictTuple([]),
  'noteKey:state': v.strictTuple([]),
  'noteKey:choose': v.strictTuple([v.strictObject({ key: v.nullable(noteKeyShape) })]),
  'app:restart': v.strictTuple([]),
  'leave:answer': v.strictTuple([v.picklist(['quit', 'background', 'stay', 'asking'])]),
  'failure:show': v.strictTuple([]),
  'app:drained': v.strictTuple([]),
} satisfies Guards<Arguments>;

/** The arguments a message may have. */
export const messageGuards = {
  'draft:set': v.strictTuple([
    v.strictObject({ key: v.pipe(text(300), v.minLength(1)), text: text(4 * ONE_MILLION) }),
  ]),
  'failure:report': v.strictTuple([v.strictObject({ message: text(ONE_MILLION), stack: text(ONE_MILLION) })]),
} satisfies Guards<Messages>;

/** What the preload may send by itself. */
export const preloadGuards = {
  'bundle:dropped': v.strictTuple([v.pipe(v.array(v.pipe(text(4096), v.minLength(1))), v.maxLength(8))]),
  'app:pong': v.strictTuple([]),
} satisfies Guards<PreloadMessages>;
