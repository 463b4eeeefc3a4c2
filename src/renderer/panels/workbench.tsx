import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { perform } from '#renderer/actions/registry.ts';
import { setPaneSizes, useCalculating, useScenario, useSession, type View } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useMedia } from '#renderer/ui/use-media.ts';
import { Headline } from './headline.tsx';
import { Outline } from './outline.tsx';
import { OutlineRail } from './outline-rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import './workbench.css';

export interface WorkbenchProps {
  readonly formulaBar: ReactNode;
  readonly grid: ReactNode;
  readonly charts: ReactNode;
  /** What takes the place of the model under the toolbar, by view. */
  readonly views: Readonly<Record<Exclude<View, 'model'>, ReactNode>>;
}

/** Below this the charts lie under the grid; below the other the outline is a column of icons. */
const NO_ROOM_FOR_CHARTS = '(max-width: 1279.98px)';
const NO_ROOM_FOR_OUTLINE = '(max-width: 1099.98px)';
const WIDTHS = { outline: 208, charts: 412 } as const;

export function Workbench({ formulaBar, grid, charts, views }: WorkbenchProps) {
  const { t } = useTranslation();
  const view = useSession((session) => session.view);
  const calculating = useCalculating();
  const strip = useMedia(NO_ROOM_FOR_CHARTS);
  const center = (
    <div className="panel-center">
      <div data-region="formula">{formulaBar}</div>
      <section className="panel-grid" data-region="grid" aria-label={t('regions.grid')}>
        {grid}
        <NoRows />
      </section>
      {strip && <ChartsRegion strip>{charts}</ChartsRegion>}
    </div>
  );
  return (
    <div className="panel-app" data-calculating={calculating || undefined}>
      <Toolbar />
      {/* The model stays mounted behind the other views: the grid keeps where it was scrolled to. */}
      <main className="panel-main" hidden={view !== 'model'}>
        <Headline />
        <Panes center={center} side={strip ? null : <ChartsRegion>{charts}</ChartsRegion>} />
      </main>
      {view !== 'model' && <main className="panel-main">{views[view]}</main>}
      <StatusBar />
    </div>
  );
}

/** What to do in a scenario without rows. */
function NoRows() {
  const { t } = useTranslation();
  const isEmpty = useScenario((scenario) => scenario.itemOrder.length === 0);
  if (!isEmpty) return null;
  return (
    <div className="panel-no-rows">
      <b>{t('empty.title')}</b>
      <span>{t('empty.what')}</span>
      <Button onPress={() => perform(EDIT_ACTIONS.insertRow)}>{t('empty.insert')}</Button>
    </div>
  );
}

function ChartsRegion({
  strip = false,
  children,
}: {
  readonly strip?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <section
      className={strip ? 'panel-charts panel-charts--strip' : 'panel-charts'}
      data-region="charts"
      aria-label={t('regions.charts')}
    >
      {children}
    </section>
  );
}

/**
 * The panes side by side. Sizes are kept per set of panes, as each set shares the width differently.
 * The middle stays mounted whatever opens beside it.
 */
function Panes({ center, side }: { readonly center: ReactNode; readonly side: ReactNode | null }) {
  const { t } = useTranslation();
  const narrow = useMedia(NO_ROOM_FOR_OUTLINE);
  const outlineOpen = useSession((session) => session.outlineOpen) && !narrow;
  const ids = [...(outlineOpen ? ['outline'] : []), 'center', ...(side ? ['charts'] : [])];
  const name = ids.join('-');
  const sizes = useSession((session) => session.panes[name]);
  const kept =
    sizes?.length === ids.length ? Object.fromEntries(ids.map((id, at) => [id, sizes[at] ?? 0])) : null;
  const remember = (layout: Layout, byPerson: boolean) => {
    if (byPerson)
      setPaneSizes(
        name,
        ids.map((id) => layout[id] ?? 0),
      );
  };
  return (
    <div className="panel-body">
      {!outlineOpen && <OutlineRail popup={narrow} />}
      <Group
        orientation="horizontal"
        resizeTargetMinimumSize={{ coarse: 20, fine: 7 }}
        {...(kept && { defaultLayout: kept })}
        onLayoutChanged={(layout, { isUserInteraction }) => remember(layout, isUserInteraction)}
      >
        {outlineOpen && (
          <>
            <SidePanel id="outline" width={WIDTHS.outline} least={140} most={280}>
              <Outline foldable />
            </SidePanel>
            <Separator className="panel-divider" aria-label={t('regions.outlineDivider')} />
          </>
        )}
        <Panel id="center" minSize={320}>
          {center}
        </Panel>
        {side && (
          <>
            <Separator className="panel-divider" aria-label={t('regions.chartsDivider')} />
            <SidePanel id="charts" width={WIDTHS.charts} least={320} most={640}>
              {side}
            </SidePanel>
          </>
        )}
      </Group>
    </div>
  );
}

interface SidePanelProps {
  readonly id: string;
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly children: ReactNode;
}

function SidePanel({ id, width, least, most, children }: SidePanelProps) {
  return (
    <Panel
      id={id}
      defaultSize={width}
      minSize={least}
      maxSize={most}
      groupResizeBehavior="preserve-pixel-size"
    >
      {children}
    </Panel>
  );
}
