import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useId, useRef } from 'react';
import { FocusAtOnce } from './FocusAtOnce';
import { focusHome } from './focusHome';
import dialog from './Dialog.module.css';
import styles from './Palette.module.css';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** Said beside it, dimmer. */
  readonly detail?: string | undefined;
  /** Its key, as people read it. */
  readonly keys?: string | undefined;
  /** Why it can't be chosen now, in a sentence. */
  readonly off?: string | undefined;
}

export interface PaletteGroup<I extends PaletteItem> {
  readonly value: string;
  readonly items: readonly I[];
}

export interface PaletteProps<I extends PaletteItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What the query leaves, best first. */
  readonly groups: readonly PaletteGroup<I>[];
  /** Said where nothing is left. */
  readonly nothing: string;
  readonly onChoose: (item: I) => void;
  readonly onClose: () => void;
}

/** A field over a list: typing narrows it, arrows move, Enter chooses, Esc closes. What is off stays and says why. */
export function Palette<I extends PaletteItem>(props: PaletteProps<I>) {
  const { title, placeholder, query, groups, nothing } = props;
  const field = useRef<HTMLInputElement>(null);
  return (
    <Base.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className={dialog['backdrop']} />
        <Base.Popup
          className={styles['popup']}
          aria-label={title}
          initialFocus={field}
          finalFocus={() => false}
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            value={query}
            onValueChange={(value, { reason }) => {
              // A chosen item would put its words into the field.
              if (reason === 'input-change' || reason === 'input-clear') props.onQuery(value);
            }}
            itemToStringValue={({ label }: I) => label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              ref={field}
              className={styles['field']}
              aria-label={title}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
            />
            <Autocomplete.Empty className={styles['nothing']}>{nothing}</Autocomplete.Empty>
            <Autocomplete.List className={styles['list']} aria-label={title}>
              {(group: PaletteGroup<I>) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className={styles['group']}>{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: I) => <Option key={item.id} item={item} onChoose={props.onChoose} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <FocusAtOnce first={field} last={focusHome} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Option<I extends PaletteItem>({
  item,
  onChoose,
}: {
  readonly item: I;
  readonly onChoose: (item: I) => void;
}) {
  const id = useId();
  const { label, detail, keys, off } = item;
  return (
    <Autocomplete.Item
      value={item}
      className={styles['item']}
      aria-disabled={off !== undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-more`}
      onClick={() => {
        if (off === undefined) onChoose(item);
      }}
    >
      <span id={`${id}-label`} className={styles['label']}>
        {label}
      </span>
      <span id={`${id}-more`} className={styles['more']}>
        {off ?? detail ?? ''}{' '}
        {keys !== undefined && keys !== '' && <kbd className={styles['keys']}>{keys}</kbd>}
      </span>
    </Autocomplete.Item>
  );
}
