import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Palette } from '../../ui/Palette';
import { allChoices, type Choice } from './choices';
import { groupsFor } from './groups';

const MOST_REMEMBERED = 12;

/** Everything the console can do, found by typing. */
export function PaletteDialog({
  console,
  platform,
}: {
  readonly console: Console;
  readonly platform: string;
}) {
  const [query, setQuery] = useState('');
  const recent = useStore(console.settings.store, (settings) => settings.recentCommands);
  // As they are when it opens: a list that changed under the finger would be chosen from wrongly.
  const [choices] = useState(() => allChoices(console, platform));
  const groups = useMemo(() => groupsFor(query, choices, recent), [query, choices, recent]);
  const choose = (choice: Choice): void => {
    console.view.closeDialog();
    if (choice.kind !== 'incident') remember(console, choice.id);
    choice.act();
  };
  return (
    <Palette
      title="Command palette"
      placeholder="Type a command, a severity, a role or an incident"
      query={query}
      onQuery={setQuery}
      groups={groups}
      nothing={`Nothing here is called “${query.trim()}”. What you typed was not logged.`}
      onChoose={choose}
      onClose={console.view.closeDialog}
    />
  );
}

function remember({ settings }: Console, id: string): void {
  const before = settings.store.getState().recentCommands.filter((one) => one !== id);
  settings.change({ recentCommands: [id, ...before].slice(0, MOST_REMEMBERED) });
}
