/**
 * The line (from 1) on which the value at a path begins in a JSON text that parses; where the path leads to nothing (a
 * missing field), that of the nearest value around it.
 */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  return text.slice(0, new Finder(text).find(path.map(String))).split('\n').length;
}

/** Walks the text along a path, skipping what lies beside it. */
class Finder {
  private at = 0;

  constructor(private readonly text: string) {}

  find(path: readonly string[]): number {
    this.space();
    const start = this.at;
    const [name, ...rest] = path;
    if (name === undefined) return start;
    const open = this.text[this.at];
    if (open !== '{' && open !== '[') return start;
    this.at += 1;
    for (let index = 0; ; index++) {
      this.space();
      if (this.text[this.at] === '}' || this.text[this.at] === ']') return start;
      const key = open === '{' ? this.key() : String(index);
      if (key === name) return this.find(rest);
      this.skip();
      this.space();
      if (this.text[this.at] !== ',') return start;
      this.at += 1;
    }
  }

  private key(): string {
    const start = this.at;
    this.string();
    const key = JSON.parse(this.text.slice(start, this.at)) as string;
    this.space();
    this.at += 1;
    this.space();
    return key;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private string(): void {
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) if (this.text[this.at] === '\\') this.at += 1;
    this.at += 1;
  }

  /** Over one value of any kind. */
  private skip(): void {
    for (let depth = 0; this.at < this.text.length; ) {
      const c = this.text[this.at] as string;
      if (c === '"') this.string();
      else {
        if (depth === 0 && (c === ',' || c === '}' || c === ']')) return;
        if (c === '{' || c === '[') depth += 1;
        if (c === '}' || c === ']') depth -= 1;
        this.at += 1;
      }
      if (depth === 0 && /[\s,\]}]/.test(this.text[this.at] ?? ' ')) return;
    }
  }
}
