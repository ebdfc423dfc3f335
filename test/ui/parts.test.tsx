import '../support/pageLayout';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from '../../renderer/ui/Button';
import { Dialog } from '../../renderer/ui/Dialog';
import { TextArea, TextField } from '../../renderer/ui/Field';
import { LevelChoice } from '../../renderer/ui/LevelChoice';
import { NoticeBar } from '../../renderer/ui/NoticeBar';
import { Panel } from '../../renderer/ui/Panel';
import { SeverityMark } from '../../renderer/ui/SeverityMark';

const describedBy = (element: HTMLElement): readonly (string | undefined)[] =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

describe('a button', () => {
  it('submits a form only when it is told to', () => {
    render(
      <>
        <Button>Later</Button>
        <Button type="submit">Send</Button>
      </>,
    );
    const types = screen.getAllByRole('button').map((button) => button.getAttribute('type'));
    expect(types).toEqual(['button', 'submit']);
  });
});

describe('a field', () => {
  it('is named by its label and described by hint and problem', () => {
    render(<TextField label="Reason" hint="a few words" problem="Give a reason." />);
    const field = screen.getByRole('textbox', { name: 'Reason' });
    expect(describedBy(field)).toEqual(['a few words', 'Give a reason.']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('Give a reason.');
  });

  it('without either claims neither', () => {
    render(<TextArea label="Impact" />);
    const field = screen.getByRole('textbox', { name: 'Impact' });
    expect([field.getAttribute('aria-describedby'), field.getAttribute('aria-invalid')]).toEqual([
      null,
      null,
    ]);
  });

  it('keeps its name when the label is only read out', () => {
    render(<TextField label="New action item" labelHidden />);
    expect(screen.getByRole('textbox', { name: 'New action item' })).toBeDefined();
    expect(screen.getByText('New action item').className).toBe('visually-hidden');
  });

  it('offers what it is given, and takes anything else', async () => {
    render(<TextField label="Who" suggestions={['Ana', 'Sam']} />);
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Who' });
    expect([...(field.list?.options ?? [])].map(({ value }) => value)).toEqual(['Ana', 'Sam']);
    await userEvent.type(field, 'Priya');
    expect(field.value).toBe('Priya');
  });
});

describe('a choice of levels', () => {
  it('names, marks and explains each, and none by its colour alone', async () => {
    const chosen = vi.fn<(level: number) => void>();
    const options = [1, 2, 3, 4].map((level) => ({ level, label: `Sev ${level}`, means: `means ${level}` }));
    render(<LevelChoice legend="Severity" options={options} value={1} onChange={chosen} />);
    const group = screen.getByRole('group', { name: 'Severity' });
    const radios = within(group).getAllByRole('radio');
    expect(radios.map(describedBy)).toEqual([['means 1'], ['means 2'], ['means 3'], ['means 4']]);
    const shapes = [...group.querySelectorAll('svg path')].map((path) => path.getAttribute('d'));
    expect(new Set(shapes).size).toBe(4);
    await userEvent.click(screen.getByRole('radio', { name: 'Sev 3' }));
    expect(chosen.mock.calls).toEqual([[3]]);
  });

  it('draws a shape that says nothing twice to a screen reader', () => {
    const { container } = render(<SeverityMark level={2} />);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('notices', () => {
  it('are alerts when they matter and can be dismissed unless they stand', async () => {
    const dismissed = vi.fn<(id: string) => void>();
    const notices = [
      { id: 'a', tone: 'error', text: 'Not saved.', standing: true },
      { id: 'b', tone: 'warning', text: 'Damaged.' },
      { id: 'c', tone: 'info', text: 'Rebuilt.' },
    ] as const;
    render(<NoticeBar notices={notices} onDismiss={dismissed} />);
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual(['Not saved.', 'Damaged.']);
    expect(screen.getByRole('status').textContent).toBe('Rebuilt.');
    const [first] = screen.getAllByRole('button', { name: 'Dismiss this message' });
    if (first) await userEvent.click(first);
    expect(dismissed.mock.calls).toEqual([['b']]);
  });

  it('carry their ways on', async () => {
    const perform = vi.fn<() => void>();
    const actions = [{ label: 'Try again', perform }];
    render(
      <NoticeBar notices={[{ id: 'a', tone: 'error', text: 'x', actions }]} onDismiss={() => undefined} />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(perform).toHaveBeenCalledOnce();
  });
});

describe('a panel', () => {
  it('is a region named by its title', () => {
    render(<Panel title="Roles">Kofi</Panel>);
    expect(screen.getByRole('region', { name: 'Roles' }).textContent).toContain('Kofi');
    expect(screen.getByRole('heading', { name: 'Roles' })).toBeDefined();
  });
});

function Opened({ onSubmit, submit }: { readonly onSubmit: () => void; readonly submit?: string }) {
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const home = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <textarea aria-label="Pad" ref={home} />
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog
          title="Severity"
          {...(submit === undefined ? {} : { submit })}
          onSubmit={onSubmit}
          onClose={() => setOpen(false)}
          initialFocus={field}
          finalFocus={() => home.current}
        >
          <TextField label="Reason" ref={field} />
        </Dialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  const opened = async (submit?: string) => {
    const onSubmit = vi.fn<() => void>();
    render(<Opened onSubmit={onSubmit} {...(submit === undefined ? {} : { submit })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Reason')));
    return onSubmit;
  };

  it('is named by its title and hides what lies behind it', async () => {
    await opened('Change');
    const dialog = screen.getByRole('dialog', { name: 'Severity' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    expect(screen.queryByRole('textbox', { name: 'Pad' })).toBeNull();
  });

  it('takes letters typed in the very turn in which it opened', async () => {
    render(<Opened onSubmit={() => undefined} submit="Change" />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Reason'));
  });

  it('submits with Enter in a field, or with its button', async () => {
    const onSubmit = await opened('Change');
    await userEvent.keyboard('x{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(onSubmit).toHaveBeenCalledTimes(2);
  });

  it.each(['Escape', 'Cancel'])('closes with %s and leads back home', async (way) => {
    await opened('Change');
    if (way === 'Escape') await userEvent.keyboard('{Escape}');
    else await userEvent.click(screen.getByRole('button', { name: way }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Pad' })));
  });

  it('that is only read has a button to close it, and nothing to submit', async () => {
    await opened();
    const names = screen.getAllByRole('button').map((button) => button.textContent);
    expect(names).toEqual(['Close']);
  });

  it('keeps the focus inside', async () => {
    await opened('Change');
    const dialog = screen.getByRole('dialog');
    for (let step = 0; step < 6; step += 1) {
      await userEvent.tab();
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    }
  });
});
