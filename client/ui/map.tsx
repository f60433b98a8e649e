import './map.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeNames, proportionsOf, viewOf } from './map-layout.ts';
import { inFrame, project } from './mediterranean.ts';

export interface MapCity {
  readonly id: string;
  readonly name: string;
  /** Degrees north and east. */
  readonly lat: number;
  readonly lon: number;
  readonly chosen?: boolean;
}

interface CityMapProps {
  readonly cities: readonly MapCity[];
  /** What the map shows, for those who do not see it. */
  readonly label: string;
  /** Makes each city a button. */
  readonly onChoose?: (id: string) => void;
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Of the names, in pixels. */
  readonly font: number;
  /** Their widths, as set in the page's type. */
  readonly widths: readonly number[];
}

/** A dot's middle to the edge of its name, and its own radius, in heights of the names' letters. */
const GAP = 0.55;
const RADIUS = 0.32;
/** A button's width in pixels, and the least of it where cities lie close together. */
const TARGET = [44, 24] as const;

/**
 * The land around the Mediterranean with the given cities on it. The extent follows the cities; the names' size is the
 * element's font size. Cities that lie beyond the outline stand under it by their names.
 */
export function CityMap({ cities, label, onChoose }: CityMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const outline = useOutline();
  const placed = cities.map((city) => ({ city, at: project(city.lat, city.lon) }));
  const near = placed.filter(({ at }) => inFrame(at));
  const far = placed.filter(({ at }) => !inFrame(at));
  const names = near.map(({ city }) => city.name);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setDrawn(measured(element, names));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A font that arrives late changes the measure.
    void document.fonts?.ready.then(measure);
    return () => observer.disconnect();
    // The names stand for the cities, which are a new list each time.
  }, [names.join('\n')]);

  const { width = 0, height = 0, font = 14 } = drawn ?? {};
  const points = near.map(({ at }) => at);
  const view = viewOf(points, height > 0 ? width / height : 1.5);
  const { least, most } = proportionsOf(points);
  const scale = width / view.width;
  const dots = near.map(({ city, at }, i) => ({
    city,
    x: (at.x - view.x) * scale,
    y: (at.y - view.y) * scale,
    width: drawn?.widths[i] ?? 0,
    first: city.chosen === true,
  }));
  const places = placeNames(dots, { width, height }, font * 1.25, font * GAP);
  const alternative = onChoose
    ? ({ role: 'group', 'aria-label': label } as const)
    : ({ role: 'img', 'aria-label': `${label}: ${cities.map((city) => city.name).join(', ')}` } as const);
  return (
    <div class="city-map" {...alternative}>
      <div
        class="map-box"
        ref={box}
        dir="ltr"
        // No larger than what the outline fills.
        style={drawn ? { maxBlockSize: `${width / least}px`, maxInlineSize: `${height * most}px` } : undefined}
      >
        {drawn && (
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
            {outline && (
              <g transform={`scale(${scale}) translate(${-view.x} ${-view.y})`}>
                <path class="land" d={outline.land} />
                <path class="borders" d={outline.borders} />
              </g>
            )}
            {dots.map(({ city, x, y }) => (
              <circle key={city.id} class={city.chosen ? 'chosen' : undefined} cx={x} cy={y} r={font * RADIUS} />
            ))}
            {dots.map(({ city }, i) => {
              const place = places[i];
              return (
                place && (
                  <text key={city.id} class={city.chosen ? 'chosen' : undefined} x={place.x} y={place.y}>
                    {city.name}
                  </text>
                )
              );
            })}
          </svg>
        )}
        {drawn &&
          onChoose &&
          dots.map((dot) => (
            <Spot key={dot.city.id} city={dot.city} at={dot} others={dots} choose={() => onChoose(dot.city.id)} />
          ))}
      </div>
      {far.length > 0 && (
        <ul class="map-far">
          {far.map(({ city }) => (
            <li key={city.id}>
              {onChoose ? (
                <button type="button" aria-pressed={city.chosen === true} onClick={() => onChoose(city.id)}>
                  {city.name}
                </button>
              ) : (
                city.name
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface At {
  readonly x: number;
  readonly y: number;
}

/** A button over a dot: as large as its neighbours leave room for. */
function Spot(props: { city: MapCity; at: At; others: readonly At[]; choose: () => void }) {
  const { city, at, others, choose } = props;
  const nearest = Math.min(...others.filter((o) => o !== at).map((o) => Math.hypot(o.x - at.x, o.y - at.y)));
  const size = Math.max(TARGET[1], Math.min(TARGET[0], nearest));
  return (
    <button
      type="button"
      class="map-spot"
      aria-label={city.name}
      aria-pressed={city.chosen === true}
      style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y}px`, '--spot': `${size}px` }}
      onClick={choose}
    />
  );
}

/** The outline comes in a piece of its own, after the page; the cities do not wait for it. */
function useOutline() {
  const [outline, setOutline] = useState<{ land: string; borders: string } | null>(null);
  useEffect(() => {
    let shown = true;
    // Without it, the cities stand on an empty sea: the map says less, and nothing else is lost.
    import('virtual:mediterranean').then(
      ({ land, borders }) => shown && setOutline({ land, borders }),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return outline;
}

/** The measures of the drawn map, before any scaling of the page around it; null while it has none. */
function measured(element: HTMLElement, names: readonly string[]): Drawn | null {
  const { clientWidth: width, clientHeight: height } = element;
  if (width === 0 || height === 0) return null;
  const { fontSize, fontFamily } = getComputedStyle(element);
  const font = Number.parseFloat(fontSize);
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `600 ${fontSize} ${fontFamily}`;
  return { width, height, font, widths: names.map((name) => pen?.measureText(name).width ?? name.length * font * 0.6) };
}
