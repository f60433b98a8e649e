/** Digits of the Arabic (٠–٩) and Persian (۰–۹) keyboards as 0–9; everything else stays. */
export const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0x06f0 ? 0x06f0 : 0x0660));
  });

/** The six digits of a join code out of what was typed or pasted, as far as there are six. */
export const codeDigits = (text: string): string => latinDigits(text).replace(/\D/g, '').slice(0, 6);

/** A personal code as it was typed: letters and digits alone, in capitals, eight at most. */
export const personalCodeOf = (text: string): string =>
  latinDigits(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8);

/** Two groups of four, as it is shown and read out. */
export const groupedCode = (code: string): string => code.replace(/[^A-Za-z0-9]/g, '').replace(/^(.{4})(?=.)/, '$1 ');
