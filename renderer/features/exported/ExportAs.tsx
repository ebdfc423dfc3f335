import { useRef, useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { EXPORT_NAMES, type ExportFormat } from '../../exports/exportNames';
import type { Console } from '../../store/console';
import { perform } from '../../store/actions';
import { Button } from '../../ui/Button';
import type { Menu } from '../../ui/Menu';
import styles from './Exported.module.css';

const hint = (format: ExportFormat): string => EXPORT_NAMES[format].fileName;

const FORMATS = [
  { id: 'export-html', label: 'HTML', hint: hint('html') },
  { id: 'export-json', label: 'JSON', hint: hint('json') },
  { id: 'export-timeline', label: 'Timeline as CSV', hint: hint('csv') },
  { id: 'export-review', label: 'Review invitation', hint: hint('ics') },
] as const;

/** Every other format, beside the button that writes Markdown. The menu's code is fetched when it is first opened. */
export function ExportAs({ console }: { readonly console: Console }) {
  const button = useRef<HTMLButtonElement>(null);
  const [menu, setMenu] = useState<{ readonly component: typeof Menu; readonly byKey: boolean }>();
  const Shown = menu?.component;
  const close = (): void => {
    setMenu(undefined);
    button.current?.focus();
  };
  const open = (byKey: boolean): void =>
    void import('../../ui/Menu').then((module) => setMenu({ component: module.Menu, byKey }));
  return (
    <>
      <Button
        ref={button}
        className={styles['as']}
        aria-label="Export as…"
        title="Export as…"
        aria-haspopup="menu"
        aria-expanded={menu !== undefined}
        onClick={({ detail }) => open(detail === 0)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open(true);
        }}
      >
        <ChevronDown size={16} aria-hidden />
      </Button>
      {Shown && (
        <Shown
          label="Export as…"
          items={FORMATS}
          anchor={button}
          byKey={menu.byKey}
          onClose={close}
          onChoose={(id) => {
            close();
            perform(console, id);
          }}
        />
      )}
    </>
  );
}
