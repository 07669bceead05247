import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import type { RateBucket, RateWindowName } from './order-rate.ts';

interface OrderRateChartProps {
  readonly buckets: readonly RateBucket[];
  readonly windowName: RateWindowName;
}

/** The bars. The default export of its own chunk: the charting library is the largest part of these pages. */
export default function OrderRateChart({ buckets, windowName }: OrderRateChartProps) {
  const prefersStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const formatStart = (startMs: number) => formatBucketStart(startMs, windowName);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...buckets]}
        margin={{ top: 8, right: 4, bottom: 0, left: -18 }}
        barCategoryGap="18%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="startMs"
          tickFormatter={formatStart}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={28}
          tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
        />
        <YAxis
          allowDecimals={false}
          domain={[0, (largest: number) => Math.max(4, largest)]}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
        />
        <Tooltip
          cursor={{ fill: 'var(--hover)' }}
          labelFormatter={(label) => formatStart(Number(label))}
          formatter={(count) => [String(count), 'orders']}
          contentStyle={{
            background: 'var(--panel)',
            border: '1px solid var(--line-strong)',
            borderRadius: 10,
          }}
          labelStyle={{ color: 'var(--ink-soft)' }}
          itemStyle={{ color: 'var(--ink)' }}
        />
        <Bar
          dataKey="orderCount"
          fill="var(--orders)"
          radius={[4, 4, 0, 0]}
          maxBarSize={42}
          isAnimationActive={!prefersStill}
          animationDuration={300}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function formatBucketStart(startMs: number, windowName: RateWindowName): string {
  switch (windowName) {
    case 'minutes':
      return new Date(startMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    case 'days':
      return new Date(startMs).toLocaleDateString('en-GB', {
        weekday: 'short',
        day: 'numeric',
        timeZone: 'UTC',
      });
  }
}
