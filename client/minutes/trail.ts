import { h, render } from 'preact';
import { Acts } from './acts.tsx';

/** What the place at hand is called in an address: `C12`. */
const named = (hash: string): string => {
  try {
    return decodeURIComponent(hash.replace(/^.*#/, ''));
  } catch {
    return '';
  }
};

/**
 * The ways that a reader takes within the minutes: from a mark to what it leads to, and back. What a link leads to is
 * marked; a contribution also shows what can be done with it.
 */
export class Trail {
  /** Whether places are addresses of the page; not where its address belongs to something else. */
  readonly #addressed: boolean;
  #body: HTMLElement | null = null;
  /** The link behind each step since these minutes came; null where it is not one to go back to. */
  #from: (HTMLElement | null)[] = [];
  #followed = false;
  #marked: Element | null = null;
  #acts: HTMLElement | null = null;

  constructor(addressed: boolean) {
    this.#addressed = addressed;
  }

  /** Goes on in minutes that are in the page now; the first time to the place that the address names. */
  enter(body: HTMLElement): void {
    const first = this.#body === null;
    this.#body = body;
    this.#from = [];
    if (!this.#addressed) return;
    const id = named(location.hash);
    if (this.#mark(id) && first) document.getElementById(id)?.scrollIntoView();
  }

  /** A click somewhere in the minutes. */
  readonly click = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[href^="#"]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const id = named(link.getAttribute('href') ?? '');
    // Contents stay in sight, and the reference beside a text leads to itself.
    const leads = link.closest('nav') === null && link.parentElement?.id !== id;
    if (!this.#addressed) {
      event.preventDefault();
      if (leads) this.#from.push(link);
      this.goTo(id);
    } else if (id === named(location.hash)) this.#mark(id);
    // The browser goes there itself, and the address tells that it did.
    else this.#step(leads ? link : null);
  };

  /** Shows a place, as if a link had led there. */
  goTo(id: string): void {
    if (this.#addressed && id !== named(location.hash)) {
      this.#step(null);
      location.hash = id;
    } else this.#mark(id);
    const place = document.getElementById(id);
    if (!place) return;
    place.scrollIntoView();
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  /** The address has changed: by a link of the minutes, or by going back. False where it names nothing that is here. */
  arrive(): boolean {
    const id = named(location.hash);
    if (!this.#followed) this.#from.pop()?.focus({ preventScroll: true });
    this.#followed = false;
    return this.#mark(id) || id === '';
  }

  readonly back = (): void => {
    if (this.#addressed) return history.back();
    const link = this.#from.pop();
    this.#mark('');
    link?.scrollIntoView({ block: 'center' });
    link?.focus({ preventScroll: true });
  };

  #step(link: HTMLElement | null): void {
    this.#followed = true;
    this.#from.push(link);
  }

  #mark(id: string): boolean {
    this.#marked?.removeAttribute('data-here');
    if (this.#acts) render(null, this.#acts);
    this.#acts?.remove();
    this.#acts = null;
    this.#marked = id === '' ? null : (this.#body?.querySelector(`#${CSS.escape(id)}`) ?? null);
    this.#marked?.setAttribute('data-here', '');
    const text = this.#marked?.closest('.quotes > li')?.querySelector(':scope > div > .notes');
    const back = this.#from.at(-1) ? this.back : null;
    if (text && (this.#addressed || back)) {
      this.#acts = document.createElement('div');
      this.#acts.className = 'minutes-acts';
      text.after(this.#acts);
      render(h(Acts, { reference: id, addressed: this.#addressed, onBack: back }), this.#acts);
    }
    return this.#marked !== null;
  }
}
