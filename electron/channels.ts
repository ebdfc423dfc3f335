import type { Messages, PreloadMessages, Pushes, Requests } from './contract';

/**
 * The channels of the contract as values, for the preload's allow-list. Written as records so that a
 * channel missing here, or one that the contract does not know, stops the compiler.
 */
const requests: { readonly [K in keyof Requests]: true } = {
  'app:boot': true,
  'journal:state': true,
  'journal:append': true,
  'journal:read': true,
  'journal:redact': true,
  'attachment:save': true,
  'attachment:choose': true,
  'attachment:discard': true,
  'journal:verify': true,
  'workingCopy:discard': true,
  'workingCopy:suspect': true,
  'settings:save': true,
  'storage:places': true,
  'storage:show': true,
  'backups:list': true,
  'backups:take': true,
  'backups:preview': true,
  'backups:restore': true,
  'mirror:state': true,
  'mirror:choose': true,
  'mirror:turnOff': true,
  'mirror:show': true,
  'mirror:restore': true,
  'integrity:check': true,
  'rows:saveElsewhere': true,
  'profile:another': true,
  'alarm:test': true,
  'alarm:arm': true,
  'alarm:disarm': true,
  'export:save': true,
  'bundle:save': true,
  'bundle:choose': true,
  'bundle:read': true,
  'bundle:takeImages': true,
  'bundle:close': true,
  'export:chooseFolder': true,
  'export:reveal': true,
  'clipboard:write': true,
  'alarm:armed': true,
  'noteKey:state': true,
  'noteKey:choose': true,
  'app:restart': true,
  'leave:answer': true,
  'failure:show': true,
  'app:drained': true,
};

const messages: { readonly [K in keyof Messages]: true } = {
  'draft:set': true,
  'failure:report': true,
};

const pushes: { readonly [K in keyof Pushes]: true } = {
  'alarm:rang': true,
  'menu:action': true,
  'app:drain': true,
  'clock:changed': true,
  'leave:asked': true,
  'app:ping': true,
  'failure:happened': true,
  'note:now': true,
  'noteKey:refused': true,
  'link:opened': true,
  'link:refused': true,
  'bundle:opened': true,
  'bundle:refused': true,
  'backup:trouble': true,
  'mirror:changed': true,
  'disk:space': true,
  'journal:damaged': true,
};

const preloadMessages: { readonly [K in keyof PreloadMessages]: true } = {
  'bundle:dropped': true,
  'app:pong': true,
};

export const requestChannels = keysOf(requests);
export const messageChannels = keysOf(messages);
export const preloadChannels = keysOf(preloadMessages);
export const pushChannels = keysOf(pushes);

function keysOf<K extends string>(record: { readonly [key in K]: true }): readonly K[] {
  return Object.keys(record) as K[];
}
