import { Button } from './Button';
import styles from './NoticeBar.module.css';

export interface NoticeLine {
  readonly id: string;
  readonly tone: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly actions?: readonly { readonly label: string; readonly perform: () => void }[];
  readonly standing?: boolean;
}

/**
 * Sentences above everything, pushing the content down, never over the pad. The region stands
 * from the start with an explicit `aria-live`, or screen readers would miss what appears in it.
 */
export function NoticeBar({
  notices,
  onDismiss,
}: {
  readonly notices: readonly NoticeLine[];
  readonly onDismiss: (id: string) => void;
}) {
  return (
    <div className={styles['bar']} data-pane={notices.length > 0 ? '' : undefined}>
      {notices.map((notice) => (
        <div key={notice.id} className={`${styles['notice']} ${styles[notice.tone]}`}>
          <p
            role={notice.tone === 'info' ? 'status' : 'alert'}
            aria-live={notice.tone === 'info' ? 'polite' : 'assertive'}
            className={styles['text']}
          >
            {notice.text}
          </p>
          {notice.actions?.map(({ label, perform }) => (
            <Button key={label} onClick={perform}>
              {label}
            </Button>
          ))}
          {!notice.standing && (
            <Button aria-label="Dismiss this message" onClick={() => onDismiss(notice.id)}>
              Dismiss
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
