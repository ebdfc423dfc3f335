import type { GlobalShortcut } from 'electron';
import { acceleratorOf } from '../renderer/keymap/chords';
import { whyNotEverywhere } from '../renderer/keymap/neverKeys';
import type { NoteKeyChoice, NoteKeyState, Settings } from './contract';

export interface NoteKeyPorts {
  readonly shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly kept: () => Settings['noteKey'];
  readonly keep: (noteKey: Settings['noteKey']) => void;
  /** It was pressed, wherever the focus was. */
  readonly pressed: () => void;
  readonly wayland: boolean;
  readonly command: string;
}

const REFUSED =
  'The system did not give this key to the console; another program may have it. Choose another one.';

/**
 * The one key that counts while other programs have the focus (KEY9). That the system took it proves
 * nothing: under Wayland it says yes and may never hand the key on. So it works once it was received.
 */
export class NoteKey {
  private held: string | null = null;

  constructor(private readonly ports: NoteKeyPorts) {}

  /** Takes the key that was chosen in an earlier run; a sentence when the system refuses. */
  begin(): string | null {
    const kept = this.ports.kept();
    if (kept === null || this.take(kept.key)) return null;
    return `The key for a note from anywhere is off. ${REFUSED} It is under Settings, Note from anywhere.`;
  }

  choose(key: string | null): NoteKeyChoice {
    const before = this.ports.kept();
    this.end();
    if (key === null || this.take(key)) {
      this.ports.keep(key === null ? null : { key, works: false });
      return { ok: true, state: this.state };
    }
    if (before !== null) this.take(before.key);
    return { ok: false, why: REFUSED, state: this.state };
  }

  get state(): NoteKeyState {
    const { wayland, command } = this.ports;
    const kept = this.ports.kept();
    const registered = kept !== null && this.held !== null;
    return { key: kept?.key ?? null, registered, works: kept?.works ?? false, wayland, command };
  }

  /** Gives it back; the last thing before the program ends, too. */
  end(): void {
    if (this.held !== null) this.ports.shortcuts.unregister(this.held);
    this.held = null;
  }

  private take(key: string): boolean {
    const accelerator = whyNotEverywhere(key) === undefined ? acceleratorOf(key) : undefined;
    if (accelerator === undefined || !this.registered(accelerator)) return false;
    this.held = accelerator;
    return true;
  }

  /** Electron throws for a name it does not know, and answers false for a key that is taken. */
  private registered(accelerator: string): boolean {
    try {
      return this.ports.shortcuts.register(accelerator, () => this.received());
    } catch {
      return false;
    }
  }

  private received(): void {
    const kept = this.ports.kept();
    if (kept !== null && !kept.works) this.ports.keep({ ...kept, works: true });
    this.ports.pressed();
  }
}
