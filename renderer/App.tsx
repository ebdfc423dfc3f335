import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ActionItems } from './features/actionItems/ActionItems';
import { ExportButton } from './features/exported/ExportButton';
import { ExportBundleButton } from './features/bundle/ExportBundleButton';
import { ExportedStatus } from './features/exported/ExportedStatus';
import { FindBar } from './features/find/FindBar';
import { Elapsed } from './features/incidentHeader/Elapsed';
import { Title } from './features/incidentHeader/Title';
import { IncidentList } from './features/incidents/IncidentList';
import { MitigatePanel } from './features/mitigation/MitigatePanel';
import { Pad } from './features/pad/Pad';
import { PhaseStepper } from './features/phase/PhaseStepper';
import { Rebuilding } from './features/rebuilding/Rebuilding';
import { ResolveButton } from './features/resolve/ResolveButton';
import { RoleBoard } from './features/roles/RoleBoard';
import { SavedStatus } from './features/saved/SavedStatus';
import { SeverityBadge } from './features/severity/SeverityBadge';
import { StartScreen } from './features/start/StartScreen';
import { StatusLine } from './features/statusLine/StatusLine';
import { Timeline } from './features/timeline/Timeline';
import { UndoToast } from './features/undo/UndoToast';
import { AlarmBar } from './features/updates/AlarmBar';
import { UpdateComposer } from './features/updates/UpdateComposer';
import { UpdateTimer } from './features/updates/UpdateTimer';
import { WindowTitle } from './features/windowTitle/WindowTitle';
import styles from './App.module.css';
import { bindDrops } from './drops';
import { bindKeys } from './keys';
import { LateDialogs } from './LateDialogs';
import type { IncidentId } from './domain/ids';
import type { Console } from './store/console';
import { Button } from './ui/Button';
import { NoticeBar } from './ui/NoticeBar';
import { Panel } from './ui/Panel';

interface AppProps {
  readonly console: Console;
  readonly platform: string;
}

/** The one window: banners, then the start screen or the console, then whatever dialog is open. */
export function App({ console, platform }: AppProps) {
  const openId = useStore(console.session.store, (state) => state.openId);
  const drill = useStore(console.session.store, (state) => state.incident.drill);
  const atHome = useStore(console.view.store, (view) => view.atHome);
  const dialogOpen = useStore(console.view.store, (view) => view.dialog !== null);
  const notices = useStore(console.notices.store);
  const theme = useStore(console.settings.store, (settings) => settings.theme);
  useTheme(theme);
  useEffect(() => bindKeys(console, platform), [console, platform]);
  useEffect(() => bindDrops(console), [console]);

  const shown = openId === null || atHome;
  return (
    <div className={styles['window']} data-drill={drill && !shown}>
      <WindowTitle console={console} />
      <div>
        <NoticeBar notices={notices} onDismiss={console.notices.dismiss} />
        <AlarmBar console={console} />
        <ExportedStatus console={console} />
      </div>
      {shown ? (
        <StartScreen console={console} platform={platform} incidents={<IncidentList console={console} />} />
      ) : (
        <IncidentScreen key={openId} openId={openId} console={console} platform={platform} />
      )}
      <LateDialogs wanted={dialogOpen} console={console} platform={platform} />
    </div>
  );
}

function IncidentScreen({ console, platform, openId }: AppProps & { readonly openId: IncidentId }) {
  const tab = useStore(console.settings.store, (settings) => settings.tab);
  const composerOpen = useStore(console.view.store, (view) => view.composerOpen);
  const draftsDropped = useStore(console.view.store, (view) => view.draftsDropped);
  return (
    <div className={styles['console']} data-tab={tab} data-composing={composerOpen}>
      <Header console={console} />
      <Tabs console={console} />
      <aside className={styles['left']} aria-label="Command" data-pane>
        <RoleBoard key={draftsDropped} console={console} />
        <Panel
          title="Incidents"
          aside={
            <Button tone="quiet" onClick={() => console.view.openDialog({ name: 'declare' })}>
              Declare incident
            </Button>
          }
        >
          <IncidentList console={console} />
        </Panel>
      </aside>
      <main className={styles['center']}>
        <div className={styles['stream']} data-pane>
          <Rebuilding console={console} />
          <FindBar console={console} />
          <Timeline console={console} />
        </div>
        {composerOpen && <UpdateComposer console={console} platform={platform} />}
        <div className={styles['pad']} data-pane>
          <Pad key={draftsDropped} console={console} openId={openId} platform={platform} />
        </div>
        <StatusLine
          console={console}
          platform={platform}
          saved={<SavedStatus console={console} />}
          undo={<UndoToast console={console} />}
        />
      </main>
      <aside className={styles['right']} aria-label="Mitigation" data-pane>
        <div className={styles['mitigate']}>
          <MitigatePanel console={console} platform={platform} />
        </div>
        <div className={styles['actions']}>
          <ActionItems key={draftsDropped} console={console} />
        </div>
      </aside>
    </div>
  );
}

function Header({ console }: { readonly console: Console }) {
  return (
    <header className={styles['header']} data-pane>
      <div className={styles['headline']}>
        <SeverityBadge console={console} />
        <Title console={console} />
        <div className={styles['clocks']}>
          <Elapsed console={console} />
          <UpdateTimer console={console} />
        </div>
      </div>
      <div className={styles['toolbar']}>
        <PhaseStepper console={console} />
        <Tools console={console} />
      </div>
    </header>
  );
}

/** A window too narrow for the row folds it behind a button. */
function Tools({ console }: { readonly console: Console }) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <div className={styles['toolbox']} data-unfolded={unfolded}>
      <button
        type="button"
        className={styles['fold']}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        Tools
      </button>
      <div className={styles['tools']}>
        <Button onClick={() => console.view.openDialog({ name: 'times' })}>Edit times</Button>
        <ExportButton console={console} />
        <ExportBundleButton console={console} />
        <Button onClick={() => console.importing.start()}>Import…</Button>
        <ResolveButton console={console} />
      </div>
    </div>
  );
}

const TABS = [
  ['timeline', 'Timeline'],
  ['roles', 'Roles'],
  ['mitigate', 'Mitigate'],
  ['actions', 'Actions'],
] as const;

/** The narrow window shows one pane at a time; the pad and the clocks stay. */
function Tabs({ console }: { readonly console: Console }) {
  const tab = useStore(console.settings.store, (settings) => settings.tab);
  return (
    <nav className={styles['tabs']} aria-label="Panes" data-pane>
      {TABS.map(([id, name]) => (
        <button
          key={id}
          type="button"
          className={styles['tab']}
          aria-current={tab === id ? 'true' : undefined}
          onClick={() => console.settings.change({ tab: id })}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

function useTheme(theme: 'auto' | 'dark' | 'light'): void {
  useEffect(() => {
    const light = matchMedia('(prefers-color-scheme: light)');
    const apply = (): void => {
      const resolved = theme === 'auto' ? (light.matches ? 'light' : 'dark') : theme;
      document.documentElement.dataset['theme'] = resolved;
    };
    apply();
    light.addEventListener('change', apply);
    return () => light.removeEventListener('change', apply);
  }, [theme]);
}
