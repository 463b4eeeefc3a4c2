import {
  Banknote,
  Building2,
  CircleCheck,
  Cpu,
  FileText,
  Landmark,
  type LucideIcon,
  PanelLeft,
  Rows3,
  TriangleAlert,
  Users,
  Wallet,
} from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setActiveCell, setOutlineOpen, useScenario, useSession } from '#renderer/store/hooks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { OutlineBody } from './outline.tsx';
import { useConcerns } from './outline-attention.tsx';
import { goToSection, useActiveSection } from './outline-sections.tsx';

/** Pictures for what sections are usually about; the name stands in the tooltip. */
const ICONS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/check/i, CircleCheck],
  [/user|revenue|customer|sales/i, Users],
  [/capacity|compute|power|chip|gw/i, Cpu],
  [/cash|gap|runway/i, Wallet],
  [/fund|money|capital|equity|debt/i, Banknote],
  [/obligation|contract|supplier|rent|cost/i, Building2],
  [/bank|market|macro|industry/i, Landmark],
  [/article|source|forecast|note/i, FileText],
];

/** The outline as a column of icons. `popup`: there is no room to open it beside the grid. */
export function OutlineRail({ popup }: { readonly popup: boolean }) {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  const sections = useScenario((scenario) => scenario.sections);
  const active = useActiveSection();
  return (
    <nav className="panel-rail" data-region="outline" aria-label={t('outline.title')}>
      {popup ? <OutlinePopup /> : <OpenOutline />}
      <div className="panel-rail-sections">
        {sections.map((section) => {
          const Icon = ICONS.find(([about]) => about.test(section.label.en))?.[1] ?? Rows3;
          return (
            <span key={section.id} className={section.id === active ? 'panel-rail-on' : undefined}>
              <IconButton label={section.label[language]} onPress={() => goToSection(section.id)}>
                <Icon size={16} strokeWidth={1.75} aria-hidden />
              </IconButton>
            </span>
          );
        })}
      </div>
      <Attention />
    </nav>
  );
}

function OpenOutline() {
  const { t } = useTranslation();
  return (
    <IconButton label={t('outline.unfold')} onPress={() => setOutlineOpen(true)}>
      <PanelLeft size={16} strokeWidth={1.75} className="ui-mirror" aria-hidden />
    </IconButton>
  );
}

function OutlinePopup() {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <IconButton label={t('outline.unfold')}>
        <PanelLeft size={16} strokeWidth={1.75} className="ui-mirror" aria-hidden />
      </IconButton>
      <Popover className="ui-popover" placement="end top" offset={4}>
        <div className="panel-outline-popup">
          <Dialog aria-label={t('outline.title')} className="panel-outline">
            <OutlineBody foldable={false} />
          </Dialog>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

function Attention() {
  const { t } = useTranslation();
  const concerns = useConcerns();
  const [first] = concerns;
  if (!first) return null;
  const words = concerns.map(({ id, count }) => t(`outline.${id}`, { count })).join(', ');
  return (
    <span className="panel-rail-badge">
      <IconButton
        label={`${t('outline.attention')}: ${words}`}
        onPress={() => setActiveCell(first.first, { reveal: true })}
      >
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <span aria-hidden="true">{concerns.length}</span>
    </span>
  );
}
