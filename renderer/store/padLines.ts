import type { Attachment } from '../domain/attachments';
import { isBackdatable } from '../domain/backdating';
import type { Command } from '../domain/commands';
import { itemAt } from '../domain/sortedSequence';
import { entryOf, isStanding, type Entry, type Timeline } from '../domain/timeline';
import type { PadLine, PadMisread } from '../language/padLine';
import type { Opening } from '../language/padReading';
import { ACTIONS, perform } from './actions';
import { run, sentenceOf, type Console } from './console';
import { formKeyOf } from './formKeys';

/** Carries out a line of the pad; answers the sentence that says why it can't be, or nothing when it was. */
export function carryOut(
  console: Console,
  line: Exclude<PadLine, PadMisread>,
  attachments: readonly Attachment[],
): string | undefined {
  if (line.kind === 'note') {
    const { text, at, as: kind = 'note', pinned } = line;
    const more = pinned ? { pinned } : {};
    return sentenceOf(run(console, { type: 'log-note', kind, text, at, attachments, ...more }));
  }
  if (attachments.length > 0) return IMAGES_WITH_COMMAND;
  return line.kind === 'command' ? runCommand(console, line.command, line.at) : open(console, line.opening);
}

const IMAGES_WITH_COMMAND =
  'An image goes with a note, not with a command. Log it with a note first, or remove it.';

function runCommand(console: Console, command: Command, at: Parameters<typeof run>[2]): string | undefined {
  const ran = run(console, command, isBackdatable(command.type) ? at : undefined);
  if (ran.ok) console.settings.meet(personIn(command));
  if (!ran.ok && command.type === 'move-phase' && ran.refusal === 'reason-missing') {
    return `Going back to an earlier phase needs a reason: /phase ${command.to} errors are rising again.`;
  }
  return sentenceOf(ran);
}

/** Whoever is named is remembered, as when a dialog names them. */
function personIn(command: Command): string {
  if (command.type === 'assign-role') return command.person;
  if (command.type === 'attempt-mitigation' || command.type === 'add-action-item') return command.owner ?? '';
  return '';
}

function open(console: Console, opening: Opening): string | undefined {
  switch (opening.open) {
    case 'update':
      return openComposer(console, opening.audience);
    case 'resolve':
      return openResolve(console, opening.summary);
    case 'drill':
      return openDrill(console, opening.title);
    case 'help':
      return performed(console, 'shortcuts');
    case 'pin':
      return pinNewest(console);
  }
}

/** Performs an action of the list, or answers why it can't be done now. */
function performed(console: Console, id: string): string | undefined {
  const why = ACTIONS.find((one) => one.id === id)?.unavailable(console);
  if (why === undefined) perform(console, id);
  return why;
}

function openComposer(console: Console, audience: string): string | undefined {
  const { view, drafts, session } = console;
  if (view.store.getState().composerOpen) {
    return 'An update is being written already. Mark it sent or close it first.';
  }
  drafts.set(`composer:${session.store.getState().openId ?? ''}:audience`, audience);
  return performed(console, 'write-update');
}

/** What the line says is added to what the dialog holds already: nothing typed is lost. */
function openResolve(console: Console, summary: string): string | undefined {
  const why = performed(console, 'resolve');
  const key = `${formKeyOf(console, { name: 'resolve' }) ?? ''}:summary`;
  const held = console.drafts.get(key).trim();
  if (why === undefined && summary !== '') {
    console.drafts.set(key, held === '' || held === summary ? summary : `${held}; ${summary}`);
  }
  return why;
}

function openDrill(console: Console, title: string): string | undefined {
  const { drafts } = console;
  const held = drafts.get('declare:title').trim();
  if (held !== '' && title !== '' && held !== title) {
    return 'The declaring dialog still holds another title. Open it, and finish or clear it first.';
  }
  if (title !== '') drafts.set('declare:title', title);
  drafts.set('declare:drill', 'yes');
  return performed(console, 'declare');
}

function pinNewest(console: Console): string | undefined {
  const newest = newestWritten(console.session.store.getState().incident.timeline);
  if (!newest) return 'There is no entry to pin yet.';
  return sentenceOf(run(console, { type: 'pin-entry', entry: newest.id }));
}

/** The entry written last that still counts, whatever time it gives. */
function newestWritten(timeline: Timeline): Entry | undefined {
  for (let i = timeline.positions.length - 1; i >= 0; i -= 1) {
    const position = itemAt(timeline.positions, i);
    const entry = position && entryOf(timeline, position.id);
    if (entry && isStanding(entry)) return entry;
  }
  return undefined;
}
