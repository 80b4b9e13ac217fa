// Placeholder lines for what is being loaded; they appear only after 150 ms, so that quick answers do not flicker.
const widths = ['62%', '84%', '48%', '76%', '55%', '90%', '40%', '68%'];

export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  );
}
