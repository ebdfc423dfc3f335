import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * Moves the focus in the same turn as the dialog comes and goes. Base UI waits for the next frame:
 * a letter typed meanwhile went into the pad behind, or into nothing. Stands after the fields, since React
 * attaches refs in document order.
 */
export function FocusAtOnce({
  first,
  last,
}: {
  readonly first: RefObject<HTMLElement | null> | undefined;
  readonly last: () => HTMLElement | null;
}) {
  // As they were when it came: a callback made anew while it is open must not move the focus.
  const [ends] = useState({ first, last });
  useLayoutEffect(() => {
    focusAtEnd(ends.first?.current);
    return () => ends.last()?.focus();
  }, [ends]);
  return null;
}

/** A text that was kept is written on with, not before. */
function focusAtEnd(field: HTMLElement | null | undefined): void {
  field?.focus();
  const takesText =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
  if (takesText) field.setSelectionRange(field.value.length, field.value.length);
}
