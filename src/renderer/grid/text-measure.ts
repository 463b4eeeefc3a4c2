/** Width of a text in px as cells draw it; 0 where nothing is laid out. */
export type Measure = (text: string, strong: boolean) => number;

/** Widths of single characters are kept: tabular figures neither kern nor join. */
export function createMeasure(host: () => HTMLElement): Measure {
  const known = new Map<string, number>();
  const probe = document.createElement('span');
  probe.className = 'grid-probe';
  probe.setAttribute('aria-hidden', 'true');
  const widthOf = (character: string, strong: boolean) => {
    const name = `${strong ? 'b' : 'r'}${character}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    probe.style.fontWeight = strong ? '600' : '400';
    // Twenty of them, so that fractions of a pixel count.
    probe.textContent = character.repeat(20);
    host().append(probe);
    const width = probe.getBoundingClientRect().width / 20;
    probe.remove();
    if (width > 0) known.set(name, width);
    return width;
  };
  return (text, strong) => [...text].reduce((sum, character) => sum + widthOf(character, strong), 0);
}
