import { CSPProvider } from '@base-ui/react/csp-provider';
import { useStore } from 'zustand';
import { BundleDialog } from './features/bundle/BundleDialog';
import { DeclareDialog } from './features/declare/DeclareDialog';
import { FindAllDialog } from './features/find/FindAllDialog';
import { ImportDialog } from './features/importing/ImportDialog';
import { TitleDialog } from './features/incidentHeader/TitleDialog';
import { LeaveDialog } from './features/leaving/LeaveDialog';
import { MitigateDialog } from './features/mitigation/MitigateDialog';
import { PaletteDialog } from './features/palette/PaletteDialog';
import { PhaseDialog } from './features/phase/PhaseDialog';
import { ReopenDialog } from './features/resolve/ReopenDialog';
import { ResolveDialog } from './features/resolve/ResolveDialog';
import { SettingsDialog } from './features/settings/SettingsDialog';
import { SeverityDialog } from './features/severity/SeverityDialog';
import { ShortcutsDialog } from './features/shortcuts/ShortcutsDialog';
import { ImageDialog } from './features/timeline/ImageDialog';
import { HistoryDialog } from './features/timeline/HistoryDialog';
import { MakeActionDialog } from './features/timeline/MakeActionDialog';
import { MergeDialog } from './features/timeline/MergeDialog';
import { SplitDialog } from './features/timeline/SplitDialog';
import { RedactDialog } from './features/timeline/RedactDialog';
import { TimesDialog } from './features/times/TimesDialog';
import { CadenceDialog } from './features/updates/CadenceDialog';
import { SnoozeDialog } from './features/updates/SnoozeDialog';
import type { Console } from './store/console';

interface DialogsProps {
  readonly console: Console;
  readonly platform: string;
}

/** The open dialog. Loaded after the first paint, so that the pad takes keys sooner. */
export function Dialogs(props: DialogsProps) {
  return (
    <CSPProvider disableStyleElements>
      <OpenDialog {...props} />
    </CSPProvider>
  );
}

function OpenDialog({ console, platform }: DialogsProps) {
  const dialog = useStore(console.view.store, (view) => view.dialog);
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'declare':
      return <DeclareDialog key={JSON.stringify(dialog.from)} console={console} from={dialog.from} />;
    case 'times':
      return <TimesDialog console={console} />;
    case 'severity':
      return <SeverityDialog key={dialog.to} console={console} proposed={dialog.to} />;
    case 'phase':
      return <PhaseDialog console={console} to={dialog.to} />;
    case 'mitigate':
      return <MitigateDialog console={console} action={dialog.action} />;
    case 'snooze':
      return <SnoozeDialog console={console} />;
    case 'cadence':
      return <CadenceDialog console={console} />;
    case 'resolve':
      return <ResolveDialog console={console} />;
    case 'reopen':
      return <ReopenDialog console={console} />;
    case 'title':
      return <TitleDialog console={console} />;
    case 'image':
      return <ImageDialog console={console} entry={dialog.entry} index={dialog.index} />;
    case 'history':
      return <HistoryDialog console={console} entry={dialog.entry} />;
    case 'merge':
      return <MergeDialog console={console} entry={dialog.entry} />;
    case 'split':
      return <SplitDialog console={console} entry={dialog.entry} />;
    case 'make-action':
      return <MakeActionDialog console={console} entry={dialog.entry} />;
    case 'find-all':
      return <FindAllDialog console={console} />;
    case 'redact':
      return <RedactDialog console={console} entry={dialog.entry} />;
    case 'bundle':
      return <BundleDialog console={console} />;
    case 'palette':
      return <PaletteDialog console={console} platform={platform} />;
    case 'import':
      return <ImportDialog console={console} />;
    case 'settings':
      return <SettingsDialog console={console} platform={platform} file={null} at={dialog.at} />;
    case 'restore':
      return <SettingsDialog console={console} platform={platform} file={dialog.file} />;
    case 'leave':
      return <LeaveDialog key={dialog.how} console={console} how={dialog.how} over={dialog.over} />;
    case 'shortcuts':
      return <ShortcutsDialog console={console} platform={platform} />;
  }
}
