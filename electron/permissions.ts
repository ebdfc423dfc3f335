import type { Session } from 'electron';
import { isConsoleUrl } from './origin';

/** Without this one, Chromium may evict the working copy when the disk runs low. */
const GRANTED = 'persistent-storage';

/** Whether a page at `url` gets a permission: ours gets one, all else is denied. */
export function isGranted(permission: string, url: string): boolean {
  return permission === GRANTED && isConsoleUrl(url);
}

/** Answers every question for camera, location, notifications, devices, downloads … with no. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
