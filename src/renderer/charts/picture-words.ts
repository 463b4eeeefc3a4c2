import type { Viewpoint } from '#shared/engine/results.ts';
import { asOfDate, findCase } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { sourceNote } from '#shared/report/source-note.ts';
import { dateText } from '#shared/report/time-text.ts';
import { type ChartTexts, leftToRight } from './chart-texts.ts';

const FACTS_NAMED = 8;
const FACTS_ON_PAGE = 20;

export function caseName(scenario: Scenario, viewpoint: Viewpoint, texts: ChartTexts): string {
  const found = viewpoint.caseId === null ? undefined : findCase(scenario, viewpoint.caseId);
  return found ? found.name[texts.language] : texts.t('picture.base');
}

export function asOfText(scenario: Scenario, viewpoint: Viewpoint, texts: ChartTexts): string {
  return dateText(asOfDate(scenario, viewpoint.caseId, viewpoint.asOf), texts.language);
}

/** Scenario, case and as-of date: what a picture is of. */
export function stampLine(scenario: Scenario, viewpoint: Viewpoint, texts: ChartTexts): string {
  return [
    scenario.title[texts.language],
    texts.t('picture.case', { case: caseName(scenario, viewpoint, texts) }),
    texts.t('picture.asOf', { date: asOfText(scenario, viewpoint, texts) }),
  ].join(' · ');
}

/** Facts behind the drawn rows, the register, and how much is assumed. */
export function sourcesLine(scenario: Scenario, texts: ChartTexts): string {
  const { facts, more } = factList(scenario, texts, FACTS_NAMED);
  const key = more > 0 ? 'picture.sourcesMore' : 'picture.sources';
  const sources = facts === '' ? texts.t('picture.noSources') : texts.t(key, { facts, count: more });
  return `${sources}. ${assumedText(scenario, texts)}.`;
}

/** The same under a heading of its own. */
export function pageSources(scenario: Scenario, texts: ChartTexts): string {
  const { facts, more } = factList(scenario, texts, FACTS_ON_PAGE);
  const sources = facts === '' ? texts.t('picture.noSources') : facts;
  const list = more > 0 ? texts.t('panel.cellsMore', { cells: sources, count: more }) : sources;
  return `${list}. ${assumedText(scenario, texts)}.`;
}

function factList(scenario: Scenario, texts: ChartTexts, most: number): { facts: string; more: number } {
  const note = sourceNote(scenario);
  const ids = note.facts.slice(0, most).map((id) => leftToRight(id, texts));
  const parts = [...ids, ...(note.register ? [texts.t('picture.register')] : [])];
  return { facts: parts.join(texts.language === 'ar' ? '، ' : ', '), more: note.facts.length - ids.length };
}

function assumedText(scenario: Scenario, texts: ChartTexts): string {
  const { assumptions, inputs } = sourceNote(scenario);
  const text =
    assumptions > 0
      ? texts.t('picture.assumptions', { count: assumptions, of: inputs })
      : texts.t('picture.allSourced');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
