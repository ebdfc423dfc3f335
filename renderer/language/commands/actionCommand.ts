import { chip, chipsOf, misread, type PadContext, type ReadArgument } from '../padReading';
import { dueDay } from '../dueDay';
import { personAtEnd, type NamedPerson } from '../personName';

/** `/action alert on 5xx burn @priya due fri`; also behind a leading `TODO`. */
export const readAction: ReadArgument = (argument, context) => {
  const { text, who, due } = parts(argument, context);
  const chips = chipsOf(
    chip('Action item', text),
    who && chip('Owner', who.typed, who.person),
    due && chip('Due', due.typed, due.day),
  );
  if (text === '') return misread('todo-missing', chips);
  const command = {
    type: 'add-action-item',
    text,
    ...(who ? { owner: who.person } : {}),
    ...(due ? { dueOn: due.day } : {}),
  } as const;
  return { kind: 'command', command, chips };
};

interface Parts {
  readonly text: string;
  readonly who?: NamedPerson;
  readonly due?: { readonly typed: string; readonly day: string };
}

/** Who and until when stand at the end, in either order, each at most once. */
function parts(argument: string, context: PadContext): Parts {
  let read: Parts = { text: argument.trim() };
  for (let more = true; more;) {
    const next = withDue(read, context) ?? withPerson(read, context);
    more = next !== undefined;
    read = next ?? read;
  }
  return read;
}

const DUE = /(?:^|\s)due[ \t]+(?:on[ \t]+|by[ \t]+)?([^\n]{1,30})$/i;

/** What follows the last `due` must be a day: in "see which invoices are due today's batch" it is none. */
function withDue(read: Parts, context: PadContext): Parts | undefined {
  const from = read.due ? -1 : read.text.toLowerCase().lastIndexOf('due');
  if (from === -1) return undefined;
  const match = DUE.exec(read.text.slice(Math.max(0, from - 1)));
  const day = match?.[1] === undefined ? undefined : dueDay(match[1], context);
  if (!match || day === undefined) return undefined;
  return {
    ...read,
    text: read.text.slice(0, -match[0].length).trimEnd(),
    due: { typed: match[0].trim(), day },
  };
}

function withPerson(read: Parts, { people = [] }: PadContext): Parts | undefined {
  const found = read.who ? undefined : personAtEnd(read.text, people);
  return found && { ...read, text: found.before, who: { person: found.person, typed: found.typed } };
}
