import { ArrowLeftRight, ToggleLeft, Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import { MITIGATION_NAMES } from '../../domain/describe';
import type { MitigationAction } from '../../domain/events';
import { nothingTriedFor } from '../../domain/mitigationIdle';
import { formatLength } from '../../domain/time';
import type { Console } from '../../store/console';
import { shownKey } from '../../store/keysNow';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { AttemptCard } from './AttemptCard';
import { MitigatedCue } from './MitigatedCue';
import styles from './Mitigation.module.css';

const FIRST = [
  { action: 'rollback', Icon: Undo2, id: 'roll-back' },
  { action: 'shift', Icon: ArrowLeftRight, id: 'shift-traffic' },
  { action: 'disable', Icon: ToggleLeft, id: 'disable-feature' },
] as const;

const OTHERS: readonly MitigationAction[] = ['restart', 'scale', 'failover', 'block', 'other'];

/** Stop the bleeding first; why it happened can wait. */
export function MitigatePanel({
  console,
  platform,
}: {
  readonly console: Console;
  readonly platform: string;
}) {
  const attempts = useStore(console.session.store, (state) => state.incident.attempts);
  useStore(console.settings.store, (settings) => settings.keys);
  const open = attempts.filter((attempt) => !attempt.judged);
  const judged = attempts.filter((attempt) => attempt.judged);
  const start = (action: MitigationAction): void => console.view.openDialog({ name: 'mitigate', action });
  return (
    <>
      <Panel title="Mitigate first">
        <div className={styles['buttons']}>
          {FIRST.map(({ action, Icon, id }) => (
            <Button key={action} className={styles['first']} onClick={() => start(action)}>
              <Icon size={16} aria-hidden="true" />
              <span>{MITIGATION_NAMES[action]}</span>
              <kbd aria-hidden="true">{shownKey(console, id, platform)}</kbd>
            </Button>
          ))}
          <div className={styles['others']}>
            {OTHERS.map((action) => (
              <Button key={action} tone="quiet" onClick={() => start(action)}>
                {MITIGATION_NAMES[action]}
              </Button>
            ))}
          </div>
        </div>
        <IdleCue console={console} />
        <MitigatedCue console={console} />
      </Panel>
      {open.length > 0 && (
        <Panel title="In progress">
          {open.map((attempt) => (
            <AttemptCard key={attempt.id} attempt={attempt} console={console} />
          ))}
        </Panel>
      )}
      {judged.length > 0 && (
        <Panel title="Tried">
          {judged.map((attempt) => (
            <AttemptCard key={attempt.id} attempt={attempt} console={console} />
          ))}
        </Panel>
      )}
    </>
  );
}

function IdleCue({ console }: { readonly console: Console }) {
  const now = useStore(console.ticker.store);
  const idle = useStore(console.session.store, (state) => nothingTriedFor(state.incident, now));
  if (idle === undefined) return null;
  return (
    <p className={styles['cue']} role="status">
      Nothing tried for {formatLength(idle)}.
    </p>
  );
}
