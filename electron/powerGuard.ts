import { powerSaveBlocker } from 'electron';

/**
 * Keeps the system from suspending the program while an update is promised. Closing the lid still
 * does; the alarm then rings on waking.
 */
export class PowerGuard {
  private blocker: number | null = null;

  keepAwake(needed: boolean): void {
    if (needed && this.blocker === null) {
      this.blocker = powerSaveBlocker.start('prevent-app-suspension');
    } else if (!needed && this.blocker !== null) {
      powerSaveBlocker.stop(this.blocker);
      this.blocker = null;
    }
  }
}
