/** Puts a text on the clipboard; on plain HTTP, where the clipboard's own interface is missing, the older way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused: the older way may still do.
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // Inside the open dialog, since what is outside cannot be focused.
  const place = document.querySelector('dialog[open]') ?? document.body;
  place.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
