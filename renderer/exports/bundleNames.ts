import { incidentName, type Incident } from '../domain/incident';

/** Where an export goes below the export folder; main makes safe names of both. */
export interface ExportNames {
  readonly folderName: string;
  readonly fileName: string;
}

/** The folder of an incident's exports, and its bundle in it. */
export function bundleNames(incident: Pick<Incident, 'number' | 'drill' | 'title'>): ExportNames {
  const name = `${incidentName(incident)} ${incident.title}`;
  return { folderName: name, fileName: `${name}.icbundle` };
}

/** The bundle of everything. It replaces the one before, so that there is one to look for. */
export const EVERYTHING: ExportNames = {
  folderName: 'All incidents',
  fileName: 'All incidents.icbundle',
};
