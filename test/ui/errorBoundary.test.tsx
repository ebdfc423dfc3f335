import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../renderer/ui/ErrorBoundary';

function Broken(): never {
  throw new Error('cannot draw this');
}

describe('a bug in drawing', () => {
  it('[FAI2] ends in a sentence that says what is safe, and is reported with its place', () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reported = vi.fn<(message: string, stack: string) => void>();
    render(
      <ErrorBoundary
        safe="Everything that said “Saved” is safe."
        onError={reported}
        onRestart={() => undefined}
        onShowReport={() => undefined}
      >
        <Broken />
      </ErrorBoundary>,
    );
    silenced.mockRestore();
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Everything that said “Saved” is safe.');
    expect(alert.textContent).toContain('cannot draw this');
    for (const name of ['Draw the window anew', 'Restart console', 'Show report']) {
      expect(screen.getByRole('button', { name })).toBeDefined();
    }
    const [[message, stack] = []] = reported.mock.calls;
    expect(message).toBe('cannot draw this');
    expect(stack).toContain('Broken');
  });

  it('is not met where nothing is broken', () => {
    render(
      <ErrorBoundary
        safe="safe"
        onError={() => undefined}
        onRestart={() => undefined}
        onShowReport={() => undefined}
      >
        all well
      </ErrorBoundary>,
    );
    expect(screen.getByText('all well')).toBeDefined();
  });
});
