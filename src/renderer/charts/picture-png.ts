import { pause } from './drawn.ts';

const SETTLE = 60;
const ALIKE = 2;
const TRIES = 30;

/** A picture as PNG, `scale` device px per px. */
export async function pngImage(svg: string, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = await settledCanvas(image, scale);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The PNG could not be made'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function pngBytes(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await pngImage(svg, scale)).arrayBuffer());
}

/** Embedded fonts arrive after the image has "loaded": drawn again until nothing changes any more. */
async function settledCanvas(image: HTMLImageElement, scale: number): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const surface = canvas.getContext('2d', { willReadFrequently: true });
  if (!surface) throw new Error('There is no surface to draw on');
  let [former, alike] = [Number.NaN, 0];
  for (let tries = 0; alike < ALIKE; tries++) {
    if (tries === TRIES) throw new Error('The PNG did not settle');
    surface.clearRect(0, 0, canvas.width, canvas.height);
    surface.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = fingerprint(surface.getImageData(0, 0, canvas.width, canvas.height).data);
    alike = now === former ? alike + 1 : 0;
    former = now;
    await pause(SETTLE);
  }
  return canvas;
}

/** FNV-1a over the pixels. */
function fingerprint(pixels: Uint8ClampedArray): number {
  const words = new Uint32Array(pixels.buffer);
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}
