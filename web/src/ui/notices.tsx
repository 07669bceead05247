/** Problems that came along with data: what arrived is shown, and this says that something is missing. */
export function Notices({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const [first, ...others] = texts;
  return (
    <div className="notice" role="status">
      <p>{first}</p>
      {others.length > 0 && <p className="notice-more">and {others.length} more</p>}
    </div>
  );
}
