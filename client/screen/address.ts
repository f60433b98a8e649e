/** The address that people type, without what they need not type: halqa.sfax.example. The server tells it in the page. */
export function joinAddress(): string {
  const told = document.documentElement.dataset.origin;
  return new URL(told && URL.canParse(told) ? told : location.origin).host;
}

/** 482913 as it is read aloud: 482 913. */
export const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');
