/** Time as a row of dots, lit as far as it is gone. A picture only: say the time beside it. */
export function Pips({ share, dots = 12 }: { share: number; dots?: number }) {
  const on = Math.round(Math.min(1, Math.max(0, share)) * dots);
  return (
    <span class="pips" aria-hidden="true">
      {Array.from({ length: dots }, (_, i) => (
        <i key={i} class={i < on ? 'on' : undefined} />
      ))}
    </span>
  );
}
