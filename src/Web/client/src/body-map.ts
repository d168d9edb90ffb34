// Names the chosen places below the map while they are being chosen, and counts them on the button.
export function bodyMap(): void {
  const map = document.querySelector<HTMLElement>('.bodymap[data-live]');
  const picked = map?.querySelector<HTMLElement>('.picked');
  if (!map || !picked) return;
  const boxes = [...map.querySelectorAll<HTMLInputElement>('li input')];
  const show = (): void => {
    picked.replaceChildren(...boxes.filter(box => box.checked).map(box => {
      const chip = document.createElement('li');
      chip.className = 'chip on';
      chip.textContent = box.getAttribute('aria-label');
      return chip;
    }));
  };
  map.addEventListener('change', show);
  if (map.hasAttribute('data-pointed')) pointed(map);
  show();
}

/** Where in a place it was tapped goes along, in thousandths of the drawing; a place that is chosen in another way has no such point. */
function pointed(map: HTMLElement): void {
  const [x, y] = ['x', 'y'].map(name => map.querySelector<HTMLInputElement>(`input[name="${name}"]`)!) as [HTMLInputElement, HTMLInputElement];
  let of = '';
  const mark = (): void => {
    map.querySelector('.point')?.remove();
    const drawing = map.querySelector<HTMLInputElement>('li input:checked')?.labels?.[0]?.querySelector('svg');
    if (!drawing || x.value === '') return;
    const point = document.createElementNS('http://www.w3.org/2000/svg', 'circle'), { width, height } = drawing.viewBox.baseVal;
    for (const [name, value] of Object.entries({ class: 'point', cx: Number(x.value) / 1000 * width, cy: Number(y.value) / 1000 * height, r: 6 })) point.setAttribute(name, String(value));
    drawing.append(point);
  };
  const put = (values: [string, string]): void => {
    [x.value, y.value] = values;
    of = '';
    mark();
  };
  map.addEventListener('click', event => {
    const label = (event.target as Element).closest<HTMLLabelElement>('label.shape'), drawing = label?.querySelector('svg'), matrix = drawing?.getScreenCTM();
    if (!label || !drawing || !matrix) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()), { width, height } = drawing.viewBox.baseVal;
    of = label.htmlFor;
    const share = (part: number, whole: number): string => String(Math.round(Math.min(1, Math.max(0, part / whole)) * 1000));
    // The place is chosen after the tap.
    setTimeout(() => put([share(at.x, width), share(at.y, height)]));
  });
  map.addEventListener('change', event => {
    if ((event.target as HTMLElement).id !== of) put(['', '']);
    of = '';
  });
  mark();
}
