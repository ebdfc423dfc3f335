import type { Boot, Bridge } from '../electron/contract';
import { bindProgram } from './bindProgram';
import { wallClock } from './clock';
import { isDeviceId, type DeviceId, type IncidentId } from './domain/ids';
import type { ImagePorts } from './store/imagePorts';
import type { Ports } from './store/ports';
import type { StoragePorts } from './store/storagePorts';

/** Every effect the stores have, bound to the bridge and the clock. */
export function bindPorts(bridge: Bridge, boot: Boot): Ports {
  return {
    now: wallClock,
    newIncidentId: () => crypto.randomUUID() as string as IncidentId,
    deviceId: deviceIdOf(boot),
    timeZone: boot.timeZone,
    arm: (promised) => void bridge.call('alarm:arm', promised),
    disarm: (which) => void bridge.call('alarm:disarm', which),
    saveSettings: (patch) => bridge.call('settings:save', patch),
    saveFile: (request) => bridge.call('export:save', request),
    saveBundle: (request) => bridge.call('bundle:save', request),
    journalledIncidents: async () =>
      (await bridge.call('journal:state')).journals.map(({ incidentId }) => incidentId),
    chooseBundle: () => void bridge.call('bundle:choose'),
    readBundle: (request) => bridge.call('bundle:read', request),
    closeBundle: (bundle) => void bridge.call('bundle:close', { bundle }),
    storage: bindStorage(bridge),
    images: bindImages(bridge),
    program: bindProgram(bridge),
    chooseFolder: () => bridge.call('export:chooseFolder'),
    reveal: () => bridge.call('export:reveal'),
    copy: (text) => bridge.call('clipboard:write', { text }),
    setDraft: (key, text) => bridge.send('draft:set', { key, text }),
    mark: (name) => void performance.mark(name),
    whenIdle: (run) => {
      const idle = requestIdleCallback(run);
      return () => cancelIdleCallback(idle);
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

function bindImages(bridge: Bridge): ImagePorts {
  return {
    save: (bytes) => bridge.call('attachment:save', { bytes }),
    choose: () => bridge.call('attachment:choose'),
    discard: ({ sha256, type }) => void bridge.call('attachment:discard', { sha256, type }),
    takeFromBundle: (request) => bridge.call('bundle:takeImages', request),
  };
}

function bindStorage(bridge: Bridge): StoragePorts {
  return {
    places: () => bridge.call('storage:places'),
    show: (place) => bridge.call('storage:show', place),
    backups: () => bridge.call('backups:list'),
    backUp: () => bridge.call('backups:take'),
    preview: (file) => bridge.call('backups:preview', file),
    restore: (file) => bridge.call('backups:restore', file),
    mirror: {
      state: () => bridge.call('mirror:state'),
      choose: () => bridge.call('mirror:choose'),
      turnOff: () => bridge.call('mirror:turnOff'),
      show: () => bridge.call('mirror:show'),
      restore: () => bridge.call('mirror:restore'),
    },
    checkIntegrity: () => bridge.call('integrity:check'),
    saveElsewhere: (request) => bridge.call('rows:saveElsewhere', request),
    anotherProfile: () => bridge.call('profile:another'),
    testAlarm: () => bridge.call('alarm:test'),
  };
}

function deviceIdOf(boot: Boot): DeviceId {
  if (!isDeviceId(boot.deviceId)) throw new Error(`not a device id: ${boot.deviceId}`);
  return boot.deviceId;
}
