/** A message in which *asterisks* mark what matters in it; figures keep their own direction. */
export function Emphasis({ text }: { text: string }) {
  return (
    <span>
      {text.split('*').map((part, i) =>
        i % 2 === 1 ? (
          <b key={i} class={/^[\d\s.,:]+$/.test(part) ? 'num' : undefined}>
            {part}
          </b>
        ) : (
          part
        ),
      )}
    </span>
  );
}
