/** The most people that get a dot each; of more, the ring shows the share. */
const MOST_DOTS = 60;

interface RingProps {
  /** How many dots light up. */
  lit: number;
  /** People there are places for. */
  of: number;
  /** Whether the place at the bottom, the gap of the mark, is the reader's own. */
  you?: boolean;
  /** The radius of a dot, in hundredths of the ring's width. */
  dot?: number;
  class?: string;
}

/** People, a dot each, from the gap at the bottom onwards. A picture only: say the numbers beside it. */
export function Ring({ lit, of, you = false, dot, class: more }: RingProps) {
  const dots = Math.max(12, Math.min(MOST_DOTS, of));
  const shown = of > dots ? Math.round((lit / of) * dots) : lit;
  const radius = dot ?? Math.min(5.2, 105 / dots);
  return (
    <svg class={more ? `ring ${more}` : 'ring'} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      {Array.from({ length: dots }, (_, i) => {
        const angle = Math.PI / 2 + (i / dots) * 2 * Math.PI;
        const yours = you && i === 0;
        const kind = yours ? 'you' : i < shown + (you ? 1 : 0) ? 'lit' : undefined;
        const [x, y] = [50 + 42 * Math.cos(angle), 50 + 42 * Math.sin(angle)];
        return <circle key={i} class={kind} cx={x.toFixed(2)} cy={y.toFixed(2)} r={yours ? radius + 0.8 : radius} />;
      })}
    </svg>
  );
}

/** The mark: eleven dots of twelve, the gap nearest to the reader. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      {Array.from({ length: 11 }, (_, i) => {
        const angle = Math.PI / 2 + ((i + 1) / 12) * 2 * Math.PI;
        const [x, y] = [50 + 40 * Math.cos(angle), 50 + 40 * Math.sin(angle)];
        return <circle key={i} cx={x.toFixed(2)} cy={y.toFixed(2)} r="8" />;
      })}
    </svg>
  );
}
