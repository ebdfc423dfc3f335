import type { Outcome, Requests, Settings } from '../../electron/contract';
import type { Lane } from '../domain/events';
import type { DeviceId, IncidentId } from '../domain/ids';
import type { EpochMs } from '../domain/time';
import type { ImagePorts } from './imagePorts';
import type { ProgramPorts } from './programPorts';
import type { StoragePorts } from './storagePorts';

/** A promise the main process watches over; the same fields as the contract's `ArmedUpdate`. */
export interface Promised {
  readonly incidentId: IncidentId;
  readonly lane: Lane;
  readonly title: string;
  readonly dueAt: EpochMs;
  readonly snoozed: boolean;
}

export interface ExportedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** How many images could not be put beside it, or in it. */
export interface WithMissing {
  readonly missing?: number;
}

export interface SavedBundle extends ExportedFile, WithMissing {
  readonly rows: number;
  readonly incidents: number;
}

/** The effects the stores need, handed in by the composition root (house rule 5). */
export interface Ports {
  readonly now: () => EpochMs;
  readonly newIncidentId: () => IncidentId;
  readonly deviceId: DeviceId;
  readonly timeZone: string;
  readonly arm: (promised: Promised) => void;
  readonly disarm: (which: { incidentId: IncidentId; lane: Lane }) => void;
  readonly saveSettings: (patch: Partial<Settings>) => Promise<Outcome<Settings>>;
  readonly saveFile: (request: {
    folderName: string;
    fileName: string;
    /** In UTF-8. */
    text: Uint8Array;
    /** File names of the images it links. */
    images?: readonly string[];
  }) => Promise<Outcome<ExportedFile & WithMissing>>;
  readonly saveBundle: (request: {
    folderName: string;
    fileName: string;
    incidentIds: readonly string[];
  }) => Promise<Outcome<SavedBundle>>;
  /** Every incident the journal has a row of. */
  readonly journalledIncidents: () => Promise<readonly string[]>;
  /** Asks for a file; what was chosen comes in as any opened bundle does. */
  readonly chooseBundle: () => void;
  readonly readBundle: (
    request: Requests['bundle:read']['args'][0],
  ) => Promise<Requests['bundle:read']['result']>;
  readonly closeBundle: (bundle: string) => void;
  readonly storage: StoragePorts;
  readonly images: ImagePorts;
  readonly program: ProgramPorts;
  readonly chooseFolder: () => Promise<string | null>;
  readonly reveal: () => Promise<boolean>;
  readonly copy: (text: string) => Promise<void>;
  readonly setDraft: (key: string, text: string) => void;
  /** Marks a moment for whoever measures from outside. */
  readonly mark: (name: string) => void;
  /** Runs after a while; returns the function that calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs when nothing else is wanted of the page; what comes back calls it off. */
  readonly whenIdle: (run: () => void) => () => void;
}
