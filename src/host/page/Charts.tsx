import { memo, useEffect, useMemo, useRef } from 'react';
import { chartView } from '../drawing/chartView';
import type { Chart } from '../model/workbook';
import type { Desk } from './desk';
import type { GridGeometry } from './gridGeometry';
import type { Say } from './words';

const PIXELS_PER_POINT = 4 / 3;

interface ChartsProps {
  readonly desk: Desk;
  readonly geometry: GridGeometry;
  readonly version: number;
  readonly say: Say;
}

/** The charts of the sheet, over its cells. They lie below frozen panes and headings, and take no clicks. */
export function Charts({ desk, geometry, version, say }: ChartsProps) {
  const { sheet, scroll, layout } = desk;
  if (sheet.charts.length === 0) return null;
  const { scale, rows, columns } = layout.axes;
  const { freeze } = sheet;
  const left = geometry.left + columns.start(freeze?.columns ?? 0);
  const top = geometry.top + rows.start(freeze?.rows ?? 0);
  const pixels = PIXELS_PER_POINT * scale;
  return (
    <div
      className="charts"
      style={{ left, top, width: geometry.left + geometry.width - left, height: geometry.top + geometry.height - top }}
    >
      {sheet.charts.map((chart) => (
        <div
          key={chart.id}
          className="chart"
          role="img"
          aria-label={say('chart.label', { title: chart.title ?? chart.name })}
          style={{
            left: geometry.left + chart.left * pixels - scroll.x - left,
            top: geometry.top + chart.top * pixels - scroll.y - top,
            width: chart.width * pixels,
            height: chart.height * pixels,
          }}
        >
          <ChartCanvas
            desk={desk}
            chart={chart}
            version={version}
            width={chart.width * pixels}
            height={chart.height * pixels}
          />
        </div>
      ))}
    </div>
  );
}

interface ChartCanvasProps {
  readonly desk: Desk;
  readonly chart: Chart;
  readonly version: number;
  readonly width: number;
  readonly height: number;
}

/** One chart; drawn again only when what it shows has changed. */
const ChartCanvas = memo(function ChartCanvas({ desk, chart, version, width, height }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useMemo(() => (version >= 0 ? chartView(desk.sheet, chart) : undefined), [desk.sheet, chart, version]);
  const shown = JSON.stringify({ ...view, example: view?.writeValue(1234.5) });
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    const element = canvas.current;
    let remove: (() => void) | undefined;
    let isGone = false;
    void import('./drawChart').then(({ drawChart }) => {
      if (!isGone && element && latest.current) remove = drawChart(element, latest.current);
    });
    return () => {
      isGone = true;
      remove?.();
    };
  }, [shown, width, height]);
  return <canvas ref={canvas} width={Math.round(width)} height={Math.round(height)} />;
});
