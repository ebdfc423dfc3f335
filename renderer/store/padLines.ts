import type { Attachment } from '../domain/attachments';
import { decideAt, isBackdatable } from '../domain/backdating';
import type { Command } from '../domain/commands';
import { updatePrefill } from '../domain/prefill';
import type { Audience } from '../domain/events';
import { REFUSAL_SENTENCES, type Refusal } from '../domain/refusals';
import { itemAt } from '../domain/sortedSequence';
import { entryOf, isStanding, type Entry, type Timeline } from '../domain/timeline';
import type { PadLine, PadMisread, PadNote } from '../language/padLine';
import type { EpochMs } from '../domain/time';
import type { Opening } from '../language/padReading';
import type { KeyId } from '../keymap/keymap';
import { ACTIONS, perform } from './actions';
import { run, sentenceOf, type Console } from './console';
import { formKeyOf } from './formKeys';
import { isTooLong } from './tooLong';

/**
 * What stands against a line as things are, besides what it still lacks: what Enter would say, so that the preview
 * can say it first (GRM14). A line of plain text has nothing against it that can be known before.
 */
export function refusalOf(
  console: Console,
  line: PadLine,
  attachments: readonly Attachment[],
): string | undefined {
  if (line.kind === 'problem') {
    const said = line.command && refusalOfCommand(console, line.command, line.at);
    return said === REFUSAL_SENTENCES['reason-missing'] ? undefined : said;
  }
  if (line.kind === 'note') {
    return line.chips && refusalOfCommand(console, noteOf(line, attachments), undefined);
  }
  if (attachments.length > 0) return IMAGES_WITH_COMMAND;
  return line.kind === 'command'
    ? refusalOfCommand(console, line.command, isBackdatable(line.command.type) ? line.at : undefined)
    : refusalOfOpening(console, line.opening);
}

function refusalOfCommand(console: Console, command: Command, at: EpochMs | undefined): string | undefined {
  const { status, incident } = console.session.store.getState();
  // Decided when its log is read.
  if (status === 'opening') return undefined;
  if (isTooLong(command)) return REFUSAL_SENTENCES['text-too-long'];
  const decision = decideAt(incident, command, console.ports.now(), at);
  return decision.ok ? undefined : refusedAs(command, decision.refusal);
}

/** Carries out a line of the pad; answers the sentence that says why it can't be, or nothing when it was. */
export function carryOut(
  console: Console,
  line: Exclude<PadLine, PadMisread>,
  attachments: readonly Attachment[],
): string | undefined {
  if (line.kind === 'note') return sentenceOf(run(console, noteOf(line, attachments)));
  if (attachments.length > 0) return IMAGES_WITH_COMMAND;
  if (line.kind === 'command') return runCommand(console, line.command, line.at);
  const why = refusalOfOpening(console, line.opening);
  if (why === undefined) open(console, line.opening);
  return why;
}

function noteOf(
  { text, at, as: kind = 'note', pinned }: PadNote,
  attachments: readonly Attachment[],
): Command {
  return { type: 'log-note', kind, text, at, attachments, ...(pinned ? { pinned } : {}) };
}

const IMAGES_WITH_COMMAND =
  'An image goes with a note, not with a command. Log it with a note first, or remove it.';

function runCommand(console: Console, command: Command, at: EpochMs): string | undefined {
  const ran = run(console, command, isBackdatable(command.type) ? at : undefined);
  if (!ran.ok) return refusedAs(command, ran.refusal);
  console.settings.meet(personIn(command));
  return undefined;
}

const refusedAs = (command: Command, refusal: Refusal): string =>
  command.type === 'move-phase' && refusal === 'reason-missing'
    ? `Going back to an earlier phase needs a reason: /phase ${command.to} errors are rising again.`
    : REFUSAL_SENTENCES[refusal];

/** Whoever is named is remembered, as when a dialog names them. */
function personIn(command: Command): string {
  if (command.type === 'assign-role') return command.person;
  if (command.type === 'attempt-mitigation' || command.type === 'add-action-item') return command.owner ?? '';
  return '';
}

function refusalOfOpening(console: Console, opening: Opening): string | undefined {
  switch (opening.open) {
    case 'update':
      return unavailable(console, 'write-update');
    case 'resolve':
      return unavailable(console, 'resolve');
    case 'help':
      return unavailable(console, 'shortcuts');
    case 'drill':
      return holdsAnotherTitle(console, opening.title) ? OTHER_TITLE : unavailable(console, 'declare');
    case 'pin': {
      const pin = pinOfNewest(console);
      return pin ? refusalOfCommand(console, pin, undefined) : 'There is no entry to pin yet.';
    }
  }
}

const unavailable = (console: Console, id: KeyId): string | undefined =>
  ACTIONS.find((one) => one.id === id)?.unavailable(console);

function open(console: Console, opening: Opening): void {
  switch (opening.open) {
    case 'update':
      return openComposer(console, opening.audience, opening.known);
    case 'resolve':
      return openResolve(console, opening.summary);
    case 'drill':
      return openDrill(console, opening.title);
    case 'help':
      return perform(console, 'shortcuts');
    case 'pin': {
      const pin = pinOfNewest(console);
      if (pin) run(console, pin);
    }
  }
}

/** One that is being written already comes to the front as it is, with what the line says added (GRM4). */
function openComposer(console: Console, audience: Audience | undefined, known: string): void {
  const { view, drafts, session } = console;
  const { openId, incident } = session.store.getState();
  const key = (field: string): string => `composer:${openId ?? ''}:${field}`;
  const isOpen = view.store.getState().composerOpen;
  if (audience !== undefined || !isOpen) drafts.set(key('audience'), audience ?? '');
  if (known !== '' && !isOpen) {
    const held = drafts.get(key('known')) || updatePrefill(incident).known;
    drafts.set(key('known'), held === '' ? known : `${held}\n${known}`);
  }
  perform(console, 'write-update');
  if (isOpen) view.set({ composerCall: { known } });
}

/** What the line says is added to what the dialog holds already: nothing typed is lost. */
function openResolve(console: Console, summary: string): void {
  perform(console, 'resolve');
  const key = `${formKeyOf(console, { name: 'resolve' }) ?? ''}:summary`;
  const held = console.drafts.get(key).trim();
  if (summary !== '') {
    console.drafts.set(key, held === '' || held === summary ? summary : `${held}; ${summary}`);
  }
}

const OTHER_TITLE = 'The declaring dialog still holds another title. Open it, and finish or clear it first.';

function holdsAnotherTitle({ drafts }: Console, title: string): boolean {
  const held = drafts.get('declare:title').trim();
  return held !== '' && title !== '' && held !== title;
}

function openDrill(console: Console, title: string): void {
  const { drafts } = console;
  if (title !== '') drafts.set('declare:title', title);
  drafts.set('declare:drill', 'yes');
  perform(console, 'declare');
}

function pinOfNewest({ session }: Console): Command | undefined {
  const newest = newestWritten(session.store.getState().incident.timeline);
  return newest && { type: 'pin-entry', entry: newest.id };
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
