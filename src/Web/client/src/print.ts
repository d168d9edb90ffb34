// A button that opens the browser's own print dialogue. It is hidden without this script, where it could do nothing.
export function print(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
