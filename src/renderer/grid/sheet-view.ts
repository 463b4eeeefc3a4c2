import type { TFunction } from 'i18next';
import { type Column, valueAt } from '#renderer/store/columns.ts';
import type { RowValues } from '#shared/engine/results.ts';
import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import { conflictsOf, type FactGroup } from '#shared/model/fact-conflicts.ts';
import type { Content, ItemKey, LineItem } from '#shared/model/line-item.ts';
import { asOfDate, caseChain, type ResolvedItem, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import type { CellValue } from '#shared/model/value.ts';

/** Where the values of a row come from: said by colour and, in words, by the source column. */
export type Tone = 'typed' | 'calculated' | 'linked';

/** A row as the chosen case sees it. */
export interface RowFacts extends ResolvedItem {
  readonly tone: Tone;
  /** The case, or one it inherits from, replaces the content of the row. */
  readonly replaced: boolean;
}

/** Everything a cell needs to be drawn. Another scenario, case or language is another view. */
export interface SheetView {
  readonly scenario: Scenario;
  readonly caseId: string | null;
  /** Chosen on screen; null for the date of the case or of the file. */
  readonly asOf: IsoDate | null;
  readonly chain: readonly Case[];
  readonly language: Language;
  readonly t: TFunction<'grid'>;
  readonly rowValues: (key: ItemKey) => RowValues | undefined;
  readonly facts: (key: ItemKey) => RowFacts | undefined;
  /** Where sources of a row disagree on the as-of date. */
  readonly conflicts: (key: ItemKey) => readonly FactGroup[];
}

type Parts = Pick<SheetView, 'scenario' | 'caseId' | 'asOf' | 'language' | 't' | 'rowValues'>;

export function createSheetView(parts: Parts): SheetView {
  const chain = caseChain(parts.scenario, parts.caseId);
  const known = new Map<ItemKey, RowFacts | undefined>();
  const facts = (key: ItemKey) => {
    if (!known.has(key)) known.set(key, rowFacts(parts.scenario, chain, key));
    return known.get(key);
  };
  return { ...parts, chain, facts, conflicts: conflictFinder(parts) };
}

function conflictFinder({ scenario, caseId, asOf }: Parts): SheetView['conflicts'] {
  const day = asOfDate(scenario, caseId, asOf);
  const known = new Map<ItemKey, readonly FactGroup[]>();
  return (key) => {
    const found = known.get(key) ?? conflictsOf(scenario, key, day);
    known.set(key, found);
    return found;
  };
}

function rowFacts(scenario: Scenario, chain: readonly Case[], key: ItemKey): RowFacts | undefined {
  const resolved = resolveItem(scenario, chain, key);
  if (!resolved) return undefined;
  return {
    ...resolved,
    tone: toneOf(resolved.content),
    replaced: resolved.content !== resolved.item.content,
  };
}

const READS_DEALS = /\bDEALS\s*\(/i;
const TEXT_LITERAL = /"(?:[^"]|"")*"/g;

function toneOf(content: Content): Tone {
  if (content.kind !== 'formula') return 'typed';
  return READS_DEALS.test(content.formula.replace(TEXT_LITERAL, '""')) ? 'linked' : 'calculated';
}

/** The value of a row in a column; undefined while the engine has none. */
export function cellValue(view: SheetView, key: ItemKey, column: Column): CellValue | undefined {
  return valueAt(view.rowValues(key), column);
}

/** Facts behind a row that were known on the as-of date, the chosen one first. */
export function knownFacts(view: SheetView, item: LineItem): readonly string[] {
  const asOf = asOfDate(view.scenario, view.caseId, view.asOf);
  const later = view.scenario.facts.filter(({ knownFrom }) => knownFrom > asOf).map(({ id }) => id);
  return item.facts.filter((id) => !later.includes(id));
}

/** What the source column says: a fact, that it was not known yet, a formula, the deals, or that it is assumed. */
export function sourceText(view: SheetView, item: LineItem): string {
  const [fact] = knownFacts(view, item);
  if (fact) return fact;
  const tone = view.facts(item.key)?.tone;
  if (item.facts.length > 0 && tone === 'typed') return view.t('source.later');
  if (item.role === 'header' || !tone) return '';
  if (tone === 'linked') return view.t('source.deals');
  return tone === 'calculated' ? 'ƒ' : view.t('source.assumed');
}
