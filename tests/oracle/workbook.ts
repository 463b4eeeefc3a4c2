import { strToU8, zipSync } from 'fflate';

/** One formula and the size of its result. */
export interface OracleCell {
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Functions that came after Excel 2007 carry a prefix in the file. */
const LATER =
  /\b((?:BETA|BINOM|CHISQ|CONFIDENCE|COVARIANCE|EXPON|F|GAMMA|HYPGEOM|LOGNORM|MODE|NEGBINOM|NORM|NORM\.S|PERCENTILE|PERCENTRANK|POISSON|QUARTILE|RANK|STDEV|T|VAR|WEIBULL|CEILING|FLOOR)\.[A-Z0-9.]+|IFS|SWITCH|CONCAT|TEXTJOIN|XLOOKUP|XMATCH|LET|XOR|IFNA|DAYS|ISOWEEKNUM|GAMMA|GAUSS|PHI|PDURATION|RRI|NUMBERVALUE|MINIFS|MAXIFS)\(/g;

/** A workbook with one formula below the other, column A; results of several values go to the right. */
export function workbook(cells: readonly OracleCell[]): Uint8Array {
  let row = 1;
  const rows = cells.map((cell) => {
    const text = rowXml(cell, row);
    row += cell.rows;
    return text;
  });
  return zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(relationships('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="oracle" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relationships('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ),
  });
}

function rowXml({ formula, rows, columns }: OracleCell, row: number): string {
  const text = xmlText(formula.replace(/^=/, '').replace(LATER, '_xlfn.$1('));
  const isArray = rows * columns > 1;
  const ref = `A${row}:${String.fromCharCode(64 + columns)}${row + rows - 1}`;
  const tag = isArray || text.includes('{') ? `<f t="array" ref="${isArray ? ref : `A${row}`}">` : '<f>';
  return `<row r="${row}"><c r="A${row}">${tag}${text}</f></c></row>`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;

function relationships(type: string, target: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}
