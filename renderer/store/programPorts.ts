import type { LeaveAnswer, NoteKeyChoice, NoteKeyState } from '../../electron/contract';

/** What the page asks of the program around it. */
export interface ProgramPorts {
  /** Ends in order and starts again. */
  readonly restart: () => void;
  /** Shows the newest failure report in the file manager. */
  readonly showReport: () => void;
  readonly leave: (answer: LeaveAnswer) => void;
  /** The incidents that main has an alarm for. */
  readonly noteKey: () => Promise<NoteKeyState>;
  readonly chooseNoteKey: (key: string | null) => Promise<NoteKeyChoice>;
  readonly armed: () => Promise<readonly string[]>;
}
