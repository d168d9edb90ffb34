// The player's part of the page. The server wrote it, with all its words; here each piece is found by what it is for.
import type { MainstayFigure } from '../figure/element';
import type { Move } from './timeline';

export class View {
  readonly words: Record<string, string>;

  constructor(private readonly host: HTMLElement) {
    this.words = JSON.parse(host.dataset['words'] ?? '{}') as Record<string, string>;
  }

  word(name: string, holes: Record<string, string | number> = {}): string {
    return Object.entries(holes).reduce((text, [hole, fill]) => text.replace(`{${hole}}`, String(fill)), this.words[name] ?? '');
  }

  find<T extends HTMLElement = HTMLElement>(selector: string): T | null { return this.host.querySelector<T>(`[data-player] ${selector}`); }
  all<T extends HTMLElement = HTMLElement>(selector: string): T[] { return [...this.host.querySelectorAll<T>(`[data-player] ${selector}`)]; }

  text(selector: string, text: string): void {
    const found = this.find(selector);
    if (found && found.textContent !== text) found.textContent = text;
  }

  show(selector: string, on: boolean): void {
    for (const found of this.all(selector)) if (found.hidden === on) found.hidden = !on;
  }

  /** The player in place of the page without it. */
  open(): void {
    this.host.querySelector<HTMLElement>('[data-still]')!.hidden = true;
    this.host.querySelector<HTMLElement>('[data-player]')!.hidden = false;
  }

  get isOpen(): boolean { return !this.host.querySelector<HTMLElement>('[data-player]')!.hidden; }

  get figure(): MainstayFigure | null { return this.find('mainstay-figure') as MainstayFigure | null; }

  /** Which of the whole-page parts is shown: the player itself, or what comes in its place. */
  part(name: 'player' | 'end' | 'stop' | 'sent'): void {
    this.show('> .player', name === 'player');
    for (const other of ['end', 'stop', 'sent']) this.show(`[data-panel="${other}"]`, other === name);
  }

  move(move: Move): void {
    this.text('[data-name]', move.name);
    for (const name of ['picture', 'targets', 'how']) for (const one of this.all(`[data-${name}]`)) one.hidden = one.dataset[name] !== move.id;
    this.show('[data-do="easier"]', move.easier !== undefined);
    const { figure } = this;
    if (!figure) return;
    figure.toggleAttribute('data-plain', move.motion === undefined);
    if (move.motion !== undefined && figure.getAttribute('motion') !== move.motion) figure.setAttribute('motion', move.motion);
  }

  side(move: Move, side: 0 | 1 | 2): void {
    const { figure } = this, other = side === 2;
    this.text('[data-side]', side === 0 ? '' : move.side === undefined ? this.word(other ? 'other' : 'one') : this.word(move.side === 'right' !== other ? 'right' : 'left'));
    if (!figure || move.side === undefined) return;
    // A motion that shows the right is turned round for the left.
    if (other) figure.setAttribute('side', 'left');
    else figure.removeAttribute('side');
  }

  beads(at: number, moves: readonly Move[], said: Readonly<Record<string, unknown>>): void {
    const list = document.querySelector<HTMLElement>('[data-beads]') ?? this.makeBeads();
    list.setAttribute('aria-label', this.word('bead', { move: at + 1, moves: moves.length }));
    list.replaceChildren(...moves.map((move, i) => {
      const bead = document.createElement('li');
      if (i === at) bead.setAttribute('aria-current', 'step');
      if (said[move.id] !== undefined) bead.className = 'done';
      return bead;
    }));
  }

  /** In the bar of a page that had none yet. */
  private makeBeads(): HTMLElement {
    const list = document.createElement('ol'), title = document.querySelector('.bar > .serif');
    list.className = 'beads';
    list.dataset['beads'] = '';
    title?.replaceWith(list);
    return list;
  }

  /** One button pauses, goes on, or moves to the next. */
  button(state: 'playing' | 'paused' | 'asking'): void {
    for (const one of this.all('[data-do="play"] [data-when]')) one.hidden = one.dataset['when'] !== state;
  }

  scale(name: string): number | null {
    const chosen = this.find<HTMLInputElement>(`input[name="${name}"]:checked`);
    return chosen ? Number(chosen.value) : null;
  }

  ticked(name: string): boolean { return this.find<HTMLInputElement>(`[data-panel="more"] input[name="${name}"]`)?.checked ?? false; }

  /** Nothing is chosen any more. */
  blank(selector: string): void {
    for (const input of this.all<HTMLInputElement>(`${selector} input`)) input.checked = false;
  }

  /** What stands in sight at the edge of the window is focused where it is: a browser would scroll to its place in the page, and the figure out of sight. */
  focus(selector: string): void {
    const one = this.find(selector);
    one?.focus({ preventScroll: true });
    const box = one?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight)) one?.scrollIntoView({ block: 'nearest' });
  }
}
