// Where in its motion a figure is, and how time passes there.
const slowly = 0.5;
/** After a pause of the page time goes on, it does not leap: seconds. */
const longest = 0.1;

export interface Span { seconds: number; loop: readonly [number, number] }

export class Clock {
  /** From the start of the motion. */
  seconds = 0;
  running = false;
  private pace = 1;
  private last = 0;

  /** Of the speed as written. */
  get rate(): number { return this.pace; }
  set rate(rate: number) { this.pace = Math.min(4, Math.max(0.1, rate)); }

  get slow(): boolean { return this.pace < 1; }

  slower(): void {
    this.rate = this.slow ? 1 : slowly;
  }

  set(seconds: number, most: number): void {
    this.seconds = Math.min(most, Math.max(0, seconds));
  }

  /** From where it stands; from the start when it is at the end. */
  start(span: Span): void {
    if (this.seconds >= span.seconds - 1e-3) this.seconds = 0;
    this.running = true;
    this.last = 0;
  }

  /** Time out of sight does not count. */
  rest(): void {
    this.last = 0;
  }

  /** To where it is now; true at the end.
   *  @param again What is repeated is done over and over. */
  forward(now: number, span: Span, again: boolean): boolean {
    const passed = this.last ? Math.min(longest, (now - this.last) / 1000) : 0, [from, to] = span.loop;
    this.last = now;
    let next = this.seconds + passed * this.rate;
    if (again && to > from && next >= to) next = from + (next - to) % (to - from);
    this.seconds = Math.min(next, span.seconds);
    return next >= span.seconds;
  }
}
