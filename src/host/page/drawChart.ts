import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PieController,
  PointElement,
  ScatterController,
  Title,
  Tooltip,
} from 'chart.js';
import type { ChartView } from '../drawing/chartView';
import { chartConfig } from './chartConfig';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PieController,
  PointElement,
  ScatterController,
  Title,
  Tooltip,
);

/** Draws a chart on a canvas; the result takes it away again. Loaded only when a sheet has a chart. */
export function drawChart(canvas: HTMLCanvasElement, view: ChartView): () => void {
  const chart = new Chart(canvas, chartConfig(view));
  return () => chart.destroy();
}
