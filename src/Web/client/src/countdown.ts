// The clock beside a form. It goes by the clock and not by its ticks, so that a page in the background is right when it comes back.
export function countdown(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-countdown]')) wire(box);
}

function wire(box: HTMLElement): void {
  const form = box.closest('form');
  const field = box.dataset.countdown;
  const [start, stop] = ['start', 'stop'].map(name => box.querySelector<HTMLButtonElement>(`[data-do="${name}"]`));
  const shown = box.querySelector<HTMLElement>('[role="timer"]');
  const status = box.querySelector<HTMLElement>('[role="status"]');
  if (!form || !field || !start || !stop || !shown || !status) return;
  const up = 'up' in box.dataset;
  let timer = 0, began = 0, audio: AudioContext | undefined;

  const length = (): number => up ? Number(box.dataset.most ?? 3600) : Number(new FormData(form).get(field) ?? 0);
  const gone = (): number => (Date.now() - began) / 1000;

  const finish = (over: boolean): void => {
    window.clearInterval(timer);
    start.hidden = false;
    stop.hidden = true;
    if (!over) void audio?.close();
    status.textContent = over ? box.dataset.end ?? '' : '';
    if (!up) return;
    const input = form.querySelector<HTMLInputElement>(`[name="${field}"]`);
    if (input) input.value = String(Math.min(length(), Math.round(gone())));
  };

  const show = (): void => {
    const left = length() - gone();
    shown.textContent = String(Math.max(0, up ? Math.floor(gone()) : Math.ceil(left)));
    if (left <= 0) finish(true);
  };

  start.addEventListener('click', () => {
    if (length() <= 0) return;
    began = Date.now();
    status.textContent = '';
    start.hidden = true;
    stop.hidden = false;
    // The end is heard even where the page sleeps: the sound is asked for now.
    audio = new AudioContext();
    const [tone, loud] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = 660;
    loud.gain.value = 0.12;
    tone.connect(loud).connect(audio.destination);
    tone.start(audio.currentTime + length());
    tone.stop(audio.currentTime + length() + 0.5);
    timer = window.setInterval(show, 200);
    show();
    stop.focus();
  });
  stop.addEventListener('click', () => { finish(false); start.focus(); });
  box.hidden = false;
}
