import {
  accept,
  isBlank,
  isFuture,
  isTooLongName,
  oneLine,
  optional,
  refuse,
  type CommandOf,
  type Decision,
} from './decision';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { isEarlier, isNeeded, STAMP_NAMES } from './lifecycle';
import type { EpochMs } from './time';

type LifecycleCommand = CommandOf<
  'declare' | 'change-title' | 'change-severity' | 'move-phase' | 'set-stamps' | 'resolve' | 'reopen'
>;

const LONGEST_TITLE = 500;

/** Declaring, title, severity, phase, stamps, resolving and reopening (DEC, LIF, SEV, RES). */
export function decideLifecycle(state: Incident, command: LifecycleCommand, now: EpochMs): Decision {
  switch (command.type) {
    case 'declare':
      return declare(state, command, now);
    case 'change-title':
      return changeTitle(state, command);
    case 'change-severity':
      return changeSeverity(state, command);
    case 'move-phase':
      return movePhase(state, command);
    case 'set-stamps':
      return setStamps(state, command, now);
    case 'resolve':
      return resolve(state, command);
    case 'reopen':
      if (!state.isResolved) return refuse('not-resolved');
      if (isBlank(command.reason)) return refuse('reason-missing');
      return accept({ type: 'incident-reopened', reason: command.reason.trim() });
  }
}

/** One line is enough (DEC1); the times given are stamps of their own, so that they can be mended (DEC5). */
function declare(state: Incident, command: CommandOf<'declare'>, now: EpochMs): Decision {
  if (state.id !== null) return refuse('already-declared');
  const title = oneLine(command.title);
  if (title === '') return refuse('title-missing');
  if (title.length > LONGEST_TITLE) return refuse('title-too-long');
  if (isTooLongName(command.commander)) return refuse('name-too-long');
  const given = { impactStart: command.impactStartedAt, detected: command.detectedAt };
  if (Object.values(given).some((at) => at !== undefined && isFuture(at, now))) {
    return refuse('stamp-in-future');
  }
  const events: IncidentEvent[] = [
    {
      type: 'incident-declared',
      title,
      severity: command.severity,
      drill: command.drill,
      number: command.number,
      ...optional('service', command.service),
      ...optional('bridge', command.bridge),
    },
  ];
  for (const [stamp, to] of Object.entries(given) as ['impactStart' | 'detected', EpochMs?][]) {
    if (to !== undefined) {
      events.push({ type: 'stamp-set', stamp, from: null, to, reason: 'given when declaring' });
    }
  }
  if (!isBlank(command.commander)) {
    events.push({ type: 'role-assigned', role: 'commander', person: oneLine(command.commander) });
  }
  return accept(...events);
}

function changeTitle(state: Incident, command: CommandOf<'change-title'>): Decision {
  const to = oneLine(command.to);
  if (to === '') return refuse('title-missing');
  if (to.length > LONGEST_TITLE) return refuse('title-too-long');
  if (to === state.title) return refuse('same-title');
  return accept({ type: 'title-changed', from: state.title, to });
}

function changeSeverity(state: Incident, command: CommandOf<'change-severity'>): Decision {
  if (command.to === state.severity) return refuse('same-severity');
  if (isBlank(command.reason)) return refuse('reason-missing');
  return accept({
    type: 'severity-changed',
    from: state.severity,
    to: command.to,
    reason: command.reason.trim(),
    ...(state.isResolved ? { afterResolution: true as const } : {}),
  });
}

function movePhase(state: Incident, command: CommandOf<'move-phase'>): Decision {
  if (command.to === state.phase) return refuse('same-phase');
  const back = isEarlier(command.to, state.phase);
  if (back && isBlank(command.reason ?? '')) return refuse('reason-missing');
  return accept({
    type: 'phase-moved',
    from: state.phase,
    to: command.to,
    ...optional('reason', command.reason),
  });
}

/** An impossible order is not refused: the sources of real incidents contradict each other (LIF5). */
function setStamps(state: Incident, command: CommandOf<'set-stamps'>, now: EpochMs): Decision {
  const events: IncidentEvent[] = [];
  for (const stamp of STAMP_NAMES) {
    const to = command.stamps[stamp];
    const from = state.stamps[stamp]?.at ?? null;
    if (to === undefined || to === from) continue;
    if (to !== null && isFuture(to, now)) return refuse('stamp-in-future');
    if (to === null && isNeeded(stamp)) return refuse('stamp-needed');
    events.push({ type: 'stamp-set', stamp, from, to, reason: command.reason.trim() });
  }
  if (events.length === 0) return refuse('nothing-changed');
  if (isBlank(command.reason)) return refuse('reason-missing');
  return accept(...events);
}

/** Lines that no open action item says already: an incident may be resolved twice (RES5). */
function notYetItems({ actionItems }: Incident, lines: readonly string[]): readonly string[] {
  const open = actionItems.filter(({ state }) => state !== 'done' && state !== 'dropped');
  return lines.filter((text) => !open.some((item) => item.text === text));
}

/** Nothing blocks resolving; what was left open becomes action items (RES1). */
function resolve(state: Incident, command: CommandOf<'resolve'>): Decision {
  if (state.isResolved) return refuse('already-resolved');
  return accept(
    { type: 'incident-resolved', unticked: command.unticked, ...optional('summary', command.summary) },
    ...notYetItems(state, command.unticked).map((text): IncidentEvent => ({
      type: 'action-item-added',
      text,
      category: 'process',
    })),
  );
}
