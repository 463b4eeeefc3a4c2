import { it } from 'vitest';
import { factPlaces } from '#shared/model/fact-places.ts';
import { openaiScenario } from '#tests/support/openai.ts';
it('p', () => {
  const s = openaiScenario();
  const t = performance.now();
  const p = factPlaces(s, '2026-07-31');
  console.log(performance.now() - t);
  for (const x of p.filter((x) => x.disagrees)) console.log(x.id, x.item, x.unit, x.low, x.high, x.statements.map((y) => `${y.fact.id}=${y.value}[${y.fact.period}]`).join(' '));
});
