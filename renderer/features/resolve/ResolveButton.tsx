import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';

export function ResolveButton({ console }: { readonly console: Console }) {
  const isResolved = useStore(console.session.store, (state) => state.incident.isResolved);
  return isResolved ? (
    <Button onClick={() => console.view.openDialog({ name: 'reopen' })}>Reopen</Button>
  ) : (
    <Button onClick={() => console.view.openDialog({ name: 'resolve' })}>Resolve</Button>
  );
}
