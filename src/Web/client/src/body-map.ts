// Names the chosen places below the map while they are being chosen, and counts them on the button.
export function bodyMap(): void {
  const map = document.querySelector<HTMLElement>('.bodymap[data-live]');
  const picked = map?.querySelector<HTMLElement>('.picked');
  if (!map || !picked) return;
  const boxes = [...map.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const show = (): void => {
    picked.replaceChildren(...boxes.filter(box => box.checked).map(box => {
      const chip = document.createElement('li');
      chip.className = 'chip on';
      chip.textContent = box.getAttribute('aria-label');
      return chip;
    }));
  };
  map.addEventListener('change', show);
  show();
}
