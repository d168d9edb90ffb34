// The buttons beside a figure. The server writes them, with their words; each is found by what it does and may be missing.
export interface Driven {
  toggle(): void;
  slower(): void;
  look(view: string): void;
  ghost(): void;
  key(by: -1 | 1): void;
  scrub(share: number): void;
}

export class Controls {
  private readonly root: HTMLElement | null;

  constructor(host: HTMLElement) {
    this.root = host.querySelector<HTMLElement>('.figure-tools');
  }

  /** Those for something that moves, that goes from one key position to the next, or that stays. */
  show(what: 'moving' | 'keys' | 'still'): void {
    if (!this.root) return;
    this.root.hidden = false;
    for (const part of this.root.querySelectorAll<HTMLElement>('[data-moving]')) part.hidden = what !== 'moving';
    for (const part of this.root.querySelectorAll<HTMLElement>('[data-keys]')) part.hidden = what !== 'keys';
    const line = this.root.querySelector<HTMLElement>('.figure-says');
    if (line) line.hidden = what === 'still';
  }

  hide(): void {
    if (this.root) this.root.hidden = true;
  }

  /** Each button does what it says. */
  drive(figure: Driven): void {
    const acts = {
      play: () => figure.toggle(), slow: () => figure.slower(), front: () => figure.look('front'), side: () => figure.look('side'), back: () => figure.look('back'),
      ghost: () => figure.ghost(), previous: () => figure.key(-1), next: () => figure.key(1),
    };
    for (const [what, act] of Object.entries(acts)) this.button(what)?.addEventListener('click', act);
    const range = this.range;
    range?.addEventListener('input', () => figure.scrub(Number(range.value) / Number(range.max)));
  }

  press(what: string, pressed: boolean): void {
    this.button(what)?.setAttribute('aria-pressed', String(pressed));
  }

  /** One button says Play or Pause. */
  playing(on: boolean): void {
    this.button('play')?.querySelectorAll<HTMLElement>('[data-when]').forEach(word => { word.hidden = (word.dataset['when'] === 'playing') !== on; });
  }

  scrub(share: number, text: string): void {
    const range = this.range;
    if (!range) return;
    range.value = String(Math.round(share * Number(range.max)));
    range.setAttribute('aria-valuetext', text);
  }

  says(text: string): void {
    const line = this.root?.querySelector('.figure-says');
    if (line && line.textContent !== text) line.textContent = text;
  }

  private get range(): HTMLInputElement | null {
    return this.root?.querySelector<HTMLInputElement>('input[type=range]') ?? null;
  }

  private button(what: string): HTMLButtonElement | null {
    return this.root?.querySelector<HTMLButtonElement>(`[data-do="${what}"]`) ?? null;
  }
}
