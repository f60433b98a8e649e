import type { Language } from '../../../server/domain/text.ts';

/** An event as it is stored. */
export interface Row {
  readonly seq: number;
  readonly type: string;
  readonly data: unknown;
}

export type Words = Partial<Record<Language, string>>;

/** A value of the vault: of each kind, what is read here. */
export interface Value {
  readonly kind: string;
  readonly text?: string;
  readonly by?: string | undefined;
  readonly name?: string;
  readonly label?: Words;
  readonly file?: File;
}

/** The meeting file, as far as it is read here. */
export interface File {
  readonly activities: readonly {
    readonly id: string;
    readonly kind: string;
    readonly config: {
      readonly attribution?: string;
      readonly voters?: string;
      readonly results?: string;
      readonly seeds?: readonly { readonly text: Record<Language, string> }[];
      readonly options?: readonly { readonly text: Record<Language, string> }[];
    };
  }[];
}

interface Sealed {
  readonly id: string;
}

/** What the events hold, by its names; each has some of it. */
export interface Data {
  readonly activity: string;
  readonly item: string;
  readonly participant: string;
  readonly option: string;
  readonly point: string;
  readonly theme: string;
  readonly file: Sealed;
  readonly profile: Sealed;
  readonly text: Sealed;
  readonly label: Sealed;
  readonly note?: Sealed;
  readonly consents: { readonly present: boolean; readonly words: boolean };
  readonly settings?: { readonly attribution?: string };
  readonly lang: string;
  readonly half: string;
  readonly ref?: string;
  readonly parent?: string;
  readonly contests?: boolean;
  readonly late?: boolean;
  readonly published: readonly { readonly item: string; readonly ref: string; readonly seed: number }[];
  readonly dots: readonly { readonly option: string; readonly n: number }[];
  readonly to: number;
  readonly into: string;
  /** One theme, or several texts. */
  readonly from: string & readonly string[];
  /** Texts, or what a key point rests on. */
  readonly items: readonly string[] & readonly { readonly item: string; readonly ref: string }[];
}

/** What the vault held, also of what has been destroyed since; and a note of what is said no more. */
export interface Vault {
  text(sealed: Sealed): string;
  label(sealed: Sealed): Words;
  drop(what: string, ...texts: (string | undefined)[]): void;
}
