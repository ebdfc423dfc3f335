/** A sound card that plays nothing and notes what it was asked to play; jsdom has none. */
export class FakeAudio {
  /** How often a sound was begun. */
  played = 0;
  /** Length of the last sound, seconds. */
  lastsSeconds = 0;

  readonly context = this.#makeContext();

  #makeContext(): new () => object {
    const began = (): void => {
      this.played += 1;
      this.lastsSeconds = 0;
    };
    const stopsAt = (seconds: number): void => {
      this.lastsSeconds = Math.max(this.lastsSeconds, seconds);
    };
    const node = { connect: (to: unknown) => to };
    const level = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
    return class {
      readonly currentTime = 0;
      readonly destination = node;
      constructor() {
        began();
      }
      createOscillator() {
        return { ...node, frequency: { value: 0 }, start: () => undefined, stop: stopsAt };
      }
      createGain() {
        return { ...node, gain: level };
      }
      close(): Promise<void> {
        return Promise.resolve();
      }
    };
  }
}
