import { present } from './facts.mjs';
import { contentOf } from './items.mjs';

/** Stable ids and Arabic names and reasons, by the English name. */
const TEXTS = {
  'Article day (2025-09-23)': {
    id: 'article-day',
    ar: 'يوم نشر المقال (23 سبتمبر 2025)',
    reason:
      'الحقائق والصفقات والتوقعات كما كانت معروفة يوم نشر المقال، مع اعتماد توقعات الشركة في الربع الثالث من 2025 للتدفق النقدي الحر.',
  },
  'Announced deals all happen': {
    id: 'announced-happen',
    ar: 'تنفيذ جميع الصفقات المعلنة',
    reason:
      'تُسدَّد كل صفقة معلنة حتى نهاية 2025 بالكامل، بما فيها خطاب النوايا البالغ 100، والتوقعات مبنية من مكوّناتها التفصيلية.',
  },
  'LOIs lapse': {
    id: 'lois-lapse',
    ar: 'سقوط خطابات النوايا',
    reason: 'اليوم نفسه، لكن ما هو معلن أو متداوَل فحسب لا يتحقق أبداً.',
  },
  'Company plan (Feb 2026)': {
    id: 'company-plan',
    ar: 'خطة الشركة (فبراير 2026)',
    reason:
      'اعتماد توقعات الشركة في الربع الأول من 2026 للتدفق النقدي الحر، والصفقات كما كانت معروفة في نهاية فبراير 2026.',
  },
  'Bank view (HSBC-like)': {
    id: 'bank-view',
    ar: 'رؤية البنك (على غرار HSBC)',
    reason:
      'مسار إيجار بقيمة 792 حتى 2030 وإيرادات بنحو 213 في 2030، والفرق عن الفجوة المنشورة معروض في بند مستقل.',
  },
  'Capex plateau': {
    id: 'capex-plateau',
    ar: 'ثبات الإنفاق الرأسمالي',
    reason:
      'تتوقف الشركات العملاقة عن زيادة إنفاقها الرأسمالي بعد 2026: تتأخر المواقع ولا سعة فائضة في السوق.',
  },
  'Ads and enterprise win': {
    id: 'ads-enterprise-win',
    ar: 'نجاح الإعلانات وقطاع المؤسسات',
    reason:
      'الحدود العليا لنطاقَي الإعلانات والمؤسسات، وارتفاع حصة المشتركين الدافعين نقطة مئوية واحدة، وسعة تحمل إيرادات أكبر.',
  },
  'Growth miss': {
    id: 'growth-miss',
    ar: 'نمو دون المخطط',
    reason: 'يقلّ المستخدمون وحصة الدافعين والإعلانات والمؤسسات جميعاً عن المخطط (REV-31).',
  },
  'Short chip life': {
    id: 'short-chip-life',
    ar: 'قِصر عمر الرقائق',
    reason: 'تدوم الرقائق ثلاث سنوات (GW-15)، ويرتفع سعر السوق إلى تكلفة الثلاث سنوات (GW-06).',
  },
  'IPO 2027': {
    id: 'ipo-2027',
    ar: 'طرح عام في 2027',
    reason: 'طرح بقيمة 60 في الربع الثاني من 2027، وهو ما يحقق شرط أمازون أيضاً.',
  },
};

function textsOf(name) {
  const texts = TEXTS[name];
  if (!texts) throw new Error(`No Arabic texts for the case "${name}"`);
  return texts;
}

function overridesOf(one) {
  return Object.fromEntries(
    Object.entries(one.overrides).map(([key, value]) => [
      key,
      { content: contentOf(value), values: {}, reason: one.reason },
    ]),
  );
}

export function casesOf(cases) {
  return cases.map((one) =>
    present({
      id: textsOf(one.name).id,
      name: { en: one.name, ar: textsOf(one.name).ar },
      reason: { en: one.reason, ar: textsOf(one.name).reason },
      inherits: one.inherits ? textsOf(one.inherits).id : undefined,
      asOf: one.asOf,
      overrides: overridesOf(one),
    }),
  );
}
