/** What of a keyboard event is looked at. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key combination taken apart; `key` as the browser names it, letters small. */
export interface Chord {
  readonly mods: readonly string[];
  readonly key: string;
}

const MODIFIERS: readonly string[] = ['$mod', 'Control', 'Meta', 'Alt', 'Shift'];
const NAMED =
  /^(?:F(?:[1-9]|1\d|2[0-4])|Enter|Escape|Tab|Space|Plus|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow(?:Up|Down|Left|Right)|ContextMenu)$/;
const SYMBOL = /^[!-/:-@[-`{-~]$/;

/** `$mod+Shift+s` taken apart; undefined when it is not written as chords are. */
export function parseChord(text: string): Chord | undefined {
  const parts = text.split('+');
  const key = parts.at(-1) ?? '';
  const mods = parts.slice(0, -1);
  const inOrder = MODIFIERS.filter((one) => mods.includes(one));
  if (inOrder.join('+') !== mods.join('+')) return undefined;
  if (!NAMED.test(key) && !/^[a-z0-9]$/.test(key) && !(SYMBOL.test(key) && key !== '+')) return undefined;
  return { mods, key };
}

/** Pressed alone, it is no combination yet. */
export const isModifier = (key: string): boolean =>
  ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Fn', 'OS', 'Dead'].includes(key);

/**
 * The ways in which a key press can be written, best first: by its character, and by its place where
 * the layout's character is none of ours (Cyrillic, Greek, the digits of a French keyboard).
 *
 * @example chordsOf({ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true, … }, 'linux') // ['$mod+Shift+s']
 */
export function chordsOf(press: KeyPress, platform: string): readonly string[] {
  const mac = platform === 'darwin';
  const held = {
    $mod: mac ? press.metaKey : press.ctrlKey,
    Control: mac && press.ctrlKey,
    Meta: !mac && press.metaKey,
    Alt: press.altKey,
    Shift: press.shiftKey,
  } as const;
  const written = (key: string, shift: boolean): string =>
    [
      ...Object.entries(held).flatMap(([name, on]) => (on && (name !== 'Shift' || shift) ? [name] : [])),
      key,
    ].join('+');
  const key = press.key === ' ' ? 'Space' : press.key === '+' ? 'Plus' : press.key;
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(press.code);
  const onKeyboard = (place?.[1] ?? place?.[2])?.toLowerCase();
  const isLatin = /^[a-z]$/i.test(key);
  return [
    ...(isLatin || /^\d$/.test(key) || NAMED.test(key)
      ? [written(key.length === 1 ? key.toLowerCase() : key, true)]
      : []),
    // Which symbols need Shift is the layout's affair.
    ...(SYMBOL.test(key) ? [written(key, false)] : []),
    ...(!isLatin && onKeyboard !== undefined && onKeyboard !== key ? [written(onKeyboard, true)] : []),
  ];
}

const SHOWN: { readonly [part: string]: string } = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  'ArrowUp/ArrowDown': 'Up, Down',
  Escape: 'Esc',
  Plus: '+',
  ContextMenu: 'Menu key',
  Meta: 'Super',
  Control: 'Ctrl',
};
const SHOWN_ON_MAC: { readonly [part: string]: string } = {
  $mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Control: '⌃',
};

/** `$mod+Shift+s` as people read it: `Ctrl+Shift+S`, on a Mac `⌘⇧S`. */
export function keyLabel(keys: string, platform: string): string {
  const mac = platform === 'darwin';
  return keys
    .split('+')
    .map((part) => {
      const onMac = mac ? SHOWN_ON_MAC[part] : undefined;
      if (onMac !== undefined) return onMac;
      if (part === '$mod') return 'Ctrl';
      return SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    })
    .join(mac ? '' : '+');
}

const IN_ACCELERATORS: { readonly [part: string]: string } = {
  $mod: 'CmdOrCtrl',
  Meta: 'Super',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** As Electron writes it; undefined for a key that its accelerators don't know. */
export function acceleratorOf(keys: string): string | undefined {
  if (keys.endsWith('ContextMenu')) return undefined;
  return keys
    .split('+')
    .map((part) => IN_ACCELERATORS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
