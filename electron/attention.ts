import { app, Notification, type BrowserWindow } from 'electron';
import type { Ring } from './contract';
import { headline } from './headline';

/**
 * Everything main can do to be noticed. Each part is an extra: the alarm itself is the page's panel
 * and sound, and a system that has no notifications, badge or task bar loses nothing of that.
 */
export class Attention {
  private shown: Notification | null = null;

  constructor(
    private readonly window: () => BrowserWindow | null,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Shows a notification and asks for a look until the window has the focus. */
  ring(ring: Ring, title: string): void {
    this.attempt(() => this.notify(ring, title));
    // Who has the window before them sees the panel; a badge would stay until they look again.
    if (ring.level === 'due-soon' || this.window()?.isFocused() === true) return;
    this.attempt(() => this.surface());
    this.attempt(() => this.window()?.flashFrame(true));
    this.attempt(() => app.dock?.bounce('critical'));
    this.attempt(() => app.setBadgeCount(1));
  }

  /** Somebody is looking, or nothing is due any more. */
  settle(): void {
    this.attempt(() => this.window()?.flashFrame(false));
    this.attempt(() => app.setBadgeCount(0));
    this.attempt(() => this.shown?.close());
    this.shown = null;
  }

  /** A window that was closed into the background comes back without taking the keys from anybody. */
  private surface(): void {
    const window = this.window();
    if (!window || window.isVisible() || window.isMinimized() || window.webContents.isLoading()) return;
    window.showInactive();
  }

  private notify(ring: Ring, title: string): void {
    if (!Notification.isSupported()) return;
    this.shown?.close();
    // The sound is the page's, which knows whether it is muted.
    const text = { title: headline(ring), body: title, urgency: 'critical', silent: true } as const;
    const notification = new Notification(text);
    notification.on('click', () => this.bringForward());
    notification.on('failed', (_event, error) => this.onFailure(error));
    notification.show();
    this.shown = notification;
  }

  private bringForward(): void {
    const window = this.window();
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  }

  private attempt(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      this.onFailure(error);
    }
  }
}
