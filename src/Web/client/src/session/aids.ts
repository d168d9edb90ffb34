// Sounds, voice, vibration, and a screen that stays on. Each is there where the browser has it and the person wants it.

export interface Wishes { sound: boolean; voice: boolean; vibrate: boolean; free: boolean; keys: boolean }

const kept = 'mainstay-session-wishes';

export function readWishes(): Wishes {
  const usual: Wishes = { sound: true, voice: false, vibrate: true, free: false, keys: true };
  try {
    const read = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Record<keyof Wishes, unknown>>;
    for (const name of Object.keys(usual) as (keyof Wishes)[]) if (typeof read[name] === 'boolean') usual[name] = read[name];
  } catch {
    // Nothing was kept, or nothing can be.
  }
  return usual;
}

export function keepWishes(wishes: Wishes): void {
  try {
    localStorage.setItem(kept, JSON.stringify(wishes));
  } catch {
    // It holds for this page.
  }
}

export type Tone = 'tick' | 'turn' | 'end';
const notes: Record<Tone, [number, number][]> = { tick: [[660, 0.09]], turn: [[880, 0.16]], end: [[660, 0.16], [880, 0.16], [1320, 0.3]] };

/** Sounds are put on the audio clock ahead of time, so that they come when they should even where the page's own timers are held back. */
export class Sounds {
  private context: AudioContext | null = null;
  private ahead: OscillatorNode[] = [];

  /** From a tap or a key, as browsers ask. */
  wake(): void {
    if (typeof AudioContext === 'undefined') return;
    this.context ??= new AudioContext();
    if (this.context.state === 'suspended') void this.context.resume();
  }

  /** While the device slept its clock of sounds stood still, and it may stand yet: what is planned comes too late, or never.
   * @param plan Puts the sounds where they belong, at once and when that clock goes again. */
  again(plan: () => void): void {
    const { context } = this;
    if (!context) return;
    plan();
    if (context.state !== 'running') void context.resume().then(plan, () => undefined);
  }

  /** @param tones Seconds from now. Those of before are taken back. */
  plan(tones: readonly { in: number; tone: Tone }[]): void {
    this.clear();
    const { context } = this;
    if (!context) return;
    for (const { in: wait, tone } of tones) {
      let at = context.currentTime + wait;
      for (const [pitch, length] of notes[tone]) {
        const source = new OscillatorNode(context, { frequency: pitch, type: 'sine' }), volume = new GainNode(context, { gain: 0 });
        volume.gain.setValueAtTime(0, at);
        volume.gain.linearRampToValueAtTime(0.22, at + 0.015);
        volume.gain.setValueAtTime(0.22, at + length - 0.05);
        volume.gain.linearRampToValueAtTime(0, at + length);
        source.connect(volume).connect(context.destination);
        source.start(at);
        source.stop(at + length + 0.01);
        this.ahead.push(source);
        at += length;
      }
    }
  }

  clear(): void {
    for (const source of this.ahead.splice(0)) {
      try {
        source.stop();
      } catch {
        // It has ended.
      }
      source.disconnect();
    }
  }

  close(): void {
    this.clear();
    void this.context?.close();
    this.context = null;
  }
}

export function speak(text: string, language: string): void {
  if (!('speechSynthesis' in window) || text === '') return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = language;
  speechSynthesis.speak(words);
}

export function hush(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

export function vibrate(pattern: number[]): void {
  if ('vibrate' in navigator) navigator.vibrate(pattern);
}

/** Keeps the screen on while it is wanted; a browser lets go of it when the page is hidden. */
export class Awake {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  async want(on: boolean): Promise<void> {
    this.wanted = on;
    if (!('wakeLock' in navigator)) return;
    try {
      if (!on) {
        await this.lock?.release();
        this.lock = null;
      } else if ((!this.lock || this.lock.released) && !document.hidden) {
        const lock = await navigator.wakeLock.request('screen');
        this.lock = lock;
        if (!this.wanted) await lock.release();
      }
    } catch {
      // Refused, such as on a low battery: the session goes by the clock all the same.
    }
  }

  again(): void {
    if (this.wanted) void this.want(true);
  }
}
