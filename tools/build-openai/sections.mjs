/** The sections in order, with the number of rows each takes; the source file has lost them. */
export const SECTIONS = [
  { id: 'settings', en: 'Settings', ar: 'الإعدادات', rows: 8 },
  { id: 'revenue', en: 'Demand and revenue', ar: 'الطلب والإيرادات', rows: 46 },
  { id: 'capacity', en: 'Capacity in gigawatts', ar: 'السعة بالغيغاواط', rows: 24 },
  { id: 'compute', en: 'Compute cost', ar: 'تكلفة الحوسبة', rows: 27 },
  { id: 'costs', en: 'Other costs and result', ar: 'تكاليف أخرى والنتيجة', rows: 26 },
  { id: 'cash-flow', en: 'Cash flow and waterfall', ar: 'التدفق النقدي وترتيب التمويل', rows: 17 },
  { id: 'funding', en: 'Funding', ar: 'التمويل', rows: 31 },
  {
    id: 'waterfall',
    en: 'Waterfall, gap and runway',
    ar: 'ترتيب التمويل والفجوة ومدة كفاية النقد',
    rows: 20,
  },
  { id: 'ladder', en: 'Ladder of the gap', ar: 'سلّم الفجوة', rows: 17, closed: true },
  { id: 'circularity', en: 'Circularity and concentration', ar: 'الدائرية والتركّز', rows: 19, closed: true },
  { id: 'article', en: 'What the article asks', ar: 'أسئلة المقال', rows: 24, closed: true },
  { id: 'industry', en: 'Industry and economy', ar: 'القطاع والاقتصاد', rows: 14, closed: true },
  { id: 'bank', en: 'Bank view', ar: 'رؤية البنك', rows: 11, closed: true },
  { id: 'checks', en: 'Checks', ar: 'الفحوص', rows: 27 },
];

/** The document opens on demand and revenue: weights and switches come behind what they steer. */
function shown() {
  const [settings, ...others] = SECTIONS;
  const place = others.findIndex(({ closed }) => closed);
  return [...others.slice(0, place), settings, ...others.slice(place)];
}

export function sectionsOf() {
  return shown().map(({ id, en, ar, closed }) => ({
    id,
    label: { en, ar },
    ...(closed ? { closed } : {}),
  }));
}

/** Rows in the order in which their sections are shown. */
export function inShownOrder(rows) {
  return shown().flatMap(({ id }) => rows.filter((row) => row.section === id));
}

/** Section id of the row at a position in the list of all rows. */
export function sectionAt(position) {
  let end = 0;
  for (const section of SECTIONS) {
    end += section.rows;
    if (position < end) return section.id;
  }
  throw new Error(`Row ${position} lies after the last section`);
}
