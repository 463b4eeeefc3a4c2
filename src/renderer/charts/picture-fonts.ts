import arabicRegular from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import arabicMedium from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2?url';
import arabicStrong from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import arabicBold from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-700-normal.woff2?url';
import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { forgetWidths } from './text-width.ts';

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly url: string;
  readonly letters: RegExp;
  readonly range?: string;
}

const ARABIC_LETTERS = /[\u0600-\u06ff\u0750-\u077f]/;
const ARABIC_RANGE = 'U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFF';
const EXTENDED_LETTERS = /[\u0100-\u02ba\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff]/;

const arabic = (weight: string, url: string): Face => ({
  family: 'IBM Plex Sans Arabic',
  weight,
  url,
  letters: ARABIC_LETTERS,
  range: ARABIC_RANGE,
});

const FACES: readonly Face[] = [
  { family: 'Inter Variable', weight: '100 900', url: latin, letters: /./ },
  {
    family: 'Inter Variable',
    weight: '100 900',
    url: latinExtended,
    letters: EXTENDED_LETTERS,
    range: 'U+0100-02BA, U+1E00-1EFF, U+2C60-2C7F, U+A720-A7FF',
  },
  arabic('400', arabicRegular),
  arabic('500', arabicMedium),
  arabic('600', arabicStrong),
  arabic('700', arabicBold),
];

/** `@font-face` rules with the files inside, for the letters that a text uses. */
export async function fontRules(text: string, weights: ReadonlySet<string>): Promise<string> {
  const used = FACES.filter(
    (face) => face.letters.test(text) && (face.weight.includes(' ') || weights.has(face.weight)),
  );
  return (await Promise.all(used.map(rule))).join('');
}

async function rule(face: Face): Promise<string> {
  const answer = await fetch(face.url);
  if (!answer.ok) throw new Error(`The font ${face.url} could not be read: ${answer.status}`);
  const file = base64(new Uint8Array(await answer.arrayBuffer()));
  const range = face.range ? `unicode-range:${face.range};` : '';
  return `@font-face{font-family:"${face.family}";font-weight:${face.weight};${range}src:url(data:font/woff2;base64,${file}) format("woff2")}`;
}

const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

/** Loads what pictures draw with, so that widths are measured in the right face. */
export async function loadFonts(texts: string): Promise<void> {
  const faces = [400, 500, 600, 700].map((weight) => `${weight} 12px "Inter Variable"`);
  const arabicFaces = [400, 500, 600, 700].map((weight) => `${weight} 12px "IBM Plex Sans Arabic"`);
  await Promise.all([...faces, ...arabicFaces].map((face) => document.fonts.load(face, texts)));
  forgetWidths();
}
