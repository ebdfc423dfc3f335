import { useStore } from 'zustand';
import { MITIGATION_NAMES, VERDICT_NAMES } from '../../domain/describe';
import type { Verdict } from '../../domain/events';
import type { Attempt } from '../../domain/incident';
import { MINUTE, minutes } from '../../domain/time';
import { visibleLine } from '../../exports/visibleText';
import { clockText } from '../../language/formatLocal';
import { runOrTell, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Mitigation.module.css';

const VERDICTS: readonly Verdict[] = ['worked', 'partly', 'didnt', 'worse'];
const POSTPONE = minutes(5);

/** One attempt: at its mark it asks how it went; nothing blocks. */
export function AttemptCard({ attempt, console }: { readonly attempt: Attempt; readonly console: Console }) {
  const { judged, action } = attempt;
  const [what, owner] = [visibleLine(attempt.what), visibleLine(attempt.owner)];
  const timeZone = shownZone(console);
  const isDue = useStore(console.ticker.store, (now) => now >= attempt.checkBackAt);
  const judge = (verdict: Verdict): void => {
    runOrTell(console, { type: 'judge-mitigation', attempt: attempt.id, verdict });
    console.view.focusPad();
  };
  const clock = (at: Attempt['startedAt']): string => clockText(at, timeZone).slice(0, 5);
  return (
    <article
      className={styles['card']}
      data-due={!judged && isDue}
      aria-label={`${MITIGATION_NAMES[action]}: ${what}`}
    >
      <p className={styles['what']}>
        <strong>{MITIGATION_NAMES[action]}</strong> {what}
      </p>
      <p className={styles['meta']}>
        {owner || 'no owner'} ·{' '}
        {judged
          ? `${VERDICT_NAMES[judged.verdict]} at ${clock(judged.at)}`
          : `${isDue ? 'check now, since' : 'check back'} ${clock(attempt.checkBackAt)}`}
      </p>
      {!judged && (
        <div className={styles['verdicts']}>
          {VERDICTS.map((verdict) => (
            <Button key={verdict} onClick={() => judge(verdict)}>
              {VERDICT_NAMES[verdict]}
            </Button>
          ))}
          <Button
            aria-label={`+${POSTPONE / MINUTE} min: check back later`}
            onClick={() => {
              runOrTell(console, { type: 'postpone-check', attempt: attempt.id, by: POSTPONE });
              console.view.focusPad();
            }}
          >
            +{POSTPONE / MINUTE} min
          </Button>
        </div>
      )}
    </article>
  );
}
