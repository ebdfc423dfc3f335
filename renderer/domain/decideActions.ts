import {
  accept,
  isBlank,
  isTooLongName,
  oneLine,
  optional,
  refuse,
  type CommandOf,
  type Decision,
} from './decision';
import type { Incident } from './incident';
import { entryOf } from './timeline';

/** Action items: done asks for evidence, dropped for a reason (ACT2). */
export function decideAction(
  state: Incident,
  command: CommandOf<'add-action-item' | 'move-action-item'>,
): Decision {
  if (command.type === 'add-action-item') {
    if (isBlank(command.text)) return refuse('action-item-empty');
    if (isTooLongName(command.owner)) return refuse('name-too-long');
    const { from } = command;
    if (from !== undefined && entryOf(state.timeline, from) === undefined) return refuse('no-such-entry');
    return accept({
      type: 'action-item-added',
      text: oneLine(command.text),
      ...optional('owner', command.owner),
      ...optional('dueOn', command.dueOn),
      ...(command.category === undefined ? {} : { category: command.category }),
      ...(from === undefined ? {} : { from }),
    });
  }
  const item = state.actionItems.find((one) => one.id === command.item);
  if (!item) return refuse('no-such-action-item');
  if (item.state === command.to) return refuse('nothing-changed');
  const ends = command.to === 'done' || command.to === 'dropped';
  if (ends && isBlank(command.note ?? '')) return refuse('reason-missing');
  return accept({
    type: 'action-item-moved',
    item: item.id,
    to: command.to,
    ...optional('note', command.note),
  });
}
