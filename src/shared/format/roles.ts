import type { FundingRoles, Presentation } from '#shared/model/presentation.ts';

type Role = readonly [where: string, key: string];

/** Every line item that the presentation names, with its place. */
export function* rolesOf({ pinned, funding }: Presentation): Generator<Role> {
  for (const [index, key] of pinned.entries()) yield [`presentation.pinned[${index}]`, key];
  if (funding) yield* fundingRoles('presentation.funding', funding);
}

function* fundingRoles(where: string, funding: FundingRoles): Generator<Role> {
  const { levels, obligations, ladder, ...single } = funding;
  yield* named(where, single);
  yield* named(`${where}.levels`, levels);
  for (const [index, series] of obligations.entries()) {
    for (const key of series.items) yield [`${where}.obligations[${index}]`, key];
  }
  const { needWithNone, needUpTo, layers, cashUpTo } = ladder;
  yield* named(`${where}.ladder`, { needWithNone });
  yield* named(`${where}.ladder.needUpTo`, needUpTo);
  yield* named(`${where}.ladder.layers`, layers);
  yield* named(`${where}.ladder.cashUpTo`, cashUpTo);
}

function* named(where: string, roles: Readonly<Record<string, string>>): Generator<Role> {
  for (const [role, key] of Object.entries(roles)) yield [`${where}.${role}`, key];
}
