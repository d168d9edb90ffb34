// Where the mouse, a finger or the arrow keys are on a chart, it is said what its table says of that week. The table needs no script.
interface Read { at: number; text: string }

export function charts(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) {
    const drawing = figure.querySelector<HTMLElement>('[role="img"]'), reads = readsOf(figure);
    if (drawing && reads.length > 0) listen(drawing, reads);
  }
}

/** "Week of 3 November. You: 4. Sessions: 2", and where that is, from 0 to 100. */
function readsOf(figure: HTMLElement): Read[] {
  const heads = [...figure.querySelectorAll('thead th')].map(head => head.textContent?.trim() ?? '');
  return [...figure.querySelectorAll<HTMLElement>('tr[data-at]')].map(row => ({
    at: Number(row.dataset['at']),
    text: [...row.children].map((cell, i) => `${heads[i] ?? ''}${i === 0 ? '' : ':'} ${cell.textContent?.replace(/\s+/g, ' ').trim() ?? ''}`).join('. '),
  }));
}

function listen(drawing: HTMLElement, reads: readonly Read[]): void {
  const box = document.createElement('div'), says = document.createElement('p'), line = document.createElementNS('http://www.w3.org/2000/svg', 'line'), svg = drawing.querySelector('svg')!;
  let at = -1;
  box.className = 'chart-box';
  says.className = 'reads';
  says.setAttribute('aria-live', 'polite');
  for (const [name, value] of Object.entries({ class: 'reading', y1: '0', y2: '100%' })) line.setAttribute(name, value);
  drawing.replaceWith(box);
  box.append(drawing, says);
  drawing.tabIndex = 0;
  const show = (next: number): void => {
    const read = reads[next];
    if (next === at) return;
    at = next;
    says.textContent = read?.text ?? '';
    if (!read) return line.remove();
    for (const x of ['x1', 'x2']) line.setAttribute(x, `${read.at}%`);
    box.classList.toggle('late', read.at > 50);
    svg.append(line);
  };
  drawing.addEventListener('pointermove', event => {
    const { left, width } = svg.getBoundingClientRect();
    show(nearest(reads.map(read => read.at), (event.clientX - left) / width * 100));
  });
  drawing.addEventListener('pointerleave', () => show(-1));
  drawing.addEventListener('focus', () => { if (at < 0 && drawing.matches(':focus-visible')) show(reads.length - 1); });
  drawing.addEventListener('blur', () => show(-1));
  drawing.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -reads.length, End: reads.length }[event.key];
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    show(step === undefined ? -1 : Math.min(reads.length - 1, Math.max(0, (at < 0 ? reads.length : at) + step)));
  });
}

/** The place of the value that is nearest; the first of two as near. */
export const nearest = (values: readonly number[], to: number): number => values.reduce((best, value, i) => Math.abs(value - to) < Math.abs(values[best]! - to) ? i : best, 0);
