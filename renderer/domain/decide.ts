import type { Command } from './commands';
import { decideAction } from './decideActions';
import { decideEntry, isEntryCommand } from './decideEntries';
import { decideLifecycle } from './decideLifecycle';
import { decideMitigation } from './decideMitigation';
import { decideRole } from './decideRoles';
import { decideUpdate } from './decideUpdates';
import { refuse, type Decision } from './decision';
import { decideImport, isImportCommand } from './imports';
import type { Incident } from './incident';
import type { EpochMs } from './time';

/**
 * The rules of the console. Pure: no clock, no ids, no I/O; `now` is handed in and the caller
 * stamps the result. A refusal is a value with a sentence (refusals.ts), never an exception.
 */
export function decide(state: Incident, command: Command, now: EpochMs): Decision {
  if (command.type !== 'declare' && state.id === null) return refuse('not-declared');
  if (isEntryCommand(command)) return decideEntry(state, command, now);
  if (isImportCommand(command)) return decideImport(state, command, now);
  switch (command.type) {
    case 'declare':
    case 'change-title':
    case 'change-severity':
    case 'move-phase':
    case 'set-stamps':
    case 'resolve':
    case 'reopen':
      return decideLifecycle(state, command, now);
    case 'assign-role':
    case 'release-role':
      return decideRole(state, command);
    case 'attempt-mitigation':
    case 'judge-mitigation':
    case 'postpone-check':
      return decideMitigation(state, command, now);
    case 'send-update':
    case 'snooze-update':
    case 'pause-updates':
    case 'resume-updates':
    case 'set-cadence':
      return decideUpdate(state, command, now);
    case 'add-action-item':
    case 'move-action-item':
      return decideAction(state, command);
    default:
      return assertNever(command);
  }
}

function assertNever(command: never): never {
  throw new TypeError(`no rule for ${JSON.stringify(command)}`);
}
