import { useState } from 'react';
import { SEVERITIES, SEVERITY_RULES, severityName, type Severity } from '../../domain/severity';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { Section } from './Section';
import styles from './Settings.module.css';

type Wording = { readonly [S in Severity]: string };

/** What the four levels mean in this team's words (SEV1). */
export function SeveritySection({ console }: { readonly console: Console }) {
  const [wording, setWording] = useState<Wording>(() => shown(console));
  const change = (to: Wording): void => {
    setWording(to);
    console.settings.change({ severityDefinitions: ownWords(to) });
  };
  return (
    <Section title="Severity definitions">
      {SEVERITIES.map((level) => (
        <TextArea
          key={level}
          label={severityName(level)}
          value={wording[level]}
          maxLength={5000}
          {...(wording[level].trim() === ''
            ? { hint: `Empty: “${SEVERITY_RULES[level].definition}” is used.` }
            : {})}
          onChange={(event) => change({ ...wording, [level]: event.target.value })}
        />
      ))}
      <div className={styles['row']}>
        <Button onClick={() => change(DEFAULTS)}>Back to the default wording</Button>
      </div>
    </Section>
  );
}

const DEFAULTS: Wording = {
  1: SEVERITY_RULES[1].definition,
  2: SEVERITY_RULES[2].definition,
  3: SEVERITY_RULES[3].definition,
  4: SEVERITY_RULES[4].definition,
};

function shown({ settings }: Console): Wording {
  return { ...DEFAULTS, ...settings.store.getState().severityDefinitions };
}

/** What differs from the product's; an empty field means that one. */
function ownWords(wording: Wording): { readonly [severity: string]: string } {
  const own = SEVERITIES.filter(
    (level) => wording[level].trim() !== '' && wording[level] !== DEFAULTS[level],
  );
  return Object.fromEntries(own.map((level) => [String(level), wording[level]]));
}
