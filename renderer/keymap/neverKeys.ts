import { parseChord, type Chord } from './chords';
import type { KeyContext } from './keymap';

/** A rule about keys that belong to somebody else. */
interface Never {
  readonly is: (chord: Chord, written: string, context: KeyContext) => boolean;
  readonly why: string;
}

const among = (...keys: readonly string[]): Never['is'] => {
  const all = new Set(keys);
  return (_chord, written) => all.has(written);
};

const EDITING = ['a', 'c', 'v', 'x', 'y', 'z', 'Shift+z', 'Shift+v'].map((key) => `$mod+${key}`);
const MOVING = /^(?:Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete|Insert|Enter|Tab|Escape|Space)$/;

/** What a context may have although it is a text field's or a control's elsewhere. */
const LENT: { readonly [C in KeyContext]: readonly string[] } = {
  global: [],
  pad: ['ArrowUp', '$mod+z'],
  row: ['$mod+c', 'Delete', 'Shift+F10', 'ContextMenu'],
};

/** Of several that apply, the first is the one said. */
const RULES: readonly Never[] = [
  {
    is: ({ mods }) => mods.includes('Alt') && (mods.includes('$mod') || mods.includes('Control')),
    why: 'Ctrl and Alt together are AltGr, which types characters on many keyboards.',
  },
  { is: ({ mods }) => mods.includes('Alt'), why: 'Alt opens menus or types characters.' },
  { is: ({ mods }) => mods.includes('Meta'), why: 'This key belongs to the system.' },
  { is: ({ mods }) => mods.includes('Control'), why: 'On a Mac, Ctrl belongs to text fields.' },
  {
    is: among('$mod+h', '$mod+m', '$mod+`', '$mod+Space', '$mod+Shift+Space'),
    why: 'The system hides or switches windows, or the keyboard, with it.',
  },
  {
    is: among('$mod+Tab', '$mod+Shift+Tab', '$mod+w', '$mod+Shift+w', '$mod+Shift+q'),
    why: 'The system switches or closes windows with it.',
  },
  {
    is: among('$mod+r', 'F5', '$mod+F5'),
    why: 'It reloads pages elsewhere; nobody should have to wonder here.',
  },
  { is: among('$mod+Shift+3', '$mod+Shift+4', '$mod+Shift+5'), why: 'A Mac takes screenshots with it.' },
  {
    is: among('$mod+Shift+u', '$mod+.', '$mod+;'),
    why: 'Input methods on Linux take it for characters and emoji.',
  },
  { is: among('$mod+Shift+m', '$mod+Shift+a'), why: 'It mutes the call in Teams or Zoom.' },
  {
    is: among('$mod+0', '$mod+-', '$mod+=', '$mod+Plus', '$mod+Shift+Plus', '$mod+_', 'F11'),
    why: 'It zooms the window, or fills the screen.',
  },
  { is: among('F10', 'Shift+F10', 'ContextMenu'), why: 'It opens menus.' },
  { is: among(...EDITING), why: 'Text fields need it for editing.' },
  { is: ({ key }) => MOVING.test(key), why: 'Text fields and buttons need it.' },
  {
    is: ({ mods, key }, _written, context) =>
      context !== 'row' && !mods.includes('$mod') && !/^F\d+$/.test(key),
    why: 'It types a character. Hold Ctrl (on a Mac Cmd) with it, or take a function key.',
  },
];

/** Why a combination may not be given to anything, in a sentence; undefined when it may. */
export function whyNever(written: string, context: KeyContext): string | undefined {
  const chord = parseChord(written);
  if (!chord) return 'This key has no name here. Press another.';
  if (LENT[context].includes(written)) return undefined;
  return RULES.find(({ is }) => is(chord, written, context))?.why;
}

/**
 * The same for the one key that counts while other programs have the focus. It must be rare there: two
 * modifiers, or one and a function key.
 */
export function whyNotEverywhere(written: string): string | undefined {
  const chord = parseChord(written);
  if (!chord) return 'This key has no name here. Press another.';
  const { mods, key } = chord;
  if (mods.includes('Meta')) return 'This key belongs to the system.';
  const isAltGr = mods.includes('$mod') && mods.includes('Alt') && !mods.includes('Control');
  if (isAltGr) return 'Ctrl and Alt together are AltGr, which types characters on many keyboards.';
  const isFunction = /^F\d+$/.test(key);
  if (mods.length < (isFunction ? 1 : 2) || mods.every((one) => one === 'Shift' || one === 'Alt'))
    return 'Other programs use it. Hold Ctrl and Shift (on a Mac also Cmd) with it.';
  if (!isFunction && !/^[a-z0-9]$/.test(key)) return 'Take a letter, a digit or a function key with it.';
  const withoutAlt = mods.filter((one) => one !== 'Alt' && one !== 'Control');
  return mods.length > withoutAlt.length ? undefined : whyNever(written, 'global');
}

/** What is suggested for it. */
export const suggestedEverywhere = (platform: string): string =>
  platform === 'darwin' ? '$mod+Control+Alt+n' : '$mod+Shift+F9';
