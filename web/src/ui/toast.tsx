interface ToastProps {
  readonly text: string;
  readonly onDismiss: () => void;
}

/** An error that a tap caused, shown near the thumb until it is dismissed. */
export function Toast({ text, onDismiss }: ToastProps) {
  return (
    <div className="toast" role="alert">
      <p>{text}</p>
      <button type="button" className="button button-small" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  );
}
