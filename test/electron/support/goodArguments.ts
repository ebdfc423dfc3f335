import type { Messages, Requests } from '../../../electron/contract';
import { DEFAULT_SETTINGS } from '../../../electron/settingsShape';
import { NOON, notes } from './rows';

type Arguments = { readonly [K in keyof Requests]: Requests[K]['args'] };

const UPDATE = {
  incidentId: 'inc1',
  lane: 'internal',
  title: 'Checkout',
  dueAt: NOON,
  snoozed: false,
} as const;

/** Settings without what is main's alone. */
const { noteKey: _mains, ...ofThePage } = DEFAULT_SETTINGS;

const BACKUP = '2026-11-23T12-00-00.000Z.1i.3r.0a1b2c3d4e5f.icsnapshot';

export const HASH = '0a'.repeat(32);

/** Arguments as the page sends them, for every channel; a channel left out does not compile. */
export const GOOD: Arguments & Messages = {
  'app:boot': [],
  'journal:state': [],
  'journal:append': [{ incidentId: 'inc1', rows: notes(3) }],
  'journal:read': [{ incidentId: 'inc1', from: 0, limit: 5000 }],
  'journal:redact': [{ incidentId: 'inc1', rows: notes(3) }],
  'attachment:save': [{ bytes: new Uint8Array([1]) }],
  'attachment:choose': [],
  'attachment:discard': [{ sha256: HASH, type: 'png' }],
  'journal:verify': [{ incidentId: 'inc1' }],
  'workingCopy:discard': [],
  'workingCopy:suspect': ['AbortError'],
  'settings:save': [
    { ...ofThePage, people: ['Dana'], severityDefinitions: { '1': 'down' }, keys: { declare: ['$mod+g'] } },
  ],
  'storage:places': [],
  'storage:show': ['backups'],
  'backups:list': [],
  'backups:take': [],
  'backups:preview': [BACKUP],
  'backups:restore': [BACKUP],
  'mirror:state': [],
  'mirror:choose': [],
  'mirror:turnOff': [],
  'mirror:show': [],
  'mirror:restore': [],
  'integrity:check': [],
  'rows:saveElsewhere': [{ incidentId: 'inc1', folderName: 'INC-1', rows: notes(3) }],
  'profile:another': [],
  'alarm:test': [],
  'alarm:arm': [UPDATE],
  'alarm:disarm': [{ incidentId: 'inc1', lane: 'internal' }],
  'export:save': [{ folderName: 'INC-1', fileName: 'post-mortem.md', text: '# x', images: [] }],
  'bundle:save': [{ folderName: 'INC-1', fileName: 'INC-1.icbundle', incidentIds: ['inc1'] }],
  'bundle:choose': [],
  'bundle:read': [{ bundle: 'bundle-1', incidentId: 'inc1', from: 0 }],
  'bundle:takeImages': [{ bundle: 'bundle-1', images: [`${HASH}.png`] }],
  'bundle:close': [{ bundle: 'bundle-1' }],
  'export:chooseFolder': [],
  'export:reveal': [],
  'clipboard:write': [{ text: 'x', html: '<b>x</b>' }],
  'alarm:armed': [],
  'noteKey:state': [],
  'noteKey:choose': [{ key: '$mod+Shift+F9' }],
  'app:restart': [],
  'leave:answer': ['background'],
  'failure:show': [],
  'app:drained': [],
  'draft:set': [{ key: 'pad:inc1', text: '' }],
  'failure:report': [{ message: 'x', stack: '' }],
};
