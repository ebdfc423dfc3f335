import * as v from 'valibot';
import type { Settings } from './contract';
import { incidentIdShape } from './rowShape';

const name = v.pipe(v.string(), v.maxLength(200));
const actionName = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,59}$/));
const keyword = v.pipe(v.string(), v.maxLength(60));
const severityDefinition = v.pipe(v.string(), v.maxLength(5000));

/** Each setting's shape; caps keep a broken page from filling the disk. */
const fields = {
  userName: name,
  people: v.pipe(v.array(name), v.maxLength(5000)),
  theme: v.picklist(['auto', 'dark', 'light']),
  muted: v.boolean(),
  clockZone: v.picklist(['local', 'utc']),
  openIncident: v.nullable(incidentIdShape),
  tab: v.picklist(['timeline', 'roles', 'mitigate', 'actions']),
  exportFolder: v.nullable(v.pipe(v.string(), v.maxLength(4096))),
  severityDefinitions: v.record(v.pipe(v.string(), v.regex(/^[1-9]$/)), severityDefinition),
  keys: v.pipe(
    v.record(actionName, v.pipe(v.array(keyword), v.maxLength(4))),
    v.check((keys) => Object.keys(keys).length <= 200),
  ),
  noteKey: v.nullable(v.strictObject({ key: keyword, works: v.boolean() })),
  recentCommands: v.pipe(v.array(name), v.maxLength(20)),
};

/** What a new profile starts with. */
export const DEFAULT_SETTINGS: Settings = {
  userName: '',
  people: [],
  theme: 'auto',
  muted: false,
  clockZone: 'local',
  openIncident: null,
  tab: 'timeline',
  exportFolder: null,
  severityDefinitions: {},
  keys: {},
  noteKey: null,
  recentCommands: [],
};

/** A change of some settings, as the page sends it; a field left out stays as it is. The note key is main's alone. */
export const settingsPatchShape = v.strictObject({
  userName: v.exactOptional(fields.userName),
  people: v.exactOptional(fields.people),
  theme: v.exactOptional(fields.theme),
  muted: v.exactOptional(fields.muted),
  clockZone: v.exactOptional(fields.clockZone),
  openIncident: v.exactOptional(fields.openIncident),
  tab: v.exactOptional(fields.tab),
  exportFolder: v.exactOptional(fields.exportFolder),
  severityDefinitions: v.exactOptional(fields.severityDefinitions),
  keys: v.exactOptional(fields.keys),
  recentCommands: v.exactOptional(fields.recentCommands),
});

const file = v.object({
  userName: v.fallback(fields.userName, DEFAULT_SETTINGS.userName),
  people: v.fallback(fields.people, []),
  theme: v.fallback(fields.theme, DEFAULT_SETTINGS.theme),
  muted: v.fallback(fields.muted, DEFAULT_SETTINGS.muted),
  clockZone: v.fallback(fields.clockZone, DEFAULT_SETTINGS.clockZone),
  openIncident: v.fallback(fields.openIncident, null),
  tab: v.fallback(fields.tab, DEFAULT_SETTINGS.tab),
  exportFolder: v.fallback(fields.exportFolder, null),
  severityDefinitions: v.fallback(fields.severityDefinitions, {}),
  keys: v.fallback(fields.keys, {}),
  noteKey: v.fallback(fields.noteKey, null),
  recentCommands: v.fallback(fields.recentCommands, []),
});

/** Settings from a file's text; what is missing or makes no sense is as in a new profile. */
export function readSettings(text: string): Settings {
  try {
    return v.parse(file, JSON.parse(text));
  } catch {
    return DEFAULT_SETTINGS;
  }
}
