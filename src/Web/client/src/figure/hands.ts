// Fingers, mouse and keys on a figure.
export interface Handled {
  /** Degrees. */
  orbit(yaw: number, pitch: number): void;
  toggle(): void;
}

const step = 10;

/** Drag turns it; on touch only sideways, so that the page still scrolls. Arrow keys turn it too, and space starts and stops it. */
export function handle(canvas: HTMLCanvasElement, figure: Handled): void {
  let held: { x: number; y: number } | null = null;
  canvas.addEventListener('pointerdown', event => {
    held = { x: event.clientX, y: event.clientY };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', event => {
    if (!held) return;
    figure.orbit((held.x - event.clientX) * 0.4, event.pointerType === 'touch' ? 0 : (event.clientY - held.y) * 0.3);
    held = { x: event.clientX, y: event.clientY };
  });
  for (const name of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(name, () => { held = null; });
  canvas.addEventListener('keydown', event => {
    const turn = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
    if (turn) figure.orbit(turn[0]!, turn[1]!);
    else if (event.key === ' ') figure.toggle();
    else return;
    event.preventDefault();
  });
}
