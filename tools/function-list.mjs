/**
 * @typedef {object} ListedFunction
 * @property {string} name
 * @property {string} signature
 * @property {{ readonly en: string }} help
 * @property {readonly any[]} examples
 */

/**
 * The text of docs/functions.md.
 * @param {readonly { readonly id: string, readonly functions: readonly ListedFunction[] }[]} families
 * @param {Readonly<Record<string, string>>} names Names of the families in English, by id.
 * @param {(example: any) => { formula: string, sign: string, result: string }} exampleText
 * @returns {string}
 */
export function functionListMarkdown(families, names, exampleText) {
  const titles = families.flatMap(({ id, functions }) => [names[id], ...functions.map(({ name }) => name)]);
  const anchors = anchorsOf(['Functions', ...titles]);
  const link = (title) => `[${title}](#${anchors.get(title)})`;
  const contents = families.map(
    ({ id, functions }) => `- ${link(names[id])}: ${functions.map(({ name }) => link(name)).join(', ')}`,
  );
  const sections = families.map(({ id, functions }) =>
    [`## ${names[id]}`, ...functions.map((one) => entry(one, exampleText))].join('\n\n'),
  );
  return `${[head(titles.length - families.length), contents.join('\n'), ...sections].join('\n\n')}\n`;
}

function head(count) {
  return `# Functions

All ${count} functions of the formula language. \`npm run functions\` writes this page from the function table in \`src/shared/formula/functions\`; the examples run as tests. In the program the same list opens with Shift+F1. How arguments are read is said in [engine-spec.md](engine-spec.md).

Arguments in \`[ ]\` may be left out; what stands before \`…\` may be repeated. \`≈\` marks a result that is written with fewer digits than are calculated. Dates are day numbers, as in Excel: 1 is 1 January 1900.`;
}

function entry({ name, signature, help, examples }, exampleText) {
  const lines = examples.map(exampleText).map(({ formula, sign, result }) => {
    return `- ${code(formula)} ${sign} ${code(result)}`;
  });
  const shown = lines.length > 0 ? lines.join('\n') : 'Has a value only in the rows of a scenario.';
  return [`### ${name}`, code(signature), help.en.replaceAll(/[_*<]/g, '\\$&'), shown].join('\n\n');
}

/** Anchors as GitHub makes them of headings: `BETA.INV` and `BETAINV` are told apart by a number. */
function anchorsOf(headings) {
  const times = new Map();
  return new Map(
    headings.map((heading) => {
      const plain = heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-');
      const earlier = times.get(plain) ?? 0;
      times.set(plain, earlier + 1);
      return [heading, earlier === 0 ? plain : `${plain}-${earlier}`];
    }),
  );
}

function code(text) {
  return `\`${text}\``;
}
