import type { LiveConnection } from './live-connection.ts';

interface ConnectionNoticeProps {
  readonly connection: LiveConnection;
  readonly onRetry: () => void;
}

/** A bar across the page while live updates do not arrive; nothing otherwise. */
export function ConnectionNotice({ connection, onRetry }: ConnectionNoticeProps) {
  const text = describeLoss(connection);
  if (text === undefined) return null;
  return (
    <div className="connection-notice" role="alert">
      <p>{text}</p>
      <button type="button" className="button button-small" onClick={onRetry}>
        Try now
      </button>
    </div>
  );
}

function describeLoss({ status, refusal }: LiveConnection): string | undefined {
  switch (status) {
    case 'reconnecting':
      return 'The live connection was lost. What you see stays as it was and is loaded again once it is back.';
    case 'offline':
      return 'This device has no network. What you see may be out of date.';
    case 'connecting':
    case 'live':
      return refusal === undefined ? undefined : `Some live updates will not arrive: ${refusal}`;
  }
}
