import type { LiveStatus } from './live-connection.ts';
import './connection.css';

const LABELS: Record<LiveStatus, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
};

/** Says at a glance whether the page follows along. */
export function LiveBadge({ status }: { readonly status: LiveStatus }) {
  return (
    <span className="live-badge" data-status={status} data-testid="live-badge" role="status">
      <span className="live-badge-dot" aria-hidden="true" />
      {LABELS[status]}
    </span>
  );
}
