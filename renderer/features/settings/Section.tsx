import { useId, type ReactNode, type RefObject } from 'react';
import styles from './Settings.module.css';

/** A titled part of the settings. */
export function Section({
  title,
  headingRef,
  children,
}: {
  readonly title: string;
  /** For a title that takes the focus when one comes back to it. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h3 id={id} ref={headingRef} tabIndex={-1} className={styles['heading']}>
        {title}
      </h3>
      {children}
    </section>
  );
}
