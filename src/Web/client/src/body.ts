// The body page answers each change of its form at once. Without this script the form is sent by its button.
const soon = 120;

export function body(): void {
  const page = document.querySelector<HTMLElement>('[data-body]'), form = page?.querySelector<HTMLFormElement>('#body-form');
  if (page && form) new Desk(page, form).begin();
}

class Desk {
  private waiting = 0;
  private asking: AbortController | null = null;
  private working: AbortController | null = null;
  private kg: string;
  private firstSeen = false;

  constructor(private readonly page: HTMLElement, private readonly form: HTMLFormElement) {
    this.kg = this.chosen?.dataset['kg'] ?? '0';
  }

  begin(): void {
    const { form, page } = this, submit = page.querySelector<HTMLElement>('[data-show]');
    if (submit) submit.hidden = true;
    // Where the choices are one long row, the chosen one is in sight.
    const chip = this.chosen?.closest<HTMLElement>('.chip'), row = chip?.parentElement;
    if (chip && row) row.scrollLeft += chip.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - chip.clientWidth) / 2;
    for (const range of page.querySelectorAll<HTMLInputElement>('input[type=range][data-of]')) this.pair(range, page.querySelector<HTMLInputElement>(`[id="${range.dataset['of']}"]`)!);
    form.addEventListener('change', event => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') this.take(event.target);
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.ask();
    });
    const seen = new IntersectionObserver(entries => {
      if (!entries.at(-1)!.isIntersecting) return;
      seen.disconnect();
      this.firstSeen = true;
      this.workOut();
    });
    const first = this.part('first');
    if (first) seen.observe(first);
  }

  private get chosen(): HTMLInputElement | null { return this.form.querySelector<HTMLInputElement>('input[type=radio]:checked'); }

  private part(name: string, of: ParentNode = this.page): HTMLElement | null { return of.querySelector<HTMLElement>(`[data-live="${name}"]`); }

  /** Slider and number say the same. */
  private pair(range: HTMLInputElement, number: HTMLInputElement): void {
    range.hidden = false;
    range.value = number.value;
    range.addEventListener('input', () => {
      number.value = range.value;
      this.later();
    });
    number.addEventListener('input', () => {
      range.value = number.value;
      this.later();
    });
  }

  /** Another posture brings its own load, unless another one was set. */
  private take(radio: HTMLInputElement): void {
    const kg = this.page.querySelector<HTMLInputElement>('#kg'), own = radio.dataset['kg'] ?? '0';
    if (kg && kg.value === this.kg) {
      kg.value = own;
      const range = this.page.querySelector<HTMLInputElement>('[data-of="kg"]');
      if (range) range.value = own;
    }
    this.kg = own;
    this.ask();
  }

  private later(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.ask(), soon);
  }

  /** The last question is answered; those before it are given up. */
  private ask(): void {
    clearTimeout(this.waiting);
    if (!this.form.checkValidity()) return void this.form.reportValidity();
    this.asking?.abort();
    const asking = this.asking = new AbortController(), query = new URLSearchParams([...new FormData(this.form)].map(([name, value]) => [name, String(value)] as [string, string]));
    this.page.setAttribute('aria-busy', 'true');
    fetchPart(`/api/body/shown?${query.toString()}`, asking.signal).then(answer => {
      this.show(answer);
      const url = this.part('loads')?.dataset['url'];
      if (url) history.replaceState(history.state, '', url);
      if (this.firstSeen) this.workOut();
    }, (error: unknown) => {
      if (!asking.signal.aborted) this.fail(error);
    }).finally(() => {
      if (asking === this.asking) this.page.removeAttribute('aria-busy');
    });
  }

  private show(answer: Document): void {
    for (const fresh of answer.querySelectorAll<HTMLElement>('[data-live]')) {
      const name = fresh.dataset['live']!, here = this.part(name);
      if (!here) continue;
      if (name === 'figure') this.turn(here, fresh);
      else {
        const opened = [...here.querySelectorAll('details')].map(one => one.open);
        here.replaceWith(fresh);
        fresh.querySelectorAll('details').forEach((one, i) => { one.open = opened[i] ?? false; });
      }
    }
    const said = this.page.querySelector('[data-said]'), says = this.page.querySelector('[data-says]')?.textContent;
    if (said && says) said.textContent = says;
  }

  /** The figure stays and takes over what it is told: so the eye stays where it is. */
  private turn(here: HTMLElement, fresh: HTMLElement): void {
    const figure = here.querySelector('mainstay-figure'), next = fresh.querySelector('mainstay-figure');
    if (!figure || !next) return;
    for (const name of ['motion', 'poses', 'props', 'tension', 'discs', 'course', 'start', 'view', 'data-label']) {
      const value = next.getAttribute(name);
      if (value === null) figure.removeAttribute(name);
      else if (value !== figure.getAttribute(name)) figure.setAttribute(name, value);
    }
    const drawing = figure.querySelector('.figure-stage > svg'), other = next.querySelector('.figure-stage > svg');
    if (drawing && other) drawing.replaceWith(other);
    const [words, otherWords] = [here.querySelector('figcaption'), fresh.querySelector('figcaption')];
    if (words && otherWords) words.replaceWith(otherWords);
  }

  /** Which rope first: it takes longer, so it comes by itself. */
  private workOut(): void {
    const first = this.part('first'), url = first?.dataset['later'];
    this.working?.abort();
    if (!first || !url) return;
    const working = this.working = new AbortController();
    const waiting = first.querySelector<HTMLElement>('[data-waiting]');
    if (waiting) waiting.hidden = false;
    fetchPart(url, working.signal).then(answer => {
      const fresh = this.part('first', answer);
      if (fresh) this.part('first')?.replaceWith(fresh);
    }, () => {
      if (waiting) waiting.hidden = true;
    });
  }

  private fail(error: unknown): void {
    console.warn(`The body page could not be answered: ${String(error)}`);
    const submit = this.page.querySelector<HTMLElement>('[data-show]');
    if (submit) submit.hidden = false;
    // An answer of the server says what is wrong; without one the page stays as it is, and the button tries again.
    if (!(error instanceof TypeError)) HTMLFormElement.prototype.submit.call(this.form);
  }
}

async function fetchPart(url: string, signal: AbortSignal): Promise<Document> {
  const answer = await fetch(url, { signal, headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
