import { useEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import { AlarmSection } from './AlarmSection';
import { BackupSection } from './BackupSection';
import { KeysSection } from './KeysSection';
import { LooksSection } from './LooksSection';
import { MirrorSection } from './MirrorSection';
import { NoteNowSection } from './NoteNowSection';
import { PeopleSection } from './PeopleSection';
import { PlacesSection } from './PlacesSection';
import { RestorePreview } from './RestorePreview';
import { SeveritySection } from './SeveritySection';

/**
 * Everything one can choose. Each change counts at once; there is nothing to save. With a `file`, what
 * that backup would bring: the same dialog, so that closing one for the other moves no focus to the pad.
 */
export function SettingsDialog({
  console,
  platform,
  file,
  at,
}: {
  readonly console: Console;
  readonly platform: string;
  readonly file: string | null;
  /** Where one wants to be; at the first field otherwise. */
  readonly at?: 'backups' | 'keys' | undefined;
}) {
  const nameRef = useRef<HTMLInputElement>(null);
  const backupsRef = useRef<HTMLHeadingElement>(null);
  const keysRef = useRef<HTMLHeadingElement>(null);
  const added = useStore(console.safekeeping.store, ({ preview }) =>
    (preview?.incidents ?? []).reduce((sum, one) => sum + one.onlyInBackup, 0),
  );
  useFocusOnReturn(file, backupsRef);
  if (file === null) {
    return (
      <Dialog
        title="Settings"
        onClose={console.view.closeDialog}
        initialFocus={at === 'backups' ? backupsRef : at === 'keys' ? keysRef : nameRef}
        wide
      >
        <PeopleSection console={console} nameRef={nameRef} />
        <AlarmSection console={console} />
        <SeveritySection console={console} />
        <LooksSection console={console} />
        <KeysSection console={console} platform={platform} headingRef={keysRef} />
        <NoteNowSection console={console} platform={platform} />
        <PlacesSection console={console} />
        <MirrorSection console={console} />
        <BackupSection console={console} headingRef={backupsRef} />
      </Dialog>
    );
  }
  const back = (): void => console.view.openDialog({ name: 'settings' });
  const restore = async (): Promise<void> => {
    if (await console.safekeeping.restore(file)) back();
  };
  return (
    <Dialog
      title="Restore a backup"
      {...(added === 0 ? {} : { submit: `Restore ${added === 1 ? '1 row' : `${added} rows`}` })}
      onSubmit={() => void restore()}
      onClose={back}
      wide
    >
      <RestorePreview console={console} file={file} />
    </Dialog>
  );
}

/** Back from a preview one is where one left, not at the first field. */
function useFocusOnReturn(file: string | null, heading: RefObject<HTMLElement | null>): void {
  const before = useRef(file);
  useEffect(() => {
    if (before.current !== null && file === null) heading.current?.focus();
    before.current = file;
  }, [file, heading]);
}
