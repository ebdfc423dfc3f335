/** Two short rising tones, twice: heard through a call, over within 1.4 s (WCAG 1.4.2 allows 3 s). */
const TONES = [
  { hz: 660, from: 0, for: 0.18 },
  { hz: 880, from: 0.2, for: 0.28 },
  { hz: 660, from: 0.7, for: 0.18 },
  { hz: 880, from: 0.9, for: 0.4 },
] as const;

const LOUDNESS = 0.35;
const RAMP_S = 0.015;

/** Plays the alarm; a machine without sound stays silent, the panel speaks for itself. */
export function playAlarm(): void {
  const context = audio();
  if (!context) return;
  for (const tone of TONES) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const start = context.currentTime + tone.from;
    const end = start + tone.for;
    oscillator.frequency.value = tone.hz;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP_S);
    gain.gain.setValueAtTime(LOUDNESS, end - RAMP_S);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(end);
  }
  setTimeout(() => void context.close(), 2_000);
}

/** Undefined where no sound can be made: the constructor throws when the system has none left. */
function audio(): AudioContext | undefined {
  try {
    return new AudioContext();
  } catch {
    return undefined;
  }
}
