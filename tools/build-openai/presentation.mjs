const LEVELS = ['cash', 'signed', 'conditional', 'announced', 'rumoured'];

function byLevel(keyOf) {
  return Object.fromEntries(LEVELS.map((level, index) => [level, keyOf(level, index + 1)]));
}

const OBLIGATIONS = [
  { label: { en: 'Microsoft Azure', ar: 'مايكروسوفت آزور' }, group: 'cloud', items: ['rent_microsoft'] },
  { label: { en: 'Oracle', ar: 'أوراكل' }, group: 'cloud', items: ['rent_oracle'] },
  { label: { en: 'Amazon AWS', ar: 'أمازون AWS' }, group: 'cloud', items: ['rent_aws'] },
  {
    label: { en: 'CoreWeave and Cerebras', ar: 'كور ويف وسيريبراس' },
    group: 'cloud',
    items: ['rent_coreweave', 'rent_cerebras'],
  },
  {
    label: { en: 'Market capacity and sites', ar: 'سعة السوق والمواقع' },
    group: 'cloud',
    items: ['rent_topup', 'rent_shell', 'bank_rent_adjustment'],
  },
  { label: { en: 'Chips', ar: 'الرقائق' }, group: 'chips', items: ['capex'] },
  {
    label: { en: 'Operations', ar: 'التشغيل' },
    group: 'operations',
    items: ['people', 'marketing', 'admin', 'delivery'],
  },
  { label: { en: 'Revenue share', ar: 'حصة الإيرادات' }, group: 'share', items: ['ms_share'] },
];

/** Which rows play which part in headline and charts. */
export function presentationOf() {
  return {
    pinned: ['gap', 'cash'],
    funding: {
      revenue: 'revenue',
      levels: byLevel((level) => (level === 'cash' ? 'level_paid' : `level_${level}`)),
      obligations: OBLIGATIONS,
      gap: 'gap',
      gapTotal: 'gap_total',
      softShare: 'funding_soft_share',
      runway: 'runway',
      cash: 'cash',
      cashOpen: 'cash_open',
      cashUnfilled: 'cash_unfilled',
      cashMinimum: 'cash_minimum',
      ladder: {
        needWithNone: 'ladder_need_0',
        needUpTo: byLevel((_, rung) => `ladder_need_${rung}`),
        layers: byLevel((_, rung) => `ladder_layer_${rung}`),
        cashUpTo: byLevel((_, rung) => `ladder_cash_${rung}`),
      },
    },
  };
}
