// What is said and felt of a move while it runs: in words for a screen reader and for the browser's voice, and for the hand.
import { speak, vibrate, type Wishes } from './aids';
import { cueAt, type Move, type Where } from './timeline';
import type { View } from './view';

export class Voice {
  private heard = -1;
  private cue = '';

  constructor(private readonly view: View, private readonly wishes: Wishes) {}

  /** Another move: its first words are new again. */
  anew(): void { this.cue = ''; }

  /** What is on was told before; -1: nothing was. */
  from(index: number): void { this.heard = index; }

  /** Tells a phase when it begins, and a cue when it changes. */
  at(place: Where, move: Move): void {
    if (place.index !== this.heard) {
      this.heard = place.index;
      this.tell(place, move);
    }
    const { say } = cueAt(place);
    if (say === undefined || say === this.cue) return;
    this.cue = say;
    if (place.into > 0.5) this.aloud(say);
  }

  private tell({ phase }: Where, move: Move): void {
    const kind = this.view.word(phase.kind), first = phase.kind === 'ready' ? move.name : '';
    if (phase.kind === 'move' && phase.rep > 1) return this.aloud(String(phase.rep));
    this.view.side(move, phase.side);
    const side = phase.side === 0 || !['ready', 'change'].includes(phase.kind) ? '' : this.view.find('[data-side]')?.textContent ?? '';
    const words = phase.kind === 'hold' && phase.seconds >= 4 ? `${kind}, ${this.view.word('seconds', { seconds: Math.round(phase.seconds) })}` : kind;
    this.view.text('[data-say]', sentence(first, words, side));
    this.aloud(sentence(first, words, side, cueAt({ phase, into: 0, index: 0, left: 0 }).say ?? ''));
    if (this.wishes.vibrate && phase.kind !== 'return') vibrate(phase.kind === 'change' ? [120, 80, 120] : [120]);
  }

  private aloud(text: string): void {
    if (this.wishes.voice) speak(text, document.documentElement.lang);
  }
}

const sentence = (...parts: string[]): string => parts.filter(text => text).join('. ');
