import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import type { BundleView } from '../../store/bundleImporting';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import { BundleIncident } from './BundleIncident';
import styles from './Bundle.module.css';

/** What a bundle would bring; nothing of it is kept until Import. */
export function BundleDialog({ console }: { readonly console: Console }) {
  const shown = useStore(console.bundleImporting.store);
  if (shown === null) return null;
  const { bundle, previews, status } = shown;
  const ready = status === 'ready' ? { submit: 'Import' } : {};
  return (
    <Dialog
      title={`Bundle “${visibleLine(bundle.name)}”`}
      {...ready}
      onSubmit={() => void console.bundleImporting.import()}
      onClose={() => console.bundleImporting.cancel()}
      wide
    >
      <p role="status" aria-live="polite">
        {sentence(shown)}
      </p>
      <ul className={styles['incidents']} aria-label="Incidents in the bundle">
        {previews.map((preview) => (
          <BundleIncident key={preview.id} preview={preview} timeZone={shownZone(console)} />
        ))}
      </ul>
    </Dialog>
  );
}

function sentence({ bundle, previews, status }: BundleView): string {
  const all = bundle.incidents.length;
  if (status === 'reading') return `Reading ${previews.length + 1} of ${all}. Nothing is imported yet.`;
  if (status === 'importing') return 'Importing.';
  const nothing = previews.every((one) => one.added === 0 && one.redacted === 0);
  const attachments =
    bundle.attachments === 0
      ? ''
      : ` It holds ${bundle.attachments === 1 ? '1 image' : `${bundle.attachments} images`}.`;
  return nothing
    ? `Everything in it is here already.${attachments}`
    : `${all === 1 ? 'One incident' : `${all} incidents`}. Only looking so far: nothing changes until you import.${attachments}`;
}
