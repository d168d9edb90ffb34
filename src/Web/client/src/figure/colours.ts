// The page's tokens as numbers, so that a dark page has a dark figure.
export type Rgb = readonly [number, number, number];

const names = ['skin', 'top', 'shorts', 'socks', 'hair', 'ink', 'shade', 'shadow', 'ghost', 'ghost-line', 'target', 'target-edge', 'fibre', 'bone', 'disc', 'disc-loaded', 'edge',
  'mat', 'wood', 'wall', 'ball', 'soft', 'strap', 'screen', 'weight'] as const;
export type Colour = (typeof names)[number];
export type Colours = Record<Colour, Rgb>;

/** Reads --figure-skin and the like as they are at an element. */
export function readColours(at: HTMLElement): Colours {
  const probe = document.createElement('i');
  probe.hidden = true;
  at.append(probe);
  const read = (name: Colour): Rgb => {
    probe.style.color = `var(--figure-${name})`;
    const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [r / 255, g / 255, b / 255];
  };
  const colours = Object.fromEntries(names.map(name => [name, read(name)])) as Colours;
  probe.remove();
  return colours;
}

/** Calls when the page turns dark or light. */
export function onTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)'), chosen = new MutationObserver(changed);
  dark.addEventListener('change', changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', changed);
    chosen.disconnect();
  };
}
