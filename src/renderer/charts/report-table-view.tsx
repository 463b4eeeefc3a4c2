import type { BindingLevel } from '#shared/model/deal.ts';
import { cellText } from '#shared/report/number-text.ts';
import type { ReportRow, ReportRowName, ReportTable } from '#shared/report/report-table.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { ChartTexts } from './chart-texts.ts';
import { Figure } from './figure.tsx';

export interface ReportTableViewProps {
  readonly table: ReportTable;
  readonly texts: ChartTexts;
}

/** Sources, uses and gap by year as on paper. */
export function ReportTableView({ table, texts }: ReportTableViewProps) {
  const { years, rows, unit } = table;
  const span = years.length > 1 ? `${years[0]}\u2013${String(years.at(-1)).slice(2)}` : String(years[0]);
  return (
    <section className="chart-page-table">
      <h2>{texts.t('print.table', { unit: unitText(unit, texts.language) })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="ui-hidden">{texts.t('panel.rows')}</span>
            </th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
            <th scope="col">
              <bdi dir="ltr">{span}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={rowId(row.name)} row={row} years={years} unit={unit} texts={texts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: ReportRow;
  readonly years: readonly number[];
  readonly unit: string;
  readonly texts: ChartTexts;
}

function Row({ row, years, unit, texts }: RowProps) {
  const { kind } = row.name;
  const look = kind === 'gap' ? 'gap' : kind === 'sources' || kind === 'obligations' ? 'total' : 'plain';
  return (
    <tr className={`chart-page-row--${look}`}>
      <th scope="row">
        {row.name.kind === 'level' && <LevelGlyph level={row.name.level} />}
        {rowName(row.name, texts)}
      </th>
      {row.values.map((value, index) => (
        <td key={years[index]}>
          <Figure text={cellText(value, { unit })} />
        </td>
      ))}
      <td className="chart-page-sum">
        <Figure text={cellText(row.total, { unit })} />
      </td>
    </tr>
  );
}

function rowId(name: ReportRowName): string {
  return `${name.kind}-${'level' in name ? name.level : 'group' in name ? name.group : ''}`;
}

function rowName(name: ReportRowName, texts: ChartTexts): string {
  switch (name.kind) {
    case 'revenue':
    case 'gap':
      return texts.t(`series.${name.kind}`);
    case 'sources':
      return texts.t('series.above');
    case 'obligations':
      return texts.t('series.below');
    case 'drawn':
      return texts.t('print.drawnOrAdded');
    case 'level':
      return texts.t(`level.${name.level}`);
    case 'obligation':
      return name.label ? name.label[texts.language] : texts.t(`group.${name.group}`);
    default:
      return assertNever(name);
  }
}

/** Solid, tint, half, dashes, dots: the level without words. */
function LevelGlyph({ level }: { readonly level: BindingLevel }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="chart-level">
      <circle cx="6" cy="6" r="4.8" className={`chart-level--${level}`} />
      {level === 'conditional' && <path d="M6 1.2A4.8 4.8 0 0 1 6 10.8Z" className="chart-level--cash" />}
    </svg>
  );
}
